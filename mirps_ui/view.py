"""What a link shows: the language, the selection, the commitment that is open. The link is the only state.

Streamlit drops a link's parameters when its navigation switches pages, so the session keeps a copy and puts it back.
A link of ours always names its language: one that doesn't has lost its parameters, or comes from outside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

import streamlit as st

from mirps_data.language import DEFAULT_LANGUAGE, LANGUAGES, Language, language
from mirps_data.presentation import Presentation
from mirps_data.selection import Selection, unknown_values

MEASURES = ("counts", "shares")
_KEPT, _MOVE, _MOVES = "view", "move", "moves"


@dataclass(frozen=True)
class View:
    """The language, the selection, the id of the open commitment (empty: none), and what in the link is unknown.

    `measure` is how Compare shows numbers: as they are, or as shares of each plan.
    """

    say: Language
    selection: Selection
    commitment: str = ""
    unknown: tuple[str, ...] = ()
    measure: str = MEASURES[0]
    presentation: Presentation = Presentation()

    def of(self, selection: Selection) -> Self:
        """This view of another selection."""
        return replace(self, selection=selection)

    def measured(self, measure: str) -> Self:
        """This view with its numbers as counts or as shares."""
        return replace(self, measure=measure)

    def presenting(self, presentation: Presentation) -> Self:
        """This view with another presentation."""
        return replace(self, presentation=presentation)

    def query(
        self, selection: Selection | None = None, commitment: str = "", lang: str | None = None
    ) -> dict[str, list[str]]:
        """The parameters of a link that shows a selection (default: this one), a commitment if one is named."""
        chosen = self.selection if selection is None else selection
        opened = {"commitment": [commitment]} if commitment else {}
        measured = {"measure": [self.measure]} if self.measure != MEASURES[0] else {}
        presented = self.presentation.to_query()
        return {**chosen.to_query(), **opened, **measured, **presented, "lang": [lang or self.say.code]}

    def link(self, page: str, selection: Selection | None = None, commitment: str = "", lang: str | None = None) -> str:
        """The address of a page with these parameters, relative to the dashboard's root."""
        return f"{page or '.'}?{urlencode(self.query(selection, commitment, lang), doseq=True)}"


def current_view() -> View:
    """What the link in the address bar asks for."""
    query = _query()
    return View(
        say=language(_language(query)),
        selection=Selection.from_query(query),
        presentation=Presentation.from_query(query),
        measure=next((measure for measure in query.get("measure", []) if measure in MEASURES), MEASURES[0]),
        commitment="".join(query.get("commitment", [])[:1]).strip().upper(),
        unknown=tuple(unknown_values(query) + [code for code in query.get("lang", []) if code not in LANGUAGES]),
    )


def restore_view() -> View:
    """The current view at the start of a run, put back into the address bar where a page switch dropped it."""
    query = _query()
    if "lang" not in query and _KEPT in st.session_state:
        query = st.session_state[_KEPT]
        st.query_params.from_dict(query)
    view = current_view()
    if "lang" not in query:
        st.query_params["lang"] = view.say.code
    st.session_state[_KEPT] = view.query()
    return view


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


def _move(href: str, how: str) -> None:
    number = st.session_state[_MOVES] = st.session_state.get(_MOVES, 0) + 1
    st.session_state[_MOVE] = {"href": href, "how": how, "number": number}


def open_clicked(chart: str) -> None:
    """Opens what a clicked mark stands for: its `customdata` is a country, a focus area (or empty) and a page."""
    for point in st.session_state[chart]["selection"]["points"]:
        country, area, page = point["customdata"]
        go_to(page, Selection((country,) if country else (), (area,) if area else ()))


def _query() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _language(query: Mapping[str, Sequence[str]]) -> str:
    """What the link names; else what the reader's browser prefers."""
    asked = [*query.get("lang", []), *(st.context.locale or "").split("-")[:1]]
    return next((code for code in asked if code in LANGUAGES), DEFAULT_LANGUAGE)
