import csv
import io
import json

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mirps_data.schema import schemas
from mirps_publish.middleware import middleware
from mirps_publish.routes import exception_handlers, routes
from tests.conftest import DATA
from tests.test_check import change


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes, middleware=middleware, exception_handlers=exception_handlers))


def rows(response):
    return list(csv.DictReader(io.StringIO(response.text)))


@pytest.mark.parametrize("name", list(schemas()))
def test_every_table_is_served_as_it_is_in_the_data(client, name):
    response = client.get(f"/data/{name}.csv")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.content == (DATA / f"{name}.csv").read_bytes()


def test_the_data_package_is_served(client):
    assert client.get("/data/datapackage.json").json() == json.loads((DATA / "datapackage.json").read_text())


def test_the_commitments_honour_country_and_area_like_the_interface(client):
    query = {"country": ["MEX", "PAN"], "area": "health"}
    as_csv = rows(client.get("/data/commitments.csv", params=query))
    as_json = client.get("/data/commitments.json", params=query).json()
    assert [row["id"] for row in as_csv] == ["MEX-HEA-01", "MEX-HEA-02", "MEX-HEA-03", "MEX-HEA-04", "PAN-HEA-01"]
    assert [row["id"] for row in as_json] == [row["id"] for row in as_csv]
    assert all(isinstance(row["position"], int) for row in as_json)


def test_a_search_works_in_the_addresses_of_the_data_too(client):
    assert {row["iso3"] for row in rows(client.get("/data/commitments.csv?q=COMAR"))} == {"MEX"}


@pytest.mark.parametrize("name", list(schemas()))
def test_a_whole_table_is_downloaded_safe_for_a_spreadsheet(client, tables, name):
    response = client.get(f"/download/tables/{name}.csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))[1:]
    cells = [cell for row in read for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    expected = [str(cell) for row in getattr(tables, name).itertuples(index=False) for cell in row]
    assert [cell.removeprefix("'") for cell in cells] == [cell.removeprefix("'") for cell in expected]


@pytest.mark.parametrize(
    "address", ["/data/nothing", "/data/x/y", "/download/x.csv", "/download/tables/x.csv", "/deck/x", "/brief/x"]
)
def test_an_address_below_the_server_s_own_that_is_not_there_is_404(client, address):
    response = client.get(address)
    assert (response.status_code, "There is nothing at this address" in response.text) == (404, True)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx", "pdf", "html"])
def test_a_selection_is_downloaded_under_a_name_that_says_what_it_is(client, kind):
    response = client.get(f"/download/commitments.{kind}?q=COMAR&country=MEX&lang=en")
    assert response.headers["content-disposition"] == f'attachment; filename="mirps-commitments-mexico-comar.{kind}"'


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx", "pdf", "html"])
def test_an_empty_selection_offers_nothing_and_says_why(client, kind):
    response = client.get(f"/download/commitments.{kind}?country=HND&area=health&lang=en")
    assert (response.status_code, "no commitment is selected" in response.text) == (404, True)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/download/deck.html?country=MEX&lang=es", "mirps-presentacion-mexico.html"),
        ("/download/deck.html?country=MEX&screen=gaps&lang=en", "mirps-presentation-mexico.html"),
        ("/download/commitments.html?country=MEX&lang=es", "mirps-compromisos-mexico.html"),
    ],
)
def test_a_page_to_keep_is_saved_under_a_name_in_its_language(client, address, name):
    response = client.get(address)
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["content-disposition"] == f'attachment; filename="{name}"'


def test_a_deck_of_nothing_is_not_saved(client):
    response = client.get("/download/deck.html?country=HND&area=health")
    assert response.status_code == 404
    assert "content-disposition" not in response.headers


def test_another_kind_of_file_is_404_and_says_which_there_are(client):
    response = client.get("/download/commitments.odt")
    assert (response.status_code, "commitments.xlsx" in response.text) == (404, True)


@pytest.mark.parametrize("query", ["country=NIC", "area=housing&country=", "q=%00&lang=fr&measure=x", "country=%ff%fe"])
def test_unknown_values_are_left_out_and_never_an_error(client, query):
    response = client.get(f"/data/commitments.csv?{query}")
    assert (response.status_code, len(rows(response))) == (200, 230)


def test_an_unknown_table_is_404_and_says_which_there_are(client):
    response = client.get("/data/nothing.csv")
    assert response.status_code == 404
    assert "/data/commitments.csv" in response.text


def test_broken_tables_are_said_and_nothing_is_served(client, data_copy, monkeypatch):
    change(data_copy, "commitments.csv", 5, "country", "Nicaragua")
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))
    response = client.get("/data/commitments.csv")
    assert response.status_code == 503
    assert "row 5, column country" in response.text


@pytest.mark.parametrize(
    "address", ["/read", "/read/MEX-PRO-02", "/read/nothing", "/source", "/brief", "/deck", "/download/commitments.csv"]
)
def test_an_answer_in_a_language_varies_with_what_the_browser_accepts(client, address):
    assert client.get(address).headers["Vary"] == "Accept-Language"
