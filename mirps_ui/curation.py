"""The curation log as elements."""

import pandas as pd

from mirps_data.addresses import line_address
from mirps_data.curation import TYPOGRAPHY, kinds, lines_named, remarks_on, weighing, why
from mirps_data.reference import COUNTRY_BY_NAME
from mirps_ui.count_tables import plain_table
from mirps_ui.elements import Node, element
from mirps_ui.view import View


def line_link(view: View, words: str, number: int) -> Node:
    """Words that lead to a line of the document; just the words where the edition came without it."""
    address = line_address(number, view.say)
    return element("a", words, href=address) if address else words


def remarks_on_commitment(view: View, log: pd.DataFrame, identifier: str) -> Node | None:
    """What the log says of a commitment, under a heading of its own; None if nothing."""
    remarks = remarks_on(view.say, log, identifier)
    if not remarks:
        return None
    items = element("ul", *(element("li", *_with_lines(view, remark)) for remark in remarks), class_="remarks")
    return element("section", element("h2", view.say("What is odd here")), items, class_="odd")


def count_remarks(view: View, log: pd.DataFrame, country: str) -> Node | None:
    """What the log says of the counts of a country's plan; None if they agree."""
    remarks = log[(log["country"] == country) & (log["kind"] == "count")]
    if remarks.empty:
        return element("p", view.say("The three figures agree."), class_="remark")
    reasons = (why(view.say, row) for row in remarks.to_dict("records"))
    return element("ul", *(element("li", *_with_lines(view, words)) for words in reasons), class_="remarks")


def curation_table(view: View, log: pd.DataFrame) -> Node:
    """Irregularities of the source: where, what is printed, what was done, and why."""
    say = view.say
    labels, done = {kind.code: kind.label for kind in kinds(say)}, _done(view)
    rows = [
        [
            _where(view, row),
            labels[row["kind"]],
            element("q", row["printed"], lang="en"),
            done[row["done"]],
            element("span", *_with_lines(view, why(view.say, row))),
        ]
        for row in log.to_dict("records")
    ]
    heads = [say("Where"), say("Kind"), say("Printed"), say("What we did"), say("What is odd")]
    return plain_table(say("Curation log"), heads, rows, class_="plain wide")


def typographical_remark(view: View, log: pd.DataFrame) -> Node | None:
    """How many rows only concern typography, which stand in the download alone; None if there are none."""
    say, number = view.say, len(weighing(log, TYPOGRAPHY))
    if not number:
        return None
    words = say.plural(
        "{number} more row is typographical and appears only in the download:",
        "{number} more rows are typographical and appear only in the download:",
        number,
    )
    file = element("a", f"{say('Curation log')} (CSV)", href="download/tables/curation_log.csv", download="")
    return element("p", words, " ", file)


def _with_lines(view: View, words: str) -> list[Node]:
    """Words whose numbers of lines lead there."""
    return [piece if line is None else line_link(view, piece, line) for piece, line in lines_named(words)]


def _where(view: View, row: dict) -> Node:
    country = COUNTRY_BY_NAME[row["country"]].label(view.say.code) if row["country"] else view.say("Document")
    words = view.say("{country}, line {number}", country=country, number=row["source_line"])
    return line_link(view, words, row["source_line"])


def _done(view: View) -> dict[str, str]:
    say = view.say
    return {
        "kept as printed": say("kept as printed"),
        "shown, not counted": say("shown, not counted"),
        "named by the focus area": say("named by the focus area"),
        "joined to the list": say("joined to the list"),
    }
