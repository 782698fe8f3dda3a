"""An imaginary facet with several values a commitment needs one record, and shows wherever facets do."""

import io
from urllib.parse import parse_qs

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mirps_data import facets, store
from mirps_data.counts import count, facet_counts, matrix
from mirps_data.facets import NOT_STATED, Code, Facet
from mirps_data.language import language
from mirps_data.selection import Selection
from tests.helpers import with_commitments

THEME = Facet(
    "theme",
    "theme",
    (Code("roads", (("en", "Roads"), ("es", "Caminos"))), Code("rain", (("en", "Rain"), ("es", "Lluvia")))),
    name="Theme",
    scope_one=" about {values}",
    scope_many=" about {values}",
    many=True,
)
CELLS = ["roads;rain", "roads", "rain", "", ""]


@pytest.fixture
def themed(tables, monkeypatch):
    """The committed tables with a facet of which a commitment may have several values, or none."""
    monkeypatch.setattr(facets, "FACETS", (*facets.FACETS, THEME))
    cells = [CELLS[number % len(CELLS)] for number in range(len(tables.commitments))]
    return with_commitments(tables, tables.commitments.assign(theme=cells))


def test_it_selects_and_counts_each_value_and_what_states_none(themed):
    numbers = facet_counts(themed, Selection())["theme"]
    assert numbers.to_dict() == {"roads": 91, "rain": 92, NOT_STATED: 92}
    for code, number in numbers.items():
        assert count(Selection.of(theme=code).apply(themed)) == number
    assert count(Selection.of(theme=["roads", "rain"]).apply(themed)) == 137


def test_what_a_second_value_adds_is_said_and_not_what_it_has(themed):
    added = facet_counts(themed, Selection.of(theme="roads"))["theme"]
    assert added["rain"] == count(Selection.of(theme=["roads", "rain"]).apply(themed)) - added["roads"]


def test_it_is_named_in_sentences_and_links(themed):
    selection = Selection.of(country="MEX", theme=["roads", NOT_STATED])
    assert selection.scope(language("en"), 2) == " in the plan of Mexico about Roads or Not stated"
    assert Selection.from_query(parse_qs("country=MEX&theme=roads&theme=not_stated")) == selection
    assert selection.to_query() == {"country": ["MEX"], "theme": ["roads", NOT_STATED]}


def test_a_matrix_by_it_keeps_totals_that_are_not_sums(themed):
    counts = matrix(themed, Selection(), THEME)
    assert not counts.adds_up
    assert counts.total == 229 < counts.cells.to_numpy().sum()
    assert counts.row_totals.sum() == 229


@pytest.fixture
def page(themed, monkeypatch):
    from tests.test_pages import run  # noqa: PLC0415 - Streamlit's own, only here

    monkeypatch.setattr(store, "_load", lambda *_: themed)
    return run


@pytest.mark.parametrize("name", ["commitments", "compare", "present"])
def test_the_filters_of_every_page_offer_it(page, name, themed):
    from tests.test_pages import text  # noqa: PLC0415

    shown = text(page(name, theme="rain", lang="en"))
    assert f"Roads +{facet_counts(themed, Selection.of(theme='rain'))['theme']['roads']}" in shown
    assert "Rain ×" in shown


def test_the_number_table_turns_by_it_and_says_that_rows_do_not_add_up(page):
    from tests.test_pages import text  # noqa: PLC0415

    shown = text(page("overview", by="theme", lang="en"))
    assert "CountryRoadsRainNot statedTotal" in shown
    assert "rows may add up to more than their totals" in shown


@pytest.fixture
def client(themed, monkeypatch):
    from mirps_publish.routes import exception_handlers, routes  # noqa: PLC0415

    monkeypatch.setattr(store, "_load", lambda *_: themed)
    return TestClient(Starlette(routes=routes, exception_handlers=exception_handlers))


def test_the_routes_select_by_it(client, themed):
    rows = client.get("/data/commitments.json?theme=roads").json()
    assert {row["id"] for row in rows} == set(Selection.of(theme="roads").apply(themed)["id"])
    assert "about Rain" in client.get("/read?theme=rain&lang=en").text


def test_the_spreadsheet_has_its_column_in_the_readers_language(client):
    workbook = openpyxl.load_workbook(io.BytesIO(client.get("/download/commitments.xlsx?theme=roads&lang=en").content))
    heads = [cell.value for cell in workbook.worksheets[0][1]]
    cells = {row[heads.index("Theme")].value for row in workbook.worksheets[0].iter_rows(min_row=2)}
    assert cells == {"Roads; Rain", "Roads"}
