"""Whether the tables are what data/datapackage.json says they are, and agree with each other.

Columns and values are held against the package's schemas, one place for what is allowed; what no schema can say
(an id that matches its row, positions without a gap) is a short function here. All problems are found, not the
first. Row numbers are as a spreadsheet shows them: the header is row 1.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from mirps_data.check_coding import CODING_RULES
from mirps_data.check_translations import MAY_BE_EMPTY, TRANSLATION_RULES
from mirps_data.problem import Problem, numbered, shortened
from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_ISO3, COUNTRY_BY_NAME
from mirps_data.schema import Column, schemas

Tables = dict[str, pd.DataFrame]

_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_NUMBER = re.compile(r"-?[0-9]+\.[0-9]+")


def read_and_check(folder: Path) -> tuple[Tables, list[Problem]]:
    """The tables of a folder as text, by name, and all that is wrong; a table that can't be read is left out."""
    tables: Tables = {}
    problems: list[Problem] = []
    for name, columns in schemas().items():
        try:
            tables[name], found = _read(folder / f"{name}.csv")
        except ValueError as error:
            problems.append(Problem(f"{name}.csv", str(error)))
            continue
        problems += found
        problems += _columns_problems(name, tables[name], columns)
    for rule, needed in (_RULES | CODING_RULES).items():
        if all(table in tables and set(columns) <= set(tables[table]) for table, columns in needed.items()):
            problems += rule(tables)
    order = list(schemas())
    return tables, sorted(problems, key=lambda problem: (order.index(problem.file[:-4]), problem.row or 0))


def check_folder(folder: Path) -> tuple[list[Problem], dict[str, int]]:
    """All that is wrong with the tables of a folder, and the number of rows of each file."""
    tables, problems = read_and_check(folder)
    return problems, {f"{name}.csv": len(table) for name, table in tables.items()}


