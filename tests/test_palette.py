import re

from mirps_data.reference import FOCUS_AREAS, PROJECT
from mirps_design.palette import AREA_COLOURS, css_variables


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_focus_area_has_a_colour_that_stands_out_against_white():
    assert list(AREA_COLOURS) == [area.code for area in FOCUS_AREAS]
    assert all(1.05 / (luminance(colour) + 0.05) >= 3 for colour in AREA_COLOURS.values())


def test_the_colours_of_focus_areas_are_written_in_one_place():
    css = css_variables(".mirps")
    assert all(f"--{code}: {colour}" in css for code, colour in AREA_COLOURS.items())
    only_areas = [AREA_COLOURS[code] for code in ("education", "health")]
    for path in PROJECT.glob("mirps_*/**/*"):
        if path.suffix in (".py", ".css", ".html", ".svg") and path.name != "palette.py":
            words = path.read_text(encoding="utf-8")
            assert not [colour for colour in only_areas if re.search(colour, words, re.IGNORECASE)], path
