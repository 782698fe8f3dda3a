import re
import unicodedata

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mirps_data.counts import count
from mirps_data.search import LONGEST, Index, Term, cleaned, mentioned, terms, without
from mirps_data.selection import Selection
from mirps_data.store import load_tables
from tests.conftest import DATA

TEXTS = list(load_tables(DATA).commitments["text"])
WORDS = sorted({word for text in TEXTS for word in re.findall(r"[^\W\d_]{2,}", text)} - {"or", "Or", "OR"})
PAIRS = sorted({pair for text in TEXTS for pair in re.findall(r"[^\W_]+ [^\W_]+", text)})
AWKWARD = ['"', "-", "*", "(", "AND", "OR", "or", "o", "NEAR(", "child", "\ud800", "\0", "^x", "'s", "ﬁ", "½", "İ", "ﷺ"]

single_words = st.sampled_from(WORDS) | st.sampled_from(WORDS).map(lambda word: word[:4])
phrases = st.sampled_from(PAIRS).map(lambda pair: f'"{pair}"')
things = single_words | phrases | st.sampled_from(["LGBTI", "centers", "asylum-seekers", "zzz", "children's"])
typed = st.text() | st.lists(st.sampled_from(AWKWARD) | things | st.text()).map(" ".join)


@pytest.fixture(scope="module")
def index(commitments):
    return Index(commitments)


def ids(tables, words):
    return list(Selection.of(words).apply(tables)["id"])


def found(index, words):
    return set(index.places(words))


def plain(text):
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter)
    )


def holding(phrase):
    """The places of the texts that hold the words of a phrase one after another, recounted by a regular expression."""
    words = re.findall(r"[^\W_]+", plain(phrase))
    pattern = re.compile(r"(?<![^\W_])" + r"[\W_]+".join(words) + r"(?![^\W_])")
    return {place for place, text in enumerate(TEXTS) if pattern.search(plain(text))}


@pytest.mark.parametrize(
    ("words", "same_as"),
    [
        ("COMAR", "comar"),
        ("LIMON", "Limón"),
        ("work permit", "work permits"),
        ("center", "centre"),
        ("LGBTI", "lgtbi"),
        ("LGBTIQ+", "LGBTI"),
        ("labor", "labour"),
        ("formalisation", "formalization"),
        ("prioritise", "prioritized"),
        ("standardis", "standardiz"),
        ("programme", "programs"),
    ],
)
def test_case_accents_endings_and_spellings_do_not_matter(index, words, same_as):
    assert found(index, words) == found(index, same_as) != set()


def test_accents_do_not_matter_in_the_text_either():
    table = pd.DataFrame({"id": ["MEX-EDU-01"], "text": ["Los nin\u0303os y niñas"]})
    assert Index(table).places("NIÑOS") == Index(table).places("ninos") == [0]
    assert Index(table).marked("niños", [0]) == {0: (("Los ", False), ("nin\u0303os", True), (" y niñas", False))}


def test_a_word_finds_what_begins_with_it(tables):
    texts = Selection.of("docum").apply(tables)["text"].str.lower()
    assert texts.str.contains("documents").any()
    assert texts.str.contains("documentation").any()
    assert texts.str.contains("docum").all()


def test_only_the_texts_are_searched(index):
    for name in ("Mexico", "Panamá", "Health", "El Salvador", "protección social"):
        assert found(index, name) == {place for place in found(index, name) if index.marked(name, [place])}
    assert found(index, '"El Salvador"') == holding("El Salvador")


@given(st.sampled_from([word for word in WORDS if re.fullmatch(r"[a-z]{3,}[^suy]|[a-z]{3,}[aeo]y", word)]))
def test_the_plural_of_a_word_finds_at_least_what_the_word_itself_finds(index, word):
    plural = f"{word}es" if word.endswith(("x", "z", "ch", "sh")) else f"{word}s"
    assert found(index, plural) >= holding(word)


@given(single_words)
def test_a_word_finds_at_least_the_texts_that_hold_it(index, word):
    assert found(index, word) >= holding(word)


@given(things, things)
def test_several_words_must_all_be_there(index, one, other):
    assert found(index, f"{one} {other}") == found(index, one) & found(index, other)


@given(things, things, st.sampled_from(["or", "o", "OR", "O"]))
def test_or_finds_either(index, one, other, either):
    assert found(index, f"{one} {either} {other}") == found(index, one) | found(index, other)


