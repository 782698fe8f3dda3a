"""From the text of a plan document to the tables, transcribed as printed.

The document is read line by line. Each line is blank, a heading (upper-case or bold), a count on a cover card,
a bullet, or prose; what it means depends on where it stands: the front matter, a plan's cover, its narrative,
or a focus area. Whatever does not fit is an error with its line number: nothing is skipped in silence.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from mirps_data.reference import COUNTRIES, FOCUS_AREAS, Country, FocusArea

EDITION = "2021"

_BULLET = re.compile(r"(?:[-•]|\*(?!\*))(?:\s+|(?<=•)|$)")
_PLAN = re.compile(r"MIRPS NATIONAL ACTION PLAN (?:IN|FOR|OF) (.+)")
_PLAN_BEGUN = re.compile(r"MIRPS NATIONAL ACTION PLAN(?: IN| FOR| OF)?")
_CARD = re.compile(r"(\d{1,6}) (TOTAL )?COMMITMENTS?")
_CONTENTS = re.compile(r"National Plan in (.+?)[\s.]+(\d{1,6})", re.IGNORECASE)
_LABEL = re.compile(r"([^.:;]{1,150}):\s+(?=[A-ZÁÉÍÓÚÑ(“\"])")
_NOT_AN_AREA = {"FOCUS AREAS:", "COMMITMENTS BY COUNTRY"}


class DocumentError(ValueError):
    """What in a plan document cannot be read, in one sentence that begins with the line."""


@dataclass
class Line:
    """A line of the document: its number in the file, its words, and whether a page begins on it."""

    number: int
    text: str
    page_break: bool

    @property
    def bare(self) -> str:
        """The words without the marks of bold type."""
        return self.text.replace("**", "").strip()

    @property
    def is_bullet(self) -> bool:
        """Whether a commitment begins here."""
        return bool(_BULLET.match(self.text))

    @property
    def is_bold(self) -> bool:
        """Whether the line is bold from end to end."""
        return self.text.startswith("**") and self.text.endswith("**") and any(map(str.isalpha, self.bare))

    @property
    def is_heading(self) -> bool:
        """Whether the line is set as a heading: in capitals, or bold."""
        return self.is_bold or (any(map(str.isalpha, self.bare)) and self.bare == self.bare.upper())


@dataclass
class Bullet:
    """A commitment as it stands in the document, with the line on which it begins."""

    line: int
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


@dataclass(frozen=True)
class Extract:
    """The three tables that a document yields, with the columns that data/datapackage.json describes."""

    commitments: pd.DataFrame
    declared_counts: pd.DataFrame
    countries: pd.DataFrame

    def files(self) -> dict[str, str]:
        """The text of each CSV file by its name."""
        return {
            f"{name}.csv": getattr(self, name).to_csv(index=False, lineterminator="\n")
            for name in ("commitments", "declared_counts", "countries")
        }


def extract_file(path: Path, edition: str = EDITION) -> Extract:
    """The tables of a plan document, a file of UTF-8 text. Raises DocumentError, or OSError if it can't be read."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DocumentError(f"line {line}: this is not UTF-8 text; save the document as UTF-8") from error
    return extract(text, edition)


def extract(text: str, edition: str = EDITION) -> Extract:
    """The tables of a plan document's text. Raises DocumentError with the line of what it cannot place."""
    lines = _lines(text)
    if not any(line.text for line in lines):
        raise DocumentError("line 1: the document is empty")
    plans = _plans(lines)
    pages = _pages(lines)
    return Extract(
        commitments=_commitments(plans, pages, edition),
        declared_counts=_declared_counts(plans, edition),
        countries=_countries(plans, pages, edition),
    )


def _lines(text: str) -> list[Line]:
    lines = []
    page_break = False
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        if "\0" in raw:
            raise DocumentError(f"line {number}: this is not text (it holds a NUL character)")
        page_break = page_break or "\f" in raw
        words = " ".join(raw.split())
        if words or "\f" not in raw:  # a form feed alone on its line is no line of the text
            lines.append(Line(number, words, page_break))
            page_break = page_break and not words
    return lines or [Line(1, "", page_break=False)]


def _pages(lines: list[Line]) -> dict[Country, str]:
    """The pages of each plan by the table of contents, open-ended for the last: `18-20`, `21-`."""
    starts: list[tuple[Country, int]] = []
    for line in lines:
        if match := _CONTENTS.fullmatch(line.bare):
            country, page = _known_country(line, match[1]), int(match[2])
            if starts and page <= starts[-1][1]:
                raise DocumentError(f"line {line.number}: page {page} does not follow page {starts[-1][1]} above")
            starts.append((country, page))
    ends = [str(start - 1) for _, start in starts[1:]] + [""]
    return {country: f"{start}-{end}" for (country, start), end in zip(starts, ends, strict=False)}


