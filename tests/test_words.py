import unicodedata

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from mirps_data.words import FAMILIES, beginnings, folded, placed_words, stem, words_of

FORMS = [("permit", "permits"), ("revise", "revision"), ("counselling", "counseling"), ("enrolment", "enrollments")]
IS_AND_IZ = [
    ("regularisation", "regularization"),
    ("prioritised", "prioritize"),
    ("organisational", "organizations"),
    ("analyse", "analyzed"),
]
SPELLINGS = [
    ("behaviours", "behavior"),
    ("catalogue", "catalogs"),
    ("centre", "centers"),
    ("colour", "color"),
    ("defence", "defense"),
    ("dialogues", "dialog"),
    ("endeavour", "endeavor"),
    ("favourable", "favorable"),
    ("harbour", "harbor"),
    ("honour", "honoring"),
    ("judgement", "judgments"),
    ("labour", "labor"),
    ("lgbtiq", "lgbti"),
    ("lgbtqi", "lgbti"),
    ("lgtbi", "lgbti"),
    ("licence", "licensing"),
    ("neighbouring", "neighbors"),
    ("offence", "offenses"),
    ("paediatric", "pediatric"),
    ("practise", "practices"),
    ("programme", "programs"),
]


@pytest.mark.parametrize(("one", "other"), FORMS + IS_AND_IZ + SPELLINGS)
def test_forms_and_spellings_of_an_english_word_share_their_stem(one, other):
    assert stem(one, "en") == stem(other, "en")


def test_every_family_is_tried_here():
    snowball = snowballstemmer.stemmer("english")
    assert {snowball.stemWord(one) for one, _ in SPELLINGS} == set(FAMILIES)


@pytest.mark.parametrize(
    ("one", "other"),
    [("internal", "international"), ("centre", "central"), ("regularise", "regular"), ("organise", "organ")],
)
def test_other_words_do_not(one, other):
    assert stem(one, "en") != stem(other, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [("niños", "niña"), ("trabajos", "trabajar"), ("educación", "educaciones"), ("refugiadas", "refugiado")],
)
def test_forms_of_a_spanish_word_share_their_stem_without_accents_too(one, other):
    assert stem(folded(one), "es") == stem(folded(other), "es")


def test_no_family_counts_as_another_family():
    assert not set(FAMILIES) & set(FAMILIES.values())


def test_english_spellings_are_no_matter_of_spanish():
    assert stem("utilizar", "es") != stem("utilisar", "es")
    assert stem("labour", "es") != stem("labor", "es")


def test_a_word_begun_with_is_may_go_on_with_iz_and_the_other_way_round():
    assert beginnings("regularisa") == ("regularisa", "regulariza")
    assert beginnings("analyz") == ("analyz", "analys")
    assert beginnings("work") == ("work",)


@given(st.text())
def test_the_words_of_a_text_stand_where_they_are_said_to_stand(text):
    placed = placed_words(text)
    assert [word.folded for word in placed] == words_of(text)
    assert all(folded(text[word.start : word.end]) == word.folded for word in placed)
    assert [word.start for word in placed] == sorted({word.start for word in placed})


@given(st.text(alphabet="aáñçÑéübLIMON 1_-'’"))
def test_composed_and_decomposed_accents_are_the_same(text):
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(text) == words_of(text.upper())
