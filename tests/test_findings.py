"""Every claim, recounted from the rows by code that shares nothing with what makes it."""

import re
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given

from mirps_data import findings
from mirps_data.claims import (
    EverythingCovered,
    Gap,
    Largest,
    Listed,
    Missing,
    NoneOfThese,
    Nothing,
    OnlyPlan,
    in_words,
)
from mirps_data.counts import count, matrix, plan_sizes, regional_comparison
from mirps_data.facets import AREA, COUNTRY
from mirps_data.language import language
from mirps_data.selection import Selection
from mirps_data.sentences import Count, country_name, plain, share_of
from mirps_data.share_claims import BesideRegion, Difference, LargestShare, Spread
from tests.helpers import all_selections

PLANS = list(COUNTRY.codes)
HEADINGS = {area.value: area.code for area in AREA.listed}


class Recount:
    """The rows of a selection and of whole plans, counted one by one."""

    def __init__(self, tables, selection):
        self.selection = selection
        self.plans = list(selection.codes("country") or PLANS)
        self.areas = list(selection.codes("area") or AREA.codes)
        self.rows = self._pairs(selection.apply(tables))
        self.whole = self._pairs(tables.commitments)
        self.cells, self.all_cells = Counter(self.rows), Counter(self.whole)
        self.sizes = Counter(iso3 for iso3, _ in self.whole)
        self.narrowed = bool(selection.search)

    def _pairs(self, table):
        return [(row.iso3, HEADINGS[row.focus_area]) for row in table.itertuples() if not row.duplicate_of]

    def cell(self, plan, area):
        return self.cells[plan, area]

    def size(self, plan):
        return self.sizes[plan]

    def in_whole(self, plan, area):
        return self.all_cells[plan, area]

    def part(self, plan, area):
        return Fraction(self.cell(plan, area), self.size(plan))


def recount(claim, told):  # noqa: PLR0912, PLR0915 - one branch a claim
    match claim:
        case Nothing():
            assert not told.rows
        case Listed():
            assert claim.number == len(told.rows)
            assert list(claim.plans) == [plan for plan in told.plans if any(iso3 == plan for iso3, _ in told.rows)]
            assert list(claim.among) == told.plans
        case Largest():
            numbers = Counter(area for _, area in told.rows)
            assert all(numbers[area] == number for area, number in claim.areas)
            others = [numbers[area] for area in numbers if area not in dict(claim.areas)]
            assert all(number < min(dict(claim.areas).values()) for number in others)
            assert claim.total == len(told.rows) > 1
            assert len(told.areas) > 1
        case Gap():
            assert not told.narrowed
            assert list(claim.plans) == [plan for plan in told.plans if not told.in_whole(plan, claim.area)]
        case NoneOfThese():
            assert claim.number == len(told.rows)
            assert list(claim.areas) == [area for area in told.areas if all(each != area for _, each in told.rows)]
        case EverythingCovered():
            assert not told.narrowed
            assert all(told.in_whole(plan, area) for plan in claim.plans for area in claim.areas)
        case Missing():
            assert not told.narrowed
            assert list(claim.areas) == [area for area in told.areas if not told.in_whole(claim.plan, area)]
        case OnlyPlan():
            assert not told.narrowed
            assert list(claim.among) == told.plans
            for area in claim.areas:
                assert [plan for plan in told.plans if told.in_whole(plan, area)] == [claim.plan]
        case LargestShare():
            assert claim.size == told.size(claim.plan)
            for area, number in claim.areas:
                assert number == told.in_whole(claim.plan, area)
                mine = Fraction(number, claim.size)
                assert all(told.part(plan, area) < mine for plan in PLANS if plan != claim.plan)
        case Difference() | Spread():
            plans = [plan for plan in told.plans if told.size(plan)]
            edges = {"most": max, "least": min}
            for name, edge in edges.items():
                share = getattr(claim, name)
                value = edge(told.part(plan, claim.area) for plan in plans)
                assert list(share.plans) == [plan for plan in plans if told.part(plan, claim.area) == value]
                assert list(share.numbers) == [told.cell(plan, claim.area) for plan in share.plans]
                assert list(share.sizes) == [told.size(plan) for plan in share.plans]
            if isinstance(claim, Difference):
                widths = {
                    area: max(told.part(plan, area) for plan in plans) - min(told.part(plan, area) for plan in plans)
                    for area in told.areas
                }
                assert [area for area in widths if widths[area] == max(widths.values())] == [claim.area]
                assert claim.counted == (len(told.rows) if told.narrowed else None)
        case BesideRegion():
            region = len(told.whole)
            assert (claim.size, claim.region_size) == (told.size(claim.plan), region)
            assert claim.number == told.in_whole(claim.plan, claim.area)
            assert claim.region_number == sum(area == claim.area for _, area in told.whole)
            distance = {
                area: abs(
                    Fraction(told.in_whole(claim.plan, area), claim.size)
                    - Fraction(sum(each == area for _, each in told.whole), region)
                )
                for area in told.areas
            }
            assert [area for area in distance if distance[area] == max(distance.values())] == [claim.area]
        case _:
            pytest.fail(f"no recount of {claim}")


def opens_what_it_counts(tables, sentence):
    for part in sentence:
        if isinstance(part, Count) and (number := re.match(r"[\d,]+", part.words)):
            assert int(number[0].replace(",", "")) == count(part.selection.apply(tables)), part


