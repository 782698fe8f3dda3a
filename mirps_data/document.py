"""The document that an edition was transcribed from, line by line."""

import re
from pathlib import Path

from mirps_data.store import data_folder


def document_path(folder: Path | None = None) -> Path | None:
    """The text in the folder `source` of an edition (default: the one that is shown); None if it came without."""
    return next(iter(sorted(((folder or data_folder()) / "source").glob("*.txt"))), None)


def document_lines(path: Path) -> list[str]:
    """The lines as printed, the first is line 1; parted as mirps_data.extract does, so that the numbers agree."""
    return re.split(r"\r\n|\r|\n", path.read_text(encoding="utf-8-sig"))
