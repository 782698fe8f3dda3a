import re

import pytest

from mirps_data.check import schemas
from mirps_data.counts import reconciliation
from mirps_data.curation import MEANING, READING, TYPOGRAPHY, by_kind, kinds, weighing
from mirps_data.language import language
from tests.conftest import SOURCE

LINES = SOURCE.read_text(encoding="utf-8").split("\n")
WORDS = " ".join(" ".join(LINES).replace("**", "").replace("’", "'").split())
COLUMNS = {column["name"]: column for column in schemas()["curation_log"]}


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


def test_no_two_entries_say_the_same(tables):
    log = tables.curation_log
    assert not log.duplicated(["source_line", "kind", "printed"]).any()
    assert not log.duplicated(["source_line", "why"]).any()
    assert not log.duplicated(["source_line", "why_es"]).any()


def test_every_weight_is_used_and_few_entries_have_the_first(tables):
    log = tables.curation_log
    assert COLUMNS["weight"]["constraints"]["enum"] == [MEANING, READING, TYPOGRAPHY]
    assert sum(len(weighing(log, weight)) for weight in (MEANING, READING, TYPOGRAPHY)) == len(log)
    assert 12 <= len(weighing(log, MEANING)) <= 20
    assert set(weighing(log, TYPOGRAPHY)["kind"]) <= {"heading", "layout", "repetition", "spelling", "punctuation"}
    assert set(weighing(log, READING)["kind"]).isdisjoint({"spelling", "punctuation", "heading"})


def test_every_kind_is_used_and_explained_where_it_is_shown_and_in_the_package(tables, say):
    known = kinds(say)
    assert [kind.code for kind in known] == COLUMNS["kind"]["constraints"]["enum"]
    assert {kind.code for kind in known} == set(tables.curation_log["kind"])
    described = COLUMNS["kind"]["description_es" if say.code == "es" else "description"]
    assert all(kind.explanation in described for kind in known)


def test_entries_by_kind_are_all_entries_in_the_order_of_the_kinds(tables, say):
    parted = list(by_kind(say, tables.curation_log))
    assert [kind for kind, _ in parted] == list(kinds(say))
    assert sum(len(rows) for _, rows in parted) == len(tables.curation_log)
    assert not list(by_kind(say, tables.curation_log.head(0)))


def test_what_is_quoted_stands_in_the_document(tables):
    for row in tables.curation_log.itertuples():
        for quoted in [*re.findall("“([^”]+)”", row.why), *re.findall("«([^»]+)»", row.why_es)]:
            for piece in re.split(r"\s*…\s*", quoted.replace("(s)", "").replace("’", "'")):
                assert piece in WORDS, f"line {row.source_line}: “{quoted}”"


@pytest.mark.parametrize("sign", ["“", "”", '"', "enumera", " listad", "alojamiento", "extraño"])
def test_the_spanish_is_written_as_spanish(tables, sign):
    explained = [kind.explanation for kind in kinds(language("es"))]
    described = [column["description_es"] for column in COLUMNS.values()]
    assert not [text for text in [*tables.curation_log["why_es"], *explained, *described] if sign in text]


def test_the_number_of_bullets_that_hold_several_actions_is_said_as_logged(tables):
    compound = tables.curation_log.query("kind == 'compound'")
    number = (compound["commitment"] != "").sum()
    overall = compound.query("commitment == ''")
    assert len(overall) == 1
    assert f"{number} of them hold" in overall.iloc[0]["why"]
    assert f"{number} de ellas contienen" in overall.iloc[0]["why_es"]


def test_no_commitment_prints_a_year_that_is_not_past_and_the_log_names_the_lines_of_all(tables):
    texts = tables.commitments.set_index("source_line")["text"]
    years = texts.str.findall(r"\b(?:19|20)[0-9]{2}\b")
    dated = years[years.str.len() > 0]
    entry = tables.curation_log.query("kind == 'date' and source_line == 69").iloc[0]
    assert all(max(found) < entry["edition"] for found in dated)
    assert ", ".join(map(str, dated.index[:-1])) + f" and {dated.index[-1]}" in entry["why"]
    assert not texts.str.contains(r"by the end|half of|deadline|no later than|\b(?:June|December)\b", case=False).any()


def test_a_commitment_whose_only_actors_are_of_the_united_nations_is_logged(tables):
    agencies = r"(?:UNHCR|UNDP|PAHO|UNICEF)"
    alone = tables.commitments["text"].str.match(rf"{agencies}(?:(?:, | and ){agencies})* will ")
    logged = tables.curation_log.query("kind == 'actor' and weight == 'a'")["commitment"]
    assert set(tables.commitments.loc[alone, "id"]) == set(logged)
