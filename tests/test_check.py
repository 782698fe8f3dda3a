import csv

import pytest

from mirps_data.__main__ import main
from mirps_data.check import check_folder
from mirps_data.translations import digest
from tests.conftest import DATA


def change(folder, file, row, column, value):
    """Writes a value into a row (numbered as a spreadsheet shows it) and column of a table."""
    path = folder / file
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    rows[row - 1][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)


def change_text(folder, row, text):
    """Writes a commitment's text, and marks its translations as made from it."""
    change(folder, "commitments.csv", row, "text", text)
    with (folder / "commitments.csv").open(encoding="utf-8", newline="") as stream:
        identifier = list(csv.reader(stream))[row - 1][0]
    with (folder / "translations.csv").open(encoding="utf-8", newline="") as stream:
        for number, translation in enumerate(csv.DictReader(stream), start=2):
            if (translation["key"], translation["column"]) == (identifier, "text"):
                change(folder, "translations.csv", number, "source_sha256", digest(text))


def test_the_committed_tables_are_in_order_and_said_so_in_one_line(capsys):
    assert main(["check", "--data", str(DATA)]) == 0
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert "230 rows in commitments.csv" in printed


@pytest.mark.parametrize(
    ("file", "row", "column", "value", "allowed"),
    [
        ("commitments.csv", 5, "country", "Nicaragua", "must be one of Belize"),
        ("commitments.csv", 5, "iso3", "NIC", "must be one of BLZ"),
        ("commitments.csv", 5, "iso3", "MEX", "Belize has the code BLZ"),
        ("commitments.csv", 5, "focus_area", "Housing", "must be one of Protection"),
        ("commitments.csv", 5, "id", "BLZ-PRO-09", "make it BLZ-PRO-04"),
        ("commitments.csv", 5, "id", "BLZ-PRO-01", "row 2 has the same"),
        ("commitments.csv", 5, "id", "four", "must have the form"),
        ("commitments.csv", 5, "text", "", "must not be empty"),
        ("commitments.csv", 5, "text", "two  spaces", "white space"),
        ("commitments.csv", 5, "title", "Label", "what the text begins with"),
        ("commitments.csv", 5, "position", "9", "must be 4"),
        ("commitments.csv", 5, "position", "four", "must be a whole number"),
        ("commitments.csv", 5, "duplicate_of", "BLZ-PRO-99", "must be an id of commitments.csv"),
        ("commitments.csv", 5, "duplicate_of", "BLZ-PRO-05", "must be the id of an earlier row"),
        ("commitments.csv", 5, "duplicate_of", "BLZ-PRO-01", "must be a row with the same text"),
        ("commitments.csv", 178, "duplicate_of", "", "the text stands first in MEX-PRO-12"),
        ("commitments.csv", 5, "source_line", "1", "document order"),
        ("commitments.csv", 5, "source_pages", "four", "must have the form"),
        ("commitments.csv", 5, "edition", "", "must not be empty"),
        ("declared_counts.csv", 3, "declared", "seven", "must be a whole number, 0 or more"),
        ("declared_counts.csv", 3, "declared", "7.5", "must be a whole number, 0 or more"),
        ("declared_counts.csv", 3, "declared", "-7", "must be a whole number, 0 or more"),
        ("declared_counts.csv", 3, "declared", "99999999999999999999", "must be a whole number, 0 or more"),
        ("declared_counts.csv", 3, "declared", "007", "must be a whole number, 0 or more"),
        ("declared_counts.csv", 3, "edition", "2022", "must be an edition of commitments.csv"),
        ("commitments.csv", 5, "source_pages", "6-8", "countries.csv has 4-5"),
        ("commitments.csv", 5, "title", " ", "must be empty, not blank"),
        ("countries.csv", 3, "country_es", "Panamá", "must be Costa Rica"),
        ("countries.csv", 3, "source_pages", "99-1", "must not come before the first"),
        ("countries.csv", 3, "iso3", "BLZ", "row 2 has the same"),
        ("countries.csv", 3, "narrative", " ", "must not be empty"),
        ("curation_log.csv", 3, "commitment", "BLZ-PRO-77", "must be an id of commitments.csv"),
        ("curation_log.csv", 3, "kind", "nonsense", "must be one of count"),
    ],
)
def test_a_wrong_value_is_a_line_that_names_file_row_column_value_and_what_is_allowed(
    file, row, column, value, allowed, data_copy, capsys
):
    change(data_copy, file, row, column, value)
    assert main(["check", "--data", str(data_copy)]) == 1
    found = [line for line in capsys.readouterr().out.splitlines() if line.startswith(f"{file}, row ")]
    named = [line for line in found if f"column {column}" in line and f'"{value}"' in line and allowed in line]
    assert named, found


