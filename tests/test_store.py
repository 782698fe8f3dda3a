import pytest

from mirps_data.schema import schemas
from mirps_data.store import BrokenTablesError, data_folder, load_tables
from tests.conftest import DATA
from tests.test_check import change


def test_the_folder_is_data_or_what_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.delenv("MIRPS_DATA", raising=False)
    assert data_folder() == DATA
    monkeypatch.setenv("MIRPS_DATA", str(tmp_path))
    assert data_folder() == tmp_path


def test_numbers_are_integers_and_empty_cells_are_empty_text(tables):
    for name, columns in schemas().items():
        table = getattr(tables, name)
        assert list(table) == [column["name"] for column in columns]
        for column in columns:
            kind = "i" if column["type"] == "integer" else "O"
            assert table[column["name"]].dtype.kind in (kind, "U", "T"), column["name"]
        assert not table.isna().any(axis=None)


def test_broken_tables_are_never_loaded_in_part(data_copy):
    change(data_copy, "declared_counts.csv", 3, "declared", "seven")
    with pytest.raises(BrokenTablesError) as error:
        load_tables(data_copy)
    assert [problem.file for problem in error.value.problems] == ["declared_counts.csv"]


def test_a_mended_table_is_read_again(data_copy):
    change(data_copy, "declared_counts.csv", 3, "declared", "seven")
    with pytest.raises(BrokenTablesError):
        load_tables(data_copy)
    change(data_copy, "declared_counts.csv", 3, "declared", "7")
    assert (
        load_tables(data_copy).declared_counts["declared"].sum() == load_tables(DATA).declared_counts["declared"].sum()
    )


def test_tables_that_did_not_change_are_read_once(data_copy):
    assert load_tables(data_copy) is load_tables(data_copy)
