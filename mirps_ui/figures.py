"""Charts of tables that are already counted. A figure reads nothing and filters nothing.

Each chart has a function for its `alt` text beside it, computed from the same table. Titles, subtitles and sources
stand around the chart as text, so that they are there before the chart library has loaded.
"""

import json
from functools import cache
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from mirps_data.findings import country_name, share_of
from mirps_data.language import Language
from mirps_data.reference import AREA_BY_CODE
from mirps_design.palette import GAP, INK, RAMP, shade
from mirps_ui.navigation import COMMITMENTS, COUNTRY

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showAxisDragHandles": False}
_TEXT = 16
_FONT = "Source Sans, Noto Sans, Segoe UI, Arial, sans-serif"
_ROW = 44


def plan_beside_region(comparison: pd.DataFrame, say: Language, iso3: str) -> go.Figure:
    """Bars: a country's shares by focus area, each with a mark where all the plans together stand.

    Takes mirps_data.counts.regional_comparison: a row is a focus area.
    """
    areas = [AREA_BY_CODE[code] for code in comparison.index]
    labels = [
        f"{area.label(say.code)}  {say.percent(share)}" for area, share in zip(areas, comparison["share"], strict=True)
    ]
    figure = go.Figure()
    figure.add_bar(
        y=labels,
        x=comparison["share"],
        customdata=[(iso3, code, COMMITMENTS) for code in comparison.index],
        orientation="h",
        marker_color=[area.colour for area in areas],
        width=0.6,
        hoverinfo="none",
    )
    figure.add_scatter(
        y=labels,
        x=comparison["region_share"],
        customdata=[("", code, COMMITMENTS) for code in comparison.index],
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 26, "color": INK, "line": {"width": 4, "color": INK}},
        hoverinfo="none",
    )
    furthest = max(comparison["share"].max(), comparison["region_share"].max())
    return _bars(figure, len(areas), furthest)


def plan_beside_region_alt(comparison: pd.DataFrame, say: Language, country: str) -> str:
    """What the bars show, in words."""
    shares = "; ".join(
        f"{AREA_BY_CODE[code].label(say.code)} {say.percent(row.share)} ({say.percent(row.region_share)})"
        for code, row in zip(comparison.index, comparison.itertuples(), strict=True)
    )
    return say(
        "Share of each focus area in the plan of {country} (in all the plans): {shares}", country=country, shares=shares
    )


def area_in_plans(counts: pd.DataFrame, area: str, say: Language) -> go.Figure:
    """Bars: how much of each country's plan a focus area takes. Takes the counts of whole plans, all areas."""
    numbers, totals = counts[area], counts.sum(axis="columns")
    shares = numbers / totals.where(totals > 0, 1)
    figure = go.Figure()
    figure.add_bar(
        y=[country_name(say, iso3) for iso3 in counts.index],
        x=shares,
        customdata=[(iso3, area, COMMITMENTS) for iso3 in counts.index],
        orientation="h",
        marker_color=AREA_BY_CODE[area].colour,
        text=[
            " " + (share_of(say, number, total) if number else say("none listed"))
            for number, total in zip(numbers, totals, strict=True)
        ],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="none",
        width=0.6,
    )
    return _bars(figure, len(counts), shares.max() * 1.7)


def area_in_plans_alt(counts: pd.DataFrame, area: str, say: Language) -> str:
    """What the bars show, in words."""
    totals = counts.sum(axis="columns")
    shares = "; ".join(
        f"{country_name(say, iso3)} {share_of(say, int(counts.loc[iso3, area]), int(totals[iso3]))}"
        for iso3 in counts.index
    )
    return say("Share of {area} in each plan: {shares}", area=AREA_BY_CODE[area].label(say.code), shares=shares)


