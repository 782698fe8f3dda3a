"""What is chosen to be seen: the one meaning of a filter, for the interface, the data routes and every export."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

import pandas as pd

from mirps_data.language import Language, parts
from mirps_data.reference import AREA_BY_CODE, COUNTRY_BY_ISO3
from mirps_data.search import cleaned, index_of

Query = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Selection:
    """Commitments by any of some countries, on any of some focus areas, that match a search; empty means all.

    `search` is what was typed (see mirps_data.search).
    `countries` holds ISO 3166-1 alpha-3 codes, `areas` the codes of focus areas; both in the order of the data and
    each code once, so that equal selections are equal. Unknown codes raise ValueError here; `from_query` drops them.
    """

    countries: tuple[str, ...] = field(default=())
    areas: tuple[str, ...] = field(default=())
    search: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "countries", _in_order(self.countries, COUNTRY_BY_ISO3))
        object.__setattr__(self, "areas", _in_order(self.areas, AREA_BY_CODE))
        object.__setattr__(self, "search", cleaned(self.search))

    @classmethod
    def from_query(cls, query: Query) -> Self:
        """The selection that a link's parameters name; what is unknown is left out, never raised."""
        return cls(
            countries=tuple(code for code in _codes(query, "country") if code in COUNTRY_BY_ISO3),
            areas=tuple(code for code in _codes(query, "area") if code in AREA_BY_CODE),
            search="".join(values(query, "q")[:1]),
        )

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of a link to this selection: `from_query(to_query(s)) == s`."""
        query = {"country": list(self.countries), "area": list(self.areas), "q": [self.search] if self.search else []}
        return {name: values for name, values in query.items() if values}

    def apply(self, table: pd.DataFrame) -> pd.DataFrame:
        """The rows of a table of commitments that are selected, as they are; a search puts the best match first."""
        places = index_of(table).places(self.search) if self.search else None
        if places is not None:
            table = table.iloc[places]
        chosen = pd.Series(True, index=table.index)
        if self.countries:
            chosen &= table["iso3"].isin(self.countries)
        if self.areas:
            chosen &= table["focus_area"].isin([AREA_BY_CODE[code].name for code in self.areas])
        return table[chosen]

    def with_only(self, *, country: str | None = None, area: str | None = None) -> Self:
        """This selection narrowed to one country, one focus area, or both."""
        return replace(
            self,
            countries=(country,) if country else self.countries,
            areas=(area,) if area else self.areas,
        )

    def sentence(self, say: Language, count: int) -> str:
        """What is selected, in words: `14 commitments by Mexico or Panama on protection that mention “children”`."""
        return say.plural("{number} commitment", "{number} commitments", count) + self.scope(say, count)

    def scope(self, say: Language, count: int) -> str:
        """The words that follow the number: ` by Mexico or Panama on protection`; empty if all is selected."""
        return "".join(map(str, self.scope_parts(say, count)))

    def scope_parts(self, say: Language, count: int) -> tuple["str | Part", ...]:
        """The scope in pieces: words that agree with the number, and the values that can be taken away one by one."""
        mention = say.plural_template(" that mentions {values}", " that mention {values}", count)
        countries = [
            Part(label, self.toggled(country=code))
            for code, label in zip(self.countries, self.country_labels(say), strict=True)
        ]
        areas = [
            Part(label.lower(), self.toggled(area=code))
            for code, label in zip(self.areas, self.area_labels(say), strict=True)
        ]
        searched = [Part(say("“{words}”", words=self.search), replace(self, search=""))] if self.search else []
        return (
            *_filled(say, say.template(" by {values}"), countries),
            *_filled(say, say.template(" on {values}"), areas),
            *_filled(say, mention, searched),
        )

    def toggled(self, *, country: str | None = None, area: str | None = None) -> Self:
        """This selection with a country or focus area added, or taken away if it is there."""
        return replace(
            self,
            countries=tuple({*self.countries} ^ ({country} if country else set())),
            areas=tuple({*self.areas} ^ ({area} if area else set())),
        )

    def country_labels(self, say: Language) -> list[str]:
        """The names of the selected countries."""
        return [COUNTRY_BY_ISO3[code].label(say.code) for code in self.countries]

    def area_labels(self, say: Language) -> list[str]:
        """The names of the selected focus areas."""
        return [AREA_BY_CODE[code].label(say.code) for code in self.areas]

    def __bool__(self) -> bool:
        """Whether anything is left out at all."""
        return self != type(self)()


@dataclass(frozen=True)
class Part:
    """A value in the words of a selection, and the selection without it."""

    words: str
    without: Selection

    def __str__(self) -> str:
        return self.words


def _filled(say: Language, template: str, items: Sequence[Part]) -> tuple[str | Part, ...]:
    """A template with the items in its place, joined by commas and “or”; nothing if there are none."""
    if not items:
        return ()
    joined = say.any_of([f"{{{index}}}" for index in range(len(items))])
    named = {str(index): item for index, item in enumerate(items)}
    return parts(template.replace("{values}", joined), **named)


def unknown_values(query: Query) -> list[str]:
    """The values of `country` and `area` in a link that name nothing we know, to be said politely."""
    known: dict[str, Mapping[str, object]] = {"country": COUNTRY_BY_ISO3, "area": AREA_BY_CODE}
    return [code for name, codes in known.items() for code in _codes(query, name) if code not in codes]


def values(query: Query, name: str) -> list[str]:
    """All the values of a parameter, none if it is absent."""
    value = query.get(name, [])
    found = [value] if isinstance(value, str) else value if isinstance(value, Sequence) else []
    return [each for each in found if isinstance(each, str)]


def _codes(query: Query, name: str) -> list[str]:
    fold = str.upper if name == "country" else str.lower
    return [fold(value.strip()) for value in values(query, name) if value.strip()]


def _in_order(codes: Iterable[str], known: Mapping[str, object]) -> tuple[str, ...]:
    codes = set(codes)
    if unknown := codes - set(known):
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}; known are {', '.join(known)}")
    return tuple(code for code in known if code in codes)
