"""Whether the tables keep what data/datapackage.json asks of any table: columns, types, constraints and keys.

What the package asks and this check does not know is a problem of the package: nothing is asked in vain.
"""

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from mirps_data.problem import Problem
from mirps_data.schema import Column, Key, Package, Reference, keys, references

Tables = dict[str, pd.DataFrame]

PACKAGE = "datapackage.json"
WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_NUMBER = re.compile(r"-?[0-9]+\.[0-9]+")
_CONSTRAINTS = {
    "string": {"required", "unique", "enum", "pattern"},
    "integer": {"required", "unique", "minimum"},
    "number": {"required", "unique"},
}
_OF_A_COLUMN = {"name", "type", "description", "description_es", "constraints"}
_OF_A_TABLE = {"fields", "missingValues", "primaryKey", "foreignKeys"}


def package_problems(package: Package) -> Iterator[Problem]:
    """What the package asks that the check could not enforce."""
    columns = {resource["name"]: [column["name"] for column in _fields(resource)] for resource in package["resources"]}
    for resource in package["resources"]:
        name, schema = resource["name"], resource["schema"]
        yield from _unknown(name, schema, _OF_A_TABLE)
        if not schema.get("primaryKey"):
            yield Problem(PACKAGE, "the table must have a primary key", column=name)
        if schema.get("missingValues") != [""]:
            yield Problem(PACKAGE, 'missingValues must be [""]: only an empty cell is empty', column=name)
        yield from _key_problems(resource, columns)
        for column in _fields(resource):
            yield from _column_problems(f"{name}.{column['name']}", column)


def _column_problems(place: str, column: Column) -> Iterator[Problem]:
    yield from _unknown(place, column, _OF_A_COLUMN)
    if column["type"] not in _CONSTRAINTS:
        yield Problem(PACKAGE, f"the type must be one of {', '.join(_CONSTRAINTS)}", column=place, value=column["type"])
    else:
        yield from _unknown(place, column.get("constraints", {}), _CONSTRAINTS[column["type"]])


def _key_problems(resource: Package, columns: dict[str, list[str]]) -> Iterator[Problem]:
    name = resource["name"]
    named = [(name, key) for key in keys(resource)]
    for reference in references(resource):
        named += [(name, reference.columns), (reference.table, reference.key)]
    for table, key in named:
        if not set(key) <= set(columns.get(table, [])):
            yield Problem(PACKAGE, "a key must be of columns that there are", column=f"{table}.{', '.join(key)}")


def _unknown(place: str, asked: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for name in sorted(set(asked) - known):
        allowed = f"the check does not know this and cannot enforce it; it knows {', '.join(sorted(known))}"
        yield Problem(PACKAGE, allowed, column=place, value=name)


def table_problems(name: str, table: pd.DataFrame, columns: list[Column]) -> Iterator[Problem]:
    """What is wrong with a table by itself: its columns, and each value in them."""
    file = f"{name}.csv"
    expected = [column["name"] for column in columns]
    for missing in expected:
        if missing not in table:
            yield Problem(file, f"the column is missing; the table has {', '.join(expected)}", column=missing)
    for extra in table.columns:
        if extra not in expected:
            yield Problem(file, f"an extra column; the table has {', '.join(expected)}", column=extra)
    for column in columns:
        for row, value in enumerate(table.get(column["name"], []), start=2):
            if allowed := _breach(value, column["type"], column.get("constraints", {})):
                yield Problem(file, allowed, row, column["name"], value)


def _breach(value: str, kind: str, constraints: Column) -> str | None:
    """What is allowed instead of a value, or None if the value is fine."""
    if not value.strip():
        if constraints.get("required"):
            return "must not be empty"
        return "must be empty, not blank" if value else None
    least = constraints.get("minimum")
    if kind == "integer" and not (WHOLE_NUMBER.fullmatch(value) and int(value) >= (least or 0)):
        return f"must be a whole number, {least or 0} or more"
    if kind == "number" and not _NUMBER.fullmatch(value):
        return "must be a number with a decimal point"
    if "enum" in constraints and value not in constraints["enum"]:
        return f"must be one of {', '.join(constraints['enum'])}"
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], value):
        return f"must have the form {constraints['pattern']}"
    return None


def key_problems(package: Package, tables: Tables) -> Iterator[Problem]:
    """Rows that repeat what must be unique, or name a row that there is not, in the tables that can be read."""
    for resource in package["resources"]:
        name = resource["name"]
        for key in keys(resource):
            if _has(tables, name, key):
                yield from _repeated(name, tables[name], key)
        for reference in references(resource):
            if _has(tables, name, reference.columns) and _has(tables, reference.table, reference.key):
                yield from _dangling(name, tables, reference)


def _repeated(name: str, table: pd.DataFrame, key: Key) -> Iterator[Problem]:
    first: dict[Key, int] = {}
    for row, values in _rows(table, key):
        if values in first:
            yield _of_key(name, f"row {first[values]} has the same; each must be unique", row, key, values)
        first.setdefault(values, row)


def _dangling(name: str, tables: Tables, reference: Reference) -> Iterator[Problem]:
    known = {values for _, values in _rows(tables[reference.table], reference.key)}
    article = "an" if reference.key[0][0] in "aeiou" else "a"
    allowed = f"must be {article} {', '.join(reference.key)} of {reference.table}.csv"
    for row, values in _rows(tables[name], reference.columns):
        if values not in known:
            yield _of_key(name, allowed, row, reference.columns, values)


def _rows(table: pd.DataFrame, key: Key) -> Iterator[tuple[int, Key]]:
    """The values of a key with the number of their row; a row without any names nothing."""
    for row, values in enumerate(zip(*(table[column] for column in key), strict=True), start=2):
        if any(values):
            yield row, values


def _has(tables: Tables, name: str, key: Key) -> bool:
    return name in tables and set(key) <= set(tables[name])


def _fields(resource: Package) -> list[Column]:
    return resource["schema"]["fields"]


def _of_key(name: str, allowed: str, row: int, key: Key, values: Key) -> Problem:
    return Problem(f"{name}.csv", allowed, row, ", ".join(key), ", ".join(values))
