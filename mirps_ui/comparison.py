"""What the page Compare is made of: bars in small multiples, and the texts side by side."""

import pandas as pd

from mirps_data.findings import Count, area_name, country_name
from mirps_data.reference import AREA_BY_CODE
from mirps_ui.elements import Node, count_link, element, link
from mirps_ui.lists import text_nodes
from mirps_ui.navigation import COMPARE
from mirps_ui.view import MEASURES, View


def measure_switch(view: View) -> Node:
    """Counts, or shares of each plan."""
    labels = {MEASURES[0]: view.say("Counts"), MEASURES[1]: view.say("Shares of each plan")}
    items = (
        element(
            "li", link(label, view.measured(code).link(COMPARE), aria_current="true" if code == view.measure else None)
        )
        for code, label in labels.items()
    )
    return element(
        "nav", element("ul", *items, class_="choices"), aria_label=view.say("Show numbers as"), class_="filter"
    )


def small_multiples(view: View, counts: pd.DataFrame, plans: pd.Series) -> Node:
    """A panel a focus area, a bar a country, all on the same scale; a bar's number opens its commitments.

    Takes the counts of the view's selection and the number of commitments in each whole plan, by ISO3.
    """
    as_shares = view.measure == MEASURES[1]
    lengths = counts.div(plans[counts.index].where(plans > 0, 1), axis="index") if as_shares else counts
    longest = max(lengths.to_numpy().max(), 1e-9)
    panels = (
        element(
            "section",
            element("h3", AREA_BY_CODE[area].label(view.say.code)),
            element(
                "ul",
                *(
                    _bar(
                        view,
                        iso3,
                        area,
                        int(counts.loc[iso3, area]),
                        int(plans[iso3]),
                        lengths.loc[iso3, area] / longest,
                    )
                    for iso3 in map(str, counts.index)
                ),
            ),
        )
        for area in map(str, counts.columns)
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


def _bar(view: View, iso3: str, area: str, number: int, plan: int, length: float) -> Node:
    say, selection = view.say, view.selection.with_only(country=iso3, area=area)
    words = say.percent(number / max(plan, 1)) if view.measure == MEASURES[1] else say.number(number)
    colour = AREA_BY_CODE[area].id_code
    return element(
        "li",
        element("span", country_name(say, iso3), class_="name"),
        element("span", class_=f"bar-mark {colour}", style=f"--length: {length:.4f}") if number else None,
        count_link(view, Count(words, selection), aria_label=selection.sentence(say, number))
        if number
        else element("span", say("none listed"), class_="none"),
    )


def _column(view: View, rows: pd.DataFrame, iso3: str, area: str, marked: dict) -> Node:
    name = country_name(view.say, iso3)
    if rows.empty:
        return element("section", element("h4", name), element("p", view.say("none listed"), class_="none"))
    items = (
        element(
            "li",
            link(row["id"], view.link(COMPARE, commitment=row["id"]), class_="id"),
            " ",
            *text_nodes(row, marked.get(row["id"])),
            element("em", view.say("Repeats {id} word for word; shown, not counted.", id=row["duplicate_of"]))
            if row["duplicate_of"]
            else None,
        )
        for row in rows.to_dict("records")
    )
    number = int((rows["duplicate_of"] == "").sum())
    counted = count_link(
        view,
        Count(view.say.number(number), view.selection.with_only(country=iso3, area=area)),
        aria_label=f"{name}, {area_name(view.say, area)}: {number}",
    )
    return element("section", element("h4", f"{name} ", counted), element("ol", *items, class_="texts"))
