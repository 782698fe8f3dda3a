import csv
import io

import openpyxl
import pytest
from hypothesis import given, settings

from mirps_data.counts import count, matrix
from mirps_data.language import language
from mirps_data.selection import Selection
from mirps_publish.brief import gather, stamp
from mirps_publish.formats import file_name
from mirps_publish.spreadsheets import as_csv, as_xlsx
from tests.helpers import with_commitments
from tests.test_selection import selections

ROOT = "http://dashboard.test/"
LINK = f"{ROOT}commitments?country=MEX"
DANGEROUS = [
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\ttab",
    "\rreturn",
    "\nline",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "http://x.test",
    "{=1}",
    "007",
    "x" * 20_000,
]


def read_csv(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@settings(max_examples=25, deadline=None)
@given(selections)
def test_what_is_read_back_is_what_was_selected(tables, selection):
    shown, say = selection.apply(tables), language("en")
    _, *rows = read_csv(as_csv(say, shown, ROOT))
    assert [(row[0], row[5]) for row in rows] == list(zip(shown["id"], shown["text"], strict=True))
    sheet = read_xlsx(as_xlsx(gather(say, tables, selection, LINK), ROOT)).worksheets[0]
    _, *rows = sheet.iter_rows(values_only=True)
    assert [(row[0], row[5]) for row in rows if row[0]] == list(zip(shown["id"], shown["text"], strict=True))


def test_names_stand_instead_of_codes_in_the_language_of_the_interface(tables):
    shown = Selection.of(country="MEX", area="health").apply(tables)
    head, first, *_ = read_csv(as_csv(language("es"), shown, ROOT))
    assert head[:3] == ["Identificador", "País", "Área de enfoque"]
    assert first[:3] == ["MEX-HEA-01", "México", "Salud"]


def test_each_row_links_to_the_commitment_s_own_page(tables):
    shown = Selection.of(country="GTM").apply(tables)
    sheet = read_xlsx(as_xlsx(gather(language("es"), tables, Selection.of(country="GTM"), LINK), ROOT)).worksheets[0]
    assert sheet.cell(2, 11).hyperlink.target == f"{ROOT}read/GTM-PRO-01?lang=es"
    assert read_csv(as_csv(language("es"), shown, ROOT))[1][10] == f"{ROOT}read/GTM-PRO-01?lang=es"


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_a_number_or_a_link(tables, english, text):
    shown = with_commitments(tables, tables.commitments.head(1).assign(text=text))
    cell = read_xlsx(as_xlsx(gather(english, shown, Selection(), LINK), ROOT)).worksheets[0].cell(2, 6)
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert cell.value.replace("_x000D_", "\r") == text
    written = read_csv(as_csv(english, shown.commitments, ROOT))[1][5]
    assert written.removeprefix("'") == text
    assert not written.startswith(tuple("=+-@＝＋－＠\t\r\n"))


def test_a_text_longer_than_a_cell_says_that_it_goes_on(tables, english):
    shown = with_commitments(tables, tables.commitments.head(1).assign(text="x" * 40_000))
    cell = read_xlsx(as_xlsx(gather(english, shown, Selection(), LINK), ROOT)).worksheets[0].cell(2, 6)
    assert cell.value.endswith(" […]")
    assert len(read_csv(as_csv(english, shown.commitments, ROOT))[1][5]) == 40_000


def test_a_link_longer_than_excel_follows_is_still_there_as_text(tables, english):
    link = LINK + "&q=" + "x" * 3000
    sheet = read_xlsx(
        as_xlsx(gather(english, with_commitments(tables, tables.commitments.head(1)), Selection(), link), ROOT)
    ).worksheets[2]
    assert link in [row[1] for row in sheet.iter_rows(values_only=True)]


def test_the_counts_are_those_of_the_selection(tables, english):
    selection = Selection.of(country=["MEX", "PAN"])
    shown = selection.apply(tables)
    sheet = read_xlsx(as_xlsx(gather(english, tables, selection, LINK), ROOT)).worksheets[1]
    rows = list(sheet.iter_rows(values_only=True))
    counts = matrix(tables, selection).cells
    assert [row[1:6] for row in rows[1:3]] == [tuple(counts.loc[iso3]) for iso3 in ("MEX", "PAN")]
    assert rows[-1][-1] == count(shown) == 65


def test_the_read_me_says_what_it_is(tables, say):
    selection = Selection.of(country="MEX", area="health")
    sheet = read_xlsx(as_xlsx(gather(say, tables, selection, LINK), ROOT)).worksheets[2]
    facts = {row[0]: row[1] for row in sheet.iter_rows(values_only=True)}
    assert selection.sentence(say, 4) in facts.values()
    assert LINK in facts.values()
    assert len(facts) == 7


def test_a_workbook_says_its_title_and_who_made_it(tables, say):
    properties = read_xlsx(as_xlsx(gather(say, tables, Selection.of(country="MEX"), LINK), ROOT)).properties
    assert properties.title == Selection.of(country="MEX").sentence(say, 38)
    assert properties.creator == say("MIRPS commitments dashboard")


def test_the_counts_of_one_country_have_no_total_that_repeats_them(tables, english):
    sheet = read_xlsx(as_xlsx(gather(english, tables, Selection.of(country="MEX"), LINK), ROOT)).worksheets[1]
    assert list(sheet.iter_rows(values_only=True)) == [
        ("Country", "Protection", "Jobs and livelihoods", "Social protection", "Education", "Health", "Total"),
        ("Mexico", 19, 5, 9, 1, 4, 38),
    ]


@pytest.mark.parametrize(("iso3", "is_said"), [("PAN", False), ("MEX", True)])
def test_rows_that_repeat_another_are_spoken_of_only_where_there_are_any(tables, say, iso3, is_said):
    selection = Selection.of(country=iso3)
    assert (say("Rows") in stamp(say, tables, selection.apply(tables), selection, LINK)) == is_said


def test_the_sheet_is_ready_to_work_with(tables, english):
    sheet = read_xlsx(as_xlsx(gather(english, tables, Selection(), LINK), ROOT)).worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:K231"
    assert sheet["F2"].alignment.wrap_text
    assert sheet.column_dimensions["F"].width > 60


def test_an_empty_selection_is_still_a_valid_file(tables, english):
    book = read_xlsx(as_xlsx(gather(english, tables, Selection.of(country="HND", area="health"), LINK), ROOT))
    assert book.worksheets[0].max_row <= 2


@pytest.mark.parametrize(
    ("code", "selection", "name"),
    [
        ("en", Selection.of(country=["MEX", "PAN"], area="health"), "mirps-commitments-mexico-panama-health.xlsx"),
        ("es", Selection.of(country=["MEX", "PAN"], area="health"), "mirps-compromisos-mexico-panama-salud.xlsx"),
        ("en", Selection(), "mirps-commitments.xlsx"),
        ("en", Selection.of('../"host communities"'), "mirps-commitments-host-communities.xlsx"),
        ("en", Selection.of("x" * 300), f"mirps-commitments-{'x' * 102}.xlsx"),
    ],
)
def test_a_file_s_name_says_what_is_inside(code, selection, name):
    assert file_name(language(code), selection, "xlsx") == name
