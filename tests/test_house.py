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


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_nothing_is_shown_from_html_in_a_string(path):
    assert not re.search(r"unsafe_allow_html|st\.html\(|innerHTML", path.read_text(encoding="utf-8"))


def test_every_requirement_is_pinned():
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (PROJECT / name).read_text(encoding="utf-8").splitlines():
            assert line.startswith(("#", "-r ")) or re.fullmatch(r"[\w-]+==[\w.]+", line), line
