"""Makes mirps_ui/outlines.json, the outlines on the map, from Natural Earth.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/outlines.py package/countries-50m.json

Natural Earth is in the public domain; the npm package world-atlas (ISC licence) holds it as TopoJSON.
"""

import json
import sys
from itertools import accumulate
from pathlib import Path

from mirps_data.reference import COUNTRIES

DECIMALS = 2
SMALLEST_RING = 8


def main(source: str) -> None:
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes = {shape["properties"]["name"]: shape for shape in topology["objects"]["countries"]["geometries"]}
    outlines = {country.iso3: _rings(shapes[country.name], arcs) for country in COUNTRIES}
    target = Path(__file__).parent.parent / "mirps_ui" / "outlines.json"
    about = "Natural Earth, 1:50 million, public domain, by way of world-atlas (ISC); longitude and latitude in degrees"
    target.write_text(json.dumps({"source": about, "outlines": outlines}, separators=(",", ":")) + "\n")


def _decoded(arc: list, transform: dict) -> list[tuple[float, float]]:
    """An arc's points in degrees: TopoJSON stores differences of scaled whole numbers."""
    xs, ys = (accumulate(values) for values in zip(*arc, strict=True))
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    return [
        (round(x * scale_x + shift_x, DECIMALS), round(y * scale_y + shift_y, DECIMALS))
        for x, y in zip(xs, ys, strict=True)
    ]


def _rings(shape: dict, arcs: list) -> list[list[tuple[float, float]]]:
    """The outer rings of a country; a negative arc number means that arc backwards. Specks are left out."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = []
    for outer, *_ in polygons:
        points = [point for number in outer for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
        rings.append([point for point, before in zip(points, [None, *points], strict=False) if point != before])
    rings.sort(key=len, reverse=True)
    return [ring for ring in rings if len(ring) >= SMALLEST_RING] or rings[:1]


if __name__ == "__main__":
    main(sys.argv[1])
