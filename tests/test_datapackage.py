import json

from frictionless import Package, validate

from mirps_data.reference import AREA_BY_NAME, COUNTRIES
from tests.conftest import DATA


def test_the_data_package_and_all_its_tables_are_valid():
    report = validate(str(DATA / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])


def test_it_describes_every_table_and_every_column():
    package = Package(str(DATA / "datapackage.json"))
    assert {resource.path for resource in package.resources} == {path.name for path in DATA.glob("*.csv")}
    for resource in package.resources:
        header = (DATA / resource.path).read_text(encoding="utf-8").split("\n", 1)[0].split(",")
        assert [field.name for field in resource.schema.fields] == header


def test_every_table_and_column_is_described_in_both_languages():
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for described in (resource, *resource["schema"]["fields"]):
            assert described["description"]
            assert described["description_es"]
            assert described["description"] != described["description_es"]


def test_it_names_the_countries_and_focus_areas_of_the_reference():
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        columns = {column["name"]: column.get("constraints", {}) for column in resource["schema"]["fields"]}
        for name, known in (
            ("country", [country.name for country in COUNTRIES]),
            ("iso3", [country.iso3 for country in COUNTRIES]),
            ("focus_area", list(AREA_BY_NAME)),
        ):
            assert columns.get(name, {}).get("enum", known) == known
