"""The commands: `python -m mirps_data` with `extract SOURCE --out DIR`, `check`, `agreement` or `translations`."""

import argparse
import errno
import os
import re
import sys
import tempfile
from pathlib import Path

from mirps_data.check import check_folder, read_and_check
from mirps_data.counts import reconciliation
from mirps_data.extract import EDITION, differences, extract_file, near_repetitions
from mirps_data.lines import DocumentError
from mirps_data.store import data_folder
from mirps_data.translation_report import report
from mirps_data.translations import to_translate


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
    agreement = commands.add_parser("agreement", help="how far the two passes of the coding agree")
    agreement.add_argument(
        "--data", type=_folder, default=data_folder(), metavar="DIR", help="the folder of the tables"
    )
    agreement.add_argument("--write", action="store_true", help="write the figures to coding_agreement.csv too")
    agreement.set_defaults(run=_agreement)
    translations = commands.add_parser("translations", help="how far and how well the document is translated")
    translations.add_argument(
        "--data", type=_folder, default=data_folder(), metavar="DIR", help="the folder of the tables"
    )
    translations.add_argument(
        "--missing", type=_language, metavar="LANGUAGE", help="print the rows that a language lacks, to translate"
    )
    translations.set_defaults(run=_translations)
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


def _agreement(asked: argparse.Namespace) -> int:
    try:
        from mirps_data.agreement import agreement  # noqa: PLC0415  # its libraries are for development only
    except ModuleNotFoundError as error:
        print(f"{error.name} is missing; run: pip install -r requirements-dev.txt", file=sys.stderr)
        return 2
    tables, problems = read_and_check(asked.data)
    if broken := [problem for problem in problems if problem.file in ("coding_passes.csv", "codes.csv")]:
        print(*broken, sep="\n", file=sys.stderr)
        return 2
    figures = agreement(tables["coding_passes"], tables["codes"])
    print(figures.to_string(index=False))
    if asked.write:
        _write_all(asked.data, {"coding_agreement.csv": figures.to_csv(index=False, lineterminator="\n")})
    return 0


def _translations(asked: argparse.Namespace) -> int:
    tables, problems = read_and_check(asked.data)
    unreadable = [problem for problem in problems if problem.row is None]
    for problem in unreadable:
        print(problem, file=sys.stderr)
    if unreadable:
        return 2
    if asked.missing:
        print(to_translate(tables, asked.missing).to_csv(index=False, lineterminator="\n"), end="")
    else:
        print(report(tables))
    return 0


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder")
    return Path(text)


def _year(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise argparse.ArgumentTypeError("an edition is a year, as in 2021")
    return text


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", text):
        raise argparse.ArgumentTypeError("a language is a code, as in fr or pt-BR")
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
