"""A server of the dashboard and a real browser, both started once; each test gets a page of its own."""

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import pytest
from playwright.sync_api import Page, sync_playwright

from mirps_data.reference import PROJECT
from tools.browser import find

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTLED = """() => {
    const address = new URL(location.href)
    address.searchParams.sort()
    return document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
        && document.documentElement.dataset.shown === `${address.pathname}?${address.searchParams}`
        && document.querySelector("h1") && !document.querySelector('[data-stale="true"]')
}"""


@pytest.fixture(scope="session")
def server():
    """The address of a running dashboard."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        wait_for(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def wait_for(address, process):
    for _ in range(300):
        assert process.poll() is None, "the server stopped"
        with suppress(OSError):
            urllib.request.urlopen(address, timeout=2)
            return
        time.sleep(0.2)
    pytest.fail(f"no answer from {address} within a minute")


@pytest.fixture(scope="session")
def browser():
    path = find()
    if not path:
        pytest.fail("The browser tests need a Chromium: make test installs one, or: sudo apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(server, browser):
    """Opens an address of the dashboard in a new window and waits until the page stands."""
    pages = []

    def open_page(address="", width=1366, height=900) -> Page:
        page = browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
        page.set_default_timeout(30_000)
        page.requested = []
        page.errors = []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(f"{server}/{address}")
        settle(page)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()


def settle(page):
    """Waits until the page shows what its address asks for."""
    page.wait_for_function(SETTLED)
