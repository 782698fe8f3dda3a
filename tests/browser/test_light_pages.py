"""Light pages and the document in a real browser: what they weigh, print and lead to."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_dashboard import WCAG


@pytest.mark.parametrize("address", ["read/PAN-HEA-01", "read/nothing", "read?country=MEX", "source"])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_light_page_meets_wcag_and_loads_nothing_else(browser, server, address, lang):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    requested = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{server}/{address}{'&' if '?' in address else '?'}lang={lang}")
    assert Axe().run(page, options=WCAG).response["violations"] == []
    assert [url for url in requested if not url.startswith("data:")] == [page.url]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()


def test_a_light_page_prints_on_one_sheet(browser, server):
    page = browser.new_page()
    page.goto(f"{server}/read/GTM-EDU-02?lang=es")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1
    page.close()


@pytest.mark.parametrize(
    ("address", "milliseconds"), [("read/GTM-EDU-02?lang=es", 1500), ("deck?lang=es", 2000), ("brief?lang=es", 2000)]
)
def test_what_is_sent_can_be_read_soon_on_a_slow_line(browser, server, address, milliseconds):
    page = browser.new_page()
    slow = page.context.new_cdp_session(page)
    slow.send("Network.enable")
    slow.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 200, "downloadThroughput": 125_000, "uploadThroughput": 125_000},
    )
    page.goto(f"{server}/{address}")
    first_paint = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    painted = page.wait_for_function(first_paint).json_value()
    assert painted < milliseconds
    page.close()


def test_a_number_leads_to_the_text_and_to_the_printed_line_in_three_clicks(visit, commitments):
    page = visit("?lang=es")
    line = commitments.set_index("id").loc["MEX-PRO-02", "source_line"]
    page.get_by_role("link", name="19 compromisos del plan de México en Protección").click()
    page.get_by_role("link", name="MEX-PRO-02").click()
    page.get_by_role("dialog").get_by_role("link", name=str(line), exact=True).click()
    page.wait_for_url(f"**/source?lang=es#line-{line}")
    cited = page.locator(":target")
    expect(cited).to_contain_text("COMAR will train INM personnel in airports")
    expect(cited).to_be_in_viewport()
    assert cited.bounding_box()["y"] > 100


def test_the_drawer_says_what_is_odd_in_its_commitment(visit):
    page = visit("commitments?commitment=PAN-HEA-01&lang=es")
    expect(page.get_by_role("dialog").locator(".odd li")).to_have_count(2)


@pytest.mark.parametrize(("lang", "words"), [("en", "Mexico, line "), ("es", "México, línea ")])
def test_a_row_of_the_log_leads_to_its_line(visit, lang, words):
    page = visit(f"about?lang={lang}")
    first = page.get_by_role("link", name=words).first
    number = first.inner_text().rpartition(" ")[2]
    first.click()
    page.wait_for_url(f"**/source?lang={lang}#line-{number}")
    expect(page.locator(":target")).to_be_in_viewport()
