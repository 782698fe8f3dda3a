"""What is chosen to be seen: the one meaning of a filter, for the interface, the data routes and every export."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

import pandas as pd

from mirps_data import facets
from mirps_data.facets import Facet
from mirps_data.language import Language, parts
from mirps_data.search import cleaned, mentioned
from mirps_data.store import Tables

Query = Mapping[str, Sequence[str]]  # a link's parameters, each with all its values
Codes = str | Iterable[str]
SEARCH = "q"  # the parameter of a search


@dataclass(frozen=True)
class Selection:
    """Commitments that have, of each facet, any of the chosen codes, and that a search finds; without both, all.

    `chosen` holds the facets by name with their codes, in the order of FACETS and their options and each once, so
    that equal selections are equal. Unknown facets and codes raise ValueError here; `from_query` drops them.
    `search` is what was typed (see mirps_data.search).
    """

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    search: str = ""

    def __post_init__(self) -> None:
        asked = {name: set(codes) for name, codes in self.chosen}
        if unknown := _unknown(asked):
            raise ValueError(f"unknown: {', '.join(unknown)}")
        ordered = (
            (facet.parameter, tuple(code for code in facet.codes if code in asked.get(facet.parameter, ())))
            for facet in facets.FACETS
        )
        object.__setattr__(self, "chosen", tuple((name, codes) for name, codes in ordered if codes))
        object.__setattr__(self, "search", cleaned(self.search))

    @classmethod
    def of(cls, search: str = "", **codes: Codes) -> Self:
        """The selection of a code, or of several, for each facet named: `Selection.of(country="MEX")`."""
        return cls(tuple((name, _several(asked)) for name, asked in codes.items()), search)

    @classmethod
    def from_query(cls, query: Query) -> Self:
        """The selection that a link's parameters name; what is unknown is left out, never raised."""
        known = ((facet.parameter, filter(None, map(facet.known, _asked(query, facet)))) for facet in facets.FACETS)
        return cls(tuple((name, tuple(codes)) for name, codes in known), "".join(values(query, SEARCH)[:1]))

    def to_query(self) -> dict[str, list[str]]:
        """The parameters of a link to this selection: `from_query(to_query(s)) == s`."""
        return {name: list(codes) for name, codes in self.chosen} | ({SEARCH: [self.search]} if self.search else {})

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes chosen of a facet; none where all are."""
        return dict(self.chosen).get(name, ())

    def shown(self, facet: Facet) -> tuple[str, ...]:
        """The codes of a facet that this selection can hold: the chosen ones, else all."""
        return self.codes(facet.parameter) or facet.codes

    def apply(self, tables: Tables) -> pd.DataFrame:
        """The rows of the commitments that are selected, as they are; a search puts the best match first."""
        commitments = tables.commitments
        places = tables.index.places(self.search) if self.search else None
        if places is not None:
            commitments = commitments.iloc[places]
        for name, codes in self.chosen:
            commitments = commitments[facets.facet(name).holds(commitments, codes)]
        return commitments

    def narrowed(self, **codes: Codes) -> Self:
        """This selection with other codes of the facets named; with none of a facet, all of it."""
        return replace(
            self, chosen=tuple((dict(self.chosen) | {name: _several(c) for name, c in codes.items()}).items())
        )

    def without(self, *names: str) -> Self:
        """This selection with all of these facets."""
        return self.narrowed(**dict.fromkeys(names, ()))

    def without_search(self) -> Self:
        """This selection without what was typed."""
        return replace(self, search="")

    def toggled(self, name: str, code: str) -> Self:
        """This selection with a code of a facet added, or taken away if it is there."""
        return self.narrowed(**{name: tuple({*self.codes(name)} ^ {code})})

    def is_narrowed_beyond(self, *names: str) -> bool:
        """Whether anything but these facets leaves commitments out."""
        return bool(self.without(*names))

    def sentence(self, say: Language, count: int) -> str:
        """What is selected, in words: `14 commitments in Mexico's plan under Health that mention “children”`."""
        return say.plural("{number} commitment", "{number} commitments", count) + self.scope(say, count)

    def scope(self, say: Language, count: int) -> str:
        """The words that follow the number: ` in Mexico's plan under Health`; empty if all is selected."""
        return "".join(map(str, self.scope_parts(say, count)))

    def scope_parts(self, say: Language, count: int) -> tuple["str | Part", ...]:
        """The scope in pieces: words that agree with the number, and the values that can be taken away one by one."""
        pieces: list[str | Part] = []
        for name, codes in self.chosen:
            facet = facets.facet(name)
            items = [
                Part(label, self.toggled(name, code))
                for code, label in zip(codes, self.labels(say, facet), strict=True)
            ]
            pieces += _filled(say, say.template(facet.scope_one if len(codes) == 1 else facet.scope_many), items, facet)
        if self.search:
            searched = Part(self.searched(say), self.without_search())
            pieces += parts(self._match(say, count), values=searched)
        return tuple(pieces)

    def labels(self, say: Language, facet: Facet) -> list[str]:
        """The names of the codes chosen of a facet."""
        return [facet.option(code).label(say.code) for code in self.codes(facet.parameter)]

    def searched(self, say: Language) -> str:
        """What was typed, in quotation marks: once, where it is a phrase already quoted."""
        return say("“{words}”", words=mentioned(self.search) or self.search)

    def found_by(self, say: Language) -> str:
        """What the search says of one text: `mentions “children”`, `matches the search “…”`."""
        template = (
            say.template("mentions {values}") if mentioned(self.search) else say.template("matches the search {values}")
        )
        return template.replace("{values}", self.searched(say))

    def _match(self, say: Language, count: int) -> str:
        """A text mentions a word or a phrase; anything more is a search that it matches. Of no text, it would."""
        if mentioned(self.search):
            if not count:
                return say.template(" mentioning {values}")
            return say.plural_template(" that mentions {values}", " that mention {values}", count)
        if not count:
            return say.template(" matching the search {values}")
        return say.plural_template(" that matches the search {values}", " that match the search {values}", count)

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


def unknown_values(query: Query) -> list[str]:
    """The values in a link that name nothing we know, to be said politely."""
    return [asked for facet in facets.FACETS for asked in _asked(query, facet) if facet.known(asked) is None]


def values(query: Query, name: str) -> list[str]:
    """All the values of a parameter, none if it is absent."""
    value = query.get(name, [])
    found = [value] if isinstance(value, str) else value if isinstance(value, Sequence) else []
    return [each for each in found if isinstance(each, str)]


def _filled(say: Language, template: str, items: Sequence[Part], facet: Facet) -> tuple[str | Part, ...]:
    """A template with the items in its place, joined by commas and “and” or “or”."""
    places = [f"{{{index}}}" for index in range(len(items))]
    joined = say.all_of(places) if facet.is_joined_by_and else say.any_of(places)
    return parts(template.replace("{values}", joined), **{str(index): item for index, item in enumerate(items)})


def _several(codes: Codes) -> tuple[str, ...]:
    return (codes,) if isinstance(codes, str) else tuple(codes)


def _asked(query: Query, facet: Facet) -> list[str]:
    return [value.strip() for value in values(query, facet.parameter) if value.strip()]


def _unknown(asked: Mapping[str, Iterable[str]]) -> list[str]:
    known = {facet.parameter: facet.codes for facet in facets.FACETS}
    return sorted(
        {name for name in asked if name not in known}
        | {code for name, codes in asked.items() for code in codes if code not in known.get(name, codes)}
    )
