import pytest

from mirps_data.extract import extract
from mirps_data.lines import DocumentError
from tests.conftest import SOURCE
from tests.layouts import PLAN


def refusal(text):
    """The message about a document."""
    with pytest.raises(DocumentError) as error:
        extract(text)
    return str(error.value)


def test_a_plan_that_the_contents_name_and_whose_heading_is_missing_is_refused():
    text = SOURCE.read_text(encoding="utf-8").replace("MIRPS NATIONAL ACTION PLAN IN HONDURAS\n", "")
    assert refusal(text) == (
        "line 34: the table of contents names the plan of Honduras, and its heading is missing; "
        "put “MIRPS NATIONAL ACTION PLAN IN HONDURAS” before the plan"
    )


def test_a_plan_that_the_contents_do_not_name_is_refused():
    assert refusal(PLAN.replace("National Plan in Belize\t4", "")) == (
        "line 3: the table of contents does not name the plan of Belize that begins here; "
        "add “National Plan in Belize” and its page to the contents"
    )


def test_the_contents_name_a_plan_once():
    text = PLAN.replace("Belize\t4", "Belize\t4\nNational Plan in Belize\t5")
    assert refusal(text) == "line 3: the table of contents names Belize twice; keep one line"


def test_focus_areas_may_be_headed_in_small_letters():
    text = PLAN.replace("PROTECTION\n2", "Focus areas:\n\nPROTECTION\n2")
    assert extract(text).countries["narrative"].equals(extract(PLAN).countries["narrative"])


@pytest.mark.parametrize(
    ("heading", "line"),
    [("PLANES NACIONALES", 1), ("\nPLAN DE ACCIÓN DEL MIRPS EN BELICE", 2), ("\n\nPROTECCIÓN\n7 COMPROMISOS", 3)],
)
def test_a_spanish_document_is_told_from_one_without_plans(heading, line):
    shown = heading.strip().split("\n")[0]
    assert refusal(f"{heading}\n\n- Fortalecer la protección") == (
        f"line {line}: “{shown}” is Spanish; only the English text of the plans can be read, so give that"
    )
