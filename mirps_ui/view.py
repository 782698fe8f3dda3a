"""What a link shows: the language, the selection, the commitment that is open. The link is the only state."""

from dataclasses import dataclass, replace
from typing import Self

import streamlit as st

from mirps_data import facets
from mirps_data.addresses import LANG, address, asked_language
from mirps_data.deck import Composition
from mirps_data.facets import AREA, COUNTRY, Facet
from mirps_data.language import LANGUAGES, Language, language
from mirps_data.selection import Selection, unknown_values

MEASURES = ("counts", "shares")


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
    composition: Composition = Composition()
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

    def composed(self, composition: Composition) -> Self:
        """This view with another composition."""
        return replace(self, composition=composition)

    def query(
        self, selection: Selection | None = None, commitment: str = "", lang: str | None = None
    ) -> dict[str, list[str]]:
        """The parameters of a link that shows a selection (default: this one), a commitment if one is named."""
        chosen = self.selection if selection is None else selection
        opened = {"commitment": [commitment]} if commitment else {}
        measured = {"measure": [self.measure]} if self.measure != MEASURES[0] else {}
        turned = {"by": [self.by.parameter]} if self.by != AREA else {}
        presented = self.composition.to_query()
        return {**chosen.to_query(), **opened, **measured, **turned, **presented, LANG: [lang or self.say.code]}

    def link(self, page: str, selection: Selection | None = None, commitment: str = "", lang: str | None = None) -> str:
        """The address of a page with these parameters, relative to the dashboard's root."""
        return address(page, self.query(selection, commitment, lang))


def turning_facets() -> tuple[Facet, ...]:
    """The facets that the columns of a number table can be: all but the countries, which are its rows."""
    return tuple(facet for facet in facets.FACETS if facet != COUNTRY)


def current_view() -> View:
    """What the link in the address bar asks for."""
    query = query_of_link()
    return View(
        say=language(asked_language(query, [st.context.locale or ""])),
        selection=Selection.from_query(query),
        composition=Composition.from_query(query),
        measure=next((measure for measure in query.get("measure", []) if measure in MEASURES), MEASURES[0]),
        by=next((facet for facet in turning_facets() if facet.parameter in query.get("by", [])), AREA),
        commitment="".join(query.get("commitment", [])[:1]).strip().upper(),
        unknown=tuple(unknown_values(query) + [code for code in query.get(LANG, []) if code not in LANGUAGES]),
    )


def query_of_link() -> dict[str, list[str]]:
    """The parameters of the link in the address bar."""
    return {name: st.query_params.get_all(name) for name in st.query_params}
