"""Full-text search over a table of commitments: SQLite's FTS5, in memory, built once a table.

Case and accents do not matter, a word finds what begins with it, several words must all be there, “quotes” make a
phrase, -word excludes. Whatever is typed finds something or nothing; it never raises.
"""

import re
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pandas as pd

from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_ISO3

LONGEST = 300
IDENTIFIER = re.compile(r"[A-Za-z]{3}-[A-Za-z]{3}-[0-9]{2,}")
_BEGIN, _END = "\x02", "\x03"
_TYPED = str.maketrans("“”„«»–", '"""""-')  # what phones and office programs make of quotes and dashes
_TERM = re.compile(r'(-?)"([^"]*)(?:"|$)|(\S+)')
_WEIGHTS = {"id": 8.0, "title": 3.0, "text": 1.0, "country": 4.0, "area": 4.0}
# Spellings that the plans use side by side (see data/curation_log.csv): either finds both.
_VARIANTS = {"lgtbi": "lgbti", "lgbti": "lgtbi", "labor": "labour", "labour": "labor"}

Segments = tuple[tuple[str, bool], ...]  # pieces of a text in order, each with whether it matches


@dataclass(frozen=True)
class Term:
    """One thing looked for: its words, whether as a phrase, and whether it must be absent."""

    words: str
    is_phrase: bool
    is_excluded: bool

    @property
    def is_searchable(self) -> bool:
        """Whether it has a letter or digit; nothing else is in the index."""
        return any(letter.isalnum() for letter in self.words)

    @property
    def expression(self) -> str:
        """The term in FTS5's language, quoted so that nothing in it is an operator; a variant spelling will do too."""
        if self.is_phrase:
            return f'"{self.words}"'
        spellings = filter(None, (self.words, _VARIANTS.get(self.words.lower())))
        return "(" + " OR ".join(f'"{spelling}"*' for spelling in spellings) + ")"


def cleaned(words: str) -> str:
    """What is typed as it is looked for: control characters dropped, white space folded, the first 300 characters."""
    printable = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(printable.split())[:LONGEST].strip()


def terms(words: str) -> list[Term]:
    """The terms of what is typed; a lone quote or dash is none yet."""
    found = []
    for match in _TERM.finditer(cleaned(words).translate(_TYPED)):
        dash, phrase, word = match.groups()
        if word is None:
            found.append(Term(phrase.strip(), is_phrase=match[0].endswith('"'), is_excluded=bool(dash)))
        else:
            found.append(Term(word.lstrip("-").replace('"', ""), is_phrase=False, is_excluded=word.startswith("-")))
    return [term for term in dict.fromkeys(found) if term.words]


class Index:
    """The search index of a table; a row of it is a commitment, found by its place in the table."""

    def __init__(self, table: pd.DataFrame) -> None:
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        columns = ", ".join(_WEIGHTS)
        tokenizer = "unicode61 remove_diacritics 2"
        self._database.execute(f"CREATE VIRTUAL TABLE found USING fts5({columns}, tokenize = '{tokenizer}')")
        places = f"INSERT INTO found(rowid, {columns}) VALUES (?{', ?' * len(_WEIGHTS)})"  # noqa: S608 - our names
        self._database.executemany(places, _rows(table))

    def places(self, words: str) -> list[int] | None:
        """The places in the table of what is found, best match first; None if nothing is looked for yet."""
        looked_for = terms(words)
        if not looked_for:
            return None
        wanted, excluded = _expressions(looked_for)
        if not wanted:
            return self._all_but(excluded) if excluded else []
        query = f"({' AND '.join(wanted)})" + (f" NOT ({' OR '.join(excluded)})" if excluded else "")
        weights = ", ".join(map(str, _WEIGHTS.values()))
        ranked = f"SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, {weights}), rowid"  # noqa: S608
        return self._ask(ranked, query)

    def marked(self, words: str, places: list[int]) -> dict[int, Segments]:
        """The texts at these places in pieces, each with whether it matches."""
        wanted, _ = _expressions(terms(words))
        if not wanted or not places:
            return {}
        with self._lock:
            rows = self._database.execute(
                "SELECT rowid, highlight(found, 2, ?, ?) FROM found WHERE found MATCH ?",
                (_BEGIN, _END, f"text : ({' OR '.join(wanted)})"),
            ).fetchall()
        among = set(places)
        return {place: _segments(text) for place, text in rows if place in among}

    def _all_but(self, excluded: list[str]) -> list[int]:
        left_out = set(self._ask("SELECT rowid FROM found WHERE found MATCH ?", " OR ".join(excluded)))
        return [place for place in self._ask("SELECT rowid FROM found ORDER BY rowid") if place not in left_out]

    def _ask(self, statement: str, *query: str) -> list[int]:
        with self._lock:
            return [place for (place,) in self._database.execute(statement, query).fetchall()]


def mentioned(words: str) -> str | None:
    """The one word or phrase that is looked for, without its quotation marks; None where it is anything more."""
    looked_for = terms(words)
    if len(looked_for) != 1 or looked_for[0].is_excluded or IDENTIFIER.fullmatch(looked_for[0].words):
        return None
    return looked_for[0].words


def index_of(table: pd.DataFrame) -> Index:
    """The index of a table, built when it is first searched and kept as long as the table is."""
    with _building:
        kept = _indexes.get(id(table))
        if kept is None or kept[0]() is not table:
            kept = _indexes[id(table)] = (weakref.ref(table, partial(_forget, id(table))), Index(table))
        return kept[1]


def _forget(key: int, _gone: weakref.ref) -> None:
    _indexes.pop(key, None)


_indexes: dict[int, tuple[weakref.ref, Index]] = {}
_building = threading.RLock()


def _expressions(looked_for: list[Term]) -> tuple[list[str], list[str]]:
    """What must be found and what must not; a term without a letter or digit is passed over."""
    usable = [term for term in looked_for if term.is_searchable]
    wanted = [term.expression for term in usable if not term.is_excluded]
    return wanted, [term.expression for term in usable if term.is_excluded]


def _rows(table: pd.DataFrame) -> Iterator[tuple[int | str, ...]]:
    countries = {iso3: " ".join(country.names) for iso3, country in COUNTRY_BY_ISO3.items()}
    areas = {name: f"{area.name} {area.name_es}" for name, area in AREA_BY_NAME.items()}
    columns = [table[name] for name in ("id", "title", "text")]
    columns += [table["iso3"].map(countries), table["focus_area"].map(areas)]
    return ((place, *map(str, values)) for place, values in enumerate(zip(*columns, strict=True)))


def _segments(marked: str) -> Segments:
    pieces = []
    for part in marked.split(_BEGIN):
        inside, ended, outside = part.partition(_END)
        pieces += [(inside, True), (outside, False)] if ended else [(inside, False)]
    return tuple((words, matches) for words, matches in pieces if words)