def _read(path: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """A table as text. Raises ValueError if it cannot be read; a row of another length is a problem, and is padded."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ValueError(f"the file cannot be read ({error.strerror}); it must be in {path.parent}") from error
    try:
        content = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line} is not UTF-8; save the file as “CSV UTF-8”") from error
    if "\0" in content:
        raise ValueError("the file holds a NUL character; save it as “CSV UTF-8”")
    try:
        header, *rows = list(csv.reader(io.StringIO(content, newline=""), strict=True)) or [[]]
    except csv.Error as error:
        raise ValueError(f"the file is not a CSV table ({error})") from error
    if not header or not (rows or path.stem in MAY_BE_EMPTY):
        raise ValueError("the file is empty; it must hold a header and at least one row")
    if repeated := sorted({column for column in header if header.count(column) > 1}):
        names = ", ".join(map(shortened, repeated))
        raise ValueError(f"the header names a column twice ({names}); each must stand once")
    problems = [
        Problem(path.name, f"{len(row)} cells; the header has {len(header)}", row=number)
        for number, row in enumerate(rows, start=2)
        if len(row) != len(header)
    ]
    width = len(header)
    return pd.DataFrame([(row + [""] * width)[:width] for row in rows], columns=header, dtype=str), problems


def _columns_problems(name: str, table: pd.DataFrame, columns: list[Column]) -> Iterator[Problem]:
    file = f"{name}.csv"
    expected = [column["name"] for column in columns]
    for missing in expected:
        if missing not in table:
            yield Problem(file, f"the column is missing; the table has {', '.join(expected)}", column=missing)
    for extra in table.columns:
        if extra not in expected:
            yield Problem(file, f"an extra column; the table has {', '.join(expected)}", column=extra)
    for column in columns:
        if column["name"] in table:
            yield from _values_problems(file, table[column["name"]], column)


def _values_problems(file: str, values: pd.Series, column: Column) -> Iterator[Problem]:
    constraints = column.get("constraints", {})
    seen: dict[str, int] = {}
    for row, value in enumerate(values, start=2):
        if allowed := _breach(value, column["type"], constraints):
            yield Problem(file, allowed, row, column["name"], value)
        elif constraints.get("unique") and value in seen:
            yield Problem(file, f"row {seen[value]} has the same; each must be unique", row, column["name"], value)
        seen.setdefault(value, row)


def _breach(value: str, kind: str, constraints: Column) -> str | None:
    """What is allowed instead of a value, or None if the value is fine."""
    if not value.strip():
        if constraints.get("required"):
            return "must not be empty"
        return "must be empty, not blank" if value else None
    least = constraints.get("minimum")
    if kind == "integer" and not (_WHOLE_NUMBER.fullmatch(value) and int(value) >= (least or 0)):
        return f"must be a whole number, {least or 0} or more"
    if kind == "number" and not _NUMBER.fullmatch(value):
        return "must be a number with a decimal point"
    if "enum" in constraints and value not in constraints["enum"]:
        return f"must be one of {', '.join(constraints['enum'])}"
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], value):
        return f"must have the form {constraints['pattern']}"
    return None


def _country_code_problems(tables: Tables) -> Iterator[Problem]:
    for name in ("commitments", "declared_counts", "countries"):
        table = tables.get(name, pd.DataFrame())
        if not {"country", "iso3"} <= set(table):
            continue
        for row, (country, iso3) in enumerate(zip(table["country"], table["iso3"], strict=True), start=2):
            if country in COUNTRY_BY_NAME and iso3 != COUNTRY_BY_NAME[country].iso3:
                allowed = f"{country} has the code {COUNTRY_BY_NAME[country].iso3}"
                yield Problem(f"{name}.csv", allowed, row, "iso3", iso3)


def _id_problems(tables: Tables) -> Iterator[Problem]:
    for row, record in numbered(tables["commitments"]):
        area = AREA_BY_NAME.get(record["focus_area"])
        if area and _WHOLE_NUMBER.fullmatch(record["position"]):
            expected = f"{record['iso3']}-{area.id_code}-{int(record['position']):02d}"
            if record["id"] != expected:
                yield _commitment(row, "id", record["id"], f"the row's country, area and position make it {expected}")


def _position_problems(tables: Tables) -> Iterator[Problem]:
    counted: dict[tuple[str, str, str], int] = {}
    for row, record in numbered(tables["commitments"]):
        position, group = record["position"], (record["edition"], record["iso3"], record["focus_area"])
        if record["focus_area"] not in AREA_BY_NAME or not _WHOLE_NUMBER.fullmatch(position):
            continue
        expected = counted.get(group, 0) + 1
        if position != str(expected):
            allowed = f"must be {expected}, the next in {record['country']}, {record['focus_area']}"
            yield _commitment(row, "position", position, allowed)
        counted[group] = int(position)


def _order_problems(tables: Tables) -> Iterator[Problem]:
    last: dict[str, int] = {}
    for row, record in numbered(tables["commitments"]):
        line = record["source_line"]
        if not _WHOLE_NUMBER.fullmatch(line):
            continue
        if int(line) <= last.get(record["edition"], 0):
            yield _commitment(
                row, "source_line", line, "must be greater than in the row above: rows are in document order"
            )
        last[record["edition"]] = int(line)


def _text_problems(tables: Tables) -> Iterator[Problem]:
    for row, record in numbered(tables["commitments"]):
        if record["text"].strip() and record["text"] != " ".join(record["text"].split()):
            yield _commitment(row, "text", record["text"], "white space must be folded to single spaces")
        if record["title"] and not record["text"].startswith(f"{record['title']}:"):
            yield _commitment(row, "title", record["title"], "must be what the text begins with, before a colon")


def _duplicate_problems(tables: Tables) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], str] = {}
    earlier: dict[str, dict[str, str]] = {}
    for row, record in numbered(tables["commitments"]):
        pointed = record["duplicate_of"]
        original = first.setdefault((record["edition"], record["iso3"], record["text"]), record["id"])
        if pointed and pointed not in earlier:
            yield _commitment(row, "duplicate_of", pointed, "must be the id of an earlier row")
        elif pointed and earlier[pointed]["text"] != record["text"]:
            yield _commitment(row, "duplicate_of", pointed, "must be a row with the same text")
        elif pointed != ("" if original == record["id"] else original):
            allowed = f"the text stands first in {original}" if original != record["id"] else "must be empty"
            yield _commitment(row, "duplicate_of", pointed, allowed)
        earlier[record["id"]] = record


def _declared_problems(tables: Tables) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str], int] = {}
    for row, record in numbered(tables["declared_counts"]):
        key = (record["edition"], record["iso3"], record["focus_area"])
        if key in seen:
            allowed = f"row {seen[key]} declares this count already"
            yield Problem("declared_counts.csv", allowed, row, "focus_area", record["focus_area"])
        seen.setdefault(key, row)


def _reference_problems(tables: Tables) -> Iterator[Problem]:
    """Countries and commitments that another table names must exist."""
    known = set(tables["countries"]["iso3"])
    for name in ("commitments", "declared_counts"):
        for row, iso3 in enumerate(tables[name]["iso3"], start=2):
            if iso3 not in known:
                yield Problem(f"{name}.csv", "must be a country of countries.csv", row, "iso3", iso3)
    ids = set(tables["commitments"]["id"])
    for row, identifier in enumerate(tables["curation_log"]["commitment"], start=2):
        if identifier and identifier not in ids:
            yield Problem("curation_log.csv", "must be an id of commitments.csv", row, "commitment", identifier)


def _agreement_problems(tables: Tables) -> Iterator[Problem]:
    """Countries are all there and named as the reference has them; editions and pages agree between the tables."""
    countries = tables["countries"]
    for iso3, country in COUNTRY_BY_ISO3.items():
        if iso3 not in set(countries["iso3"]):
            yield Problem("countries.csv", f"there is no row for {country.name} ({iso3}); each country must have one")
    for row, record in numbered(countries):
        known = COUNTRY_BY_ISO3.get(record["iso3"])
        if known and record["country_es"] not in ("", known.name_es):
            yield Problem("countries.csv", f"must be {known.name_es}", row, "country_es", record["country_es"])
        if not _pages_ascend(record["source_pages"]):
            allowed = "the last page must not come before the first"
            yield Problem("countries.csv", allowed, row, "source_pages", record["source_pages"])
    pages = dict(zip(countries["iso3"], countries["source_pages"], strict=True))
    for row, record in numbered(tables["commitments"]):
        if record["source_pages"] != pages.get(record["iso3"], record["source_pages"]):
            allowed = f"countries.csv has {pages[record['iso3']]}"
            yield _commitment(row, "source_pages", record["source_pages"], allowed)
    editions = set(tables["commitments"]["edition"])
    for name in ("declared_counts", "countries", "curation_log"):
        for row, edition in enumerate(tables[name]["edition"], start=2):
            if edition and edition not in editions:
                yield Problem(f"{name}.csv", "must be an edition of commitments.csv", row, "edition", edition)


def _pages_ascend(pages: str) -> bool:
    first, _, last = pages.partition("-")
    return not (first.isdecimal() and last.isdecimal()) or int(first[:9]) <= int(last[:9])


def _commitment(row: int, column: str, value: str, allowed: str) -> Problem:
    return Problem("commitments.csv", allowed, row, column, value)


# Each rule with the columns it reads: it runs when they are there, and never twice for one mistake.
_PLACE = ["edition", "iso3", "country", "focus_area", "position"]
_RULES: dict[Callable[[Tables], Iterator[Problem]], dict[str, list[str]]] = {
    _country_code_problems: {},
    _id_problems: {"commitments": ["id", *_PLACE]},
    _position_problems: {"commitments": _PLACE},
    _order_problems: {"commitments": ["edition", "source_line"]},
    _text_problems: {"commitments": ["title", "text"]},
    _duplicate_problems: {"commitments": ["id", "edition", "iso3", "text", "duplicate_of"]},
    _declared_problems: {"declared_counts": ["edition", "iso3", "focus_area"]},
    _agreement_problems: {
        "commitments": ["iso3", "source_pages", "edition"],
        "declared_counts": ["edition"],
        "countries": ["iso3", "country_es", "source_pages", "edition"],
        "curation_log": ["edition"],
    },
    _reference_problems: {
        "commitments": ["id", "iso3"],
        "declared_counts": ["iso3"],
        "countries": ["iso3"],
        "curation_log": ["commitment"],
    },
    **TRANSLATION_RULES,
}
