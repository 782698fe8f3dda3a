"""What the charts show and what a click or the pointer gets, by numbers."""

import re

import pytest

from mirps_data.counts import matrix, plan_sizes, regional_comparison
from mirps_data.selection import Selection
from mirps_design.palette import RAMP, shade
from mirps_ui.figures import area_in_plans, country_map, plan_beside_region


@pytest.fixture
def counts(tables):
    return matrix(tables, Selection()).cells


@pytest.fixture
def panama(tables):
    return regional_comparison(tables, Selection(), "PAN")


def test_a_row_of_a_country_s_chart_opens_the_country_s_commitments_from_end_to_end(counts, panama, english):
    bars, edge, line, rows = plan_beside_region(panama, english, "PAN").data
    assert {bars.hoverinfo, edge.hoverinfo, line.hoverinfo} == {"skip"}
    assert [tuple(opened) for opened in rows.customdata] == [
        ("PAN", code, "commitments") for code in counts.columns if counts.loc["PAN", code]
    ]
    assert rows.width == 1
    assert min(rows.x) >= max(*bars.x, *line.x)


def test_pointing_at_a_row_tells_both_shares_in_words(counts, panama, say):
    rows = plan_beside_region(panama, say, "PAN").data[-1]
    number, total = counts.loc["PAN", "protection"], counts.loc["PAN"].sum()
    region, all_plans = counts["protection"].sum(), counts.to_numpy().sum()
    assert {"en": "Panama", "es": "Panamá"}[say.code] in rows.hovertext[0]
    numbers = [int(digits) for digits in re.findall(r"\b\d+\b(?!\s?%)", rows.hovertext[0])]
    assert numbers == [number, total, region, all_plans]


def test_an_area_s_chart_opens_nothing_where_nothing_is_listed(counts, tables, english):
    figure = area_in_plans(counts["health"], plan_sizes(tables), "health", english)
    rows = figure.data[-1]
    listed = [iso3 for iso3 in counts.index if counts.loc[iso3, "health"]]
    assert [opened[0] for opened in rows.customdata] == listed
    assert len(figure.layout.annotations) == len(counts)
    assert "Honduras  none" in [annotation.text for annotation in figure.layout.annotations]


def test_bars_and_line_are_as_long_as_the_shares_of_the_plans(counts, panama, english):
    bars, _, line, _ = plan_beside_region(panama, english, "PAN").data
    assert list(bars.x) == [number / 27 for number in counts.loc["PAN"]]
    assert list(line.x) == [number / 229 for number in counts.sum()]


def test_an_area_s_bars_are_as_long_as_its_shares_of_the_plans(counts, tables, english):
    bars = area_in_plans(counts["health"], plan_sizes(tables), "health", english).data[0]
    assert list(bars.x) == [counts.loc[iso3, "health"] / counts.loc[iso3].sum() for iso3 in counts.index]


def test_the_map_is_shaded_and_numbered_by_the_commitments_of_each_country(counts, english):
    totals = counts.sum(axis="columns")
    figure = country_map(totals, english)
    (marks,) = [trace for trace in figure.data if trace.mode == "markers+text"]
    assert list(marks.text) == [str(number) for number in totals]
    lands = [trace for trace in figure.data if trace.fill == "toself"]
    assert [trace.fillcolor for trace in lands] == [RAMP[shade(number, 49)] for number in totals]