def _plans(lines: list[Line]) -> list[Plan]:
    reader = _Reader()
    for line, heading in _headings_joined(lines):
        reader.read(line, heading)
    reader.finish_bullet()
    if not any(plan.bullets for plan in reader.plans):
        raise DocumentError(
            f"line {lines[-1].number}: the document ends without a commitment; a plan begins with the heading "
            "“MIRPS NATIONAL ACTION PLAN IN …” and lists its commitments as bullets under focus areas"
        )
    return reader.plans


def _headings_joined(lines: list[Line]) -> Iterator[tuple[Line, str | None]]:
    """Each line with its heading, where it is one: a heading split over two lines counts as one."""
    rest = iter(range(len(lines)))
    for index in rest:
        line = lines[index]
        after = lines[index + 1].text if index + 1 < len(lines) else ""
        joined = Line(line.number, f"{line.text} {after}", line.page_break)
        if not line.text or line.is_bullet:
            yield line, None
        elif after and (
            (joined.is_heading and _is_known_heading(joined.bare)) or _PLAN_BEGUN.fullmatch(line.bare.upper())
        ):
            next(rest)
            yield line, joined.bare.upper()
        elif line.is_heading or _PLAN.fullmatch(line.bare.upper()):
            yield line, line.bare.upper()
        else:
            yield line, None


def _is_known_heading(text: str) -> bool:
    plan = _PLAN.fullmatch(text.upper())
    return _area(text) is not None or (plan is not None and _country(plan[1]) is not None)


