"""What only a real browser shows."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.conftest import DATA

PAGES = ["", "country", "focus_area", "compare", "commitments", "present", "about"]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
HEADLINES = {
    "?country=MEX&area=health&lang=en": "Mexico's plan lists 4 commitments under Health",
    "country?country=PAN&lang=en": "Panama's plan lists 27 commitments",
    "focus_area?area=social_protection&lang=en": "Costa Rica, Mexico and Panama list 26 commitments",
    "commitments?country=MEX&area=protection&lang=en": "19 commitments in the plan of Mexico× under Protection×",
    "about?country=MEX&lang=en": "The commitments as printed in the document",
    "country?country=PAN&lang=es": "El plan de Panamá reúne 27 compromisos",
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
    page.get_by_role("link", name="México 38").click()
    settle(page)
    page.get_by_test_id("stTopNavLink").filter(has_text="Panorama").click()
    settle(page)
    expect(page.locator("h1")).to_contain_text("El plan de México reúne 38 compromisos")
    page.reload()
    settle(page)
    expect(page.locator("h1")).to_contain_text("El plan de México reúne 38 compromisos")
    assert query(page) == {"country": ["MEX"], "lang": ["es"]}


def test_the_filters_can_be_cleared(visit):
    page = visit("?country=MEX&area=health&lang=en")
    page.get_by_role("link", name="Show all").click()
    settle(page)
    expect(page.locator("h1")).to_contain_text("plans of seven countries list 229 commitments")
    assert query(page) == {"lang": ["en"]}


def test_a_number_of_the_table_opens_exactly_its_commitments(visit):
    page = visit("?lang=en")
    page.get_by_role("link", name="4 commitments in the plan of Mexico under Health").click()
    settle(page)
    expect(page.locator("h1")).to_have_text("4 commitments in the plan of Mexico× under Health×")
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
    expect(page.locator("h1")).to_contain_text("Panama's plan lists 27 commitments")
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("plans of seven countries list 229 commitments")
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
    page.get_by_role("link", name="4 commitments in the plan of Mexico under Health").click()
    settle(page)
    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_contain_text("plans of seven countries list 229 commitments")


def test_the_language_of_the_page_is_the_language_of_the_link(visit):
    page = visit("?lang=es")
    assert page.evaluate("document.documentElement.lang") == "es"
    page.get_by_role("link", name="English").click()
    settle(page)
    expect(page.locator("h1")).to_contain_text("seven countries")
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
    page.get_by_role("link", name="6 commitments in the plan of Belize under Protection").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="3 commitments in the plan of Belize under Jobs")).to_be_focused()
    page.keyboard.press("Enter")
    settle(page)
    expect(page.locator("h1")).to_have_text("3 commitments in the plan of Belize× under Jobs and livelihoods×")


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
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("heading", name="GTM-EDU-02")).to_be_visible()
    expect(drawer.get_by_role("link", name="← Previous")).to_be_visible()
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


def test_numbers_can_be_compared_as_shares_by_link(visit):
    page = visit("compare?country=HND&country=SLV&measure=shares&lang=en")
    expect(page.get_by_role("link", name="38 commitments in the plan of Honduras under Protection").first).to_have_text(
        "88%"
    )
