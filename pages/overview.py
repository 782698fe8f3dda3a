"""Overview: who commits to what, in one table, one square a commitment, and a map."""

from functools import partial

import streamlit as st

from mirps_data import findings
from mirps_data.addresses import OVERVIEW
from mirps_data.claims import in_words
from mirps_data.counts import matrix
from mirps_data.messages import caution
from mirps_data.store import load_tables
from mirps_ui import figures
from mirps_ui.about import objectives
from mirps_ui.browser import open_clicked
from mirps_ui.count_tables import count_table
from mirps_ui.elements import chart_title, element, headline, sentence_nodes, show, source_line
from mirps_ui.filters import columns_switch, gap_note, nothing_found
from mirps_ui.lists import unit_chart
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()
by_area = matrix(tables, view.selection)
counts = by_area if view.by == by_area.columns else matrix(tables, view.selection, view.by)

show(
    headline(view, findings.headline(say, by_area)),
    element("p", caution(say), class_="caution"),
    key="overview",
)
if not by_area.total:
    show(nothing_found(view, tables, OVERVIEW), key="nothing")
    st.stop()
show(
    columns_switch(view, OVERVIEW),
    count_table(view, counts),
    element("p", *sentence_nodes(view, in_words(say, findings.gaps(by_area))), class_="gaps"),
    source_line(view, tables, gap_note(view, counts), say("Each number opens the commitments that it counts.")),
    chart_title(
        say("One square per commitment"),
        say("Distinct commitments by country and focus area. Each square opens its text."),
    ),
    unit_chart(view, view.selection.apply(tables), OVERVIEW),
    source_line(view, tables),
    chart_title(
        say("Where the commitments are"), say("Distinct commitments by country. Each number opens the country's page.")
    ),
    key="squares",
)
st.plotly_chart(
    figures.country_map(by_area.row_totals, say),
    alt=figures.country_map_alt(by_area.row_totals, say),
    key="map",
    on_select=partial(open_clicked, "map"),
    selection_mode="points",
    config=figures.CONFIG,
    theme=None,
)
show(
    source_line(
        view,
        tables,
        say("Outlines: Natural Earth. Boundaries and names shown do not imply official endorsement or acceptance."),
    ),
    *objectives(view, tables),
    key="map_source",
)
