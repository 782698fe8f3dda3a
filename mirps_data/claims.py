"""Claims: statements about what is selected, whose figures are data and whose words are made from them.

Which claims hold is for mirps_data.findings to say. No sentence calls a country better or worse.
"""

from dataclasses import dataclass
from typing import Protocol

from mirps_data.facets import COUNTRY
from mirps_data.language import Language, parts
from mirps_data.selection import Selection
from mirps_data.sentences import (
    FEW,
    Count,
    Sentence,
    area_name,
    areas_named,
    capitalised,
    commitments_counted,
    country_name,
    number_in_words,
    plans_named,
)


class Claim(Protocol):
    """A statement whose figures are data; its words are made from them."""

    def sentence(self, say: Language) -> Sentence: ...  # noqa: D102


def in_words(say: Language, claims: tuple[Claim, ...]) -> Sentence:
    """Several claims as one paragraph."""
    spoken: Sentence = ()
    for claim in claims:
        spoken += (" ", *claim.sentence(say)) if spoken else claim.sentence(say)
    return spoken


@dataclass(frozen=True)
class Listed:
    """How many commitments are selected (`number`), in which plans (`plans`) of those looked at (`among`)."""

    selection: Selection
    number: int
    plans: tuple[str, ...]
    among: tuple[str, ...]

    def sentence(self, say: Language) -> Sentence:
        """`Four of the seven plans list 13 commitments under Health`."""
        template = say.plural_template(
            "{plans} lists {commitments}{scope}", "{plans} list {commitments}{scope}", len(self.plans)
        )
        return parts(
            template,
            plans=self._subject(say),
            commitments=commitments_counted(say, self.number, self.selection),
            scope=self.selection.without(COUNTRY.parameter).scope(say, self.number),
        )

    def _subject(self, say: Language) -> str:
        if len(self.plans) <= FEW:
            return plans_named(say, self.plans)
        number, among = number_in_words(say, len(self.plans)), number_in_words(say, len(self.among))
        if len(self.plans) == len(self.among):
            return say("The plans of {number} countries", number=number)
        return capitalised(say("{number} of the {among} plans", number=number, among=among))


@dataclass(frozen=True)
class Nothing:
    """That nothing is selected."""

    selection: Selection

    def sentence(self, say: Language) -> Sentence:
        """`No commitment in Panama's plan mentions “x”`, or that there is none under a heading."""
        scope = self.selection.without_search().scope(say, 1)
        if not self.selection.search:
            return (say("There is no commitment{scope}", scope=scope),)
        found = self.selection.found_by(say)
        return (say("No commitment{scope} {found}", scope=scope, found=found),)


@dataclass(frozen=True)
class Largest:
    """The focus areas with the most of what is selected: one, or two close together, each with its number."""

    selection: Selection
    areas: tuple[tuple[str, int], ...]
    total: int

    def sentence(self, say: Language) -> Sentence:
        """`the largest area is Protection with 131 (57%)`."""
        (first, number), *others = self.areas
        if number == self.total:
            template = say.template("each of them stands under {area}")
            return parts(template, area=Count(area_name(say, first), self._opens(first)))
        if not others:
            template = say.template("the largest area is {area} with {number}")
            return parts(template, area=area_name(say, first), number=self._counted(say, first, number))
        (second, less), *_ = others
        template = say.template("the largest areas are {area} with {number} and {second} with {less}")
        return parts(
            template,
            area=area_name(say, first),
            number=self._counted(say, first, number),
            second=area_name(say, second),
            less=self._counted(say, second, less),
        )

    def _counted(self, say: Language, area: str, number: int) -> Count:
        words = say("{number} ({percent})", number=say.number(number), percent=say.percent(number, self.total))
        return Count(words, self._opens(area))

    def _opens(self, area: str) -> Selection:
        return self.selection.narrowed(area=area)


@dataclass(frozen=True)
class Gap:
    """The plans, among those looked at, that list nothing under the heading of a focus area."""

    area: str
    plans: tuple[str, ...]

    def sentence(self, say: Language) -> Sentence:
        """`Nothing under Health: Belize, Costa Rica and Honduras.`."""
        countries = say.all_of(country_name(say, iso3) for iso3 in self.plans)
        return (say("Nothing under {area}: {countries}.", area=area_name(say, self.area), countries=countries),)


@dataclass(frozen=True)
class NoneOfThese:
    """The focus areas that none of the selected commitments stands under; others of the plans may."""

    number: int
    areas: tuple[str, ...]

    def sentence(self, say: Language) -> Sentence:
        """`None of these 19 commitments stands under Education or Health.`."""
        areas = say.none_of([area_name(say, area) for area in self.areas])
        return (
            say(
                "None of these {number} commitments stands under {areas}.", number=say.number(self.number), areas=areas
            ),
        )


@dataclass(frozen=True)
class EverythingCovered:
    """That each of these plans lists something under each of these focus areas."""

    plans: tuple[str, ...]
    areas: tuple[str, ...]

    def sentence(self, say: Language) -> Sentence:
        """`Every plan lists commitments under every focus area.`."""
        areas = areas_named(say, self.areas)
        if len(self.plans) == 1:
            country = country_name(say, self.plans[0])
            return (say("{country}'s plan lists commitments under {areas}.", country=country, areas=areas),)
        if len(self.plans) == len(COUNTRY.codes):
            return (say("Every plan lists commitments under {areas}.", areas=areas),)
        return (say("Each of these plans lists commitments under {areas}.", areas=areas),)


@dataclass(frozen=True)
class Missing:
    """The focus areas under whose heading a plan lists nothing."""

    plan: str
    areas: tuple[str, ...]

    def sentence(self, say: Language) -> Sentence:
        """`Honduras's plan lists nothing under Social protection or Health.`."""
        areas = say.none_of([area_name(say, area) for area in self.areas])
        return (
            say("{country}'s plan lists nothing under {areas}.", country=country_name(say, self.plan), areas=areas),
        )


@dataclass(frozen=True)
class OnlyPlan:
    """The focus areas that one plan alone lists something under, among those looked at."""

    plan: str
    areas: tuple[str, ...]
    among: tuple[str, ...]

    def sentence(self, say: Language) -> Sentence:
        """`Of these plans, only Costa Rica's lists commitments under Social protection.`."""
        names = {
            "country": country_name(say, self.plan),
            "areas": say.all_of(area_name(say, area) for area in self.areas),
        }
        if len(self.among) == len(COUNTRY.codes):
            return (say("Only {country}'s plan lists commitments under {areas}.", **names),)
        return (say("Of these plans, only {country}'s lists commitments under {areas}.", **names),)
