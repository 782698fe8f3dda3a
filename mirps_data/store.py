"""The tables, loaded through the check: whole and valid, or not at all; and the search index over them."""

import os
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path

import pandas as pd

from mirps_data.check import Problem, read_and_check
from mirps_data.reference import PROJECT
from mirps_data.schema import schemas
from mirps_data.search import Index


class BrokenTablesError(Exception):
    """The tables of a folder break their contract; `problems` says where and what is allowed."""

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems in the tables of {folder}")
        self.folder = folder
        self.problems = problems


@dataclass(frozen=True)
class Tables:
    """The tables with their types: numbers are integers, all else is text, an empty cell is empty text.

    commitments: a row is a listed commitment, in document order. declared_counts: a row is a count on a plan's
    cover (no focus area: the total). countries: a row is a country with a plan. curation_log: a row is an
    irregularity of the source. coding: a row is a commitment as we read it; its sisters are its evidence, the passes
    that it settles, their agreement, its codes, the institutions named and who reviewed what. objectives: a row is an
    objective of all the plans. translations: a row is a text in another language. glossary: a row is a term with its
    translations. translation_review: a row is an error that a second reading found in a translation. The columns are
    described in data/datapackage.json.
    """

    commitments: pd.DataFrame
    declared_counts: pd.DataFrame
    countries: pd.DataFrame
    curation_log: pd.DataFrame
    coding: pd.DataFrame
    coding_evidence: pd.DataFrame
    coding_passes: pd.DataFrame
    coding_agreement: pd.DataFrame
    codes: pd.DataFrame
    institutions: pd.DataFrame
    reviews: pd.DataFrame
    objectives: pd.DataFrame
    translations: pd.DataFrame
    glossary: pd.DataFrame
    translation_review: pd.DataFrame

    @cached_property
    def index(self) -> Index:
        """The search index of the commitments, built when they are first searched."""
        return Index(self.commitments)

    @cached_property
    def edition(self) -> str:
        """The edition of the plans: the year that they are filed under."""
        return str(self.commitments["edition"].iloc[0])


def data_folder() -> Path:
    """The folder of the tables: what MIRPS_DATA names, else the project's data/."""
    return Path(os.environ.get("MIRPS_DATA") or PROJECT / "data")


def load_tables(folder: Path | None = None) -> Tables:
    """The tables of a folder, read again only when a file changed. Raises BrokenTablesError with all problems.

    The tables are shared by everyone who asks: take a copy before changing one.
    """
    folder = folder or data_folder()
    return _load(folder, tuple(_stamp(folder / f"{name}.csv") for name in schemas()))


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _load(folder: Path, _stamps: tuple[tuple[int, int] | None, ...]) -> Tables:
    tables, problems = read_and_check(folder)
    if problems:
        raise BrokenTablesError(folder, problems)
    return Tables(**{field.name: _typed(field.name, tables[field.name]) for field in fields(Tables)})


def _typed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    types = {column["name"]: "int64" if column["type"] == "integer" else "str" for column in schemas()[name]}
    return table.astype(types)
