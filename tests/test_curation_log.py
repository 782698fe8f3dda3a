import re

from mirps_data.counts import reconciliation
from tests.conftest import SOURCE

LINES = SOURCE.read_text(encoding="utf-8").split("\n")


def test_what_the_log_says_is_printed_is_printed_on_that_line(tables):
    for row in tables.curation_log.itertuples():
        assert row.printed in LINES[row.source_line - 1]


def test_each_entry_stands_in_the_plan_and_the_commitment_that_it_names(tables):
    starts = tables.countries.sort_values("source_line")
    at_line = dict(zip(tables.commitments["source_line"], tables.commitments["id"], strict=True))
    for row in tables.curation_log.itertuples():
        assert row.commitment == at_line.get(row.source_line, "")
        if row.country:
            before = starts[starts["source_line"] <= row.source_line]
            assert before.iloc[-1]["country"] == row.country


def test_every_declared_count_that_differs_from_the_list_has_an_entry_on_its_line(tables):
    figures = reconciliation(tables.commitments, tables.declared_counts).dropna()
    differing = figures[figures["declared"] != figures["listed"]]
    cards = tables.declared_counts.assign(focus_area=tables.declared_counts["focus_area"].replace("", "Total"))
    lines = differing.merge(cards, on=["country", "focus_area"])["source_line"]
    logged = tables.curation_log.query("kind == 'count'")["source_line"]
    assert len(lines) == len(differing) > 0
    assert set(lines) <= set(logged)


def test_every_repeated_commitment_has_an_entry(tables):
    repeated = tables.commitments.query("duplicate_of != ''")["id"]
    logged = tables.curation_log.query("kind == 'repetition' and done == 'shown, not counted'")["commitment"]
    assert set(repeated) == set(logged)


def test_every_heading_spelled_otherwise_has_an_entry(tables):
    headings = [number for number, line in enumerate(LINES, 1) if re.fullmatch(r"JOBS? AND LIVELIHOODS?", line)]
    odd = {number for number in headings if LINES[number - 1] != "JOBS AND LIVELIHOODS"}
    assert odd <= set(tables.curation_log.query("kind == 'heading'")["source_line"])


def test_the_figures_that_do_not_add_up_are_logged(tables):
    figures = tables.curation_log.query("kind == 'figures'")
    assert any("100,891" in row.printed or "90,891" in row.printed for row in figures.itertuples())


def test_entries_are_in_the_order_of_the_document_and_said_in_both_languages(tables):
    log = tables.curation_log
    assert log["source_line"].is_monotonic_increasing
    assert (log["why"] != log["why_es"]).all()
