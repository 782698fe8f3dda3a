"""All that is said to the browser: the address, its history, and the session's copy of the link. See browser.js.

Streamlit drops a link's parameters when its navigation switches pages, so the session keeps a copy and puts it back.
A link of ours always names its language: one that doesn't has lost its parameters, or comes from outside.
"""

import streamlit as st

from mirps_data.addresses import LANG, address
from mirps_data.selection import Selection
from mirps_ui.view import View, current_view, query_of_link

_KEPT, _MOVE, _MOVES = "view", "move", "moves"


def restore_view() -> View:
    """The current view at the start of a run, put back into the address bar where a page switch dropped it."""
    query = query_of_link()
    if LANG not in query and _KEPT in st.session_state:
        query = st.session_state[_KEPT]
        st.query_params.from_dict(query)
    view = current_view()
    if LANG not in query:
        st.query_params[LANG] = view.say.code
    st.session_state[_KEPT] = view.query()
    return view


def told(view: View, page: str, move: dict | None) -> dict[str, object]:
    """What a run tells the browser: its language, the address that it shows, and where to go now if anywhere."""
    return {"language": view.say.code, "shown": address(page, query_of_link()), "go": move}


def show_selection(selection: Selection) -> None:
    """Shows another selection on the same page."""
    st.query_params.from_dict(current_view().query(selection))


def go_to(page: str, selection: Selection) -> None:
    """Goes to a page with a selection, as its link would; the browser does it after this run."""
    _move(current_view().link(page, selection), "pushState")


def close_commitment(page: str) -> None:
    """Closes the open commitment, without a step of its own in the browser's history."""
    _move(current_view().link(page), "replaceState")


def pending_move() -> dict | None:
    """Where the browser is to go now, once: Streamlit's own ways would leave a wrong step in its history."""
    return st.session_state.pop(_MOVE, None)


def open_clicked(chart: str) -> None:
    """Opens what a clicked mark stands for, of what is selected: its `customdata` is a country, an area and a page."""
    for point in st.session_state[chart]["selection"]["points"]:
        country, area, page = point["customdata"]
        chosen = {name: code for name, code in (("country", country), ("area", area)) if code}
        go_to(page, current_view().selection.narrowed(**chosen))


def _move(href: str, how: str) -> None:
    number = st.session_state[_MOVES] = st.session_state.get(_MOVES, 0) + 1
    st.session_state[_MOVE] = {"href": href, "how": how, "number": number}
