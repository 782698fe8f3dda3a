"""The pages hold for every valid set of tables, not only for the one that is committed."""

from dataclasses import replace

import pandas as pd
import pytest

from mirps_data import store
from mirps_data.counts import distinct
from tests.helpers import with_commitments
from tests.test_pages import PAGES, run, text

QUERIES = [{}, {"country": ["PAN", "MEX"], "measure": "shares"}, {"country": "PAN"}, {"area": "health"}]


def without_panama(tables):
    return with_commitments(tables, tables.commitments[tables.commitments["iso3"] != "PAN"])


def mexico_alone(tables):
    return with_commitments(tables, tables.commitments[tables.commitments["iso3"] == "MEX"])


def without_declared_counts_of_a_plan(tables):
    return replace(tables, declared_counts=tables.declared_counts[tables.declared_counts["iso3"] != "PAN"])


def with_an_area_that_nobody_lists(tables):
    return with_commitments(tables, tables.commitments[tables.commitments["focus_area"] != "Health"])


def without_an_irregularity(tables):
    return replace(tables, curation_log=tables.curation_log.head(0))


FOLDERS = [
    without_panama,
    mexico_alone,
    without_declared_counts_of_a_plan,
    with_an_area_that_nobody_lists,
    without_an_irregularity,
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("made", FOLDERS, ids=lambda made: made.__name__)
def test_every_page_shows_every_valid_folder(tables, monkeypatch, made, page):
    monkeypatch.setattr(store, "_load", lambda *_: made(tables))
    for query in QUERIES:
        app = run(page, **query, lang="en")
        assert not app.exception, query
        assert "Traceback" not in text(app)


def test_ten_thousand_commitments_are_counted_and_compared(tables, monkeypatch):
    rows = distinct(tables.commitments)
    many = pd.concat([rows.assign(id=rows["id"] + f"{number:02d}") for number in range(44)])
    monkeypatch.setattr(store, "_load", lambda *_: with_commitments(tables, many))
    assert "10,076 commitments" in text(run("overview", lang="en"))
    assert not run("compare", country=["MEX", "PAN"], area="health", lang="en").exception
