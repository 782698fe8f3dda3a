"""How a commitment is named and quoted, the same on every page and in every file."""

from collections.abc import Mapping

from mirps_data.language import Language
from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_ISO3

Commitment = Mapping[str, str]  # a row of the commitments table


def place(say: Language, row: Commitment) -> str:
    """`Mexico, Protection`: where a commitment stands."""
    return f"{COUNTRY_BY_ISO3[row['iso3']].label(say.code)}, {AREA_BY_NAME[row['focus_area']].label(say.code)}"


def pages_of(say: Language, pages: str) -> str:
    """The pages of a plan in words: `18–20`, or `from 21` where the end is open."""
    first, _, last = pages.partition("-")
    if last or not first:
        return f"{first}–{last}" if first else "–"
    return say("{page} and following", page=first)


def plan_of(say: Language, row: Commitment) -> str:
    """`Mexico, MIRPS national action plan, 2021 (year inferred), pages 18–20`: the plan that a commitment stands in."""
    return say(
        "{country}, MIRPS national action plan, {edition} (year inferred), pages {pages}",
        country=COUNTRY_BY_ISO3[row["iso3"]].label(say.code),
        edition=row["edition"],
        pages=pages_of(say, row["source_pages"]),
    )


def quotation(say: Language, row: Commitment) -> str:
    """The text word for word, with the plan and the identifier; whoever copies it adds the address."""
    return f"{say('“{words}”', words=row['text'])} ({plan_of(say, row)}; {row['id']})"
