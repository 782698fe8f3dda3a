import pandas as pd
import pytest
from hypothesis import given

from mirps_data.counts import (
    ALL_AREAS,
    ALL_COUNTRIES,
    count,
    count_by_country_and_area,
    distinct,
    facet_counts,
    reconciliation,
    regional_comparison,
    shares,
)
from mirps_data.selection import Selection
from tests.test_selection import selections


@given(selections)
def test_the_cells_add_up_to_the_total_whatever_is_selected(commitments, selection):
    chosen = selection.apply(commitments)
    assert count_by_country_and_area(chosen).to_numpy().sum() == count(chosen)


def test_each_cell_is_the_number_of_commitments_that_its_selection_lists(commitments):
    counts = count_by_country_and_area(commitments)
    for iso3 in ALL_COUNTRIES:
        for area in ALL_AREAS:
            assert counts.loc[iso3, area] == count(Selection((iso3,), (area,)).apply(commitments))


def test_all_countries_and_areas_are_there_with_zeros_in_the_order_of_the_data(commitments):
    counts = count_by_country_and_area(commitments.iloc[:3])
    assert tuple(counts.index) == ALL_COUNTRIES
    assert tuple(counts.columns) == ALL_AREAS
    assert counts.loc["PAN"].sum() == 0


def test_counting_nothing_gives_zeros(commitments):
    assert count_by_country_and_area(commitments.iloc[:0]).to_numpy().sum() == 0


def test_some_countries_and_areas_can_be_kept(commitments):
    counts = count_by_country_and_area(commitments, ["MEX", "PAN"], ["health"])
    assert counts.shape == (2, 1)


def test_a_repeated_text_counts_once(commitments):
    mexico = Selection(("MEX",), ("protection",)).apply(commitments)
    assert (len(mexico), count(mexico)) == (20, 19)
    assert "MEX-PRO-13" not in set(distinct(mexico)["id"])


def test_the_whole_region_is_what_the_plans_list(commitments):
    assert (len(commitments), count(commitments)) == (230, 229)


def test_shares_of_a_plan_add_up_to_one(commitments):
    rows = shares(count_by_country_and_area(commitments)).sum(axis="columns")
    assert rows.tolist() == pytest.approx([1] * len(rows))


def test_a_country_without_commitments_has_shares_of_zero(commitments):
    counts = count_by_country_and_area(commitments[commitments["iso3"] != "PAN"])
    assert shares(counts).loc["PAN"].sum() == 0


def test_a_country_stands_beside_all_the_plans(commitments):
    counts = count_by_country_and_area(commitments)
    beside = regional_comparison(counts, "MEX")
    assert beside["count"].sum() == 38
    assert beside["region_count"].sum() == 229
    assert beside.loc["social_protection", "countries"] == 3
    assert beside["share"].sum() == pytest.approx(1)
    assert beside["region_share"].sum() == pytest.approx(1)


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
def test_each_option_of_a_filter_gives_the_number_it_shows(commitments, selection):
    facets = facet_counts(commitments, selection)
    for iso3, number in facets["countries"].items():
        assert number == count(Selection((iso3,), selection.areas, selection.search).apply(commitments))
    for area, number in facets["areas"].items():
        assert number == count(Selection(selection.countries, (area,), selection.search).apply(commitments))


def test_counting_does_not_change_the_table(commitments):
    before = commitments.copy()
    count_by_country_and_area(commitments)
    facet_counts(commitments, Selection(("MEX",)))
    assert commitments.equals(before)
