"""How far and how well the document is translated: a report in plain text, and the figures in it."""

from collections.abc import Iterator, Mapping

import pandas as pd

from mirps_data.language import language as language_of
from mirps_data.translations import Coverage, Place, coverage

CATEGORIES = ("accuracy", "terminology", "omission", "addition", "modality", "fluency")
SEVERITIES = ("minor", "major", "critical")


def errors(review: pd.DataFrame, language: str) -> pd.DataFrame:
    """A row is a category and severity of error: how many were found in a language, how many are left."""
    read = review[review["language"] == language]
    every = pd.MultiIndex.from_product([CATEGORIES, SEVERITIES], names=["category", "severity"])
    found = read.groupby(["category", "severity"]).size()
    left = read[read["settled"] == "kept"].groupby(["category", "severity"]).size()
    return pd.DataFrame({"found": found, "left": left}).reindex(every).fillna(0).astype(int).reset_index()


def words(translations: pd.DataFrame, language: str) -> int:
    """How many words the translations into a language have; a title counts once, in its text."""
    counted = translations[(translations["language"] == language) & (translations["column"] != "title")]
    return int(counted["text"].str.split().str.len().sum())


def minor_per_thousand(review: pd.DataFrame, translations: pd.DataFrame, language: str) -> float:
    """How many minor errors are left in a thousand words."""
    left = errors(review, language).query("severity == 'minor'")["left"].sum()
    return 1000 * float(left) / max(words(translations, language), 1)


def report(tables: Mapping[str, pd.DataFrame]) -> str:
    """What is translated, missing, out of date and not reviewed, language by language, with the review's figures."""
    languages = tables["translations"]["language"].unique()
    return "\n\n".join("\n".join(_lines(tables, language)) for language in languages)


def _lines(tables: Mapping[str, pd.DataFrame], language: str) -> Iterator[str]:
    covered = coverage(tables, language)
    share = language_of("en").percent(covered.translated, covered.texts)
    yield f"{language}: {covered.translated} of {covered.texts} texts translated ({share})"
    yield from _wanting(covered)
    yield from _review_lines(tables, language)


def _wanting(covered: Coverage) -> Iterator[str]:
    yield _named("missing", covered.missing)
    yield _named("out of date, the English has changed", covered.stale)
    yield f"  not reviewed by a person: {len(covered.unreviewed)}"


def _named(what: str, places: tuple[Place, ...]) -> str:
    names = ", ".join(" ".join(place) for place in places)
    return f"  {what}: {len(places)}" + (f" ({names})" if names else "")


def _review_lines(tables: Mapping[str, pd.DataFrame], language: str) -> Iterator[str]:
    review, translations = tables["translation_review"], tables["translations"]
    counted = errors(review, language)
    if not counted["found"].sum():
        yield "  no second reading is recorded"
        return
    yield "  errors that a second reading found, and that are left:"
    for row in counted[counted["found"] > 0].itertuples():
        yield f"    {row.category}, {row.severity}: {row.found} found, {row.left} left"
    for severity, total in counted.groupby("severity", sort=False)[["found", "left"]].sum().iterrows():
        yield f"    all {severity} errors: {total['found']} found, {total['left']} left"
    rate = minor_per_thousand(review, translations, language)
    yield f"  minor errors left per 1,000 words: {rate:.1f} ({words(translations, language):,} words)"
