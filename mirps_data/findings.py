"""Which claims hold of what is selected.

A claim speaks of what is selected. Nothing is called absent from a plan that a search or another filter hid; ties
name all or none; what is true of any selection is not said.
"""

from fractions import Fraction

import pandas as pd

from mirps_data.claims import (
    Claim,
    EverythingCovered,
    Gap,
    Largest,
    Listed,
    Missing,
    NoneOfThese,
    Nothing,
    OnlyPlan,
)
from mirps_data.counts import Matrix
from mirps_data.facets import AREA, COUNTRY
from mirps_data.language import Language, parts
from mirps_data.selection import Selection
from mirps_data.sentences import Count, Sentence
from mirps_data.share_claims import BesideRegion, Difference, LargestShare, Share, Spread

_MANY_ENOUGH = 5  # of fewer commitments it goes without saying that they leave areas out
_NEAR = 20  # a second area within a twentieth of the total is named beside the first


def headline(say: Language, matrix: Matrix) -> Sentence:
    """What is selected, in one sentence: in which plans, how much, and the largest area where that says something."""
    opening, *others = headline_claims(matrix)
    return opening.sentence(say) + tuple(piece for claim in others for piece in ("; ", *claim.sentence(say)))


def headline_claims(matrix: Matrix) -> tuple[Claim, ...]:
    """The claims of a headline. Takes counts by country and focus area."""
    if not matrix.total:
        return (Nothing(matrix.selection),)
    listing = tuple(str(iso3) for iso3, number in matrix.row_totals.items() if number)
    listed = Listed(matrix.selection, matrix.total, listing, tuple(map(str, matrix.row_totals.index)))
    largest = _largest(matrix)
    return (listed, largest) if largest else (listed,)


def gaps(matrix: Matrix) -> tuple[Claim, ...]:
    """Who lists nothing under what; under a search or another filter, only what none of these commitments is."""
    cells = matrix.cells
    if not matrix.total:
        return ()
    if matrix.selection.is_narrowed_beyond(COUNTRY.parameter, AREA.parameter):
        empty = _codes(matrix.column_totals.index[matrix.column_totals == 0])
        return (NoneOfThese(matrix.total, empty),) if empty and matrix.total >= _MANY_ENOUGH else ()
    found = tuple(Gap(str(area), _codes(cells.index[cells[area] == 0])) for area in cells if (cells[area] == 0).any())
    return found or (EverythingCovered(_codes(cells.index), _codes(cells.columns)),)


def of_one_plan(region: Matrix, sizes: pd.Series, iso3: str) -> tuple[Claim, ...]:
    """What sets a plan apart among all the plans. Takes the counts of all countries, and the sizes of whole plans."""
    if region.selection.is_narrowed_beyond(AREA.parameter) or not sizes[iso3]:
        return ()
    cells, plans = region.cells, _codes(region.cells.index)
    alone = tuple(str(area) for area in cells if cells.loc[iso3, area] and (cells[area] > 0).sum() == 1)
    leads = tuple(
        (str(area), int(cells.loc[iso3, area]))
        for area in cells
        if str(area) not in alone and _leads(_fractions(cells[area], sizes), iso3)
    )
    missing = _codes(cells.columns[cells.loc[iso3] == 0])
    claims: list[Claim] = [OnlyPlan(iso3, alone, plans)] if alone else []
    claims += [LargestShare(iso3, leads, int(sizes[iso3]))] if leads else []
    claims += [Missing(iso3, missing) if missing else EverythingCovered((iso3,), _codes(cells.columns))]
    return tuple(claims)


def comparison(matrix: Matrix, sizes: pd.Series) -> tuple[Claim, ...]:
    """Where the compared plans differ most, by share of each whole plan, and what only one of them lists."""
    difference = _difference(matrix, sizes)
    claims: list[Claim] = [difference] if difference else []
    if not matrix.selection.is_narrowed_beyond(COUNTRY.parameter, AREA.parameter):
        claims += _listed_by_one(matrix)
    return tuple(claims)


def beside_region(figures: pd.DataFrame, iso3: str) -> BesideRegion | None:
    """The widest difference of a plan from all plans; None where there is none, or several. Takes whole plans'
    regional_comparison.
    """
    distances = {
        str(area): abs(
            Fraction(int(row["count"]), int(row["plan"])) - Fraction(int(row["region_count"]), int(row["region"]))
        )
        for area, row in figures.iterrows()
        if row["plan"] and row["region"]
    }
    area = _single_largest(distances)
    if area is None:
        return None
    row = figures.loc[area]
    return BesideRegion(iso3, area, *(int(row[name]) for name in ("count", "plan", "region_count", "region")))