def check(tables, selection, claims):
    told = Recount(tables, selection)
    for claim in claims:
        recount(claim, told)
        for code in ("en", "es"):
            opens_what_it_counts(tables, claim.sentence(language(code)))


@given(all_selections())
def test_the_headline_is_true_of_any_selection(tables, selection):
    check(tables, selection, findings.headline_claims(matrix(tables, selection)))


@given(all_selections())
def test_what_is_missing_is_true_of_any_selection(tables, selection):
    check(tables, selection, findings.gaps(matrix(tables, selection)))


@given(all_selections())
def test_a_comparison_is_true_of_any_selection(tables, selection):
    check(tables, selection, findings.comparison(matrix(tables, selection), plan_sizes(tables)))


@given(all_selections())
def test_what_sets_a_plan_apart_is_true_of_any_selection(tables, selection):
    everywhere = selection.without("country")
    for plan in selection.shown(COUNTRY):
        check(tables, everywhere, findings.of_one_plan(matrix(tables, everywhere), plan_sizes(tables), plan))


@given(all_selections(searches=[""]))
def test_a_plan_beside_the_region_is_true_of_any_selection(tables, selection):
    for plan in selection.shown(COUNTRY):
        claim = findings.beside_region(regional_comparison(tables, selection, plan), plan)
        check(tables, selection.without("country"), [claim] if claim else [])


@given(all_selections())
def test_the_spread_of_an_area_is_true_of_any_selection(tables, selection):
    sizes = plan_sizes(tables)
    for area in selection.shown(AREA):
        one = selection.narrowed(area=area)
        claim = findings.spread(matrix(tables, one).cells[area], sizes, area)
        check(tables, one, [claim] if claim else [])


@pytest.mark.parametrize(
    ("code", "selection", "words"),
    [
        (
            "en",
            Selection(),
            "The plans of seven countries list 229 commitments; the largest area is Protection with 131 (57%)",
        ),
        (
            "es",
            Selection(),
            "Los planes de siete países reúnen 229 compromisos; el área con más compromisos es Protección, con "
            "131 (57\u00a0%)",
        ),
        ("en", Selection.of(area="health"), "Four of the seven plans list 13 commitments under Health"),
        ("en", Selection.of(country="GTM", area="health"), "Guatemala's plan lists 1 commitment under Health"),
        (
            "en",
            Selection.of(country="HND", area="health"),
            "There is no commitment in the plan of Honduras under Health",
        ),
        ("en", Selection.of("zzz", country="PAN"), "No commitment in the plan of Panama mentions “zzz”"),
        ("es", Selection.of("zzz", country="PAN"), "Ningún compromiso del plan de Panamá menciona «zzz»"),
        (
            "es",
            Selection.of(country=["MEX", "PAN"], area="health"),
            "Los planes de México y Panamá reúnen 5 compromisos en Salud",
        ),
        (
            "en",
            Selection.of(country="CRI"),
            "Costa Rica's plan lists 32 commitments; the largest areas are Social protection with 12 (38%) and "
            "Protection with 11 (34%)",
        ),
    ],
)
def test_the_headline_is_computed(tables, code, selection, words):
    assert plain(findings.headline(language(code), matrix(tables, selection))) == words


def said(tables, selection):
    """Everything that pages and files say of a selection, in English."""
    say, counts, sizes = language("en"), matrix(tables, selection), plan_sizes(tables)
    claims = [*findings.gaps(counts), *findings.comparison(counts, sizes)]
    return plain(findings.headline(say, counts)) + ". " + plain(in_words(say, tuple(claims)))


def test_under_a_search_nothing_is_called_absent_from_a_plan(tables):
    words = said(tables, Selection.of("children"))
    assert "Nothing under" not in words
    assert "None of these 19 commitments stands under Jobs and livelihoods or Health." in words


def test_a_comparison_of_two_plans_says_only_of_these(tables):
    words = said(tables, Selection.of(country=["BLZ", "CRI"]))
    assert "Of these plans, only Costa Rica's lists commitments under Social protection." in words


def test_equal_differences_name_no_area(tables):
    assert "differ most" not in said(tables, Selection.of(country=["BLZ", "GTM"]))


def test_one_area_alone_is_not_where_plans_differ_most(tables):
    words = said(tables, Selection.of(country=["MEX", "PAN"], area="health"))
    assert "The plans differ under Health: 4 of 38 (11%) in Mexico, 1 of 27 (4%) in Panama." in words


@given(all_selections())
def test_trivial_sentences_are_not_said(tables, selection):
    words = said(tables, selection)
    for number, total in re.findall(r"(\d+) of (\d+) \(", words):
        assert number != total
    if count(selection.apply(tables)) == 1:
        assert "; " not in words.split(". ")[0]


def test_shares_are_rounded_half_up(english):
    assert english.percent(4, 32) == "13%"
    assert english.percent(12, 32) == "38%"


def test_a_share_is_said_with_both_numbers(english):
    assert share_of(english, 12, 38) == "12 of 38 (32%)"
    assert share_of(language("es"), 12, 38) == "12 de 38 (32\u00a0%)"
    assert share_of(english, 13, 13) == "13"


def test_no_finding_ranks_countries(tables, english):
    sizes, region = plan_sizes(tables), matrix(tables, Selection())
    words = [said(tables, Selection())]
    words += [plain(in_words(english, findings.of_one_plan(region, sizes, plan))) for plan in PLANS]
    assert not re.search(r"\b(best|worst|better|worse|leader|ahead|behind|rank)", " ".join(words))
    assert all(country_name(english, plan) for plan in PLANS)
