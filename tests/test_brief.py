import io
import re

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from mirps_data.counts import count
from mirps_data.language import language
from mirps_data.selection import Selection
from mirps_publish.brief import gather, printable
from mirps_publish.pages import brief_page
from mirps_publish.pdf import as_pdf
from mirps_publish.word import as_docx
from tests.helpers import with_commitments
from tests.test_light_pages import Page

ROOT = "http://dashboard.test/"
LINK = f"{ROOT}commitments?lang=en"
SELECTIONS = [
    Selection(),
    Selection.of(country="MEX"),
    Selection.of(area="health"),
    Selection.of(country=["HND", "SLV"], area=["jobs", "protection"]),
    Selection.of("COMAR"),
]
HOSTILE = [
    '=HYPERLINK("http://x","y")',
    "<script>alert(1)</script> & <b>",
    "]]> -->",
    "{{ 7*7 }} {% raw %}",
    "#panic() *bold* $x$ @label <tag> \\ `raw`",
    "bell \x07 and escape \x1b and backspace \x08",
    "\u202eright to left\u202c \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "x" * 20_000,
]


def brief_of(tables, selection=Selection(), code="en"):  # noqa: B008 - a frozen value
    return gather(language(code), tables, selection, LINK)


def word_paragraphs(content):
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def pdf_text(content):
    """The words of a PDF without spaces, which its line breaks change, and without page numbers; hyphens are kept."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    return without_spaces("\n".join(re.sub(r"(?m)^\d+ / \d+$", "", page) for page in pages))


def without_spaces(text):
    return re.sub(r"\s+", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff"))


def squeezed(text):
    """Text without what a layout's line breaks change."""
    return re.sub(r"[\u00ad\u2010-]+", "", without_spaces(text))


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_every_selected_commitment_is_in_exactly_one_group(tables, selection):
    grouped = [each.id for group in brief_of(tables, selection).groups for each in group.commitments]
    assert sorted(grouped) == sorted(selection.apply(tables)["id"])


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_its_table_and_its_squares_count_what_is_selected(tables, selection):
    brief = brief_of(tables, selection)
    number = count(selection.apply(tables))
    assert brief.counts.to_numpy().sum() == number
    assert sum(map(len, brief.units.values())) == number
    assert brief.title.startswith(f"{number} commitment")


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_word_document_holds_each_commitment_once_word_for_word(tables, selection, code):
    paragraphs = word_paragraphs(as_docx(brief_of(tables, selection, code)))
    for row in selection.apply(tables).itertuples():
        found = [paragraph for paragraph in paragraphs if paragraph.startswith(f"{row.id}  ")]
        assert len(found) == 1
        assert found[0].removeprefix(f"{row.id}  ").startswith(row.text)


def test_the_word_document_has_real_headings_a_real_table_and_says_what_it_is(tables):
    document = Document(io.BytesIO(as_docx(brief_of(tables, Selection.of(country=["MEX", "PAN"])))))
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == ["Mexico", "Panama", "About this briefing"]
    assert [cell.text for cell in document.tables[0].rows[-1].cells][-1] == "65"
    assert document.core_properties.language == "en-GB"
    assert any(paragraph.text.endswith(LINK) for paragraph in document.paragraphs)


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_pdf_holds_each_commitment_word_for_word(tables, selection, code):
    text = pdf_text(as_pdf(brief_of(tables, selection, code)))
    for row in selection.apply(tables).itertuples():
        assert without_spaces(f"{row.id}{row.text}") in text


def test_the_pdf_is_tagged_and_has_a_title_a_language_and_bookmarks(tables):
    reader = PdfReader(io.BytesIO(as_pdf(brief_of(tables, Selection.of(country=["MEX", "PAN"]), "es"))))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "es"
    assert reader.metadata.title == "65 compromisos de los planes de México y Panamá"
    assert "México" in [entry.title for entry in reader.outline if not isinstance(entry, list)]


