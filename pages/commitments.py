"""Commitments: the whole list under the filters, with full texts."""

from mirps_data.counts import count
from mirps_data.findings import caution
from mirps_data.selection import Selection
from mirps_data.tables import load_tables
from mirps_ui.elements import element, link, show
from mirps_ui.filters import filters
from mirps_ui.lists import commitment_list
from mirps_ui.navigation import COMMITMENTS
from mirps_ui.view import current_view

view = current_view()
say = view.say
commitments = load_tables().commitments
shown = view.selection.apply(commitments)
repeated = len(shown) - count(shown)

show(
    element("h1", view.selection.sentence(say, count(shown))),
    element("p", link(say("Show all"), view.link(COMMITMENTS, Selection()))) if view.selection else None,
    element("p", caution(say), class_="caution"),
    *filters(view, commitments),
    element(
        "p",
        say.plural(
            "{number} more row repeats another word for word; it is shown and marked, not counted.",
            "{number} more rows repeat another word for word; they are shown and marked, not counted.",
            repeated,
        ),
        class_="source",
    )
    if repeated
    else None,
    *commitment_list(view, shown, COMMITMENTS),
    key="commitments",
)
