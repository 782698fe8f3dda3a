"""Our files open in an office program: each is converted by LibreOffice and read back."""

import io
import re
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mirps_publish.routes import exception_handlers, routes
from tests.test_brief import squeezed
from tests.test_check import change_text
from tools.office import find

HOSTILE = "=HYPERLINK(1) <script> ]]> {{ 7*7 }} \x07 \u202eright to left\u202c " + "long " * 400


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=routes, exception_handlers=exception_handlers))


def converted(content, kind, folder):
    """The words of the file as LibreOffice lays it out."""
    office = find()
    if not office:
        pytest.fail("LibreOffice is missing: make test installs it, or: sudo apt install libreoffice")
    source = folder / f"file.{kind}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    reader = PdfReader(io.BytesIO((folder / "file.pdf").read_bytes()))
    return squeezed("".join(page.extract_text() for page in reader.pages))


def parts_of(content):
    """Every part of a file, and of the workbooks within it, as text by name."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            part = package.read(name)
            found |= parts_of(part) if part.startswith(b"PK") else {name: part.decode("utf-8")}
    return found


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_file_holds_nothing_of_a_library_s_own(client, kind, lang):
    for name, part in parts_of(client.get(f"/download/commitments.{kind}?lang={lang}").content).items():
        left = re.findall(r"Steve Canny|python-\w+|20(?!2[1-9])\d\d-\d\d-\d\dT|en-US|4x3|4:3|Click to|\bSheet1\b", part)
        assert not left, name


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx", "pdf"])
@pytest.mark.parametrize(("lang", "author"), [("en", "dashboard"), ("es", "Tablero de compromisos del MIRPS")])
def test_a_file_says_its_title_its_author_and_when_it_was_made(client, kind, lang, author):
    content = client.get(f"/download/commitments.{kind}?country=MEX&lang={lang}").content
    said = properties_of(content, kind)
    assert said["title"].startswith("38 ")
    assert author in said["author"]
    assert abs(said["created"] - datetime.now(UTC)) < timedelta(minutes=5)
    assert said["language"] == {"en": "en-GB", "es": "es-419"}[lang] or kind in ("xlsx", "pdf")
    assert not said["comments"]


def properties_of(content, kind):
    if kind == "pdf":
        about = PdfReader(io.BytesIO(content)).metadata
        return {
            "title": about.title,
            "author": about.author,
            "created": about.creation_date,
            "language": None,
            "comments": about.subject,
        }
    core = ElementTree.fromstring(parts_of(content)["docProps/core.xml"])
    return {
        "title": core.findtext("{*}title"),
        "author": core.findtext("{*}creator"),
        "created": datetime.fromisoformat(core.findtext("{*}created")),
        "language": core.findtext("{*}language"),
        "comments": core.findtext("{*}description"),
    }


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_file_opens_and_shows_its_commitments(client, commitments, tmp_path, kind, lang):
    response = client.get(f"/download/commitments.{kind}?country=MEX&area=education&lang={lang}")
    text = commitments.set_index("id").loc["MEX-EDU-01", "text"]
    assert squeezed(text)[:40] in converted(response.content, kind, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_file_with_a_hostile_text_opens_too(client, data_copy, tmp_path, monkeypatch, kind):
    change_text(data_copy, 8, " ".join(HOSTILE.split()))  # no code hangs on its words
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))
    response = client.get(f"/download/commitments.{kind}?country=BLZ&area=education&lang=en")
    assert squeezed("=HYPERLINK(1) <script> ]]> {{ 7*7 }}") in converted(response.content, kind, tmp_path)
