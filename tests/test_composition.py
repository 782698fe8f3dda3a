import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirps_data.deck import SCREENS, Composition

compositions = st.builds(
    Composition,
    screens=st.lists(st.sampled_from(SCREENS), min_size=1, unique=True).map(tuple),
    pins=st.lists(st.from_regex(r"[A-Z]{3}-[A-Z]{3}-[0-9]{2}", fullmatch=True), unique=True).map(tuple),
)


@given(compositions)
def test_a_link_leads_back_to_the_same_composition(composition):
    assert Composition.from_query(composition.to_query()) == composition


@given(st.dictionaries(st.sampled_from(["screen", "pin"]), st.lists(st.text())))
def test_no_link_whatever_it_holds_raises(query):
    assert set(Composition.from_query(query).screens) <= set(SCREENS)


@given(compositions, st.sampled_from(SCREENS), st.sampled_from([-1, 1]))
def test_moving_a_screen_keeps_all_of_them(composition, screen, step):
    if screen in composition.screens:
        assert sorted(composition.moved(screen, step).screens) == sorted(composition.screens)


def test_a_screen_moves_one_place():
    composition = Composition(("title", "finding", "gaps"))
    assert composition.moved("finding", -1).screens == ("finding", "title", "gaps")
    assert composition.moved("finding", 1).screens == ("title", "gaps", "finding")
    assert composition.moved("title", -1) == composition


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_left_out_comes_back_at_its_usual_place(screen):
    assert Composition().toggled(screen).toggled(screen) == Composition()


def test_the_last_screen_stays():
    assert Composition(("title",)).toggled("title").screens == ("title",)


def test_a_commitment_is_pinned_and_let_go():
    pinned = Composition().pinned("MEX-PRO-02")
    assert pinned.pins == ("MEX-PRO-02",)
    assert pinned.pinned("MEX-PRO-02") == Composition()
