"""Commitments as elements: listed with their full texts, and one square each."""

from collections.abc import Iterable, Mapping

import pandas as pd

from mirps_data.commitment import Commitment, commitments_of
from mirps_data.messages import repeats
from mirps_data.reference import FOCUS_AREAS
from mirps_data.search import Segments
from mirps_data.sentences import commitments_counted, country_name
from mirps_data.store import Tables
from mirps_ui.elements import Node, count_link, element, link
from mirps_ui.view import View


def commitment_list(
    view: View,
    commitments: pd.DataFrame,
    page: str,
    headings: tuple[str, ...] = ("country", "focus_area"),
    marked: Mapping[str, Segments] | None = None,
) -> list[Node]:
    """The commitments with their full texts under headings by these columns, the outer first; none: a flat list.

    `page` is where opening a commitment stays, `marked` what a search matched. Counts in the headings are of the
    view's selection.
    """
    is_flat = not headings
    items = {
        commitment.id: _item(view, commitment, page, is_flat, (marked or {}).get(commitment.id))
        for commitment in commitments_of(commitments)
    }
    return _grouped(view, commitments, items, headings, ())


def unit_chart(view: View, commitments: pd.DataFrame, page: str = "") -> Node:
    """One square a distinct commitment, a line a country, coloured and lettered by focus area."""
    say = view.say
    marked = [area for area in FOCUS_AREAS if area.name in set(commitments["focus_area"])]
    legend = element(
        "ul",
        *(element("li", _square(area.mark(say.code), area.id_code), f" {area.label(say.code)}") for area in marked),
        class_="legend",
    )
    lines = [
        element(
            "li",
            element("span", country_name(say, str(iso3)), class_="name"),
            element("span", *_squares(view, _in_area_order(rows), page), class_="squares", data_arrows=""),
        )
        for iso3, rows in commitments.groupby("iso3", sort=False)
    ]
    return element("div", legend, element("ul", *lines, class_="lines"), class_="units")


def text_nodes(commitment: Commitment, segments: Segments | None = None) -> Node:
    """A commitment's text in its language, its lead-in label set apart by weight, what a search matched marked."""
    label_end = len(commitment.title) + 1 if commitment.title else 0
    label: list[Node] = []
    rest: list[Node] = []
    position = 0
    for words, matches in segments or ((commitment.text, False),):
        within = max(label_end - position, 0)
        for part, into in ((words[:within], label), (words[within:], rest)):
            if part:
                into.append(element("mark", part) if matches else part)
        position += len(words)
    return element("span", *([element("strong", *label)] if label else []), *rest, lang=commitment.lang)


def matched(view: View, tables: Tables, shown: pd.DataFrame) -> dict[str, Segments]:
    """The texts of shown rows in which the search matches, by id."""
    if not view.selection.search:
        return {}
    marked = tables.index.marked(view.selection.search, list(shown.index))
    return {shown.at[place, "id"]: segments for place, segments in marked.items()}


def _grouped(
    view: View, commitments: pd.DataFrame, items: Mapping[str, Node], headings: tuple[str, ...], above: tuple[str, ...]
) -> list[Node]:
    if not headings:
        return [element("ol", *(items[identifier] for identifier in commitments["id"]), class_="commitments")]
    column, *inner = headings
    nodes: list[Node] = []
    for _, group in commitments.groupby(column, sort=False):
        within = (*above, column)
        nodes.append(_heading(view, "h2" if inner else "h3", commitments_of(group), within))
        nodes += _grouped(view, group, items, tuple(inner), within)
    return nodes


def _heading(view: View, tag: str, commitments: list[Commitment], columns: tuple[str, ...]) -> Node:
    """The name in the last of the columns, and the number of commitments with the same values in all of them."""
    country, area = commitments[0].country, commitments[0].area
    codes = {"country": ("country", country.code), "focus_area": ("area", area.code)}
    selection = view.selection.narrowed(**dict(codes[column] for column in columns))
    name = (country if columns[-1] == "country" else area).label(view.say.code)
    number = sum(commitment.is_counted for commitment in commitments)
    return element(tag, f"{name} ", count_link(view, commitments_counted(view.say, number, selection), class_="count"))


def _item(view: View, commitment: Commitment, page: str, with_place: bool, segments: Segments | None) -> Node:
    say, repeated = view.say, commitment.duplicate_of
    address = view.link(page, commitment=commitment.id)
    opener = link(commitment.id, address, class_="id", title=say("Open this commitment"))
    return element(
        "li",
        element("p", commitment.place(say), class_="where") if with_place else None,
        element("p", opener, " ", text_nodes(commitment, segments)),
        element("p", repeats(say, repeated), class_="repeats") if repeated else None,
        class_="repeated" if repeated else None,
    )


def _squares(view: View, rows: pd.DataFrame, page: str) -> Iterable[Node]:
    """The squares of a country: one stop of the tab key, the arrow keys move on."""
    counted = [commitment for commitment in commitments_of(rows) if commitment.is_counted]
    for index, commitment in enumerate(counted):
        words = commitment.text
        yield link(
            commitment.area.mark(view.say.code),
            view.link(page, commitment=commitment.id),
            class_=f"square {commitment.area.id_code}",
            tabindex=None if index == 0 else -1,
            aria_label=f"{commitment.id}, {commitment.place(view.say)}",
            title=f"{commitment.id}: {words[:90]}{'…' if len(words) > 90 else ''}",
        )


def _square(mark: str, id_code: str) -> Node:
    return element("span", mark, class_=f"square {id_code}", aria_hidden="true")


def _in_area_order(commitments: pd.DataFrame) -> pd.DataFrame:
    """The rows by focus area in the order of the areas, then as they were."""
    order = {area.name: index for index, area in enumerate(FOCUS_AREAS)}
    return commitments.sort_values("focus_area", key=lambda names: names.map(order), kind="stable")
