"""What is reached and done with the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_dashboard import PAGES, query

# Everything in the open dialog, else on the page, that Tab should reach, in the order of the document.
STOPS = """() => {
    window.stops = [...(document.querySelector("[role=dialog]") || document)
        .querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex]")]
        .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }))
    return window.stops.length
}"""
# Where the focus stands in that order, and whether it can be seen: a dark line of 2 px or more.
FOCUS = """() => {
    const lines = []
    for (let each = document.activeElement, up = 0; each && up < 4; each = each.parentElement, up++) {
        const style = getComputedStyle(each)
        if (style.outlineStyle !== "none") lines.push(parseFloat(style.outlineWidth))
        if (style.boxShadow !== "none") lines.push(...style.boxShadow.match(/[\\d.]+px/g).map(parseFloat))
    }
    const focused = document.activeElement
    const words = focused.ariaLabel || focused.innerText || focused.placeholder || focused.tagName
    return [window.stops.indexOf(focused), Math.max(0, ...lines) >= 2, words.slice(0, 60)]
}"""


def stops_reached(page):
    """The stops of the Tab key, once around: their places in the document, and the words of those without a line."""
    number = page.evaluate(STOPS)
    places, unseen = [], []
    for _ in range(number + 3):
        page.keyboard.press("Tab")
        place, seen, words = page.evaluate(FOCUS)
        if place >= 0 and place not in places:
            places.append(place)
        if place >= 0 and not seen:
            unseen.append(words)
    return number, places, unseen


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("address", PAGES)
def test_tab_reaches_every_control_of_a_page_in_order_and_its_focus_is_seen(visit, address, lang):
    page = visit(f"{address}?lang={lang}")
    number, places, unseen = stops_reached(page)
    assert places == list(range(number))
    assert unseen == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_tab_reaches_every_control_of_the_drawer_and_its_focus_is_seen(visit, lang):
    page = visit(f"commitments?country=PAN&commitment=PAN-PRO-02&lang={lang}")
    expect(page.get_by_role("dialog").locator("blockquote")).to_be_visible()
    number, places, unseen = stops_reached(page)
    start = places[0]
    assert number >= 9
    assert places == [*range(start, number), *range(start)]
    assert unseen == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("commitments?lang=en", "El Salvador"),
        ("compare?lang=es", "México"),
        ("compare?lang=en", "Shares of each plan"),
        ("country?lang=en", "Panama"),
        ("present?lang=en", "Move up: Areas without commitments"),
        ("present?area=health&lang=en", "Pin PAN-HEA-01"),
    ],
)
def test_the_focus_stays_on_a_choice_that_is_followed_with_the_keyboard(visit, address, name):
    page = visit(address)
    choice = page.locator("nav.filter, nav:not([class]), .screens, .commitments").get_by_role("link", name=name).first
    choice.focus()
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    settle(page)
    expect(page.locator(":focus")).to_have_accessible_name(re.compile(f"^{name.replace('Pin', 'Unpin')}"))


def test_the_focus_goes_to_the_headline_when_a_value_is_taken_away(visit):
    page = visit("commitments?country=MEX&lang=en")
    page.get_by_role("link", name="Remove Mexico").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "country" not in url)
    settle(page)
    expect(page.locator("h1")).to_be_focused()


def test_a_count_followed_with_the_keyboard_leads_to_the_headline_of_its_list(visit):
    page = visit("?lang=en")
    page.get_by_role("link", name="4 commitments in the plan of Mexico under Health").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/commitments?*")
    expect(page.locator("h1")).to_be_focused()
    assert query(page)["area"] == ["health"]
