import csv

import pytest

from mirps_data.check import check_folder
from mirps_data.store import load_tables
from mirps_data.translations import coverage, digest
from tests.conftest import DATA
from tests.test_check import change

FIRST_ENGLISH = (
    "Capacity building for all relevant Government authorities, "
    "delivering Standard Operating Procedures for POC referral"
)


def problems_at(folder, file, row, column):
    problems, _ = check_folder(folder)
    return [
        problem.allowed for problem in problems if (problem.file, problem.row, problem.column) == (file, row, column)
    ]


@pytest.mark.parametrize(
    ("file", "row", "column", "value", "allowed"),
    [
        ("translations.csv", 2, "table", "plans", "must be one of commitments"),
        ("translations.csv", 2, "key", "BLZ-PRO-77", "must be the id of a row of commitments.csv"),
        ("translations.csv", 2, "column", "words", "must be one of title"),
        ("translations.csv", 2, "column", "narrative", "must be a column of commitments.csv that is translated"),
        ("translations.csv", 2, "column", "title", "the original has no title"),
        ("translations.csv", 2, "language", "Spanish", "must have the form"),
        ("translations.csv", 2, "language", "en-GB", "another language than the document's"),
        ("translations.csv", 2, "text", "", "must not be empty"),
        ("translations.csv", 2, "text", "dos  espacios", "white space"),
        ("translations.csv", 2, "text", FIRST_ENGLISH, "is still the English text"),
        ("translations.csv", 12, "text", "Otro rótulo", "what the translated text begins with"),
        ("translations.csv", 2, "made_by", "", "must not be empty"),
        ("translations.csv", 2, "made_on", "Nov-26", "must have the form"),
        ("translations.csv", 2, "reviewed_on", "2027", "must have the form"),
        ("translations.csv", 2, "source_sha256", "abc", "must have the form"),
        ("translations.csv", 2, "source_sha256", "0" * 64, f"then write {digest(FIRST_ENGLISH)}"),
        ("objectives.csv", 3, "number", "4", "must be 2, the next"),
        ("objectives.csv", 3, "text", "", "must not be empty"),
        ("objectives.csv", 3, "edition", "2022", "must be an edition of commitments.csv"),
        ("glossary.csv", 3, "english", "asylum-seekers", "row 2 has the same"),
        ("glossary.csv", 3, "spanish", "asilo;;refugio", "parted by one semicolon"),
        ("glossary.csv", 3, "spanish", "asilo; refugio", "parted by one semicolon"),
        ("glossary.csv", 3, "spanish", "", "must not be empty"),
        ("translation_review.csv", 2, "category", "style", "must be one of accuracy"),
        ("translation_review.csv", 2, "severity", "grave", "must be one of minor"),
        ("translation_review.csv", 2, "settled", "perhaps", "must be one of corrected"),
        ("translation_review.csv", 2, "key", "NIC", "must be the iso3 of a row of countries.csv"),
        ("translation_review.csv", 2, "why", "", "must not be empty"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(file, row, column, value, allowed, data_copy):
    change(data_copy, file, row, column, value)
    found = problems_at(data_copy, file, row, column)
    assert [problem for problem in found if allowed in problem], found


def test_a_reviewer_without_a_date_is_named(data_copy):
    change(data_copy, "translations.csv", 2, "reviewed_by", "Ana Pérez")
    assert "stand together" in problems_at(data_copy, "translations.csv", 2, "reviewed_on")[0]


def test_a_reviewer_with_a_date_is_in_order(data_copy):
    change(data_copy, "translations.csv", 2, "reviewed_by", "Ana Pérez")
    change(data_copy, "translations.csv", 2, "reviewed_on", "2027-01")
    assert check_folder(data_copy)[0] == []


def test_a_changed_original_makes_its_translation_out_of_date_and_says_what_to_do(data_copy):
    change(data_copy, "objectives.csv", 2, "text", "Improve reception")
    with (data_copy / "translations.csv").open(encoding="utf-8", newline="") as stream:
        row = next(number for number, record in enumerate(csv.reader(stream), 1) if record[:2] == ["objectives", "1"])
    problem = problems_at(data_copy, "translations.csv", row, "source_sha256")[0]
    assert "the English has changed: mend the translation" in problem
    assert digest("Improve reception") in problem


def test_an_error_kept_whose_words_are_gone_is_named(data_copy):
    with (DATA / "translation_review.csv").open(encoding="utf-8", newline="") as stream:
        row = next(number for number, record in enumerate(csv.reader(stream), 1) if record[8] == "kept")
    change(data_copy, "translation_review.csv", row, "translation", "palabras ausentes")
    assert "corrected, not kept" in problems_at(data_copy, "translation_review.csv", row, "settled")[0]


def test_an_error_in_a_language_without_translations_is_named(data_copy):
    change(data_copy, "translation_review.csv", 2, "language", "fr")
    key = "table, key, column, language"
    assert "must be a table, key" in problems_at(data_copy, "translation_review.csv", 2, key)[0]


def test_a_further_language_may_begin_with_one_text(data_copy):
    path = data_copy / "translations.csv"
    english = digest("Enhance opportunities for durable solutions")
    row = f"objectives,4,text,fr,Améliorer les possibilités,A person,2027-01,,,{english}\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    assert check_folder(data_copy)[0] == []


def test_an_edition_that_is_not_translated_yet_is_in_order(data_copy):
    for name in ("translations", "glossary", "translation_review"):
        header = (data_copy / f"{name}.csv").read_text(encoding="utf-8").split("\n", 1)[0]
        (data_copy / f"{name}.csv").write_text(f"{header}\n", encoding="utf-8")
    assert check_folder(data_copy)[0] == []
    assert coverage(vars(load_tables(data_copy)), "es").translated == 0
