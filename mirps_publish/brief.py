"""The briefing of a selection: what it holds, gathered once, for every shape in which it leaves the dashboard."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
from babel.dates import format_date

from mirps_data.citation import Commitment, repetitions
from mirps_data.counts import count, count_by_country_and_area
from mirps_data.findings import caution, commitments_counted, country_name, gaps, headline, plain
from mirps_data.language import Language
from mirps_data.reference import AREA_BY_CODE, AREA_BY_NAME, FocusArea
from mirps_data.selection import Selection
from mirps_publish.number_table import NumberTable, number_table

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Group:
    """The commitments of a country on a focus area, in the order of the plan; `counted` says how many count."""

    country: str
    area: str
    counted: str
    rows: tuple[Commitment, ...]


@dataclass(frozen=True)
class Brief:
    """All the words and figures of a briefing, in its language; the layouts add none of their own but labels.

    `counts` has a row a country (index: its name) and a column a focus area (its name), `table` is how it is laid out;
    `units` the focus areas of each country's distinct commitments, one each; `stamp` what every file says of itself,
    by label.
    """

    say: Language
    selection: Selection
    title: str
    findings: tuple[str, ...]
    caution: str
    counts: pd.DataFrame
    table: NumberTable
    units: Mapping[str, tuple[FocusArea, ...]]
    groups: tuple[Group, ...]
    repeated: str
    stamp: Mapping[str, str]
    link: str


def gather(say: Language, commitments: pd.DataFrame, selection: Selection, link: str) -> Brief:
    """The briefing of a selection of the table; `link` leads back to it. Each selected row is in exactly one group."""
    shown = selection.apply(commitments)
    counts = count_by_country_and_area(shown, selection.countries, selection.areas)
    return Brief(
        say=say,
        selection=selection,
        title=selection.sentence(say, count(shown)),
        findings=(plain(headline(say, counts, selection)), *gaps(say, counts)),
        caution=caution(say),
        counts=named(say, counts),
        table=number_table(say, named(say, counts)),
        units=_units(say, counts),
        groups=tuple(_groups(say, shown.sort_index())),
        repeated=repetitions(say, len(shown) - count(shown)),
        stamp=stamp(say, shown, selection, link),
        link=link,
    )


def stamp(say: Language, shown: pd.DataFrame, selection: Selection, link: str) -> dict[str, str]:
    """What every file says of itself: its scope, edition, date, counting rule, caution, and the link back."""
    return {
        say("What this shows"): selection.sentence(say, count(shown)),
        say("Rows"): _rows(say, len(shown), len(shown) - count(shown)),
        say("Edition"): ", ".join(sorted(set(shown["edition"]))) or "–",
        say("Made on"): format_date(date.today(), format="long", locale=say.locale),
        say("Counting"): say("A count is of distinct commitments: a text that a plan prints twice counts once."),
        say("Caution"): caution(say),
        say("How to cite"): say(
            "Governments of Belize, Costa Rica, El Salvador, Guatemala, Honduras, Mexico and Panama: MIRPS "
            "national action plans, 2021. Commitments transcribed by the MIRPS commitments dashboard, edition 2021."
        ),
        say("Link to this selection"): link,
    }


def _rows(say: Language, listed: int, repeating: int) -> str:
    """How many rows there are, and how many of them repeat another, if any."""
    if not repeating:
        return say.number(listed)
    return say.plural(
        "{listed}, of which {number} repeats another word for word and is marked, not counted",
        "{listed}, of which {number} repeat another word for word and are marked, not counted",
        repeating,
        listed=say.number(listed),
    )


def named(say: Language, counts: pd.DataFrame) -> pd.DataFrame:
    """Counts with names in the language instead of codes."""
    return counts.rename(
        index=lambda iso3: country_name(say, iso3), columns=lambda area: AREA_BY_CODE[area].label(say.code)
    )


def printable(text: str) -> str:
    """The text with characters that no document format may hold shown as a replacement mark."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _units(say: Language, counts: pd.DataFrame) -> dict[str, tuple[FocusArea, ...]]:
    return {
        country_name(say, str(iso3)): tuple(
            AREA_BY_CODE[str(area)] for area, number in row.items() for _ in range(number)
        )
        for iso3, row in counts.iterrows()
    }


def _groups(say: Language, shown: pd.DataFrame) -> list[Group]:
    groups = []
    for (iso3, name), rows in shown.groupby(["iso3", "focus_area"], sort=False):
        counted = commitments_counted(say, count(rows), Selection()).words
        area = AREA_BY_NAME[name].label(say.code)
        groups.append(Group(country_name(say, iso3), area, counted, tuple(rows.to_dict("records"))))
    return groups
