"""The addresses that the server answers itself: tables, spreadsheets and light pages, under the same selection."""

import json

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from mirps_data.addresses import asked_language, query_of
from mirps_data.deck import Composition
from mirps_data.document import document_lines, document_path
from mirps_data.language import Language, language
from mirps_data.messages import nothing_selected
from mirps_data.schema import data_package, schemas
from mirps_data.selection import Selection, unknown_values
from mirps_data.store import BrokenTablesError, load_tables
from mirps_publish.formats import FORMATS, Document, file_name
from mirps_publish.pages import (
    brief_page,
    commitment_page,
    deck_page,
    missing_page,
    no_source_page,
    selection_page,
    source_page,
)
from mirps_publish.spreadsheets import table_as_csv

_VARIES = {"Vary": "Accept-Language"}  # without a language in the link the browser's choice decides


def table(request: Request) -> Response:
    """A table as CSV or JSON; `country`, `area` and `q` select commitments, as everywhere."""
    name, kind = request.path_params["name"], request.path_params["kind"]
    if name == "datapackage" and kind == "json":
        return JSONResponse(data_package())
    if name not in schemas() or kind not in ("csv", "json"):
        return unknown_address(request)
    tables = load_tables()
    rows = _selection(request).apply(tables) if name == "commitments" else getattr(tables, name)
    headers = {"Content-Disposition": f'inline; filename="mirps-{name}.{kind}"'}
    if kind == "json":
        content = json.dumps(rows.to_dict("records"), ensure_ascii=False, indent=1)
        return Response(f"{content}\n", media_type="application/json", headers=headers)
    return Response(rows.to_csv(index=False, lineterminator="\n"), media_type="text/csv", headers=headers)


def download_table(request: Request) -> Response:
    """A whole table for a spreadsheet program: with a byte order mark, and no cell that it would execute."""
    name = request.path_params["name"]
    if name not in schemas():
        return unknown_address(request)
    headers = {"Content-Disposition": f'attachment; filename="mirps-{name.replace("_", "-")}.csv"'}
    return Response(table_as_csv(getattr(load_tables(), name)), media_type="text/csv", headers=headers)


def unknown_address(_request: Request) -> Response:
    """What there is instead of an address that there is not."""
    known = [*(f"/data/{name}.csv" for name in schemas()), "/data/datapackage.json", "/read", "/source"]
    known += ["/brief", "/deck", *(f"/download/commitments.{kind}" for kind in FORMATS), "/download/deck.html"]
    return PlainTextResponse(f"There is nothing at this address. There are {', '.join(known)}.\n", 404)


def download(request: Request) -> Response:
    """The selected commitments as a file: a spreadsheet, or a briefing to read. Made in memory, kept nowhere."""
    kind = FORMATS.get(request.path_params["kind"])
    if kind is None:
        return unknown_address(request)
    document = _document(request)
    if document.brief.shown.empty:
        return _nothing(document)
    headers = {"Content-Disposition": f'attachment; filename="{_file_name(document, kind.ending)}"', **_VARIES}
    return Response(kind.render(document), media_type=kind.media_type, headers=headers)


def read_brief(request: Request) -> Response:
    """A selection's briefing as one page, which can be saved and opened without the server."""
    document = _document(request)
    return _page(brief_page(document.brief, document.root))


def read_commitment(request: Request) -> Response:
    """A commitment's light page; 404 with a page that helps where there is none."""
    say, root, asked = _language(request), str(request.base_url), request.path_params["id"]
    tables, identifier = load_tables(), asked.strip().upper()
    if identifier not in set(tables.commitments["id"]):
        return _page(missing_page(say, asked, root), 404)
    return _page(commitment_page(say, tables, identifier, root))


def read_source(request: Request) -> Response:
    """The document, each line at an address of its own; 404 where the edition came without it."""
    say, root, path = _language(request), str(request.base_url), document_path()
    if path is None:
        return _page(no_source_page(say, root), 404)
    return _page(source_page(say, document_lines(path), load_tables(), root))


def read_selection(request: Request) -> Response:
    """A selection's light page."""
    tables = load_tables()
    unknown = unknown_values(_query(request))
    say, root = _language(request), str(request.base_url)
    return _page(selection_page(say, tables, _selection(request), unknown, root))


def broken_tables(_request: Request, broken: Exception) -> Response:
    """What is wrong with the tables, instead of half of them."""
    problems = broken.problems if isinstance(broken, BrokenTablesError) else []
    return PlainTextResponse("".join(f"{problem}\n" for problem in problems), 503)


def read_deck(request: Request) -> Response:
    """A deck to present, one page that needs nothing else once it is loaded; an empty selection has none."""
    document = _document(request)
    if document.brief.shown.empty:
        return _nothing(document)
    return _page(deck_page(document.deck, document.composition, document.root))


def download_deck(request: Request) -> Response:
    """The deck as a file to keep, under a name that says what it shows."""
    response, document = read_deck(request), _document(request)
    if response.status_code == 200:
        name = _file_name(document, "html", document.say("presentation"))
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(content: str, status: int = 200) -> Response:
    return HTMLResponse(content, status, headers=_VARIES)


def _nothing(document: Document) -> Response:
    return PlainTextResponse(f"{nothing_selected(document.say)}\n{document.link}\n", 404, headers=_VARIES)


def _file_name(document: Document, ending: str, what: str = "") -> str:
    return file_name(document.say, document.selection, ending, what)


def _document(request: Request) -> Document:
    query = _query(request)
    selection, composition = Selection.from_query(query), Composition.from_query(query)
    return Document(_language(request), load_tables(), selection, composition, str(request.base_url))


def _selection(request: Request) -> Selection:
    return Selection.from_query(_query(request))


def _query(request: Request) -> dict[str, list[str]]:
    return query_of(request.query_params.multi_items())


def _language(request: Request) -> Language:
    """What the link names; else the first of ours that the reader's browser accepts."""
    return language(asked_language(_query(request), request.headers.get("accept-language", "").split(",")))


routes = [
    Route("/data/{name}.{kind}", table),
    Route("/data/{rest:path}", unknown_address),
    Route("/download/commitments.{kind}", download),
    Route("/brief", read_brief),
    Route("/deck", read_deck),
    Route("/download/deck.html", download_deck),
    Route("/download/tables/{name}.csv", download_table),
    Route("/download/{rest:path}", unknown_address),
    Route("/brief/{rest:path}", unknown_address),
    Route("/deck/{rest:path}", unknown_address),
    Route("/source", read_source),
    Route("/read", read_selection),
    Route("/read/{id:path}", read_commitment),
]
exception_handlers = {BrokenTablesError: broken_tables}
