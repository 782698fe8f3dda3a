import re

import pytest

from mirps_data.extract import extract
from mirps_data.lines import DocumentError
from tests.layouts import DOUBTFUL_MARKS, INVISIBLE, PLAN, SURE_MARKS


def texts(old, new):
    """The texts of the small document with some words replaced."""
    assert old in PLAN
    return list(extract(PLAN.replace(old, new)).commitments["text"])


def refusal(old, new):
    """The message about the small document with some words replaced."""
    with pytest.raises(DocumentError) as error:
        texts(old, new)
    return str(error.value)


@pytest.mark.parametrize("mark", SURE_MARKS)
def test_a_sign_that_begins_no_sentence_marks_a_bullet(mark):
    assert texts("- ", f"{mark} ") == ["First thing", "Second thing", "Third thing"]


@pytest.mark.parametrize("mark", [mark for mark in SURE_MARKS if mark not in "-*"])
def test_such_a_sign_needs_no_space(mark):
    assert texts("- ", mark) == ["First thing", "Second thing", "Third thing"]


@pytest.mark.parametrize("start", [*(f"{mark} " for mark in DOUBTFUL_MARKS), "-", "*", "–", "1.", "a)", "1 – ", "[ ] "])
def test_whatever_else_may_begin_a_commitment_is_refused_with_its_line_and_what_to_do(start):
    message = refusal("- Second thing", f"{start}Second thing")
    assert message == (
        f"line 18: “{start}Second thing” may begin a commitment and isn't sure to; "
        "if a commitment begins here, give it the mark “•”; if not, join it to the line above"
    )


@pytest.mark.parametrize("start", ["a", "I", "N.5", "1.5", "49% of", "1951", "“refugee”", "(of", "/", "¿cuál"])
def test_what_a_wrapped_sentence_goes_on_with_is_no_mark(start):
    assert texts("- Second thing", f"- Second thing\n{start} thing")[1] == f"Second thing {start} thing"


@pytest.mark.parametrize("line", ["18", "- 18 -", "- 18 -\nof", "18 |", "iv"])
def test_a_page_s_number_is_no_word_of_a_commitment(line):
    assert refusal("- Second thing", f"- Second thing\n{line}").startswith("line 19: ")


def test_two_marks_are_one_too_many():
    assert refusal("- Second", "- • Second").startswith("line 18: “- • Second thing” may begin")


@pytest.mark.parametrize("hyphen", ["-\n", "‐\n", "\xad\n", "-\u200b\n", "-\n\f"])
def test_a_word_broken_at_a_line_s_end_joins_its_other_half(hyphen):
    assert texts("- Second thing", f"- Second protec{hyphen}tion thing")[1] == "Second protection thing"


def test_a_hyphen_that_the_document_prints_stays():
    text = PLAN.replace("A narrative.", "Asylum-seekers came.").replace("Second thing", "Second asylum-\nseekers")
    assert extract(text).commitments["text"][1] == "Second asylum-seekers"


def test_a_narrative_s_broken_word_is_made_whole():
    assert extract(PLAN.replace("A narrative.", "A pro-\ntection.")).countries["narrative"][0] == "A protection."


@pytest.mark.parametrize("elsewhere", ["nothing", "followup and follow-up", "followup and up"])
def test_a_broken_word_that_the_document_does_not_settle_is_refused(elsewhere):
    text = PLAN.replace("A narrative.", f"A {elsewhere}.").replace("Second thing", "Second follow-\nup")
    with pytest.raises(DocumentError, match=re.escape("“follow-” may go on as “followup” or as “follow-up”; write")):
        extract(text)


@pytest.mark.parametrize("ending", ["protec-", "and/", "2019–"])
def test_a_line_that_ends_in_a_word_s_middle_is_refused(ending):
    assert refusal("- Second thing", f"- Second {ending}\n(thing)").startswith(f"line 18: “{ending}” breaks off here")
    assert refusal("- Third thing", f"- Third {ending}").startswith(f"line 22: “{ending}” breaks off here")


@pytest.mark.parametrize("sign", INVISIBLE)
def test_soft_hyphens_and_zero_width_characters_go(sign):
    assert texts("- Second thing", f"{sign}- {sign}Sec{sign}ond thing")[1] == "Second thing"
