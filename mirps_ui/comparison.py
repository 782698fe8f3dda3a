"""What the page Compare is made of: bars in small multiples, and the texts side by side."""

import pandas as pd

from mirps_data.addresses import COMPARE
from mirps_data.commitment import commitments_of
from mirps_data.counts import Matrix, count
from mirps_data.facets import AREA
from mirps_data.messages import repeats
from mirps_data.reference import AREA_BY_CODE
from mirps_data.sentences import Count, area_name, country_name
from mirps_ui.choices import Choice, choices
from mirps_ui.elements import Node, count_link, element, link
from mirps_ui.lists import text_nodes
from mirps_ui.view import MEASURES, View


def measure_switch(view: View) -> Node:
    """Counts, or shares of each plan."""
    labels = {MEASURES[0]: view.say("Counts"), MEASURES[1]: view.say("Shares of each plan")}
    options = (
        Choice(label, view.measured(code).link(COMPARE), is_chosen=code == view.measure)
        for code, label in labels.items()
    )
    return choices(options, view.say("Show numbers as"))


def small_multiples(view: View, matrix: Matrix, sizes: pd.Series) -> Node:
    """A panel a column, a bar a country, all on the same scale; a bar's number opens its commitments.

    Takes the counts of the view's selection and the number of commitments in each whole plan, by ISO3.
    """
    cells = matrix.cells
    lengths = cells.div(sizes[cells.index].clip(lower=1), axis="index") if view.measure == MEASURES[1] else cells
    longest = max(float(lengths.to_numpy().max(initial=0)), 1e-9)
    panels = (
        element(
            "section",
            element("h3", matrix.columns.option(column).label(view.say.code)),
            element(
                "ul",
                *(
                    _bar(view, matrix, (iso3, column), int(sizes[iso3]), float(lengths.at[iso3, column]) / longest)
                    for iso3 in map(str, cells.index)
                ),
            ),
        )
        for column in map(str, cells.columns)
    )
    return element("div", *panels, class_="panels")


def side_by_side(view: View, shown: pd.DataFrame, countries: list[str], areas: list[str], marked: dict) -> list[Node]:
    """The texts: a row a focus area, a column a country, aligned; on a phone the columns are stacked."""
    nodes: list[Node] = []
    for area in areas:
        in_area = shown[shown["focus_area"] == AREA_BY_CODE[area].name]
        columns = (_column(view, in_area[in_area["iso3"] == iso3], iso3, area, marked) for iso3 in countries)
        nodes += [
            element("h3", AREA_BY_CODE[area].label(view.say.code)),
            element("div", *columns, class_="columns", style=f"--columns: {len(countries)}"),
        ]
    return nodes


def _bar(view: View, matrix: Matrix, place: tuple[str, str], size: int, length: float) -> Node:
    say, selection, number = view.say, matrix.opens(*place), int(matrix.cells.at[place])
    iso3, column = place
    words = say.percent(number, size) if view.measure == MEASURES[1] else say.number(number)
    colour = AREA_BY_CODE[column].id_code if matrix.columns == AREA else ""
    return element(
        "li",
        element("span", country_name(say, iso3), class_="name"),
        element("span", class_=f"bar-mark {colour}".strip(), style=f"--length: {length:.4f}") if number else None,
        count_link(view, Count(words, selection), aria_label=selection.sentence(say, number))
        if number
        else element("span", say("none"), class_="none"),
    )


def _column(view: View, rows: pd.DataFrame, iso3: str, area: str, marked: dict) -> Node:
    name = country_name(view.say, iso3)
    if rows.empty:
        return element("section", element("h4", name), element("p", view.say("none"), class_="none"))
    items = (
        element(
            "li",
            link(commitment.id, view.link(COMPARE, commitment=commitment.id), class_="id"),
            " ",
            text_nodes(commitment, marked.get(commitment.id)),
            element("em", repeats(view.say, commitment.duplicate_of)) if commitment.duplicate_of else None,
        )
        for commitment in commitments_of(rows)
    )
    number = count(rows)
    counted = count_link(
        view,
        Count(view.say.number(number), view.selection.narrowed(country=iso3, area=area)),
        aria_label=f"{name}, {area_name(view.say, area)}: {number}",
    )
    return element("section", element("h4", f"{name} ", counted), element("ol", *items, class_="texts"))
