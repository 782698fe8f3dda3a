"""A deck as PowerPoint: native tables and charts whose data can be edited, with notes, alt text and slide numbers."""

import io
from copy import deepcopy

from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Cm, Emu, Pt

from mirps_data.deck import FINDING, SOURCE, TITLE, UNITS
from mirps_data.language import PRINTED, Language
from mirps_data.reference import FOCUS_AREAS
from mirps_design.palette import AREA_COLOURS, GAP, INK
from mirps_publish import layouts
from mirps_publish.brief import printable
from mirps_publish.chart_data import NamedChartData
from mirps_publish.deck import Deck, Screen
from mirps_publish.number_table import Cell
from mirps_publish.office import author, describe, empty_deck

_LAYOUTS = {TITLE: layouts.TITLE, FINDING: layouts.TABLE, UNITS: layouts.CHART, SOURCE: layouts.CLOSING}
_SIZES = ((350, 24), (700, 20), (1300, 18))  # up to so many letters, type of so many points
_SMALLEST, _TABLE = 15, 16
_WIDEST_GAP = 500  # per cent of a bar, as far as PowerPoint goes; bars are as thick for one country as for seven
_TALLEST, _HEAD = Cm(1.6), 2  # rows of a table, and how many of them its heads are as tall as

Run = tuple[str, str, bool]  # words, their language, and whether they are bold


def as_pptx(deck: Deck) -> bytes:
    """The deck as a .pptx file, a slide a screen."""
    say, slides = deck.brief.say, Presentation(empty_deck(deck.brief.say))
    describe(slides.core_properties, say, printable(deck.brief.title))
    for screen in deck.screens:
        slide = slides.slides.add_slide(slides.slide_layouts[_LAYOUTS.get(screen.kind, layouts.TEXT)])
        _fill(slide, deck, screen)
        _paragraphs(slide.notes_slide.notes_text_frame, _notes(deck, screen))
    stream = io.BytesIO()
    slides.save(stream)
    return stream.getvalue()


def _fill(slide: Slide, deck: Deck, screen: Screen) -> None:
    """Puts what a screen holds into the places of its layout; a place for which there is nothing is taken away."""
    say = deck.brief.say
    _named(slide)
    _paragraphs(slide.shapes.title.text_frame, [[(screen.title, say.tag, False)]])
    words = slide.placeholders[layouts.CAPTION if screen.kind in (FINDING, UNITS) else layouts.WORDS]
    if screen.kind == FINDING:
        left, width, height = words.left, words.width, words.height
        bottom = _table(slide, deck)
        words.left, words.top, words.width, words.height = left, bottom, width, height
    if screen.kind == UNITS:
        _chart(slide, deck)
    if screen.lines or screen.quotes:
        size = None if screen.kind in _LAYOUTS else _size(screen)
        _paragraphs(words.text_frame, _words(say, screen), size)
    else:
        words.element.getparent().remove(words.element)


def _named(slide: Slide) -> None:
    """Names the places in the language, as in the layout, and adds the slide's number, which the library leaves out."""
    for place in slide.slide_layout.placeholders:
        number = place.placeholder_format.idx
        if number in {each.placeholder_format.idx for each in slide.placeholders}:
            slide.placeholders[number].name = place.name
        else:
            slide.shapes.element.append(deepcopy(place.element))


def _paragraphs(frame: TextFrame, paragraphs: list[list[Run]], size: int | None = None) -> None:
    """Writes runs, each in its language; without a size they have the layout's."""
    for index, runs in enumerate(paragraphs):
        paragraph = frame.add_paragraph() if index else frame.paragraphs[0]
        for words, language, bold in runs:
            _run(paragraph, words, language, bold=bold, size=size)


def _run(paragraph: _Paragraph, words: str, language: str, *, bold: bool = False, size: int | None = None) -> None:
    run = paragraph.add_run()
    run.text = printable(words)
    run.font.bold, run.font.size = bold or None, Pt(size) if size else None
    run._r.get_or_add_rPr().set("lang", language)


def _words(say: Language, screen: Screen) -> list[list[Run]]:
    """The screen's lines and quotes, a paragraph each."""
    lines = [[(line, say.tag, False)] for line in screen.lines]
    quotes = [
        [(f"{quote.id} · {quote.place}: ", say.tag, True), (quote.text, PRINTED, False)] for quote in screen.quotes
    ]
    return lines + quotes


