"""What there is, is documented; what is documented, is there."""

import ast
import hashlib
import re
import subprocess
import sys
import tomllib
from functools import cache

import pytest

from mirps_data.addresses import LANG, PAGES
from mirps_data.facets import FACETS
from mirps_data.reference import PROJECT
from mirps_data.schema import data_package
from mirps_data.selection import SEARCH
from mirps_publish.routes import routes
from tests.conftest import SOURCE
from tools.house import PICTURE, draw

DOCUMENTS = [*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md"), *(PROJECT / "data").glob("*.md")]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
CODE = [path for package in ("mirps_data", "mirps_publish", "mirps_ui") for path in (PROJECT / package).glob("*.py")]
RELEASE = re.compile(r"## (\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)")


@cache
def documented():
    return README + "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "docs").glob("*.md"))


def parameters():
    """The parameters that the code reads from a link: those of the facets, and each that it names where it reads."""
    yield from (SEARCH, LANG, *(facet.parameter for facet in FACETS))
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("values", "query.get"):
                yield from (each.value for each in node.args if isinstance(each, ast.Constant))


def routes_there_are():
    """The addresses that the server answers itself, as far as they are the same for all; the rest are refusals."""
    answered = [route.path for route in routes if "{rest:path}" not in route.path]
    return [re.split(r"(?<=/)\{|\{", path)[0] for path in answered]


def commands():
    """The commands of make, and those of `python -m mirps_data` with their options."""
    yield from (f"make {name}" for name in re.search(r"\.PHONY: (.+)", (PROJECT / "Makefile").read_text())[1].split())
    shown = subprocess.run(
        [sys.executable, "-m", "mirps_data", "--help"], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    yield from (f"-m mirps_data {name}" for name in re.findall(r"^ {4}(\w+) ", shown.stdout, flags=re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_documented(page):
    title = {"": "Overview", "about": "About the data"}.get(page, page.replace("_", " ").capitalize())
    assert f"| {title} |" in README


@pytest.mark.parametrize("route", sorted(set(routes_there_are())))
def test_every_route_is_documented(route):
    assert route in documented()


@pytest.mark.parametrize("parameter", sorted(set(parameters())))
def test_every_parameter_of_a_link_is_documented(parameter):
    assert re.search(rf"`{parameter}[`=]", documented())


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_every_command_is_documented(command):
    assert re.search(rf"{command}\b(?!-)", README)


@pytest.mark.parametrize("resource", data_package()["resources"], ids=lambda resource: resource["name"])
def test_every_column_of_every_table_is_documented_and_every_documented_column_is_there(resource):
    header = (PROJECT / "data" / resource["path"]).read_text(encoding="utf-8").split("\n", 1)[0].split(",")
    assert [column["name"] for column in resource["schema"]["fields"] if column["description"]] == header


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_link_of_the_documents_leads_to_a_file(document):
    for target in re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8")):
        assert target.startswith("http") or (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_module_that_the_documents_name_is_there(document):
    for target in re.findall(r"`((?:mirps_\w+|tests|tools|pages|data|docs)/[\w./-]+\.\w+)`", document.read_text()):
        assert (PROJECT / target).exists(), target


def test_the_picture_of_the_house_is_as_the_code_is():
    assert PICTURE.read_text(encoding="utf-8") == draw(), "run: make picture"


def test_one_release_is_named_everywhere():
    version, date = RELEASE.search((PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")).groups()
    citation = (PROJECT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {version}\n" in citation
    assert f'date-released: "{date}"' in citation
    assert tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == version
    assert (data_package()["version"], data_package()["created"][:10]) == (version, date)


def test_the_checksum_of_the_document_is_in_the_data_package():
    (source,) = data_package()["sources"]
    assert source["hash"] == f"sha256:{hashlib.sha256(SOURCE.read_bytes()).hexdigest()}"


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_requirement_is_locked_with_its_hashes_and_no_host(name):
    lock = (PROJECT / f"{name}.lock").read_text(encoding="utf-8")
    wanted = re.findall(r"^([\w-]+==[\w.]+)$", (PROJECT / f"{name}.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert {requirement.lower() for requirement in wanted} <= set(re.findall(r"^([\w-]+==[\w.]+)", lock, re.MULTILINE))
    assert not re.search(r"://|--index|--find-links|--extra-index", lock)
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[\w])", lock)[1:])
