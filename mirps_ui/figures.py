"""Charts of tables that are already counted. A figure reads nothing and filters nothing.

Each chart has a function for its `alt` text beside it, computed from the same table. Titles, subtitles and sources
stand around the chart as text, so that they are there before the chart library has loaded.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from mirps_data.addresses import COMMITMENTS, COUNTRY
from mirps_data.language import Language
from mirps_data.sentences import area_name, country_name, share_of
from mirps_design.palette import AREA_COLOURS, GAP, INK, RAMP, shade

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showAxisDragHandles": False}
_TEXT = 16
_FONT = "Source Sans, Noto Sans, Segoe UI, Arial, sans-serif"
_ROW = 46


def plan_beside_region(figures: pd.DataFrame, say: Language, iso3: str) -> go.Figure:
    """Bars: a country's shares by focus area, each with a mark where all the plans together stand.

    Takes mirps_data.counts.regional_comparison: a row is a focus area.
    """
    codes = [str(code) for code in figures.index]
    shares = _shares(figures["count"], figures["plan"])
    region_shares = _shares(figures["region_count"], figures["region"])
    figure = go.Figure()
    _add_bars(figure, shares, [AREA_COLOURS[code] for code in codes])
    for colour, width in ((GAP, 9), (INK, 4)):  # a pale edge, so that the line is seen on a dark bar
        figure.add_scatter(
            y=_bar_places(len(codes)),
            x=region_shares,
            mode="markers",
            marker={"symbol": "line-ns-open", "size": 17, "line": {"width": width, "color": colour}, "color": colour},
            hoverinfo="skip",
        )
    labels, rows = [], []
    for code, row in zip(codes, _rows(figures), strict=True):
        labels.append(f"{area_name(say, code)}  {say.percent(row.count, row.plan)}")
        words = say(
            "{country}: {share}. All plans together: {region}.",
            country=country_name(say, iso3),
            share=share_of(say, row.count, row.plan),
            region=share_of(say, row.region_count, row.region),
        )
        rows.append(Row(words, (iso3, code, COMMITMENTS)) if row.count else None)
    return _with_rows(figure, labels, rows, max([*shares, *region_shares]))


def plan_beside_region_alt(figures: pd.DataFrame, say: Language, country: str) -> str:
    """What the bars show, in words."""
    shares = "; ".join(
        f"{area_name(say, str(code))} {say.percent(row.count, row.plan)} ({say.percent(row.region_count, row.region)})"
        for code, row in zip(figures.index, _rows(figures), strict=True)
    )
    return say(
        "Share of each focus area in the plan of {country} (in all plans together): {shares}",
        country=country,
        shares=shares,
    )


def area_in_plans(numbers: pd.Series, sizes: pd.Series, area: str, say: Language) -> go.Figure:
    """Bars: how much of each country's plan a focus area takes. Takes numbers and sizes of whole plans by ISO3."""
    shares = _shares(numbers, sizes[numbers.index])
    figure = go.Figure()
    _add_bars(figure, shares, [AREA_COLOURS[area]] * len(numbers))
    labels, rows = [], []
    for (iso3, number), size in zip(numbers.items(), sizes[numbers.index], strict=True):
        name, words = country_name(say, str(iso3)), _share_words(say, int(number), int(size))
        labels.append(f"{name}  {words}")
        rows.append(Row(f"{name}: {words}", (str(iso3), area, COMMITMENTS)) if number else None)
    return _with_rows(figure, labels, rows, max(shares))


def area_in_plans_alt(numbers: pd.Series, sizes: pd.Series, area: str, say: Language) -> str:
    """What the bars show, in words."""
    shares = "; ".join(
        f"{country_name(say, str(iso3))} {_share_words(say, int(number), int(sizes[iso3]))}"
        for iso3, number in numbers.items()
    )
    return say("Share of {area} in each plan: {shares}", area=area_name(say, area), shares=shares)


def country_map(totals: pd.Series, say: Language) -> go.Figure:
    """A map: each country shaded by its number of commitments, with a mark beside it that takes a click.

    Takes the number of commitments by ISO3. A mark's `customdata` is what it opens (see mirps_ui.browser.open_clicked).
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


def _shares(numbers: pd.Series, sizes: pd.Series) -> list[float]:
    """Each number as a part of its plan, 0 to 1; 0 of an empty plan."""
    return (numbers / sizes.clip(lower=1)).tolist()


def _share_words(say: Language, number: int, size: int) -> str:
    return share_of(say, number, size) if number else say("none")


def _rows(figures: pd.DataFrame) -> Iterator[SimpleNamespace]:
    return (SimpleNamespace(**row) for row in figures.to_dict("records"))


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


class Row(NamedTuple):
    """What a row of bars says when it is pointed at, and what it opens: a country, a focus area and a page."""

    words: str
    opens: tuple[str, str, str]


def _bar_places(number: int) -> list[float]:
    """Where the bars stand, each below its label in a row of height 1."""
    return [index + 0.2 for index in range(number)]


def _add_bars(figure: go.Figure, lengths: list[float], colours: list[str]) -> None:
    figure.add_bar(
        y=_bar_places(len(lengths)),
        x=lengths,
        orientation="h",
        marker_color=colours,
        width=0.4,
        hoverinfo="skip",
        unselected={"marker": {"opacity": 1}},
    )


def _with_rows(figure: go.Figure, labels: list[str], rows: list[Row | None], furthest: float) -> go.Figure:
    """The look that all bar charts share: labels above the bars, and over each row an unseen bar that takes the click.

    A row that is None has nothing to open.
    """
    width = max(furthest * 1.1, 0.01)
    for index, label in enumerate(labels):
        figure.add_annotation(x=0, y=index - 0.25, xanchor="left", text=label, showarrow=False, borderpad=0)
    full = [(index, row) for index, row in enumerate(rows) if row]
    figure.add_bar(
        y=[index for index, _ in full],
        x=[width for _ in full],
        customdata=[row.opens for _, row in full],
        hovertext=[row.words for _, row in full],
        hoverinfo="text",
        orientation="h",
        marker_color="rgba(0,0,0,0)",
        width=1,
    )
    figure.update_layout(
        height=len(labels) * _ROW + 16,
        margin={"l": 0, "r": 10, "t": 0, "b": 0},
        plot_bgcolor="#FFFFFF",
        font={"size": _TEXT, "color": INK, "family": _FONT},
        hoverlabel={"bgcolor": INK, "font": {"size": _TEXT, "color": "#FFFFFF", "family": _FONT}},
        showlegend=False,
        barmode="overlay",
        hovermode="closest",
        dragmode=False,
        clickmode="event+select",
    )
    figure.update_xaxes(visible=False, range=[0, width], fixedrange=True)
    figure.update_yaxes(visible=False, range=[len(labels) - 0.5, -0.5], fixedrange=True)
    return figure
