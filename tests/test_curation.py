import re

import pytest

from mirps_data.curation import lines_named
from tests.test_pages import nodes, run, words


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("It makes up for the difference at line 83.", [83]),
        ("reported for the work ahead (lines 231, 403 and 492).", [231, 403, 492]),
        ("Las líneas 192–193 y 195–202 tienen una sangría", [192, 193, 195, 202]),
        ("28 of 49 bullets; an empty line separates them", []),
    ],
)
def test_a_number_that_follows_a_line_names_it(said, lines):
    pieces = lines_named(said)
    assert [number for _, number in pieces if number] == lines
    assert "".join(words for words, _ in pieces) == said


@pytest.mark.parametrize("column", ["why", "why_es"])
def test_every_line_that_the_log_names_is_one_of_the_document(tables, column):
    named = [number for said in tables.curation_log[column] for _, number in lines_named(said) if number]
    assert len(named) > 60
    assert all(3 <= number <= 646 for number in named)


def test_a_line_that_a_remark_names_leads_there():
    links = [node for node in nodes(run("country", country="BLZ", lang="en")) if node[0] == "a"]
    (found,) = [node for node in links if words(node) == "89" and re.search(r"source.*#line-89$", node[1]["href"])]
    assert found
