"""Compare: two to seven plans beside each other, in numbers and in their own words."""

import streamlit as st

from mirps_data import findings
from mirps_data.addresses import COMPARE
from mirps_data.claims import in_words
from mirps_data.counts import matrix, plan_sizes
from mirps_data.messages import caution, rounding_of_rows
from mirps_data.sentences import country_name
from mirps_data.store import load_tables
from mirps_ui.comparison import measure_switch, side_by_side, small_multiples
from mirps_ui.count_tables import count_table
from mirps_ui.elements import chart_title, element, headline, sentence_nodes, show, source_line
from mirps_ui.filters import columns_switch, filters, gap_note, nothing_found
from mirps_ui.lists import matched
from mirps_ui.view import MEASURES, current_view

view = current_view()
say = view.say
tables = load_tables()
sizes = plan_sizes(tables)
shown = view.selection.apply(tables)
by_area = matrix(tables, view.selection)
counts = by_area if view.by == by_area.columns else matrix(tables, view.selection, view.by)
in_shares = view.measure == MEASURES[1]
choosing = filters(view, tables, COMPARE)
countries = [str(iso3) for iso3 in counts.cells.index]

if len(countries) < 2:
    title = say("Pick another country to compare with {country}", country=country_name(say, countries[0]))
    region = matrix(tables, view.selection.without("country"))
    show(element("h1", title), *choosing, key="compare_choices")
    show(count_table(view.of(region.selection), region), key="compare")
    st.stop()
show(
    headline(view, findings.headline(say, by_area)),
    element("p", *sentence_nodes(view, in_words(say, findings.comparison(by_area, sizes))), class_="gaps"),
    element("p", caution(say), class_="caution"),
    *choosing,
    key="compare_choices",
)
if not counts.total:
    show(nothing_found(view, tables, COMPARE), key="nothing")
    st.stop()
of_plans = (say("Shares are of each country's whole plan."), rounding_of_rows(say, counts.cells, sizes))
show(
    measure_switch(view),
    columns_switch(view, COMPARE),
    count_table(view, counts, sizes if in_shares else None),
    source_line(view, tables, gap_note(view, counts), *(of_plans if in_shares else ())),
    chart_title(
        say("{columns} by country", columns=say(counts.columns.name)),
        say("Distinct commitments as shares of each whole plan; all the bars on the same scale.")
        if in_shares
        else say("Distinct commitments; all the bars on the same scale."),
    ),
    small_multiples(view, counts, sizes),
    source_line(view, tables),
    element("h2", say("Full texts, side by side")),
    *side_by_side(view, shown, countries, [str(area) for area in by_area.cells], matched(view, tables, shown)),
    key="compare",
)
