import html
import json
import re
from html.parser import HTMLParser

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mirps_data.counts import count
from mirps_data.language import language
from mirps_data.schema import data_package
from mirps_data.selection import Selection
from mirps_publish.routes import exception_handlers, routes
from tests.test_check import change, change_text


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes, exception_handlers=exception_handlers), base_url="http://dashboard.test")


class Page(HTMLParser):
    """The text, the links, the meta tags and the data of a page."""

    def __init__(self, content):
        super().__init__()
        self.text, self.links, self.meta, self.tags, self.data = "", [], {}, [], []
        self.in_data = False
        self.feed(content if isinstance(content, str) else content.text)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.in_data = (tag, named.get("type")) == ("script", "application/ld+json")
        if not self.in_data:
            self.tags.append(tag)
        if tag == "a":
            self.links.append(named["href"])
        if tag == "meta":
            self.meta[named.get("property") or named.get("name")] = named.get("content")

    def handle_endtag(self, _tag):
        self.in_data = False

    def handle_data(self, data):
        if self.in_data:
            self.data.append(json.loads(data))
        else:
            self.text += data


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_commitment_has_a_light_page_with_its_text_word_for_word(client, commitments, lang):
    for row in commitments.itertuples():
        response = client.get(f"/read/{row.id}?lang={lang}")
        page = Page(response)
        assert response.status_code == 200
        assert row.text in page.text
        assert len(response.content) < 20_000
        assert f'<html lang="{lang}">' in response.text


def test_it_needs_no_script_and_nothing_else_from_the_server(client):
    response = client.get("/read/MEX-PRO-02")
    assert not re.search(r"<script|<img|<iframe|@import|src=|url\(", response.text)


def test_a_chat_or_mail_can_show_what_it_is(client, commitments):
    page = Page(client.get("/read/MEX-PRO-02?lang=en"))
    assert page.meta["og:title"] == "MEX-PRO-02: Mexico, Protection"
    assert page.meta["og:description"] == commitments.set_index("id").loc["MEX-PRO-02", "text"]
    assert page.meta["og:url"] == "http://dashboard.test/read/MEX-PRO-02?lang=en"
    assert page.meta["description"] == page.meta["og:description"]


def test_it_leads_to_its_neighbours_and_into_the_dashboard_at_that_spot(client):
    links = Page(client.get("/read/MEX-PRO-02?lang=es")).links
    assert "http://dashboard.test/read/MEX-PRO-01?lang=es" in links
    assert "http://dashboard.test/read/MEX-PRO-03?lang=es" in links
    assert "http://dashboard.test/commitments?country=MEX&commitment=MEX-PRO-02&lang=es" in links


def test_it_says_how_to_cite(client, commitments):
    text = Page(client.get("/read/PAN-HEA-01?lang=es")).text
    assert "Panamá, plan de acción nacional del MIRPS, 2021 (año inferido), páginas 21 y siguientes; PAN-HEA-01" in text


def test_the_language_is_the_link_s_or_else_the_browser_s(client):
    assert '<html lang="es">' in client.get("/read/MEX-PRO-02", headers={"Accept-Language": "es-MX,es;q=0.9"}).text
    assert '<html lang="en">' in client.get("/read/MEX-PRO-02?lang=en", headers={"Accept-Language": "es-MX"}).text


@pytest.mark.parametrize(
    "asked", ["MEX-PRO-99", "nothing", "<script>alert(1)<", "%00", "x" * 3000, "MEX/PRO", "MEX-PRO-02/x"]
)
def test_an_unknown_id_is_404_with_a_page_that_helps(client, asked):
    response = client.get(f"/read/{asked}")
    page = Page(response)
    assert response.status_code == 404
    assert {"form", "input"} <= set(page.tags)
    assert "<script>" not in response.text


def test_what_a_selection_s_link_asks_for_and_is_not_known_is_told(client):
    text = Page(client.get("/read?country=XX&country=MEX&area=housing&lang=en")).text
    assert "“XX” and “housing”, which are not known here; they were left out" in text


def test_an_id_may_be_written_in_small_letters(client):
    assert client.get("/read/mex-pro-02").status_code == 200


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection.of(country=["MEX", "PAN"]),
        Selection.of(area="health"),
        Selection.of("children"),
        Selection.of("zzz"),
    ],
    ids=str,
)
def test_a_selection_s_page_lists_exactly_what_is_selected(client, tables, selection):
    response = client.get(
        "/read",
        params=[("lang", "en"), *((name, value) for name, values in selection.to_query().items() for value in values)],
    )
    page = Page(response)
    shown = selection.apply(tables)
    linked = [link.rpartition("/")[2].partition("?")[0] for link in page.links if "/read/" in link]
    assert sorted(linked) == sorted(shown["id"])
    assert all(row.text in html.unescape(response.text) for row in shown.itertuples())
    assert selection.sentence(language("en"), count(shown)) in page.text


def test_a_text_that_looks_like_markup_or_a_template_is_shown_as_it_is(client, data_copy, monkeypatch):
    hostile = "<script>alert(1)</script> {{ 7*7 }} {% raw %} ]]> & “quotes”"
    change_text(data_copy, 6, hostile)  # no code hangs on its words
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))
    for address in ("/read/BLZ-PRO-05", "/read?country=BLZ"):
        response = client.get(address)
        assert hostile in Page(response).text
        assert "script" not in Page(response).tags


def test_broken_tables_are_said_on_light_pages_too(client, data_copy, monkeypatch):
    change(data_copy, "commitments.csv", 5, "country", "Nicaragua")
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))
    for address in ("/read/BLZ-PRO-01", "/read", "/download/commitments.xlsx"):
        response = client.get(address)
        assert (response.status_code, "row 5, column country" in response.text) == (503, True)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_search_engine_for_data_finds_the_tables_and_their_licence(client, lang):
    (found,) = Page(client.get(f"/read?lang={lang}")).data
    assert found["@type"] == "Dataset"
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert ("Belice" if lang == "es" else "Belize") in found["description"]
    for table in found["distribution"]:
        assert client.get(table["contentUrl"]).headers["content-type"].startswith(table["encodingFormat"])


def test_no_text_ends_the_element_that_holds_the_data(client, monkeypatch):
    hostile = "</script><script>alert(1)</script><!-- ' \" & \u2028"
    monkeypatch.setitem(data_package(), "description", hostile)
    response = client.get("/read?lang=en")
    assert Page(response).data[0]["description"] == hostile
    assert "script" not in Page(response).tags
    assert response.text.count("</script") == 1
