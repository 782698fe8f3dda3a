"""Sentences with counts in them, and how they name plans, areas, shares and numbers."""

from dataclasses import dataclass

from mirps_data.facets import AREA
from mirps_data.language import Language
from mirps_data.reference import AREA_BY_CODE, COUNTRY_BY_ISO3
from mirps_data.selection import Selection

FEW = 3  # as many plans are named; more are counted


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


def commitments_counted(say: Language, number: int, selection: Selection) -> Count:
    """`229 commitments`, opening them."""
    return Count(say.plural("{number} commitment", "{number} commitments", number), selection)


def share_of(say: Language, number: int, total: int) -> str:
    """`12 of 38 (32%)`; the number alone where it is all of them."""
    if number == total:
        return say.number(number)
    return say(
        "{number} of {total} ({percent})",
        number=say.number(number),
        total=say.number(total),
        percent=say.percent(number, total),
    )


def country_name(say: Language, iso3: str) -> str:
    """The country's name in the language."""
    return COUNTRY_BY_ISO3[iso3].label(say.code)


def area_name(say: Language, code: str) -> str:
    """The focus area's name, as the heading has it."""
    return AREA_BY_CODE[code].label(say.code)


def plans_named(say: Language, plans: tuple[str, ...]) -> str:
    """`Mexico's plan`, `The plans of Mexico and Panama`."""
    names = say.all_of(country_name(say, iso3) for iso3 in plans)
    if len(plans) == 1:
        return say("{country}'s plan", country=names)
    return say("The plans of {countries}", countries=names)


def areas_named(say: Language, areas: tuple[str, ...]) -> str:
    """`every focus area`, or the areas by name."""
    if len(areas) == len(AREA.codes):
        return say("every focus area")
    return say.all_of(area_name(say, area) for area in areas)


def few_or_several(say: Language, plans: tuple[str, ...]) -> str:
    """The countries of one or two plans; of more, that they are several."""
    return say.all_of(country_name(say, iso3) for iso3 in plans) if len(plans) < FEW else say("several plans")


def number_in_words(say: Language, number: int) -> str:
    """A small number as a word."""
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


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
