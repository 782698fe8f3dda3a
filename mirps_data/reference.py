"""The countries and the focus areas that the plans are about, as small records with their codes."""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Country:
    """A country with a plan: ISO 3166-1 alpha-3 code, and its short name as Unicode CLDR gives it."""

    iso3: str
    name: str
    name_es: str

    @property
    def code(self) -> str:
        """The code that stands for this country in a link."""
        return self.iso3

    @property
    def value(self) -> str:
        """What stands for this country in the table (`iso3`)."""
        return self.iso3

    @property
    def names(self) -> tuple[str, str]:
        """The names in all languages."""
        return (self.name, self.name_es)

    def label(self, language: str) -> str:
        """The name to show in a language (`en` or `es`)."""
        return self.name_es if language == "es" else self.name


@dataclass(frozen=True)
class FocusArea:
    """A focus area: the code in a link, the letters in a commitment's id, and its names.

    The marks are what a chart prints inside a square, so that colour, which mirps_design/palette.py gives, is never the
    only cue.
    """

    code: str
    id_code: str
    name: str
    name_es: str
    mark_en: str
    mark_es: str

    @property
    def value(self) -> str:
        """What stands for this area in the table (`focus_area`)."""
        return self.name

    def label(self, language: str) -> str:
        """The name to show in a language (`en` or `es`)."""
        return self.name_es if language == "es" else self.name

    def mark(self, language: str) -> str:
        """The letter or two that name the area inside a chart's mark, in a language (`en` or `es`)."""
        return self.mark_es if language == "es" else self.mark_en


COUNTRIES = (
    Country("BLZ", "Belize", "Belice"),
    Country("CRI", "Costa Rica", "Costa Rica"),
    Country("SLV", "El Salvador", "El Salvador"),
    Country("GTM", "Guatemala", "Guatemala"),
    Country("HND", "Honduras", "Honduras"),
    Country("MEX", "Mexico", "México"),
    Country("PAN", "Panama", "Panamá"),
)

FOCUS_AREAS = (
    FocusArea("protection", "PRO", "Protection", "Protección", "P", "P"),
    FocusArea("jobs", "JOB", "Jobs and livelihoods", "Empleo y medios de vida", "J", "Em"),
    FocusArea("social_protection", "SOC", "Social protection", "Protección social", "S", "PS"),
    FocusArea("education", "EDU", "Education", "Educación", "E", "Ed"),
    FocusArea("health", "HEA", "Health", "Salud", "H", "Sa"),
)

COUNTRY_BY_ISO3 = {country.iso3: country for country in COUNTRIES}
COUNTRY_BY_NAME = {country.name: country for country in COUNTRIES}
AREA_BY_CODE = {area.code: area for area in FOCUS_AREAS}
AREA_BY_NAME = {area.name: area for area in FOCUS_AREAS}
