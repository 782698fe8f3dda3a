"""Countries and focus areas that a search names: what its writer may have wanted to filter by."""

from mirps_data.reference import COUNTRIES, FOCUS_AREAS, Country, FocusArea
from mirps_data.search import Term, terms, without
from mirps_data.words import words_of

_RECORDS: dict[tuple[str, ...], Country | FocusArea] = {
    tuple(words_of(name)): record for record in (*COUNTRIES, *FOCUS_AREAS) for name in (record.name, record.name_es)
}
_LONGEST = max(map(len, _RECORDS))


def named_in(words: str) -> tuple[tuple[Country | FocusArea, str], ...]:
    """The countries and focus areas whose whole names a search holds, each with the search without them."""
    looked_for = terms(words)
    named: dict[Country | FocusArea, list[Term]] = {}
    first = 0
    while first < len(looked_for):
        number = next((number for number in range(_LONGEST, 0, -1) if _record(looked_for[first:][:number])), 0)
        if record := _record(looked_for[first:][:number]):
            named.setdefault(record, []).extend(looked_for[first:][:number])
        first += number or 1
    return tuple((record, without(words, *of_record)) for record, of_record in named.items())


def _record(looked_for: list[Term]) -> Country | FocusArea | None:
    """What these terms name together, all wanted and none an alternative to the one before it."""
    if any(term.is_excluded for term in looked_for) or any(term.either for term in looked_for[1:]):
        return None
    return _RECORDS.get(tuple(word for term in looked_for for word in term.folded))
