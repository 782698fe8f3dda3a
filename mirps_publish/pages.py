"""Light pages, rendered by the server without JavaScript: what people send each other and print."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from mirps_data import messages
from mirps_data.addresses import (
    ABOUT,
    BRIEF,
    COMMITMENTS,
    DECK,
    LANG,
    PRESENT,
    READ,
    SOURCE,
    address,
    line_address,
    merged,
    read_address,
)
from mirps_data.citation import pages_of, plan_of, quotation
from mirps_data.commitment import commitments_of
from mirps_data.counts import count, matrix
from mirps_data.curation import lines_named, remarks_on
from mirps_data.deck import Composition
from mirps_data.findings import gaps, headline
from mirps_data.language import LANGUAGES, Language
from mirps_data.reference import FOCUS_AREAS, FocusArea
from mirps_data.search import LONGEST
from mirps_data.selection import Query, Selection
from mirps_data.sentences import plain
from mirps_data.store import Tables
from mirps_data.words import FAMILIES
from mirps_design.palette import AREA_COLOURS
from mirps_publish.brief import Brief
from mirps_publish.dataset import dataset
from mirps_publish.deck import Deck
from mirps_publish.number_table import number_table

_TEMPLATES = Path(__file__).parent / "templates"
_SHORT = 160
_SQUARES_ACROSS = 28


def commitment_page(say: Language, tables: Tables, identifier: str, root: str) -> str:
    """One commitment: its text, its place, what is odd in it, how to cite it. `root` is the server's address."""
    of_plan = commitments_of(_plan_of(tables.commitments, identifier))
    at, commitment = next((at, each) for at, each in enumerate(of_plan) if each.id == identifier)
    in_place = sum(each.area == commitment.area for each in of_plan)
    query = {"country": [commitment.country.code], "commitment": [identifier]}
    return _render(
        "commitment.html",
        say,
        root,
        f"{READ}/{identifier}",
        {},
        title=f"{identifier}: {commitment.place(say)}",
        description=_shortened(commitment.text),
        commitment=commitment,
        place=commitment.place(say),
        plan=plan_of(say, commitment),
        pages=pages_of(say, commitment.source_pages),
        position=say("{position} of {total} listed", position=commitment.position, total=in_place),
        before=of_plan[at - 1].id if at else None,
        after=of_plan[at + 1].id if at + 1 < len(of_plan) else None,
        quotation=quotation(say, commitment),
        line=line_address(commitment.source_line, say),
        remarks=[lines_named(remark) for remark in remarks_on(say, tables.curation_log, identifier)],
        dashboard=_address(root, COMMITMENTS, query, say.code),
    )


def selection_page(say: Language, tables: Tables, selection: Selection, unknown: list[str], root: str) -> str:
    """The commitments of a selection with their counts, to read and to print; `unknown` is what was left out of it."""
    shown = selection.apply(tables)
    counts = matrix(tables, selection)
    groups = [
        (
            commitments_of(rows)[0].place(say),
            say.plural("{number} commitment", "{number} commitments", count(rows)),
            commitments_of(rows),
        )
        for _, rows in shown.sort_index().groupby(["iso3", "focus_area"], sort=False)
    ]
    return _render(
        "selection.html",
        say,
        root,
        READ,
        selection.to_query(),
        title=selection.sentence(say, counts.total),
        description=plain(headline(say, counts)),
        heading=plain(headline(say, counts)),
        findings=[plain(claim.sentence(say)) for claim in gaps(counts)],
        caution=messages.caution(say),
        source=messages.source(say, tables.edition),
        unknown=messages.left_out(say, unknown),
        table=number_table(say, counts),
        groups=groups,
        repeated=messages.repetitions(say, len(shown), counts.total),
        dataset=dataset(say, tables, root),
        dashboard=_address(root, COMMITMENTS, selection.to_query(), say.code),
    )


