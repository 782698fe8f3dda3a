"""What the page Present is made of: the screens with their order, pinned commitments, and the live preview."""

import pandas as pd

from mirps_data.addresses import DECK, PRESENT, address
from mirps_data.commitment import Commitment, commitments_of
from mirps_data.counts import distinct
from mirps_data.deck import FINDING, GAPS, SOURCE, TITLE, UNITS, Composition, available_screens
from mirps_data.reference import AREA_BY_CODE
from mirps_data.store import Tables
from mirps_ui.elements import Node, element, link
from mirps_ui.lists import text_nodes
from mirps_ui.view import View


def deck_address(view: View) -> str:
    """The address of the deck that the view presents."""
    return address(DECK, view.query())


def actions(view: View) -> Node:
    """Present it, or save it to a stick."""
    say = view.say
    return element(
        "p",
        element("a", say("Present"), href=deck_address(view), class_="primary"),
        element(
            "a",
            say("Save as a file that works offline"),
            href=address("download/deck.html", view.query()),
            download="",
        ),
        class_="actions",
    )


def preview(view: View) -> Node:
    """The deck as it will be shown; it can be clicked through."""
    return element("iframe", src=deck_address(view), title=view.say("Preview of the deck"), class_="preview")


def screen_list(view: View, tables: Tables, shown: pd.DataFrame) -> Node:
    """The screens in their order, each to move up, down or away, then those that can be added."""
    pinned = tables.commitments[tables.commitments["id"].isin(view.composition.pins)]
    available = available_screens(shown, pinned)
    say, chosen = view.say, view.composition.limited(available)
    names = _names(view)
    rows = [
        element(
            "li",
            element("span", names[screen], class_="name"),
            _step(view, chosen.moved(screen, -1), "↑", say("Move up: {screen}", screen=names[screen])),
            _step(view, chosen.moved(screen, 1), "↓", say("Move down: {screen}", screen=names[screen])),
            _step(view, chosen.toggled(screen), "×", say("Leave out: {screen}", screen=names[screen])),
        )
        for screen in chosen.screens
    ]
    others = [
        element(
            "li", _step(view, chosen.toggled(screen), f"+ {names[screen]}", say("Add: {screen}", screen=names[screen]))
        )
        for screen in available
        if screen not in chosen.screens
    ]
    return element("ol", *rows, *others, class_="screens")


def pin_list(view: View, commitments: pd.DataFrame) -> Node:
    """The commitments that can be shown in full, each to pin or to let go; pinned ones first."""
    pins = view.composition.pins
    ordered = distinct(commitments).sort_values("id", key=lambda ids: ~ids.isin(pins), kind="stable")
    items = (_pin(view, commitment) for commitment in commitments_of(ordered))
    return element("ol", *items, class_="commitments")


def _pin(view: View, commitment: Commitment) -> Node:
    identifier = commitment.id
    is_pinned = identifier in view.composition.pins
    words = view.say("Unpin") if is_pinned else view.say("Pin")
    pin = link(
        words,
        view.composed(view.composition.pinned(identifier)).link(PRESENT),
        class_="pin",
        data_same=f"pin {identifier}",
        aria_label=f"{words} {identifier}",
        aria_current="true" if is_pinned else None,
    )
    return element("li", element("p", pin, " ", element("strong", identifier), " ", text_nodes(commitment)))


def _step(view: View, composition: Composition, text: str, label: str) -> Node:
    return link(text, view.composed(composition).link(PRESENT), aria_label=label, title=label, class_="step")


def _names(view: View) -> dict[str, str]:
    say = view.say
    fixed = {
        TITLE: say("Title"),
        FINDING: say("Main finding and table"),
        UNITS: say("One square per commitment"),
        GAPS: say("Areas without commitments"),
        SOURCE: say("Caution and source"),
    }
    return fixed | {code: area.label(say.code) for code, area in AREA_BY_CODE.items()}
