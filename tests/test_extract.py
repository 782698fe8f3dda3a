import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mirps_data.__main__ import main
from mirps_data.extract import extract, extract_file
from mirps_data.lines import DocumentError
from mirps_data.reference import AREA_BY_NAME, COUNTRY_BY_NAME
from tests.conftest import DATA, SOURCE
from tests.layouts import MUTATIONS, PLAN, mutated


@pytest.fixture(scope="module")
def extracted():
    return extract_file(SOURCE)


@pytest.mark.parametrize("name", ["commitments.csv", "declared_counts.csv", "countries.csv"])
def test_the_committed_tables_are_what_the_command_makes_byte_for_byte(name, tmp_path):
    assert main(["extract", str(SOURCE), "--out", str(tmp_path)]) == 0
    assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes()


def test_every_bullet_of_the_plans_is_a_row_and_nothing_else_is(extracted):
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    first_plan = next(
        number for number, line in enumerate(lines, 1) if line.startswith("MIRPS NATIONAL ACTION PLAN IN")
    )
    bullets = [number for number, line in enumerate(lines, 1) if number > first_plan and line.strip().startswith("- ")]
    assert list(extracted.commitments["source_line"]) == bullets
    assert len(bullets) == 230


def test_every_text_is_its_line_with_white_space_folded(extracted):
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    for row in extracted.commitments.itertuples():
        assert row.text == " ".join(lines[row.source_line - 1].split())[2:]


def test_every_id_is_made_of_its_country_area_and_position(extracted):
    table = extracted.commitments
    assert table["id"].is_unique
    for row in table.itertuples():
        area = AREA_BY_NAME[row.focus_area]
        assert row.id == f"{COUNTRY_BY_NAME[row.country].iso3}-{area.id_code}-{row.position:02d}"


def test_positions_count_from_one_without_a_gap(extracted):
    for _, group in extracted.commitments.groupby(["iso3", "focus_area"]):
        assert list(group["position"]) == list(range(1, len(group) + 1))


def test_a_repeated_text_points_to_the_first_with_the_same_text_in_the_country(extracted):
    table = extracted.commitments
    first = table.groupby(["iso3", "text"])["id"].transform("first")
    assert list(table["duplicate_of"]) == [
        "" if identifier == original else original for identifier, original in zip(table["id"], first, strict=True)
    ]


def test_a_title_is_the_label_before_the_first_colon(extracted):
    titled = extracted.commitments.query("title != ''")
    assert set(titled["country"]) == {"Costa Rica"}
    assert all(row.text.startswith(f"{row.title}: ") for row in titled.itertuples())


def test_pages_come_from_the_table_of_contents_and_the_last_plan_is_open_ended(extracted):
    pages = dict(zip(extracted.countries["iso3"], extracted.countries["source_pages"], strict=True))
    expected = {"BLZ": "4-5", "CRI": "6-8", "SLV": "9-11", "GTM": "12-14", "HND": "15-17", "MEX": "18-20", "PAN": "21-"}
    assert pages == expected


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutations=st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4, unique=True), seed=st.integers(0, 2**32))
def test_no_layout_of_the_document_makes_another_table(mutations, seed, extracted):
    original = SOURCE.read_text(encoding="utf-8")
    try:
        again = extract(mutated(original, mutations, Random(seed)))
    except DocumentError:
        return
    assert what_it_says(again) == what_it_says(extracted)


def what_it_says(tables):
    """All that the tables hold but the lines, and where a paragraph of a narrative ends."""
    narratives = [" ".join(text.split()) for text in tables.countries["narrative"]]
    tables = (tables.commitments, tables.declared_counts, tables.countries.drop(columns="narrative"))
    return [*(table.drop(columns="source_line").to_dict("list") for table in tables), narratives]


@settings(max_examples=40, deadline=None)
@given(
    marker=st.sampled_from(["- ", "• ", "* ", "  - ", "\t• ", " *   ", "•"]),
    newline=st.sampled_from(["\n", "\r\n"]),
    width=st.integers(60, 150),
    heading=st.sampled_from(["plain", "bold", "split", "bold split", "singular", "plural"]),
    page_breaks=st.booleans(),
)
def test_the_same_document_set_otherwise_yields_the_same_commitments(marker, newline, width, heading, page_breaks):
    text = _reset(SOURCE.read_text(encoding="utf-8"), marker, width, heading, page_breaks).replace("\n", newline)
    columns = ["id", "country", "focus_area", "position", "title", "text", "duplicate_of", "source_pages"]
    again, original = extract(text), extract_file(SOURCE)
    assert again.commitments[columns].equals(original.commitments[columns])
    assert again.declared_counts["declared"].equals(original.declared_counts["declared"])
    assert again.countries["narrative"].equals(original.countries["narrative"])