@given(things, things, things)
def test_or_binds_tighter_than_and(index, one, other, third):
    expected = (found(index, one) | found(index, other)) & found(index, third)
    assert found(index, f"{one} or {other} {third}") == expected
    assert found(index, f"{third} {one} or {other}") == expected


@given(things, things)
def test_a_dash_excludes_wherever_it_stands(index, one, other):
    difference = found(index, one) - found(index, other)
    assert found(index, f"{one} -{other}") == difference
    assert found(index, f"-{other} {one}") == difference
    assert found(index, f"{one} or -{other}") == difference
    assert found(index, f"-{other}") == set(range(len(TEXTS))) - found(index, other)


@given(phrases | single_words.map(lambda word: f'"{word}"'))
def test_a_phrase_is_exact(index, phrase):
    assert found(index, phrase) == holding(phrase)


def test_a_phrase_knows_no_endings_and_no_other_spelling(index):
    assert found(index, '"work permit"') == holding("work permit") < found(index, "work permit")
    assert found(index, '"center"') == set()


@pytest.mark.parametrize("words", ["MEX-PRO-02", "mex-pro-02", '"MEX-PRO-02"', "zzz or mex-pro-02"])
def test_a_whole_id_finds_its_commitment_alone(tables, words):
    assert ids(tables, words) == ["MEX-PRO-02"]


def test_a_list_of_ids_finds_them_and_a_part_of_one_does_not(tables, commitments):
    assert sorted(ids(tables, "pan-hea-01 o MEX-PRO-02 or BLZ-PRO-01")) == [
        "BLZ-PRO-01",
        "MEX-PRO-02",
        "PAN-HEA-01",
    ]
    assert len(ids(tables, "-MEX-PRO-02")) == len(commitments) - 1
    assert ids(tables, "MEX-PRO") == []


def test_the_quotes_and_dashes_that_phones_type_serve_too(tables):
    assert ids(tables, "“protection needs”") == ids(tables, '"protection needs"')
    assert ids(tables, "children –refugee") == ids(tables, "children -refugee")


def test_a_possessive_is_its_word(index):
    assert found(index, "children's") == found(index, "children’s") == found(index, "children")


def test_the_best_match_comes_first(tables):
    assert ids(tables, "temporary housing")[0] == "CRI-SOC-12"


@pytest.mark.parametrize(
    ("texts", "words", "best"),
    [
        (["one law of many", "law on law, law"], "law", 1),
        (["the centre here", "the center here"], "center", 1),
        (["the center here", "the centre here"], "centre", 1),
    ],
)
def test_what_says_it_more_or_in_the_same_spelling_comes_first(texts, words, best):
    table = pd.DataFrame({"id": ["A-1", "A-2", "A-3", "A-4"], "text": [*texts, "other", "and other"]})
    places = Index(table).places(words)
    assert places[0] == best
    assert sorted(places) == [0, 1]


def test_equal_matches_stay_in_the_order_of_the_document():
    table = pd.DataFrame({"id": ["B-1", "A-1", "C-1"], "text": ["school", "school", "other"]})
    assert Index(table).places("school") == [0, 1]


@pytest.mark.parametrize("words", ["", '"', "-", "  ", "\0", '""', "or", "o", "or O"])
def test_what_is_nothing_yet_leaves_everything(tables, commitments, words):
    assert ids(tables, words) == list(commitments["id"])


@pytest.mark.parametrize("words", ["children or", "or children", "children or or", "children -*", "children or *"])
def test_an_or_between_nothing_and_what_has_no_letter_are_passed_over(tables, words):
    assert ids(tables, words) == ids(tables, "children")


@pytest.mark.parametrize(
    "words", ["*", "(", "😀", "^", ":", "{text}:", "a" * 10_000, "AND OR NOT NEAR", "'; DROP TABLE found"]
)
def test_what_is_not_there_finds_nothing_and_is_no_error(tables, words):
    assert ids(tables, words) == []


@pytest.mark.parametrize(
    "words", ["a " * 150, "a or " * 75, "-a " * 100, "x-" * 150, '"a" ' * 75, "é" * 300, "a or b c " * 33]
)
def test_as_much_as_can_be_typed_is_no_error(index, words):
    index.marked(words, index.places(words))


@given(typed)
def test_whatever_is_typed_is_never_an_error(tables, words):
    chosen = Selection.of(words).apply(tables)
    assert set(chosen["id"]) <= set(tables.commitments["id"])
    assert chosen["id"].is_unique
    tables.index.marked(words, list(chosen.index))