def brief_page(brief: Brief, root: str) -> str:
    """A briefing as one page that needs nothing else: table, unit chart, texts, and a search that works offline."""
    say = brief.say
    return _render(
        "brief.html",
        say,
        root,
        BRIEF,
        brief.selection.to_query(),
        title=brief.title,
        description=brief.findings[0],
        brief=brief,
        table=brief.table,
        legend=_used_areas(brief),
        across=_SQUARES_ACROSS,
        longest=LONGEST,
        families=FAMILIES,
        scripts=_scripts("stemmer.js", "search.js"),
        dashboard=brief.link,
    )


def deck_page(deck: Deck, composition: Composition, root: str) -> str:
    """A deck as one page that needs nothing else once it is loaded."""
    say = deck.brief.say
    query = merged(deck.brief.selection.to_query(), composition.to_query())
    return _render(
        "deck.html",
        say,
        root,
        DECK,
        query,
        title=deck.brief.title,
        description=deck.brief.findings[0],
        deck=deck,
        table=deck.brief.table,
        legend=_used_areas(deck.brief),
        leave=_address(root, PRESENT, query, say.code),
    )


def source_page(say: Language, lines: Sequence[str], tables: Tables, root: str) -> str:
    """The document as printed, its lines numbered and each with an address of its own; blank ones are left out."""
    plans = [
        (row.country_es if say.code == "es" else row.country, row.source_line) for row in tables.countries.itertuples()
    ]
    return _render(
        "source.html",
        say,
        root,
        SOURCE,
        {},
        title=say("The document, line by line"),
        description=say("The text that the commitments were transcribed from, as printed, in English."),
        lines=[(number, line) for number, line in enumerate(lines, start=1) if line.strip()],
        plans=plans,
        begins={line for _, line in plans},
        dashboard=_address(root, ABOUT, {}, say.code),
    )


def no_source_page(say: Language, root: str) -> str:
    """What to say when an edition came without its document."""
    return _render(
        "page.html",
        say,
        root,
        SOURCE,
        {},
        title=say("The document is not available"),
        description=say("The tables of this edition came without the text of the document that they were made from."),
        dashboard=_address(root, ABOUT, {}, say.code),
    )


def missing_page(say: Language, asked: str, root: str) -> str:
    """What to say when there is no commitment with an id: how ids look, and a way to search."""
    return _render(
        "missing.html",
        say,
        root,
        f"{READ}/{asked}",
        {},
        title=say("There is no commitment “{id}”", id=asked[:40]),
        description=say("Identifiers look like MEX-PRO-02: country, focus area, number."),
        asked=asked[:40],
        dashboard=_address(root, COMMITMENTS, {}, say.code),
    )


def _render(template: str, say: Language, root: str, path: str, query: Query, **values: object) -> str:
    """A page from its template; `path` and `query` are the page's own address, without the language."""
    languages = [(code, name, _address(root, path, query, code)) for code, name in LANGUAGES.items()]
    own = _address(root, path, query, say.code)
    return (
        _templates()
        .get_template(template)
        .render(
            say=say,
            root=root,
            address=own,
            languages=languages,
            read_address=read_address,
            line_address=line_address,
            repeats=messages.repeats,
            **values,
        )
    )


@cache
def _scripts(*names: str) -> str:
    """Our own scripts as they are, not as templates: their braces would mean something else there."""
    return "\n".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in names)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals["colours"] = AREA_COLOURS
    return templates


def _address(root: str, path: str, query: Query, language: str) -> str:
    return address(path, merged(query, {LANG: [language]}), root)


def _plan_of(commitments: pd.DataFrame, identifier: str) -> pd.DataFrame:
    """The rows of the plan that a commitment stands in."""
    (iso3,) = commitments.loc[commitments["id"] == identifier, "iso3"]
    return commitments[commitments["iso3"] == iso3]


def _used_areas(brief: Brief) -> list[FocusArea]:
    used = {area for areas in brief.units.values() for area in areas}
    return [area for area in FOCUS_AREAS if area in used]


def _shortened(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
