"""The Chromium that the browser tests drive: one on the machine, else Debian's, else Playwright's own.

python tools/browser.py     makes sure that there is one, or says what is missing and fails
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> str | None:
    """The path of a Chromium, or None."""
    installed = next(filter(None, map(shutil.which, NAMES)), None)
    return installed or _of_playwright()


def install() -> None:
    """Installs Debian's Chromium where root may, else Playwright's own."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _of_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    if not find():
        print("No Chromium on this machine; installing one for the browser tests …", flush=True)
        install()
    if not find():
        sys.exit("The browser tests need a Chromium and none could be installed. On Debian: sudo apt install chromium")
