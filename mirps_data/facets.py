"""The facets: the ways to divide the commitments. Filters, counts, sentences, links and files all run over FACETS.

A new facet is one record here and the translations of its words in `locale/`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from mirps_data.reference import COUNTRIES, FOCUS_AREAS

NOT_STATED = "not_stated"
BETWEEN = ";"  # parts the codes in a cell that may hold several


class Option(Protocol):
    """One value of a facet: `code` in a link, `value` in the table, and a label in each language."""

    @property
    def code(self) -> str: ...  # noqa: D102

    @property
    def value(self) -> str: ...  # noqa: D102

    def label(self, language: str) -> str: ...  # noqa: D102


@dataclass(frozen=True)
class Code:
    """An option whose code stands in the table as it is, with its labels by language."""

    code: str
    labels: tuple[tuple[str, str], ...]

    @property
    def value(self) -> str:
        """What stands in the table."""
        return "" if self.code == NOT_STATED else self.code

    def label(self, language: str) -> str:
        """The label in a language, in English where there is none."""
        labels = dict(self.labels)
        return labels.get(language, labels["en"])


_NOT_STATED = Code(NOT_STATED, (("en", "Not stated"), ("es", "No indicado")))


def message(words: str) -> str:
    """Marks words for the catalogue that are translated where they are shown."""
    return words


@dataclass(frozen=True)
class Facet:
    """One way to divide commitments.

    `parameter` names it in links and code, `column` is its column of the commitments table, `listed` its options in
    their order. With `many` a cell holds any number of codes, parted by semicolons; then “not stated” is an option.
    The rest are messages: its `name`, and how a sentence names one (`scope_one`) or several (`scope_many`) values.
    """

    parameter: str
    column: str
    listed: tuple[Option, ...]
    name: str
    scope_one: str
    scope_many: str
    is_joined_by_and: bool = False
    many: bool = False

    @property
    def options(self) -> tuple[Option, ...]:
        """All its options, in order."""
        return (*self.listed, _NOT_STATED) if self.many else self.listed

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its options, in order."""
        return tuple(option.code for option in self.options)

    def option(self, code: str) -> Option:
        """The option with a code. Raises KeyError for an unknown one."""
        return {option.code: option for option in self.options}[code]

    def known(self, asked: str) -> str | None:
        """The code that someone means, whatever the case and the space around it; None if there is none."""
        return {code.casefold(): code for code in self.codes}.get(asked.strip().casefold())

    def memberships(self, commitments: pd.DataFrame) -> pd.DataFrame:
        """A row is a commitment as in the table, a column a code, a cell whether the commitment has it."""
        cells = commitments[self.column]
        if not self.many:
            columns = {option.code: cells == option.value for option in self.options}
            return pd.DataFrame(columns, index=commitments.index, columns=list(self.codes))
        held = cells.str.get_dummies(BETWEEN).astype(bool)
        table = held.reindex(columns=[option.value for option in self.listed], fill_value=False)
        table[NOT_STATED] = cells == ""
        return table.set_axis(list(self.codes), axis="columns")

    def labels_in(self, cell: str, language: str) -> str:
        """What a cell of its column says, in a language; the labels of several parted by semicolons."""
        labels = {option.value: option.label(language) for option in self.options}
        return "; ".join(labels[value] for value in (cell.split(BETWEEN) if self.many else [cell]))

    def holds(self, commitments: pd.DataFrame, codes: Iterable[str]) -> pd.Series:
        """Whether each commitment has any of the codes."""
        if self.many:
            return self.memberships(commitments)[list(codes)].any(axis="columns")
        return commitments[self.column].isin([self.option(code).value for code in codes])


COUNTRY = Facet(
    "country",
    "iso3",
    COUNTRIES,
    name=message("Country"),
    scope_one=message(" in the plan of {values}"),
    scope_many=message(" in the plans of {values}"),
    is_joined_by_and=True,
)
AREA = Facet(
    "area",
    "focus_area",
    FOCUS_AREAS,
    name=message("Focus area"),
    scope_one=message(" under {values}"),
    scope_many=message(" under {values}"),
)
FACETS: tuple[Facet, ...] = (COUNTRY, AREA)


def facet(parameter: str) -> Facet:
    """The facet with a name. Raises KeyError for an unknown one."""
    return {each.parameter: each for each in FACETS}[parameter]
