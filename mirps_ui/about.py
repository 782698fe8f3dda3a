"""The parts of the page About the data."""

from typing import Any

from mirps_data import findings, messages
from mirps_data.counts import count
from mirps_data.store import Tables
from mirps_ui.count_tables import plain_table
from mirps_ui.elements import Node, element, sentence_nodes
from mirps_ui.view import View

Package = dict[str, Any]


def origin(view: View, tables: Tables) -> list[Node]:
    """Where the data come from and how they were made."""
    say = view.say
    listed, distinct = len(tables.commitments), count(tables.commitments)
    declared = int(tables.declared_counts.query("focus_area == ''")["declared"].sum())
    return [
        element("h1", say("The commitments as printed in the document")),
        element(
            "p",
            say(
                "The document holds the national action plans of Belize, Costa Rica, El Salvador, Guatemala, Honduras, "
                "Mexico and Panama on forced displacement under the MIRPS, the Comprehensive Regional Protection and "
                "Solutions Framework. It names no publisher and no year; the edition is called {edition}, a year "
                "inferred from three of the narratives. This dashboard is a transcription, not a statement by any "
                "government: texts stay as printed, in the language of the document, and nothing is corrected in "
                "silence.",
                edition=tables.edition,
            ),
        ),
        element(
            "p",
            say(
                "A program reads the document and writes the tables; a second one checks them before anything is "
                "shown. A count is of distinct commitments: a text that a plan prints twice is shown twice and "
                "counted once."
            ),
        ),
        element("p", *sentence_nodes(view, findings.three_figures(say, declared, listed, distinct))),
    ]


def downloads(view: View, package: Package) -> list[Node]:
    """Every table to take away, and the description of them all."""
    say = view.say
    files = [
        *(
            (f"download/tables/{resource['name']}.csv", _title(view, resource), "CSV")
            for resource in package["resources"]
        ),
        ("data/commitments.json", _title(view, package["resources"][0]), "JSON"),
        ("data/datapackage.json", say("Description of all the tables (Frictionless Data Package)"), "JSON"),
    ]
    items = (
        element("li", element("a", f"{title} ({kind})", href=address, download="")) for address, title, kind in files
    )
    return [
        element("h2", say("Downloads")),
        element("ul", *items),
        element(
            "p",
            say("The addresses of the commitments take the same filters as the dashboard:"),
            " ",
            element("code", "data/commitments.csv?country=MEX&area=health"),
        ),
    ]


def citation(view: View, tables: Tables) -> list[Node]:
    """How to cite the commitments."""
    say = view.say
    return [
        element("h2", say("How to cite")),
        element("p", messages.cite(say, tables.edition), class_="citation"),
        element(
            "p",
            say("Cite a commitment by its identifier, MEX-PRO-02 for one; identifiers are stable within an edition."),
        ),
    ]


def columns_table(view: View, package: Package) -> list[Node]:
    """The dictionary: every column of every table, as the data package describes it."""
    say = view.say
    heads = [say("Column"), say("Type"), say("Meaning")]
    types = {"string": say("text"), "integer": say("whole number")}
    nodes: list[Node] = []
    for resource in package["resources"]:
        rows = [
            [element("code", column["name"]), types[column["type"]], _described(view, column)]
            for column in resource["schema"]["fields"]
        ]
        nodes += [
            element("h3", _title(view, resource)),
            element("p", _described(view, resource)),
            plain_table(_title(view, resource), heads, rows, class_="plain wide"),
        ]
    return nodes


def _title(view: View, described: Package) -> str:
    return described["title_es" if view.say.code == "es" else "title"]


def _described(view: View, described: Package) -> str:
    return described["description_es" if view.say.code == "es" else "description"]
