"""What the curation log tells apart: the kinds of irregularity, each explained once, and their weight.

A row of the log says what is odd at one line. What holds for all rows of a kind, and why they are treated so, stands
here, and in the description of `kind` in data/datapackage.json for those who download the log.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from mirps_data.language import Language

_NUMBER = re.compile(r"[0-9]+")
_LINES = re.compile(r"\b(?:lines?|líneas?) ([0-9]+(?:(?:–|, | and | y )[0-9]+)*)")
MEANING, READING, TYPOGRAPHY = "a", "b", "c"  # what a row changes: a count or a meaning; the reading; neither


@dataclass(frozen=True)
class Kind:
    """A kind of irregularity: its code in the log, its name, and one sentence on what it is and how it is treated."""

    code: str
    label: str
    explanation: str


def kinds(say: Language) -> tuple[Kind, ...]:
    """All kinds, in the order in which they are shown: what concerns the counts first."""
    return (
        Kind(
            "count",
            say("count"),
            say(
                "The number of commitments that a plan declares differs from the number that it lists; both are shown, "
                "and neither is corrected."
            ),
        ),
        Kind(
            "repetition",
            say("repetition"),
            say(
                "A text, or part of one, is repeated; only a bullet repeated word for word is left out of the counts; "
                "the others are counted, because their texts differ."
            ),
        ),
        Kind(
            "compound",
            say("several in one bullet"),
            say(
                "One bullet holds several actions or statements; it is counted as one commitment, because each bullet "
                "of a list is counted once."
            ),
        ),
        Kind(
            "placement",
            say("placement"),
            say(
                "The text is, in whole or in part, about something other than the focus area that it is listed under; "
                "it stays, and is counted, where it is printed."
            ),
        ),
        Kind(
            "actor",
            say("actor"),
            say(
                "No state body is named as the one to act, or it is unclear which one is; a commitment is counted in "
                "the plan that lists it, whoever is to act."
            ),
        ),
        Kind(
            "contradiction",
            say("contradiction"),
            say(
                "Two parts of the document do not fit together; both stay as printed, because the document does not "
                "say which one holds."
            ),
        ),
        Kind(
            "date",
            say("date"),
            say(
                "A date is missing, or leaves open what it refers to; none was supplied, except that the year of the "
                "edition is inferred."
            ),
        ),
        Kind(
            "figures",
            say("figures"),
            say("Numbers in a narrative do not fit together; they stay as printed."),
        ),
        Kind(
            "wording",
            say("wording"),
            say(
                "Words are missing, badly joined or open to two readings; they stay as printed, and no reading is "
                "chosen."
            ),
        ),
        Kind(
            "names",
            say("names"),
            say(
                "Something goes by several names, or by initials that are not explained; each name stays as printed, "
                "and no two are taken to mean the same."
            ),
        ),
        Kind(
            "heading",
            say("heading"),
            say(
                "A heading or a card differs from its counterparts in its words or its place; the order stays as "
                "printed, and a focus area has the same name throughout."
            ),
        ),
        Kind(
            "layout",
            say("layout"),
            say(
                "Indents, bold type and empty lines are uneven, or page marks and labels are missing; what belongs to "
                "one list is read as one list, and nothing is made up."
            ),
        ),
        Kind(
            "spelling",
            say("spelling"),
            say("A letter or a small word is missing or wrong, or a word is spelled in two ways; it stays as printed."),
        ),
        Kind(
            "punctuation",
            say("punctuation"),
            say("A mark is missing, stray or uneven; it stays as printed."),
        ),
    )


def weighing(log: pd.DataFrame, weight: str) -> pd.DataFrame:
    """The rows of the log that have a weight, in document order."""
    return log[log["weight"] == weight]


def by_kind(say: Language, log: pd.DataFrame) -> Iterator[tuple[Kind, pd.DataFrame]]:
    """Each kind that has rows in a log, with them."""
    for kind in kinds(say):
        rows = log[log["kind"] == kind.code]
        if not rows.empty:
            yield kind, rows


def why(say: Language, row: Mapping[str, str]) -> str:
    """What a row of the log says, in the language."""
    return row["why_es"] if say.code == "es" else row["why"]


def lines_named(words: str) -> list[tuple[str, int | None]]:
    """Words in pieces, each with the line of the document that it names: `line 89`, `lines 231, 403 and 492`."""
    pieces: list[tuple[str, int | None]] = []
    end = 0
    for place in _LINES.finditer(words):
        for number in _NUMBER.finditer(words, *place.span(1)):
            pieces += [(words[end : number.start()], None), (number[0], int(number[0]))]
            end = number.end()
    pieces.append((words[end:], None))
    return [piece for piece in pieces if piece[0]]


def remarks_on(say: Language, log: pd.DataFrame, commitment: str) -> list[str]:
    """What the log says of a commitment, by its id."""
    return [why(say, row) for row in log[log["commitment"] == commitment].to_dict("records")]
