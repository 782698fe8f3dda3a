"""The filters: a search box, and options that add or take away one value, each with the number that it would give."""

from dataclasses import replace

import streamlit as st

from mirps_data import facets
from mirps_data.addresses import COMMITMENTS
from mirps_data.counts import Matrix, count, facet_counts
from mirps_data.facets import AREA, COUNTRY, Facet, Option
from mirps_data.names import named_in
from mirps_data.reference import Country
from mirps_data.search import LONGEST, cleaned, terms, without
from mirps_data.selection import Part, Selection
from mirps_data.store import Tables
from mirps_ui.browser import show_selection
from mirps_ui.choices import Choice, choices
from mirps_ui.elements import Node, element, link
from mirps_ui.view import View, current_view, turning_facets

_BOX = "search_box"


def search_box(view: View) -> None:
    """The box to search in, live as one types."""
    say = view.say
    if cleaned(st.session_state.get(_BOX, "")) != view.selection.search:
        st.session_state[_BOX] = view.selection.search
    st.text_input(
        say("Search"),
        key=_BOX,
        type="search",
        live=True,
        max_chars=LONGEST,
        placeholder=say("Search the commitments: several words, “a phrase”, this or that, -not this"),
        label_visibility="collapsed",
        icon=":material/search:",
        on_change=_search,
    )


def filters(view: View, tables: Tables, page: str) -> list[Node]:
    """A row of options for each facet, any number of each, on a page."""
    counts = facet_counts(tables, view.selection)
    return [
        choices(
            [_option(view, page, facet, option, int(counts[facet.parameter][option.code])) for option in facet.options],
            view.say(facet.name),
            is_labelled=True,
        )
        for facet in facets.FACETS
    ]


def selection_nodes(view: View, number: int, page: str) -> list[Node]:
    """The whole selection in words, each value followed by a way to take it away."""
    say = view.say
    counted = say.plural("{number} commitment", "{number} commitments", number)
    return [counted, *(_removable(view, page, piece) for piece in view.selection.scope_parts(say, number))]


def named_filters(view: View, tables: Tables, page: str) -> Node | None:
    """Countries and focus areas that the search names, offered as filters, each with what it would give."""
    say, offered = view.say, []
    for record, rest in named_in(view.selection.search):
        facet = COUNTRY if isinstance(record, Country) else AREA
        by_name = view.selection.without_search().narrowed(**{facet.parameter: record.code})
        offered += [by_name, *([replace(by_name, search=rest)] if rest else [])]
    if not offered:
        return None
    ways = (element("li", link(_counted(view, tables, selection), view.link(page, selection))) for selection in offered)
    return element(
        "div", element("p", say("The search has words that can be filters:")), element("ul", *ways), class_="note"
    )


def nothing_found(view: View, tables: Tables, page: str = COMMITMENTS) -> Node:
    """What to do when nothing matches: each part of the selection with what there is without it."""
    say, search = view.say, view.selection.search
    english = element("p", say("The texts are in English; search for English words.")) if search else None
    parts = [part for part in view.selection.scope_parts(say, 0) if isinstance(part, Part)]
    looked_for = terms(search)
    if len(looked_for) > 1:
        shorter = ((term, replace(view.selection, search=without(search, term))) for term in looked_for)
        parts += [Part(say("“{words}”", words=str(term).strip('"')), selection) for term, selection in shorter]
    ways = (element("li", link(_without(view, tables, part), view.link(page, part.without))) for part in parts)
    return element(
        "div", element("p", say("No commitment meets all the criteria.")), english, element("ul", *ways), class_="note"
    )


def columns_switch(view: View, page: str) -> Node | None:
    """What the columns of the number table are; nothing where there is no choice."""
    turning = turning_facets()
    if len(turning) < 2:
        return None
    options = (
        Choice(view.say(facet.name), view.turned(facet).link(page), is_chosen=facet == view.by) for facet in turning
    )
    return choices(options, view.say("Columns of the table"))


def gap_note(view: View, matrix: Matrix) -> str:
    """What a dash in the number table means, and whether its rows add up."""
    say, notes = view.say, []
    if (matrix.cells == 0).to_numpy().any():
        whole = not matrix.selection.is_narrowed_beyond(matrix.rows.parameter, matrix.columns.parameter)
        is_heading = matrix.columns == AREA
        notes.append(
            say("A dash: the plan lists nothing under that heading.")
            if whole and is_heading
            else say("A dash: none of the commitments shown.")
        )
    if not matrix.adds_up:
        notes.append(say("A commitment may stand in several columns, so rows may add up to more than their totals."))
    return " ".join(notes)


def _counted(view: View, tables: Tables, selection: Selection) -> str:
    return selection.sentence(view.say, count(selection.apply(tables)))


def _without(view: View, tables: Tables, part: Part) -> str:
    return view.say.plural(
        "Without {part} there is {number} commitment.",
        "Without {part} there are {number} commitments.",
        count(part.without.apply(tables)),
        part=part.words,
    )


def _search() -> None:
    view = current_view()
    show_selection(replace(view.selection, search=st.session_state[_BOX] or ""))


def _removable(view: View, page: str, piece: str | Part) -> Node:
    if isinstance(piece, str):
        return piece
    label = view.say("Remove {value}", value=piece.words)
    remove = link("×", view.link(page, piece.without), aria_label=label, title=label, class_="remove")
    return element("span", piece.words, remove, class_="value")


def _option(view: View, page: str, facet: Facet, option: Option, number: int) -> Choice:
    """An option with the number that it gives: alone where nothing of its facet is chosen, else what it adds."""
    chosen = view.selection.codes(facet.parameter)
    is_chosen = option.code in chosen
    added = f"+{view.say.number(number)}" if chosen else view.say.number(number)
    return Choice(
        option.label(view.say.code),
        view.link(page, view.selection.toggled(facet.parameter, option.code)),
        is_chosen=is_chosen,
        number="×" if is_chosen else added,
        is_empty=number == 0 and not is_chosen,
    )