class _Reader:
    """Where in the document we are, and what has been read so far."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []
        self.area: FocusArea | None = None
        self.words: list[str] = []
        self.bullet: tuple[int, FocusArea] | None = None
        self.after_gap = False
        self.after_page_break = False

    def read(self, line: Line, heading: str | None) -> None:
        """Takes in one line."""
        self.after_page_break = self.after_page_break or line.page_break
        if not line.text:
            self.after_gap = self.after_gap or not line.page_break
            return
        if heading and (plan := _PLAN.fullmatch(heading)):
            self._begin_plan(line, plan[1])
        elif not self.plans:
            if heading and _CARD.fullmatch(heading):
                raise DocumentError(f"line {line.number}: “{line.bare}” stands before any plan's heading")
        elif line.is_bullet:
            self._begin_bullet(line)
        elif self._continues_bullet(line, heading):
            self.words.append(line.text)
        elif count := _CARD.fullmatch(line.bare.upper()):
            self._declare(line, int(count[1]), is_total=bool(count[2]))
        elif heading:
            self._begin_area(line, heading)
        else:
            self._narrate(line)
        self.after_gap = self.after_page_break = False

    def finish_bullet(self) -> None:
        """Files the commitment that has been read, if any."""
        if self.bullet:
            line, area = self.bullet
            if not self.words:
                raise DocumentError(f"line {line}: this bullet has no text")
            self.plans[-1].bullets.append(Bullet(line, area, " ".join(self.words)))
        self.bullet, self.words = None, []

    def _continues_bullet(self, line: Line, heading: str | None) -> bool:
        """A bullet goes on in the next line, and in mid-sentence after a page break; a heading ends it.

        Capitals alone make no heading right below a bullet's words: a wrapped line may hold just an acronym.
        """
        if self.bullet is None:
            return False
        if heading and (_is_known_heading(heading) or line.is_bold or self.after_gap or self.after_page_break):
            return False
        return not self.after_gap or (self.after_page_break and not line.text[0].isupper())

    def _begin_plan(self, line: Line, name: str) -> None:
        self.finish_bullet()
        country = _known_country(line, name)
        if any(plan.country == country for plan in self.plans):
            raise DocumentError(f"line {line.number}: a second plan of {country.name}; the first stands above")
        self.plans.append(Plan(country, line.number))
        self.area = None

    def _begin_bullet(self, line: Line) -> None:
        self.finish_bullet()
        if self.area is None:
            raise DocumentError(
                f"line {line.number}: a bullet outside any focus area; one of these headings must precede it: "
                f"{_names(FOCUS_AREAS)}"
            )
        self.bullet = (line.number, self.area)
        self.words = [text] if (text := _BULLET.sub("", line.text, count=1)) else []

    def _begin_area(self, line: Line, heading: str) -> None:
        self.finish_bullet()
        if heading in _NOT_AN_AREA:
            return
        area = _area(heading)
        if area is None:
            raise DocumentError(f"line {line.number}: unknown heading “{heading}”; known are {_names(FOCUS_AREAS)}")
        self.area = area

    def _declare(self, line: Line, count: int, *, is_total: bool) -> None:
        self.finish_bullet()
        area = None if is_total else self.area
        if not is_total and area is None:
            raise DocumentError(f"line {line.number}: “{line.bare}” follows no focus area's name")
        if area in self.plans[-1].declared:
            raise DocumentError(f"line {line.number}: “{line.bare}” declares the same count a second time")
        self.plans[-1].declared[area] = (count, line.number)
        self.area = None

    def _narrate(self, line: Line) -> None:
        plan = self.plans[-1]
        if self.area:
            raise DocumentError(
                f"line {line.number}: text in {self.area.name} that belongs to no bullet: “{line.text[:60]}”"
            )
        if self.after_gap or not plan.narrative:
            plan.narrative.append(line.text)
        else:
            plan.narrative[-1] += f" {line.text}"


def _commitments(plans: list[Plan], pages: dict[Country, str], edition: str) -> pd.DataFrame:
    """A row is a listed commitment, in document order."""
    rows = []
    for plan in plans:
        positions: dict[FocusArea, int] = {}
        first_with_text: dict[str, str] = {}
        for bullet in plan.bullets:
            position = positions[bullet.area] = positions.get(bullet.area, 0) + 1
            identifier = f"{plan.country.iso3}-{bullet.area.id_code}-{position:02d}"
            first = first_with_text.setdefault(bullet.text, identifier)
            label = _LABEL.match(bullet.text)
            rows.append(
                {
                    "id": identifier,
                    "country": plan.country.name,
                    "iso3": plan.country.iso3,
                    "focus_area": bullet.area.name,
                    "position": position,
                    "title": label[1] if label else "",
                    "text": bullet.text,
                    "duplicate_of": "" if first == identifier else first,
                    "source_pages": pages.get(plan.country, ""),
                    "source_line": bullet.line,
                    "edition": edition,
                }
            )
    columns = "id country iso3 focus_area position title text duplicate_of source_pages source_line edition"
    return pd.DataFrame(rows, columns=columns.split())


def _declared_counts(plans: list[Plan], edition: str) -> pd.DataFrame:
    """A row is a count on a plan's cover: the total (no focus area), then each card in its printed order."""
    rows = [
        {
            "country": plan.country.name,
            "iso3": plan.country.iso3,
            "focus_area": area.name if area else "",
            "declared": count,
            "source_line": line,
            "edition": edition,
        }
        for plan in plans
        for area, (count, line) in plan.declared.items()
    ]
    return pd.DataFrame(rows, columns=["country", "iso3", "focus_area", "declared", "source_line", "edition"])


def _countries(plans: list[Plan], pages: dict[Country, str], edition: str) -> pd.DataFrame:
    """A row is a country with a plan; paragraphs of the narrative are parted by an empty line."""
    rows = [
        {
            "iso3": plan.country.iso3,
            "country": plan.country.name,
            "country_es": plan.country.name_es,
            "narrative": "\n\n".join(plan.narrative),
            "source_pages": pages.get(plan.country, ""),
            "source_line": plan.line,
            "edition": edition,
        }
        for plan in plans
    ]
    columns = ["iso3", "country", "country_es", "narrative", "source_pages", "source_line", "edition"]
    return pd.DataFrame(rows, columns=columns)


def _plain(text: str) -> str:
    """Capitals without accents, singular: what stays the same however a heading is printed."""
    decomposed = unicodedata.normalize("NFKD", text.upper())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"\b(JOB|LIVELIHOOD)S\b", r"\1", letters)


def _country(name: str) -> Country | None:
    return next((country for country in COUNTRIES if _plain(name) in map(_plain, country.names)), None)


def _known_country(line: Line, name: str) -> Country:
    country = _country(name)
    if country is None:
        raise DocumentError(f"line {line.number}: unknown country “{name}”; known are {_names(COUNTRIES)}")
    return country


def _area(heading: str) -> FocusArea | None:
    return next((area for area in FOCUS_AREAS if _plain(heading) == _plain(area.name)), None)


def _names(records: tuple[Country, ...] | tuple[FocusArea, ...]) -> str:
    return ", ".join(record.name for record in records)
