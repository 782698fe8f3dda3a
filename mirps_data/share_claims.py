"""Claims about shares of whole plans, held against each other as exact fractions."""

from dataclasses import dataclass

from mirps_data.language import Language, parts
from mirps_data.selection import Selection
from mirps_data.sentences import Count, Sentence, area_name, capitalised, country_name, few_or_several, share_of


@dataclass(frozen=True)
class LargestShare:
    """The focus areas to which no other plan gives so large a share, each with its number in a plan of `size`."""

    plan: str
    areas: tuple[tuple[str, int], ...]
    size: int

    def sentence(self, say: Language) -> Sentence:
        """`No other plan gives so large a share to Protection: 38 of 43 (88%).`."""
        spoken: list[str | Count] = [say("No other plan gives so large a share to"), " "]
        for index, (area, number) in enumerate(self.areas):
            counted = Count(share_of(say, number, self.size), Selection.of(country=self.plan, area=area))
            spoken += ["; " if index else "", f"{area_name(say, area)}: ", counted]
        return (*spoken, ".")


@dataclass(frozen=True)
class Share:
    """Plans that give the same part to an area: their codes, the number in each, and the sizes of the plans."""

    plans: tuple[str, ...]
    numbers: tuple[int, ...]
    sizes: tuple[int, ...]


@dataclass(frozen=True)
class Difference:
    """The focus area in which plans differ most by their shares, with those that give it most and least.

    `is_only_area` where no other is looked at; `counted` is how many commitments are counted where that is not all
    that the plans list, else None.
    """

    selection: Selection
    area: str
    most: Share
    least: Share
    is_only_area: bool
    counted: int | None

    def sentence(self, say: Language) -> Sentence:
        """`The plans differ most under Protection: 38 of 43 (88%) in Honduras, 27 of 49 (55%) in El Salvador.`."""
        values: dict[str, str | Count] = {
            "area": area_name(say, self.area),
            "most": self._share(say, self.most),
            "country": say.all_of(country_name(say, iso3) for iso3 in self.most.plans),
            "least": self._share(say, self.least),
            "other": say.all_of(country_name(say, iso3) for iso3 in self.least.plans),
        }
        template = (
            say.template("the plans differ under {area}: {most} in {country}, {least} in {other}.")
            if self.is_only_area
            else say.template("the plans differ most under {area}: {most} in {country}, {least} in {other}.")
        )
        if self.counted is None:
            return parts(capitalised(template), **values)
        counting = say.plural(
            "If only this commitment is counted, as a share of each whole plan,",
            "If only these {number} commitments are counted, as shares of the whole plans,",
            self.counted,
        )
        return (counting, " ", *parts(template, **values))

    def _share(self, say: Language, share: Share) -> str | Count:
        if not any(share.numbers):
            return say("none")
        if len(share.plans) > 1:
            return say.percent(share.numbers[0], share.sizes[0])
        opened = self.selection.narrowed(country=share.plans[0], area=self.area)
        return Count(share_of(say, share.numbers[0], share.sizes[0]), opened)


@dataclass(frozen=True)
class BesideRegion:
    """The focus area in which a plan differs most from all plans together: its number in each, and their sizes."""

    plan: str
    area: str
    number: int
    size: int
    region_number: int
    region_size: int

    def sentence(self, say: Language) -> Sentence:
        """`Social protection: 24% of Mexico's plan, 11% of all plans together`."""
        return (
            say(
                "{area}: {share} of {country}'s plan, {region_share} of all plans together",
                area=area_name(say, self.area),
                share=say.percent(self.number, self.size),
                country=country_name(say, self.plan),
                region_share=say.percent(self.region_number, self.region_size),
            ),
        )


@dataclass(frozen=True)
class Spread:
    """The largest and the smallest part that plans give to a focus area."""

    area: str
    most: Share
    least: Share

    def sentence(self, say: Language) -> Sentence:
        """`Between 0% (several plans) and 14% (El Salvador)`."""
        return (
            say(
                "Between {least} ({other}) and {most} ({country})",
                least=say.percent(self.least.numbers[0], self.least.sizes[0]),
                other=few_or_several(say, self.least.plans),
                most=say.percent(self.most.numbers[0], self.most.sizes[0]),
                country=few_or_several(say, self.most.plans),
            ),
        )
