"""Counts of commitments. A count is of distinct commitments: rows whose `duplicate_of` is empty.

Counted tables are indexed by code (ISO3, focus area code) in the order of the data, and keep their zeros.
"""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from mirps_data.reference import AREA_BY_NAME, COUNTRIES, COUNTRY_BY_ISO3, FOCUS_AREAS
from mirps_data.selection import Selection

ALL_COUNTRIES = tuple(country.iso3 for country in COUNTRIES)
ALL_AREAS = tuple(area.code for area in FOCUS_AREAS)


def distinct(commitments: pd.DataFrame) -> pd.DataFrame:
    """The rows that count: a row is a distinct commitment, the first of those with the same text in a country."""
    return commitments[commitments["duplicate_of"] == ""]


def count(commitments: pd.DataFrame) -> int:
    """The number of distinct commitments."""
    return len(distinct(commitments))


def count_by_country_and_area(
    commitments: pd.DataFrame, countries: Iterable[str] = (), areas: Iterable[str] = ()
) -> pd.DataFrame:
    """A row is a country (index: ISO3), a column a focus area (its code), a cell a number of distinct commitments.

    All countries and areas are there, with zeros; name some to keep only these.
    """
    counted = distinct(commitments)
    areas_of_rows = counted["focus_area"].map({name: area.code for name, area in AREA_BY_NAME.items()})
    table = pd.crosstab(counted["iso3"], areas_of_rows)
    table = table.reindex(index=ALL_COUNTRIES, columns=ALL_AREAS, fill_value=0).astype("int64")
    return table.loc[list(countries) or list(ALL_COUNTRIES), list(areas) or list(ALL_AREAS)]


def shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Each cell as a share of its row's total, from 0 to 1; a row without commitments has shares of 0.

    A row is a country, a column a focus area, as in count_by_country_and_area.
    """
    totals = counts.sum(axis="columns")
    return counts.div(totals.where(totals > 0, 1), axis="index")


def regional_comparison(counts: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """How a country's plan divides over the focus areas beside all the plans together.

    Takes the counts of all countries. A row is a focus area (index: its code); `count` is the country's number,
    `share` its part of the country's plan, `region_count` and `region_share` the same for all plans together,
    `countries` the number of countries with at least one commitment. Shares go from 0 to 1.
    """
    region = counts.sum()
    return pd.DataFrame(
        {
            "count": counts.loc[iso3],
            "share": shares(counts).loc[iso3],
            "region_count": region,
            "region_share": region / max(region.sum(), 1),
            "countries": (counts > 0).sum(),
        }
    )


def reconciliation(commitments: pd.DataFrame, declared_counts: pd.DataFrame) -> pd.DataFrame:
    """Three figures side by side, never silently reconciled.

    A row is a country's focus area, or its total (`focus_area` is `Total`), seven countries with six rows each.
    `declared` is what the plan's cover cards say (missing where there is no card), `listed` the number of bullets,
    `distinct` the number without repetitions. Countries without a plan in the tables are left out.
    """
    cards = {(card.iso3, card.focus_area): card.declared for card in declared_counts.itertuples()}
    rows = []
    for iso3 in commitments["iso3"].unique():
        of_country = commitments[commitments["iso3"] == iso3]
        for area in ("", *(area.name for area in FOCUS_AREAS)):
            of_area = of_country if not area else of_country[of_country["focus_area"] == area]
            rows.append(
                {
                    "country": COUNTRY_BY_ISO3[iso3].name,
                    "focus_area": area or "Total",
                    "declared": cards.get((iso3, area)),
                    "listed": len(of_area),
                    "distinct": count(of_area),
                }
            )
    table = pd.DataFrame(rows, columns=["country", "focus_area", "declared", "listed", "distinct"])
    return table.astype({"declared": "Int64"})


def facet_counts(commitments: pd.DataFrame, selection: Selection) -> dict[str, pd.Series]:
    """How many distinct commitments each option of a filter gives under the other filters in force.

    `countries` is a number by ISO3, `areas` a number by focus area code; all options are there, with zeros.
    """
    by_country = count_by_country_and_area(replace(selection, countries=()).apply(commitments)).sum(axis="columns")
    by_area = count_by_country_and_area(replace(selection, areas=()).apply(commitments)).sum()
    return {"countries": by_country, "areas": by_area}
