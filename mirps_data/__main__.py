"""The commands: `python -m mirps_data extract SOURCE --out DIR` and `python -m mirps_data check [--data DIR]`."""

import argparse
import errno
import os
import re
import sys
import tempfile
from pathlib import Path

from mirps_data.check import check_folder
from mirps_data.counts import reconciliation
from mirps_data.extract import EDITION, differences, extract_file, near_repetitions
from mirps_data.lines import DocumentError
from mirps_data.store import data_folder


def main(arguments: list[str] | None = None) -> int:
    """Runs a command and returns its exit status: 0 done, 1 problems in the tables, 2 nothing could be done."""
    parser = argparse.ArgumentParser(prog="python -m mirps_data", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser("extract", help="turn a plan document's text into tables")
    extract.add_argument("source", type=Path, metavar="SOURCE", help="the document, UTF-8 text")
    extract.add_argument("--out", type=_folder, required=True, metavar="DIR", help="where the tables go")
    extract.add_argument("--edition", type=_year, default=EDITION, help=f"the plans' edition (default: {EDITION})")
    extract.set_defaults(run=_extract)
    check = commands.add_parser("check", help="validate all the tables")
    check.add_argument("--data", type=_folder, default=data_folder(), metavar="DIR", help="the folder of the tables")
    check.set_defaults(run=_check)
    asked = parser.parse_args(arguments)
    return asked.run(asked)


def _extract(asked: argparse.Namespace) -> int:
    try:
        tables = extract_file(asked.source, asked.edition)
        _write_all(asked.out, tables.files())
    except DocumentError as error:
        print(f"{asked.source}, {error}; nothing was written", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename or asked.source}: {error.strerror or error}; nothing was written", file=sys.stderr)
        return 2
    table = reconciliation(tables.commitments, tables.declared_counts)
    print(table.astype(object).where(table.notna(), "–").to_string(index=False))
    for warning in differences(table) + near_repetitions(tables.commitments):
        print(f"warning: {warning}")
    return 0


def _check(asked: argparse.Namespace) -> int:
    problems, rows = check_folder(asked.data)
    for problem in problems:
        print(problem)
    if problems:
        return 1
    print(f"{asked.data}: " + ", ".join(f"{count} rows in {file}" for file, count in rows.items()) + "; all in order")
    return 0


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder")
    return Path(text)


def _year(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise argparse.ArgumentTypeError("an edition is a year, as in 2021")
    return text


def _write_all(folder: Path, files: dict[str, str]) -> None:
    """Writes each file beside its place first and moves them only when all are whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in files:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))
    with tempfile.TemporaryDirectory(dir=folder, prefix=".extract-") as whole:
        for name, text in files.items():
            (Path(whole) / name).write_text(text, encoding="utf-8", newline="")
        for name in files:
            os.replace(Path(whole) / name, folder / name)


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console may not know every letter
    sys.exit(main())
