"""What the tables may hold, as data/datapackage.json says it: the one place for columns, constraints and keys."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from mirps_data.reference import PROJECT

Package = dict[str, Any]
Column = dict[str, Any]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """A foreign key: what stands in these columns stands in the columns `key` of a row of `table` too."""

    columns: Key
    table: str
    key: Key


@cache
def data_package() -> Package:
    """The project's Frictionless Data Package: every table and column, with descriptions and constraints."""
    return json.loads((PROJECT / "data" / "datapackage.json").read_text(encoding="utf-8"))


def schemas() -> dict[str, list[Column]]:
    """The columns of each table, by the table's name."""
    return {resource["name"]: resource["schema"]["fields"] for resource in data_package()["resources"]}


def keys(resource: Package) -> list[Key]:
    """The columns that no two rows of a table may share: its primary key, and each column that is unique."""
    schema = resource["schema"]
    unique = [(column["name"],) for column in schema["fields"] if column.get("constraints", {}).get("unique")]
    return list(dict.fromkeys(filter(None, [tuple(schema.get("primaryKey", ())), *unique])))


def references(resource: Package) -> list[Reference]:
    """The foreign keys of a table; one without a resource's name points into the table itself."""
    return [
        Reference(tuple(foreign["fields"]), other["resource"] or resource["name"], tuple(other["fields"]))
        for foreign in resource["schema"].get("foreignKeys", [])
        for other in [foreign["reference"]]
    ]
