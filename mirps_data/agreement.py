"""How far the two passes of the coding agree: what `python -m mirps_data agreement` prints and writes.

Alpha is krippendorff's, the MASI distance nltk's (its AnnotationTask has no bootstrap and takes seconds for one
alpha), kappa and positive agreement are scikit-learn's: development libraries, which the dashboard never imports.
"""

from collections.abc import Iterator

import krippendorff
import numpy as np
import pandas as pd
from nltk.metrics.distance import masi_distance
from sklearn.metrics import cohen_kappa_score, f1_score

from mirps_data.check_coding import CODED, CODERS, SINGLE

COLUMNS = ["column", "measure", "code", "value", "low", "high", "count"]
RESAMPLES, SEED = 2000, 2021

Answer = frozenset[str]  # all codes of one coder for one commitment and column; none is the empty code, as in the table


def agreement(passes: pd.DataFrame, codes: pd.DataFrame) -> pd.DataFrame:
    """A row is a figure of one column: raw agreement, alpha, kappa, or positive agreement on one code. All is text."""
    figures = [row for column in CODED for row in _figures(column, passes, codes)]
    return pd.DataFrame(figures, columns=COLUMNS, dtype=str)


def answers(passes: pd.DataFrame, column: str) -> list[list[Answer]]:
    """What each coder says of each commitment, in the same order of commitments."""
    of_column = passes[passes["column"] == column]
    by_coder = of_column.groupby(["coder", "id"], sort=False)["code"].agg(frozenset)
    ids = of_column["id"].unique()
    return [list(by_coder[coder].loc[ids]) for coder in CODERS]


def alpha(pair: list[list[Answer]]) -> float:
    """Krippendorff's alpha with the MASI distance; on single codes that is the nominal distance."""
    places, distances = _distances(pair)
    return krippendorff.alpha(
        reliability_data=places,
        value_domain=np.arange(len(distances)),
        level_of_measurement=lambda v1, v2, i1, i2, n_v, dtype: distances[i1, i2].astype(dtype),
    )


def resampled_alphas(pair: list[list[Answer]], weights: np.ndarray) -> np.ndarray:
    """The alpha of each resample; a row of weights says how often it draws each commitment."""
    places, distances = _distances(pair)
    observed = weights @ distances[places[0], places[1]] / weights.sum(axis=1)
    drawn = weights @ np.eye(len(distances))[places].sum(axis=0)
    total = drawn.sum(axis=1)
    expected = np.einsum("rv,vw,rw->r", drawn, distances, drawn) / (total * (total - 1))
    return 1 - observed / expected


def _figures(column: str, passes: pd.DataFrame, codes: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    pair = answers(passes, column)
    count = len(pair[0])
    same = np.mean([first == second for first, second in zip(*pair, strict=True)])
    low, high = _interval(pair)
    yield column, "raw", "", _number(same), "", "", str(count)
    yield column, "alpha", "", _number(alpha(pair)), _number(low), _number(high), str(count)
    if column in SINGLE:
        kappa = cohen_kappa_score(*([next(iter(answer)) for answer in each] for each in pair))
        yield column, "kappa", "", _number(kappa), "", "", str(count)
    for code in codes["code"][codes["column"] == column]:
        first, second = (np.array([code in answer for answer in each]) for each in pair)
        either = int((first | second).sum())
        yield column, "positive", code, _number(f1_score(first, second)) if either else "", "", "", str(either)


def _interval(pair: list[list[Answer]]) -> tuple[float, float]:
    """The middle 95% of the alphas of resamples over commitments, drawn with a fixed seed."""
    count = len(pair[0])
    weights = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), size=RESAMPLES)
    low, high = np.percentile(resampled_alphas(pair, weights), [2.5, 97.5])
    return float(low), float(high)


def _distances(pair: list[list[Answer]]) -> tuple[np.ndarray, np.ndarray]:
    """The place of each answer among the different ones (a row a coder), and the distance between any two of these."""
    different = sorted({answer for each in pair for answer in each}, key=sorted)
    place = {answer: number for number, answer in enumerate(different)}
    distances = np.array([[masi_distance(one, other) for other in different] for one in different])
    return np.array([[place[answer] for answer in each] for each in pair]), distances


def _number(value: float) -> str:
    return f"{value:.4f}"
