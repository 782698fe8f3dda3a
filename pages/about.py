"""About the data: where it comes from, how it was made, what is odd in it, and how to take it and cite it."""

import streamlit as st

from mirps_data.counts import reconciliation
from mirps_data.curation import MEANING, READING, by_kind, weighing
from mirps_data.schema import data_package
from mirps_data.store import load_tables
from mirps_ui.about import citation, columns_table, downloads, origin
from mirps_ui.count_tables import reconciliation_table
from mirps_ui.elements import element, show
from mirps_ui.logs import curation_table, typographical_remark
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()

show(
    *origin(view, tables),
    element("h2", say("Declared, listed and distinct")),
    reconciliation_table(view, reconciliation(tables.commitments, tables.declared_counts)),
    *downloads(view, data_package()),
    *citation(view, tables),
    element("h2", say("Dictionary of columns")),
    *columns_table(view, data_package()),
    element("h2", say("Curation log")),
    element("p", say("The irregularities of the document that we found, and how each was treated.")),
    element("h3", say("What changes a count or a meaning")),
    curation_table(view, weighing(tables.curation_log, MEANING)),
    element("h3", say("What affects the reading, by kind")),
    key="about",
)
for kind, rows in by_kind(say, weighing(tables.curation_log, READING)):
    title = f"{kind.label.capitalize()} ({say.number(len(rows))})"
    with st.expander(title, key=f"about_{kind.code}", on_change="rerun") as folded:
        if folded.open:
            show(element("p", kind.explanation), curation_table(view, rows), key=f"about_{kind.code}_rows")
show(typographical_remark(view, tables.curation_log), key="about_typography")
