"""Draws the house: the packages, their modules and who imports whom, read off the code.

python -m tools.house     writes docs/house.svg
"""

import ast
from pathlib import Path

from jinja2 import Environment

PROJECT = Path(__file__).parent.parent
PICTURE = PROJECT / "docs" / "house.svg"
# The place of each package's box: its row from the top, its left edge and its width. Imports point down.
PLACES = {
    "pages": (0, 16, 412),
    "app": (0, 472, 412),
    "mirps_ui": (1, 16, 412),
    "mirps_publish": (1, 472, 412),
    "mirps_design": (2, 256, 388),
    "mirps_data": (3, 16, 868),
}
WIDTH, LINE, HEAD, GAP, MARGIN, INSET = 900, 19, 34, 44, 16, 30

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{ width }} {{ height }}" role="img"
 font-family="sans-serif" font-size="14" fill="#1b2a35">
<title>The house: packages, their modules, and who imports whom</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
<path d="M0 0 8 4 0 8z" fill="#0072bc"/></marker></defs>
<rect width="{{ width }}" height="{{ height }}" fill="#fff"/>
{% for box in boxes %}
<rect x="{{ box.x }}" y="{{ box.y }}" width="{{ box.width }}" height="{{ box.height }}"
 rx="4" fill="#f2f6f9" stroke="#7f93a1"/>
<text x="{{ box.x + 12 }}" y="{{ box.y + 23 }}" font-weight="bold" fill="#0b3754">{{ box.name }}</text>
{% for line in box.lines %}
<text x="{{ box.x + 12 }}" y="{{ box.y + head + 12 + loop.index0 * step }}">{{ line }}</text>
{% endfor %}
{% endfor %}
{% for x1, y1, x2, y2 in arrows %}
<path d="M{{ x1 }} {{ y1 }} {{ x2 }} {{ y2 }}" stroke="#0072bc" stroke-width="2" marker-end="url(#tip)"/>
{% endfor %}
</svg>
"""


def modules(package):
    """The modules of a package, in order; of the application, itself."""
    folder = PROJECT / package
    return sorted(path for path in folder.glob("*.py") if path.stem != "__init__") if folder.is_dir() else []


def imported(path):
    """The packages that a file imports, or names as a file to run."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]
        elif isinstance(node, ast.Constant) and str(node.value).endswith(".py"):
            yield node.value.split("/")[0]


def imports():
    """Each package with those that it imports, itself left out."""
    files = {name: modules(name) or [PROJECT / f"{name}.py"] for name in PLACES}
    return {
        name: {to for path in paths for to in imported(path)} & PLACES.keys() - {name} for name, paths in files.items()
    }


def folded(words, width):
    """Words in lines that are not longer than a width in pixels, at 8 a letter."""
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) + 3 > width // 8:
            lines.append("")
        lines[-1] += f" · {word}" if lines[-1] else word
    return [line for line in lines if line]


def boxes():
    """The box of each package, by its name, as tall as its row."""
    found, top = {}, MARGIN
    for row in sorted({row for row, _, _ in PLACES.values()}):
        in_row = {name: (x, width) for name, (at, x, width) in PLACES.items() if at == row}
        lines = {name: folded([path.stem for path in modules(name)], width - 24) for name, (_, width) in in_row.items()}
        height = HEAD + LINE * max(map(len, lines.values())) + 6
        for name, (x, width) in in_row.items():
            found[name] = {"name": name, "x": x, "y": top, "width": width, "height": height, "lines": lines[name]}
        top += height + GAP
    return found


def arrows(found):
    """The arrows of the house; what is reached through a neighbour has none of its own."""
    drawn = imports()
    for name, others in drawn.items():
        through = set().union(*(drawn[other] for other in others)) if others else set()
        for other in sorted(others - through):
            upper, lower = found[name], found[other]
            x1, x2 = across(upper, lower)
            yield x1, upper["y"] + upper["height"], x2, lower["y"]


def across(upper, lower):
    """Where an arrow leaves one box and meets the other: straight down in the middle of what they share."""
    left, right = max(upper["x"], lower["x"]), min(upper["x"] + upper["width"], lower["x"] + lower["width"])
    if left < right:
        return (left + right) // 2, (left + right) // 2
    return (left + INSET, right - INSET) if upper["x"] == left else (right - INSET, left + INSET)


def draw():
    """The picture as SVG."""
    found = boxes()
    last = found["mirps_data"]
    size = {"width": WIDTH, "height": last["y"] + last["height"] + MARGIN}
    environment = Environment(autoescape=True, trim_blocks=True)
    return environment.from_string(DRAWING).render(
        boxes=found.values(), arrows=list(arrows(found)), head=HEAD, step=LINE, **size
    )


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
