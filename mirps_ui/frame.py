"""The frame around every page: navigation, language, what is selected, the page, and the open commitment."""

from pathlib import Path

import streamlit as st

from mirps_data.counts import count
from mirps_data.store import BrokenTablesError, load_tables
from mirps_ui.bar import bar, scope_of_page, unknown_note
from mirps_ui.browser import pending_move, restore_view, told
from mirps_ui.drawer import open_drawer
from mirps_ui.elements import show
from mirps_ui.instead import show_problems, show_unknown_commitment
from mirps_ui.navigation import pages

view = restore_view()
page = st.navigation(list(pages(view.say).values()), position="top")
st.set_page_config(
    page_title=view.say("{page} – MIRPS commitments", page=page.title),
    page_icon=Path(__file__).parent / "icon.png",
    layout="wide",
)
try:
    tables = load_tables()
except BrokenTablesError as broken:
    show_problems(view, broken)
    st.stop()
shown = scope_of_page(view, page.url_path)
move = pending_move()
show(
    bar(view, page.url_path, shown, count(shown.apply(tables))),
    unknown_note(view),
    key="bar",
    told=told(view, page.url_path, move),
)
known = set(tables.commitments["id"])
if view.commitment and view.commitment not in known:
    show_unknown_commitment(view)
    st.stop()
page.run()
if view.commitment and not move:
    open_drawer(view, page.url_path, tables)