def test_english_texts_in_a_spanish_pdf_break_between_lines_as_english_does(tables):
    content = as_pdf(brief_of(tables, code="es"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert "asylum-\nseekers" in text
    assert not re.search(r"-\s*\n-", text)


@pytest.mark.parametrize(("code", "languages"), [("es", {"es", "en-GB"}), ("en", {"en", "en-GB"})])
def test_the_pdf_says_the_language_of_its_words_and_of_the_commitments(tables, code, languages):
    page = PdfReader(io.BytesIO(as_pdf(brief_of(tables, code=code)))).pages[0]
    content = page.get_contents().get_data().decode("latin-1")
    assert set(re.findall(r"/Lang\(([\w-]+)\)", content)) == languages


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_caution_stands_right_below_the_counts(tables, selection, code):
    brief = brief_of(tables, selection, code)
    body = Document(io.BytesIO(as_docx(brief))).element.body
    table = next(iter(body.iterchildren("{*}tbl")))
    assert table.getnext().xpath("string(.)") == brief.caution
    assert without_spaces(brief.table.lines[-1].cells[-1].words + brief.caution) in pdf_text(as_pdf(brief))
    assert re.search(rf"{re.escape(brief.table.lines[-1].cells[-1].words)}\s+{brief.caution}", html_text(brief))


def html_text(brief):
    return Page(brief_page(brief, ROOT)).text


@pytest.mark.parametrize(
    ("selection", "heads", "lines"),
    [
        (Selection(), 7, 8),
        (Selection.of(country="MEX"), 7, 1),
        (Selection.of(area="health"), 2, 8),
        (Selection.of(country="MEX", area="health"), 2, 1),
    ],
    ids=str,
)
def test_a_total_never_repeats_the_only_row_or_column(tables, say, selection, heads, lines):
    table = brief_of(tables, selection, say.code).table
    assert (len(table.heads), len(table.lines)) == (heads, lines)
    assert (table.heads[-1] == "Total", table.lines[-1].name == "Total") == (heads > 2, lines > 1)
    assert {len(line.cells) for line in table.lines} == {heads}


def test_the_number_table_shades_what_is_listed_and_leaves_gaps_and_totals_white(tables):
    numbers = [number for line in brief_of(tables).table.lines for number in line.numbers]
    for number in numbers:
        assert bool(number.fill) == (number.number > 0 and not number.total)
        assert number.words == (str(number.number) if number.number else "–")
    assert {number.fill for number in numbers if number.number == 38 and not number.total} == {"#0B3754"}


def test_the_word_document_s_counts_have_the_colours_of_the_number_table(tables):
    brief = brief_of(tables)
    cells = Document(io.BytesIO(as_docx(brief))).tables[0].rows[1].cells[1:]
    shaded = [cell._tc.xpath("string(w:tcPr/w:shd/@w:fill)") for cell in cells]
    assert shaded == [number.fill.removeprefix("#") for number in brief.table.lines[0].numbers]


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_run_of_a_word_document_is_in_the_documents_language_or_a_commitment_in_english(tables, code):
    brief = brief_of(tables, code=code)
    document = Document(io.BytesIO(as_docx(brief)))
    texts, said = set(tables.commitments["text"]), []
    for part in (document.element, document.sections[0].footer._element):
        for run in part.xpath(".//w:r[w:t]"):
            language = run.xpath("string(w:rPr/w:lang/@w:val)")
            assert language == ("en-GB" if run.text in texts else brief.say.tag), run.text
            said.append(run.text)
    assert texts <= set(said)


def test_the_word_document_is_on_a4_with_styles_of_its_own(tables):
    document = Document(io.BytesIO(as_docx(brief_of(tables))))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert document.tables[0].style.name == "Number table"
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert used == {"Title", "Normal", "Caption", "Heading 1", "Heading 2", "Quote"}


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_page_holds_each_commitment_once_word_for_word(tables, selection, code):
    content = brief_page(brief_of(tables, selection, code), ROOT)
    page = Page(content)
    for row in selection.apply(tables).itertuples():
        assert content.count(f'<li id="{row.id}"') == 1
        assert row.text in page.text


def test_the_page_needs_nothing_else_and_is_small(tables):
    content = brief_page(brief_of(tables), ROOT)
    assert len(content.encode()) < 300_000
    assert not re.search(r"<img|<iframe|<link rel=.stylesheet|@import|src=|url\(", content)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_hostile_text_stays_text_in_every_shape(tables, text):
    brief = brief_of(with_commitments(tables, tables.commitments.head(1).assign(text=text)), Selection())
    shown = printable(text)
    document = Document(io.BytesIO(as_docx(brief)))
    assert any(shown in paragraph.text for paragraph in document.paragraphs)
    assert not document.element.xpath("//w:hyperlink | //w:instrText")
    page = Page(brief_page(brief, ROOT))
    assert text.replace("\r", "") in page.text
    assert page.tags.count("script") == 1
    extracted = pdf_text(as_pdf(brief))
    assert without_spaces(text)[:40] in extracted or not text.isascii() or not text.isprintable()


@settings(max_examples=60)
@given(st.text())
def test_what_is_printable_keeps_its_length_and_is_stable(text):
    assert len(printable(text)) == len(text)
    assert printable(printable(text)) == printable(text)


def test_every_shape_says_what_it_shows_in_words_with_edition_date_rule_and_link(tables, say):
    brief = gather(say, tables, Selection.of(country="MEX", area="health"), LINK)
    assert list(brief.stamp.values())[0] == brief.title
    assert LINK in brief.stamp.values()
    shapes = [
        "\n".join(word_paragraphs(as_docx(brief))),
        Page(brief_page(brief, ROOT)).text,
    ]
    for shape in shapes:
        assert all(fact in shape for fact in brief.stamp.values())
    assert without_spaces(brief.title) in pdf_text(as_pdf(brief))