@given(typed, typed)
def test_what_is_marked_is_the_text_itself(index, words, more):
    for place, segments in index.marked(f"{words} refugee {more}", range(len(TEXTS))).items():
        assert "".join(piece for piece, _ in segments) == TEXTS[place]
        assert all(piece for piece, _ in segments)


@given(st.lists(things, min_size=1, max_size=4), st.sampled_from([" ", " or "]), st.sampled_from(["", " -health"]))
def test_whatever_is_found_is_marked(index, wanted, between, excluded):
    words = between.join(wanted) + excluded
    places = index.places(words)
    assert list(index.marked(words, places)) == places


@given(things)
def test_nothing_is_marked_where_nothing_is_found(index, words):
    assert set(index.marked(words, range(len(TEXTS)))) == found(index, words)


def test_marks_stand_on_whole_words_and_phrases():
    table = pd.DataFrame({"id": ["A-1"], "text": ["Work: permits, a work permit."]})
    index = Index(table)
    assert index.marked('"work permit"', [0])[0] == (("Work: permits, a ", False), ("work permit", True), (".", False))
    assert [piece for piece, matches in index.marked("permi", [0])[0] if matches] == ["permits", "permit"]
    assert index.marked("work -permits", [0])[0][0] == ("Work", True)
    assert index.marked("-work A-1", [0]) == {}


def test_overlapping_matches_are_one_mark_after_another():
    table = pd.DataFrame({"id": ["A-1"], "text": ["the host community here"]})
    marked = Index(table).marked('"the host community" or host or "community here"', [0])[0]
    assert marked == (("the host community", True), (" here", True))


def test_texts_in_another_language_are_searched_with_its_own_stems():
    table = pd.DataFrame(
        {"id": ["A-1", "A-2"], "text": ["work permits", "schools"], "text_es": ["permisos de trabajo", "escuelas"]}
    )
    index = Index(table, {"en": "text", "es": "text_es"})
    assert index.places("trabajos") == index.places("works") == [0]
    assert index.places("escuela o school") == [1]
    assert index.places("permiso permit") == [0]
    assert index.marked("trabajos", [0], "es")[0] == (("permisos de ", False), ("trabajo", True))
    assert index.marked("trabajos", [0], "en") == {}


@given(st.text())
def test_a_cleaned_search_stays_as_it_is(words):
    assert cleaned(cleaned(words)) == cleaned(words)
    assert len(cleaned(words)) <= LONGEST


def test_the_index_is_built_once(tables):
    assert tables.index is tables.index


def test_an_open_quote_is_searched_while_it_is_typed(index):
    assert terms('"host comm') == [Term("host comm", is_phrase=False, is_excluded=False)]
    assert found(index, '"host comm') == holding("host communities") | holding("host community")


@pytest.mark.parametrize(
    ("words", "removed", "left"),
    [
        ("LGBTI or children Mexico", "LGBTI", "children Mexico"),
        ("LGBTI o children Mexico", "children", "LGBTI Mexico"),
        ("LGBTI or children or women", "children", "LGBTI or women"),
        ("LGBTI or children Mexico", "Mexico", "LGBTI or children"),
        ('COMAR “host communities” -health "open quo', '"host communities"', 'COMAR -health "open quo'),
        ("COMAR -health", "-health", "COMAR"),
        ("a b a", "a", "b"),
        ("only", "only", ""),
        ('kept "-', "other", 'kept "-'),
        ('kept "or', "kept", '"or'),
        ("kept or not", "other", "kept or not"),
    ],
)
def test_a_search_is_written_without_one_of_its_terms(words, removed, left):
    assert without(words, *terms(removed)) == left


@given(typed)
def test_a_search_written_again_is_the_same_search(words):
    written = without(words)
    assume(len(written) <= LONGEST)
    assert [(term, term.either) for term in terms(written)] == [(term, term.either) for term in terms(words)]


@given(typed)
def test_each_term_can_be_taken_away(words):
    for term in terms(words):
        assert term not in terms(without(words, term))


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("children", "children"),
        ('"host communities"', "host communities"),
        ("“host communities”", "host communities"),
        ('"host comm', "host comm"),
        ("children or", "children"),
        ("COMAR -health", None),
        ("children or women", None),
        ("-health", None),
        ("MEX-PRO-02", None),
        ("", None),
    ],
)
def test_a_word_or_a_phrase_alone_is_what_texts_mention(words, alone):
    assert mentioned(words) == alone


def test_a_search_and_a_filter_hold_together(tables):
    chosen = Selection.of("children", country="MEX", area="education").apply(tables)
    assert list(chosen["id"]) == ["MEX-EDU-01"]
    assert count(chosen) == 1