def country_map(totals: pd.Series, say: Language) -> go.Figure:
    """A map: each country shaded by its number of commitments, with a mark beside it that takes a click.

    Takes the number of commitments by ISO3. A mark's `customdata` is what it opens (see mirps_ui.view.open_clicked).
    """
    figure = go.Figure()
    largest = max(int(totals.max()), 1)
    codes = [str(iso3) for iso3 in totals.index]
    for iso3 in codes:
        xs, ys = _path(iso3)
        fill = RAMP[shade(int(totals[iso3]), largest)] if totals[iso3] else GAP
        line = {"color": GAP if totals[iso3] else INK, "width": 1}
        figure.add_scatter(x=xs, y=ys, mode="lines", fill="toself", fillcolor=fill, line=line, hoverinfo="skip")
    for iso3 in codes:
        (x, y), (mark_x, mark_y) = _PLACES[iso3]
        leader = {"color": INK, "width": 1.5}
        figure.add_scatter(x=[x, mark_x], y=[y, mark_y], mode="lines", line=leader, hoverinfo="skip")
        figure.add_annotation(
            x=mark_x,
            y=mark_y,
            yshift=-32,
            text=country_name(say, iso3),
            showarrow=False,
            bgcolor="rgba(255,255,255,0.9)",
        )
    figure.add_scatter(
        x=[_PLACES[iso3][1][0] for iso3 in codes],
        y=[_PLACES[iso3][1][1] for iso3 in codes],
        mode="markers+text",
        marker={"size": 34, "color": "#FFFFFF", "line": {"color": INK, "width": 1.5}, "opacity": 1},
        text=[say.number(number) for number in totals],
        customdata=[(iso3, "", COUNTRY) for iso3 in codes],
        hovertext=[country_name(say, iso3) for iso3 in codes],
        hoverinfo="text",
        unselected={"marker": {"opacity": 1}, "textfont": {"color": INK}},
    )
    figure.update_layout(
        height=430,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        plot_bgcolor="#FFFFFF",
        dragmode=False,
        clickmode="event+select",
        showlegend=False,
        font={"size": _TEXT, "color": INK, "family": _FONT},
        xaxis={"visible": False, "fixedrange": True, "range": [-118.5, -69.5]},
        yaxis={"visible": False, "fixedrange": True, "range": [-4.5, 34], "scaleanchor": "x", "scaleratio": 1.05},
    )
    return figure


def country_map_alt(totals: pd.Series, say: Language) -> str:
    """What the map shows, in words."""
    numbers = "; ".join(f"{country_name(say, str(iso3))} {say.number(number)}" for iso3, number in totals.items())
    return say("Map of the commitments by country: {numbers}", numbers=numbers)


# Where a country's leader begins and where its mark stands (longitude, latitude): off the coast, so that the marks of
# small countries keep apart on a phone.
_PLACES = {
    "BLZ": ((-88.5, 17.3), (-81.0, 25.0)),
    "CRI": ((-84.2, 10.0), (-83.5, 1.5)),
    "SLV": ((-88.9, 13.7), (-93.5, 4.0)),
    "GTM": ((-90.7, 15.2), (-99.5, 12.5)),
    "HND": ((-86.3, 14.9), (-76.0, 17.5)),
    "MEX": ((-102.3, 24.5), (-102.3, 24.5)),
    "PAN": ((-80.0, 8.5), (-73.8, 5.0)),
}


def _path(iso3: str) -> tuple[list[float | None], list[float | None]]:
    """A country's outlines as one line of longitudes and one of latitudes, with a break between outlines."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in _outlines()[iso3]:
        xs += [*(x for x, _ in ring), None]
        ys += [*(y for _, y in ring), None]
    return xs, ys


@cache
def _outlines() -> dict[str, list[list[tuple[float, float]]]]:
    return json.loads((Path(__file__).parent / "outlines.json").read_text(encoding="utf-8"))["outlines"]


def _bars(figure: go.Figure, rows: int, furthest: float) -> go.Figure:
    """The look that all bar charts share."""
    figure.update_layout(
        height=rows * _ROW + 16,
        margin={"l": 0, "r": 10, "t": 0, "b": 0},
        plot_bgcolor="#FFFFFF",
        font={"size": _TEXT, "color": INK, "family": _FONT},
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        clickmode="event+select",
    )
    figure.update_xaxes(visible=False, range=[0, max(furthest * 1.18, 0.01)], fixedrange=True)
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True, ticks="", showgrid=False)
    return figure
