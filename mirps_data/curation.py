"""The curation log in words: what is odd in the document, and why we did what we did."""

from collections.abc import Mapping

import pandas as pd

from mirps_data.language import Language


def why(say: Language, row: Mapping[str, str]) -> str:
    """What a row of the log says, in the language."""
    return row["why_es"] if say.code == "es" else row["why"]


def remarks_on(say: Language, log: pd.DataFrame, commitment: str) -> list[str]:
    """What the log says of a commitment, by its id."""
    return [why(say, row) for row in log[log["commitment"] == commitment].to_dict("records")]
