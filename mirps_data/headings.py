"""What a plan document names: its table of contents, the headings of its plans and of their focus areas."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from mirps_data.lines import DocumentError, Line
from mirps_data.reference import COUNTRIES, FOCUS_AREAS, Country, FocusArea

_PLAN = re.compile(r"MIRPS NATIONAL ACTION PLAN (?:IN|FOR|OF) (.+)")
_PLAN_BEGUN = re.compile(r"MIRPS NATIONAL ACTION PLAN(?: IN| FOR| OF)?")
_CONTENTS = re.compile(r"National Plan in (.+?)[\s.]+(\d{1,6})", re.IGNORECASE)
_NOT_AN_AREA = {"FOCUS AREAS:", "COMMITMENTS BY COUNTRY"}
_SPANISH = re.compile(r"\b(?:COMPROMISOS?|PLAN(?:ES)? NACIONAL(?:ES)?|PLAN(?:ES)? DE ACCION|PROTECCION|EDUCACION)\b")


@dataclass(frozen=True)
class ContentsEntry:
    """A plan in the table of contents: the line that names it, and the page on which it begins."""

    line: int
    page: int


def headings_joined(lines: list[Line]) -> Iterator[tuple[Line, str]]:
    """Each line with its heading in capitals, or nothing; a heading split over two lines counts as one."""
    rest = iter(range(len(lines)))
    for index in rest:
        line = lines[index]
        after = lines[index + 1] if index + 1 < len(lines) else None
        if line.mark or not line.text:
            yield line, ""
        elif after and after.text and _is_begun(line, after):
            next(rest)
            yield line, f"{line.bare} {after.bare}".upper()
        else:
            yield line, line.bare.upper() if _is_heading(line) else ""


def _is_begun(line: Line, after: Line) -> bool:
    """Whether a heading begins on a line and ends on the next."""
    both = Line(line.number, f"{line.text} {after.text}", line.indentation, line.page_break)
    return (_is_heading(both) and is_known_heading(both.bare)) or bool(_PLAN_BEGUN.fullmatch(line.bare.upper()))


def _is_heading(line: Line) -> bool:
    words = line.bare.upper()
    return line.is_bold or line.is_capitals or is_front_heading(words) or bool(_PLAN.fullmatch(words))


def is_front_heading(heading: str) -> bool:
    """Whether a heading stands over focus areas or countries, and names none."""
    return heading in _NOT_AN_AREA


def is_known_heading(text: str) -> bool:
    """Whether a text names the plan of a country, or a focus area."""
    plan = _PLAN.fullmatch(text.upper())
    return area_named(text) is not None or (plan is not None and _country_named(plan[1]) is not None)


def plan_of(line: Line, heading: str) -> Country | None:
    """The country whose plan a heading begins. Raises DocumentError if that country isn't known."""
    plan = _PLAN.fullmatch(heading)
    return _known_country(line, plan[1]) if plan else None


def plan_headings(lines: list[Line]) -> dict[Country, Line]:
    """The line on which each country's plan begins. Raises DocumentError at a second plan of a country."""
    headings: dict[Country, Line] = {}
    for line, heading in headings_joined(lines):
        if country := plan_of(line, heading):
            if country in headings:
                raise DocumentError(
                    line.number,
                    f"a second plan of {country.name}; the first begins on line {headings[country].number}: "
                    "keep one of the two headings",
                )
            headings[country] = line
    return headings


def table_of_contents(lines: list[Line]) -> dict[Country, ContentsEntry]:
    """Each country's entry in the table of contents. Raises DocumentError if a page doesn't follow the one above."""
    contents: dict[Country, ContentsEntry] = {}
    last = 0
    for line in lines:
        if match := _CONTENTS.fullmatch(line.bare):
            country, page = _known_country(line, match[1]), int(match[2])
            if country in contents:
                raise DocumentError(line.number, f"the table of contents names {country.name} twice; keep one line")
            if page <= last:
                raise DocumentError(line.number, f"page {page} does not follow page {last} above; mend the page")
            contents[country], last = ContentsEntry(line.number, page), page
    return contents


def pages_of_plans(contents: dict[Country, ContentsEntry]) -> dict[Country, str]:
    """The pages of each plan, open-ended for the last: `18-20`, `21-`."""
    starts = [entry.page for entry in contents.values()]
    ends = [str(start - 1) for start in starts[1:]] + [""]
    return {country: f"{start}-{end}" for country, start, end in zip(contents, starts, ends, strict=True)}


def check_contents(contents: dict[Country, ContentsEntry], headings: dict[Country, Line]) -> None:
    """Raises DocumentError if a plan has a line in the table of contents and no heading, or the other way round."""
    for country, entry in contents.items():
        if country not in headings:
            raise DocumentError(
                entry.line,
                f"the table of contents names the plan of {country.name}, and its heading is missing; "
                f"put “MIRPS NATIONAL ACTION PLAN IN {country.name.upper()}” before the plan",
            )
    for country, line in headings.items():
        if country not in contents:
            raise DocumentError(
                line.number,
                f"the table of contents does not name the plan of {country.name} that begins here; "
                f"add “National Plan in {country.name}” and its page to the contents",
            )


def check_english(lines: list[Line]) -> None:
    """Raises DocumentError at the first line that says in Spanish what an English document says in English."""
    for line in lines:
        if _SPANISH.search(_plain(line.text)):
            raise DocumentError(
                line.number, f"“{line.short}” is Spanish; only the English text of the plans can be read, so give that"
            )


def area_named(heading: str) -> FocusArea | None:
    """The focus area that a heading names, however it is printed."""
    return next((area for area in FOCUS_AREAS if _plain(heading) == _plain(area.name)), None)


def _country_named(name: str) -> Country | None:
    return next((country for country in COUNTRIES if _plain(name) in map(_plain, country.names)), None)


def _known_country(line: Line, name: str) -> Country:
    country = _country_named(name)
    if country is None:
        known = ", ".join(country.name for country in COUNTRIES)
        raise DocumentError(line.number, f"unknown country “{name}”; known are {known}")
    return country


def _plain(text: str) -> str:
    """Capitals without accents, singular: what stays the same however a heading is printed."""
    decomposed = unicodedata.normalize("NFKD", text.upper())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"\b(JOB|LIVELIHOOD)S\b", r"\1", letters)
