"""The languages of the interface: messages from gettext catalogues, numbers and lists as Unicode CLDR has them.

Messages are written in English in the code and translated in `locale/es.po`. The texts of the plans are data and
stay in the language of the document.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TypeVar

from babel import Locale
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

LANGUAGES = {"en": "English", "es": "Español"}
DEFAULT_LANGUAGE = "en"
PRINTED = "en-GB"  # the language of the document, and so of every text that is transcribed
LOCALES = Path(__file__).parent / "locale"
Part = TypeVar("Part")
_REGIONS = {"en": "en_GB", "es": "es_419"}
_NOR = {"en": "or", "es": "ni"}


@dataclass(frozen=True)
class Language:
    """Says messages in one language: `say("Show {name}", name=…)`, `say.plural(…)`, `say.number(…)`."""

    code: str
    locale: Locale
    translations: NullTranslations

    @property
    def tag(self) -> str:
        """The language as files name it: `es-419`, `en-GB`."""
        return str(self.locale).replace("_", "-")

    def __call__(self, message: str, **values: object) -> str:
        """The message in this language with its values filled in."""
        return self.translations.gettext(message).format(**values)

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """The message for that many, `{number}` written as this language writes numbers."""
        return self.plural_template(one, many, number).format(number=self.number(number), **values)

    def template(self, message: str) -> str:
        """The message in this language with its places left open, for parts."""
        return self.translations.gettext(message)

    def plural_template(self, one: str, many: str, number: int) -> str:
        """The message for that many with its places left open, for parts."""
        return self.translations.ngettext(one, many, int(number))

    def number(self, number: float) -> str:
        """A number as written in this language: `100,891`."""
        return format_decimal(number, locale=self.locale)

    def decimal(self, number: float) -> str:
        """A number with two decimals as written in this language: `0.97`."""
        return format_decimal(number, format="0.00", locale=self.locale)

    def percent(self, number: int, total: int) -> str:
        """A part of a total in whole per cent, half up: `57%`, `57 %`; never 0% for some, nor 100% for not all."""
        if 0 < 100 * number < total:
            return f"<{self._per_cent(1)}"
        if 0 < 100 * (total - number) < total:
            return f">{self._per_cent(99)}"
        return self._per_cent(rounded_percent(number, total))

    def _per_cent(self, whole: int) -> str:
        return f"{self.number(whole)}\u00a0%" if self.code == "es" else f"{self.number(whole)}%"

    def all_of(self, items: Iterable[str]) -> str:
        """The items joined by commas and “and”."""
        return format_list(list(items), style="standard", locale=self.locale)

    def any_of(self, items: Iterable[str]) -> str:
        """The items joined by commas and “or”."""
        return format_list(list(items), style="or", locale=self.locale)

    def none_of(self, items: Iterable[str]) -> str:
        """The items joined as what a negation joins: by “or”, in Spanish by “ni”."""
        *first, last = items
        return f"{', '.join(first)} {_NOR[self.code]} {last}" if first else last


@cache
def language(code: str) -> Language:
    """The language with a code; English for an unknown one."""
    code = code if code in LANGUAGES else DEFAULT_LANGUAGE
    return Language(code, Locale.parse(_REGIONS[code]), _translations(code))


def rounded_percent(number: int, total: int) -> int:
    """A part of a total in whole per cent, half up; 0 of nothing."""
    return (200 * int(number) + int(total)) // (2 * int(total)) if total else 0


def _translations(code: str) -> NullTranslations:
    """The catalogue, compiled in memory, so that what a translator edits is what is shown."""
    path = LOCALES / f"{code}.po"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=code)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def parts(template: str, **values: Part) -> tuple[str | Part, ...]:
    """A template as its pieces in order: its words, and the values as they are."""
    pieces: list[str | Part] = []
    for words, name, _, _ in Formatter().parse(template):
        pieces += [words] if words else []
        pieces += [values[name]] if name else []
    return tuple(pieces)
