"""About the data: where it comes from, how to cite it, what is wrong in it, and how to take it away."""

from collections.abc import Callable, Iterable

import streamlit as st

from mirps_data.counts import reconciliation
from mirps_data.curation import MEANING, READING, by_kind, weighing
from mirps_data.schema import data_package
from mirps_data.store import load_tables
from mirps_ui.about import columns_table, downloads, how_made, in_short, objectives, readings, table_title
from mirps_ui.count_tables import reconciliation_table
from mirps_ui.curation import curation_table, typographical_remark
from mirps_ui.elements import Node, element, show
from mirps_ui.view import current_view

view = current_view()
say = view.say
tables = load_tables()
figures = reconciliation(tables.commitments, tables.declared_counts)


def folded(title: str, key: str, nodes: Callable[[], Iterable[Node]]) -> None:
    """What is made only when it is opened."""
    with st.expander(title, key=key, on_change="rerun") as fold:
        if fold.open:
            show(*nodes(), key=f"{key}_open")


show(
    element("h1", say("The commitments as printed in the document")),
    in_short(view, tables),
    element("h2", say("What changes a count or a meaning")),
    curation_table(view, weighing(tables.curation_log, MEANING)),
    element("h2", say("What affects the reading, by kind")),
    key="about",
)
for kind, rows in by_kind(say, weighing(tables.curation_log, READING)):
    folded(
        f"{kind.label.capitalize()} ({say.number(len(rows))})",
        f"log_{kind.code}",
        lambda kind=kind, rows=rows: [element("p", kind.explanation), curation_table(view, rows)],  # type: ignore[misc]
    )
show(
    typographical_remark(view, tables.curation_log),
    element("h2", say("Declared, listed and distinct")),
    reconciliation_table(view, figures[figures["focus_area"] == "Total"]),
    key="about_counts",
)
folded(say("By focus area"), "by_area", lambda: [reconciliation_table(view, figures)])
show(
    *objectives(view, tables),
    *how_made(view),
    *readings(view, tables),
    *downloads(view, data_package()),
    element("h2", say("Dictionary of columns")),
    key="about_made",
)
for resource in data_package()["resources"]:
    folded(
        table_title(view, resource),
        f"columns_{resource['name']}",
        lambda resource=resource: columns_table(view, resource),  # type: ignore[misc]
    )
