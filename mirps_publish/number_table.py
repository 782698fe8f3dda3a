"""The number table, described once: pages, decks, documents and spreadsheets lay out the same cells."""

from dataclasses import dataclass
from functools import partial

from mirps_data.counts import Matrix
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


def number_table(say: Language, counts: Matrix) -> NumberTable:
    """Counts with names in the language; several columns, and several rows, have their totals too."""
    cells, several = counts.cells, len(counts.cells.columns) > 1
    shaded = partial(_shaded, say, max(int(cells.to_numpy().max(initial=0)), 1))
    body = [
        Line(
            counts.rows.option(row).label(say.code),
            (*map(shaded, map(int, cells.loc[row])), *([_total(say, int(counts.row_totals[row]))] if several else [])),
        )
        for row in map(str, cells.index)
    ]
    sums = [*counts.column_totals, *([counts.total] if several else [])]
    return NumberTable(
        heads=(
            say(counts.rows.name),
            *(counts.columns.option(str(column)).label(say.code) for column in cells),
            *([say("Total")] if several else []),
        ),
        body=tuple(body),
        total=Line(say("Total"), tuple(_total(say, int(number)) for number in sums)) if len(body) > 1 else None,
    )


def _shaded(say: Language, largest: int, number: int) -> Cell:
    if not number:
        return Cell(_GAP)
    step = shade(number, largest)
    return Cell(say.number(number), number, RAMP[step], text_on(step))


def _total(say: Language, number: int) -> Cell:
    return Cell(say.number(number) if number else _GAP, number, total=True)
