"""What people come for, from the Overview on."""

import io
import re

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle


def go(page, title):
    """Follows the navigation: on top, on a phone the row of pages under it."""
    on_top = page.get_by_test_id("stTopNavLink").filter(has_text=title)
    (on_top if on_top.count() else page.locator(".pages").get_by_role("link", name=title)).click()
    page.wait_for_url(f"**/{title.lower()}*")
    settle(page)


@pytest.mark.parametrize(("width", "height"), [(1366, 900), (390, 844)], ids=["desktop", "phone"])
class TestEachTakesAtMostThreeActions:
    """The tasks that people come for, from the Overview on."""

    def test_finding_who_commits_on_lgbti_people(self, visit, width, height):
        page = visit("?lang=en", width, height)
        go(page, "Commitments")
        page.get_by_role("searchbox").fill("LGBTI")
        expect(page.locator("h1")).to_contain_text("7 commitments that mention “LGBTI”")
        expect(page.get_by_role("link", name="El Salvador 4")).to_be_visible()

    def test_reading_honduras_and_el_salvador_side_by_side_on_jobs(self, visit, width, height):
        page = visit("?lang=en", width, height)
        go(page, "Compare")
        page.get_by_role("link", name=re.compile(r"^Honduras \d")).click()
        settle(page)
        page.get_by_role("link", name=re.compile(r"^El Salvador \+")).click()
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
