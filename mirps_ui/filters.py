"""The filters: a search box, and options that add or take away one value, each with the number that it would give."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from mirps_data.counts import count, facet_counts
from mirps_data.language import Language
from mirps_data.reference import COUNTRIES, FOCUS_AREAS, Country, FocusArea
from mirps_data.search import LONGEST, cleaned
from mirps_data.selection import Part, Selection
from mirps_ui.elements import Node, element, link
from mirps_ui.navigation import COMMITMENTS
from mirps_ui.view import View, current_view, show_selection

_BOX = "search_box"


def search_box(view: View) -> None:
    """The box to search in, live as one types."""
    say = view.say
    if cleaned(st.session_state.get(_BOX, "")) != view.selection.search:
        st.session_state[_BOX] = view.selection.search
    st.text_input(
        say("Search"),
        key=_BOX,
        type="search",
        live=True,
        max_chars=LONGEST,
        placeholder=say("Search the commitments: several words, “a phrase”, this or that, -not this"),
        label_visibility="collapsed",
        icon=":material/search:",
        on_change=_search,
    )


def filters(view: View, commitments: pd.DataFrame, page: str) -> list[Node]:
    """Country and focus area, any number of each, on a page; `commitments` is the whole table."""
    say, facets, selection = view.say, facet_counts(commitments, view.selection), view.selection
    by_country = _filter(
        view, page, say("Country"), COUNTRIES, facets["countries"], lambda code: selection.toggled(country=code)
    )
    by_area = _filter(
        view, page, say("Focus area"), FOCUS_AREAS, facets["areas"], lambda code: selection.toggled(area=code)
    )
    return [by_country, by_area]


def selection_nodes(view: View, number: int, page: str) -> list[Node]:
    """The whole selection in words, each value followed by a way to take it away."""
    say = view.say
    counted = say.plural("{number} commitment", "{number} commitments", number)
    return [counted, *(_removable(view, page, piece) for piece in view.selection.scope_parts(say, number))]


def nothing_found(view: View, commitments: pd.DataFrame) -> Node:
    """What to do when nothing matches: the filter that excludes the most, and a link without it."""
    say = view.say
    number, part, without = max(
        (count(selection.apply(commitments)), words, selection)
        for words, selection in _without_each(say, view.selection)
    )
    offered = say.plural(
        "Without {part} there is {number} commitment.",
        "Without {part} there are {number} commitments.",
        number,
        part=part,
    )
    english = say("The texts are in English; search for English words.") if view.selection.search else ""
    return element(
        "p",
        say("No commitment matches all of it."),
        f" {english}",
        " ",
        link(offered, view.link(COMMITMENTS, without)),
        class_="note",
    )


def _without_each(say: Language, selection: Selection) -> list[tuple[str, Selection]]:
    """Each filter in force, in words, with the selection without it."""
    found = []
    if selection.countries:
        found.append((say.any_of(selection.country_labels(say)), replace(selection, countries=())))
    if selection.areas:
        found.append((say.any_of(selection.area_labels(say)), replace(selection, areas=())))
    if selection.search:
        found.append((say("“{words}”", words=selection.search), replace(selection, search="")))
    return found


def _search() -> None:
    view = current_view()
    show_selection(replace(view.selection, search=st.session_state[_BOX] or ""))


def _removable(view: View, page: str, piece: str | Part) -> Node:
    if isinstance(piece, str):
        return piece
    label = view.say("Remove {value}", value=piece.words)
    remove = link("×", view.link(page, piece.without), aria_label=label, title=label, class_="remove")
    return element("span", piece.words, remove, class_="value")


def _filter(
    view: View,
    page: str,
    label: str,
    options: tuple[Country, ...] | tuple[FocusArea, ...],
    counts: pd.Series,
    toggled: Callable[[str], Selection],
) -> Node:
    chosen = {*view.selection.countries, *view.selection.areas}
    items = (_option(view, page, option, counts, option.code in chosen, toggled) for option in options)
    return element(
        "nav",
        element("span", label, class_="label"),
        element("ul", *items, class_="choices"),
        aria_label=label,
        class_="filter",
    )


def _option(
    view: View,
    page: str,
    option: Country | FocusArea,
    counts: pd.Series,
    is_chosen: bool,
    toggled: Callable[[str], Selection],
) -> Node:
    number = int(counts[option.code])
    return element(
        "li",
        link(
            f"{option.label(view.say.code)} ({view.say.number(number)})",
            view.link(page, toggled(option.code)),
            aria_current="true" if is_chosen else None,
            class_="empty" if number == 0 and not is_chosen else None,
        ),
    )
