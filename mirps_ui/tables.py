"""Tables of counts, as elements: every number is a link to exactly the commitments that it counts."""

from collections.abc import Callable, Iterable, Sequence

import pandas as pd

from mirps_data.findings import Count, country_name, share_of
from mirps_data.language import Language
from mirps_data.reference import AREA_BY_CODE, AREA_BY_NAME, COUNTRY_BY_NAME
from mirps_data.selection import Selection
from mirps_design.palette import shade
from mirps_ui.elements import Node, count_link, element, link
from mirps_ui.navigation import COUNTRY, FOCUS_AREA
from mirps_ui.view import View

Written = Callable[[int, Selection], str]  # a number of a selection, as it is shown


def count_table(view: View, counts: pd.DataFrame, plans: pd.Series | None = None) -> Node:
    """The number table: a row a country, a column a focus area, zeros as gaps, totals on both sides.

    Takes the counts of the view's selection; with the number of commitments in each whole plan, by ISO3, it shows
    shares of the plans instead.
    """
    say = view.say
    written = _as_number(say) if plans is None else _as_share(say, plans)
    shading = counts if plans is None else counts.div(plans[counts.index], axis="index")
    largest = max(float(shading.to_numpy().max()), 1e-9)
    area_heads = [
        element("th", link(_area(say, area), view.link(FOCUS_AREA, Selection(areas=(area,)))), scope="col")
        for area in counts.columns
    ]
    rows = [
        element(
            "tr",
            element("th", link(country_name(say, iso3), view.link(COUNTRY, Selection((iso3,)))), scope="row"),
            *(
                _cell(
                    view,
                    number,
                    view.selection.with_only(country=iso3, area=str(area)),
                    written,
                    shade(shading.loc[iso3, area], largest),
                )
                for area, number in counts.loc[iso3].items()
            ),
            _total(view, counts.loc[iso3].sum(), view.selection.with_only(country=iso3), written),
        )
        for iso3 in map(str, counts.index)
    ]
    foot = element(
        "tr",
        element("th", say("All"), scope="row"),
        *(
            _total(view, number, view.selection.with_only(area=str(area)), written)
            for area, number in counts.sum().items()
        ),
        _total(view, counts.to_numpy().sum(), view.selection, written),
    )
    return element(
        "table",
        element("caption", say("Number of commitments by country and focus area"), class_="unseen"),
        element(
            "thead",
            element(
                "tr", element("th", say("Country"), scope="col"), *area_heads, element("th", say("All"), scope="col")
            ),
        ),
        element("tbody", *rows),
        element("tfoot", foot),
        class_="counts",
    )


def country_table(view: View, comparison: pd.DataFrame, iso3: str) -> Node:
    """A country's number and share of each focus area beside all the plans'. Takes regional_comparison."""
    say = view.say
    total, region_total = int(comparison["count"].sum()), int(comparison["region_count"].sum())
    rows = [
        [
            _area(say, str(area)),
            _number(view, share_of(say, int(row["count"]), total), int(row["count"]), Selection((iso3,), (str(area),))),
            _number(
                view,
                share_of(say, int(row["region_count"]), region_total),
                int(row["region_count"]),
                Selection(areas=(str(area),)),
            ),
        ]
        for area, row in comparison.iterrows()
    ]
    return plain_table(
        say("Commitments by focus area"),
        [say("Focus area"), country_name(say, iso3), say("All the plans")],
        rows,
        class_="figures",
    )


def area_table(view: View, counts: pd.DataFrame, area: str) -> Node:
    """Each country's number on a focus area and its share of the country's plan. Takes the counts of whole plans."""
    say = view.say
    rows = [
        [
            link(country_name(say, iso3), view.link(COUNTRY, Selection((iso3,)))),
            _number(
                view,
                share_of(say, int(counts.loc[iso3, area]), int(counts.loc[iso3].sum())),
                int(counts.loc[iso3, area]),
                Selection((iso3,), (area,)),
            ),
        ]
        for iso3 in map(str, counts.index)
    ]
    heads = [say("Country"), say("Commitments, of the whole plan")]
    return plain_table(say("{area} by country", area=_area(say, area)), heads, rows, class_="figures")


def reconciliation_table(view: View, figures: pd.DataFrame) -> Node:
    """Declared, listed and distinct side by side, a line a plan and its focus areas below it.

    Takes mirps_data.counts.reconciliation, whole or the rows of some countries.
    """
    say = view.say
    rows, classes = [], []
    for row in figures.to_dict("records"):
        country, area = COUNTRY_BY_NAME[row["country"]], AREA_BY_NAME.get(row["focus_area"])
        selection = Selection((country.iso3,), (area.code,) if area else ())
        name = area.label(say.code) if area else country.label(say.code)
        declared = "–" if pd.isna(row["declared"]) else say.number(row["declared"])
        figures_listed = [
            count_link(view, Count(say.number(row[column]), selection)) if row[column] else "0"
            for column in ("listed", "distinct")
        ]
        rows.append([name, declared, *figures_listed])
        agree = row["listed"] == row["distinct"] == (0 if pd.isna(row["declared"]) else row["declared"])
        classes.append(f"{'part' if area else 'whole'}{'' if agree else ' differs'}")
    heads = [say("Plan and focus area"), say("Declared"), say("Listed"), say("Distinct")]
    caption = say("Declared, listed and distinct commitments")
    return plain_table(caption, heads, rows, classes, class_="figures reconciliation")


def plain_table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Node]],
    row_classes: Sequence[str | None] = (),
    class_: str = "plain",
) -> Node:
    """A table of texts: the first cell of a row names the row."""
    rows = list(rows)
    return element(
        "table",
        element("caption", caption, class_="unseen"),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element(
            "tbody",
            *(
                element(
                    "tr",
                    element("th", first, scope="row", data_head=heads[0]),
                    *(element("td", cell, data_head=head) for cell, head in zip(rest, heads[1:], strict=True)),
                    class_=row_class,
                )
                for (first, *rest), row_class in zip(rows, row_classes or [None] * len(rows), strict=True)
            ),
        ),
        class_=class_,
    )


def _as_number(say: Language) -> Written:
    return lambda number, selection: say.number(number)


def _as_share(say: Language, plans: pd.Series) -> Written:
    """Writes a number as the share of the plans of the countries selected."""

    def written(number: int, selection: Selection) -> str:
        return say.percent(number / max(int(plans[list(selection.countries) or list(plans.index)].sum()), 1))

    return written


def _cell(view: View, number: int, selection: Selection, written: Written, step: int) -> Node:
    if number == 0:
        unseen = element("span", view.say("none listed"), class_="unseen")
        return element("td", element("span", "–", aria_hidden="true"), unseen, class_="gap")
    return element("td", _counted(view, number, selection, written), class_=f"shade{step}")


def _total(view: View, number: int, selection: Selection, written: Written) -> Node:
    return element("td", _counted(view, number, selection, written) if number else "–", class_="total")


def _counted(view: View, number: int, selection: Selection, written: Written) -> Node:
    words = selection.sentence(view.say, number)
    return count_link(view, Count(written(number, selection), selection), aria_label=words, title=words)


def _number(view: View, words: str, number: int, selection: Selection) -> Node:
    """A figure as a link to what it counts; nothing to open where nothing is listed."""
    return (
        count_link(view, Count(words, selection)) if number else element("span", view.say("none listed"), class_="none")
    )


def _area(say: Language, code: str) -> str:
    return AREA_BY_CODE[code].label(say.code)
