"""How a commitment is named and quoted, the same on every page and in every file."""

from mirps_data.commitment import Commitment
from mirps_data.language import Language


def pages_of(say: Language, pages: str) -> str:
    """The pages of a plan in words: `18–20`, or `21 and following` where the end is open."""
    first, _, last = pages.partition("-")
    if last or not first:
        return f"{first}–{last}" if first else "–"
    return say("{page} and following", page=first)


def plan_of(say: Language, commitment: Commitment) -> str:
    """`Mexico, MIRPS national action plan, 2021 (year inferred), pages 18–20`: the plan that a commitment stands in."""
    return say(
        "{country}, MIRPS national action plan, {edition} (year inferred), pages {pages}",
        country=commitment.country.label(say.code),
        edition=commitment.edition,
        pages=pages_of(say, commitment.source_pages),
    )


def quotation(say: Language, commitment: Commitment) -> str:
    """The text word for word, with the plan and the identifier; whoever copies it adds the address."""
    return f"{say('“{words}”', words=commitment.text)} ({plan_of(say, commitment)}; {commitment.id})"
