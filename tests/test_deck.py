import io
import re
import zipfile
from xml.etree import ElementTree

import openpyxl
import pptx
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mirps_data.counts import count, distinct
from mirps_data.deck import SCREENS, Composition
from mirps_data.language import language
from mirps_data.selection import Selection
from mirps_publish.brief import gather, printable
from mirps_publish.deck import gather_deck
from mirps_publish.pages import deck_page
from mirps_publish.powerpoint import as_pptx
from mirps_publish.routes import exception_handlers, routes
from tests.helpers import with_commitments
from tests.test_brief import HOSTILE, LINK, ROOT, SELECTIONS
from tests.test_light_pages import Page


def deck_of(tables, selection=Selection(), composition=Composition(), code="en"):  # noqa: B008 - frozen values
    return gather_deck(tables, gather(language(code), tables, selection, LINK), composition)


def slides_of(deck):
    return list(pptx.Presentation(io.BytesIO(as_pptx(deck))).slides)


def chart_of(deck):
    return next(shape.chart for slide in slides_of(deck) for shape in slide.shapes if shape.has_chart)


def words_of(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def joined(screens, identifier):
    """The text of a commitment, put together from the parts that stand on screens."""
    return " ".join(quote.text for screen in screens for quote in screen.quotes if quote.id == identifier)


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_an_area_s_screen_says_its_count_and_share_of_what_is_selected(tables, selection):
    shown = selection.apply(tables)
    for screen in deck_of(tables, selection).screens:
        if number := re.search(r": (\d+) of (\d+)", screen.title):
            assert int(number[2]) == count(shown)


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_what_is_quoted_is_selected_and_quoted_whole(tables, selection):
    deck, texts = deck_of(tables, selection), distinct(selection.apply(tables)).set_index("id")["text"]
    quoted = {quote.id for screen in deck.screens for quote in screen.quotes}
    assert quoted
    for identifier in quoted:
        assert joined(deck.screens, identifier) == texts[identifier]


def test_the_screens_are_those_of_the_link_in_its_order(tables):
    deck = deck_of(tables, composition=Composition(("gaps", "health", "title")))
    assert [screen.kind for screen in deck.screens] == ["gaps", "health", "title"]


def test_pinned_commitments_are_shown_instead_of_the_first_ones(tables):
    deck = deck_of(tables, composition=Composition(pins=("MEX-HEA-03", "PAN-HEA-01")))
    health = [quote.id for screen in deck.screens if screen.kind == "health" for quote in screen.quotes]
    assert health == ["MEX-HEA-03", "PAN-HEA-01"]


def test_a_text_longer_than_a_screen_goes_on_on_the_next_and_is_never_cut(tables):
    long = "word " * 2000 + "end"
    deck = deck_of(with_commitments(tables, tables.commitments.head(1).assign(text=long)), Selection())
    assert len([screen for screen in deck.screens if screen.kind == "protection"]) > 1
    assert joined(deck.screens, "BLZ-PRO-01") == long


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_both_layouts_hold_the_same_screens_word_for_word(tables, selection, code):
    deck = deck_of(tables, selection, code=code)
    page, slides = Page(deck_page(deck, Composition(), ROOT)), slides_of(deck)
    assert page.tags.count("section") == len(slides) == len(deck.screens)
    for screen, slide in zip(deck.screens, slides, strict=True):
        for words in (screen.title, *screen.lines, *(quote.text for quote in screen.quotes)):
            assert words in page.text
            assert words in words_of(slide)


def test_the_deck_needs_nothing_else_once_it_is_loaded(tables):
    content = deck_page(deck_of(tables), Composition(), ROOT)
    assert len(content.encode()) < 120_000
    assert not re.search(r"<img|<iframe|<link rel=.stylesheet|@import|src=|url\(|fetch\(", content)


def test_tables_and_charts_are_native_and_described(tables):
    slides = slides_of(deck_of(tables))
    table = next(shape for slide in slides for shape in slide.shapes if shape.has_table)
    chart = next(shape for slide in slides for shape in slide.shapes if shape.has_chart)
    assert [cell.text for cell in table.table.rows[8].cells] == ["Total", "131", "41", "26", "18", "13", "229"]
    assert sum(sum(series.values) for series in chart.chart.plots[0].series) == 229
    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in (table, chart))


