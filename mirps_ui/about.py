"""The parts of the page About the data."""

from typing import Any

import pandas as pd

from mirps_data import findings, messages
from mirps_data.addresses import LANG, SOURCE, address
from mirps_data.counts import count
from mirps_data.curation import MEANING, READING, TYPOGRAPHY, weighing
from mirps_data.store import Tables
from mirps_data.translations import coverage
from mirps_ui.count_tables import plain_table
from mirps_ui.curation import line_link
from mirps_ui.elements import Node, element, sentence_nodes
from mirps_ui.view import View

Package = dict[str, Any]


def in_short(view: View, tables: Tables) -> Node:
    """Where the data come from, how to cite them, what is wrong in them: side by side on the first screen."""
    return element("div", _origin(view, tables), _citation(view, tables), _faults(view, tables), class_="in-short")


def how_made(view: View) -> list[Node]:
    """How the tables were made."""
    say = view.say
    return [
        element("h2", say("How the tables were made")),
        element(
            "p",
            say(
                "A program reads the document and writes the tables; a second one checks them before anything is "
                "shown. Texts stay as printed, in the language of the document, and nothing is silently corrected."
            ),
        ),
        element("p", messages.counting_rule(say)),
    ]


def objectives(view: View, tables: Tables) -> list[Node]:
    """The plans' objectives in the words of the document, each with its line."""
    items = (
        element(
            "li",
            element("span", row["text"], lang="en"),
            " ",
            line_link(view, view.say("line {number}", number=row["source_line"]), row["source_line"]),
        )
        for row in tables.objectives.to_dict("records")
    )
    return [
        element("h2", view.say("The objectives of the national plans")),
        element("ol", *items, class_="objectives"),
        element("p", view.say("The document does not say which commitment serves which objective."), class_="source"),
    ]


def readings(view: View, tables: Tables) -> list[Node]:
    """What this project added to the document: a translation and a coding, what made them, and how well."""
    say, translated = view.say, coverage(vars(tables), "es")
    alpha = tables.coding_agreement[tables.coding_agreement["measure"] == "alpha"]
    reviewed = tables.reviews[tables.reviews["reviewed_by"] != ""]
    return [
        element("h2", say("What this project added: a translation and a coding")),
        element(
            "p",
            say(
                "All {number} texts of the document were translated into Spanish with artificial intelligence; a "
                "second reading, also made with artificial intelligence, checked them against the English. "
                "{unreviewed} have not been reviewed by a person. The translation is unofficial; the text of the "
                "document prevails.",
                number=say.number(translated.texts),
                unreviewed=say.number(len(translated.unreviewed)),
            ),
        ),
        element(
            "p",
            say(
                "What kind of action each commitment is, which objective it serves and whom it names were coded by an "
                "AI model in two passes with one codebook. That the passes agree shows that the rules are stable, not "
                "that the codes are right."
            ),
            " ",
            say("No person has reviewed the codes yet.") if reviewed.empty else _reviewers(view, reviewed),
        ),
        plain_table(
            say("Agreement of the two passes"),
            [say("Column"), say("Krippendorff's alpha"), say("95% interval")],
            [[element("code", row.column), *_figures(view, row)] for row in alpha.itertuples()],
            class_="figures narrow",
        ),
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
    items = (element("li", element("a", f"{title} ({kind})", href=href, download="")) for href, title, kind in files)
    return [
        element("h2", say("Downloads")),
        element("ul", *items, class_="files"),
        element(
            "p",
            say("The addresses of the commitments take the same filters as the dashboard:"),
            " ",
            element("code", "data/commitments.csv?country=MEX&area=health"),
        ),
    ]


def columns_table(view: View, resource: Package) -> list[Node]:
    """The dictionary of a table: each of its columns, as the data package describes it."""
    say = view.say
    heads = [say("Column"), say("Type"), say("Meaning")]
    types = {"string": say("text"), "integer": say("whole number"), "number": say("number")}
    rows = [
        [element("code", column["name"]), types[column["type"]], _described(view, column)]
        for column in resource["schema"]["fields"]
    ]
    return [
        element("p", _described(view, resource)),
        plain_table(_title(view, resource), heads, rows, class_="plain wide"),
    ]


def table_title(view: View, resource: Package) -> str:
    """The title of a table, and the name of its file."""
    return f"{_title(view, resource)} ({resource['path']})"


def _origin(view: View, tables: Tables) -> Node:
    say = view.say
    document = element("a", say("The document, line by line"), href=address(SOURCE, {LANG: [say.code]}))
    return element(
        "section",
        element("h2", say("Where they come from")),
        element(
            "p",
            say(
                "From one document: the national action plans of seven countries on forced displacement under the "
                "MIRPS (Comprehensive Regional Protection and Solutions Framework). It names no publisher and no year; "
                "{edition} is inferred from three of its narratives. This is a transcription, not a statement by any "
                "government.",
                edition=tables.edition,
            ),
        ),
        element("p", document),
    )


def _citation(view: View, tables: Tables) -> Node:
    say = view.say
    by_identifier = say(
        "Cite a commitment by its identifier, for example MEX-PRO-02; identifiers are stable within an edition."
    )
    return element(
        "section",
        element("h2", say("How to cite them")),
        element("p", messages.cite(say, tables.edition), class_="citation"),
        element("p", by_identifier),
    )


def _faults(view: View, tables: Tables) -> Node:
    say, log = view.say, tables.curation_log
    listed, distinct = len(tables.commitments), count(tables.commitments)
    declared = int(tables.declared_counts.query("focus_area == ''")["declared"].sum())
    return element(
        "section",
        element("h2", say("What is wrong with them")),
        element("p", *sentence_nodes(view, findings.three_figures(say, declared, listed, distinct))),
        element(
            "p",
            say(
                "We logged {number} irregularities in the document: {meaning} change a count or a meaning, {reading} "
                "affect the reading, {typography} are typographical.",
                number=say.number(len(log)),
                meaning=say.number(len(weighing(log, MEANING))),
                reading=say.number(len(weighing(log, READING))),
                typography=say.number(len(weighing(log, TYPOGRAPHY))),
            ),
        ),
    )


def _figures(view: View, row: Any) -> tuple[str, str]:  # noqa: ANN401 - a row of the table
    low, high = (view.say.decimal(value) for value in (row.low, row.high))
    return view.say.decimal(row.value), f"{low} – {high}"


def _reviewers(view: View, reviewed: pd.DataFrame) -> str:
    names = view.say.all_of(sorted(set(reviewed["reviewed_by"])))
    return view.say("Reviewed so far by {names}.", names=names)


def _title(view: View, described: Package) -> str:
    return described["title_es" if view.say.code == "es" else "title"]


def _described(view: View, described: Package) -> str:
    return described["description_es" if view.say.code == "es" else "description"]