def _reset(text: str, marker: str, width: int, heading: str, page_breaks: bool) -> str:
    """The document with other bullets, headings, line lengths and page breaks, its words unchanged."""
    front, plans = text.split("MIRPS NATIONAL ACTION PLAN IN BELIZE", 1)
    lines = []
    for line in f"MIRPS NATIONAL ACTION PLAN IN BELIZE{plans}".split("\n"):
        if line.strip().startswith("- "):
            lines += _wrapped(marker + line.strip()[2:], width)
            lines += ["\f"] if page_breaks else []
        elif re.fullmatch(r"JOBS? AND LIVELIHOODS?|SOCIAL PROTECTION", line):
            lines += _heading(line, heading)
        else:
            lines.append(line)
    return front + "\n".join(lines)


def _wrapped(line: str, width: int) -> list[str]:
    """The line broken at spaces, never before what might be the mark of a bullet or the number of a page."""
    first, *words = re.split(r" (?=\w)(?!N\.|\d+$)", line)
    lines = [first]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


def _heading(line: str, kind: str) -> list[str]:
    first, *_, last = line.split(" ")
    return {
        "plain": [line],
        "bold": [f"**{line}**"],
        "split": [line.removesuffix(f" {last}"), last],
        "bold split": [f"**{line.removesuffix(f' {last}')}", f"{last}**"],
        "singular": [line.replace("JOBS", "JOB").replace("LIVELIHOODS", "LIVELIHOOD")],
        "plural": ["JOBS AND LIVELIHOODS" if first.startswith("JOB") else line],
    }[kind]


def test_a_commitment_goes_on_after_a_page_break():
    text = PLAN.replace("- Second thing", "- Second\n\n\fthing")
    assert list(extract(text).commitments["text"]) == ["First thing", "Second thing", "Third thing"]


@pytest.mark.parametrize("title", ["MIRPS NATIONAL ACTION PLAN FOR BELIZE", "MIRPS National Action Plan in Belize"])
def test_a_plan_s_title_may_be_set_otherwise(title):
    again = extract(PLAN.replace("MIRPS NATIONAL ACTION PLAN IN BELIZE", title))
    assert again.commitments.equals(extract(PLAN).commitments)


def test_a_heading_may_be_split_by_a_page():
    text = PLAN.replace("HEALTH", "**JOBS AND\n\f\nLIVELIHOODS**")
    assert list(extract(text).commitments["focus_area"]) == ["Protection", "Protection", "Jobs and livelihoods"]


def test_an_acronym_alone_on_a_wrapped_line_is_no_heading():
    assert list(extract(PLAN.replace("- Second thing", "- Second\nDPPDIV")).commitments["text"])[1] == "Second DPPDIV"


def test_a_country_may_be_printed_in_spanish():
    assert set(extract(PLAN.replace("IN BELIZE", "IN BELICE")).commitments["iso3"]) == {"BLZ"}


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("HEALTH\n\n- Third", "HOUSING\n\n- Third", 20, "unknown heading “HOUSING”"),
        ("HEALTH\n\n- Third", "**Housing**\n\n- Third", 20, "unknown heading “HOUSING”"),
        ("PLAN IN BELIZE", "PLAN IN NICARAGUA", 3, "unknown country “NICARAGUA”"),
        ("A narrative.", "- A bullet", 13, "a bullet outside any focus area"),
        ("- Third thing", "- ", 22, "this bullet has no text"),
        ("- Third thing", "- Third thing\n\nloose words", 24, "belongs to no bullet"),
        ("1 COMMITMENT\n", "1 COMMITMENT\n1 COMMITMENT\n", 12, "follows no focus area"),
        ("3 TOTAL COMMITMENTS", "3 TOTAL COMMITMENTS\n\n4 TOTAL COMMITMENTS", 7, "a second time"),
        ("A narrative.", "A nar\0rative.", 13, "NUL"),
        ("\n\nHEALTH\n\n- Third", "\n**Housing**\n\n- Third", 19, "unknown heading “HOUSING”"),
        ("\n\nHEALTH\n\n- Third", "\n\fHOUSING\n\n- Third", 19, "unknown heading “HOUSING”"),
        ("\n\nHEALTH\n\n- Third", "\n\f\nHOUSING\n\n- Third", 20, "unknown heading “HOUSING”"),
        ("- Second thing", "- Second thing.\n\n\fThe government thanks.", 20, "belongs to no bullet"),
        ("PLAN IN BELIZE", "PLAN FOR NICARAGUA", 3, "unknown country “NICARAGUA”"),
        ("PLAN IN BELIZE", "PLAN IN\nNICARAGUA", 3, "unknown country “NICARAGUA”"),
        ("MIRPS NATIONAL", "3 TOTAL COMMITMENTS\n\nMIRPS NATIONAL", 3, "before any plan's heading"),
        ("Plan in Belize\t4", "Plan in Nicaragua\t4", 2, "unknown country “Nicaragua”"),
        ("Belize\t4", "Belize\t4\nNational Plan in Panama\t3", 3, "does not follow page 4"),
        ("HEALTH\n\n- Third", "MIRPS NATIONAL ACTION PLAN IN BELIZE\n\n- Third", 20, "a second plan of Belize"),
    ],
)
def test_what_does_not_fit_is_one_sentence_with_its_line(old, new, line, says):
    assert PLAN.count(old) == 1
    with pytest.raises(DocumentError, match=re.escape(says)) as error:
        extract(PLAN.replace(old, new))
    assert str(error.value).startswith(f"line {line}: ")


