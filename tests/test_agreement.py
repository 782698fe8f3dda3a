import builtins
import sys

import numpy as np
import pandas as pd
import pytest

from mirps_data.__main__ import main
from mirps_data.agreement import agreement, alpha, answers, resampled_alphas
from mirps_data.check_coding import CODED, MANY, SINGLE
from tests.conftest import DATA
from tests.test_check import change


@pytest.fixture(scope="module")
def figures(tables):
    return agreement(tables.coding_passes, tables.codes)


def test_the_committed_figures_are_what_the_passes_give(figures, tables):
    committed = tables.coding_agreement
    keys = ["column", "measure", "code", "count"]
    assert figures[keys].astype(str).equals(committed[keys].astype(str))
    for column in ("value", "low", "high"):
        expected = pd.to_numeric(committed[column])
        np.testing.assert_allclose(pd.to_numeric(figures[column]), expected, atol=2e-4, equal_nan=True)


def test_every_column_has_raw_agreement_and_an_alpha_with_its_interval(figures):
    for column in CODED:
        measured = figures.query("column == @column").set_index("measure")
        low, value, high = (float(measured.loc["alpha", name]) for name in ("low", "value", "high"))
        assert 0 <= low <= value <= high <= 1
        assert 0 <= float(measured.loc["raw", "value"]) <= 1
        assert ("kappa" in measured.index) == (column in SINGLE)


def test_every_listed_code_has_positive_agreement_with_its_count(figures, tables):
    positive = figures.query("measure == 'positive'")
    codes = tables.codes.query("column != 'kind'")
    assert list(zip(positive["column"], positive["code"], strict=True)) == list(
        zip(codes["column"], codes["code"], strict=True)
    )
    assert all((row.value == "") == (row.count == "0") for row in positive.itertuples(index=False))


def test_alpha_is_at_least_four_fifths_on_every_column(figures):
    assert (pd.to_numeric(figures.query("measure in ('alpha', 'kappa')")["value"]) >= 0.8).all()


@pytest.mark.parametrize("column", CODED)
def test_the_alpha_of_a_resample_is_what_the_library_gives_for_it(column, tables):
    pair = answers(tables.coding_passes, column)
    count = len(pair[0])
    drawn = np.random.default_rng(7).integers(count, size=count)
    weights = np.stack([np.ones(count), np.bincount(drawn, minlength=count)])
    whole, resample = resampled_alphas(pair, weights)
    assert whole == pytest.approx(alpha(pair))
    assert resample == pytest.approx(alpha([[each[place] for place in drawn] for each in pair]))


def test_partial_agreement_counts_for_more_than_none():
    def of(*codes):
        return frozenset(codes)

    other = [of("c"), of("d"), of("")]
    partial = alpha([[of("a", "b"), *other], [of("a"), *other]])
    none = alpha([[of("a", "b"), *other], [of("e"), *other]])
    assert none < partial < 1


def test_an_empty_answer_of_both_is_agreement(tables):
    pair = answers(tables.coding_passes, "agd")
    assert frozenset([""]) in pair[0]


def test_the_command_prints_every_column_and_writes_only_when_asked(data_copy, capsys):
    change(data_copy, "coding_agreement.csv", 2, "value", "0.5000")
    assert main(["agreement", "--data", str(data_copy)]) == 0
    printed = capsys.readouterr().out
    assert all(column in printed for column in CODED)
    assert "0.5000" in (data_copy / "coding_agreement.csv").read_text(encoding="utf-8")
    assert main(["agreement", "--data", str(data_copy), "--write"]) == 0
    assert (data_copy / "coding_agreement.csv").read_bytes() == (DATA / "coding_agreement.csv").read_bytes()


def test_the_command_says_what_to_install_where_a_library_is_missing(monkeypatch, capsys):
    importing = builtins.__import__

    def without(name, *arguments, **named):
        if name == "krippendorff":
            raise ModuleNotFoundError(name=name)
        return importing(name, *arguments, **named)

    monkeypatch.delitem(sys.modules, "mirps_data.agreement")
    monkeypatch.setattr(builtins, "__import__", without)
    assert main(["agreement"]) == 2
    assert "krippendorff is missing; run: pip install -r requirements-dev.txt" in capsys.readouterr().err


def test_the_command_refuses_broken_passes(data_copy, capsys):
    change(data_copy, "coding_passes.csv", 3, "code", "nonsense")
    assert main(["agreement", "--data", str(data_copy)]) == 2
    assert "must be a code of action" in capsys.readouterr().err


def test_agreement_covers_every_column_that_holds_several_codes(figures):
    assert set(MANY) <= set(figures["column"])
