"""Empty documents of our own for Word and PowerPoint, in the language of what they will hold.

The libraries' own templates bring their authors' names, old dates, English and a screen of 4:3 into every file.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mirps_data.language import Language
from mirps_design.palette import ACCENT, INK, LINE, MUTED, RAMP, TITLE
from mirps_publish.layouts import layouts, notes_places, slide_places

_COLOURS = {
    "accent": ACCENT,
    "accents": (RAMP[5], RAMP[4], RAMP[2], RAMP[1], RAMP[0]),
    "ink": INK,
    "line": LINE,
    "link": RAMP[4],
    "muted": MUTED,
    "title": TITLE,
}


@dataclass(frozen=True)
class Part:
    """A part of a package: its name, its template, its type of content, and the parts that it links to, by kind."""

    name: str
    template: str
    content: str
    links: tuple[tuple[str, str], ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


class Properties(Protocol):
    """What both libraries call the core properties of a file."""

    title: str
    author: str
    last_modified_by: str
    language: str
    comments: str
    created: datetime
    modified: datetime


def describe(properties: Properties, say: Language, title: str) -> None:
    """Writes into a file what it is, who made it, when, and in which language."""
    properties.title, properties.language, properties.comments = title, say.tag, ""
    properties.author = properties.last_modified_by = author(say)
    properties.created = properties.modified = datetime.now(UTC)


def author(say: Language) -> str:
    """Who makes our files."""
    return say("MIRPS commitments dashboard")


def empty_document(say: Language) -> io.BytesIO:
    """A Word document on A4 with our styles and page numbers."""
    return io.BytesIO(_document(say))


def empty_deck(say: Language) -> io.BytesIO:
    """A PowerPoint deck on 16:9 with the layouts of mirps_publish.layouts."""
    return io.BytesIO(_deck(say))


@cache
def _document(say: Language) -> bytes:
    word = "wordprocessingml"
    linked = (("footer", "word/footer.xml"), ("styles", "word/styles.xml"), ("settings", "word/settings.xml"))
    return _package(
        say,
        Part("word/document.xml", "document.xml", f"{word}.document.main", (*linked, ("theme", "word/theme.xml"))),
        Part("word/footer.xml", "footer.xml", f"{word}.footer"),
        Part("word/styles.xml", "styles.xml", f"{word}.styles"),
        Part("word/settings.xml", "settings.xml", f"{word}.settings"),
        Part("word/theme.xml", "theme.xml", "theme"),
    )


@cache
def _deck(say: Language) -> bytes:
    slides, master, notes = "presentationml", "ppt/slideMasters/slideMaster1.xml", "ppt/notesMasters/notesMaster1.xml"
    by_name = {f"ppt/slideLayouts/slideLayout{number}.xml": each for number, each in enumerate(layouts(say), start=1)}
    to_layouts = tuple(("slideLayout", name) for name in by_name)
    return _package(
        say,
        Part(
            "ppt/presentation.xml",
            "presentation.xml",
            f"{slides}.presentation.main",
            (("slideMaster", master), ("notesMaster", notes), ("theme", "ppt/theme/theme1.xml")),
        ),
        Part(
            master,
            "master.xml",
            f"{slides}.slideMaster",
            (*to_layouts, ("theme", "ppt/theme/theme1.xml")),
            {"places": slide_places(say), "layouts": len(by_name)},
        ),
        *(
            Part(name, "layout.xml", f"{slides}.slideLayout", (("slideMaster", master),), {"layout": layout})
            for name, layout in by_name.items()
        ),
        Part(
            notes,
            "notes.xml",
            f"{slides}.notesMaster",
            (("theme", "ppt/theme/theme2.xml"),),
            {"places": notes_places(say)},
        ),
        Part("ppt/theme/theme1.xml", "theme.xml", "theme"),
        Part("ppt/theme/theme2.xml", "theme.xml", "theme"),
    )


def _package(say: Language, main: Part, *others: Part) -> bytes:
    """The parts as one file, with their list of types and their links; `main` is what opens."""
    app = Part("docProps/app.xml", "app.xml", "extended-properties")
    parts = (main, *others, app)
    opens = (("officeDocument", main.name), ("extended-properties", app.name))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _written("types.xml", parts=parts))
        package.writestr("_rels/.rels", _written("rels.xml", links=opens))
        for part in parts:
            package.writestr(part.name, _written(part.template, say=say, **_COLOURS, **part.values))
            if part.links:
                folder, _, name = part.name.rpartition("/")
                package.writestr(f"{folder}/_rels/{name}.rels", _written("rels.xml", links=part.links))
    return stream.getvalue()


def _written(template: str, **values: object) -> str:
    return _templates().get_template(template).render(**values)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates" / "office"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["rgb"] = lambda colour: colour.removeprefix("#")
    return environment
