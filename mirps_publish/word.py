"""A briefing as a Word document: real headings, tables and styles, so that a table of contents works."""

import io
from itertools import groupby

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from mirps_data.commitment import Commitment
from mirps_data.language import Language
from mirps_data.messages import repeats
from mirps_publish.brief import Brief, printable
from mirps_publish.number_table import Cell
from mirps_publish.office import describe, empty_document

_ACROSS, _FIRST = Cm(16.6), Cm(2.9)


def as_docx(brief: Brief) -> bytes:
    """The briefing as a .docx file."""
    document, say = Document(empty_document(brief.say)), brief.say
    describe(document.core_properties, say, printable(brief.title))
    _paragraph(document, say, brief.title, "Title")
    for finding in brief.findings:
        _paragraph(document, say, finding)
    _counts(document, brief)
    _paragraph(document, say, brief.caution, "Caption")
    if brief.repeated:
        _paragraph(document, say, brief.repeated, "Caption")
    _commitments(document, brief)
    _paragraph(document, say, say("About this briefing"), "Heading 1")
    for name, fact in brief.stamp.items():
        _run(_paragraph(document, say, f"{name}: ", bold=True), fact, say.tag)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _paragraph(
    document: WordDocument, say: Language, words: str, style: str = "Normal", *, bold: bool = False
) -> Paragraph:
    paragraph = document.add_paragraph(style=style)
    _run(paragraph, words, say.tag, bold=bold)
    return paragraph


def _run(paragraph: Paragraph, words: str, language: str, *, bold: bool = False, italic: bool = False) -> None:
    """Words at the end of a paragraph, in their language."""
    run = paragraph.add_run(printable(words))
    run.bold, run.italic = bold or None, italic or None
    run._r.get_or_add_rPr().append(_element("w:lang", val=language))


def _counts(document: WordDocument, brief: Brief) -> None:
    say, printed = brief.say, brief.table
    table = document.add_table(rows=0, cols=len(printed.heads), style="Number table")
    rows = (tuple(Cell(head, total=True) for head in printed.heads), *(line.cells for line in printed.lines))
    for row in rows:
        for index, (cell, number) in enumerate(zip(table.add_row().cells, row, strict=True)):
            _run(cell.paragraphs[0], number.words, say.tag, bold=number.total)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER if index else WD_ALIGN_PARAGRAPH.LEFT
    _fit(table)
    for row, drawn in zip(rows, table.rows, strict=True):
        for number, cell in zip(row, drawn.cells, strict=True):
            _shade(cell, number)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table._tbl.tblPr.append(_element("w:tblDescription", val=say("Number of commitments by country and focus area")))


def _fit(table: Table) -> None:
    """Columns as wide as the page, the first for names."""
    table.autofit = False
    narrow = (_ACROSS - _FIRST) // (len(table.columns) - 1)
    for index, column in enumerate(table.columns):
        for cell in column.cells:
            cell.width = narrow if index else _FIRST


def _shade(cell: _Cell, number: Cell) -> None:
    if number.fill:
        cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", fill=number.fill.removeprefix("#")))
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor.from_string(number.ink.removeprefix("#"))


def _commitments(document: WordDocument, brief: Brief) -> None:
    for country, groups in groupby(brief.groups, key=lambda group: group.country):
        _paragraph(document, brief.say, country, "Heading 1")
        for group in groups:
            _paragraph(document, brief.say, f"{group.area} ({group.counted})", "Heading 2")
            for commitment in group.commitments:
                _commitment(document, brief.say, commitment)


def _commitment(document: WordDocument, say: Language, commitment: Commitment) -> None:
    paragraph = _paragraph(document, say, f"{commitment.id}  ", "Quote", bold=True)
    _run(paragraph, commitment.text, commitment.lang)
    if commitment.duplicate_of:
        _run(paragraph, f"  {repeats(say, commitment.duplicate_of)}", say.tag, italic=True)


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element that the library has no words for."""
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
