"""The address, the history and the place on the page, with and without a connection."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_dashboard import query

CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
AWAY = '[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])'
HEALTH = "**/_stcore/health"


class Line:
    """A page whose connection to the server can be deafened, cut and mended."""

    def __init__(self, page, server):
        self.page, self.server = page, server
        self.deaf, self.socket = False, None
        page.route_web_socket("**/_stcore/stream", self.carry)

    def carry(self, socket):
        onward = socket.connect_to_server()
        socket.on_message(lambda message: None if self.deaf else onward.send(message))
        self.socket = socket

    def open(self, address):
        self.page.goto(f"{self.server}/{address}")
        settle(self.page)
        return self.page

    def cut(self):
        self.page.route(HEALTH, lambda route: route.abort())
        self.socket.close()
        self.page.wait_for_selector(AWAY)

    def mend(self):
        self.deaf = False
        self.page.unroute(HEALTH)
        self.page.wait_for_selector(CONNECTED)


@pytest.fixture
def line(browser, server):
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.set_default_timeout(30_000)
    yield Line(page, server)
    page.close()


def scroll_to(page, top):
    """Scrolls as a reader does, and waits until the history knows."""
    page.mouse.move(200, 400)
    page.mouse.wheel(0, top)
    page.wait_for_function("top => history.state?.scroll === top", arg=top)


def wait_scrolled(page, top):
    page.wait_for_function(
        "top => Math.abs(document.querySelector('[data-testid=stMain]').scrollTop - top) <= 2", arg=top
    )


def test_a_link_followed_while_the_connection_is_away_shows_what_its_address_says(line):
    page = line.open("commitments?lang=en")
    line.cut()
    page.get_by_role("link", name="Mexico 38").click()
    page.wait_for_url("**country=MEX**")
    page.unroute(HEALTH)
    settle(page)
    expect(page.locator("h1")).to_contain_text("38 commitments in the plan of Mexico")


def test_a_click_that_a_dying_connection_lost_is_made_good_once_it_is_back(line):
    page = line.open("commitments?lang=en")
    line.deaf = True
    page.get_by_role("link", name="Mexico 38").click()
    page.wait_for_url("**country=MEX**")
    line.cut()
    expect(page.locator("h1")).to_contain_text("229 commitments")
    line.mend()
    expect(page.locator("h1")).to_contain_text("38 commitments in the plan of Mexico")
    assert query(page) == {"country": ["MEX"], "lang": ["en"]}


def test_a_step_back_that_a_dying_connection_lost_is_made_good_once_it_is_back(line):
    page = line.open("?lang=en")
    page.get_by_role("link", name="4 commitments in the plan of Mexico under Health").click()
    settle(page)
    line.deaf = True
    page.go_back()
    line.cut()
    line.mend()
    expect(page.locator("h1")).to_contain_text("plans of seven countries list 229 commitments")


def test_a_list_opened_from_deep_inside_a_page_begins_at_its_headline_and_back_returns_to_the_place(visit):
    page = visit("country?country=MEX&lang=en")
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 2500")
    page.wait_for_function("history.state?.scroll === 2500")
    steps = page.evaluate("history.length")
    page.locator("h3").get_by_role("link", name="19 commitments").dispatch_event("click")
    page.wait_for_url("**/commitments?*")
    settle(page)
    expect(page.locator("h1")).to_be_in_viewport()
    wait_scrolled(page, 0)
    page.go_back()
    settle(page)
    wait_scrolled(page, 2500)
    page.go_forward()
    settle(page)
    wait_scrolled(page, 0)
    assert page.evaluate("history.length") == steps + 1


def test_a_page_of_the_navigation_begins_at_its_top_and_back_returns_to_the_place(visit):
    page = visit("commitments?lang=en")
    scroll_to(page, 3000)
    page.get_by_test_id("stTopNavLink").filter(has_text="Country").click()
    page.wait_for_url("**/country?*")
    settle(page)
    wait_scrolled(page, 0)
    page.go_back()
    settle(page)
    wait_scrolled(page, 3000)


def test_back_from_a_light_page_returns_to_the_place_too(visit):
    page = visit("commitments?lang=en")
    scroll_to(page, 3000)
    page.evaluate("location.href = 'read/MEX-PRO-02?lang=en'")
    page.wait_for_url("**/read/*")
    page.go_back()
    settle(page)
    wait_scrolled(page, 3000)


def test_a_filter_leaves_the_page_where_it_is(visit):
    page = visit("commitments?lang=en", width=390, height=600)
    scroll_to(page, 200)
    page.get_by_role("link", name="Panama 27").dispatch_event("click")
    page.wait_for_url("**country=PAN**")
    settle(page)
    wait_scrolled(page, 200)


def test_typing_in_the_search_box_adds_no_steps_to_the_history(visit):
    page = visit("?lang=en")
    page.get_by_test_id("stTopNavLink").filter(has_text="Commitments").click()
    page.wait_for_url("**/commitments?*")
    settle(page)
    steps = page.evaluate("history.length")
    page.get_by_role("searchbox").press_sequentially("children", delay=120)
    page.wait_for_url("**q=children**")
    settle(page)
    assert page.evaluate("history.length") == steps
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("plans of seven countries list 229 commitments")
