"""Our files open in an office program: each is converted by LibreOffice and read back."""

import io
import subprocess

import pytest
from pypdf import PdfReader
from starlette.applications import Starlette
from starlette.testclient import TestClient

from mirps_data.translations import digest
from mirps_publish.routes import exception_handlers, routes
from tests.test_brief import squeezed
from tests.test_check import change
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


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_file_opens_and_shows_its_commitments(client, commitments, tmp_path, kind, lang):
    response = client.get(f"/download/commitments.{kind}?country=MEX&area=education&lang={lang}")
    text = commitments.set_index("id").loc["MEX-EDU-01", "text"]
    assert squeezed(text)[:40] in converted(response.content, kind, tmp_path)


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_a_file_with_a_hostile_text_opens_too(client, data_copy, tmp_path, monkeypatch, kind):
    change(data_copy, "commitments.csv", 2, "text", " ".join(HOSTILE.split()))
    change(data_copy, "translations.csv", 2, "source_sha256", digest(" ".join(HOSTILE.split())))
    monkeypatch.setenv("MIRPS_DATA", str(data_copy))
    response = client.get(f"/download/commitments.{kind}?country=BLZ&area=protection&lang=en")
    assert squeezed("=HYPERLINK(1) <script> ]]> {{ 7*7 }}") in converted(response.content, kind, tmp_path)
