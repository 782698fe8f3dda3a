"""The addresses that the server answers itself: the tables, as files, under the same filters as the dashboard."""

import json

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from mirps_data.check import data_package, schemas
from mirps_data.selection import Selection
from mirps_data.tables import BrokenTablesError, load_tables


def table(request: Request) -> Response:
    """A table as CSV or JSON; `country` and `area` select commitments, as everywhere."""
    name, kind = request.path_params["name"], request.path_params["kind"]
    if name == "datapackage" and kind == "json":
        return JSONResponse(data_package())
    if name not in schemas() or kind not in ("csv", "json"):
        known = ", ".join(f"/data/{name}.csv" for name in schemas())
        return PlainTextResponse(f"There is no such table. There are {known} and /data/datapackage.json.\n", 404)
    try:
        rows = getattr(load_tables(), name)
    except BrokenTablesError as broken:
        return PlainTextResponse("".join(f"{problem}\n" for problem in broken.problems), 503)
    if name == "commitments":
        query = {parameter: request.query_params.getlist(parameter) for parameter in request.query_params}
        rows = Selection.from_query(query).apply(rows)
    if kind == "json":
        content = json.dumps(rows.to_dict("records"), ensure_ascii=False, indent=1)
        return _file(f"{content}\n", f"{name}.json", "application/json")
    return _file(rows.to_csv(index=False, lineterminator="\n"), f"{name}.csv", "text/csv")


def _file(content: str, name: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f'inline; filename="mirps-{name}"'}
    return Response(content, media_type=media_type, headers=headers)


routes = [Route("/data/{name}.{kind}", table)]
