"""What the tables may hold, as data/datapackage.json says it: the one place for columns, types and constraints."""

import json
from functools import cache
from typing import Any

from mirps_data.reference import PROJECT

Column = dict[str, Any]


@cache
def data_package() -> dict[str, Any]:
    """The project's Frictionless Data Package: every table and column, with descriptions and constraints."""
    return json.loads((PROJECT / "data" / "datapackage.json").read_text(encoding="utf-8"))


def schemas() -> dict[str, list[Column]]:
    """The columns of each table, by the table's name."""
    return {resource["name"]: resource["schema"]["fields"] for resource in data_package()["resources"]}
