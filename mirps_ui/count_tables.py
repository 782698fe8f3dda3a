"""Tables of counts, as elements: every number is a link to exactly the commitments that it counts."""

from collections.abc import Iterable, Sequence

import pandas as pd

from mirps_data.addresses import COMMITMENTS, COUNTRY, FOCUS_AREA
from mirps_data.counts import Matrix
from mirps_data.facets import Facet
from mirps_data.messages import rounding
from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_NAME
from mirps_data.selection import Selection
from mirps_data.sentences import Count, area_name, country_name, share_of
from mirps_design.palette import shade
from mirps_ui.elements import Node, count_link, element, link
from mirps_ui.view import View

PAGE_OF_FACET = {"country": COUNTRY, "area": FOCUS_AREA}


def count_table(view: View, matrix: Matrix, sizes: pd.Series | None = None) -> Node:
    """The number table: a row a country, a column an option of a facet, zeros as gaps, totals where they say more.

    With the number of commitments in each whole plan, by ISO3, it shows shares of the plans instead.
    """
    say, cells = view.say, matrix.cells
    written = _Written(view, matrix, sizes)
    has_sums, has_foot = len(cells.columns) > 1, len(cells) > 1
    heads = [_head(view, matrix.columns, str(code), matrix.selection, "col") for code in cells]
    sums = [element("th", say("Total"), scope="col")] if has_sums else []
    rows = [
        element(
            "tr",
            _head(view, matrix.rows, row, matrix.selection, "row"),
            *(written.cell(row, str(column)) for column in cells),
            written.total(row, None) if has_sums else None,
        )
        for row in map(str, cells.index)
    ]
    foot = element(
        "tr",
        element("th", say("Total"), scope="row"),
        *(written.total(None, str(column)) for column in cells),
        written.total(None, None) if has_sums else None,
    )
    caption = say(
        "Number of commitments by {rows} and {columns}",
        rows=say(matrix.rows.name).lower(),
        columns=say(matrix.columns.name).lower(),
    )
    return element(
        "table",
        element("caption", caption, class_="unseen"),
        element("thead", element("tr", element("th", say(matrix.rows.name), scope="col"), *heads, *sums)),
        element("tbody", *rows),
        element("tfoot", foot) if has_foot else None,
        class_="counts",
    )


class _Written:
    """Writes the cells of a matrix: as numbers, or as shares of whole plans."""

    def __init__(self, view: View, matrix: Matrix, sizes: pd.Series | None) -> None:
        self.view, self.matrix, self.sizes = view, matrix, sizes
        rows = matrix.cells.index
        self.shading = matrix.cells if sizes is None else matrix.cells.div(sizes[rows].clip(lower=1), axis="index")
        self.largest = max(float(self.shading.to_numpy().max(initial=0)), 1e-9)

    def cell(self, row: str, column: str) -> Node:
        """A cell, shaded by its number; a gap where it is zero."""
        number = int(self.matrix.cells.at[row, column])
        if not number:
            unseen = element("span", self.view.say("none"), class_="unseen")
            return element("td", element("span", "–", aria_hidden="true"), unseen, class_="gap")
        step = shade(float(self.shading.at[row, column]), self.largest)
        return element("td", self._counted(number, row, column), class_=f"shade{step}")

    def total(self, row: str | None, column: str | None) -> Node:
        """The total of a row or a column, or of all."""
        matrix = self.matrix
        number = (
            matrix.total
            if not (row or column)
            else int(matrix.row_totals[row] if row else matrix.column_totals[column])
        )
        return element("td", self._counted(number, row, column) if number else "–", class_="total")

    def _counted(self, number: int, row: str | None, column: str | None) -> Node:
        selection = self.matrix.opens(row, column)
        words = selection.sentence(self.view.say, number)
        return count_link(self.view, Count(self._words(number, row), selection), aria_label=words, title=words)

    def _words(self, number: int, row: str | None) -> str:
        if self.sizes is None:
            return self.view.say.number(number)
        plans = [row] if row else list(self.matrix.cells.index)
        return self.view.say.percent(number, int(self.sizes[plans].sum()))


def country_table(view: View, figures: pd.DataFrame, iso3: str) -> Node:
    """What is selected of a country's plan by focus area, beside all the plans'. Takes regional_comparison."""
    say, selection = view.say, view.selection
    plan, region = int(figures["plan"].iloc[0]), int(figures["region"].iloc[0])
    everywhere = selection.without("country")
    rows = [
        [
            _head_link(view, "area", str(area), area_name(say, str(area)), everywhere),
            _share(view, int(row["count"]), plan, selection.narrowed(country=iso3, area=str(area))),
            _share(view, int(row["region_count"]), region, everywhere.narrowed(area=str(area))),
        ]
        for area, row in figures.iterrows()
    ]
    heads = [say("Focus area"), say("{country}'s plan", country=country_name(say, iso3)), say("All plans")]
    table = plain_table(say("Commitments by focus area"), heads, rows, class_="figures")
    note = rounding(say, [int(number) for number in figures["count"]], plan)
    return element("div", table, element("p", note, class_="source") if note else None)


def area_table(view: View, numbers: pd.Series, sizes: pd.Series, area: str) -> Node:
    """What is selected of each plan under a focus area, and its share. Takes numbers and sizes of plans by ISO3."""
    say = view.say
    rows = [
        [
            _head_link(view, "country", iso3, country_name(say, iso3), view.selection),
            _share(view, int(number), int(sizes[iso3]), view.selection.narrowed(country=iso3, area=area)),
        ]
        for iso3, number in ((str(code), number) for code, number in numbers.items())
    ]
    heads = [say("Country"), say("Commitments, and share of the plan")]
    return plain_table(say("{area} by country", area=area_name(say, area)), heads, rows, class_="figures")


def reconciliation_table(view: View, figures: pd.DataFrame) -> Node:
    """Declared, listed and distinct side by side, a line a plan and its focus areas below it.

    Takes mirps_data.counts.reconciliation, whole or the rows of some countries.
    """
    say = view.say
    rows, classes = [], []
    for row in figures.to_dict("records"):
        country, area = COUNTRY_BY_NAME[row["country"]], AREA_BY_NAME.get(row["focus_area"])
        selection = Selection.of(country=country.code, area=area.code if area else ())
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


def _head(view: View, facet: Facet, code: str, selection: Selection, scope: str) -> Node:
    label = facet.option(code).label(view.say.code)
    return element("th", _head_link(view, facet.parameter, code, label, selection), scope=scope)


def _head_link(view: View, parameter: str, code: str, label: str, selection: Selection) -> Node:
    """An option's name as a link to its own page, with the rest of the selection kept."""
    page = PAGE_OF_FACET.get(parameter, COMMITMENTS)
    return link(label, view.link(page, selection.narrowed(**{parameter: code})))


def _share(view: View, number: int, total: int, selection: Selection) -> Node:
    """A figure as a link to what it counts; nothing to open where there is none."""
    if not number:
        return element("span", view.say("none"), class_="none")
    return count_link(view, Count(share_of(view.say, number, total), selection))
