import re

import pytest

from mirps_data.commitment import commitments_of
from mirps_data.reference import PROJECT
from tests.test_house import FILES

# Where a row's text is data and not yet a record: what makes, checks, indexes or exports the tables themselves.
TABLES = {"commitment", "extract", "plans", "check", "search", "spreadsheets", "translations", "about"}


def test_every_row_is_a_record_with_its_country_its_area_and_its_text(commitments):
    records = commitments_of(commitments)
    assert [record.id for record in records] == list(commitments["id"])
    assert [record.country.name for record in records] == list(commitments["country"])
    assert [record.area.name for record in records] == list(commitments["focus_area"])
    assert [record.text for record in records] == list(commitments["text"])
    assert sum(record.is_counted for record in records) == 229


def test_its_place_is_said_in_the_readers_language(commitments, say):
    first = commitments_of(commitments)[0]
    assert first.place(say) == {"en": "Belize, Protection", "es": "Belice, Protección"}[say.code]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_nobody_else_reaches_for_the_text_of_a_row(path):
    reaches = re.search(r"""\[["']text["']\]""", path.read_text(encoding="utf-8"))
    assert not reaches or path.stem in TABLES or path.stem.startswith(("check_", "translation_"))
