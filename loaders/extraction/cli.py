"""`python -m loaders extract PATH…`: one line of JSON per article, or drafts for a person."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from loaders.paths import data_directory, require_there

_EDTF = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?(?:/(?:\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?)?)?|\[[\d.,~?%-]+\]"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run `extract`; gives the exit code, 1 where a file could not be read.

    Raises DataDirectoryError where there is no data directory.
    """
    options = _parser().parse_args(argv)
    require_there(data_directory(options.data))
    if options.data:
        # An environment variable reaches the worker processes too.
        os.environ["ATLAS_DATA"] = options.data
    # Imported here so that --help and a mistyped option answer at once.
    from loaders.extraction.bulk import draft_bulk, extract_bulk, find_files

    paths = find_files(Path(path) for path in options.paths)
    if not paths:
        sys.stderr.write("extract: no .txt, .md or .html file in the folders given\n")
        return 1
    if options.draft:
        return draft_bulk(paths, Path(options.draft), options.published, options.workers)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    return extract_bulk(paths, options.published, workers=options.workers)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders extract", description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")
    parser.add_argument(
        "--published",
        type=_edtf,
        metavar="DATE",
        help="the day of publication (EDTF: 2025-04-09, 2025-12-05~); wins over what the file says",
    )
    parser.add_argument("--draft", metavar="DIR", help="write draft facts files there instead")
    parser.add_argument(
        "--workers", type=_count, metavar="N", help="processes (default: all cores)"
    )
    parser.add_argument("--data", metavar="DIR", help="the data directory (else $ATLAS_DATA)")
    return parser


def _edtf(text: str) -> str:
    from loaders.dates import bounds

    if not _EDTF.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no EDTF date: write 2025-04-09, 2025-04, or 2025-12-05~ where inferred"
        )
    try:
        bounds(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes")
    return int(text)
