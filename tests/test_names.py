import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirps_data.names import named_in
from mirps_data.reference import COUNTRIES, FOCUS_AREAS


def named(words):
    return {record.code: remaining for record, remaining in named_in(words)}


@pytest.mark.parametrize("record", [*COUNTRIES, *FOCUS_AREAS], ids=lambda record: record.code)
def test_every_country_and_area_is_known_by_its_whole_name_in_both_languages(record):
    for name in (record.name, record.name_es):
        assert record.code in named(name)
        assert named(f"LGBTI {name.upper()}")[record.code] == "LGBTI"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "LGBTI or children Mexico El Salvador",
            {"MEX": "LGBTI or children El Salvador", "SLV": "LGBTI or children Mexico"},
        ),
        ("Mexico o Panamá", {"MEX": "Panamá", "PAN": "Mexico"}),
        ('women "El Salvador"', {"SLV": "women"}),
        ("proteccion social", {"social_protection": ""}),
        ("social protection protection", {"social_protection": "", "protection": "social"}),
        ("salud COMAR health -Mexico", {"health": "COMAR -Mexico"}),
        ("Mexic Salvador El or Salvador healthy", {}),
        ("-Mexico", {}),
        ("", {}),
    ],
)
def test_what_a_search_names_is_told_with_the_search_without_it(words, expected):
    assert named(words) == expected


@given(
    st.text()
    | st.lists(st.sampled_from(["El", "Salvador", "or", "-", '"', "Mexico", "social", "protection"])).map(" ".join)
)
def test_whatever_is_typed_is_no_error(words):
    for record, remaining in named_in(words):
        assert record.code not in named(remaining)
