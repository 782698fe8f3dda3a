import csv
import json
import re

import pytest

from mirps_data.__main__ import main
from mirps_data.check import check_folder
from mirps_data.check_coding import CODED, LISTED, MANY, SINGLE, split
from tests.conftest import DATA
from tests.test_check import change

# What the words that carry a code always hold: another word would be a slip.
WORDS = {
    "asylum_seekers": "asylum|applicant|requesting refugee status|Refugee Status Determination",
    "refugees": "[Rr]efugee|complementary protection",
    "internally_displaced": "displaced",
    "returnees": "return|deport",
    "migrants": "migrant|in transit",
    "stateless": "[Ss]tateless",
    "protection_needs": "POC|protection needs|of interest|in need|who need",
    "host_communities": "host communities|general p|population",
    "children": "child|girl|adolescent|minor",
    "youth": "youth|young|students",
    "women": "women|female",
    "lgbti": "LGBTI|LGTBI",
    "disability": "disabilities|different abilities",
    "older": "elder",
    "families": "famil",
    "trafficking": "traffick",
    "who": "[A-Z]{2}|Ministry|Secretariat|Commission|Unit|Team|Roundtable|System",
    "where": "border|airport|area|municipalities|[A-Z]",
    "how_many": "[0-9]|one|two",
}


@pytest.fixture(scope="module")
def package():
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


def rewrite(folder, file, write):
    """Changes the rows of a table, a list of lists with the header first."""
    path = folder / file
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(write(rows))


def test_every_commitment_is_coded_once_in_the_order_of_the_document(tables):
    assert list(tables.coding["id"]) == list(tables.commitments["id"])


def test_every_commitment_has_one_action_and_one_objective(tables):
    for column in SINGLE:
        assert set(tables.coding[column]) <= set(tables.codes["code"][tables.codes["column"] == column])


def test_a_cell_with_several_codes_has_them_in_the_order_of_the_codebook(tables):
    for column in LISTED:
        order = list(tables.codes["code"][tables.codes["column"] == column])
        for cell in tables.coding[column]:
            assert split(cell) == [code for code in order if code in split(cell)]


def test_every_span_of_evidence_is_what_stands_in_the_text(tables):
    texts = tables.commitments.set_index("id")["text"]
    for row in tables.coding_evidence.itertuples():
        assert texts[row.id][row.start : row.end] == row.words


def test_every_code_is_carried_by_words_and_no_words_are_left_over(tables):
    coded = {
        (row["id"], column, code)
        for row in tables.coding.to_dict("records")
        for column in MANY
        for code in split(row[column])
    }
    evidence = tables.coding_evidence
    assert sorted(zip(evidence["id"], evidence["column"], evidence["code"], strict=True)) == sorted(coded)


@pytest.mark.parametrize("code", WORDS)
def test_the_words_that_carry_a_code_name_it(code, tables):
    words = tables.coding_evidence.query("code == @code")["words"]
    assert len(words)
    assert not [each for each in words if not re.search(WORDS[code], each)]


def test_institutions_stand_in_the_order_in_which_the_text_names_them(tables):
    evidence = tables.coding_evidence.query("column == 'institutions'").sort_values("start", kind="stable")
    named = evidence.groupby("id")["code"].agg(list).to_dict()
    assert all(split(row.institutions) == named.get(row.id, []) for row in tables.coding.itertuples())


def test_a_national_institution_is_named_only_by_its_own_country(tables):
    place = tables.institutions.set_index("code")["place"]
    for row in tables.coding.itertuples():
        assert {place[code] for code in split(row.institutions)} <= {row.id[:3], "regional", "international"}


def test_a_repeated_text_is_coded_the_same(tables):
    coding = tables.coding.set_index("id")
    for row in tables.commitments.query("duplicate_of != ''").itertuples():
        assert list(coding.loc[row.id]) == list(coding.loc[row.duplicate_of])


def test_every_code_has_a_label_and_a_rule_in_both_languages(tables):
    for row in tables.codes.to_dict("records"):
        assert all(row[column] for column in ("label", "label_es", "rule", "rule_es"))
    for _, group in tables.codes.groupby("column"):
        assert group["label"].is_unique
        assert group["label_es"].is_unique


def test_the_data_package_allows_the_codes_of_the_codes_table(package, tables):
    allowed = {
        (resource["name"], field["name"]): field.get("constraints", {}).get("enum")
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    }
    for table, column in (("coding", "action"), ("coding", "objective"), ("institutions", "kind")):
        assert allowed[table, column] == list(tables.codes["code"][tables.codes["column"] == column])
    assert allowed["coding_passes", "column"] == list(CODED)


def test_both_passes_answer_every_column_of_every_commitment(tables):
    passes = tables.coding_passes.drop_duplicates(["id", "column", "coder"])
    assert len(passes) == len(tables.commitments) * len(CODED) * 2


def test_where_both_passes_agree_the_coding_says_otherwise_only_where_the_codebook_names_it(tables):
    held = tables.coding.set_index("id")
    codebook = (DATA.parent / "docs" / "codebook.md").read_text(encoding="utf-8")
    for (each, column), group in tables.coding_passes.groupby(["id", "column"]):
        first, second = ({*filter(None, group["code"][group["coder"] == coder])} for coder in "AB")
        if first == second != set(split(held.loc[each, column])):
            assert each in codebook