def _size(screen: Screen) -> int:
    """The largest type that holds the screen's lines and quotes."""
    letters = sum(map(len, screen.lines)) + sum(len(quote.text) + 60 for quote in screen.quotes)
    return next((size for most, size in _SIZES if letters <= most), _SMALLEST)


def _notes(deck: Deck, screen: Screen) -> list[list[Run]]:
    """What the speaker has below the slide: the full texts, and the source of everything."""
    tag = deck.brief.say.tag
    quotes = [[(f"{quote.id} ({quote.place}): ", tag, False), (quote.text, PRINTED, False)] for quote in screen.quotes]
    return quotes + [[(f"{name}: {fact}", tag, False)] for name, fact in deck.brief.stamp.items()]


def _table(slide: Slide, deck: Deck) -> Emu:
    """Draws the number table; where it ends, so that what must stand beside it does."""
    say, printed, place = deck.brief.say, deck.brief.table, slide.placeholders[layouts.WORDS]
    height = min(Emu(place.height // (len(printed.lines) + _HEAD)), _TALLEST)
    frame = place.insert_table(len(printed.lines) + 1, len(printed.heads))
    _describe(frame, say("Number of commitments by country and focus area"))
    frame.table.horz_banding = False
    frame.table.rows[0].height = Emu(height * _HEAD)
    for line, row in zip(printed.lines, list(frame.table.rows)[1:], strict=True):
        row.height = height
        for number, cell in zip(line.cells, row.cells, strict=True):
            _write(cell, number, say.tag)
    for head, cell in zip(printed.heads, frame.table.rows[0].cells, strict=True):
        _write(cell, Cell(head, total=True), say.tag)
    for row in frame.table.rows:
        row.cells[0].text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return Emu(frame.top + height * (len(printed.lines) + _HEAD))


def _write(cell: _Cell, number: Cell, language: str) -> None:
    """A cell with its colours; what has none stands on white."""
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment, cell.vertical_anchor = PP_ALIGN.CENTER, MSO_ANCHOR.MIDDLE
    _run(paragraph, number.words, language, bold=number.total, size=_TABLE)
    paragraph.runs[0].font.color.rgb = _rgb(number.ink or INK)
    cell.fill.solid()
    cell.fill.fore_color.rgb = _rgb(number.fill or GAP)
    cell.margin_top = cell.margin_bottom = 0


def _chart(slide: Slide, deck: Deck) -> None:
    """The squares as what PowerPoint has for them: a stacked bar a country, whose data can be edited."""
    say, counts = deck.brief.say, deck.brief.counts
    data = NamedChartData(say("Counts"), author(say))
    data.categories = list(counts.index)
    for area in counts.columns:
        data.add_series(area, counts[area].tolist())
    frame = slide.placeholders[layouts.WORDS].insert_chart(XL_CHART_TYPE.BAR_STACKED, data)
    numbers = "; ".join(f"{name} {say.number(total)}" for name, total in counts.sum(axis="columns").items())
    _describe(frame, say("Commitments by country and focus area: {numbers}", numbers=numbers))
    _laid_out(frame.chart)
    _coloured(frame.chart, say)
    _in_language(frame.chart, say.tag)


def _laid_out(chart: Chart) -> None:
    chart.font.size = Pt(16)
    chart.has_legend, chart.legend.position, chart.legend.include_in_layout = True, XL_LEGEND_POSITION.BOTTOM, False
    chart.category_axis.reverse_order = True
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    countries = len(chart.plots[0].categories)
    chart.plots[0].gap_width, chart.plots[0].overlap = min(980 // countries - 100, _WIDEST_GAP), 100


def _coloured(chart: Chart, say: Language) -> None:
    colours = {area.label(say.code): AREA_COLOURS[area.code] for area in FOCUS_AREAS}
    for series in chart.plots[0].series:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _rgb(colours[series.name])


def _in_language(chart: Chart, tag: str) -> None:
    """Says the language of a chart's words, which the library takes for American English."""
    space = chart.element
    language = OxmlElement("c:lang")
    language.set("val", tag)
    space.find(qn("c:date1904")).addnext(language)
    for marked in space.xpath("//@lang/.."):
        marked.set("lang", tag)


def _describe(frame: GraphicFrame, words: str) -> None:
    """Alt text."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", printable(words))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
