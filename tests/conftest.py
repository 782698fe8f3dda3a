"""What tests share: the committed tables, a copy of them to break, and the languages."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from mirps_data.language import language
from mirps_data.reference import PROJECT
from mirps_data.store import load_tables

settings.register_profile("ours", deadline=None)  # no test is about time
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile("ours")

DATA = PROJECT / "data"
SOURCE = DATA / "source" / "mirps-national-action-plans.txt"


def pytest_collection_modifyitems(items):
    """Runs the tests in a real browser last: they are the slow ones."""
    items.sort(key=lambda item: "browser" in item.path.parts)


@pytest.fixture(scope="session")
def tables():
    return load_tables(DATA)


@pytest.fixture(scope="session")
def commitments(tables):
    return tables.commitments


@pytest.fixture
def data_copy(tmp_path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture(params=["en", "es"])
def say(request):
    return language(request.param)


@pytest.fixture
def english():
    return language("en")