def test_all_problems_are_found_not_the_first(data_copy):
    change(data_copy, "commitments.csv", 3, "focus_area", "Housing")
    change(data_copy, "commitments.csv", 7, "text", "")
    change(data_copy, "declared_counts.csv", 2, "declared", "ten")
    problems, _ = check_folder(data_copy)
    places = {(problem.file, problem.row, problem.column) for problem in problems}
    expected = {
        ("commitments.csv", 3, "focus_area"),
        ("commitments.csv", 7, "text"),
        ("declared_counts.csv", 2, "declared"),
    }
    assert expected <= places


@pytest.mark.parametrize("column", ["id", "country", "iso3", "position", "text", "duplicate_of", "source_line"])
@pytest.mark.parametrize("value", ["Nica\nragua" * 40, "a\u2028b", "\x85", "9" * 5000, '"quoted"'], ids=repr)
def test_a_problem_is_one_line_whatever_the_value(data_copy, column, value):
    change(data_copy, "commitments.csv", 5, column, value)
    problems, _ = check_folder(data_copy)
    assert all(len(str(problem).splitlines()) == 1 and len(str(problem)) < 500 for problem in problems)


def test_a_country_without_a_row_is_named(data_copy):
    for name in ("commitments", "declared_counts", "countries", "curation_log"):
        path = data_copy / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as stream:
            rows = [row for row in csv.reader(stream) if "Belize" not in row]
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)
    problems, _ = check_folder(data_copy)
    assert any("there is no row for Belize" in str(problem) for problem in problems)


def test_a_gap_left_by_a_removed_row_is_named(data_copy):
    path = data_copy / "commitments.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:3] + lines[4:]), encoding="utf-8")
    problems, _ = check_folder(data_copy)
    assert any(problem.column == "position" and problem.row == 4 for problem in problems)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"id,country\n", "the file is empty"),
        ("id,país\nMEX\n".encode("latin-1"), "line 1 is not UTF-8"),
        ("id,country\n".encode("utf-16"), "UTF-8"),
        (b'id,country\n"unclosed', "not a CSV table"),
        (b"id,id\n1,2\n", "names a column twice"),
    ],
    ids=["empty", "header only", "latin-1", "utf-16", "quote", "column twice"],
)
def test_a_file_that_is_no_table_is_named_with_what_to_do(content, says, data_copy):
    (data_copy / "commitments.csv").write_bytes(content)
    problems, _ = check_folder(data_copy)
    assert any(problem.file == "commitments.csv" and says in str(problem) for problem in problems)


def test_a_missing_file_is_named(data_copy):
    (data_copy / "countries.csv").unlink()
    problems, _ = check_folder(data_copy)
    assert [problem.file for problem in problems] == ["countries.csv"]


def test_a_missing_and_an_extra_column_are_named(data_copy):
    path = data_copy / "commitments.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("position", "place", 1), encoding="utf-8")
    problems, _ = check_folder(data_copy)
    assert {(problem.column, "missing" in problem.allowed) for problem in problems} >= {
        ("position", True),
        ("place", False),
    }


def test_a_row_with_too_few_cells_is_named(data_copy):
    path = data_copy / "declared_counts.csv"
    path.write_text(path.read_text(encoding="utf-8") + "Panama,PAN\n", encoding="utf-8")
    problems, _ = check_folder(data_copy)
    assert any("2 cells; the header has 6" in str(problem) for problem in problems)


def test_a_table_saved_by_a_spreadsheet_with_a_byte_order_mark_is_fine(data_copy):
    path = data_copy / "commitments.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert check_folder(data_copy)[0] == []
