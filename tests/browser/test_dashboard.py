"""What only a real browser shows."""

import io
import re
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.conftest import DATA

PAGES = ["", "country", "focus_area", "compare", "commitments", "present", "about"]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
HEADLINES = {
    "?country=MEX&area=health&lang=en": "Mexico lists 4 commitments on health",
    "country?country=PAN&lang=en": "Panama lists 27 commitments",
    "focus_area?area=social_protection&lang=en": "Three of seven countries list 26 commitments on social protection",
    "commitments?country=MEX&area=protection&lang=en": "19 commitments by Mexico× on protection×",
    "about?country=MEX&lang=en": "The commitments as printed in the document",
    "country?country=PAN&lang=es": "Panamá enumera 27 compromisos",
}


def query(page):
    return parse_qs(urlsplit(page.url).query)


def go(page, title):
    """Follows the navigation: on top, on a phone the row of pages under it."""
    on_top = page.get_by_test_id("stTopNavLink").filter(has_text=title)
    (on_top if on_top.count() else page.locator(".pages").get_by_role("link", name=title)).click()
    page.wait_for_url(f"**/{title.lower()}*")
    settle(page)


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
    expect(page.locator("h1")).to_have_text("4 commitments by Mexico× on health×")
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
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("Seven countries list 229 commitments")
    assert query(page) == {"lang": ["en"]}


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
    settle(page)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_focus_returns_to_the_link_that_opened_a_commitment(visit):
    page = visit("commitments?country=GTM&lang=en")
    page.get_by_role("link", name="GTM-PRO-03").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="GTM-PRO-03")).to_be_focused()


def test_a_closed_commitment_does_not_come_back_with_the_back_button(visit):
    page = visit("?lang=en")
    page.get_by_role("link", name="BLZ-PRO-01,").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "commitment=" not in url)
    page.go_back()
    settle(page)
    expect(page.get_by_role("dialog")).to_have_count(0)


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
    expect(page.locator("h1")).to_have_text("3 commitments by Belize× on jobs and livelihoods×")


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
    lines = download.value.path().read_bytes().decode("utf-8-sig").splitlines()
    assert lines == (DATA / "commitments.csv").read_text(encoding="utf-8").splitlines()
    answer = page.request.get(f"{server}/data/commitments.csv?country=MEX&area=health")
    assert answer.text().count("MEX-HEA-") == 4


def test_a_kind_of_irregularity_opens_to_its_explanation_and_its_rows(visit):
    page = visit("about?lang=es")
    page.get_by_text(re.compile(r"^Ubicación \(\d+\)$")).click()
    expect(page.get_by_text("El texto trata, en todo o en parte, de algo distinto")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Costa Rica, línea 198")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1366, 900), (390, 844)], ids=["desktop", "phone"])
class TestEachTakesAtMostThreeActions:
    """The tasks that people come for, from the Overview on."""

    def test_finding_who_commits_on_lgbti_people(self, visit, width, height):
        page = visit("?lang=en", width, height)
        go(page, "Commitments")
        page.get_by_role("searchbox").fill("LGBTI")
        expect(page.locator("h1")).to_contain_text("7 commitments that mention “LGBTI”")
        expect(page.get_by_role("link", name="El Salvador (4)")).to_be_visible()

    def test_reading_honduras_and_el_salvador_side_by_side_on_jobs(self, visit, width, height):
        page = visit("?lang=en", width, height)
        go(page, "Compare")
        page.get_by_role("link", name=re.compile(r"^Honduras \(")).click()
        settle(page)
        page.get_by_role("link", name=re.compile(r"^El Salvador \(")).click()
        settle(page)
        jobs = page.locator(".columns").nth(1)
        expect(jobs.locator("h4")).to_have_text(["El Salvador 10", "Honduras 4"])
        tops = [box["y"] for box in (column.bounding_box() for column in jobs.locator("section").all())]
        assert (tops[0] == tops[1]) == (width > 640)

    def test_sending_a_link_that_opens_a_commitment_in_spanish(self, visit, width, height):
        page = visit("?lang=en", width, height)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("link", name="Español").click()
        settle(page)
        page.get_by_role("link", name="GTM-EDU-01,").click()
        page.get_by_role("button", name="Copiar el enlace").click()
        expect(page.get_by_role("button", name="Copiado")).to_be_visible()
        page.goto(page.evaluate("navigator.clipboard.readText()"))
        expect(page.locator("h1")).to_have_text("GTM-EDU-01: Guatemala, Educación")

    def test_taking_away_every_commitment_that_mentions_comar(self, visit, width, height):
        page = visit("?lang=en", width, height)
        go(page, "Commitments")
        page.get_by_role("searchbox").fill("COMAR")
        expect(page.locator("h1")).to_contain_text("18 commitments that mention “COMAR”")
        with page.expect_download() as download:
            page.get_by_role("link", name="Excel").click()
        assert download.value.suggested_filename == "mirps-commitments-comar.xlsx"
        rows = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes())).worksheets[0].max_row
        assert rows == 19


