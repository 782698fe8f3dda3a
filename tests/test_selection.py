import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirps_data.counts import count
from mirps_data.facets import AREA, COUNTRY
from mirps_data.language import language
from mirps_data.selection import Selection, unknown_values
from tests.helpers import selections

queries = st.dictionaries(
    st.sampled_from(["country", "area", "q", "lang", "commitment", "other"]) | st.text(),
    st.text() | st.lists(st.text() | st.sampled_from([*COUNTRY.codes, *AREA.codes])),
)


@given(selections)
def test_a_link_leads_back_to_the_same_selection(selection):
    assert Selection.from_query(selection.to_query()) == selection


@given(queries)
def test_no_link_whatever_it_holds_raises(query):
    selection = Selection.from_query(query)
    assert set(selection.codes("country")) <= set(COUNTRY.codes)
    assert set(selection.codes("area")) <= set(AREA.codes)


@given(selections)
def test_a_selection_never_loses_adds_or_repeats_a_row(tables, selection):
    chosen = selection.apply(tables)
    areas = [AREA.option(code).value for code in selection.shown(AREA)]
    searched = set(Selection.of(selection.search).apply(tables)["id"])
    expected = [
        row.id
        for row in tables.commitments.itertuples()
        if row.iso3 in selection.shown(COUNTRY) and row.focus_area in areas and row.id in searched
    ]
    assert sorted(chosen["id"]) == sorted(expected)
    assert selection.search or list(chosen["id"]) == expected


@given(selections)
def test_a_selection_leaves_the_rows_as_they_are(tables, selection):
    before = tables.commitments.copy()
    chosen = selection.apply(tables)
    assert tables.commitments.equals(before)
    assert chosen.equals(tables.commitments.loc[chosen.index])


def test_the_same_values_in_any_order_and_number_are_the_same_selection():
    assert Selection.of(country=("MEX", "BLZ", "MEX")) == Selection.of(country=("BLZ", "MEX"))
    assert Selection.from_query({"country": ["pan", " MEX "]}) == Selection.of(country=("MEX", "PAN"))


@pytest.mark.parametrize("codes", [{"country": "NIC"}, {"area": "housing"}, {"colour": "blue"}])
def test_a_selection_made_of_unknown_codes_or_facets_raises(codes):
    with pytest.raises(ValueError, match="unknown: "):
        Selection.of(**codes)


def test_what_a_link_names_that_is_not_known_is_told():
    query = {"country": ["MEX", "NIC"], "area": "housing"}
    assert unknown_values(query) == ["NIC", "housing"]
    assert Selection.from_query(query) == Selection.of(country="MEX")


def test_a_facet_can_be_narrowed_toggled_and_left_out():
    selection = Selection.of("children", country=["MEX", "PAN"], area="health")
    assert selection.narrowed(country="BLZ") == Selection.of("children", country="BLZ", area="health")
    assert selection.toggled("country", "PAN") == Selection.of("children", country="MEX", area="health")
    assert selection.toggled("country", "BLZ").codes("country") == ("BLZ", "MEX", "PAN")
    assert selection.without("country", "area") == Selection.of("children")
    assert selection.without_search() == Selection.of(country=["MEX", "PAN"], area="health")


def test_a_selection_knows_what_else_narrows_it():
    assert Selection.of(country="MEX").is_narrowed_beyond("area")
    assert not Selection.of(country="MEX").is_narrowed_beyond("area", "country")
    assert Selection.of("x", country="MEX").is_narrowed_beyond("area", "country")


@pytest.mark.parametrize(
    ("code", "selection", "sentence"),
    [
        ("en", Selection(), "229 commitments"),
        (
            "en",
            Selection.of(country=["MEX", "PAN"], area="protection"),
            "30 commitments in the plans of Mexico and Panama under Protection",
        ),
        (
            "es",
            Selection.of(country=["MEX", "PAN"], area="protection"),
            "30 compromisos de los planes de México y Panamá en Protección",
        ),
        ("en", Selection.of(country="GTM", area="health"), "1 commitment in the plan of Guatemala under Health"),
        (
            "en",
            Selection.of("{x} child", country="BLZ"),
            "0 commitments in the plan of Belize matching the search “{x} child”",
        ),
        ("es", Selection.of("xyzzy", country="BLZ"), "0 compromisos del plan de Belice que mencionen «xyzzy»"),
        ("en", Selection.of("COMAR"), "18 commitments that mention “COMAR”"),
        ("en", Selection.of('"host communities"'), "5 commitments that mention “host communities”"),
        ("es", Selection.of(area=["jobs", "health"]), "54 compromisos en Empleo y medios de vida o Salud"),
    ],
)
def test_a_selection_is_said_in_words(tables, code, selection, sentence):
    assert selection.sentence(language(code), count(selection.apply(tables))) == sentence
