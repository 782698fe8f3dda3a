"""The formats in which a selection leaves the dashboard: a record each, whose renderers have one signature."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mirps_data import facets
from mirps_data.addresses import COMMITMENTS, selection_address
from mirps_data.deck import Composition
from mirps_data.language import Language
from mirps_data.selection import Selection
from mirps_data.store import Tables
from mirps_publish.brief import Brief, gather
from mirps_publish.deck import Deck, gather_deck
from mirps_publish.pages import brief_page
from mirps_publish.pdf import as_pdf
from mirps_publish.powerpoint import as_pptx
from mirps_publish.spreadsheets import as_csv, as_xlsx
from mirps_publish.word import as_docx

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Document:
    """What a file is made of: a selection in a language, and how it is presented. `root` is the server's address."""

    say: Language
    tables: Tables
    selection: Selection
    composition: Composition
    root: str

    @property
    def link(self) -> str:
        """The address of the selection in the dashboard."""
        return selection_address(COMMITMENTS, self.selection, self.say, self.root)

    @cached_property
    def brief(self) -> Brief:
        """The briefing, gathered once for whatever it becomes."""
        return gather(self.say, self.tables, self.selection, self.link)

    @cached_property
    def deck(self) -> Deck:
        """The deck over the same briefing."""
        return gather_deck(self.tables, self.brief, self.composition)


@dataclass(frozen=True)
class Format:
    """How a file ends, what it is to a browser, and what makes it."""

    ending: str
    media_type: str
    render: Callable[[Document], bytes]


FORMATS = {
    made.ending: made
    for made in (
        Format("xlsx", f"{_OFFICE}.spreadsheetml.sheet", lambda document: as_xlsx(document.brief, document.root)),
        Format("csv", "text/csv", lambda document: as_csv(document.say, document.brief.shown, document.root)),
        Format("docx", f"{_OFFICE}.wordprocessingml.document", lambda document: as_docx(document.brief)),
        Format("pptx", f"{_OFFICE}.presentationml.presentation", lambda document: as_pptx(document.deck)),
        Format("pdf", "application/pdf", lambda document: as_pdf(document.brief)),
        Format("html", "text/html", lambda document: brief_page(document.brief, document.root).encode()),
    )
}


def file_name(say: Language, selection: Selection, ending: str, what: str = "") -> str:
    """`mirps-commitments-mexico-panama-health.xlsx`: what is inside, in plain letters."""
    words = [*(label for facet in facets.FACETS for label in selection.labels(say, facet)), selection.search]
    name = "-".join(["mirps", what or say("commitments"), *filter(None, words)])
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:120].strip('-')}.{ending}"
