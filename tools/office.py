"""The LibreOffice that tests open our files with: one on the machine, else Debian's.

python -m tools.office     makes sure that there is one, or says what is missing and fails
"""

import os
import shutil
import subprocess
import sys

PACKAGES = ("libreoffice-writer", "libreoffice-calc", "libreoffice-impress")


def find() -> str | None:
    """The path of LibreOffice, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def install() -> None:
    """Installs Debian's LibreOffice where root may."""
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    if not find():
        print("No LibreOffice on this machine; installing it for the tests of our files …", flush=True)
        install()
    if not find():
        sys.exit(f"The tests of our files need LibreOffice. On Debian: sudo apt install {' '.join(PACKAGES)}")
