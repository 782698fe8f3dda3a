import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirps_data.counts import ALL_AREAS, ALL_COUNTRIES, count
from mirps_data.language import language
from mirps_data.selection import Selection, unknown_values

selections = st.builds(
    Selection,
    countries=st.lists(st.sampled_from(ALL_COUNTRIES)).map(tuple),
    areas=st.lists(st.sampled_from(ALL_AREAS)).map(tuple),
    search=st.sampled_from(["", "children", "COMAR -health", '"host communities"', "zzz", "*"]) | st.text(),
)
queries = st.dictionaries(
    st.sampled_from(["country", "area", "q", "lang", "commitment", "other"]) | st.text(),
    st.text() | st.lists(st.text() | st.sampled_from([*ALL_COUNTRIES, *ALL_AREAS])),
)


@given(selections)
def test_a_link_leads_back_to_the_same_selection(selection):
    assert Selection.from_query(selection.to_query()) == selection


@given(queries)
def test_no_link_whatever_it_holds_raises(query):
    selection = Selection.from_query(query)
    assert set(selection.countries) <= set(ALL_COUNTRIES)
    assert set(selection.areas) <= set(ALL_AREAS)


@given(selections)
def test_a_selection_never_loses_adds_or_repeats_a_row(commitments, selection):
    chosen = selection.apply(commitments)
    countries, areas = selection.country_labels(language("en")), selection.area_labels(language("en"))
    searched = set(Selection(search=selection.search).apply(commitments)["id"])
    expected = [
        row.id
        for row in commitments.itertuples()
        if row.country in (countries or [row.country])
        and row.focus_area in (areas or [row.focus_area])
        and row.id in searched
    ]
    assert sorted(chosen["id"]) == sorted(expected)
    assert selection.search or list(chosen["id"]) == expected


@given(selections)
def test_a_selection_leaves_the_rows_as_they_are(commitments, selection):
    before = commitments.copy()
    chosen = selection.apply(commitments)
    assert commitments.equals(before)
    assert chosen.equals(commitments.loc[chosen.index])


def test_the_same_values_in_any_order_and_number_are_the_same_selection():
    assert Selection(("MEX", "BLZ", "MEX")) == Selection(("BLZ", "MEX"))
    assert Selection.from_query({"country": ["pan", " MEX "]}) == Selection(("MEX", "PAN"))


def test_a_selection_made_of_unknown_codes_raises():
    with pytest.raises(ValueError, match="unknown: NIC"):
        Selection(("NIC",))


def test_what_a_link_names_that_is_not_known_is_told():
    query = {"country": ["MEX", "NIC"], "area": "housing"}
    assert unknown_values(query) == ["NIC", "housing"]
    assert Selection.from_query(query) == Selection(("MEX",))


@pytest.mark.parametrize(
    ("code", "selection", "sentence"),
    [
        ("en", Selection(), "229 commitments"),
        ("en", Selection(("MEX", "PAN"), ("protection",)), "30 commitments by Mexico or Panama on protection"),
        ("en", Selection(("GTM",), ("health",)), "1 commitment by Guatemala on health"),
        ("es", Selection(("MEX", "PAN"), ("protection",)), "30 compromisos de México o Panamá sobre protección"),
        ("en", Selection(("BLZ",), (), "{x} child"), "0 commitments by Belize that mention “{x} child”"),
        ("es", Selection((), ("jobs", "health")), "54 compromisos sobre empleo y medios de vida o salud"),
    ],
)
def test_a_selection_is_said_in_words(commitments, code, selection, sentence):
    assert selection.sentence(language(code), count(selection.apply(commitments))) == sentence
