"""A commitment as one record, with its country and focus area, and its text in the language of the document."""

from dataclasses import dataclass

import pandas as pd

from mirps_data.language import PRINTED, Language
from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_ISO3, Country, FocusArea


@dataclass(frozen=True)
class Commitment:
    """A listed commitment: a row of commitments.csv, described there; `lang` is the language of its text and title."""

    id: str
    country: Country
    area: FocusArea
    position: int
    title: str
    text: str
    duplicate_of: str
    source_pages: str
    source_line: int
    edition: str
    lang: str = PRINTED

    @property
    def is_counted(self) -> bool:
        """Whether it is distinct: what repeats an earlier one is shown and not counted."""
        return not self.duplicate_of

    def place(self, say: Language) -> str:
        """`Mexico, Protection`: where it stands."""
        return f"{self.country.label(say.code)}, {self.area.label(say.code)}"


def commitments_of(table: pd.DataFrame) -> list[Commitment]:
    """The rows of the commitments table as records, in their order."""
    columns = zip(
        table["id"],
        table["iso3"].map(COUNTRY_BY_ISO3),
        table["focus_area"].map(AREA_BY_NAME),
        table["position"],
        *(table[name] for name in ("title", "text", "duplicate_of", "source_pages", "source_line", "edition")),
        strict=True,
    )
    return [Commitment(*values) for values in columns]
