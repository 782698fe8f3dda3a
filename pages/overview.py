"""Overview: who commits to what, in one table, one square a commitment, and a map."""

from functools import partial

import streamlit as st

from mirps_data import findings
from mirps_data.counts import count_by_country_and_area
from mirps_data.tables import load_tables
from mirps_ui import figures
from mirps_ui.browser import open_clicked
from mirps_ui.elements import chart_title, element, headline, show, source_line
from mirps_ui.lists import unit_chart
from mirps_ui.navigation import OVERVIEW
from mirps_ui.tables import count_table
from mirps_ui.view import current_view

view = current_view()
say = view.say
shown = view.selection.apply(load_tables().commitments)
counts = count_by_country_and_area(shown, view.selection.countries, view.selection.areas)
totals = counts.sum(axis="columns")

show(
    headline(view, findings.headline(say, counts, view.selection)),
    element("p", findings.caution(say), class_="caution"),
    count_table(view, counts),
    element("p", " ".join(findings.gaps(say, counts)), class_="gaps"),
    source_line(view, say("A dash: the plan lists nothing. Each number opens the commitments that it counts.")),
    chart_title(
        say("Every commitment, one square each"),
        say("Distinct commitments by country and focus area. A square opens its text."),
    ),
    unit_chart(view, shown, OVERVIEW),
    source_line(view),
    chart_title(say("Where the commitments are"), say("Distinct commitments by country. A number opens the country.")),
    key="overview",
)
st.plotly_chart(
    figures.country_map(totals, say),
    alt=figures.country_map_alt(totals, say),
    key="map",
    on_select=partial(open_clicked, "map"),
    selection_mode="points",
    config=figures.CONFIG,
    theme=None,
)
show(
    source_line(view, say("Outlines: Natural Earth. Boundaries and names shown do not imply endorsement.")),
    key="map_source",
)
