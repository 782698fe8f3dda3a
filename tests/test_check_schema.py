import csv
from copy import deepcopy

import pytest

from mirps_data.check import check_folder
from mirps_data.check_schema import package_problems
from mirps_data.schema import data_package, keys, references
from tests.test_check import change

RESOURCES = {resource["name"]: resource for resource in data_package()["resources"]}
REFERENCES = [(name, reference) for name in RESOURCES for reference in references(RESOURCES[name])]


@pytest.fixture
def package():
    return deepcopy(data_package())


def rows_of(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


@pytest.mark.parametrize("name", RESOURCES)
def test_a_row_that_repeats_the_keys_of_its_table_is_named_with_the_first(name, data_copy):
    rows = rows_of(data_copy, name)
    with (data_copy / f"{name}.csv").open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerow(rows[1])
    found = [str(problem) for problem in check_folder(data_copy)[0]]
    for key in keys(RESOURCES[name]):
        start = f"{name}.csv, row {len(rows) + 1}, column {', '.join(key)}: "
        assert [line for line in found if line.startswith(start) and "row 2 has the same" in line], found


@pytest.mark.parametrize(("name", "reference"), REFERENCES, ids=str)
def test_a_row_that_names_a_row_which_is_not_there_is_named(name, reference, data_copy):
    change(data_copy, f"{name}.csv", 2, reference.columns[-1], "nowhere")
    found = [problem for problem in check_folder(data_copy)[0] if problem.column == ", ".join(reference.columns)]
    assert [problem for problem in found if f"{', '.join(reference.key)} of {reference.table}.csv" in problem.allowed]


def test_the_check_can_enforce_all_that_the_package_asks():
    assert list(package_problems(data_package())) == []


def column_of(package, name):
    return next(column for column in package["resources"][0]["schema"]["fields"] if column["name"] == name)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (
            lambda package: column_of(package, "text")["constraints"].update(maxLength=9),
            'commitments.text: "maxLength"',
        ),
        (lambda package: column_of(package, "text")["constraints"].update(minimum=9), 'commitments.text: "minimum"'),
        (lambda package: column_of(package, "text").update(format="uri"), 'commitments.text: "format"'),
        (lambda package: column_of(package, "text").update(type="geopoint"), "the type must be one of"),
        (lambda package: package["resources"][0]["schema"].update(uniqueKeys=[["id"]]), 'commitments: "uniqueKeys"'),
        (lambda package: package["resources"][0]["schema"].update(missingValues=["-"]), "missingValues"),
        (lambda package: package["resources"][0]["schema"].pop("primaryKey"), "must have a primary key"),
        (lambda package: package["resources"][0]["schema"].update(primaryKey=["name"]), "commitments.name"),
    ],
)
def test_what_the_check_cannot_enforce_is_a_problem_of_the_package(ask, says, package):
    ask(package)
    found = [str(problem) for problem in package_problems(package)]
    assert len(found) == 1
    assert found[0].startswith("datapackage.json, column commitments")
    assert says in found[0]


def test_check_fails_on_a_constraint_that_it_does_not_know(data_copy, package, monkeypatch):
    column_of(package, "text")["constraints"]["maxLength"] = 9
    monkeypatch.setattr("mirps_data.check.data_package", lambda: package)
    problems, _ = check_folder(data_copy)
    assert [problem.value for problem in problems] == ["maxLength"]
