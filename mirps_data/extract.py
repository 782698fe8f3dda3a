"""From the text of a plan document to the tables, transcribed as printed.

`lines` says what a line is, `headings` what the document names, `plans` what stands where; here plans become tables.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from mirps_data.headings import check_contents, pages_of_plans, plan_headings, table_of_contents
from mirps_data.lines import DocumentError, read_lines
from mirps_data.plans import Plan, read_plans
from mirps_data.reference import Country, FocusArea

EDITION = "2021"

_LABEL = re.compile(r"([^.:;]{1,150}):\s+(?=[A-ZÁÉÍÓÚÑ(“\"])")


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
        raise DocumentError(line, "this is not UTF-8 text; save the document as UTF-8") from error
    return extract(text, edition)


def extract(text: str, edition: str = EDITION) -> Extract:
    """The tables of a plan document's text. Raises DocumentError with the line of what it cannot place."""
    lines = read_lines(text)
    if not any(line.text for line in lines):
        raise DocumentError(1, "the document is empty; give the text of the plans")
    contents = table_of_contents(lines)
    check_contents(contents, plan_headings(lines))
    plans, pages = read_plans(lines), pages_of_plans(contents)
    return Extract(
        commitments=_commitments(plans, pages, edition),
        declared_counts=_declared_counts(plans, edition),
        countries=_countries(plans, pages, edition),
    )


def near_repetitions(commitments: pd.DataFrame) -> list[str]:
    """Which counted texts of a plan differ only in case, spacing or a full stop, a sentence each."""
    counted = commitments[commitments["duplicate_of"] == ""]
    folded = counted["text"].str.replace(r"[\s.]", "", regex=True).str.casefold()
    return [
        f"{', '.join(alike['id'])} (lines {', '.join(map(str, alike['source_line']))}) differ only in case, spacing "
        "or a full stop; each is counted"
        for _, alike in counted.groupby([counted["iso3"], folded], sort=False)
        if len(alike) > 1
    ]


def differences(reconciled: pd.DataFrame) -> list[str]:
    """Where a plan lists another number than its cover declares, a sentence each. Takes counts.reconciliation."""
    declared = reconciled["declared"].fillna(0)
    return [
        f"{row.country}, {row.focus_area}: the cover declares {'no count' if pd.isna(row.declared) else row.declared}, "
        f"the plan lists {row.listed}"
        for row in reconciled[declared != reconciled["listed"]].itertuples()
    ]


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
                    "source_pages": pages[plan.country],
                    "source_line": bullet.lines[0].number,
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
            "source_pages": pages[plan.country],
            "source_line": plan.line,
            "edition": edition,
        }
        for plan in plans
    ]
    columns = ["iso3", "country", "country_es", "narrative", "source_pages", "source_line", "edition"]
    return pd.DataFrame(rows, columns=columns)