def test_typing_is_searched_live_and_stands_in_the_link(visit):
    page = visit("commitments?lang=en")
    page.get_by_role("searchbox").press_sequentially("host comm", delay=30)
    expect(page.locator("h1")).to_contain_text("5 commitments that match the search “host comm”")
    assert query(page)["q"] == ["host comm"]
    expect(page.get_by_role("searchbox")).to_have_value("host comm")
    expect(page.locator("mark", has_text=re.compile("^host$", re.IGNORECASE)).first).to_be_visible()


def test_a_search_that_is_taken_away_empties_the_box(visit):
    page = visit("commitments?q=children&lang=en")
    page.get_by_role("link", name="Remove “children”").click()
    settle(page)
    expect(page.get_by_role("searchbox")).to_have_value("")


def test_the_arrow_keys_go_through_the_commitments_of_the_selection(visit):
    page = visit("commitments?country=GTM&area=education&commitment=GTM-EDU-01&lang=en")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("dialog").get_by_role("heading", name="GTM-EDU-02")).to_be_visible()
    settle(page)
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("dialog").get_by_role("heading", name="GTM-EDU-01")).to_be_visible()


def test_opening_and_closing_a_commitment_keeps_the_place_on_the_page(visit):
    page = visit("commitments?country=SLV&lang=en")
    page.get_by_role("link", name="SLV-HEA-05").scroll_into_view_if_needed()
    main = page.get_by_test_id("stMain")
    before = main.evaluate("element => element.scrollTop")
    page.get_by_role("link", name="SLV-HEA-05").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    settle(page)
    assert before > 0
    assert abs(main.evaluate("element => element.scrollTop") - before) <= 2


def test_the_language_can_be_switched_with_a_commitment_open(visit):
    page = visit("commitments?commitment=PAN-HEA-01&lang=en")
    page.get_by_role("dialog").get_by_role("link", name="Español").click()
    expect(page.get_by_role("dialog").get_by_text("Panamá, Salud")).to_be_visible()


def test_a_quotation_is_copied_with_its_plan_and_its_address(visit, server, commitments):
    page = visit("commitments?commitment=PAN-HEA-01&lang=es")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copiar la cita").click()
    expect(page.get_by_role("button", name="Copiado")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert commitments.set_index("id").loc["PAN-HEA-01", "text"] in copied
    assert "Panamá, plan de acción nacional del MIRPS, 2021 (año inferido)" in copied
    assert copied.endswith(f"{server}/read/PAN-HEA-01?lang=es")


def test_a_bar_of_a_chart_opens_what_it_stands_for(visit):
    page = visit("country?country=PAN&lang=en")
    bar = page.locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.click(box["x"] + 15, box["y"] + box["height"] / 2)
    page.wait_for_url("**/commitments?*")
    settle(page)
    expect(page.locator("h1")).to_contain_text("11 commitments by Panama")
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("Panama lists 27 commitments")


def test_numbers_can_be_compared_as_shares_by_link(visit):
    page = visit("compare?country=HND&country=SLV&measure=shares&lang=en")
    expect(page.get_by_role("link", name="38 commitments by Honduras on protection").first).to_have_text("88%")


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
    page.get_by_role("link", name="19 compromisos de México sobre protección").click()
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
