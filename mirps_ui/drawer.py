"""The drawer: one commitment beside the page, with its place in the plan and its neighbours in the selection."""

from functools import partial

import pandas as pd
import streamlit as st

from mirps_data.addresses import read_address
from mirps_data.citation import pages_of, place, quotation
from mirps_data.language import parts
from mirps_data.store import Tables
from mirps_ui.bar import languages
from mirps_ui.browser import close_commitment
from mirps_ui.curation import line_link, remarks_on_commitment
from mirps_ui.elements import Node, copy_button, element, link, show
from mirps_ui.lists import matched, text_nodes
from mirps_ui.view import View


def open_drawer(view: View, page: str, tables: Tables) -> None:
    """Shows the view's open commitment; closing it takes it out of the link."""
    row = tables.commitments.set_index("id", drop=False).loc[view.commitment]
    drawer = st.dialog(view.commitment, width="medium", position="right", on_dismiss=partial(close_commitment, page))
    drawer(_content)(view, page, row, tables)


def _content(view: View, page: str, row: pd.Series, tables: Tables) -> None:
    say = view.say
    shown = view.selection.apply(tables)
    segments = matched(view, tables, shown).get(row["id"])
    show(
        element("p", place(say, row), class_="place"),
        element("blockquote", element("p", *text_nodes(row, segments)), class_="words", lang="en"),
        _copying(view, row),
        _repetition(view, page, row),
        _facts(view, row, tables.commitments),
        remarks_on_commitment(view, tables.curation_log, row["id"]),
        _neighbours(view, page, row, shown),
        languages(view, page),
        key="drawer",
        keys=True,
    )


def _copying(view: View, row: pd.Series) -> Node:
    """Buttons for the quotation and for the link; both lead to the commitment's light page."""
    say, address = view.say, read_address(row["id"], view.say)
    return element(
        "p",
        copy_button(say, say("Copy quotation"), quotation(say, row), address),
        copy_button(say, say("Copy link"), "", address),
        element("a", say("Light page, to send or print"), href=address),
        class_="actions",
    )


def _repetition(view: View, page: str, row: pd.Series) -> Node | None:
    if not row["duplicate_of"]:
        return None
    original = link(row["duplicate_of"], view.link(page, commitment=row["duplicate_of"]))
    template = view.say.template("The plan prints this text twice; it is counted once, as {id}.")
    return element("p", *parts(template, id=original), class_="repeats")


def _facts(view: View, row: pd.Series, commitments: pd.DataFrame) -> Node:
    say = view.say
    same_place = (commitments["iso3"] == row["iso3"]) & (commitments["focus_area"] == row["focus_area"])
    position = say("{position} of {total} listed", position=row["position"], total=int(same_place.sum()))
    facts: dict[str, Node] = {
        say("Plan"): say("MIRPS national action plan, {edition} (year inferred)", edition=row["edition"]),
        say("Pages"): pages_of(say, row["source_pages"]),
        say("Position"): position,
        say("Line in the source"): line_link(view, str(row["source_line"]), row["source_line"]),
    }
    return element("dl", *(part for name, fact in facts.items() for part in (element("dt", name), element("dd", fact))))


def _neighbours(view: View, page: str, row: pd.Series, shown: pd.DataFrame) -> Node | None:
    """Previous and next within what is selected, in the order of the list."""
    ids = list(shown["id"])
    if row["id"] not in ids:
        return None
    index = ids.index(row["id"])
    before, after = ids[index - 1] if index else None, ids[index + 1] if index + 1 < len(ids) else None
    return element(
        "nav",
        _step(view, page, view.say("← Previous"), before, "ArrowLeft"),
        element("span", view.say("{position} of {total} listed", position=index + 1, total=len(ids)), class_="where"),
        _step(view, page, view.say("Next →"), after, "ArrowRight"),
        aria_label=view.say("Previous and next commitment"),
        class_="neighbours",
    )


def _step(view: View, page: str, text: str, identifier: str | None, key: str) -> Node:
    if not identifier:
        return element("span", text, class_="off")
    return link(text, view.link(page, commitment=identifier), data_key=key, aria_keyshortcuts=key)
