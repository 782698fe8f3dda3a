import re

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mirps_data.document import document_lines
from mirps_publish.routes import exception_handlers, routes
from tests.conftest import SOURCE
from tests.test_light_pages import Page


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes, exception_handlers=exception_handlers), base_url="http://dashboard.test")


@pytest.fixture
def without_document(data_copy, monkeypatch):
    (data_copy / "source" / SOURCE.name).unlink()
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_printed_line_stands_in_the_source_page_under_its_number(client, lang):
    page = client.get(f"/source?lang={lang}").text
    printed = {number: line for number, line in enumerate(SOURCE.read_text().split("\n"), start=1) if line.strip()}
    shown = dict(re.findall(r'<p id="line-(\d+)".*?<span lang="en">(.*?)</span></p>', page, re.DOTALL))
    assert f'<html lang="{lang}">' in page
    assert {int(number): re.sub(r"&#39;", "'", text) for number, text in shown.items()} == {
        number: line.replace("&", "&amp;").replace('"', "&#34;") for number, line in printed.items()
    }


def test_a_commitment_s_line_holds_its_first_words(commitments):
    lines = document_lines(SOURCE)
    for row in commitments.itertuples():
        words = " ".join(row.text.split()[:2])
        assert words in " ".join(lines[row.source_line - 1].replace("**", "").split()), row.id


def test_the_source_page_begins_with_a_way_to_each_plan(client, tables):
    links = Page(client.get("/source?lang=en")).links
    assert [f"#line-{line}" for line in tables.countries["source_line"]] == [
        link for link in links if link.startswith("#")
    ][:7]


def test_the_source_page_needs_no_script_and_is_light(client):
    response = client.get("/source?lang=es")
    assert not re.search(r"<script|<img|<iframe|@import|src=|url\(", response.text)
    assert len(response.content) < 150_000


def test_the_line_of_a_light_page_leads_into_the_document(client, commitments):
    line = commitments.set_index("id").loc["MEX-PRO-02", "source_line"]
    assert f"http://dashboard.test/source?lang=es#line-{line}" in Page(client.get("/read/MEX-PRO-02?lang=es")).links


def test_the_line_of_a_spreadsheet_is_a_number_that_leads_into_the_document(client, commitments, tmp_path):
    file = tmp_path / "mexico.xlsx"
    file.write_bytes(client.get("/download/commitments.xlsx?country=MEX&lang=en").content)
    cell = openpyxl.load_workbook(file).worksheets[0]["I2"]
    assert cell.value == commitments.set_index("id").loc["MEX-PRO-01", "source_line"]
    assert f"{cell.hyperlink.target}#{cell.hyperlink.location}" == (
        f"http://dashboard.test/source?lang=en#line-{cell.value}"
    )


@pytest.mark.parametrize(("lang", "words"), [("en", "came without the text"), ("es", "no incluyen el texto")])
@pytest.mark.usefixtures("without_document")
def test_an_edition_without_its_document_says_so_and_has_no_links_to_it(client, lang, words):
    response = client.get(f"/source?lang={lang}")
    assert (response.status_code, words in response.text) == (404, True)
    assert not [link for link in Page(client.get("/read/MEX-PRO-02")).links if "/source" in link]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "the need or condition meant is missing"), ("es", "la necesidad o la condición")]
)
def test_the_light_page_of_a_commitment_says_what_is_odd_in_it(client, lang, words):
    assert words in Page(client.get(f"/read/PAN-HEA-01?lang={lang}")).text


def test_the_light_page_of_a_commitment_that_the_log_does_not_name_has_no_such_heading(client, tables):
    named = set(tables.curation_log["commitment"])
    plain = next(identifier for identifier in tables.commitments["id"] if identifier not in named)
    assert "What is odd here" not in Page(client.get(f"/read/{plain}?lang=en")).text
