"""Sentences that several pages and files share, each written once."""

from collections.abc import Sequence

import pandas as pd

from mirps_data.language import Language, rounded_percent
from mirps_data.store import Tables


def caution(say: Language) -> str:
    """What must stand beside the first count: counts are not ambition."""
    return say(
        "Plans differ in length and detail: a count says how many commitments a plan lists, not how far they reach."
    )


def source(say: Language, edition: str) -> str:
    """Where the figures come from."""
    return say("Source: MIRPS national action plans, {edition} edition.", edition=edition)


def cite(say: Language, edition: str) -> str:
    """How to cite the commitments; the document names no publisher and no year."""
    return say(
        "MIRPS national action plans of Belize, Costa Rica, El Salvador, Guatemala, Honduras, Mexico and Panama "
        "({edition}, year inferred). Transcribed by the MIRPS commitments dashboard, {edition} edition.",
        edition=edition,
    )


def counting_rule(say: Language) -> str:
    """What a count is of."""
    return say("Only distinct commitments count: a text that a plan prints twice counts once.")


def repeats(say: Language, identifier: str) -> str:
    """What stands beside a row that repeats an earlier one."""
    return say("Repeats {id} word for word; shown, not counted.", id=identifier)


def repetitions(say: Language, listed: int, distinct: int) -> str:
    """How many rows are listed where some repeat another and are not counted; empty where none does."""
    if listed == distinct:
        return ""
    return say.plural(
        "{listed} are listed; one of them repeats another word for word: it is shown and marked, not counted.",
        "{listed} are listed; {number} of them repeat others word for word: they are shown and marked, not counted.",
        listed - distinct,
        listed=say.number(listed),
    )


def left_out(say: Language, unknown: Sequence[str]) -> str:
    """A polite word on values of a link that name nothing we know; empty for none."""
    if not unknown:
        return ""
    return say.plural(
        "The link asks for {values}, which is not known here; it was left out.",
        "The link asks for {values}, which are not known here; they were left out.",
        len(unknown),
        values=say.all_of(say("“{words}”", words=value[:40]) for value in unknown),
    )


def nothing_selected(say: Language) -> str:
    """Why an empty selection offers nothing to take away."""
    return say("There is nothing to download: no commitment is selected.")


def rounding(say: Language, numbers: Sequence[int], total: int) -> str:
    """A word where rounded shares of a whole do not add up to 100; empty where they do, or are not of the whole."""
    shares = sum(rounded_percent(number, total) for number in numbers)
    if sum(numbers) != total or shares in (0, 100):
        return ""
    return say("Shares are rounded; here they add up to {percent}.", percent=say.percent(shares, 100))


def rounding_of_rows(say: Language, cells: pd.DataFrame, sizes: pd.Series) -> str:
    """A word where the rounded shares of some whole plan in a table do not add up to 100; empty where all do."""
    rows = ((list(map(int, row)), int(sizes[plan])) for plan, row in cells.iterrows())
    if not any(rounding(say, numbers, size) for numbers, size in rows):
        return ""
    return say("Shares are rounded, so that a row may not add up to 100%.")


def document(say: Language, tables: Tables) -> str:
    """`Commitments of the MIRPS national action plans, 2021 edition`."""
    return say("Commitments of the MIRPS national action plans, {edition} edition", edition=tables.edition)
