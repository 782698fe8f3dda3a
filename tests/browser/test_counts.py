"""Every count of every page is followed, and finds as many commitments as it says."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle

PAGES = ["", "country", "focus_area", "compare", "commitments", "present", "about"]
SELECTIONS = [
    {},
    {"country": ["MEX"]},
    {"country": ["BLZ", "GTM"]},
    {"area": ["health"]},
    {"country": ["HND", "SLV"], "area": ["jobs"]},
    {"country": ["HND"], "area": ["health"]},
    {"q": ["children"]},
    {"q": ["children"], "country": ["MEX", "SLV"]},
    {"q": ["LGBTI or women"], "area": ["protection"]},
    {"q": ['"host communities"']},
    {"q": ["-refugee"], "country": ["PAN"], "area": ["jobs", "education"]},
    {"q": ["no such thing"]},
]
# The counts that the page shows: the first number of each link to commitments, with where it leads.
COUNTS = """() => [...document.querySelectorAll('.mirps a[href^="commitments?"]')].flatMap(link => {
    const number = (link.ariaLabel || link.textContent).match(/^[\\d,]+/)
    return number ? [[Number(number[0].replace(",", "")), link.getAttribute("href")]] : []
})"""
# What a list of commitments holds: the number in its headline, its rows, and those that repeat another.
LISTED = """() => [
    Number((document.querySelector("h1").textContent.match(/[\\d,]+/) || ["0"])[0].replace(",", "")),
    document.querySelectorAll(".commitments > li").length,
    document.querySelectorAll(".commitments > li.repeated").length,
]"""


def go(page, address):
    """Goes to an address as one of the page's own links does."""
    page.evaluate(
        "address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate')) }", address
    )
    settle(page)


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_count_of_every_page_finds_what_it_opens(visit, lang):
    page = visit(f"?lang={lang}")
    said = {}
    for selection in SELECTIONS:
        for name in PAGES:
            go(page, f"/{name}?{urlencode(selection | {'lang': lang}, doseq=True)}")
            for number, href in page.evaluate(COUNTS):
                said.setdefault(href, set()).add(number)
    assert len(said) > 80
    assert sum("q=" in href for href in said) > 20
    for href, numbers in said.items():
        go(page, f"/{href}")
        headline, rows, repeated = page.evaluate(LISTED)
        assert headline == rows - repeated, href
        assert numbers <= {headline, rows}, href


def test_a_list_whose_rows_and_count_differ_says_both(visit):
    page = visit("commitments?country=MEX&lang=en")
    expect(page.locator("h1")).to_contain_text("38 commitments")
    expect(page.get_by_text("39 are listed; one of them repeats another word for word")).to_be_visible()
