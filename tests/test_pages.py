import json
import re
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from mirps_data.counts import count
from mirps_data.curation import by_kind, weighing
from mirps_data.language import language
from mirps_data.reference import PROJECT
from mirps_data.selection import Selection
from mirps_ui.navigation import pages
from tests.test_check import change, change_text

PAGES = ["overview", "country", "focus_area", "compare", "commitments", "present", "about"]
QUERIES = [
    {},
    {"country": "MEX"},
    {"country": ["HND", "SLV"], "area": "jobs"},
    {"country": "HND", "area": "health"},
    {"area": ["health", "social_protection"]},
    {"country": ["MEX", "GTM"], "q": "children"},
    {"country": ["MEX", "CRI"], "measure": "shares"},
    {"q": "no such thing"},
    {"country": "PAN", "commitment": "PAN-PRO-01"},
]


def run(page="overview", **query):
    app = AppTest.from_file(str(PROJECT / "mirps_ui" / "frame.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    if page != "overview":
        app.switch_page(f"../pages/{page}.py").run()
    return app


def nodes(app):
    """Every element that the page shows, as [tag, attributes, children]."""
    waiting = [node for shown in app.get("bidi_component") for node in json.loads(shown.proto.json)["nodes"]]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            yield node
            waiting = [*node[2], *waiting]


def words(node):
    return node if isinstance(node, str) else "".join(map(words, node[2]))


def text(app):
    return " ".join(
        words(node) for shown in app.get("bidi_component") for node in json.loads(shown.proto.json)["nodes"]
    )


def links(app):
    return [(words(node), node[1]["href"], node[1].get("aria-label", "")) for node in nodes(app) if node[0] == "a"]


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("query", QUERIES, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_every_selection_in_both_languages(page, query, lang):
    app = run(page, **query, lang=lang)
    assert not app.exception
    assert [node for node in nodes(app) if node[0] == "h1"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_spanish_has_no_message_in_english(page, commitments):
    english = {words_ for words_, _, _ in links(run(page, lang="en"))} - set(commitments["id"])
    spanish = {words_ for words_, _, _ in links(run(page, lang="es"))}
    named_alike = {
        "English",
        "Español",
        "Excel",
        "PowerPoint",
        "Word",
        "Costa Rica",
        "El Salvador",
        "Guatemala",
        "Honduras",
    }
    alike = {re.sub(r" \+?\d+$", "", word) for word in english & spanish if re.search("[A-Za-z]{4}", word)}
    assert alike <= named_alike


def test_the_number_table_has_a_cell_for_each_country_and_area_and_shows_its_gaps():
    app = run(lang="en")
    table = next(node for node in nodes(app) if node[0] == "table")
    cells = [cell for row in table[2][2][2] for cell in row[2][1:-1]]
    assert len(cells) == 35
    shown = [words(cell) for cell in cells]
    assert shown.count("–none") == 7
    assert any(words_ == "7" and "area=health" in href for words_, href, _ in links(app))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("query", QUERIES[:-1], ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_every_count_links_to_exactly_as_many_commitments(page, query, lang, tables):
    """Walks every link with a count, and compares it with the rows of the selection that it leads to."""
    followed = list(counted_links(run(page, **query, lang=lang)))
    for number, href in followed:
        rows = Selection.from_query(parse_qs(href.partition("?")[2])).apply(tables)
        assert number in (count(rows), len(rows)), href
    shows_the_list_itself = page in ("commitments", "compare", "present")
    assert followed or shows_the_list_itself or Selection.from_query(query).apply(tables).empty


@pytest.mark.slow
@pytest.mark.parametrize("query", [{}, {"country": ["HND", "SLV"]}, {"q": "children"}], ids=str)
def test_the_page_behind_a_count_lists_as_many_commitments(query):
    """Follows links of the Overview and of Compare to the page itself, and counts what is listed there."""
    pages_walked = [run(page, **query, lang="en") for page in ("overview", "compare")]
    leads = {href: number for page in pages_walked for number, href in counted_links(page)}
    for href, number in list(leads.items())[:: max(len(leads) // 12, 1)]:
        page = run("commitments", **parse_qs(href.partition("?")[2]))
        listed = [node for node in nodes(page) if node[0] == "a" and node[1].get("class") == "id"]
        repeated = text(page).count("word for word; shown, not counted")
        assert len(listed) - repeated == number, href


def counted_links(app):
    """The number and the address of every link to commitments that says how many there are."""
    for shown, href, label in links(app):
        number = re.match(r"[\d,]+", label or shown)
        if number and href.startswith("commitments?"):
            yield int(number[0].replace(",", "")), href


def test_an_option_beside_chosen_ones_says_what_it_adds_and_a_chosen_one_that_it_goes():
    shown = {words_: href for words_, href, _ in links(run("commitments", country="MEX", area="health", lang="en"))}
    added = Selection.from_query(parse_qs(shown["Panama +1"].partition("?")[2]))
    assert added == Selection.of(country=["MEX", "PAN"], area="health")
    assert Selection.from_query(parse_qs(shown["Mexico ×"].partition("?")[2])) == Selection.of(area="health")


def test_the_list_shows_every_selected_commitment_word_for_word(commitments):
    app = run("commitments", country="MEX", lang="en")
    shown = text(app)
    mexican = commitments[commitments["iso3"] == "MEX"]
    assert all(row.text in shown for row in mexican.itertuples())
    assert [words_ for words_, _, _ in links(app) if re.fullmatch(r"[A-Z]{3}-[A-Z]{3}-\d\d", words_)] == list(
        mexican["id"]
    )
    assert "Repeats MEX-PRO-12 word for word; shown, not counted." in shown


def test_the_unit_chart_has_one_square_a_distinct_commitment(commitments):
    squares = [node for node in nodes(run(lang="en")) if node[0] == "a" and "square" in node[1].get("class", "")]
    assert len(squares) == count(commitments) == 229


def test_what_a_search_matches_is_marked():
    app = run("commitments", q="docum", lang="en")
    marked = {words(node).lower() for node in nodes(app) if node[0] == "mark"}
    assert marked == {"document", "documentation", "documents"}


def test_a_search_shows_each_match_with_its_place():
    shown = text(run("commitments", q="MEX-PRO-02", lang="en")).replace("×", "")
    assert "1 commitment that matches the search “MEX-PRO-02”" in shown
    assert "Mexico, Protection" in shown


def test_each_part_of_the_sentence_can_be_taken_away():
    app = run("commitments", country=["MEX", "PAN"], area="health", q="refugees", lang="en")
    away = {label: href for shown, href, label in links(app) if shown == "×"}
    assert set(away) == {"Remove Mexico", "Remove Panama", "Remove Health", "Remove “refugees”"}
    selection = Selection.from_query(parse_qs(away["Remove Mexico"].partition("?")[2]))
    assert selection == Selection.of("refugees", country="PAN", area="health")


def test_nothing_found_offers_to_drop_each_part_with_what_there_is_without_it():
    app = run("commitments", country="HND", area="health", lang="en")
    offered = [(shown, href) for shown, href, _ in links(app) if shown.startswith("Without")]
    assert [shown for shown, _ in offered] == [
        "Without Honduras there are 13 commitments.",
        "Without Health there are 43 commitments.",
    ]
    assert Selection.from_query(parse_qs(offered[1][1].partition("?")[2])) == Selection.of(country="HND")


def test_each_part_of_a_search_that_finds_nothing_can_be_dropped_too():
    app = run("commitments", q="children zzz", lang="en")
    offered = {shown: href for shown, href, _ in links(app) if shown.startswith("Without")}
    assert "Without “zzz” there are 19 commitments." in offered
    found = parse_qs(offered["Without “zzz” there are 19 commitments."].partition("?")[2])
    assert Selection.from_query(found) == Selection.of("children")


@pytest.mark.parametrize("typed", ["LGBTI Panama", "LGBTI Panamá"])
def test_a_country_that_the_search_names_is_offered_as_a_filter_with_what_it_gives(typed):
    offered = {shown: href for shown, href, _ in links(run("commitments", q=typed, lang="en"))}
    assert "27 commitments in the plan of Panama" in offered
    both = parse_qs(offered["0 commitments in the plan of Panama mentioning “LGBTI”"].partition("?")[2])
    assert Selection.from_query(both) == Selection.of("LGBTI", country="PAN")


def test_the_objectives_stand_in_the_words_of_the_document(tables):
    for page in ("overview", "about"):
        shown = text(run(page, lang="es"))
        assert all(objective in shown for objective in tables.objectives["text"])


def test_an_unknown_commitment_gets_a_polite_page_with_a_search_box():
    app = run("commitments", commitment="GTM-EDU-99", lang="en")
    assert "There is no commitment “GTM-EDU-99”" in text(app)
    assert len(app.text_input) == 1


def test_one_country_alone_is_not_compared_but_another_is_asked_for():
    assert "Pick another country to compare with Honduras" in text(run("compare", country="HND", lang="en"))


def test_compare_sets_the_texts_side_by_side_with_empty_cells_said():
    app = run("compare", country=["HND", "SLV"], area="health", lang="en")
    columns = next(node for node in nodes(app) if node[1].get("class") == "columns")
    assert [words(column[2][0]) for column in columns[2]] == ["El Salvador 7", "Honduras"]
    assert words(columns[2][1]).endswith("none")


def test_the_drawer_shows_the_commitment_of_the_link(commitments):
    shown = text(run("commitments", country="MEX", commitment="mex-pro-12", lang="en"))
    row = commitments.set_index("id").loc["MEX-PRO-12"]
    assert shown.count(row["text"]) == 3  # the row, its repetition, and the drawer
    assert "12 of 20" in shown


def test_the_panamanian_cover_is_explained_on_the_country_s_page():
    shown = text(run("country", country="PAN", lang="en"))
    assert re.search(r"26.*28.*27", shown)


@pytest.mark.parametrize("page", PAGES)
def test_unknown_values_in_a_link_are_said_politely(page):
    app = run(page, country=["MEX", "NIC"], area="<b>housing</b>", lang="en")
    assert not app.exception
    assert "“NIC” and “<b>housing</b>”, which are not known here" in text(app)


@pytest.mark.parametrize("page", PAGES)
def test_broken_tables_are_named_instead_of_any_page(page, data_copy, monkeypatch):
    change(data_copy, "commitments.csv", 5, "country", "Nicaragua")
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))
    app = run(page, lang="en")
    assert not app.exception
    shown = text(app)
    assert "commitments.csv, row 5, column country" in shown
    assert "BLZ-PRO-01" not in shown
    assert not app.get("plotly_chart")


def test_a_text_that_looks_like_markup_is_shown_as_it_is(data_copy, monkeypatch):
    hostile = "<img src=x onerror=alert(1)> **bold** $x$ [a](javascript:alert(1)) =1+1"
    change_text(data_copy, 6, hostile)  # no code hangs on its words
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))
    app = run("commitments", country="BLZ", lang="en")
    assert hostile in text(app)
    assert not [node for node in nodes(app) if node[0] == "img"]


def test_every_page_has_a_file_and_every_file_is_a_page():
    addresses = {address or "overview" for address in pages(language("en"))}
    assert addresses == {path.stem for path in (PROJECT / "pages").glob("*.py")} == set(PAGES)


@pytest.mark.parametrize("page", ["country", "focus_area"])
def test_a_page_that_shows_the_first_of_all_leaves_the_selection_as_it_is(page):
    """Its downloads are of what it shows; its links to other pages and languages select nothing."""
    app = run(page, lang="en")
    addresses = {shown: href for shown, href, _ in links(app)}
    assert Selection.from_query(parse_qs(addresses["Overview"].partition("?")[2])) == Selection()
    assert Selection.from_query(parse_qs(addresses["Español"].partition("?")[2])) == Selection()
    assert Selection.from_query(parse_qs(addresses["Excel"].partition("?")[2])) != Selection()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_about_shows_what_changes_a_count_or_a_meaning_whole_and_folds_the_rest(tables, lang):
    app = run("about", lang=lang)
    shown, column = text(app), "why_es" if lang == "es" else "why"
    reasons = {weight: list(weighing(tables.curation_log, weight)[column]) for weight in "abc"}
    assert all(reason in shown for reason in reasons["a"])
    assert not [reason for reason in reasons["b"] + reasons["c"] if reason in shown]
    folded = [kind.label.capitalize() for kind, _ in by_kind(language(lang), weighing(tables.curation_log, "b"))]
    assert [re.sub(r" \(\d+\)$", "", expander.label) for expander in app.expander][: len(folded)] == folded
    assert str(len(reasons["c"])) in shown.split(reasons["a"][-1])[1]
