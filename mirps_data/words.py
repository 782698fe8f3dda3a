"""The words of a text as search compares them: without case and accents, and by stems that know two spellings.

The offline page compares them in the same way: see mirps_publish/templates/search.js.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

STEMMERS = {"en": "english", "es": "spanish"}  # a language and what Snowball calls its algorithm
# English stems of words that have two spellings beside -is- and -iz-, each with the stem that it counts as.
FAMILIES = {
    "behaviour": "behavior",
    "catalogu": "catalog",
    "centr": "center",
    "colour": "color",
    "defenc": "defens",
    "dialogu": "dialog",
    "endeavour": "endeavor",
    "favour": "favor",
    "harbour": "harbor",
    "honour": "honor",
    "judgement": "judgment",
    "labour": "labor",
    "lgbtiq": "lgbti",
    "lgbtqi": "lgbti",
    "lgtbi": "lgbti",
    "licenc": "licens",
    "neighbour": "neighbor",
    "offenc": "offens",
    "paediatr": "pediatr",
    "practis": "practic",
    "programm": "program",
}
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*")
_IZ = re.compile("(?<=[iy])z(?=[aei])")
_IS_OR_IZ = re.compile("(?<=[iy])[sz](?=[aei]|$)")


class Word(NamedTuple):
    """A word of a text, folded, and where it stands there."""

    folded: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """The words of a text, folded: its runs of letters and digits."""
    return [folded(word) for word in _WORD.findall(text)]


def placed_words(text: str) -> list[Word]:
    """The words of a text with their places."""
    return [Word(folded(match[0]), *match.span()) for match in _WORD.finditer(text)]


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """The word without case and accents."""
    return _ACCENTS.sub("", unicodedata.normalize("NFD", word.lower()))


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """What a folded word shares with its other forms in a language; what has a digit is its own stem."""
    if not word.isalpha():
        return word
    stemmer = snowballstemmer.stemmer(STEMMERS[language])  # holds the word that it works on: one for each call
    if language != "en":
        return stemmer.stemWord(word)
    found = stemmer.stemWord(_IZ.sub("s", word))
    return FAMILIES.get(found, found)


def beginnings(word: str) -> tuple[str, ...]:
    """The word as the beginning of another, and as it would begin with -iz- for -is- or the other way round."""
    other = _IS_OR_IZ.sub(lambda match: "sz"["zs".index(match[0])], word)
    return tuple(dict.fromkeys((word, other)))
