"""Spreadsheets of a selection: CSV that a spreadsheet opens rightly, and XLSX. Text in a cell is never a formula."""

import csv
import io

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from mirps_data import facets
from mirps_data.addresses import line_address, read_address
from mirps_data.facets import AREA, COUNTRY, Facet
from mirps_data.language import Language
from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_ISO3
from mirps_publish.brief import Brief
from mirps_publish.number_table import NumberTable
from mirps_publish.office import author

_DANGEROUS = tuple("=+-@＝＋－＠\t\r\n")  # what a spreadsheet may take for the beginning of a formula
_ABOUT_WIDTH = 100
_LINE, _TALLEST = 15, 400  # points; Excel's rows end at 409
_LONGEST_CELL, _LONGEST_URL = 32_767, 2_079  # Excel's limits
_WIDTHS = {"id": 13, "country": 14, "focus_area": 22, "title": 30, "text": 80}


def as_csv(say: Language, shown: pd.DataFrame, root: str) -> bytes:
    """The rows as CSV in UTF-8 with a byte order mark, cells that a spreadsheet would execute made harmless."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_heads(say).values())
    for row in _rows(say, shown, root):
        writer.writerow([_harmless(value) for value in row.values()])
    return stream.getvalue().encode("utf-8-sig")


def table_as_csv(table: pd.DataFrame) -> bytes:
    """A whole table as CSV for a spreadsheet, its columns as in the data."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(table.columns)
    for row in table.itertuples(index=False):
        writer.writerow([_harmless(value) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(brief: Brief, root: str) -> bytes:
    """Three sheets: the commitments, their counts, and what this is."""
    say = brief.say
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": brief.title, "author": author(say)})
        head = book.add_format(
            {"bold": True, "bg_color": "#05568B", "font_color": "#FFFFFF", "valign": "top", "text_wrap": True}
        )
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        url = book.add_format({"font_color": "#05568B", "underline": 1, "valign": "top"})
        _write_commitments(book.add_worksheet(say("Commitments")), say, brief.shown, root, (head, cell, url))
        _write_counts(book.add_worksheet(say("Counts")), brief.table, (head, cell))
        _write_about(book.add_worksheet(say("Read me")), brief, (head, cell, url))
        for sheet in book.worksheets()[:2]:
            sheet.set_row(0, 2 * _LINE)
        for sheet in book.worksheets():
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
    return stream.getvalue()


def _heads(say: Language) -> dict[str, str]:
    """The columns, by the name of the column in the data."""
    return {
        "id": say("Identifier"),
        "country": say("Country"),
        "focus_area": say("Focus area"),
        "position": say("Position"),
        **{facet.column: say(facet.name) for facet in _coded()},
        "title": say("Label"),
        "text": say("Commitment"),
        "duplicate_of": say("Repeats"),
        "source_pages": say("Pages"),
        "source_line": say("Line in the source"),
        "edition": say("Edition"),
        "link": say("Link"),
    }


def _rows(say: Language, shown: pd.DataFrame, root: str) -> list[dict[str, str | int]]:
    return [
        {
            **{name: row[name] for name in _heads(say) if name != "link"},
            "country": COUNTRY_BY_ISO3[row["iso3"]].label(say.code),
            "focus_area": AREA_BY_NAME[row["focus_area"]].label(say.code),
            **{facet.column: facet.labels_in(row[facet.column], say.code) for facet in _coded()},
            "link": read_address(row["id"], say, root),
        }
        for row in shown.to_dict("records")
    ]


def _coded() -> list[Facet]:
    """The facets beyond country and focus area, which have columns of their own."""
    return [facet for facet in facets.FACETS if facet not in (COUNTRY, AREA)]


def _in_a_cell(text: str) -> str:
    """The text as far as a cell of Excel holds it, with a mark where it does not."""
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 4]} […]"


def _harmless(value: str | int) -> str | int:
    """A leading apostrophe keeps a spreadsheet from taking a text for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_DANGEROUS) else value


def _write_commitments(sheet: Worksheet, say: Language, shown: pd.DataFrame, root: str, formats: tuple) -> None:
    head, cell, url = formats
    heads = _heads(say)
    for column, (name, label) in enumerate(heads.items()):
        sheet.write_string(0, column, label, head)
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
    for number, row in enumerate(_rows(say, shown, root), start=1):
        lines = -(-len(str(row["text"])) // _WIDTHS["text"]) + 1
        sheet.set_row(number, min(_LINE * lines, _TALLEST))
        for column, (name, value) in enumerate(row.items()):
            if name == "link":
                sheet.write_url(number, column, str(value), url, say("Open"))
            elif name == "source_line" and (line := line_address(int(value), say, root)):
                sheet.write_url(number, column, line, url)
                sheet.write_number(number, column, int(value), url)  # the link stays, the cell is a number
            elif isinstance(value, int):
                sheet.write_number(number, column, value, cell)
            else:
                sheet.write_string(number, column, _in_a_cell(value), cell)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(shown), 1), len(heads) - 1)


def _write_counts(sheet: Worksheet, table: NumberTable, formats: tuple) -> None:
    head, cell = formats
    for column, label in enumerate(table.heads):
        sheet.write_string(0, column, label, head)
    sheet.set_column(0, len(table.heads) - 1, 18)
    for row, line in enumerate(table.lines, start=1):
        style = head if line == table.total else cell
        sheet.write_string(row, 0, line.name, style)
        for column, number in enumerate(line.numbers, start=1):
            sheet.write_number(row, column, number.number, style)
    sheet.freeze_panes(1, 1)


def _write_about(sheet: Worksheet, brief: Brief, formats: tuple) -> None:
    head, cell, url = formats
    link = brief.link
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, _ABOUT_WIDTH)
    for number, (name, fact) in enumerate(brief.stamp.items()):
        sheet.write_string(number, 0, name, head)
        sheet.set_row(number, min(_LINE * (len(fact) // _ABOUT_WIDTH + 2), _TALLEST))
        if fact == link and len(link) <= _LONGEST_URL:
            sheet.write_url(number, 1, link, url, link[:255])
        else:
            sheet.write_string(number, 1, _in_a_cell(fact), cell)
