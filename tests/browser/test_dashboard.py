"""What only a real browser shows."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.conftest import DATA

PAGES = ["", "country", "focus_area", "commitments", "about"]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
HEADLINES = {
    "?country=MEX&area=health&lang=en": "Mexico lists 4 commitments on health",
    "country?country=PAN&lang=en": "Panama lists 27 commitments",
    "focus_area?area=social_protection&lang=en": "Three of seven countries list 26 commitments on social protection",
    "commitments?country=MEX&area=protection&lang=en": "19 commitments by Mexico on protection",
    "about?country=MEX&lang=en": "The commitments as the seven governments printed them",
    "country?country=PAN&lang=es": "Panamá enumera 27 compromisos",
}


def query(page):
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("address", HEADLINES)
def test_a_cold_deep_link_shows_its_page_with_its_filters(visit, address):
    page = visit(address)
    expect(page.locator("h1")).to_contain_text(HEADLINES[address])
    assert {name: value for name, value in query(page).items() if name != "lang"} == {
        name: value for name, value in parse_qs(urlsplit(address).query).items() if name != "lang"
    }


def test_a_filter_survives_a_page_switch_and_a_reload(visit):
    page = visit("commitments?lang=es")
    page.get_by_role("link", name="México (38)").click()
    settle(page)
    page.get_by_test_id("stTopNavLink").filter(has_text="Panorama").click()
    settle(page)
    expect(page.locator("h1")).to_contain_text("México enumera 38 compromisos")
    page.reload()
    settle(page)
    expect(page.locator("h1")).to_contain_text("México enumera 38 compromisos")
    assert query(page) == {"country": ["MEX"], "lang": ["es"]}


def test_the_filters_can_be_cleared(visit):
    page = visit("?country=MEX&area=health&lang=en")
    page.get_by_role("link", name="Show all").click()
    settle(page)
    expect(page.locator("h1")).to_contain_text("Seven countries list 229 commitments")
    assert query(page) == {"lang": ["en"]}


def test_a_number_of_the_table_opens_exactly_its_commitments(visit):
    page = visit("?lang=en")
    page.get_by_role("link", name="4 commitments by Mexico on health").click()
    settle(page)
    expect(page.locator("h1")).to_have_text("4 commitments by Mexico on health")
    expect(page.locator(".commitments > li")).to_have_count(4)


def test_a_square_opens_the_text_that_it_stands_for(visit, commitments):
    page = visit("?lang=en")
    page.get_by_role("link", name="SLV-HEA-03,").click()
    settle(page)
    text = commitments.set_index("id").loc["SLV-HEA-03", "text"]
    expect(page.get_by_role("dialog").locator("blockquote")).to_have_text(text)
    assert query(page)["commitment"] == ["SLV-HEA-03"]


def test_a_number_on_the_map_opens_the_country(visit):
    page = visit("?lang=en")
    mark = page.locator(".scatterlayer .textpoint").filter(has_text=re.compile("^27$"))
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/country?*")
    settle(page)
    expect(page.locator("h1")).to_contain_text("Panama lists 27 commitments")


def test_the_drawer_goes_on_to_the_next_and_closes_with_the_back_button(visit):
    page = visit("commitments?country=GTM&area=education&lang=en")
    page.get_by_role("link", name="GTM-EDU-01").click()
    settle(page)
    page.get_by_role("link", name="Next →").click()
    expect(page.get_by_role("dialog").get_by_role("heading", name="GTM-EDU-02")).to_be_visible()
    settle(page)
    page.go_back()
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "commitment" not in query(page)


def test_escape_closes_the_drawer_and_takes_it_out_of_the_link(visit):
    page = visit("commitments?country=GTM&commitment=GTM-EDU-01&lang=en")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_url(lambda url: "commitment=" not in url)


def test_the_browser_s_back_button_returns_to_the_page_before(visit):
    page = visit("?lang=en")
    page.get_by_role("link", name="4 commitments by Mexico on health").click()
    settle(page)
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("Seven countries list 229 commitments")


def test_the_language_of_the_page_is_the_language_of_the_link(visit):
    page = visit("?lang=es")
    assert page.evaluate("document.documentElement.lang") == "es"
    page.get_by_role("link", name="English").click()
    settle(page)
    expect(page.locator("h1")).to_contain_text("Seven countries")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_squares_of_a_country_are_one_stop_of_the_tab_key(visit):
    page = visit("?lang=en")
    first = page.get_by_role("link", name="BLZ-PRO-01,")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("link", name="BLZ-PRO-02,")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="CRI-PRO-01,")).to_be_focused()


def test_the_number_table_can_be_used_with_the_keyboard_alone(visit):
    page = visit("?lang=en")
    page.get_by_role("link", name="6 commitments by Belize on protection").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="3 commitments by Belize on jobs")).to_be_focused()
    page.keyboard.press("Enter")
    settle(page)
    expect(page.locator("h1")).to_have_text("3 commitments by Belize on jobs and livelihoods")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("address", [*PAGES, "commitments?commitment=MEX-PRO-13"])
def test_every_page_meets_wcag_stays_on_this_machine_and_raises_nothing(visit, address, lang):
    page = visit(f"{address}{'&' if '?' in address else '?'}lang={lang}")
    page.wait_for_timeout(1000)
    violations = Axe().run(page, options=WCAG).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"][:200]) for violation in violations] == []
    assert [
        url for url in page.requested if not re.match(r"(https?://(localhost|127\.0\.0\.1)[:/]|data:|blob:)", url)
    ] == []
    assert page.errors == []


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_scrolls_sideways_on_a_phone(visit, address, lang):
    page = visit(f"{address}?lang={lang}", width=390, height=844)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 1


def test_the_tables_are_served_beside_the_pages(visit, server):
    page = visit("about?lang=en")
    with page.expect_download() as download:
        page.get_by_role("link", name="Commitments (CSV)").click()
    assert download.value.path().read_bytes() == (DATA / "commitments.csv").read_bytes()
    answer = page.request.get(f"{server}/data/commitments.csv?country=MEX&area=health")
    assert answer.text().count("MEX-HEA-") == 4
