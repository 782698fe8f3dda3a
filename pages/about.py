"""About the data: where it comes from, how it was made, what is odd in it, and how to take it and cite it."""

from mirps_data.counts import reconciliation
from mirps_data.schema import data_package
from mirps_data.store import load_tables
from mirps_ui.about import citation, columns_table, downloads, origin
from mirps_ui.count_tables import reconciliation_table
from mirps_ui.elements import element, show
from mirps_ui.logs import curation_table
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()

show(
    *origin(view, tables),
    element("h2", say("Declared, listed and distinct")),
    reconciliation_table(view, reconciliation(tables.commitments, tables.declared_counts)),
    *downloads(view, data_package()),
    *citation(view),
    element("h2", say("Dictionary of columns")),
    *columns_table(view, data_package()),
    element("h2", say("Curation log")),
    element("p", say("Every irregularity of the document that we found, and what we did about it.")),
    curation_table(view, tables.curation_log),
    key="about",
)
