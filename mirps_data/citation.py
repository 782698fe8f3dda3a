"""How a commitment is named and quoted, the same on every page and in every file."""

from collections.abc import Mapping, Sequence

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
    return say("from {page}", page=first)


def plan_of(say: Language, row: Commitment) -> str:
    """`Mexico, MIRPS national action plan, 2021, pages 18–20`: the plan that a commitment stands in."""
    return say(
        "{country}, MIRPS national action plan, {edition}, pages {pages}",
        country=COUNTRY_BY_ISO3[row["iso3"]].label(say.code),
        edition=row["edition"],
        pages=pages_of(say, row["source_pages"]),
    )


def repetitions(say: Language, number: int) -> str:
    """How many rows of a list repeat another and are not counted; empty for none."""
    if not number:
        return ""
    return say.plural(
        "{number} more row repeats another word for word; it is shown and marked, not counted.",
        "{number} more rows repeat another word for word; they are shown and marked, not counted.",
        number,
    )


def left_out(say: Language, values: Sequence[str]) -> str:
    """A polite word on values of a link that name nothing we know; empty for none."""
    if not values:
        return ""
    return say.plural(
        "The link asks for {values}, which is not known here; it was left out.",
        "The link asks for {values}, which are not known here; they were left out.",
        len(values),
        values=say.all_of(f"“{value[:40]}”" for value in values),
    )


def nothing_selected(say: Language) -> str:
    """Why an empty selection offers nothing to take away."""
    return say("There is nothing to take away: no commitment is selected.")


def quotation(say: Language, row: Commitment) -> str:
    """The text word for word, with the plan and the identifier; whoever copies it adds the address."""
    return f"“{row['text']}” ({plan_of(say, row)}; {row['id']})"


def read_address(identifier: str, say: Language) -> str:
    """The address of a commitment's light page, relative to the dashboard's root."""
    return f"read/{identifier}?lang={say.code}"
