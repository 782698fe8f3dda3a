"""From the lines of a document to its plans: what a line means depends on where it stands.

It stands in the front matter, on a plan's cover, in its narrative, or in a focus area. Whatever does not fit there is
an error with its line number: nothing is skipped in silence.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from mirps_data.headings import area_named, check_english, headings_joined, is_front_heading, is_known_heading, plan_of
from mirps_data.lines import DocumentError, Line, joined, known_words
from mirps_data.reference import FOCUS_AREAS, Country, FocusArea

_CARD = re.compile(r"(\d{1,6}) (TOTAL )?COMMITMENTS?")
_AREAS = ", ".join(area.name for area in FOCUS_AREAS)
_MEND = "if a commitment begins here, give it the mark “•”; if not, join it to the line above"
_WIDEST_PAGE = 200


@dataclass(frozen=True)
class Bullet:
    """A commitment as it stands in the document, with its lines."""

    lines: list[Line]
    area: FocusArea
    text: str


@dataclass
class Plan:
    """A country's plan: the counts on its cover cards (`None` is the total), its narrative, its bullets."""

    country: Country
    line: int
    declared: dict[FocusArea | None, tuple[int, int]] = field(default_factory=dict)
    narrative: list[str] = field(default_factory=list)
    bullets: list[Bullet] = field(default_factory=list)


def read_plans(lines: list[Line]) -> list[Plan]:
    """The plans of a document, in its order. Raises DocumentError at the first line that cannot be placed for sure."""
    reader = _Reader(known_words(lines))
    for line, heading in headings_joined(lines):
        reader.read(line, heading)
    reader.finish()
    if not any(plan.bullets for plan in reader.plans):
        check_english(lines)
        raise DocumentError(
            lines[-1].number,
            "the document ends without a commitment; a plan begins with the heading "
            "“MIRPS NATIONAL ACTION PLAN IN …” and lists its commitments as bullets under focus areas",
        )
    for plan in reader.plans:
        _check_areas(plan)
    _check_breaks([bullet for plan in reader.plans for bullet in plan.bullets])
    return reader.plans


