"""Many files on all cores: output in input order, memory bounded, a bad file passed over."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TextIO

from lxml.etree import LxmlError
from tqdm import tqdm

from loaders.extraction.drafts import Written, known_vocabulary, make_draft, write_draft
from loaders.extraction.pipeline import extract_file
from loaders.facts.extracted import Known
from loaders.paths import DataDirectoryError, data_directory
from loaders.reference import read_reference

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"})
#: What a single file can do wrong. A bug shows as one of these too: the others must go on.
BAD_FILE = (
    OSError,
    ValueError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    RuntimeError,
    MemoryError,
    AssertionError,
    re.error,
    LxmlError,
)
_CHUNK = 16
#: Fewer files than this are read here: starting workers takes longer.
_FEW = 12
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One file's line of JSON, and whether it could not be read."""

    text: str
    failed: bool


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files given, and those in the folders given, in name order; what is missing stays in."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            found += sorted(inside)
        else:
            found.append(path)
    return found


def extract_bulk(
    paths: Sequence[Path],
    published: str | None = None,
    out: TextIO | None = None,
    workers: int | None = None,
) -> int:
    """Write one JSON line a file; gives the exit code, 1 where a file could not be read.

    Raises DataDirectoryError where the vocabulary cannot be read.
    """
    stream = out or sys.stdout
    failed = 0
    for line in _in_order(partial(read_line, published=published), paths, workers):
        stream.write(line.text)
        stream.write("\n")
        failed += line.failed
    stream.flush()
    return 1 if failed else 0


def read_line(path: Path, published: str | None = None) -> Line:
    """One file's facts as a line of JSON, or `{"path", "error"}`."""
    try:
        return Line(json.dumps(extract_file(path, published), ensure_ascii=False), failed=False)
    except DataDirectoryError:
        raise  # the fault of no file: it would be told of every one
    except BAD_FILE as error:
        return Line(_error_line(path, error), failed=True)


def _error_line(path: Path, error: BaseException) -> str:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return json.dumps({"path": str(path), "error": what}, ensure_ascii=False)


def draft_bulk(
    paths: Sequence[Path],
    folder: Path,
    published: str | None = None,
    workers: int | None = None,
) -> int:
    """Write one draft a file into `folder`; gives the exit code, 1 where one could not be made.

    What became of each file is told on stderr.
    """
    failed = 0
    task = partial(_draft, folder=folder, published=published)
    for line in _in_order(task, paths, workers):
        tqdm.write(line.text, file=sys.stderr)
        failed += line.failed
    return 1 if failed else 0


def _draft(path: Path, folder: Path, published: str | None) -> Line:
    try:
        draft = make_draft(extract_file(path, published), _known())
        outcome = write_draft(draft, folder)
    except DataDirectoryError:
        raise
    except BAD_FILE as error:
        return Line(_error_line(path, error), failed=True)
    advice = ": delete or rename it to draft anew" if outcome is Written.KEPT else ""
    return Line(f"{folder / draft.name}: {outcome}{advice}", failed=False)


@cache
def _known() -> Known:
    return known_vocabulary(read_reference(data_directory()))


def _in_order(
    task: Callable[[Path], Line], paths: Sequence[Path], workers: int | None
) -> Iterator[Line]:
    """Each path's line, in the order of the paths, with a progress bar on a terminal."""
    count = workers or os.cpu_count() or 1
    few = count == 1 or len(paths) < _FEW
    lines = map(task, paths) if few else _by_workers(task, paths, count)
    silent = not sys.stderr.isatty() or len(paths) == 1
    yield from tqdm(lines, total=len(paths), unit="article", disable=silent, file=sys.stderr)


def _by_workers(task: Callable[[Path], Line], paths: Sequence[Path], count: int) -> Iterator[Line]:
    """As many chunks under way as keep the workers busy, and no more: memory stays bounded."""
    chunks = _chunks(paths)
    with ProcessPoolExecutor(count) as pool:
        waiting: deque[tuple[list[Path], Future[list[Line]]]] = deque()
        for chunk in islice(chunks, count * _AHEAD):
            waiting.append((chunk, pool.submit(_run, task, chunk)))
        while waiting:
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool as error:
                # A worker was killed, mostly for memory: what is left is read one by one, here.
                rest = [path for some, _ in waiting for path in some]
                yield from (Line(_error_line(path, error), failed=True) for path in chunk)
                yield from map(task, [*rest, *(path for some in chunks for path in some)])
                return
            for following in islice(chunks, 1):
                waiting.append((following, pool.submit(_run, task, following)))


def _chunks(paths: Sequence[Path]) -> Iterator[list[Path]]:
    for start in range(0, len(paths), _CHUNK):
        yield list(paths[start : start + _CHUNK])


def _run(task: Callable[[Path], Line], paths: list[Path]) -> list[Line]:
    return [task(path) for path in paths]
