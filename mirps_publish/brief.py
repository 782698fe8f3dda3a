"""The briefing of a selection: what it holds, gathered once, for every shape in which it leaves the dashboard."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
from babel.dates import format_date

from mirps_data import messages
from mirps_data.commitment import Commitment, commitments_of
from mirps_data.counts import count, matrix
from mirps_data.findings import gaps, headline
from mirps_data.language import Language
from mirps_data.reference import AREA_BY_CODE, AREA_BY_NAME, FocusArea
from mirps_data.selection import Selection
from mirps_data.sentences import commitments_counted, country_name, plain
from mirps_data.store import Tables
from mirps_publish.number_table import NumberTable, number_table

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Group:
    """The commitments of a country on a focus area, in the order of the plan; `counted` says how many count."""

    country: str
    area: str
    counted: str
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True)
class Brief:
    """All the words and figures of a briefing, in its language; the layouts add none of their own but labels.

    `shown` is the rows that are selected; `counts` has a row a country (index: its name) and a column a focus area (its
    name), `table` is how it is laid out; `units` the focus areas of each country's distinct commitments, one each;
    `stamp` what every file says of itself, by label.
    """

    say: Language
    selection: Selection
    shown: pd.DataFrame
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


def gather(say: Language, tables: Tables, selection: Selection, link: str) -> Brief:
    """The briefing of a selection; `link` leads back to it. Each selected row is in exactly one group."""
    shown = selection.apply(tables)
    counts = matrix(tables, selection)
    return Brief(
        say=say,
        selection=selection,
        shown=shown,
        title=selection.sentence(say, counts.total),
        findings=(plain(headline(say, counts)), *(plain(claim.sentence(say)) for claim in gaps(counts))),
        caution=messages.caution(say),
        counts=named(say, counts.cells),
        table=number_table(say, counts),
        units=_units(say, counts.cells),
        groups=tuple(_groups(say, shown.sort_index())),
        repeated=messages.repetitions(say, len(shown), counts.total),
        stamp=stamp(say, tables, shown, selection, link),
        link=link,
    )


def stamp(say: Language, tables: Tables, shown: pd.DataFrame, selection: Selection, link: str) -> dict[str, str]:
    """What every file says of itself: its scope, edition, date, counting rule, caution, and the link back."""
    repeated = messages.repetitions(say, len(shown), count(shown))
    return {
        say("What this shows"): selection.sentence(say, count(shown)),
        **({say("Rows"): repeated} if repeated else {}),
        say("Edition"): tables.edition,
        say("Made on"): format_date(date.today(), format="long", locale=say.locale),
        say("Counting"): messages.counting_rule(say),
        say("Caution"): messages.caution(say),
        say("How to cite"): messages.cite(say, tables.edition),
        say("Link to this selection"): link,
    }


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
        groups.append(Group(country_name(say, iso3), area, counted, tuple(commitments_of(rows))))
    return groups
