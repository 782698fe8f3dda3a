"""What several test files use: tables made from the committed ones, and strategies for selections."""

from dataclasses import replace

from hypothesis import strategies as st

from mirps_data import facets
from mirps_data.facets import AREA, COUNTRY
from mirps_data.selection import Selection

SEARCHES = ["", "children", "COMAR -health", '"host communities"', "LGBTI or women", "shelter", "zzz", "*", "refugee"]


def with_commitments(tables, commitments):
    """The tables with other commitments, numbered from 0 as they are when loaded."""
    return replace(tables, commitments=commitments.reset_index(drop=True))


def some(facet):
    """Any number of a facet's codes."""
    return st.lists(st.sampled_from(facet.codes), max_size=4).map(tuple)


@st.composite
def all_selections(draw, searches=SEARCHES):
    """Any codes of every facet that there is when it is drawn, and any search."""
    chosen = tuple((facet.parameter, draw(some(facet))) for facet in facets.FACETS)
    return Selection(chosen, draw(st.sampled_from(searches)))


selections = st.builds(
    lambda countries, areas, search: Selection.of(search, country=countries, area=areas),
    some(COUNTRY),
    some(AREA),
    st.sampled_from(SEARCHES) | st.text(max_size=30),
)
