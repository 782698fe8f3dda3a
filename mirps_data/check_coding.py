"""Whether the coding is whole: every commitment once, by codes that exist, each carried by words of its text."""

from collections.abc import Callable, Iterator
from itertools import product

import pandas as pd

from mirps_data.facets import BETWEEN
from mirps_data.problem import Problem, numbered

Frames = dict[str, pd.DataFrame]

SINGLE = ("action", "objective")
LISTED = ("population", "agd", "states")
MANY = (*LISTED, "institutions")
CODED = (*SINGLE, *MANY)
CODERS = ("A", "B")


def split(cell: str) -> list[str]:
    """What a cell holds that may hold several."""
    return cell.split(BETWEEN) if cell else []


def _known(tables: Frames) -> dict[str, list[str]]:
    """The codes that each column of the coding may hold, in order."""
    codes = tables["codes"]
    listed = {column: list(codes["code"][codes["column"] == column]) for column in CODED}
    return listed | {"institutions": list(tables["institutions"]["code"])}


def _held(tables: Frames) -> dict[tuple[str, str, str], int]:
    """The row of each code that must be carried by words, by id, column and code."""
    return {
        (record["id"], column, code): row
        for row, record in numbered(tables["coding"])
        for column in MANY
        for code in split(record[column])
    }


def _row_problems(tables: Frames) -> Iterator[Problem]:
    places = {each: place for place, each in enumerate(tables["commitments"]["id"])}
    last = -1
    for row, each in enumerate(tables["coding"]["id"], start=2):
        if places.get(each, last) < last:
            yield Problem("coding.csv", "must stand in the order of commitments.csv", row, "id", each)
        last = max(last, places.get(each, last))
    for missing in places.keys() - set(tables["coding"]["id"]):
        yield Problem("coding.csv", f"there is no row for {missing}; each commitment must have one")


def _cell_problems(tables: Frames) -> Iterator[Problem]:
    known = _known(tables)
    for row, record in numbered(tables["coding"]):
        for column in MANY:
            codes = split(record[column])
            file = "institutions.csv" if column == "institutions" else "codes.csv"
            if not set(codes) <= set(known[column]):
                yield Problem("coding.csv", f"must be codes of {file}", row, column, record[column])
            elif len(set(codes)) < len(codes):
                yield Problem("coding.csv", "must hold each code once", row, column, record[column])
            elif column in LISTED and codes != sorted(codes, key=known[column].index):
                yield Problem("coding.csv", "must be in the order of codes.csv", row, column, record[column])


def _institution_order_problems(tables: Frames) -> Iterator[Problem]:
    evidence = tables["coding_evidence"]
    starts = dict(zip(zip(evidence["id"], evidence["code"], strict=True), evidence["start"], strict=True))
    for row, record in numbered(tables["coding"]):
        places = [starts.get((record["id"], code), "") for code in split(record["institutions"])]
        if all(map(str.isdecimal, places)) and places != sorted(places, key=int):
            yield Problem("coding.csv", "must be in the order of the text", row, "institutions", record["institutions"])


def _code_problems(tables: Frames) -> Iterator[Problem]:
    known = set(zip(tables["codes"]["column"], tables["codes"]["code"], strict=True))
    used = {(column, code) for column in SINGLE for code in tables["coding"][column] if code}
    used |= {("kind", kind) for kind in tables["institutions"]["kind"] if kind}
    for column, code in sorted(used - known):
        yield Problem("codes.csv", f"there is no row for the {column} {code}, which is in use")


def _evidence_problems(tables: Frames) -> Iterator[Problem]:
    held, names, seen = _held(tables), _names(tables), set[tuple[str, str, str]]()
    texts = dict(zip(tables["commitments"]["id"], tables["commitments"]["text"], strict=True))
    for row, record in numbered(tables["coding_evidence"]):
        column, code, words = record["column"], record["code"], record["words"]
        key = (record["id"], column, code)
        if key not in held:
            yield _evidence(row, "code", code, f"coding.csv does not give {record['id']} this code in {column}")
        if not _is_span(texts.get(record["id"], ""), record):
            yield _evidence(row, "words", words, "must be what stands in the text from start to end")
        elif column == "institutions" and words not in names.get(code, [words]):
            yield _evidence(row, "words", words, "must be a printed name of the institution in institutions.csv")
        seen.add(key)
    for (each, column, code), row in held.items():
        if (each, column, code) not in seen:
            yield Problem("coding.csv", "coding_evidence.csv must hold the words that carry it", row, column, code)


