"""One article through all extractors, in a declared order, to the JSON contract."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from loaders.extraction.affairs import read_affairs
from loaders.extraction.dates.datelines import complete_from_dateline
from loaders.extraction.facts import Found, as_json
from loaders.extraction.speech.step import read_speech
from loaders.extraction.texts.document import Document
from loaders.extraction.texts.reading import read_file, read_text

#: What completes the document before any fact is read (dateline: place, and the date if none).
PREPARATIONS: tuple[Callable[[Document], Document], ...] = (complete_from_dateline,)

#: Each step reads the document and what the steps before it found, and adds its own facts.
STEPS: tuple[Callable[[Document, Found], None], ...] = (read_speech, read_affairs)

_ARTICLE_FIELDS = (
    "title",
    "publisher",
    "via",
    "author",
    "url",
    "published",
    "published_from",
    "place",
    "language",
)
_SECTIONS = tuple(Found.__dataclass_fields__)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for reference cycles: reading a text makes none (the tests say so).

    The search would go through the vocabularies and all that is known of a long text, again and
    again, to free nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def extract(text: str, name: str = "", published: str | None = None) -> dict[str, Any]:
    """All facts of a plain text or Markdown as the JSON contract has them.

    `published` is EDTF and wins over front matter and dateline; `name` becomes "path".
    """
    return extract_document(read_text(text, name, published))


def extract_file(path: Path, published: str | None = None) -> dict[str, Any]:
    """All facts of a .txt, .md or .html file. Raises OSError and reading.ReadingError."""
    return extract_document(read_file(path, published))


@_uncollected()
def extract_document(document: Document) -> dict[str, Any]:
    """All facts of a document that has been read."""
    for prepare in PREPARATIONS:
        document = prepare(document)
    found = Found()
    for step in STEPS:
        step(document, found)
    printed: dict[str, Any] = {
        "path": document.name,
        "article": {name: getattr(document, name) for name in _ARTICLE_FIELDS},
    }
    for section in _SECTIONS:
        printed[section] = as_json(getattr(found, section), document)
    if document.is_page:
        printed["body"] = document.source
    return printed
