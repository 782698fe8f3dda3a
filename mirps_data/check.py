"""Whether the tables are what data/datapackage.json says they are, and agree with each other.

Columns, values and keys are held against the package (mirps_data/check_schema.py); what no package can say (an id that
matches its row, positions without a gap) is a short function here. All problems are found, not the
first. Row numbers are as a spreadsheet shows them: the header is row 1.
"""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from mirps_data.check_coding import CODING_RULES
from mirps_data.check_schema import PACKAGE, WHOLE_NUMBER, key_problems, package_problems, table_problems
from mirps_data.check_translations import MAY_BE_EMPTY, TRANSLATION_RULES
from mirps_data.problem import Problem, numbered, shortened
from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_ISO3, COUNTRY_BY_NAME
from mirps_data.schema import data_package, schemas

Tables = dict[str, pd.DataFrame]


def read_and_check(folder: Path) -> tuple[Tables, list[Problem]]:
    """The tables of a folder as text, by name, and all that is wrong; a table that can't be read is left out."""
    tables: Tables = {}
    problems = list(package_problems(data_package()))
    for name, columns in schemas().items():
        try:
            tables[name], found = _read(folder / f"{name}.csv")
        except ValueError as error:
            problems.append(Problem(f"{name}.csv", str(error)))
            continue
        problems += found
        problems += table_problems(name, tables[name], columns)
    problems += key_problems(data_package(), tables)
    for rule, needed in (_RULES | CODING_RULES).items():
        if all(table in tables and set(columns) <= set(tables[table]) for table, columns in needed.items()):
            problems += rule(tables)
    order = [PACKAGE, *(f"{name}.csv" for name in schemas())]
    return tables, sorted(problems, key=lambda problem: (order.index(problem.file), problem.row or 0))


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
    return pd.DataFrame([(row + [""] * width)[:width] for row in rows], columns=header, dtype=object), problems


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
        if area and WHOLE_NUMBER.fullmatch(record["position"]):
            expected = f"{record['iso3']}-{area.id_code}-{int(record['position']):02d}"
            if record["id"] != expected:
                yield _commitment(row, "id", record["id"], f"the row's country, area and position make it {expected}")


def _position_problems(tables: Tables) -> Iterator[Problem]:
    counted: dict[tuple[str, str, str], int] = {}
    for row, record in numbered(tables["commitments"]):
        position, group = record["position"], (record["edition"], record["iso3"], record["focus_area"])
        if record["focus_area"] not in AREA_BY_NAME or not WHOLE_NUMBER.fullmatch(position):
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
        if not WHOLE_NUMBER.fullmatch(line):
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
    later = set(tables["commitments"]["id"])
    for row, record in numbered(tables["commitments"]):
        pointed = record["duplicate_of"]
        original = first.setdefault((record["edition"], record["iso3"], record["text"]), record["id"])
        if pointed in later:
            yield _commitment(row, "duplicate_of", pointed, "must be the id of an earlier row")
        elif pointed in earlier and earlier[pointed]["text"] != record["text"]:
            yield _commitment(row, "duplicate_of", pointed, "must be a row with the same text")
        elif pointed in ("", *earlier) and pointed != ("" if original == record["id"] else original):
            allowed = f"the text stands first in {original}" if original != record["id"] else "must be empty"
            yield _commitment(row, "duplicate_of", pointed, allowed)
        earlier[record["id"]] = record
        later.discard(record["id"])


def _agreement_problems(tables: Tables) -> Iterator[Problem]:
    """Countries are all there and named as the reference has them; pages agree between the tables."""
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
    _agreement_problems: {
        "commitments": ["iso3", "source_pages"],
        "countries": ["iso3", "country_es", "source_pages"],
    },
    **TRANSLATION_RULES,
}
