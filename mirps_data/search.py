"""Full-text search over a table of commitments: SQLite's FTS5, in memory, built once a table.

It looks at the texts alone, so that what is found mentions what was typed; a whole id finds its commitment. Case and
accents do not matter. A word finds what begins with it and its other forms and spellings (see mirps_data.words),
several words must all be there, `or` (`o`) between two means either, “quotes” make an exact phrase, -word excludes.
Whatever is typed finds something or nothing; it never raises.
"""

import re
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

import pandas as pd

from mirps_data.words import Word, beginnings, placed_words, stem, words_of

LONGEST = 300
IDENTIFIER = re.compile(r"[A-Za-z]{3}-[A-Za-z]{3}-[0-9]{2,}")
TEXTS = {"en": "text"}  # the languages that a commitment is searched in, each with the column of its texts
_TYPED = str.maketrans("“”„«»–", '"""""-')  # what phones and office programs make of quotes and dashes
_TERM = re.compile(r'(-?)"([^"]*)(?:"|$)|(\S+)')
_EITHER = ("or", "o")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)

Segments = tuple[tuple[str, bool], ...]  # pieces of a text in order, each with whether it matches


@dataclass(frozen=True)
class Term:
    """One thing looked for: its words, whether as a phrase, and whether it must be absent.

    `typed` is how it was typed, `either` the word (`or`, `o`) that makes it an alternative to the term before; terms
    are equal whatever these are.
    """

    words: str
    is_phrase: bool
    is_excluded: bool
    typed: str = field(default="", compare=False)
    either: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.typed

    @property
    def folded(self) -> tuple[str, ...]:
        """Its words as they are compared, a possessive as its word; none if it has no letter or digit."""
        return tuple(words_of(self.words if self.is_phrase else _POSSESSIVE.sub("", self.words)))


def cleaned(words: str) -> str:
    """What is typed as it is looked for: control characters dropped, white space folded, the first 300 characters."""
    printable = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(printable.split())[:LONGEST].strip()


def terms(words: str) -> list[Term]:
    """The terms of what is typed; a lone quote or dash is none yet, nor is an `or` that stands between nothing."""
    found: list[Term] = []
    either = ""
    for match in _TERM.finditer(cleaned(words).translate(_TYPED)):
        if match[0].lower() in _EITHER:
            either = match[0] if found else ""
        elif (term := _term(match, either)).words:
            found.append(term)
            either = ""
    return found


def without(words: str, *removed: Term) -> str:
    """What is typed without these terms."""
    kept = ([term for term in group if term not in removed] for group in _alternatives(terms(words)))
    return " ".join(_written(group) for group in kept if group)


def mentioned(words: str) -> str | None:
    """The one word or phrase that is looked for, without its quotation marks; None where it is anything more."""
    looked_for = terms(words)
    if len(looked_for) != 1 or looked_for[0].is_excluded or IDENTIFIER.fullmatch(looked_for[0].words):
        return None
    return looked_for[0].words


