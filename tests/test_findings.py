import re

import pytest
from hypothesis import given

from mirps_data import findings
from mirps_data.counts import ALL_AREAS, ALL_COUNTRIES, count, count_by_country_and_area
from mirps_data.language import language
from mirps_data.selection import Selection
from tests.test_selection import selections


@pytest.fixture(scope="module")
def counts(commitments):
    return count_by_country_and_area(commitments)


def headline(commitments, say, selection):
    counted = count_by_country_and_area(selection.apply(commitments), selection.countries, selection.areas)
    return findings.headline(say, counted, selection)


@pytest.mark.parametrize(
    ("code", "selection", "words"),
    [
        ("en", Selection(), "Seven countries list 229 commitments; more than half concern protection"),
        ("es", Selection(), "Siete países enumeran 229 compromisos; más de la mitad se refieren a protección"),
        ("en", Selection(("MEX",)), "Mexico lists 38 commitments; half concern protection"),
        ("en", Selection((), ("health",)), "Four of seven countries list 13 commitments on health"),
        ("en", Selection(("GTM",), ("health",)), "Guatemala lists 1 commitment on health"),
        ("en", Selection(("HND",), ("health",)), "No commitments by Honduras on health"),
        ("es", Selection(("MEX", "PAN"), ("health",)), "Dos países enumeran 5 compromisos sobre salud"),
    ],
)
def test_the_headline_is_computed(commitments, code, selection, words):
    assert findings.plain(headline(commitments, language(code), selection)) == words


@given(selections)
def test_every_count_in_a_headline_opens_as_many_commitments_as_it_says(commitments, selection):
    for part in headline(commitments, language("en"), selection):
        if isinstance(part, findings.Count) and (number := re.match(r"[\d,]+", part.words)):
            assert int(number[0].replace(",", "")) == count(part.selection.apply(commitments))


@pytest.mark.parametrize("iso3", ALL_COUNTRIES)
def test_what_a_country_alone_does_opens_as_many_commitments_as_it_says(commitments, counts, say, iso3):
    for part in findings.what_it_alone_does(say, counts, iso3):
        if isinstance(part, findings.Count):
            assert int(re.match(r"\d+", part.words)[0]) == count(part.selection.apply(commitments))


def test_an_area_that_one_country_alone_covers_is_named(counts, english):
    alone = counts.copy()
    alone.loc[[iso3 for iso3 in ALL_COUNTRIES if iso3 != "MEX"], "health"] = 0
    assert (
        findings.plain(findings.what_it_alone_does(english, alone, "MEX")) == "Only Mexico lists commitments on health."
    )


@pytest.mark.parametrize("iso3", ALL_COUNTRIES)
def test_what_a_country_does_not_cover_is_exactly_its_zeros(counts, english, iso3):
    sentence = findings.not_covered(english, counts, iso3)
    for area in ALL_AREAS:
        # "protection" is also the end of "social protection"
        named = re.search(rf"(?<!social ){findings.area_name(english, area)}", sentence) is not None
        assert named == (counts.loc[iso3, area] == 0)


def test_the_gaps_name_who_lists_nothing(counts, english):
    assert findings.gaps(english, counts) == (
        "Nothing on social protection: Belize, El Salvador, Guatemala and Honduras.",
        "Nothing on health: Belize, Costa Rica and Honduras.",
    )
    assert findings.gaps(english, counts[["protection"]]) == ()


@given(selections)
def test_a_comparison_opens_as_many_commitments_as_it_says(commitments, selection):
    counted = count_by_country_and_area(selection.apply(commitments), selection.countries, selection.areas)
    plans = count_by_country_and_area(commitments).sum(axis="columns")
    for part in findings.comparison(language("es"), counted, plans, selection):
        if isinstance(part, findings.Count):
            assert int(re.match(r"\d+", part.words)[0]) == count(part.selection.apply(commitments))


def test_a_comparison_names_the_largest_difference_and_what_only_one_does(commitments, english, counts):
    selection = Selection(("HND", "SLV"))
    said = findings.plain(
        findings.comparison(english, counts.loc[["SLV", "HND"]], counts.sum(axis="columns"), selection)
    )
    assert said == (
        "The plans differ most on protection: 38 of 43 (88%) in Honduras, 27 of 49 (55%) in El Salvador. "
        "Only El Salvador lists commitments on health."
    )


def test_a_share_is_said_with_both_numbers(english):
    assert findings.share_of(english, 12, 38) == "12 of 38 (32%)"
    assert findings.share_of(language("es"), 12, 38) == "12 de 38 (32\u00a0%)"


@pytest.mark.parametrize("area", ALL_AREAS)
def test_an_area_s_chart_says_the_widest_difference(counts, say, area):
    assert findings.area_shares(say, counts, area)


def test_no_finding_ranks_countries(commitments, counts, english):
    said = [findings.plain(headline(commitments, english, Selection())), *findings.gaps(english, counts)]
    said += [findings.plain(findings.what_it_alone_does(english, counts, iso3)) for iso3 in ALL_COUNTRIES]
    assert not re.search(r"\b(best|worst|better|worse|leader|ahead|behind|rank)", " ".join(said))