def test_every_slide_has_a_number_and_notes_with_full_texts_and_source(tables):
    deck = deck_of(tables, Selection.of(country="CRI"))
    for screen, slide in zip(deck.screens, slides_of(deck), strict=True):
        assert slide.element.xpath(".//a:fld[@type='slidenum']")
        notes = slide.notes_slide.notes_text_frame.text
        assert all(quote.text in notes for quote in screen.quotes)
        assert LINK in notes


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_run_of_a_deck_is_in_its_language_or_a_commitment_in_english(tables, code):
    deck, said = deck_of(tables, Selection.of(country=["CRI", "MEX"]), code=code), []
    texts = {quote.text for screen in deck.screens for quote in screen.quotes}
    with zipfile.ZipFile(io.BytesIO(as_pptx(deck))) as package:
        names = [name for name in package.namelist() if re.match(r"ppt/(slide|notes|chart).*\.xml$", name)]
        parts = [ElementTree.fromstring(package.read(name)) for name in names]
    for part in parts:
        for run in part.findall(".//{*}r") + part.findall(".//{*}fld"):
            words = run.findtext("{*}t")
            assert run.find("{*}rPr").get("lang") == ("en-GB" if words in texts else deck.brief.say.tag), words
            said.append(words)
    assert texts
    assert texts <= set(said)


def test_a_chart_s_words_are_in_the_language_of_the_deck(tables, say):
    chart = chart_of(deck_of(tables, code=say.code))
    assert chart.element.find("{*}lang").get("val") == say.tag
    assert {element.get("lang") for element in chart.element.iter() if element.get("lang")} == {say.tag}


def test_a_chart_s_data_stand_on_a_sheet_named_in_the_language(tables, say):
    deck = deck_of(tables, code=say.code)
    chart = chart_of(deck)
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert book.sheetnames == [say("Counts")]
    references = [element.text for element in chart.element.iter("{*}f")]
    assert len(references) == 15
    assert all(reference.startswith(f"'{say('Counts')}'!$") for reference in references)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[0][1:] == tuple(deck.brief.counts.columns)
    assert rows[1] == (deck.brief.counts.index[0], *deck.brief.counts.iloc[0])


def test_a_slide_fills_the_places_of_a_wide_layout_and_leaves_none_empty(tables, say):
    presentation = pptx.Presentation(io.BytesIO(as_pptx(deck_of(tables, code=say.code))))
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9)
    assert [layout.name for layout in presentation.slide_layouts][0] == say("Title")
    for slide in presentation.slides:
        assert len({shape.shape_id for shape in slide.shapes}) == len(slide.shapes)
        for shape in slide.shapes:
            assert shape.is_placeholder
            assert not shape.has_text_frame or shape.text_frame.text
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_caution_stands_right_below_the_table_of_a_slide(tables, selection):
    slide = slides_of(deck_of(tables, selection))[1]
    table = next(shape for shape in slide.shapes if shape.has_table)
    caution = next(
        shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text.startswith("Plans")
    )
    assert caution.top == table.top + sum(row.height for row in table.table.rows)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_hostile_text_stays_text_on_page_and_slide(tables, text):
    deck = deck_of(with_commitments(tables, tables.commitments.head(1).assign(text=text)), Selection())
    shown = re.sub(r"\s", "", printable(text))
    slides = re.sub(r"\s", "", "".join(words_of(slide) for slide in slides_of(deck)))
    page = Page(deck_page(deck, Composition(), ROOT))
    assert shown[:1000] in slides
    assert re.sub(r"\s", "", text)[:1000] in re.sub(r"\s", "", page.text)
    assert page.tags.count("script") == 1


def test_an_empty_selection_has_no_deck_and_says_why():
    client = TestClient(Starlette(routes=routes, exception_handlers=exception_handlers))
    response = client.get("/deck?country=HND&area=health&lang=en")
    assert (response.status_code, "no commitment is selected" in response.text) == (404, True)
    assert client.get("/deck?lang=es").status_code == 200


def test_all_the_screens_can_be_shown_in_any_language(tables, say):
    deck = deck_of(tables, code=say.code)
    assert {screen.kind for screen in deck.screens} == set(SCREENS)