def _is_span(text: str, record: dict[str, str]) -> bool:
    start, end = record["start"], record["end"]
    return start.isdecimal() and end.isdecimal() and text[int(start[:9]) : int(end[:9])] == record["words"]


def _names(tables: Frames) -> dict[str, list[str]]:
    """The printed names of each institution, by its code."""
    return {
        record["code"]: [record["name"], *split(record["spellings"])] for _, record in numbered(tables["institutions"])
    }


def _institution_problems(tables: Frames) -> Iterator[Problem]:
    used = {code for cell in tables["coding"]["institutions"] for code in split(cell)}
    printed = "\n".join(tables["commitments"]["text"])
    for row, record in numbered(tables["institutions"]):
        if record["code"] not in used:
            allowed = "must be named by a commitment in coding.csv"
            yield Problem("institutions.csv", allowed, row, "code", record["code"])
        for column in ("name", "spellings"):
            if not all(name in printed for name in split(record[column])):
                allowed = "must be printed in a commitment"
                yield Problem("institutions.csv", allowed, row, column, record[column])


def _pass_problems(tables: Frames) -> Iterator[Problem]:
    known = _known(tables)
    found: dict[tuple[str, str, str], list[str]] = {}
    for row, record in numbered(tables["coding_passes"]):
        column, code = record["column"], record["code"]
        if code and code not in known.get(column, [code]):
            yield _pass(row, "code", code, f"must be a code of {column}")
        earlier = found.setdefault((record["id"], column, record["coder"]), [])
        if earlier and (column in SINGLE or "" in (code, *earlier)):
            yield _pass(row, "code", code, "a row above answers this already")
        elif column in SINGLE and not code:
            yield _pass(row, "code", code, "must not be empty")
        earlier.append(code)
    for each, column, coder in product(tables["commitments"]["id"], CODED, CODERS):
        if (each, column, coder) not in found:
            yield Problem("coding_passes.csv", f"there is no row of coder {coder} for {each}, {column}")


def _agreement_problems(tables: Frames) -> Iterator[Problem]:
    known = _known(tables)
    for row, record in numbered(tables["coding_agreement"]):
        expected = known.get(record["column"], []) if record["measure"] == "positive" else [""]
        if record["code"] not in expected:
            allowed = f"must be a code of {record['column']} for positive agreement, else empty"
            yield Problem("coding_agreement.csv", allowed, row, "code", record["code"])


def _review_problems(tables: Frames) -> Iterator[Problem]:
    for row, record in numbered(tables["reviews"]):
        if record["table"] not in tables:
            yield Problem("reviews.csv", "must be a table of the data package", row, "table", record["table"])
        elif record["column"] and record["column"] not in tables[record["table"]]:
            yield Problem("reviews.csv", f"must be a column of {record['table']}", row, "column", record["column"])
        if bool(record["reviewed_by"]) != bool(record["reviewed_on"]):
            allowed = "a review has a name and a day, or neither"
            yield Problem("reviews.csv", allowed, row, "reviewed_on", record["reviewed_on"])


def _evidence(row: int, column: str, value: str, allowed: str) -> Problem:
    return Problem("coding_evidence.csv", allowed, row, column, value)


def _pass(row: int, column: str, value: str, allowed: str) -> Problem:
    return Problem("coding_passes.csv", allowed, row, column, value)


# Each rule with the columns it reads, as in check.py.
_COMMITMENTS = {"commitments": ["id", "text"]}
_CODING = {"coding": ["id", *CODED]}
_LISTS = {"codes": ["column", "code"], "institutions": ["code", "name", "spellings", "kind"]}
_EVIDENCE = {"coding_evidence": ["id", "column", "code", "start", "end", "words"]}
CODING_RULES: dict[Callable[[Frames], Iterator[Problem]], dict[str, list[str]]] = {
    _row_problems: _COMMITMENTS | _CODING,
    _cell_problems: _CODING | _LISTS,
    _institution_order_problems: _CODING | _EVIDENCE,
    _code_problems: _CODING | _LISTS,
    _evidence_problems: _COMMITMENTS | _CODING | _LISTS | _EVIDENCE,
    _institution_problems: _COMMITMENTS | _CODING | _LISTS,
    _pass_problems: _COMMITMENTS | _LISTS | {"coding_passes": ["id", "column", "coder", "code"]},
    _agreement_problems: _LISTS | {"coding_agreement": ["column", "measure", "code"]},
    _review_problems: {"reviews": ["table", "column", "reviewed_by", "reviewed_on"]},
}
