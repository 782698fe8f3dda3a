import re

import pytest

from mirps_data.extract import extract
from mirps_data.lines import DocumentError
from tests.conftest import SOURCE
from tests.layouts import PLAN


def refusal(old, new):
    """The message about the small document with some words replaced."""
    assert PLAN.count(old) == 1
    with pytest.raises(DocumentError) as error:
        extract(PLAN.replace(old, new))
    return str(error.value)


@pytest.mark.parametrize("bullet", ["  - Part", "\t- Part", "• Part", "    ◦ Part", "- part"])
def test_a_bullet_that_is_set_unlike_its_list_may_be_a_part_of_the_one_above(bullet):
    assert refusal("- Second thing", bullet) == (
        f"line 18: “{bullet.strip()}” is not set like the first bullet of its list (line 17); "
        "if a commitment begins here, set the list's bullets alike, with the mark “•”; "
        "if not, join it to the line above"
    )


def test_a_column_more_or_less_makes_no_sub_bullet():
    assert extract(PLAN.replace("- Second", " - Second")).commitments.equals(extract(PLAN).commitments)


def test_each_list_may_have_a_mark_of_its_own():
    assert extract(PLAN.replace("- Third", "  ▪ Third")).commitments.equals(extract(PLAN).commitments)


@pytest.mark.parametrize("number", ["1.", "1)", "(1)", "a)"])
def test_a_numbered_list_is_refused_at_its_first_number(number):
    text = PLAN.replace("- First", f"{number} First").replace("- Second", f"{number} Second")
    with pytest.raises(DocumentError, match=re.escape(f"line 17: “{number} First thing” may begin a commitment")):
        extract(text)


def test_a_mark_may_stand_on_a_line_of_its_own():
    assert list(extract(PLAN.replace("- ", "•\n")).commitments["text"]) == [
        "First thing",
        "Second thing",
        "Third thing",
    ]


def test_a_document_of_one_line_a_commitment_loses_no_mark_unnoticed():
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    bullets = [number for number, line in enumerate(lines) if number > 95 and line.strip().startswith("- ")]
    for number in bullets[:: len(bullets) // 20]:
        unmarked = [*lines[:number], lines[number].strip()[2:], *lines[number + 1 :]]
        with pytest.raises(DocumentError, match=f"line {number + 1}: "):
            extract("\n".join(unmarked))


def test_a_line_with_a_capital_below_one_that_had_room_for_it_is_refused():
    message = refusal("- Second thing", f"- Second\nThird\n- {'Long ' * 9}")
    assert message.startswith("line 19: “Third” has no mark, and room on the line above; if a commitment begins here")


def test_a_line_wider_than_a_page_was_never_wrapped():
    assert refusal("- Second thing", f"- {'Long ' * 50}\nThird").startswith("line 19: “Third” has no mark")


def test_a_focus_area_that_is_counted_and_not_listed_may_have_lost_its_heading():
    assert refusal("HEALTH\n\n- Third", "- Third") == (
        "line 11: the cover of Belize counts 1 in Health, and nothing is listed there; "
        "put the heading “HEALTH” before its list"
    )


def test_a_count_among_the_commitments_belongs_on_the_cover():
    assert refusal("- Second thing", "- Second thing\n2 commitments").startswith(
        "line 19: “2 commitments” stands among"
    )
