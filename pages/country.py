"""Country: one plan, its counts beside the region's, its gaps, its own words, and its commitments."""

from functools import partial

import streamlit as st

from mirps_data import findings
from mirps_data.addresses import COUNTRY
from mirps_data.claims import in_words
from mirps_data.counts import matrix, plan_sizes, reconciliation, regional_comparison
from mirps_data.messages import caution
from mirps_data.reference import COUNTRIES
from mirps_data.sentences import plain
from mirps_data.store import load_tables
from mirps_ui import figures
from mirps_ui.bar import shown_country
from mirps_ui.browser import open_clicked
from mirps_ui.choices import Choice, choices
from mirps_ui.count_tables import country_table, reconciliation_table
from mirps_ui.curation import count_remarks
from mirps_ui.elements import chart_title, element, headline, paragraphs, sentence_nodes, show, source_line
from mirps_ui.filters import nothing_found
from mirps_ui.lists import commitment_list, matched
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()
country = shown_country(view)
name = country.label(say.code)
shown_view = view.of(view.selection.narrowed(country=country.code))
selection = shown_view.selection
shown = selection.apply(tables)
beside = regional_comparison(tables, selection, country.code)
apart = findings.of_one_plan(matrix(tables, selection.without("country")), plan_sizes(tables), country.code)

show(
    choices(
        [
            Choice(
                each.label(say.code),
                view.link(COUNTRY, view.selection.narrowed(country=each.code)),
                is_chosen=each == country,
            )
            for each in COUNTRIES
        ],
        say("Pick a country"),
    ),
    headline(shown_view, findings.headline(say, matrix(tables, selection))),
    element("p", *sentence_nodes(shown_view, in_words(say, apart)), class_="gaps") if apart else None,
    element("p", caution(say), class_="caution"),
    nothing_found(shown_view, tables, COUNTRY) if shown.empty else None,
    key="country",
)
left, right = st.columns(2, gap="large")
with left:
    show(country_table(shown_view, beside, country.code), source_line(view, tables), key="country_table")
with right:
    difference = None if selection.search else findings.beside_region(beside, country.code)
    show(
        chart_title(
            plain(difference.sentence(say))
            if difference
            else say("{country}'s plan beside all plans together", country=name),
            say(
                "Commitments shown as a share of the whole plan. Bar: {country}. Line: all plans together.",
                country=name,
            ),
        ),
        key="country_chart_title",
    )
    st.plotly_chart(
        figures.plan_beside_region(beside, say, country.code),
        alt=figures.plan_beside_region_alt(beside, say, name),
        key="plan_beside_region",
        on_select=partial(open_clicked, "plan_beside_region"),
        selection_mode="points",
        config=figures.CONFIG,
        theme=None,
    )
plan = tables.countries.set_index("iso3").loc[country.code]
figures_of_plan = reconciliation(tables.commitments, tables.declared_counts).query("country == @country.name")
show(
    element("h2", say("Declared, listed and distinct")),
    element(
        "p", say("What the plan's cover says, how many bullets it lists, and how many remain without repetitions.")
    ),
    reconciliation_table(view, figures_of_plan),
    count_remarks(view, tables.curation_log, country.name),
    element("h2", say("The plan in its own words")),
    element("blockquote", *paragraphs(plan["narrative"]), class_="narrative", lang="en"),
    element("h2", say("The commitments in the order of the plan")) if len(shown) else None,
    *commitment_list(shown_view, shown.sort_index(), COUNTRY, ("focus_area",), matched(shown_view, tables, shown)),
    key="country_commitments",
)
