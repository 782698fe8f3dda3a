"""Focus area: who commits on it and who does not, how much of each plan it takes, and the commitments."""

from functools import partial

import streamlit as st

from mirps_data import findings
from mirps_data.counts import count_by_country_and_area
from mirps_data.reference import FOCUS_AREAS
from mirps_data.selection import Selection
from mirps_data.tables import load_tables
from mirps_ui import figures
from mirps_ui.bar import choices, shown_area
from mirps_ui.browser import open_clicked
from mirps_ui.elements import chart_title, element, headline, show, source_line
from mirps_ui.lists import commitment_list
from mirps_ui.navigation import FOCUS_AREA
from mirps_ui.tables import area_table
from mirps_ui.view import current_view

view = current_view()
say = view.say
commitments = load_tables().commitments
area = shown_area(view)
name = area.label(say.code)
counts = count_by_country_and_area(commitments)

show(
    choices(
        view,
        FOCUS_AREA,
        {each.code: (each.label(say.code), view.selection.with_only(area=each.code)) for each in FOCUS_AREAS},
        area.code,
        say("Pick a focus area"),
    ),
    headline(view, findings.headline(say, counts[[area.code]], Selection(areas=(area.code,)))),
    element(
        "p",
        " ".join(findings.gaps(say, counts[[area.code]])) or say("Every plan lists something on it."),
        class_="gaps",
    ),
    element("p", findings.caution(say), class_="caution"),
    key="focus_area",
)
left, right = st.columns(2, gap="large")
with left:
    show(area_table(view, counts, area.code), source_line(view), key="area_table")
with right:
    show(
        chart_title(
            findings.area_shares(say, counts, area.code),
            say("Share of the distinct commitments of each plan that concern {area}.", area=name.lower()),
        ),
        key="area_chart_title",
    )
    st.plotly_chart(
        figures.area_in_plans(counts, area.code, say),
        alt=figures.area_in_plans_alt(counts, area.code, say),
        key="area_in_plans",
        on_select=partial(open_clicked, "area_in_plans"),
        selection_mode="points",
        config=figures.CONFIG,
        theme=None,
    )
list_view = view.of(view.selection.with_only(area=area.code))
show(
    element("h2", say("The commitments on {area}", area=name.lower())),
    *commitment_list(list_view, list_view.selection.apply(commitments), FOCUS_AREA, ("country",)),
    key="area_commitments",
)
