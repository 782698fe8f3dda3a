"""A briefing as a Word document: real headings, tables and styles, so that a table of contents works."""

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from mirps_publish.brief import Brief, printable, table_rows

_FONT = "Calibri"
_WIDTH, _FIRST = Cm(15.2), Cm(2.9)
_INK = RGBColor(0x0B, 0x37, 0x54)


def as_docx(brief: Brief) -> bytes:
    """The briefing as a .docx file."""
    document = Document()
    _styled(document, brief)
    document.add_heading(printable(brief.title), level=0)
    for finding in brief.findings:
        document.add_paragraph(printable(finding))
    _counts(document, brief)
    if brief.repeated:
        document.add_paragraph(brief.repeated)
    _commitments(document, brief)
    document.add_heading(brief.say("About this briefing"), level=1)
    for name, fact in brief.stamp.items():
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(printable(fact))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _styled(document: WordDocument, brief: Brief) -> None:
    document.core_properties.title = printable(brief.title)
    document.core_properties.language = brief.say.code
    document.core_properties.author = brief.say("MIRPS commitments")
    for name, size in (("Normal", 11), ("Title", 24), ("Heading 1", 18), ("Heading 2", 14)):
        font = document.styles[name].font
        font.name, font.size = _FONT, Pt(size)
        if name != "Normal":
            font.color.rgb = _INK
            document.styles[name].element.rPr.rFonts.attrib.clear()
            font.name = _FONT
    _page_number(document)


def _page_number(document: WordDocument) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _counts(document: WordDocument, brief: Brief) -> None:
    printed = table_rows(brief.say, brief.table)
    table = document.add_table(rows=0, cols=len(printed.heads), style="Light Grid Accent 1")
    for row in (printed.heads, *printed.body, printed.foot):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(words).font.size = Pt(9)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.autofit = False
    narrow = (_WIDTH - _FIRST) // (len(printed.heads) - 1)
    for column, width in zip(table.columns, [_FIRST] + [narrow] * (len(printed.heads) - 1), strict=True):
        for cell in column.cells:
            cell.width = width
    document.add_paragraph()


def _commitments(document: WordDocument, brief: Brief) -> None:
    country = None
    for group in brief.groups:
        if group.country != country:
            document.add_heading(group.country, level=1)
            country = group.country
        document.add_heading(f"{group.area} ({group.counted})", level=2)
        for row in group.rows:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{row['id']}  ").bold = True
            paragraph.add_run(printable(row["text"]))
            if row["duplicate_of"]:
                note = brief.say("Repeats {id} word for word; shown, not counted.", id=row["duplicate_of"])
                paragraph.add_run(f"  {note}").italic = True
