"""A deck for a meeting: what its screens hold, gathered once, for the page that is presented and for PowerPoint."""

import textwrap
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
from babel.dates import format_date

from mirps_data.commitment import Commitment, commitments_of
from mirps_data.counts import distinct
from mirps_data.deck import FINDING, GAPS, SOURCE, TITLE, UNITS, Composition
from mirps_data.language import Language
from mirps_data.messages import caution, document
from mirps_data.reference import AREA_BY_CODE
from mirps_data.sentences import share_of
from mirps_data.store import Tables
from mirps_publish.brief import Brief

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
    """One screen: its kind (a screen's code of mirps_data.deck), title, and what stands below it."""

    kind: str
    title: str
    lines: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = field(default=())


@dataclass(frozen=True)
class Deck:
    """The screens in their order, with the briefing of the same selection for the table, the squares and the stamp."""

    brief: Brief
    screens: tuple[Screen, ...]


def gather_deck(tables: Tables, brief: Brief, composition: Composition) -> Deck:
    """The deck of a briefing. Pinned commitments come first on their area's screen, whatever is selected."""
    say, counted = brief.say, distinct(brief.shown)
    screens: list[Screen] = []
    for kind in composition.screens:
        if kind in AREA_BY_CODE:
            screens += _area_screens(say, tables.commitments, counted, kind, composition.pins)
        else:
            screens += _screen(say, tables, kind, brief)
    return Deck(brief, tuple(screens))


def _screen(say: Language, tables: Tables, kind: str, brief: Brief) -> list[Screen]:
    """The screen of a kind; none where there is nothing to say."""
    finding, *gaps = brief.findings
    if kind == TITLE:
        today = format_date(date.today(), format="long", locale=say.locale)
        return [Screen(kind, brief.title, (document(say, tables), today))]
    if kind == FINDING:
        return [Screen(kind, finding, (caution(say),))]
    if kind == UNITS:
        return [Screen(kind, say("The commitments by country and focus area"))]
    if kind == GAPS and gaps:
        has_gaps = (brief.counts == 0).to_numpy().any()
        return [Screen(kind, say("Areas without commitments"), tuple(gaps)) if has_gaps else Screen(kind, gaps[0])]
    if kind == GAPS:
        return []
    return [
        Screen(
            SOURCE, say("Before you quote these data"), tuple(f"{name}: {fact}" for name, fact in brief.stamp.items())
        )
    ]


def _area_screens(
    say: Language, commitments: pd.DataFrame, counted: pd.DataFrame, code: str, pins: tuple[str, ...]
) -> list[Screen]:
    """One screen, or as many as the texts need; none for an area without commitments or pins."""
    area = AREA_BY_CODE[code]
    in_area = counted[counted["focus_area"] == area.name]
    pinned = commitments[commitments["id"].isin(pins) & (commitments["focus_area"] == area.name)]
    chosen = pinned if len(pinned) else _one_of_each_country(in_area)
    if chosen.empty:
        return []
    title = _area_title(say, area.label(say.code), len(in_area), len(counted))
    return [Screen(code, title, quotes=quotes) for quotes in _fitted(say, commitments_of(chosen))]


def _area_title(say: Language, area: str, number: int, total: int) -> str:
    """`Protection: 131 of 229 (57%)`; where all of them stand there, their number; of none, the area alone."""
    if not number:
        return area
    if number == total:
        return f"{area}: " + say.plural("{number} commitment", "{number} commitments", number)
    return f"{area}: {share_of(say, number, total)}"


def _one_of_each_country(rows: pd.DataFrame) -> pd.DataFrame:
    """The first commitment of each country, in the order of the document, then the next ones, until three."""
    turn = rows.groupby("iso3").cumcount()
    return rows.assign(turn=turn).sort_values("turn", kind="stable").head(PICKED).drop(columns="turn").sort_index()


def _fitted(say: Language, commitments: list[Commitment]) -> list[tuple[Quote, ...]]:
    """Quotes on as few screens as hold them; a text longer than a screen goes on on the next, never cut."""
    screens: list[tuple[Quote, ...]] = [()]
    for commitment in commitments:
        for part in textwrap.wrap(commitment.text, _ROOM, break_on_hyphens=False):
            used = sum(len(quote.text) for quote in screens[-1])
            if screens[-1] and used + len(part) > _ROOM:
                screens.append(())
            screens[-1] = (*screens[-1], Quote(commitment.id, commitment.place(say), part))
    return screens
