"""The offline page of a briefing in a real browser, without any server: what it finds is what the dashboard finds."""

import itertools
import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from mirps_data.counts import count
from mirps_data.language import language
from mirps_data.search import Index
from mirps_data.selection import Selection
from mirps_data.words import stem, words_of
from mirps_publish.brief import gather
from mirps_publish.pages import brief_page
from tests.browser.test_dashboard import WCAG

SEARCHES = [
    "LGBTI",
    "lgtbi",
    "LGBTIQ+",
    "work permit",
    "work permits",
    "centre",
    "center",
    "Centers",
    "children",
    "child",
    "children's",
    '"host communities"',
    "“work permit”",
    '"host community"',
    '"host comm',
    "host community",
    "COMAR -health",
    "COMAR –health",
    "-refugee",
    '-"asylum seekers"',
    "LGBTI or children",
    "LGBTI o children",
    "LGBTI or children Mexico",
    "MEX-PRO-02 OR women",
    "or",
    "or or",
    "women or",
    "women or -health",
    "-women or health",
    "regularisation",
    "regularization",
    "regularis",
    "organisation",
    "organiza",
    "analyze",
    "prioritised",
    "labor",
    "labour",
    "favorable",
    "program",
    "programmes",
    "dialog",
    "internally displaced",
    "asylum-seekers",
    "asylum seeker",
    "Limon",
    "Limón",
    "mex-pro-02",
    "MEX-PRO-02 o pan-hea-01",
    "MEX-PRO",
    "Mexico",
    "El Salvador",
    "4x4",
    "docum",
    "studies",
    "niñez",
    "*",
    "-*",
    "* or women",
    "_ -",
    "a b c",
    "'s",
]


@pytest.fixture(scope="module")
def offline(browser, tables, tmp_path_factory):
    """Opens the whole region's page from a file, with no network."""
    folder = tmp_path_factory.mktemp("briefs")
    context = browser.new_context(offline=True)

    def open_page(code="en", width=1366):
        file = folder / f"{code}.html"
        brief = gather(language(code), tables, Selection(), "http://dashboard.test/commitments")
        file.write_text(brief_page(brief, "http://dashboard.test/"), encoding="utf-8")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(file.as_uri())
        return page

    yield open_page
    context.close()


@pytest.fixture(scope="module")
def page(offline):
    return offline()


def found(page):
    return page.locator("li[id]").evaluate_all("all => all.filter(item => item.offsetParent).map(item => item.id)")


@pytest.mark.parametrize("words", SEARCHES)
def test_it_finds_the_same_commitments_as_the_dashboard(page, tables, words):
    page.fill("#words", words)
    chosen = Selection.of(words).apply(tables)
    assert found(page) == list(chosen.sort_index()["id"])
    assert page.text_content("#found") == f"{count(chosen)} / {count(tables.commitments)}"


def test_each_word_of_the_texts_finds_the_same_alone_and_with_others(page, commitments):
    index = Index(commitments)
    words = sorted({word for text in commitments["text"] for word in words_of(text)} - {"or"})
    searches = [*words, *(f"{one} or {other} -{third}" for one, other, third in zip(*[iter(words)] * 3, strict=False))]
    shown = page.evaluate(
        "searches => searches.map(words => search(items, words).map(item => item.element.id).sort())", searches
    )
    expected = [sorted(commitments["id"].iloc[index.places(words) or []]) for words in searches]
    assert dict(zip(searches, shown, strict=True)) == dict(zip(searches, expected, strict=True))


def test_its_stems_are_those_of_the_dashboard(page, commitments):
    words = sorted({word for text in commitments["text"] for word in words_of(text)})
    endings = ("", "s", "es", "ed", "ing", "er", "ly", "ise", "isation", "ization", "our", "l")
    typed = [f"{word}{ending}" for word, ending in itertools.product(words, endings)]
    assert json.loads(page.evaluate("words => JSON.stringify(words.map(stemOf))", typed)) == [
        stem(word, "en") for word in typed
    ]


def test_what_is_found_stays_under_the_name_of_its_country(page):
    page.fill("#words", "MEX-HEA-01")
    expect(page.locator("h2:visible").first).to_have_text("Every commitment, one square each")
    assert page.locator("section h2:visible").all_text_contents() == ["Mexico"]
    assert page.locator("section h3:visible").count() == 1


def test_a_heading_counts_what_is_found_under_it(page):
    heading = page.locator("section section", has=page.locator("#CRI-JOB-01")).locator("h3 small")
    page.fill("#words", "LGBTI")
    expect(heading).to_have_text("1 / 4")
    page.fill("#words", "")
    expect(heading).to_have_text("4 commitments")


def test_all_of_it_is_back_when_nothing_is_looked_for(page, commitments):
    page.fill("#words", "zzz")
    page.fill("#words", "")
    assert len(found(page)) == len(commitments)
    assert page.text_content("#found") == ""


def test_who_finds_nothing_is_told_which_language_to_search_in(offline):
    page = offline("es")
    hint = page.get_by_text("Los textos están en inglés")
    expect(hint).to_be_hidden()
    page.fill("#words", "niñez")
    expect(hint).to_be_visible()
    page.fill("#words", "children")
    expect(hint).to_be_hidden()


@pytest.mark.parametrize("code", ["en", "es"])
def test_nothing_scrolls_sideways_on_a_phone(offline, code):
    page = offline(code, width=390)
    for words in ("", "zzz", "children"):
        page.fill("#words", words)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("code", ["en", "es"])
def test_it_has_no_axe_violation(offline, code):
    page = offline(code)
    page.fill("#words", "zzz")
    assert Axe().run(page, options=WCAG).response["violations"] == []
