"""The command line: `python -m loaders extract | build | check | schema`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from loaders.build.building import Built, build, table_rows
from loaders.check.changes import change_lines
from loaders.check.checking import Checked, check_data
from loaders.check.expectations import check_expectations
from loaders.check.summary import summary_lines
from loaders.check.word_lists import check_word_lists
from loaders.facts.json_schema import write_schemas
from loaders.findings import Finding, errors
from loaders.paths import DataDirectory, data_directory, require_there
from loaders.tables.dictionary import write_dictionary
from loaders.tables.frames import frames_of


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code, 1 where an input has an error."""
    try:
        return _run(argv)
    except BrokenPipeError:
        # Whoever read our output has seen enough (`… | head`): nothing is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a DataDirectoryError says what to do, others name the file
        sys.stderr.write(f"{error}\n")
        return 1


def _run(argv: Sequence[str] | None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["extract"]:
        from loaders.extraction.cli import main as extract

        return int(extract(arguments[1:]))
    options = _parser().parse_args(arguments)
    data = data_directory(options.data)
    require_there(data)
    if options.command == "build":
        return _report_build(build(data))
    if options.command == "check":
        return _report_check(data, check_data(data))
    for path in (*write_schemas(data), write_dictionary(data.root)):
        _say(f"wrote {path}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("extract", help="read articles: who said what, who belongs to what")
    for name, what in (
        ("build", "make the tables from the facts files"),
        ("check", "validate facts, evidence and references"),
        ("schema", "write the JSON Schemas that editors complete with, and the data dictionary"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument("--data", metavar="DIR", help="the data directory (else $ATLAS_DATA)")
    return parser


def _report_build(built: Built) -> int:
    _report(built.findings)
    for path in built.left_out:
        _say(f"left out: {path}")
    _say(f"tables: {built.folder} (data version {built.manifest.version})")
    return 1 if errors(built.findings) else 0


def _report_check(data: DataDirectory, checked: Checked) -> int:
    rows = table_rows(checked)
    tables = frames_of(rows)
    unmet = check_expectations(data, tables)
    findings = [*check_word_lists(data), *checked.findings, *unmet]
    _report(findings)
    for share in checked.shares:
        if share.share is not None:
            _say(f"{share.article}: {share.share:.0%} of the body is committed as passages")
    for line in (*summary_lines(tables), *change_lines(data, rows)):
        _say(line)
    _say(f"expectations: {len(unmet)} not met" if unmet else "expectations: all met")
    wrong = errors(findings)
    warnings = len(findings) - len(wrong)
    _say(f"{len(checked.sources)} articles checked, {len(wrong)} errors, {warnings} warnings")
    return 1 if wrong else 0


def _report(findings: list[Finding]) -> None:
    for finding in findings:
        sys.stderr.write(f"{finding}\n")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
