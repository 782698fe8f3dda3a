"""Counts of commitments. A count is of distinct commitments: rows whose `duplicate_of` is empty.

Counted tables are indexed by code (ISO3, focus area code) in the order of the data, and keep their zeros.
"""

from dataclasses import dataclass

import pandas as pd

from mirps_data import facets
from mirps_data.facets import AREA, COUNTRY, Facet
from mirps_data.reference import COUNTRY_BY_ISO3, FOCUS_AREAS
from mirps_data.selection import Selection
from mirps_data.store import Tables


def distinct(commitments: pd.DataFrame) -> pd.DataFrame:
    """The rows that count: a row is a distinct commitment, the first of those with the same text in a country."""
    return commitments[commitments["duplicate_of"] == ""]


def count(commitments: pd.DataFrame) -> int:
    """The number of distinct commitments."""
    return int((commitments["duplicate_of"] == "").sum())


@dataclass(frozen=True)
class Matrix:
    """The distinct commitments of a selection, counted by two facets.

    `cells` has a row a code of `rows` and a column a code of `columns`: those that the selection can hold, with zeros.
    `row_totals`, `column_totals` and `total` count commitments, so that they are not sums where one has several codes.
    """

    selection: Selection
    rows: Facet
    columns: Facet
    cells: pd.DataFrame
    row_totals: pd.Series
    column_totals: pd.Series
    total: int

    @property
    def adds_up(self) -> bool:
        """Whether the cells of a row add up to its total: not where a commitment may have several codes."""
        return not (self.rows.many or self.columns.many)

    def opens(self, row: str | None = None, column: str | None = None) -> Selection:
        """The selection of exactly what a cell counts; of a row's or column's total where one is not named."""
        asked = {self.rows.parameter: row, self.columns.parameter: column}
        return self.selection.narrowed(**{name: code for name, code in asked.items() if code})


def matrix(tables: Tables, selection: Selection, columns: Facet = AREA, rows: Facet = COUNTRY) -> Matrix:
    """Counts what is selected by two facets."""
    counted = distinct(selection.apply(tables))
    by_row = rows.memberships(counted)[list(selection.shown(rows))].astype("int64")
    by_column = columns.memberships(counted)[list(selection.shown(columns))].astype("int64")
    cells = by_row.T @ by_column
    return Matrix(selection, rows, columns, cells, by_row.sum(), by_column.sum(), len(counted))


def plan_sizes(tables: Tables) -> pd.Series:
    """The number of distinct commitments in each whole plan, by ISO3; zero where a plan has none."""
    return COUNTRY.memberships(distinct(tables.commitments)).sum()


def regional_comparison(tables: Tables, selection: Selection, iso3: str) -> pd.DataFrame:
    """How what is selected of a country's plan divides over the focus areas, beside all the plans together.

    A row is a focus area that the selection can hold (index: its code). `count` is the number selected in the
    country's plan, `plan` the size of the whole plan; `region_count` and `region` are the same for all plans together.
    """
    region = matrix(tables, selection.without(COUNTRY.parameter))
    sizes = plan_sizes(tables)
    return pd.DataFrame(
        {
            "count": region.cells.loc[iso3],
            "plan": int(sizes[iso3]),
            "region_count": region.column_totals,
            "region": int(sizes.sum()),
        }
    )


def reconciliation(commitments: pd.DataFrame, declared_counts: pd.DataFrame) -> pd.DataFrame:
    """Three figures side by side, never silently reconciled.

    A row is a country's focus area, or its total (`focus_area` is `Total`), six rows a country with a plan.
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


def facet_counts(tables: Tables, selection: Selection) -> dict[str, pd.Series]:
    """How many distinct commitments each option of a filter gives under the other filters in force.

    By the facet's name, a number by code; all options are there, with zeros. An option that is not chosen beside
    others that are counts what it adds to them.
    """
    return {facet.parameter: _option_counts(tables, selection, facet) for facet in facets.FACETS}


def _option_counts(tables: Tables, selection: Selection, facet: Facet) -> pd.Series:
    counted = distinct(selection.without(facet.parameter).apply(tables))
    chosen = selection.codes(facet.parameter)
    options = facet.memberships(counted)
    added = options[~facet.holds(counted, chosen)].sum()
    return options.sum().where([code in chosen for code in facet.codes], added)
