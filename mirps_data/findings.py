"""What the counts say, in sentences computed from them.

A sentence is made of words and of counts; a count knows the selection that it counts, so that whoever shows the
sentence can open exactly those commitments. No sentence calls a country better or worse: plans differ in length.
Counted tables are those of mirps_data.counts: a row a country, a column a focus area.
"""

from dataclasses import dataclass

import pandas as pd

from mirps_data.counts import regional_comparison, shares
from mirps_data.language import Language, parts
from mirps_data.reference import AREA_BY_CODE, COUNTRY_BY_ISO3
from mirps_data.selection import Selection


@dataclass(frozen=True)
class Count:
    """Words that count something, and the selection of exactly the commitments counted."""

    words: str
    selection: Selection

    def __str__(self) -> str:
        return self.words


Sentence = tuple[str | Count, ...]


def plain(sentence: Sentence) -> str:
    """The sentence as words alone."""
    return "".join(map(str, sentence))


def caution(say: Language) -> str:
    """What must stand beside the first count: counts are not ambition."""
    return say(
        "Plans differ in length and detail: a count says how many commitments a plan lists, not how much they weigh."
    )


def commitments_counted(say: Language, number: int, selection: Selection) -> Count:
    """`229 commitments`, opening them."""
    return Count(say.plural("{number} commitment", "{number} commitments", number), selection)


def headline(say: Language, counts: pd.DataFrame, selection: Selection) -> Sentence:
    """`Seven countries list 229 commitments; more than half concern protection`, for the counts of a selection."""
    by_area = counts.sum()
    total = int(by_area.sum())
    if total == 0:
        return (say("No commitments") + selection.scope(say, 0),)
    listing = counts.index[counts.sum(axis="columns") > 0]
    values: dict[str, str | Count] = {
        "countries": _subject(say, list(listing), len(counts)),
        "commitments": commitments_counted(say, total, selection),
    }
    if len(counts.columns) == 1:
        template = say.plural_template(
            "{countries} lists {commitments} on {area}", "{countries} list {commitments} on {area}", len(listing)
        )
        return parts(template, area=area_name(say, counts.columns[0]), **values)
    largest = str(by_area.idxmax())
    words = say(
        "{share} concern {area}", share=_share_in_words(say, int(by_area.max()), total), area=area_name(say, largest)
    )
    template = say.plural_template(
        "{countries} lists {commitments}; {largest}", "{countries} list {commitments}; {largest}", len(listing)
    )
    return parts(template, largest=Count(words, selection.with_only(area=largest)), **values)


def gaps(say: Language, counts: pd.DataFrame) -> tuple[str, ...]:
    """Who lists nothing on what, one sentence a focus area."""
    sentences = []
    for area in counts.columns:
        without = [country_name(say, iso3) for iso3 in counts.index[counts[area] == 0]]
        if without:
            sentences.append(
                say("Nothing on {area}: {countries}.", area=area_name(say, area), countries=say.all_of(without))
            )
    return tuple(sentences)


def what_it_alone_does(say: Language, counts: pd.DataFrame, iso3: str) -> Sentence:
    """What sets a country's plan apart among all the plans: areas it alone covers, or where its share is largest."""
    name = country_name(say, iso3)
    alone = [area for area in counts.columns if counts.loc[iso3, area] > 0 and (counts[area] > 0).sum() == 1]
    if alone:
        areas = say.all_of(area_name(say, area) for area in alone)
        return (say("Only {country} lists commitments on {areas}.", country=name, areas=areas),)
    opening = say("Other plans too list commitments on every focus area that {country} covers.", country=name)
    by_share = shares(counts)
    leads = [area for area in counts.columns if _leads(by_share[area], iso3)]
    if not leads:
        return (opening,)
    lead = say("No other plan gives so large a share to")
    spoken: Sentence = (f"{opening} {lead} ",)
    for index, area in enumerate(leads):
        spoken += ("; " if index else "", f"{area_name(say, area)}: ", share_counted(say, counts, iso3, area))
    return (*spoken, ".")


def share_counted(say: Language, counts: pd.DataFrame, iso3: str, area: str) -> Count:
    """`12 of 38 (32%)` of a country's plan, opening the twelve."""
    number, total = int(counts.loc[iso3, area]), int(counts.loc[iso3].sum())
    return Count(share_of(say, number, total), Selection((iso3,), (area,)))


def share_of(say: Language, number: int, total: int) -> str:
    """`12 of 38 (32%)`."""
    if total == 0:
        return say.number(number)
    return say(
        "{number} of {total} ({percent})",
        number=say.number(number),
        total=say.number(total),
        percent=say.percent(number / total),
    )


def not_covered(say: Language, counts: pd.DataFrame, iso3: str) -> str:
    """`It lists nothing on social protection or health.`, or that it covers every focus area."""
    missing = [area_name(say, area) for area in counts.columns if counts.loc[iso3, area] == 0]
    if not missing:
        return say("It covers all the focus areas.")
    return say("It lists nothing on {areas}.", areas=say.any_of(missing))


