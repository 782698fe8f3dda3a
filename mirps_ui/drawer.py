"""The drawer: one commitment beside the page, with its place in the plan and its neighbours in the selection."""

import pandas as pd
import streamlit as st

from mirps_data.language import Language, parts
from mirps_data.tables import Tables
from mirps_ui.elements import Node, element, link, show
from mirps_ui.lists import place, text_nodes
from mirps_ui.view import View, close_commitment


def open_drawer(view: View, page: str, tables: Tables) -> None:
    """Shows the view's open commitment; closing it takes it out of the link."""
    row = tables.commitments.set_index("id", drop=False).loc[view.commitment]
    drawer = st.dialog(view.commitment, width="medium", position="right", on_dismiss=close_commitment)
    drawer(_content)(view, page, row, tables)


def _content(view: View, page: str, row: pd.Series, tables: Tables) -> None:
    say = view.say
    show(
        element("p", place(say, row), class_="place"),
        element("blockquote", element("p", *text_nodes(row)), class_="words", lang="en"),
        _repetition(view, page, row),
        _facts(say, row, tables.commitments),
        _neighbours(view, page, row, view.selection.apply(tables.commitments)),
        key="drawer",
    )


def _repetition(view: View, page: str, row: pd.Series) -> Node | None:
    if not row["duplicate_of"]:
        return None
    original = link(row["duplicate_of"], view.link(page, commitment=row["duplicate_of"]))
    template = view.say.template("The plan prints this text twice; it is counted once, as {id}.")
    return element("p", *parts(template, id=original), class_="repeats")


def _facts(say: Language, row: pd.Series, commitments: pd.DataFrame) -> Node:
    same_place = (commitments["iso3"] == row["iso3"]) & (commitments["focus_area"] == row["focus_area"])
    position = say("{position} of {total} listed", position=row["position"], total=int(same_place.sum()))
    facts = {
        say("Plan"): say("MIRPS national action plan, {edition}", edition=row["edition"]),
        say("Pages"): pages_of(say, row["source_pages"]),
        say("Position"): position,
        say("Line in the source"): str(row["source_line"]),
    }
    return element("dl", *(part for name, fact in facts.items() for part in (element("dt", name), element("dd", fact))))


def pages_of(say: Language, pages: str) -> str:
    """The pages of a plan in words: `18-20`, or `from 21` where the end is open."""
    first, _, last = pages.partition("-")
    return f"{first}–{last}" if last else say("from {page}", page=first)


def _neighbours(view: View, page: str, row: pd.Series, shown: pd.DataFrame) -> Node | None:
    """Previous and next within what is selected, in the order of the list."""
    ids = list(shown["id"])
    if row["id"] not in ids:
        return None
    index = ids.index(row["id"])
    before, after = ids[index - 1] if index else None, ids[index + 1] if index + 1 < len(ids) else None
    return element(
        "nav",
        _step(view, page, view.say("← Previous"), before),
        element("span", view.say("{position} of {total}", position=index + 1, total=len(ids)), class_="where"),
        _step(view, page, view.say("Next →"), after),
        aria_label=view.say("Previous and next commitment"),
        class_="neighbours",
    )


def _step(view: View, page: str, text: str, identifier: str | None) -> Node:
    return link(text, view.link(page, commitment=identifier)) if identifier else element("span", text, class_="off")
