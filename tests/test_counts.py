import pandas as pd
import pytest
from hypothesis import given

from mirps_data.counts import (
    count,
    distinct,
    facet_counts,
    matrix,
    plan_sizes,
    reconciliation,
    regional_comparison,
)
from mirps_data.facets import AREA, COUNTRY
from mirps_data.selection import Selection
from tests.helpers import selections, with_commitments


@given(selections)
def test_the_cells_add_up_to_the_total_whatever_is_selected(tables, selection):
    counts = matrix(tables, selection)
    assert counts.cells.to_numpy().sum() == counts.total == count(selection.apply(tables))
    assert counts.cells.sum().tolist() == counts.column_totals.tolist()
    assert counts.cells.sum(axis="columns").tolist() == counts.row_totals.tolist()


@given(selections)
def test_each_cell_and_total_is_the_number_of_commitments_that_it_opens(tables, selection):
    counts = matrix(tables, selection)
    for iso3 in counts.cells.index:
        assert counts.row_totals[iso3] == count(counts.opens(iso3).apply(tables))
        for area in counts.cells:
            assert counts.cells.at[iso3, area] == count(counts.opens(iso3, area).apply(tables))
    for area in counts.cells:
        assert counts.column_totals[area] == count(counts.opens(column=area).apply(tables))


def test_all_countries_and_areas_are_there_with_zeros_in_the_order_of_the_data(tables):
    counts = matrix(with_commitments(tables, tables.commitments.iloc[:3]), Selection())
    assert tuple(counts.cells.index) == COUNTRY.codes
    assert tuple(counts.cells.columns) == AREA.codes
    assert counts.row_totals["PAN"] == 0


def test_only_what_the_selection_can_hold_has_a_row_or_a_column(tables):
    counts = matrix(tables, Selection.of(country=["MEX", "PAN"], area="health"))
    assert (list(counts.cells.index), list(counts.cells.columns)) == (["MEX", "PAN"], ["health"])


def test_counting_nothing_gives_zeros(tables):
    counts = matrix(with_commitments(tables, tables.commitments.iloc[:0]), Selection())
    assert counts.cells.to_numpy().sum() == counts.total == 0


def test_a_repeated_text_counts_once(tables):
    mexico = Selection.of(country="MEX", area="protection").apply(tables)
    assert (len(mexico), count(mexico)) == (20, 19)
    assert "MEX-PRO-13" not in set(distinct(mexico)["id"])


def test_the_whole_region_is_what_the_plans_list(commitments):
    assert (len(commitments), count(commitments)) == (230, 229)


def test_the_size_of_a_plan_is_all_its_distinct_commitments(tables):
    assert plan_sizes(tables).to_dict() == {
        "BLZ": 10, "CRI": 32, "SLV": 49, "GTM": 30, "HND": 43, "MEX": 38, "PAN": 27,
    }  # fmt: skip


def test_a_country_without_commitments_has_a_plan_of_none(tables):
    others = tables.commitments[tables.commitments["iso3"] != "PAN"]
    assert plan_sizes(with_commitments(tables, others))["PAN"] == 0


def test_a_country_stands_beside_all_the_plans(tables):
    beside = regional_comparison(tables, Selection(), "MEX")
    assert beside["count"].sum() == beside["plan"].iloc[0] == 38
    assert beside["region_count"].sum() == beside["region"].iloc[0] == 229


def test_what_is_searched_stands_beside_whole_plans(tables):
    beside = regional_comparison(tables, Selection.of("children", country="MEX"), "MEX")
    assert beside["count"].sum() == count(Selection.of("children", country="MEX").apply(tables))
    assert beside["region_count"].sum() == count(Selection.of("children").apply(tables))
    assert set(beside["plan"]) == {38}


def test_the_reconciliation_has_a_row_for_each_plan_and_area(tables):
    figures = reconciliation(tables.commitments, tables.declared_counts)
    assert len(figures) == 7 * 6
    totals, parts = figures[figures["focus_area"] == "Total"], figures[figures["focus_area"] != "Total"]
    for column in ("listed", "distinct"):
        by_country = parts.groupby("country", sort=False)[column].sum()
        assert by_country.tolist() == totals[column].tolist()


def test_an_area_without_a_card_declares_nothing_rather_than_zero(tables):
    figures = reconciliation(tables.commitments, tables.declared_counts).set_index(["country", "focus_area"])
    assert pd.isna(figures.loc[("Belize", "Health"), "declared"])
    assert figures.loc[("Panama", "Total"), ["declared", "listed", "distinct"]].tolist() == [26, 27, 27]


@given(selections)
def test_each_option_of_a_filter_gives_or_adds_the_number_it_shows(tables, selection):
    now = count(selection.apply(tables))
    for name, numbers in facet_counts(tables, selection).items():
        chosen = selection.codes(name)
        for code, number in numbers.items():
            if code in chosen:
                assert number == count(selection.narrowed(**{name: code}).apply(tables))
            else:
                after = count(selection.toggled(name, code).apply(tables))
                assert number == (after - now if chosen else after)


def test_counting_does_not_change_the_table(tables):
    before = tables.commitments.copy()
    matrix(tables, Selection())
    facet_counts(tables, Selection.of(country="MEX"))
    assert tables.commitments.equals(before)


@pytest.mark.parametrize("facet", [COUNTRY, AREA], ids=lambda facet: facet.parameter)
def test_every_commitment_has_exactly_one_code_of_a_facet_without_several(commitments, facet):
    assert (facet.memberships(commitments).sum(axis="columns") == 1).all()
