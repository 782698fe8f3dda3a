"""The colours, once for every output."""

RAMP = ("#CDE3F1", "#8FC1E1", "#4F9ED0", "#0072BC", "#05568B", "#0B3754")
ACCENT, TITLE, INK, MUTED, LINE, GAP = "#0072BC", "#0B3754", "#1B2A35", "#44535E", "#C9D6DF", "#FFFFFF"
# At least 3:1 against white, and apart under simulated colour blindness.
AREA_COLOURS = {
    "protection": "#0072BC",
    "jobs": "#B98405",
    "social_protection": "#0B3754",
    "education": "#683229",
    "health": "#737373",
}
_DARK = 3  # the first step of the ramp with white text on it


def shade(number: float, largest: float) -> int:
    """The step of the ramp, 0 to 5, for a number above zero; by square root, so that small numbers differ too."""
    return min(int((number / largest) ** 0.5 * len(RAMP)), len(RAMP) - 1) if number else 0


def text_on(step: int) -> str:
    """The colour of text on a step of the ramp."""
    return "#000000" if step < _DARK else "#FFFFFF"


def css_variables(selector: str) -> str:
    """The colours of the focus areas as variables of CSS, by the areas' codes: `--social_protection`."""
    colours = "; ".join(f"--{code}: {colour}" for code, colour in AREA_COLOURS.items())
    return f"{selector} {{ {colours} }}\n"