def spread(numbers: pd.Series, sizes: pd.Series, area: str) -> Spread | None:
    """How far apart the plans' parts for an area lie; None where they do not. Takes numbers and sizes by ISO3."""
    by_plan = _fractions(numbers, sizes)
    if not by_plan or max(by_plan.values()) == min(by_plan.values()):
        return None
    most, least = (_share(by_plan, numbers, sizes, edge(by_plan.values())) for edge in (max, min))
    return Spread(area, most, least)


def three_figures(say: Language, declared: int, listed: int, distinct: int) -> Sentence:
    """What the covers declare, what the plans list and what of it is distinct, side by side for the region."""
    template = say.template(
        "The covers declare {declared} commitments in total, the plans list {listed}, and {distinct} of these are "
        "distinct."
    )
    everything = Selection()
    sentence: Sentence = parts(
        template,
        declared=say.number(declared),
        listed=Count(say.number(listed), everything),
        distinct=Count(say.number(distinct), everything),
    )
    if declared != distinct:
        return sentence
    coincidence = say(
        "That the first and last figures agree is a coincidence: declared and listed differ in both directions, as "
        "the table shows."
    )
    return (*sentence, " ", coincidence)


def _largest(matrix: Matrix) -> Largest | None:
    """The area or the two that stand out; None where there is nothing to choose from, or nothing stands out."""
    numbers = {str(area): int(number) for area, number in matrix.column_totals.items()}
    if len(numbers) < 2 or matrix.total < 2:
        return None
    most = max(numbers.values())
    near = [(area, number) for area, number in numbers.items() if (most - number) * _NEAR <= matrix.total and number]
    if len(near) > 2 or len(near) == sum(number > 0 for number in numbers.values()) > 1:
        return None
    near.sort(key=lambda pair: -pair[1])
    return Largest(matrix.selection, tuple(near), matrix.total)


def _difference(matrix: Matrix, sizes: pd.Series) -> Difference | None:
    cells = matrix.cells
    by_area = {str(area): _fractions(cells[area], sizes) for area in cells}
    widths = {area: max(parts.values()) - min(parts.values()) for area, parts in by_area.items() if len(parts) > 1}
    area = _single_largest(widths)
    if area is None:
        return None
    most, least = (_share(by_area[area], cells[area], sizes, edge(by_area[area].values())) for edge in (max, min))
    narrowed = matrix.selection.is_narrowed_beyond(COUNTRY.parameter, AREA.parameter)
    return Difference(matrix.selection, area, most, least, len(by_area) == 1, matrix.total if narrowed else None)


def _listed_by_one(matrix: Matrix) -> list[Claim]:
    """What only one of the plans lists, a claim a plan."""
    cells, among = matrix.cells, _codes(matrix.cells.index)
    if len(among) < 2:
        return []
    alone: dict[str, tuple[str, ...]] = {}
    for area in map(str, cells):
        listing = cells.index[cells[area] > 0]
        if len(listing) == 1:
            alone[str(listing[0])] = (*alone.get(str(listing[0]), ()), area)
    return [OnlyPlan(plan, areas, among) for plan, areas in alone.items()]


def _fractions(numbers: pd.Series, sizes: pd.Series) -> dict[str, Fraction]:
    """The exact part of each plan, by ISO3; plans without commitments have none."""
    return {str(iso3): Fraction(int(number), int(sizes[iso3])) for iso3, number in numbers.items() if int(sizes[iso3])}


def _share(by_plan: dict[str, Fraction], numbers: pd.Series, sizes: pd.Series, value: Fraction) -> Share:
    plans = tuple(iso3 for iso3, part in by_plan.items() if part == value)
    return Share(plans, tuple(int(numbers[iso3]) for iso3 in plans), tuple(int(sizes[iso3]) for iso3 in plans))


def _single_largest(values: dict[str, Fraction]) -> str | None:
    """The key of the largest value above zero; None where several share it."""
    most = max(values.values(), default=Fraction(0))
    largest = [key for key, value in values.items() if value == most > 0]
    return largest[0] if len(largest) == 1 else None


def _leads(by_plan: dict[str, Fraction], iso3: str) -> bool:
    return _single_largest(by_plan) == iso3


def _codes(index: pd.Index) -> tuple[str, ...]:
    return tuple(map(str, index))
