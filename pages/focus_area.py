"""Focus area: who commits under it and who does not, how much of each plan it takes, and the commitments."""

from functools import partial

import streamlit as st

from mirps_data import findings
from mirps_data.addresses import FOCUS_AREA
from mirps_data.claims import in_words
from mirps_data.counts import matrix, plan_sizes
from mirps_data.messages import caution
from mirps_data.reference import FOCUS_AREAS
from mirps_data.sentences import plain
from mirps_data.store import load_tables
from mirps_ui import figures
from mirps_ui.bar import shown_area
from mirps_ui.browser import open_clicked
from mirps_ui.choices import Choice, choices
from mirps_ui.count_tables import area_table
from mirps_ui.elements import chart_title, element, headline, sentence_nodes, show, source_line
from mirps_ui.filters import nothing_found
from mirps_ui.lists import commitment_list, matched
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()
area = shown_area(view)
name = area.label(say.code)
shown_view = view.of(view.selection.narrowed(area=area.code))
selection = shown_view.selection
shown = selection.apply(tables)
counts = matrix(tables, selection)
numbers, sizes = counts.cells[area.code], plan_sizes(tables)

show(
    choices(
        [
            Choice(
                each.label(say.code),
                view.link(FOCUS_AREA, view.selection.narrowed(area=each.code)),
                is_chosen=each == area,
            )
            for each in FOCUS_AREAS
        ],
        say("Pick a focus area"),
    ),
    headline(shown_view, findings.headline(say, counts)),
    element("p", *sentence_nodes(shown_view, in_words(say, findings.gaps(counts))), class_="gaps"),
    element("p", caution(say), class_="caution"),
    nothing_found(shown_view, tables, FOCUS_AREA) if shown.empty else None,
    key="focus_area",
)
left, right = st.columns(2, gap="large")
with left:
    show(area_table(shown_view, numbers, sizes, area.code), source_line(view, tables), key="area_table")
with right:
    apart = None if selection.search else findings.spread(numbers, sizes, area.code)
    show(
        chart_title(
            plain(apart.sentence(say)) if apart else say("Share of each plan"),
            say("Commitments shown under {area} as a share of each whole plan.", area=name),
        ),
        key="area_chart_title",
    )
    st.plotly_chart(
        figures.area_in_plans(numbers, sizes, area.code, say),
        alt=figures.area_in_plans_alt(numbers, sizes, area.code, say),
        key="area_in_plans",
        on_select=partial(open_clicked, "area_in_plans"),
        selection_mode="points",
        config=figures.CONFIG,
        theme=None,
    )
show(
    element("h2", say("The commitments under {area}", area=name)) if len(shown) else None,
    *commitment_list(shown_view, shown.sort_index(), FOCUS_AREA, ("country",), matched(shown_view, tables, shown)),
    key="area_commitments",
)
