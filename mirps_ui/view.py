"""What a link shows: the language, the selection, the commitment that is open. The link is the only state.

Streamlit drops a link's parameters when its navigation switches pages, so the session keeps a copy and puts it back.
A link of ours always names its language: one that doesn't has lost its parameters, or comes from outside.
"""

from dataclasses import dataclass, replace
from typing import Self

import streamlit as st

from mirps_data import facets
from mirps_data.addresses import LANG, address, asked_language
from mirps_data.facets import AREA, COUNTRY, Facet
from mirps_data.language import LANGUAGES, Language, language
from mirps_data.presentation import Presentation
from mirps_data.selection import Selection, unknown_values

MEASURES = ("counts", "shares")
_KEPT, _MOVE, _MOVES = "view", "move", "moves"


@dataclass(frozen=True)
class View:
    """The language, the selection, the id of the open commitment (empty: none), and what in the link is unknown.

    `measure` is how Compare shows numbers: as they are, or as shares of each plan; `by` what the columns of a number
    table are.
    """

    say: Language
    selection: Selection
    commitment: str = ""
    unknown: tuple[str, ...] = ()
    measure: str = MEASURES[0]
    presentation: Presentation = Presentation()
    by: Facet = AREA

    def of(self, selection: Selection) -> Self:
        """This view of another selection."""
        return replace(self, selection=selection)

    def measured(self, measure: str) -> Self:
        """This view with its numbers as counts or as shares."""
        return replace(self, measure=measure)

    def turned(self, by: Facet) -> Self:
        """This view with another facet as the columns of its number table."""
        return replace(self, by=by)

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
        turned = {"by": [self.by.parameter]} if self.by != AREA else {}
        presented = self.presentation.to_query()
        return {**chosen.to_query(), **opened, **measured, **turned, **presented, LANG: [lang or self.say.code]}

    def link(self, page: str, selection: Selection | None = None, commitment: str = "", lang: str | None = None) -> str:
        """The address of a page with these parameters, relative to the dashboard's root."""
        return address(page, self.query(selection, commitment, lang))


def turning_facets() -> tuple[Facet, ...]:
    """The facets that the columns of a number table can be: all but the countries, which are its rows."""
    return tuple(facet for facet in facets.FACETS if facet != COUNTRY)


def current_view() -> View:
    """What the link in the address bar asks for."""
    query = _query()
    return View(
        say=language(asked_language(query, [st.context.locale or ""])),
        selection=Selection.from_query(query),
        presentation=Presentation.from_query(query),
        measure=next((measure for measure in query.get("measure", []) if measure in MEASURES), MEASURES[0]),
        by=next((facet for facet in turning_facets() if facet.parameter in query.get("by", [])), AREA),
        commitment="".join(query.get("commitment", [])[:1]).strip().upper(),
        unknown=tuple(unknown_values(query) + [code for code in query.get(LANG, []) if code not in LANGUAGES]),
    )


def restore_view() -> View:
    """The current view at the start of a run, put back into the address bar where a page switch dropped it."""
    query = _query()
    if LANG not in query and _KEPT in st.session_state:
        query = st.session_state[_KEPT]
        st.query_params.from_dict(query)
    view = current_view()
    if LANG not in query:
        st.query_params[LANG] = view.say.code
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
        go_to(page, Selection.of(country=country or (), area=area or ()))


def _query() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