class Index:
    """The search index of a table; a row of it is a commitment, found by its place in the table.

    For each language it holds the words of the texts and their stems, side by side.
    """

    def __init__(self, table: pd.DataFrame, texts: Mapping[str, str] = TEXTS) -> None:
        self._lock = threading.Lock()
        self._texts = {language: list(table[column]) for language, column in texts.items()}
        ids = [" ".join(words_of(identifier)) for identifier in table["id"]]
        self._ids = frozenset(ids)
        self._columns = [f"{kind}_{language}" for language in texts for kind in ("words", "stems")]
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        columns = ", ".join(["id", *self._columns])
        self._database.execute(f"CREATE VIRTUAL TABLE found USING fts5({columns}, tokenize = 'ascii', content = '')")
        row = f"INSERT INTO found(rowid, {columns}) VALUES (?, ?{', ?' * len(self._columns)})"  # noqa: S608 - our names
        self._database.executemany(row, self._rows(ids))

    def places(self, words: str) -> list[int] | None:
        """The places in the table of what is found, best match first; None if nothing is looked for yet."""
        looked_for = terms(words)
        if not looked_for:
            return None
        wanted = [self._any_of(group) for group in _wanted(looked_for)]
        excluded = self._any_of([term for term in looked_for if term.is_excluded and term.folded])
        if not wanted:
            return self._all_but(excluded) if all(term.is_excluded for term in looked_for) else []
        query = f"({' AND '.join(wanted)})" + (f" NOT {excluded}" if excluded else "")
        weights = ", ".join(["1", *("2" if column.startswith("words") else "1" for column in self._columns)])
        ranked = f"SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, {weights}), rowid"  # noqa: S608
        return self._ask(ranked, query)

    def marked(self, words: str, places: Sequence[int], language: str = "en") -> dict[int, Segments]:
        """The texts at these places in which something matches, in pieces, each with whether it does."""
        wanted = [_Sought.of(term, language) for group in _wanted(terms(words)) for term in group]
        if not wanted:
            return {}
        found = {place: _segments(self._texts[language][place], wanted, language) for place in places}
        return {place: segments for place, segments in found.items() if any(matches for _, matches in segments)}

    def _any_of(self, alternatives: list[Term]) -> str:
        """The terms in FTS5's language, where any will do; empty if there are none."""
        return f"({' OR '.join(self._expression(term) for term in alternatives)})" if alternatives else ""

    def _expression(self, term: Term) -> str:
        """A term in FTS5's language, quoted so that nothing in it is an operator."""
        words = " ".join(term.folded)
        if words in self._ids:
            return f'id : "{words}"'
        in_words = "{" + " ".join(f"words_{language}" for language in self._texts) + "}"
        if term.is_phrase:
            return f'{in_words} : "{words}"'
        *before, last = term.folded
        ways = [f'{in_words} : "{" ".join([*before, beginning])}"*' for beginning in beginnings(last)]
        for language in self._texts:
            ways.append(f'stems_{language} : "{" ".join(stem(word, language) for word in term.folded)}"')
        return f"({' OR '.join(ways)})"

    def _rows(self, ids: list[str]) -> Iterator[tuple[int | str, ...]]:
        for place, identifier in enumerate(ids):
            columns: list[str] = []
            for language, texts in self._texts.items():
                words = words_of(texts[place])
                columns += [" ".join(words), " ".join(stem(word, language) for word in words)]
            yield (place, identifier, *columns)

    def _all_but(self, excluded: str) -> list[int]:
        left_out = set(self._ask("SELECT rowid FROM found WHERE found MATCH ?", excluded)) if excluded else set()
        return [place for place in self._ask("SELECT rowid FROM found ORDER BY rowid") if place not in left_out]

    def _ask(self, statement: str, *query: str) -> list[int]:
        with self._lock:
            return [place for (place,) in self._database.execute(statement, query).fetchall()]


def _term(match: re.Match[str], either: str) -> Term:
    dash, phrase, word = match.groups()
    if word is None:
        return Term(phrase.strip(), match[0].endswith('"'), bool(dash), match[0], either)
    return Term(word.lstrip("-").replace('"', ""), False, word.startswith("-"), match[0], either)


def _alternatives(looked_for: list[Term]) -> list[list[Term]]:
    """The terms in groups, of which any will do."""
    groups: list[list[Term]] = []
    for term in looked_for:
        if term.either:
            groups[-1].append(term)
        else:
            groups.append([term])
    return groups


def _wanted(looked_for: list[Term]) -> list[list[Term]]:
    """The groups of what must be there: without what excludes, and without what has no letter or digit."""
    groups = ([term for term in group if term.folded and not term.is_excluded] for group in _alternatives(looked_for))
    return [group for group in groups if group]


def _written(group: list[Term]) -> str:
    first, *others = group
    return " ".join([str(first), *(f"{term.either} {term}" for term in others)])


class _Sought(NamedTuple):
    """A term as it is looked for among the words of a text in a language; a phrase has no beginnings and no stems."""

    words: list[str]
    beginnings: tuple[str, ...]
    stems: list[str] | None

    @classmethod
    def of(cls, term: Term, language: str) -> Self:
        words = list(term.folded)
        if term.is_phrase:
            return cls(words, (), None)
        return cls(words, beginnings(words[-1]), [stem(word, language) for word in words])

    def stands(self, words: list[str], stems: list[str], first: int) -> bool:
        """Whether it stands among the words from the first on, of which there are enough."""
        after = first + len(self.words)
        begins = words[after - 1].startswith(self.beginnings) and words[first : after - 1] == self.words[:-1]
        return begins or words[first:after] == self.words or stems[first:after] == self.stems


def _segments(text: str, wanted: list[_Sought], language: str) -> Segments:
    words = placed_words(text)
    pieces, position = [], 0
    for start, end in sorted(_spans(words, wanted, language)):
        begin = max(start, position)
        pieces += [(text[position:begin], False), (text[begin:end], True)]
        position = max(position, end)
    pieces.append((text[position:], False))
    return tuple((piece, matches) for piece, matches in pieces if piece)


def _spans(words: list[Word], wanted: list[_Sought], language: str) -> Iterator[tuple[int, int]]:
    """Where what is sought stands in the text of these words."""
    folded = [word.folded for word in words]
    stems = [stem(word, language) for word in folded]
    for sought in wanted:
        for first in range(len(words) - len(sought.words) + 1):
            if sought.stands(folded, stems, first):
                yield words[first].start, words[first + len(sought.words) - 1].end
