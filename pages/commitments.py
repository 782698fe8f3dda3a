"""Commitments: the whole list under the search and the filters, with full texts."""

from mirps_data.addresses import COMMITMENTS
from mirps_data.counts import count
from mirps_data.messages import caution, repetitions
from mirps_data.selection import Selection
from mirps_data.store import load_tables
from mirps_ui.elements import element, link, show
from mirps_ui.filters import filters, named_filters, nothing_found, search_box, selection_nodes
from mirps_ui.lists import commitment_list, matched
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()
shown = view.selection.apply(tables)
headings = () if view.selection.search else ("country", "focus_area")  # a search puts the best match first

show(
    element("h1", *selection_nodes(view, count(shown), COMMITMENTS)),
    element("p", caution(say), class_="caution"),
    key="selection",
)
search_box(view)
show(
    *filters(view, tables, COMMITMENTS),
    element("p", link(say("Show all"), view.link(COMMITMENTS, Selection()))) if view.selection else None,
    element("p", repetitions(say, len(shown), count(shown)), class_="source"),
    named_filters(view, tables, COMMITMENTS),
    nothing_found(view, tables) if shown.empty else None,
    *commitment_list(view, shown, COMMITMENTS, headings, matched(view, tables, shown)),
    key="commitments",
)
