"""The number table, described once: pages, decks, documents and spreadsheets lay out the same cells."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from mirps_data.language import Language
from mirps_design.palette import RAMP, shade, text_on

_GAP = "–"


@dataclass(frozen=True)
class Cell:
    """Words (a dash where nothing is listed), the number that they say, its colours if it is shaded, and whether it
    belongs to a total.
    """

    words: str
    number: int = 0
    fill: str = ""
    ink: str = ""
    total: bool = False


@dataclass(frozen=True)
class Line:
    """A line of the table, a country's or the total: its name and its numbers."""

    name: str
    numbers: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The whole line, its name first."""
        return (Cell(self.name, total=self.numbers[0].total), *self.numbers)


@dataclass(frozen=True)
class NumberTable:
    """Its heads, a line a country, and the total, which a table of one country does without."""

    heads: tuple[str, ...]
    body: tuple[Line, ...]
    total: Line | None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All the lines below the heads."""
        return (*self.body, self.total) if self.total else self.body


def number_table(say: Language, counts: pd.DataFrame) -> NumberTable:
    """Counts with a row a country and a column a focus area, both by name; several columns have their total too."""
    largest, several = int(counts.to_numpy().max()), len(counts.columns) > 1

    def line(name: str, numbers: list[int], written: Callable[[int], Cell]) -> Line:
        total = (_total(say, sum(numbers)),) if several else ()
        return Line(name, (*map(written, numbers), *total))

    body = [
        line(str(name), [int(number) for number in row], partial(_shaded, say, largest))
        for name, row in counts.iterrows()
    ]
    return NumberTable(
        heads=(say("Country"), *counts.columns, *([say("Total")] if several else [])),
        body=tuple(body),
        total=line(say("Total"), counts.sum().tolist(), partial(_total, say)) if len(body) > 1 else None,
    )


def _shaded(say: Language, largest: int, number: int) -> Cell:
    if not number:
        return Cell(_GAP)
    step = shade(number, largest)
    return Cell(say.number(number), number, RAMP[step], text_on(step))


def _total(say: Language, number: int) -> Cell:
    return Cell(say.number(number) if number else _GAP, number, total=True)