def test_every_column_of_the_coding_waits_for_a_reviewer(tables):
    assert list(tables.reviews.query("table == 'coding'")["column"]) == list(CODED)


@pytest.mark.parametrize(
    ("file", "row", "column", "value", "allowed"),
    [
        ("coding.csv", 3, "id", "BLZ-PRO-77", "must be an id of commitments.csv"),
        ("coding.csv", 3, "id", "BLZ-PRO-01", "row 2 has the same"),
        ("coding.csv", 3, "action", "", "must not be empty"),
        ("coding.csv", 3, "action", "law", "must be one of law_policy"),
        ("coding.csv", 3, "objective", "all", "must be one of reception"),
        ("coding.csv", 3, "population", "people", "must be codes of codes.csv"),
        ("coding.csv", 3, "population", "refugees; migrants", "must be codes of codes.csv"),
        ("coding.csv", 3, "agd", "children;children", "must hold each code once"),
        ("coding.csv", 3, "population", "refugees;asylum_seekers", "must be in the order of codes.csv"),
        ("coding.csv", 3, "states", "when", "coding_evidence.csv must hold the words"),
        ("coding.csv", 3, "institutions", "nasa", "must be codes of institutions.csv"),
        ("coding.csv", 12, "institutions", "unhcr;dgme_cri", "must be in the order of the text"),
        ("coding_evidence.csv", 3, "code", "stateless", "coding.csv does not give"),
        ("coding_evidence.csv", 3, "start", "99999", "must be what stands in the text"),
        ("coding_evidence.csv", 3, "words", "POCs", "must be what stands in the text"),
        ("coding_evidence.csv", 3, "end", "x", "must be a whole number"),
        ("coding_evidence.csv", 3, "column", "action", "must be one of population"),
        ("coding_passes.csv", 3, "id", "BLZ-PRO-77", "must be an id of commitments.csv"),
        ("coding_passes.csv", 3, "coder", "C", "must be one of A, B"),
        ("coding_passes.csv", 3, "coder", "A", "a row above answers this already"),
        ("coding_passes.csv", 3, "code", "law", "must be a code of action"),
        ("coding_passes.csv", 3, "code", "", "must not be empty"),
        ("coding_agreement.csv", 5, "code", "refugees", "must be a code of action"),
        ("coding_agreement.csv", 2, "code", "services", "else empty"),
        ("coding_agreement.csv", 2, "value", "high", "must be a number"),
        ("codes.csv", 3, "code", "law_policy", "row 2 has the same"),
        ("codes.csv", 3, "label_es", "", "must not be empty"),
        ("institutions.csv", 3, "code", "nasa", "must be named by a commitment"),
        ("institutions.csv", 3, "name", "NASA", "must be printed in a commitment"),
        ("institutions.csv", 3, "spellings", "NASA", "must be printed in a commitment"),
        ("institutions.csv", 3, "place", "USA", "must be one of BLZ"),
        ("institutions.csv", 3, "kind", "agency", "must be one of government"),
        ("reviews.csv", 2, "table", "codings", "must be a table"),
        ("reviews.csv", 2, "column", "theme", "must be a column of coding"),
        ("reviews.csv", 2, "reviewed_on", "2021-12-31", "a name and a day, or neither"),
        ("reviews.csv", 2, "reviewed_on", "today", "must have the form"),
    ],
)
def test_the_check_names_what_is_wrong_with_the_coding(file, row, column, value, allowed, data_copy):
    change(data_copy, file, row, column, value)
    found = [str(problem) for problem in check_folder(data_copy)[0]]
    assert [line for line in found if line.startswith(f"{file}, row ") and allowed in line], found


@pytest.mark.parametrize(
    ("file", "write", "says"),
    [
        ("coding.csv", lambda rows: rows[:4] + rows[5:], "there is no row for BLZ-PRO-04"),
        ("coding.csv", lambda rows: [rows[0], rows[2], rows[1], *rows[3:]], "must stand in the order of commitments"),
        ("coding_evidence.csv", lambda rows: [rows[0], *rows[2:]], "coding_evidence.csv must hold the words"),
        ("coding_evidence.csv", lambda rows: [*rows, rows[1]], "row 2 has the same"),
        ("coding_passes.csv", lambda rows: [rows[0], *rows[2:]], "there is no row of coder A for BLZ-PRO-01, action"),
        ("codes.csv", lambda rows: [rows[0], *rows[2:]], "there is no row for the action law_policy"),
    ],
    ids=["row missing", "order", "words missing", "words twice", "pass missing", "code missing"],
)
def test_the_check_names_a_row_that_is_missing_or_out_of_place(file, write, says, data_copy):
    rewrite(data_copy, file, write)
    found = [str(problem) for problem in check_folder(data_copy)[0]]
    assert [line for line in found if says in line], found


def test_the_words_of_an_institution_must_be_one_of_its_printed_names(data_copy):
    change(data_copy, "institutions.csv", 3, "name", "CVRR")
    found = [str(problem) for problem in check_folder(data_copy)[0]]
    assert [line for line in found if "must be a printed name of the institution" in line], found


def test_the_check_prints_the_rows_of_the_coding(capsys):
    assert main(["check", "--data", str(DATA)]) == 0
    assert "230 rows in coding.csv" in capsys.readouterr().out
