"""What no schema can say of translations.csv and the tables beside it: each row stands for a text that there is."""

from collections.abc import Callable, Iterator

import pandas as pd

from mirps_data.problem import Problem, numbered
from mirps_data.translations import SOURCE_LANGUAGE, TRANSLATED, Place, digest, originals

Tables = dict[str, pd.DataFrame]

MAY_BE_EMPTY = {"translations", "glossary", "translation_review"}  # a new edition is not translated yet


def _place_problems(tables: Tables) -> Iterator[Problem]:
    """A row of either table names a text of the document, in a language that is not the document's."""
    texts = originals(tables)
    for name in ("translations", "translation_review"):
        for row, record in numbered(tables[name]):
            if found := _misplaced(record, texts, tables):
                column, allowed = found
                yield Problem(f"{name}.csv", allowed, row, column, record[column])
            if record["language"].split("-")[0] == SOURCE_LANGUAGE:
                allowed = "must be another language than the document's"
                yield Problem(f"{name}.csv", allowed, row, "language", record["language"])


def _misplaced(record: dict[str, str], texts: dict[Place, str], tables: Tables) -> tuple[str, str] | None:
    """The column that names no text of the document and what is allowed there, or None."""
    table = record["table"]
    if table not in TRANSLATED or _place(record) in texts:
        return None
    key, columns = TRANSLATED[table]
    if record["column"] not in columns:
        return "column", f"must be a column of {table}.csv that is translated: {', '.join(columns)}"
    if record["key"] not in set(tables[table][key]):
        return "key", f"must be the {key} of a row of {table}.csv"
    return "column", f"the original has no {record['column']}; take the row away"


def _stale_problems(tables: Tables) -> Iterator[Problem]:
    texts = originals(tables)
    for row, record in numbered(tables["translations"]):
        original = texts.get(_place(record))
        if original is None:
            continue
        if record["text"] == original:
            yield _translation(row, "text", record, "is still the English text; translate it")
        if record["source_sha256"] != digest(original):
            allowed = f"the English has changed: mend the translation by it, then write {digest(original)}"
            yield _translation(row, "source_sha256", record, allowed)


def _title_problems(tables: Tables) -> Iterator[Problem]:
    made = _made(tables)
    for row, record in numbered(tables["translations"]):
        text = made.get((record["table"], record["key"], "text", record["language"]))
        if record["column"] == "title" and text is not None and not text.startswith(f"{record['text']}:"):
            yield _translation(row, "text", record, "must be what the translated text begins with, before a colon")


def _text_problems(tables: Tables) -> Iterator[Problem]:
    for row, record in numbered(tables["translations"]):
        paragraphs = record["text"].split("\n\n")
        if record["text"].strip() and any(part != " ".join(part.split()) for part in paragraphs):
            yield _translation(row, "text", record, "white space must be folded to single spaces")


def _reviewer_problems(tables: Tables) -> Iterator[Problem]:
    for row, record in numbered(tables["translations"]):
        if bool(record["reviewed_by"]) != bool(record["reviewed_on"]):
            empty = "reviewed_on" if record["reviewed_by"] else "reviewed_by"
            yield _translation(row, empty, record, "reviewed_by and reviewed_on stand together or are both empty")


def _objective_problems(tables: Tables) -> Iterator[Problem]:
    for row, record in numbered(tables["objectives"]):
        if record["number"] != str(row - 1):
            yield Problem("objectives.csv", f"must be {row - 1}, the next", row, "number", record["number"])


def _glossary_problems(tables: Tables) -> Iterator[Problem]:
    for row, record in numbered(tables["glossary"]):
        forms = record["spanish"].split(";")
        if record["spanish"] and any(form != form.strip() or not form for form in forms):
            allowed = "forms are parted by one semicolon without spaces, and none is empty"
            yield Problem("glossary.csv", allowed, row, "spanish", record["spanish"])


def _review_problems(tables: Tables) -> Iterator[Problem]:
    """An error that was kept stands in the translation still."""
    made = _made(tables)
    for row, record in numbered(tables["translation_review"]):
        text = made.get((*_place(record), record["language"]))
        if text is not None and record["settled"] == "kept" and record["translation"] not in text:
            allowed = "these words are in the translation no more: the error is corrected, not kept"
            yield Problem("translation_review.csv", allowed, row, "settled", record["settled"])


def _made(tables: Tables) -> dict[tuple[str, ...], str]:
    """The translated texts by place and language."""
    rows = tables["translations"].to_dict("records")
    return {(*_place(record), record["language"]): record["text"] for record in rows}


def _place(record: dict[str, str]) -> Place:
    return record["table"], record["key"], record["column"]


def _translation(row: int, column: str, record: dict[str, str], allowed: str) -> Problem:
    return Problem("translations.csv", allowed, row, column, record[column])


# Each rule with the columns that it reads, as check.py wants them.
_TEXTS = {"commitments": ["id", "title", "text"], "countries": ["iso3", "narrative"], "objectives": ["number", "text"]}
_WHERE = ["table", "key", "column", "language"]
TRANSLATION_RULES: dict[Callable[[Tables], Iterator[Problem]], dict[str, list[str]]] = {
    _place_problems: _TEXTS | {"translations": _WHERE, "translation_review": _WHERE},
    _stale_problems: _TEXTS | {"translations": [*_WHERE, "text", "source_sha256"]},
    _title_problems: {"translations": [*_WHERE, "text"]},
    _text_problems: {"translations": ["text"]},
    _reviewer_problems: {"translations": ["reviewed_by", "reviewed_on"]},
    _objective_problems: {"objectives": ["number"]},
    _glossary_problems: {"glossary": ["spanish"]},
    _review_problems: {"translations": [*_WHERE, "text"], "translation_review": [*_WHERE, "settled", "translation"]},
}
