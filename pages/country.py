"""Country: one plan, its counts beside the region's, its gaps, its own words, and all its commitments."""

from functools import partial

import streamlit as st

from mirps_data import findings
from mirps_data.counts import count_by_country_and_area, reconciliation, regional_comparison
from mirps_data.reference import COUNTRIES
from mirps_data.selection import Selection
from mirps_data.tables import load_tables
from mirps_ui import figures
from mirps_ui.bar import choices, shown_country
from mirps_ui.browser import open_clicked
from mirps_ui.elements import chart_title, element, headline, paragraphs, sentence_nodes, show, source_line
from mirps_ui.lists import commitment_list
from mirps_ui.logs import count_remarks
from mirps_ui.navigation import COUNTRY
from mirps_ui.tables import country_table, reconciliation_table
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()
country = shown_country(view)
whole_plan = Selection((country.iso3,))
name = country.label(say.code)
counts = count_by_country_and_area(tables.commitments)
comparison = regional_comparison(counts, country.iso3)

show(
    choices(
        view,
        COUNTRY,
        {each.iso3: (each.label(say.code), view.selection.with_only(country=each.iso3)) for each in COUNTRIES},
        country.iso3,
        say("Pick a country"),
    ),
    headline(view, findings.headline(say, counts.loc[[country.iso3]], whole_plan)),
    element(
        "p",
        *sentence_nodes(view, findings.what_it_alone_does(say, counts, country.iso3)),
        " ",
        findings.not_covered(say, counts, country.iso3),
        class_="gaps",
    ),
    element("p", findings.caution(say), class_="caution"),
    key="country",
)
left, right = st.columns(2, gap="large")
with left:
    show(country_table(view, comparison, country.iso3), source_line(view), key="country_table")
with right:
    show(
        chart_title(
            findings.country_shares(say, counts, country.iso3),
            say("Share of distinct commitments. Bar: {country}. Line: all the plans together.", country=name),
        ),
        key="country_chart_title",
    )
    st.plotly_chart(
        figures.plan_beside_region(comparison, say, country.iso3),
        alt=figures.plan_beside_region_alt(comparison, say, name),
        key="plan_beside_region",
        on_select=partial(open_clicked, "plan_beside_region"),
        selection_mode="points",
        config=figures.CONFIG,
        theme=None,
    )
plan = tables.countries.set_index("iso3").loc[country.iso3]
figures_of_plan = reconciliation(tables.commitments, tables.declared_counts).query("country == @country.name")
list_view = view.of(view.selection.with_only(country=country.iso3))
show(
    element("h2", say("Declared, listed and distinct")),
    element(
        "p", say("What the plan's cover says, how many bullets it lists, and how many remain without repetitions.")
    ),
    reconciliation_table(view, figures_of_plan),
    count_remarks(view, tables.curation_log, country.name),
    element("h2", say("The plan in its own words")),
    element("blockquote", *paragraphs(plan["narrative"]), class_="narrative", lang="en"),
    element("h2", say("The commitments of {country}, in the order of the plan", country=name)),
    *commitment_list(list_view, list_view.selection.apply(tables.commitments), COUNTRY, ("focus_area",)),
    key="country_commitments",
)
