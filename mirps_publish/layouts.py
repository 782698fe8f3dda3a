"""The layouts of a PowerPoint deck as records: which placeholders a slide has, and where they stand."""

from dataclasses import dataclass

from mirps_data.language import Language

TITLE, TEXT, SECTION, TABLE, CHART, CLOSING = range(6)
WORDS, CAPTION = 1, 2  # the places of a layout beside its title, which is 0
_TOP, _LEFT, _ACROSS, _DOWN = 4.2, 1.6, 30.6, 13.2
_NUMBER = 12


@dataclass(frozen=True)
class Place:
    """A placeholder: what PowerPoint calls its kind, its number in the layout, and its name.

    Its box (left, top, width, height) is in centimetres and the size of its type in points; `anchor` is where the text
    stands in the box: t, ctr or b.
    """

    kind: str
    index: int
    name: str
    box: tuple[float, float, float, float]
    size: int = 24
    anchor: str = "t"


@dataclass(frozen=True)
class Layout:
    """A layout: its name in the language, and its placeholders, the slide's number among them."""

    name: str
    places: tuple[Place, ...]


def layouts(say: Language) -> tuple[Layout, ...]:
    """The layouts, at the places that TITLE, TEXT and so on name."""
    number, body = slide_number(say), (_LEFT, _TOP, _ACROSS, _DOWN)
    head = Place("title", 0, say("Title"), (_LEFT, 0.9, _ACROSS, 3.0), 30, "ctr")
    lead = Place("ctrTitle", 0, say("Title"), (_LEFT, 4.2, _ACROSS, 6.2), 44, "b")
    under = Place("subTitle", WORDS, say("Subtitle"), (_LEFT, 10.8, _ACROSS, 4.0))
    above_caption, caption = (_LEFT, _TOP, _ACROSS, 11.4), (_LEFT, 15.9, _ACROSS, 1.6)
    return (
        Layout(say("Title"), (lead, under, number)),
        Layout(say("Title and text"), (head, Place("body", WORDS, say("Text"), body), number)),
        Layout(say("Section"), (lead, Place("body", WORDS, say("Text"), (_LEFT, 10.8, _ACROSS, 4.0)), number)),
        Layout(
            say("Table"),
            (
                head,
                Place("tbl", WORDS, say("Table"), above_caption, 16),
                Place("body", CAPTION, say("Caption"), caption, 16),
                number,
            ),
        ),
        Layout(
            say("Chart"),
            (
                head,
                Place("chart", WORDS, say("Chart"), above_caption, 16),
                Place("body", CAPTION, say("Caption"), caption, 16),
                number,
            ),
        ),
        Layout(say("Closing"), (head, Place("body", WORDS, say("Text"), body, 16), number)),
    )


def slide_places(say: Language) -> tuple[Place, ...]:
    """The placeholders of the master."""
    head, body, number = layouts(say)[TEXT].places
    return (head, body, number)


def slide_number(say: Language) -> Place:
    """Where the number of the slide stands."""
    return Place("sldNum", _NUMBER, say("Slide number"), (29.2, 17.6, 3.0, 1.0), 12)


def notes_places(say: Language) -> tuple[Place, ...]:
    """The placeholders of a page of notes: the slide, and what the speaker has below it."""
    return (
        Place("sldImg", 2, say("Slide"), (1.9, 1.9, 15.2, 8.55)),
        Place("body", 3, say("Notes"), (1.9, 11.2, 15.2, 12.4), 12),
    )
