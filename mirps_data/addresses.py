"""Every address of the dashboard: the pages, what the server answers itself, and the language that a link asks for."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, urlencode

from mirps_data.document import document_path
from mirps_data.language import DEFAULT_LANGUAGE, LANGUAGES, Language
from mirps_data.selection import Query, Selection, values

OVERVIEW = ""
COUNTRY = "country"
FOCUS_AREA = "focus_area"
COMPARE = "compare"
COMMITMENTS = "commitments"
PRESENT = "present"
ABOUT = "about"
PAGES = (OVERVIEW, COUNTRY, FOCUS_AREA, COMPARE, COMMITMENTS, PRESENT, ABOUT)
READ, BRIEF, DECK, SOURCE = "read", "brief", "deck", "source"
LANG = "lang"  # the parameter of the language


def address(page: str, query: Query, root: str = "") -> str:
    """The address of a page with parameters; relative to the dashboard's root unless that is named."""
    path = f"{root}{quote(page)}" or "."
    return f"{path}?{urlencode(query, doseq=True)}" if query else path


def selection_address(page: str, selection: Selection, say: Language, root: str = "") -> str:
    """The address of a page that shows a selection in a language."""
    return address(page, selection.to_query() | {LANG: [say.code]}, root)


def read_address(identifier: str, say: Language, root: str = "") -> str:
    """The address of a commitment's light page."""
    return address(f"{READ}/{identifier}", {LANG: [say.code]}, root)


def line_address(number: int, say: Language, root: str = "") -> str | None:
    """The address of a line of the document; None if the edition came without it."""
    return f"{address(SOURCE, {LANG: [say.code]}, root)}#line-{number}" if document_path() else None


def download_address(kind: str) -> str:
    """The address of what is selected as a file of a kind, to which its parameters are added."""
    return f"download/commitments.{kind}"


def asked_language(query: Query, accepted: Iterable[str] = ()) -> str:
    """The code of the language that a link names; else the first of ours that the reader's browser accepts."""
    preferred = (code.strip()[:2].lower() for code in accepted)
    return next((code for code in (*values(query, LANG), *preferred) if code in LANGUAGES), DEFAULT_LANGUAGE)


def query_of(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """A link's parameters with all their values, read once, in the order of the link."""
    query: dict[str, list[str]] = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    return query


def merged(*queries: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Parameters of several kinds together; a later one replaces an earlier one of the same name."""
    return {name: list(asked) for query in queries for name, asked in query.items()}
