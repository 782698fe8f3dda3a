import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirps_data.counts import count
from mirps_data.search import LONGEST, Index, cleaned, index_of, terms
from mirps_data.selection import Selection


def ids(tables, words):
    return list(Selection.of(words).apply(tables)["id"])


@pytest.mark.parametrize(
    ("words", "same_as"),
    [
        ("COMAR", "comar"),
        ("educacion", "Educación"),
        ("Panamá", "panama"),
        ("LIMON", "Limón"),
        ("LGBTI", "lgtbi"),
        ("labor", "labour"),
    ],
)
def test_case_accents_and_known_spellings_do_not_matter(tables, words, same_as):
    assert ids(tables, words) == ids(tables, same_as)


def test_accents_do_not_matter_in_the_text_either():
    table = pd.DataFrame(
        {"id": ["MEX-EDU-01"], "iso3": ["MEX"], "focus_area": ["Education"], "title": [""], "text": ["Los niños"]}
    )
    assert Index(table).places("NINOS") == [0]
    assert Index(table).marked("ninos", [0]) == {0: (("Los ", False), ("niños", True))}


def test_a_word_finds_what_begins_with_it(tables):
    texts = Selection.of("docum").apply(tables)["text"].str.lower()
    assert texts.str.contains("documents").any()
    assert texts.str.contains("documentation").any()
    assert texts.str.contains("docum").all()


def test_several_words_must_all_be_there(tables):
    assert set(ids(tables, "children Mexico")) == set(ids(tables, "children")) & set(ids(tables, "Mexico"))


def test_quotes_make_a_phrase(tables, commitments):
    found = Selection.of('"protection needs"').apply(tables)
    assert found["text"].str.contains("protection needs", case=False).all()
    assert len(found) < len(ids(tables, "protection needs"))


def test_a_dash_excludes(tables, commitments):
    assert set(ids(tables, "children -Mexico")) == set(ids(tables, "children")) - set(ids(tables, "Mexico"))
    assert len(ids(tables, "-Mexico")) == len(commitments) - len(ids(tables, "Mexico"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("MEX-PRO-02", "MEX-PRO-02"),
        ("mex-pro-02", "MEX-PRO-02"),
        ("Health Panama", "PAN-HEA-01"),
        ("Salud Panamá", "PAN-HEA-01"),
    ],
)
def test_ids_countries_and_areas_are_searched_in_both_languages(tables, words, found):
    assert ids(tables, words)[0] == found


def test_the_quotes_and_dashes_that_phones_type_serve_too(tables):
    assert ids(tables, "“protection needs”") == ids(tables, '"protection needs"')
    assert ids(tables, "children –Mexico") == ids(tables, "children -Mexico")


def test_a_variant_spelling_is_marked_too(tables, commitments):
    place = int(commitments.index[commitments["id"] == "GTM-PRO-08"][0])
    marked = tables.index.marked("LGBTI", [place])[place]
    assert ("LGTBI", True) in marked


def test_the_best_match_comes_first(tables):
    assert ids(tables, "temporary housing")[0] == "CRI-SOC-12"


@pytest.mark.parametrize("words", ["", '"', "-", "  ", "\0", '""'])
def test_what_is_nothing_yet_leaves_everything(tables, commitments, words):
    assert len(ids(tables, words)) == len(commitments)


@pytest.mark.parametrize(
    "words", ["*", "(", "😀", "^", ":", "{text}:", "a" * 10_000, "AND OR NOT NEAR", "'; DROP TABLE found"]
)
def test_what_is_not_there_finds_nothing_and_is_no_error(tables, words):
    assert ids(tables, words) == []


@given(
    st.text()
    | st.lists(st.sampled_from(['"', "-", "*", "(", "AND", "NEAR(", "child", "\ud800", "\0", "^x", "-"])).map(" ".join)
)
def test_whatever_is_typed_is_never_an_error(tables, commitments, words):
    found = Selection.of(words).apply(tables)
    assert set(found["id"]) <= set(commitments["id"])
    assert found["id"].is_unique
    tables.index.marked(words, list(found.index))


@given(st.text(), st.text())
def test_what_is_marked_is_the_text_itself(tables, commitments, words, more):
    places = list(range(len(commitments)))
    for place, segments in tables.index.marked(f"{words} refugee {more}", places).items():
        assert "".join(piece for piece, _ in segments) == commitments.at[place, "text"]


@given(st.text())
def test_a_cleaned_search_stays_as_it_is(words):
    assert cleaned(cleaned(words)) == cleaned(words)
    assert len(cleaned(words)) <= LONGEST


def test_the_index_is_built_once_and_goes_with_its_table(tables, commitments):
    assert tables.index is tables.index
    assert index_of(commitments.copy()) is not tables.index


def test_an_open_quote_is_searched_while_it_is_typed():
    assert [(term.words, term.is_phrase) for term in terms('"host comm')] == [("host comm", False)]


def test_a_search_and_a_filter_hold_together(tables):
    found = Selection.of("children", country="MEX", area="education").apply(tables)
    assert list(found["id"]) == ["MEX-EDU-01"]
    assert count(found) == 1
