"""The house rules of CONTRIBUTING.md that a program can read off the code."""

import ast
import re

import pytest

from mirps_data.reference import PROJECT

ALLOWED = {
    "mirps_data": {"mirps_data"},
    "mirps_design": {"mirps_design", "mirps_data"},
    "mirps_ui": {"mirps_ui", "mirps_design", "mirps_data"},
    "mirps_publish": {"mirps_publish", "mirps_design", "mirps_data"},
    "pages": {"mirps_ui", "mirps_design", "mirps_data"},
}
OURS = {*ALLOWED, "app", "tests", "tools"}
FILES = [path for package in ALLOWED for path in sorted((PROJECT / package).rglob("*.py"))]


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_imports_point_one_way(path):
    package = path.relative_to(PROJECT).parts[0]
    assert set(imported(path)) & OURS <= ALLOWED[package]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_only_the_interface_knows_streamlit_and_only_figures_know_plotly(path):
    package, libraries = path.relative_to(PROJECT).parts[0], set(imported(path))
    if package in ("mirps_data", "mirps_design", "mirps_publish") or path.name == "figures.py":
        assert "streamlit" not in libraries
    if path.name != "figures.py":
        assert "plotly" not in libraries


def followed(path, seen=None):
    """The libraries that a module imports, directly or through modules of ours."""
    seen = set() if seen is None else seen
    libraries = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            module = PROJECT / f"{name.replace('.', '/')}.py"
            if module.exists() and module not in seen:
                seen.add(module)
                libraries |= followed(module, seen)
            libraries.add(name.split(".")[0])
    return libraries


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_what_knows_no_streamlit_does_not_load_it_through_others(path):
    if (
        path.relative_to(PROJECT).parts[0] in ("mirps_data", "mirps_design", "mirps_publish")
        or path.name == "figures.py"
    ):
        assert "streamlit" not in followed(path)


@pytest.mark.parametrize("name", ["mirps_ui/elements.js", "mirps_ui/browser.js"])
def test_scripts_build_from_text_nodes_alone(name):
    script = (PROJECT / name).read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(", script)


def test_no_python_file_is_longer_than_300_lines():
    long = {path.name: number for path in FILES if (number := len(path.read_text(encoding="utf-8").splitlines())) > 300}
    assert long == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_nothing_is_shown_from_html_in_a_string(path):
    assert not re.search(r"unsafe_allow_html|st\.html\(|innerHTML", path.read_text(encoding="utf-8"))


def test_every_requirement_is_pinned():
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (PROJECT / name).read_text(encoding="utf-8").splitlines():
            assert line.startswith(("#", "-r ")) or re.fullmatch(r"[\w-]+==[\w.]+", line), line