def country_shares(say: Language, counts: pd.DataFrame, iso3: str) -> str:
    """`Protection: 50% of Mexico's plan, 57% of all the plans`, on the area with the most commitments."""
    beside = regional_comparison(counts, iso3)
    largest = str(beside["share"].idxmax())
    return say(
        "{area}: {share} of {country}'s plan, {region_share} of all the plans",
        area=_capitalised(area_name(say, largest)),
        share=say.percent(beside.loc[largest, "share"]),
        country=country_name(say, iso3),
        region_share=say.percent(beside.loc[largest, "region_share"]),
    )


def area_shares(say: Language, counts: pd.DataFrame, area: str) -> str:
    """`From 30% of Costa Rica's plan to none of Belize's`: the widest difference between plans, without a ranking."""
    by_share = shares(counts)[area]
    most, least = str(by_share.idxmax()), str(by_share.idxmin())
    if by_share[most] == 0:
        return say("No plan lists anything on {area}", area=area_name(say, area))
    spread = {"country": country_name(say, most), "share": say.percent(by_share[most])}
    if by_share[least] == 0:
        return say("From none of some plans to {share} of {country}'s", **spread)
    return say(
        "From {least} of {other}'s plan to {share} of {country}'s",
        least=say.percent(by_share[least]),
        other=country_name(say, least),
        **spread,
    )


def comparison(say: Language, counts: pd.DataFrame, plans: pd.Series, selection: Selection) -> Sentence:
    """Where the compared plans differ most, by share of each plan, and what only one of them does.

    Takes the counts of the selection and the number of commitments in each whole plan, by ISO3.
    """
    by_share = counts.div(plans[counts.index].where(plans > 0, 1), axis="index")
    spread = by_share.max() - by_share.min()
    spoken: Sentence = ()
    if spread.max() > 0:
        area = str(spread.idxmax())
        most, least = str(by_share[area].idxmax()), str(by_share[area].idxmin())
        spoken = parts(
            say.template("The plans differ most on {area}: {most} in {country}, {least} in {other}."),
            area=area_name(say, area),
            most=_of_plan(say, counts.loc[most, area], plans[most], selection.with_only(country=most, area=area)),
            country=country_name(say, most),
            least=_of_plan(say, counts.loc[least, area], plans[least], selection.with_only(country=least, area=area)),
            other=country_name(say, least),
        )
    for area in counts.columns:
        listing = counts.index[counts[area] > 0]
        if len(listing) == 1:
            names = {"country": country_name(say, listing[0]), "areas": area_name(say, area)}
            spoken += (" ", say("Only {country} lists commitments on {areas}.", **names))
    return spoken


def _of_plan(say: Language, number: int, plan: int, selection: Selection) -> str | Count:
    return Count(share_of(say, int(number), int(plan)), selection) if number else say("none")


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
        "That the first and the last figure agree is a coincidence: declared and listed differ in both directions, as "
        "the table shows."
    )
    return (*sentence, " ", coincidence)


def country_name(say: Language, iso3: str) -> str:
    """The country's name in the language."""
    return COUNTRY_BY_ISO3[iso3].label(say.code)


def area_name(say: Language, code: str) -> str:
    """The focus area's name as it stands within a sentence."""
    return AREA_BY_CODE[code].label(say.code).lower()


def _subject(say: Language, countries: list[str], among: int) -> str:
    """Who lists: `Mexico`, `Seven countries`, `Three of seven countries`."""
    if len(countries) == 1:
        return country_name(say, countries[0])
    if len(countries) == among:
        return _capitalised(say("{count} countries", count=_in_words(say, among)))
    return _capitalised(
        say("{count} of {among} countries", count=_in_words(say, len(countries)), among=_in_words(say, among))
    )


def _leads(by_country: pd.Series, iso3: str) -> bool:
    return by_country[iso3] > by_country.drop(iso3).max() if len(by_country) > 1 else False


def _in_words(say: Language, number: int) -> str:
    words = {
        2: say("two"),
        3: say("three"),
        4: say("four"),
        5: say("five"),
        6: say("six"),
        7: say("seven"),
        8: say("eight"),
        9: say("nine"),
        10: say("ten"),
    }
    return words.get(number, say.number(number))


def _share_in_words(say: Language, number: int, total: int) -> str:
    """A part of a total as one would say it: `more than half`, or `3 of 10`."""
    share = number / total
    if share in (1, 1 / 2):
        return say("all") if share == 1 else say("half")
    rest = say("{number} of {total}", number=say.number(number), total=say.number(total))
    spoken = {2 / 3: say("more than two thirds"), 1 / 2: say("more than half"), 1 / 3: say("more than a third")}
    return next((words for least, words in spoken.items() if share > least), rest)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
