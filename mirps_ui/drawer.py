"""The drawer: one commitment beside the page, with its place in the plan and its neighbours in the selection."""

from functools import partial

import pandas as pd
import streamlit as st

from mirps_data.addresses import read_address
from mirps_data.citation import pages_of, quotation
from mirps_data.commitment import Commitment, commitments_of
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
    commitments = tables.commitments
    (commitment,) = commitments_of(commitments[commitments["id"] == view.commitment])
    drawer = st.dialog(view.commitment, width="medium", position="right", on_dismiss=partial(close_commitment, page))
    drawer(_content)(view, page, commitment, tables)


def _content(view: View, page: str, commitment: Commitment, tables: Tables) -> None:
    say = view.say
    shown = view.selection.apply(tables)
    segments = matched(view, tables, shown).get(commitment.id)
    show(
        element("p", commitment.place(say), class_="place"),
        element("blockquote", element("p", text_nodes(commitment, segments)), class_="words"),
        _copying(view, commitment),
        _repetition(view, page, commitment),
        _facts(view, commitment, tables.commitments),
        remarks_on_commitment(view, tables.curation_log, commitment.id),
        _neighbours(view, page, commitment, shown),
        languages(view, page),
        key="drawer",
        keys=True,
    )


def _copying(view: View, commitment: Commitment) -> Node:
    """Buttons for the quotation and for the link; both lead to the commitment's light page."""
    say, address = view.say, read_address(commitment.id, view.say)
    return element(
        "p",
        copy_button(say, say("Copy quotation"), quotation(say, commitment), address),
        copy_button(say, say("Copy link"), "", address),
        element("a", say("Light page, to send or print"), href=address),
        class_="actions",
    )


def _repetition(view: View, page: str, commitment: Commitment) -> Node | None:
    if not commitment.duplicate_of:
        return None
    original = link(commitment.duplicate_of, view.link(page, commitment=commitment.duplicate_of))
    template = view.say.template("The plan prints this text twice; it is counted once, as {id}.")
    return element("p", *parts(template, id=original), class_="repeats")


def _facts(view: View, commitment: Commitment, commitments: pd.DataFrame) -> Node:
    say = view.say
    same_place = (commitments["iso3"] == commitment.country.value) & (
        commitments["focus_area"] == commitment.area.value
    )
    position = say("{position} of {total} listed", position=commitment.position, total=int(same_place.sum()))
    facts: dict[str, Node] = {
        say("Plan"): say("MIRPS national action plan, {edition} (year inferred)", edition=commitment.edition),
        say("Pages"): pages_of(say, commitment.source_pages),
        say("Position"): position,
        say("Line in the source"): line_link(view, str(commitment.source_line), commitment.source_line),
    }
    return element("dl", *(part for name, fact in facts.items() for part in (element("dt", name), element("dd", fact))))


def _neighbours(view: View, page: str, commitment: Commitment, shown: pd.DataFrame) -> Node | None:
    """Previous and next within what is selected, in the order of the list."""
    ids = list(shown["id"])
    if commitment.id not in ids:
        return None
    index = ids.index(commitment.id)
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
