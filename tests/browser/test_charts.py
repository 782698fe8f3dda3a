"""Charts under the pointer."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.test_dashboard import query


def chart(page):
    """The chart of the page, scrolled into view."""
    plot = page.locator(".js-plotly-plot")
    plot.locator(".barlayer").first.wait_for(state="attached")
    plot.scroll_into_view_if_needed()
    return plot


def middle(box):
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("mark", [".barlayer .trace:first-child .point", ".scatterlayer .point", ".annotation"])
def test_bar_line_and_label_of_a_country_s_chart_open_the_country_s_commitments(visit, mark):
    page = visit("country?country=PAN&lang=en")
    plot = chart(page)
    page.mouse.click(*middle(plot.locator(mark).first.bounding_box()))
    page.wait_for_url("**/commitments?*")
    settle(page)
    expect(page.locator("h1")).to_contain_text("11 commitments in the plan of Panama")
    page.go_back()
    page.wait_for_url("**/country?*")
    settle(page)
    expect(page.locator("h1")).to_contain_text("Panama's plan lists 27 commitments")


def test_a_row_opens_what_it_counts_under_a_search_too(visit):
    page = visit("country?country=MEX&q=children&lang=en")
    plot = chart(page)
    page.mouse.click(*middle(plot.locator(".annotation").first.bounding_box()))
    page.wait_for_url("**/commitments?*")
    assert query(page) == {"country": ["MEX"], "area": ["protection"], "q": ["children"], "lang": ["en"]}


def test_a_label_of_a_focus_area_s_chart_opens_what_it_counts(visit):
    page = visit("focus_area?area=health&lang=es")
    plot = chart(page)
    page.mouse.click(*middle(plot.locator(".annotation").filter(has_text="México").bounding_box()))
    page.wait_for_url("**/commitments?*")
    settle(page)
    expect(page.locator("h1")).to_contain_text("4 compromisos del plan de México")


def test_the_hand_and_the_words_show_where_a_click_opens_something_and_only_there(visit):
    page = visit("focus_area?area=health&lang=en")
    plot = chart(page)
    surface = plot.locator(".nsewdrag").first
    page.mouse.move(*middle(plot.locator(".annotation").filter(has_text="Mexico").bounding_box()))
    expect(plot.locator(".hoverlayer")).to_contain_text("Mexico: 4 of 38 (11%)")
    expect(surface).to_have_css("cursor", "pointer")
    page.mouse.move(*middle(plot.locator(".annotation").filter(has_text="Honduras").bounding_box()))
    expect(plot.locator(".hoverlayer")).to_have_text("")
    expect(surface).not_to_have_css("cursor", "pointer")
