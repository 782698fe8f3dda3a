"""The document's texts in other languages: what is translated, who made and reviewed it, and whether it is current.

Nothing here knows a language: a translation is a row of data/translations.csv. The text of the document prevails.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256

import pandas as pd

from mirps_data.language import Language

Place = tuple[str, str, str]  # the table, the key of a row in it, and the column of an original

SOURCE_LANGUAGE = "en"
# What is translated of each table: the column that its rows are known by, and the columns of text.
TRANSLATED: dict[str, tuple[str, tuple[str, ...]]] = {
    "commitments": ("id", ("title", "text")),
    "countries": ("iso3", ("narrative",)),
    "objectives": ("number", ("text",)),
}


@dataclass(frozen=True)
class Translation:
    """A text of the document in another language, with who made and reviewed it, and which English it was made from."""

    table: str
    key: str
    column: str
    language: str
    text: str
    made_by: str
    made_on: str
    reviewed_by: str
    reviewed_on: str
    source_sha256: str

    @property
    def place(self) -> Place:
        """Where the original stands."""
        return self.table, self.key, self.column

    @property
    def is_by_machine(self) -> bool:
        """Whether a language model made it."""
        return self.made_by.split()[0].rstrip(",") == "AI"

    def is_current(self, original: str) -> bool:
        """Whether it was made from this very text."""
        return self.source_sha256 == digest(original)

    def label(self, say: Language) -> str:
        """What must stand beside the translation, whole: that it is unofficial, who made it, who reviewed it."""
        if not self.is_by_machine:
            return say(
                "Unofficial translation made for this project by {translator}; the text of the document prevails",
                translator=self.made_by,
            )
        if self.reviewed_by:
            return say(
                "Unofficial translation made with artificial intelligence for this project and reviewed by {reviewer}; "
                "the text of the document prevails",
                reviewer=self.reviewed_by,
            )
        return say(
            "Unofficial translation made with artificial intelligence for this project, without human review; "
            "the text of the document prevails"
        )


def unofficial(say: Language) -> str:
    """What must stand beside every translation where there is no room for its whole label."""
    return say("unofficial translation")


def text_in(translations: pd.DataFrame, language: str) -> dict[Place, Translation]:
    """The translations into a language by the place of their original."""
    names = [column.name for column in fields(Translation)]
    rows = translations.loc[translations["language"] == language, names].to_dict("records")
    made = (Translation(**row) for row in rows)
    return {translation.place: translation for translation in made}


def originals(tables: Mapping[str, pd.DataFrame]) -> dict[Place, str]:
    """Every text of the document that is to be translated, in the order of the tables; a row without one has none."""
    return {
        (name, str(row[key]), column): row[column]
        for name, (key, columns) in TRANSLATED.items()
        for row in tables[name].to_dict("records")
        for column in columns
        if row[column]
    }


def digest(text: str) -> str:
    """The SHA-256 of a text, by which a translation knows its original."""
    return sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Coverage:
    """How far the document is translated into a language: how many texts there are, and which want work."""

    language: str
    texts: int
    missing: tuple[Place, ...] = field(default=())
    stale: tuple[Place, ...] = field(default=())
    unreviewed: tuple[Place, ...] = field(default=())

    @property
    def translated(self) -> int:
        """How many texts have a translation, current or not."""
        return self.texts - len(self.missing)


def coverage(tables: Mapping[str, pd.DataFrame], language: str) -> Coverage:
    """What is translated into a language, what is missing or out of date, and what no person has reviewed."""
    texts, made = originals(tables), text_in(tables["translations"], language)
    here = {place: made[place] for place in texts if place in made}
    return Coverage(
        language=language,
        texts=len(texts),
        missing=tuple(place for place in texts if place not in made),
        stale=tuple(place for place, translation in here.items() if not translation.is_current(texts[place])),
        unreviewed=tuple(place for place, translation in here.items() if not translation.reviewed_by),
    )


def to_translate(tables: Mapping[str, pd.DataFrame], language: str) -> pd.DataFrame:
    """A row for each text not yet in a language, as translations.csv has it, with the English to be written over."""
    texts, columns = originals(tables), [column.name for column in fields(Translation)]
    rows = [
        dict.fromkeys(columns, "")
        | dict(zip(("table", "key", "column"), place, strict=True))
        | {"language": language, "text": texts[place], "source_sha256": digest(texts[place])}
        for place in coverage(tables, language).missing
    ]
    return pd.DataFrame(rows, columns=columns)