@pytest.mark.parametrize(
    "content",
    [b"", b"\n \n", b"words without a plan\n", "MIRPS Panam\xe1".encode("latin-1"), PLAN.encode("utf-16")],
    ids=["empty", "blank", "no plan", "latin-1", "utf-16"],
)
def test_a_file_that_is_no_plan_document_exits_2_and_writes_nothing(content, tmp_path, capsys):
    source = tmp_path / "plan.txt"
    source.write_bytes(content)
    out = tmp_path / "out"
    assert main(["extract", str(source), "--out", str(out)]) == 2
    assert re.search(r"line \d+", capsys.readouterr().err)
    assert not out.exists()


def test_a_missing_file_exits_2_with_one_sentence(tmp_path, capsys):
    assert main(["extract", str(tmp_path / "none.txt"), "--out", str(tmp_path / "out")]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "none.txt" in error


def test_nothing_is_written_when_one_of_the_files_cannot_be(tmp_path, capsys):
    (tmp_path / "countries.csv").mkdir()
    assert main(["extract", str(SOURCE), "--out", str(tmp_path)]) == 2
    assert "countries.csv: Is a directory" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["countries.csv"]


@pytest.mark.parametrize("option", [["--out", ""], ["--out", "x", "--edition", "20=25"]])
def test_an_empty_folder_or_an_edition_that_is_no_year_is_refused(option):
    with pytest.raises(SystemExit) as stopped:
        main(["extract", str(SOURCE), *option])
    assert stopped.value.code == 2


def test_a_failed_extract_leaves_earlier_tables_as_they_were(data_copy, tmp_path):
    before = {path.name: path.read_bytes() for path in data_copy.glob("*.csv")}
    source = tmp_path / "broken.txt"
    source.write_text(PLAN.replace("HEALTH\n\n- Third", "HOUSING\n\n- Third"), encoding="utf-8")
    assert main(["extract", str(source), "--out", str(data_copy)]) == 2
    assert {path.name: path.read_bytes() for path in data_copy.glob("*.csv")} == before


def test_the_reconciliation_is_printed_with_declared_listed_and_distinct(tmp_path, capsys):
    assert main(["extract", str(SOURCE), "--out", str(tmp_path)]) == 0
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Panama", "Total", "26", "27", "27"] in printed
    assert ["Mexico", "Protection", "19", "20", "19"] in printed
    assert ["Belize", "Health", "–", "0", "0"] in printed


def test_where_a_plan_lists_another_number_than_it_declares_is_a_warning_after_the_table(tmp_path, capsys):
    assert main(["extract", str(SOURCE), "--out", str(tmp_path)]) == 0
    printed = capsys.readouterr().out.splitlines()
    warnings = [line for line in printed if line.startswith("warning: ")]
    assert printed[-8:] == warnings
    assert warnings[0] == "warning: Belize, Protection: the cover declares 7, the plan lists 6"


def test_a_count_that_the_cover_lacks_is_a_warning(tmp_path, capsys):
    source = tmp_path / "plan.txt"
    source.write_text(PLAN.replace("3 TOTAL COMMITMENTS", ""), encoding="utf-8")
    assert main(["extract", str(source), "--out", str(tmp_path)]) == 0
    assert "warning: Belize, Total: the cover declares no count, the plan lists 3\n" in capsys.readouterr().out


@pytest.mark.parametrize("again", ["first Thing", "First thing.", "Firstthing"])
def test_repetitions_that_differ_only_in_case_spacing_or_a_full_stop_are_a_warning(again, tmp_path, capsys):
    source = tmp_path / "plan.txt"
    source.write_text(PLAN.replace("- ", "• ").replace("Second thing", again), encoding="utf-8")
    assert main(["extract", str(source), "--out", str(tmp_path)]) == 0
    assert (
        "warning: BLZ-PRO-01, BLZ-PRO-02 (lines 17, 18) differ only in case, spacing or a full stop; each is counted\n"
        in capsys.readouterr().out
    )


def test_a_refused_document_writes_nothing(tmp_path, capsys):
    source = tmp_path / "plan.txt"
    source.write_text(PLAN.replace("- Second thing", "1. Second thing"), encoding="utf-8")
    out = tmp_path / "out"
    assert main(["extract", str(source), "--out", str(out)]) == 2
    assert "line 18: “1. Second thing” may begin a commitment" in capsys.readouterr().err
    assert not out.exists()
