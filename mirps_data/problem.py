"""What the check says of a broken table, and how it goes through one."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Problem:
    """What is wrong with a table: file, row and column (where there is one), the value, and what is allowed."""

    file: str
    allowed: str
    row: int | None = None
    column: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        place = [self.file]
        place += [f"row {self.row}"] if self.row else []
        place += [f"column {shortened(self.column)}"] if self.column else []
        value = "" if self.value is None else f'"{shortened(self.value)}"; '
        return _one_line(f"{', '.join(place)}: {value}{shortened(self.allowed, 300)}")


def numbered(table: pd.DataFrame) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its number in a spreadsheet."""
    return enumerate(table.to_dict("records"), start=2)


def shortened(value: str, longest: int = 80) -> str:
    """The value, cut where it is too long for a line."""
    return value if len(value) <= longest else f"{value[: longest - 1]}…"


def _one_line(text: str) -> str:
    """The text with line breaks and other unprintable characters written as escapes."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)
