"""The deck in a real browser, driven as a presenter does."""

import io

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_dashboard import WCAG

DECKS = ["lang=es", "country=CRI&lang=en", "country=HND&country=SLV&lang=en", "pin=CRI-SOC-10&pin=GTM-EDU-02&lang=es"]
SIZES = [(1920, 1080), (1280, 720)]


@pytest.fixture
def present(browser, server):
    """Opens a deck in a window of a size."""
    pages = []

    def open_deck(query, size=SIZES[0]):
        page = browser.new_page(viewport={"width": size[0], "height": size[1]})
        page.goto(f"{server}/deck?{query}")
        pages.append(page)
        return page

    yield open_deck
    for page in pages:
        page.close()


@pytest.mark.parametrize(
    ("lang", "last"), [("en", "Before you quote these data"), ("es", "Antes de citar estos datos")]
)
def test_the_deck_is_driven_with_keys_only(present, lang, last):
    page = present(f"lang={lang}")
    counter = page.locator("#counter")
    expect(counter).to_have_text("1 / 10")
    for key in ("ArrowRight", "PageDown", " ", "ArrowDown"):
        page.keyboard.press(key)
    expect(counter).to_have_text("5 / 10")
    assert page.url.endswith("#5")
    for key in ("ArrowLeft", "PageUp"):
        page.keyboard.press(key)
    expect(counter).to_have_text("3 / 10")
    page.keyboard.press("End")
    expect(page.locator("h1:visible")).to_have_text(last)
    page.keyboard.press("ArrowRight")
    expect(counter).to_have_text("10 / 10")


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(
    "query",
    DECKS,
)
def test_no_screen_scrolls_and_all_text_can_be_read_from_afar(present, query, size):
    page = present(query, size)
    smallest = 24 * size[0] / 1920
    for _ in range(page.locator("section").count()):
        shown = page.locator("section:visible")
        over, least = shown.evaluate(
            """screen => [
                Math.max(screen.scrollHeight - screen.clientHeight, screen.scrollWidth - screen.clientWidth),
                Math.min(...[...screen.querySelectorAll("h1, p, li, td, th, b, span")]
                    .map(element => parseFloat(getComputedStyle(element).fontSize)))
            ]"""
        )
        assert over <= 1
        assert least >= smallest - 0.1
        page.keyboard.press("ArrowRight")


def test_each_screen_has_its_own_address_and_opens_there(present, browser, server):
    page = present("lang=en#3")
    expect(page.locator("#counter")).to_have_text("3 / 10")


def test_it_goes_on_with_the_cable_pulled(present):
    page = present("lang=en")
    page.context.set_offline(True)
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1:visible")).to_contain_text("plans of seven countries list 229 commitments")


def test_a_click_moves_on_and_a_click_at_the_left_edge_back(present):
    page = present("lang=en")
    page.mouse.click(1200, 700)
    expect(page.locator("#counter")).to_have_text("2 / 10")
    page.mouse.click(50, 700)
    expect(page.locator("#counter")).to_have_text("1 / 10")


def test_escape_leaves_to_where_one_came_from(visit):
    page = visit("present?country=MEX&lang=en")
    page.get_by_role("link", name="Present", exact=True).last.click()
    page.wait_for_url("**/deck?*")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.wait_for_url("**/present?*")


def test_it_prints_one_screen_a_page(present):
    page = present("lang=en")

    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 10


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_screen_meets_wcag(present, lang):
    page = present(f"lang={lang}")
    for _ in range(10):
        assert Axe().run(page, options=WCAG).response["violations"] == []
        page.keyboard.press("ArrowRight")


def test_a_screen_left_out_and_a_pin_are_in_the_preview_at_once(visit):
    page = visit("present?area=health&lang=en")
    preview = page.frame_locator("iframe")
    expect(preview.locator("#counter")).to_have_text("1 / 6")
    page.get_by_role("link", name="Leave out: Areas without commitments").click()
    expect(preview.locator("#counter")).to_have_text("1 / 5")
    page.get_by_role("link", name="Pin PAN-HEA-01").click()
    expect(preview.locator("b", has_text="PAN-HEA-01")).to_have_count(1)
    assert "pin=PAN-HEA-01" in page.url


@pytest.mark.parametrize("height", [600, 900])
def test_the_preview_neither_scrolls_its_page_nor_writes_to_its_own_address(visit, height):
    page = visit("present?lang=en", height=height)
    preview = page.frame_locator("iframe")
    expect(preview.locator("#counter")).to_have_text("1 / 10")
    page.get_by_role("link", name="Leave out: Areas without commitments").dispatch_event("click")
    expect(preview.locator("#counter")).to_have_text("1 / 9")
    preview.locator("section:visible").dispatch_event("click", {"clientX": 500})
    expect(preview.locator("#counter")).to_have_text("2 / 9")
    assert page.get_by_test_id("stMain").evaluate("element => element.scrollTop") == 0
    assert "#" not in page.frames[-1].url


def test_the_preview_stays_on_its_screen_wherever_that_stands_now(visit):
    page = visit("present?lang=en")
    preview = page.frame_locator("iframe")
    expect(preview.locator("#counter")).to_have_text("1 / 10")
    preview.locator("section:visible").click()
    preview.locator("section:visible").click()
    expect(preview.locator("#counter")).to_have_text("3 / 10")
    page.get_by_role("link", name="Leave out: Main finding and table").click()
    expect(preview.locator("#counter")).to_have_text("2 / 9")
    expect(preview.locator("h1:visible")).to_have_text("The commitments by country and focus area")


def test_escape_in_the_preview_does_not_leave_the_page(visit):
    page = visit("present?lang=en")
    preview = page.frame_locator("iframe")
    preview.locator("section:visible").click()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    expect(preview.locator("#counter")).to_have_text("3 / 10")
    expect(preview.locator("#leave")).to_be_hidden()
