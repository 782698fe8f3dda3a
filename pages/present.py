"""Present: a deck of what is selected, its screens and their order, pinned commitments, and a live preview."""

import streamlit as st

from mirps_data.addresses import PRESENT
from mirps_data.store import load_tables
from mirps_ui.deck import actions, pin_list, preview, screen_list
from mirps_ui.elements import element, show
from mirps_ui.filters import filters, nothing_found
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()
shown = view.selection.apply(tables)

show(
    element("h1", say("Prepare a presentation that also works offline")), *filters(view, tables, PRESENT), key="present"
)
if shown.empty:
    show(
        element("p", say("There is nothing to present: no commitment is selected."), class_="note"),
        nothing_found(view, tables, PRESENT),
        key="nothing",
    )
    st.stop()

left, right = st.columns([2, 1], gap="large")
with left:
    show(
        preview(view),
        actions(view),
        element("p", say("Arrow keys, space or a clicker move on; F is full screen; Esc leaves.")),
        key="preview",
    )
with right:
    show(element("h2", say("Screens")), screen_list(view, tables, shown), key="screens")
show(element("h2", say("Choose the commitments to show in full")), pin_list(view, shown), key="pins")
