"""The filters: every option a link that adds or takes away one value, with the number that it would give."""

from dataclasses import replace

import pandas as pd

from mirps_data.counts import facet_counts
from mirps_data.reference import COUNTRIES, FOCUS_AREAS, Country, FocusArea
from mirps_data.selection import Selection
from mirps_ui.elements import Node, element, link
from mirps_ui.navigation import COMMITMENTS
from mirps_ui.view import View


def filters(view: View, commitments: pd.DataFrame) -> list[Node]:
    """Country and focus area, any number of each; `commitments` is the whole table."""
    say, facets = view.say, facet_counts(commitments, view.selection)
    return [
        _filter(view, say("Country"), COUNTRIES, "countries", facets["countries"]),
        _filter(view, say("Focus area"), FOCUS_AREAS, "areas", facets["areas"]),
    ]


def _filter(
    view: View, label: str, options: tuple[Country, ...] | tuple[FocusArea, ...], part: str, counts: pd.Series
) -> Node:
    chosen = getattr(view.selection, part)
    items = (
        _option(
            view,
            option.label(view.say.code),
            int(counts[option.code]),
            option.code in chosen,
            toggled(view.selection, part, option.code),
        )
        for option in options
    )
    return element(
        "nav",
        element("span", label, class_="label"),
        element("ul", *items, class_="choices"),
        aria_label=label,
        class_="filter",
    )


def _option(view: View, name: str, number: int, is_chosen: bool, leads_to: Selection) -> Node:
    return element(
        "li",
        link(
            f"{name} ({view.say.number(number)})",
            view.link(COMMITMENTS, leads_to),
            aria_current="true" if is_chosen else None,
            class_="empty" if number == 0 and not is_chosen else None,
        ),
    )


def toggled(selection: Selection, part: str, code: str) -> Selection:
    """The selection with a country or area added, or taken away if it is there."""
    return replace(selection, **{part: tuple({*getattr(selection, part)} ^ {code})})
