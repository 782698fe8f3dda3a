import csv
import io
import json
import re

import pytest

from mirps_data.__main__ import main
from mirps_data.language import language
from mirps_data.reference import PROJECT
from mirps_data.translation_report import CATEGORIES, SEVERITIES, errors, minor_per_thousand, report, words
from mirps_data.translations import Translation, coverage, digest, originals, text_in, to_translate, unofficial
from tests.conftest import DATA
from tests.test_check import change


@pytest.fixture
def made(tables):
    return text_in(tables.translations, "es")["objectives", "3", "text"]


def reviewed(made, **changes):
    return Translation(**{**vars(made), **changes})


def test_a_translation_is_found_by_language_and_place(made):
    assert made.text == "Apoyar a los países y comunidades de acogida"
    assert (made.place, made.language) == (("objectives", "3", "text"), "es")


def test_a_language_without_translations_has_none(tables):
    assert text_in(tables.translations, "fr") == {}


def test_the_originals_are_titles_texts_narratives_and_objectives(tables):
    texts = originals(vars(tables))
    assert len(texts) == 230 + 30 + 7 + 4
    assert texts["commitments", "CRI-PRO-03", "title"] == "Strengthening CATEM"


def test_a_translation_is_current_while_its_original_is_the_same(made):
    assert made.is_current("Support host countries and communities")
    assert not made.is_current("Support host countries")


def test_a_text_is_known_by_its_sha_256_in_utf_8():
    assert digest("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (
            "es",
            "Traducción no oficial hecha con inteligencia artificial para este proyecto, sin revisión humana; "
            "prevalece el texto del documento",
        ),
        (
            "en",
            "Unofficial translation made with artificial intelligence for this project, without human review; "
            "the text of the document prevails",
        ),
    ],
)
def test_the_label_says_that_no_person_has_reviewed_it(made, code, says):
    assert made.label(language(code)) == says


def test_the_label_names_the_reviewer(made):
    label = reviewed(made, reviewed_by="Ana Pérez").label(language("es"))
    assert "hecha con inteligencia artificial para este proyecto y revisada por Ana Pérez;" in label


def test_the_label_names_a_person_who_translated(made):
    label = reviewed(made, made_by="AIDA Pérez").label(language("es"))
    assert label == "Traducción no oficial hecha para este proyecto por AIDA Pérez; prevalece el texto del documento"


def test_the_short_label_is_said_in_both_languages():
    assert unofficial(language("es")) == "traducción no oficial"
    assert unofficial(language("en")) == "unofficial translation"


def test_coverage_names_what_is_missing_out_of_date_and_not_reviewed(tables):
    translations = tables.translations.iloc[1:].copy()
    translations.loc[1, "source_sha256"] = "0" * 64
    translations.loc[2, "reviewed_by"] = "Ana Pérez"
    covered = coverage({**vars(tables), "translations": translations}, "es")
    assert covered.missing == (("commitments", "BLZ-PRO-01", "text"),)
    assert covered.stale == (("commitments", "BLZ-PRO-02", "text"),)
    assert (covered.texts, covered.translated, len(covered.unreviewed)) == (271, 270, 269)


def test_the_errors_are_counted_by_category_and_severity_with_zeros(tables):
    counted = errors(tables.translation_review, "es")
    assert len(counted) == 6 * 3
    assert counted["found"].sum() == len(tables.translation_review)
    assert counted["left"].sum() == (tables.translation_review["settled"] == "kept").sum()


def test_no_major_or_critical_error_is_left_and_few_minor_ones(tables):
    counted = errors(tables.translation_review, "es")
    assert counted.query("severity != 'minor'")["left"].sum() == 0
    assert minor_per_thousand(tables.translation_review, tables.translations, "es") < 5


def test_words_of_a_title_count_once(tables):
    once = tables.translations.query("column != 'title'")
    assert words(tables.translations, "es") == words(once, "es") > 8000


def test_a_language_without_a_second_reading_says_so(tables):
    review = tables.translation_review.iloc[:0]
    assert "no second reading is recorded" in report({**vars(tables), "translation_review": review})


def test_the_command_prints_coverage_and_the_figures_of_the_review(capsys):
    assert main(["translations", "--data", str(DATA)]) == 0
    printed = capsys.readouterr().out
    assert "es: 271 of 271 texts translated (100%)\n  missing: 0\n" in printed
    assert "all critical errors: 0 found, 0 left" in printed
    assert re.search(r"minor errors left per 1,000 words: \d\.\d \(", printed)


def test_the_command_names_a_text_that_is_out_of_date(data_copy, capsys):
    change(data_copy, "objectives.csv", 2, "text", "Improve reception")
    assert main(["translations", "--data", str(data_copy)]) == 0
    assert "out of date, the English has changed: 1 (objectives 1 text)" in capsys.readouterr().out


def test_the_command_prints_the_rows_that_a_language_lacks(capsys, tables):
    assert main(["translations", "--data", str(DATA), "--missing", "fr"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert len(rows) == 271
    assert list(rows[0]) == list(tables.translations)
    assert (rows[-1]["language"], rows[-1]["text"]) == ("fr", "Enhance opportunities for durable solutions")


def test_nothing_is_missing_from_a_whole_language(tables):
    assert to_translate(vars(tables), "es").empty


def test_the_command_asks_for_a_language_s_code(capsys):
    with pytest.raises(SystemExit):
        main(["translations", "--missing", "French"])
    assert "a language is a code" in capsys.readouterr().err


def test_the_command_says_which_table_it_cannot_read(data_copy, capsys):
    (data_copy / "objectives.csv").unlink()
    assert main(["translations", "--data", str(data_copy)]) == 2
    assert "objectives.csv: the file cannot be read" in capsys.readouterr().err


def test_the_documentation_has_the_figures_of_the_review(tables):
    page = (PROJECT / "docs" / "translation.md").read_text(encoding="utf-8")
    counted = errors(tables.translation_review, "es")
    for category, figures in counted.groupby("category")[["found", "left"]].sum().iterrows():
        assert f"| {category} | {figures['found']} | {figures['left']} |" in page
    rate = minor_per_thousand(tables.translation_review, tables.translations, "es")
    assert f"| **all** | **{counted['found'].sum()}** | **{counted['left'].sum()}** |" in page
    assert f"{rate:.1f} in 1,000 words of {words(tables.translations, 'es'):,}" in page


def test_the_report_counts_the_categories_and_severities_that_the_schema_allows():
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    fields = next(table for table in package["resources"] if table["name"] == "translation_review")["schema"]["fields"]
    enums = {field["name"]: field.get("constraints", {}).get("enum") for field in fields}
    assert enums["category"] == list(CATEGORIES)
    assert enums["severity"] == list(SEVERITIES)
