"""Compare: two to seven plans beside each other, in numbers and in their own words."""

import streamlit as st

from mirps_data import findings
from mirps_data.counts import count_by_country_and_area
from mirps_data.tables import load_tables
from mirps_ui.comparison import measure_switch, side_by_side, small_multiples
from mirps_ui.elements import chart_title, element, headline, sentence_nodes, show, source_line
from mirps_ui.filters import filters
from mirps_ui.lists import matched
from mirps_ui.navigation import COMPARE
from mirps_ui.tables import count_table
from mirps_ui.view import MEASURES, current_view

view = current_view()
say = view.say
commitments = load_tables().commitments
plans = count_by_country_and_area(commitments).sum(axis="columns")
shown = view.selection.apply(commitments)
counts = count_by_country_and_area(shown, view.selection.countries, view.selection.areas)
choosing = filters(view, commitments, COMPARE)

if len(counts) < 2:
    name = findings.country_name(say, counts.index[0])
    show(
        element("h1", say("Pick one more country to compare {country} with", country=name)),
        *choosing,
        key="compare",
    )
    st.stop()

show(
    headline(view, findings.headline(say, counts, view.selection)),
    element("p", *sentence_nodes(view, findings.comparison(say, counts, plans, view.selection)), class_="gaps"),
    element("p", findings.caution(say), class_="caution"),
    *choosing,
    measure_switch(view),
    count_table(view, counts, plans if view.measure == MEASURES[1] else None),
    source_line(view, say("Shares are of each country's whole plan.") if view.measure == MEASURES[1] else ""),
    chart_title(say("Focus area by focus area"), say("Distinct commitments; all the bars on the same scale.")),
    small_multiples(view, counts, plans),
    source_line(view),
    element("h2", say("Side by side, word for word")),
    *side_by_side(view, shown, list(counts.index), list(counts.columns), matched(view, commitments, shown)),
    key="compare",
)
