"""A deck for a meeting: what its screens hold, gathered once, for the page that is presented and for PowerPoint."""

import textwrap
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
from babel.dates import format_date

from mirps_data.citation import Commitment, place
from mirps_data.counts import count_by_country_and_area, distinct
from mirps_data.findings import caution, gaps, headline, plain, share_of
from mirps_data.language import Language
from mirps_data.presentation import FINDING, GAPS, SOURCE, TITLE, UNITS, Presentation
from mirps_data.reference import AREA_BY_CODE
from mirps_data.selection import Selection
from mirps_publish.brief import Brief, gather

PICKED = 3
_ROOM = 1900  # letters of commitments that fit one screen at the smallest size that is read from afar


@dataclass(frozen=True)
class Quote:
    """A commitment on a screen, or the part of a very long one that fits: its id, its place, its words."""

    id: str
    place: str
    text: str


@dataclass(frozen=True)
class Screen:
    """One screen: its kind (a screen's code of mirps_data.presentation), title, and what stands below it."""

    kind: str
    title: str
    lines: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = field(default=())


@dataclass(frozen=True)
class Deck:
    """The screens in their order, with the briefing of the same selection for the table, the squares and the stamp."""

    brief: Brief
    screens: tuple[Screen, ...]


def gather_deck(
    say: Language, commitments: pd.DataFrame, selection: Selection, presentation: Presentation, link: str
) -> Deck:
    """The deck of a selection. Pinned commitments come first on their area's screen, whatever is selected."""
    brief = gather(say, commitments, selection, link)
    shown = selection.apply(commitments)
    counts = count_by_country_and_area(shown, selection.countries, selection.areas)
    screens: list[Screen] = []
    for kind in presentation.screens:
        if kind in AREA_BY_CODE:
            screens += _area_screens(say, commitments, shown, kind, presentation.pins)
        else:
            screens.append(_screen(say, kind, brief, counts, selection))
    return Deck(brief, tuple(screens))


def _screen(say: Language, kind: str, brief: Brief, counts: pd.DataFrame, selection: Selection) -> Screen:
    if kind == TITLE:
        today = format_date(date.today(), format="long", locale=say.locale)
        return Screen(kind, brief.title, (say("Commitments of the MIRPS national action plans, 2021 edition"), today))
    if kind == FINDING:
        return Screen(kind, plain(headline(say, counts, selection)), (caution(say),))
    if kind == UNITS:
        return Screen(kind, say("Every commitment by country and focus area"))
    if kind == GAPS:
        none = say("No gaps: every country lists something on every focus area.")
        return Screen(kind, say("What is not listed"), gaps(say, counts) or (none,))
    return Screen(SOURCE, say("Before you quote this"), tuple(f"{name}: {fact}" for name, fact in brief.stamp.items()))


def _area_screens(
    say: Language, commitments: pd.DataFrame, shown: pd.DataFrame, code: str, pins: tuple[str, ...]
) -> list[Screen]:
    """One screen, or as many as the texts need; none for an area without commitments or pins."""
    area, counted = AREA_BY_CODE[code], distinct(shown)
    in_area = counted[counted["focus_area"] == area.name]
    pinned = commitments[commitments["id"].isin(pins) & (commitments["focus_area"] == area.name)]
    chosen = pinned if len(pinned) else _one_of_each_country(in_area)
    if in_area.empty and pinned.empty:
        return []
    title = f"{area.label(say.code)}: {share_of(say, len(in_area), len(counted))}"
    return [Screen(code, title, quotes=quotes) for quotes in _fitted(say, chosen.to_dict("records"))]


def _one_of_each_country(rows: pd.DataFrame) -> pd.DataFrame:
    """The first commitment of each country, in the order of the document, then the next ones, until three."""
    turn = rows.groupby("iso3").cumcount()
    return rows.assign(turn=turn).sort_values("turn", kind="stable").head(PICKED).drop(columns="turn").sort_index()


def _fitted(say: Language, rows: list[Commitment]) -> list[tuple[Quote, ...]]:
    """Quotes on as few screens as hold them; a text longer than a screen goes on on the next, never cut."""
    screens: list[tuple[Quote, ...]] = [()]
    for row in rows:
        for part in textwrap.wrap(row["text"], _ROOM, break_on_hyphens=False):
            used = sum(len(quote.text) for quote in screens[-1])
            if screens[-1] and used + len(part) > _ROOM:
                screens.append(())
            screens[-1] = (*screens[-1], Quote(row["id"], place(say, row), part))
    return screens