class _Reader:
    """Where in the document we are, and what has been read so far."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.plans: list[Plan] = []
        self.area: FocusArea | None = None
        self.first: Line | None = None  # the first bullet of the list that is being read
        self.open: list[Line] = []  # a bullet so far, or a paragraph of the narrative
        self.after_gap = False
        self.after_page_break = False

    def read(self, line: Line, heading: str) -> None:
        """Takes in one line."""
        self.after_page_break = self.after_page_break or line.page_break
        if not line.text:
            self.after_gap = self.after_gap or not line.page_break
            return
        if country := plan_of(line, heading):
            self._begin_plan(line, country)
        elif self.plans:
            self._read_in_plan(line, heading)
        elif heading and _CARD.fullmatch(heading):
            raise DocumentError(line.number, f"“{line.bare}” stands before any plan's heading; put it after one")
        self.after_gap = self.after_page_break = False

    def finish(self) -> None:
        """Files the commitment or the paragraph that has been read, if any."""
        if not self.open:
            return
        text = joined(self.open, self.known)
        if self.area is None:
            self.plans[-1].narrative.append(text)
        elif any(map(str.isalpha, text)):
            self.plans[-1].bullets.append(Bullet(self.open, self.area, text))
        else:
            raise DocumentError(self.open[0].number, "this bullet has no text; add it or take the bullet away")
        self.open = []

    def _read_in_plan(self, line: Line, heading: str) -> None:
        if count := _CARD.fullmatch(line.bare.upper()):
            self._declare(line, int(count[1]), is_total=bool(count[2]))
        elif line.is_doubtful:
            raise DocumentError(line.number, f"“{line.short}” may begin a commitment and isn't sure to; {_MEND}")
        elif line.mark:
            self._begin_bullet(line)
        elif self._goes_on(line, heading):
            self.open.append(line)
        elif heading:
            self._begin_area(line, heading)
        else:
            self._begin_paragraph(line)

    def _goes_on(self, line: Line, heading: str) -> bool:
        """A bullet goes on in the next line, and in mid-sentence after a page break; a heading ends it.

        Capitals alone make no heading right below a bullet's words: a wrapped line may hold just an acronym.
        """
        if not self.open:
            return False
        if heading and (not self.area or self.after_gap or self.after_page_break):
            return False
        if heading and (line.is_bold or is_known_heading(heading)):
            return False
        is_mid_sentence = bool(self.area) and self.after_page_break and not line.text[0].isupper()
        return not self.after_gap or is_mid_sentence

    def _begin_plan(self, line: Line, country: Country) -> None:
        self.finish()
        self.plans.append(Plan(country, line.number))
        self.area = None

    def _begin_bullet(self, line: Line) -> None:
        self.finish()
        if self.area is None:
            raise DocumentError(
                line.number, f"a bullet outside any focus area; one of these headings must precede it: {_AREAS}"
            )
        self.first = self.first or line
        _check_alike(self.first, line)
        self.open = [line]

    def _begin_area(self, line: Line, heading: str) -> None:
        self.finish()
        if is_front_heading(heading):
            return
        self.area, self.first = area_named(heading), None
        if self.area is None:
            raise DocumentError(line.number, f"unknown heading “{heading}”; known are {_AREAS}")

    def _declare(self, line: Line, count: int, *, is_total: bool) -> None:
        self.finish()
        area = None if is_total else self.area
        if self.plans[-1].bullets:
            raise DocumentError(line.number, f"“{line.bare}” stands among the commitments; it belongs on the cover")
        if not is_total and area is None:
            raise DocumentError(line.number, f"“{line.bare}” follows no focus area's name; put the name above it")
        if area in self.plans[-1].declared:
            raise DocumentError(line.number, f"“{line.bare}” declares the same count a second time; keep one")
        self.plans[-1].declared[area] = (count, line.number)
        self.area = None

    def _begin_paragraph(self, line: Line) -> None:
        self.finish()
        if self.area:
            raise DocumentError(
                line.number, f"text in {self.area.name} that belongs to no bullet: “{line.short}”; {_MEND}"
            )
        self.open = [line]


def _check_alike(first: Line, line: Line) -> None:
    """Raises DocumentError if a bullet may be part of the one above, or a dash within its sentence."""
    is_indented_alike = abs(first.indentation - line.indentation) <= 1  # the plans' own lists vary by a column
    is_dash = line.mark == "-" and line.words[:1].islower() and not first.words[:1].islower()
    if first.mark != line.mark or not is_indented_alike or is_dash:
        raise DocumentError(
            line.number,
            f"“{line.short}” is not set like the first bullet of its list (line {first.number}); "
            "if a commitment begins here, set the list's bullets alike, with the mark “•”; "
            "if not, join it to the line above",
        )


def _check_areas(plan: Plan) -> None:
    """Raises DocumentError if a focus area has a count and no bullet: its heading may be what is missing."""
    listed = {bullet.area for bullet in plan.bullets}
    for area, (count, line) in plan.declared.items():
        if area and count and area not in listed:
            raise DocumentError(
                line,
                f"the cover of {plan.country.name} counts {count} in {area.name}, and nothing is listed there; "
                f"put the heading “{area.name.upper()}” before its list",
            )


def _check_breaks(bullets: list[Bullet]) -> None:
    """Raises DocumentError at a line that may be a bullet whose mark is lost: its first word had room above."""
    longest = max(len(line.text) for bullet in bullets for line in bullet.lines)
    for above, line in (pair for bullet in bullets for pair in pairwise(bullet.lines)):
        filled = len(above.text) + len(line.text.split()[0])
        has_room = filled < 0.75 * longest or longest > _WIDEST_PAGE  # lines wider than a page were never wrapped
        if has_room and above.words and not line.text[0].islower():
            raise DocumentError(line.number, f"“{line.short}” has no mark, and room on the line above; {_MEND}")
