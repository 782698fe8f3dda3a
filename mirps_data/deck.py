"""How a deck is composed: its screens, their order, and the pinned commitments, all of it in the link."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Self

import pandas as pd

from mirps_data.reference import AREA_BY_CODE, AREA_BY_NAME, FOCUS_AREAS
from mirps_data.selection import Query, values

TITLE, FINDING, UNITS, GAPS, SOURCE = "title", "finding", "units", "gaps", "source"
SCREENS = (TITLE, FINDING, UNITS, *(area.code for area in FOCUS_AREAS), GAPS, SOURCE)


@dataclass(frozen=True)
class Composition:
    """The screens in their order, each once, and the ids of pinned commitments; unknown screens are left out.

    A focus area's screen has the area's code.
    """

    screens: tuple[str, ...] = SCREENS
    pins: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: Query) -> Self:
        """The composition that a link names; without screens in it, all of them."""
        screens = tuple(dict.fromkeys(code for code in values(query, "screen") if code in SCREENS))
        pins = tuple(dict.fromkeys(code.strip().upper() for code in values(query, "pin") if code.strip()))
        return cls(screens or SCREENS, pins)

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of a link to this composition: `from_query(to_query(p)) == p`."""
        query = {"screen": [] if self.screens == SCREENS else list(self.screens), "pin": list(self.pins)}
        return {name: codes for name, codes in query.items() if codes}

    def limited(self, screens: Collection[str]) -> Self:
        """This composition with those of its screens that there is something to show on."""
        return self._with([screen for screen in self.screens if screen in screens], self.pins)

    def moved(self, screen: str, step: int) -> Self:
        """This composition with a screen moved by so many places, as far as there are places."""
        order = [other for other in self.screens if other != screen]
        order.insert(max(self.screens.index(screen) + step, 0), screen)
        return self._with(order, self.pins)

    def toggled(self, screen: str) -> Self:
        """This composition without a screen, or with it at its usual place; one screen always stays."""
        if screen in self.screens:
            return self._with([other for other in self.screens if other != screen] or self.screens, self.pins)
        before = [other for other in self.screens if SCREENS.index(other) < SCREENS.index(screen)]
        place = self.screens.index(before[-1]) + 1 if before else 0
        return self._with([*self.screens[:place], screen, *self.screens[place:]], self.pins)

    def pinned(self, identifier: str) -> Self:
        """This composition with a commitment pinned, or let go if it was."""
        pins = [pin for pin in self.pins if pin != identifier]
        return self._with(self.screens, pins if identifier in self.pins else [*pins, identifier])

    def _with(self, screens: Iterable[str], pins: Iterable[str]) -> Self:
        return type(self)(tuple(screens), tuple(pins))


def available_screens(shown: pd.DataFrame, pinned: pd.DataFrame) -> tuple[str, ...]:
    """The screens that there is something to show on, for the selected commitments and the pinned ones."""
    listed = {AREA_BY_NAME[name].code for name in (*shown["focus_area"], *pinned["focus_area"])}
    return tuple(screen for screen in SCREENS if screen not in AREA_BY_CODE or screen in listed)
