"""A deck as PowerPoint: native tables and charts whose data can be edited, with notes, alt text and slide numbers."""

import io

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from mirps_data.presentation import FINDING, UNITS
from mirps_data.reference import FOCUS_AREAS
from mirps_publish.brief import printable, table_rows
from mirps_publish.deck import Deck, Screen

_FONT = "Calibri"
_INK = RGBColor(0x0B, 0x37, 0x54)
_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_LEFT, _ACROSS = Inches(0.6), Inches(12.1)
_TOP, _DOWN = Inches(1.7), Inches(5.2)
_TITLE_ONLY = 5  # the layout of the default template with a title and nothing else


def as_pptx(deck: Deck) -> bytes:
    """The deck as a .pptx file, a slide a screen."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = _WIDTH, _HEIGHT
    slides.core_properties.title = printable(deck.brief.title)
    slides.core_properties.language = deck.brief.say.code
    for screen in deck.screens:
        slide = slides.slides.add_slide(slides.slide_layouts[_TITLE_ONLY])
        _title(slide, screen)
        if screen.kind == FINDING:
            _table(slide, deck)
        if screen.kind == UNITS:
            _chart(slide, deck)
        _words(slide, screen)
        _slide_number(slide)
        slide.notes_slide.notes_text_frame.text = printable(_notes(deck, screen))
    stream = io.BytesIO()
    slides.save(stream)
    return stream.getvalue()


def _title(slide: Slide, screen: Screen) -> None:
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = _LEFT, Inches(0.35), _ACROSS, Inches(1.2)
    title.text_frame.word_wrap = True
    paragraph = title.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = printable(screen.title)
    run.font.name, run.font.size, run.font.bold, run.font.color.rgb = _FONT, Pt(30), True, _INK


def _words(slide: Slide, screen: Screen) -> None:
    """The screen's lines and quotes, in the largest type that holds them."""
    if not (screen.lines or screen.quotes):
        return
    below_table = screen.kind == FINDING
    top, height = (Inches(6.7), Inches(0.6)) if below_table else (_TOP, _DOWN)
    frame = slide.shapes.add_textbox(_LEFT, top, _ACROSS, height).text_frame
    frame.word_wrap = True
    letters = sum(map(len, screen.lines)) + sum(len(quote.text) + 60 for quote in screen.quotes)
    size = Pt(
        14 if below_table else next((size for most, size in ((350, 24), (700, 20), (1300, 18)) if letters <= most), 15)
    )
    pieces = [("", line) for line in screen.lines] + [
        (f"{quote.id} · {quote.place}: ", quote.text) for quote in screen.quotes
    ]
    for index, (label, words) in enumerate(pieces):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(10)
        for text, is_label in ((label, True), (words, False)):
            run = paragraph.add_run()
            run.text = printable(text)
            run.font.name, run.font.size, run.font.bold = _FONT, size, is_label


def _table(slide: Slide, deck: Deck) -> None:
    printed = table_rows(deck.brief.say, deck.brief.table)
    rows = (printed.heads, *printed.body, printed.foot)
    shape = slide.shapes.add_table(len(rows), len(printed.heads), _LEFT, _TOP, _ACROSS, Inches(4.2))
    _describe(shape, deck.brief.say("Number of commitments by country and focus area"))
    for cells, words in zip(shape.table.rows, rows, strict=True):
        cells.height = Emu(int(Inches(4.2) / len(rows)))
        for cell, word in zip(cells.cells, words, strict=True):
            cell.text = word
            cell.text_frame.paragraphs[0].runs[0].font.name = _FONT
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(14)


def _chart(slide: Slide, deck: Deck) -> None:
    """The squares as what PowerPoint has for them: a stacked bar a country, whose data can be edited."""
    say, table = deck.brief.say, deck.brief.table
    data = CategoryChartData()
    data.categories = list(table.index)
    for area in table.columns:
        data.add_series(area, table[area].tolist())
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, _LEFT, _TOP, _ACROSS, _DOWN, data)
    numbers = "; ".join(f"{name} {say.number(total)}" for name, total in table.sum(axis="columns").items())
    _describe(frame, say("Commitments by country and focus area: {numbers}", numbers=numbers))
    chart = frame.chart
    chart.font.name, chart.font.size = _FONT, Pt(16)
    chart.has_legend, chart.legend.position, chart.legend.include_in_layout = True, XL_LEGEND_POSITION.BOTTOM, False
    chart.category_axis.reverse_order = True
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    chart.plots[0].gap_width, chart.plots[0].overlap = 40, 100
    colours = {area.label(say.code): area.colour for area in FOCUS_AREAS}
    for series in chart.plots[0].series:
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(colours[series.name].removeprefix("#"))


def _describe(shape: GraphicFrame, words: str) -> None:
    """Alt text."""
    shape._element.nvGraphicFramePr.cNvPr.set("descr", printable(words))


def _slide_number(slide: Slide) -> None:
    paragraph = slide.shapes.add_textbox(Inches(12.2), Inches(7.0), Inches(0.8), Inches(0.4)).text_frame.paragraphs[0]
    number = etree.SubElement(paragraph._p, qn("a:fld"), id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type="slidenum")
    etree.SubElement(number, qn("a:rPr"), lang="en-GB", sz="1200")
    etree.SubElement(number, qn("a:t")).text = "‹#›"


def _notes(deck: Deck, screen: Screen) -> str:
    """What the speaker has below the slide: the full texts, and the source of everything."""
    quotes = [f"{quote.id} ({quote.place}): {quote.text}" for quote in screen.quotes]
    return "\n\n".join([*quotes, *(f"{name}: {fact}" for name, fact in deck.brief.stamp.items())])
