import re

import pytest

from mirps_data.check_coding import CODED, split
from mirps_data.reference import PROJECT

CODEBOOKS = {"en": PROJECT / "docs" / "codebook.md", "es": PROJECT / "docs" / "codebook.es.md"}
CASE = re.compile(r"\| ((?:[A-Z]{3}-[A-Z]{3}-[0-9]{2}(?:, )?)+) \| ([^|]+) \|")


def cases(language):
    """Each commitment that decided a rule, with the column and the codes that the codebook gives it."""
    column = ""
    for line in CODEBOOKS[language].read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## `(\w+)`", line):
            column = heading[1]
        if case := CASE.match(line):
            yield from ((each, column, re.findall(r"`(\w+)`", case[2])) for each in case[1].split(", "))


@pytest.mark.parametrize("language", CODEBOOKS)
def test_the_codebook_has_every_code_with_its_label_and_rule(language, tables):
    text = CODEBOOKS[language].read_text(encoding="utf-8")
    label, rule = ("label_es", "rule_es") if language == "es" else ("label", "rule")
    for code in tables.codes.to_dict("records"):
        assert f"| `{code['code']}` | {code[label]} | {code[rule]} |" in text


@pytest.mark.parametrize("language", CODEBOOKS)
def test_the_codebook_has_a_section_for_every_column(language):
    text = CODEBOOKS[language].read_text(encoding="utf-8")
    assert set(re.findall(r"^## `(\w+)`", text, re.MULTILINE)) == set(CODED)


@pytest.mark.parametrize("language", CODEBOOKS)
def test_a_case_in_the_codebook_is_coded_as_it_says(language, tables):
    coding = tables.coding.set_index("id")
    for each, column, codes in cases(language):
        held = split(coding.loc[each, column])
        assert set(codes) <= set(held), (each, column)
        assert bool(codes) == bool(held), (each, column)


def test_both_codebooks_name_the_same_cases():
    assert list(cases("en")) == list(cases("es"))
    assert len(list(cases("en"))) > 50
