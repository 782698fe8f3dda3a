"""Present: a deck of what is selected, its screens and their order, pinned commitments, and a live preview."""

import streamlit as st

from mirps_data.citation import nothing_selected
from mirps_data.tables import load_tables
from mirps_ui.elements import element, show
from mirps_ui.filters import filters
from mirps_ui.navigation import PRESENT
from mirps_ui.presenting import actions, pin_list, preview, screen_list
from mirps_ui.view import current_view

view = current_view()
say = view.say
commitments = load_tables().commitments
shown = view.selection.apply(commitments)

show(element("h1", say("Present it, also offline")), *filters(view, commitments, PRESENT), key="present")
if shown.empty:
    show(element("p", nothing_selected(say), class_="note"), key="nothing")
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
    show(element("h2", say("Screens")), screen_list(view), key="screens")
show(element("h2", say("Pin the commitments to show in full")), pin_list(view, shown), key="pins")
