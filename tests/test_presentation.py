import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirps_data.presentation import SCREENS, Presentation

presentations = st.builds(
    Presentation,
    screens=st.lists(st.sampled_from(SCREENS), min_size=1, unique=True).map(tuple),
    pins=st.lists(st.from_regex(r"[A-Z]{3}-[A-Z]{3}-[0-9]{2}", fullmatch=True), unique=True).map(tuple),
)


@given(presentations)
def test_a_link_leads_back_to_the_same_presentation(presentation):
    assert Presentation.from_query(presentation.to_query()) == presentation


@given(st.dictionaries(st.sampled_from(["screen", "pin"]), st.lists(st.text())))
def test_no_link_whatever_it_holds_raises(query):
    assert set(Presentation.from_query(query).screens) <= set(SCREENS)


@given(presentations, st.sampled_from(SCREENS), st.sampled_from([-1, 1]))
def test_moving_a_screen_keeps_all_of_them(presentation, screen, step):
    if screen in presentation.screens:
        assert sorted(presentation.moved(screen, step).screens) == sorted(presentation.screens)


def test_a_screen_moves_one_place():
    presentation = Presentation(("title", "finding", "gaps"))
    assert presentation.moved("finding", -1).screens == ("finding", "title", "gaps")
    assert presentation.moved("finding", 1).screens == ("title", "gaps", "finding")
    assert presentation.moved("title", -1) == presentation


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_left_out_comes_back_at_its_usual_place(screen):
    assert Presentation().toggled(screen).toggled(screen) == Presentation()


def test_the_last_screen_stays():
    assert Presentation(("title",)).toggled("title").screens == ("title",)


def test_a_commitment_is_pinned_and_let_go():
    pinned = Presentation().pinned("MEX-PRO-02")
    assert pinned.pins == ("MEX-PRO-02",)
    assert pinned.pinned("MEX-PRO-02") == Presentation()
