"""What is shown instead of a page: broken tables, or a link to a commitment that is not there."""

import streamlit as st

from mirps_data.addresses import COMMITMENTS
from mirps_data.selection import Selection
from mirps_data.store import BrokenTablesError
from mirps_ui.browser import go_to
from mirps_ui.elements import element, link, show
from mirps_ui.view import View


def show_problems(view: View, broken: BrokenTablesError) -> None:
    """Says what is wrong and where, one line a problem, and how to see whether it is mended."""
    say = view.say
    number = len(broken.problems)
    show(
        element("h1", say("The commitments cannot be shown")),
        element(
            "p",
            say.plural(
                "The tables have {number} problem. Nothing is shown until it is fixed, because a count could be wrong.",
                "The tables have {number} problems. Nothing is shown until they are fixed, because a count could be "
                "wrong.",
                number,
            ),
        ),
        element("ul", *(element("li", str(problem)) for problem in broken.problems), class_="problems"),
        element(
            "p",
            say("To check the tables again:"),
            " ",
            element("code", f"python -m mirps_data check --data {broken.folder}"),
        ),
        key="problems",
        told={"language": say.code},
    )


def show_unknown_commitment(view: View) -> None:
    """Says politely that there is no such commitment, and searches for it."""
    say = view.say
    show(
        element("h1", say("There is no commitment “{id}”", id=view.commitment[:40])),
        element("p", say("Identifiers look like MEX-PRO-02: country, focus area, number.")),
        element(
            "p",
            say("Perhaps the link was cut short. Search for the commitment by its words, its country or its number:"),
        ),
        key="unknown",
    )
    st.text_input(
        say("Search"),
        key=_ASKED,
        type="search",
        placeholder=say("Search"),
        label_visibility="collapsed",
        on_change=_search,
    )
    show(element("p", link(say("All commitments"), view.link(COMMITMENTS, Selection()))), key="unknown_all")


_ASKED = "search_instead"


def _search() -> None:
    go_to(COMMITMENTS, Selection(search=st.session_state[_ASKED]))
