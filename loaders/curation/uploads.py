"""What a visitor pastes or uploads, as plain text: checked before anything is read further.

Word and PDF files are read in a process of their own with a limit on memory, time and output,
so that a file made to explode takes down nothing but its own reader.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import PurePosixPath

from loaders.extraction.texts.reading import ReadingError, decode, read_page

MAX_CHARACTERS = 400_000
MAX_BYTES = 10_000_000
SECONDS = 20
_TEXT, _PAGES, _PACKED = (".txt", ".md"), (".html", ".htm"), (".pdf", ".docx")
ENDINGS = (*_TEXT, *_PAGES, *_PACKED)


class UploadError(ValueError):
    """The text cannot be taken; the message says why, and what to do instead."""


@dataclass(frozen=True)
class Upload:
    """The text of what was given, and what a page's or file's head said of it, where it did."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None


def read_paste(text: str) -> Upload:
    """Take a pasted text; raises UploadError where it is empty or too long."""
    return Upload(_checked(text))


def read_upload(name: str, content: bytes) -> Upload:
    """Take a file by its name's ending; raises UploadError. The name is used for nothing else."""
    if len(content) > MAX_BYTES:
        raise UploadError(
            f"The file has {len(content) / 1e6:,.1f} MB; at most {MAX_BYTES / 1e6:,.0f} are read."
        )
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending in _PACKED:
        return _unpacked(ending, content)
    if ending not in ENDINGS:
        raise UploadError(f"Files that can be read end in {', '.join(ENDINGS)}.")
    try:
        text = decode(content)
    except ReadingError as error:
        raise UploadError(f"The file cannot be read: {error}.") from error
    return _page(text) if ending in _PAGES else Upload(_checked(text))


def _page(page: str) -> Upload:
    if len(page) > 20 * MAX_CHARACTERS:
        raise UploadError("The web page is too long to be an article.")
    document = read_page(page)
    return Upload(
        _checked(document.source),
        document.title,
        document.publisher,
        document.url,
        document.author,
        document.published,
    )


def _unpacked(ending: str, content: bytes) -> Upload:
    """The text of a Word or PDF file, read by `loaders.curation.unpacking` in its own process."""
    command = [sys.executable, "-m", "loaders.curation.unpacking", ending]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS)
        said = json.loads(done.stdout) if done.returncode == 0 else {}
    except subprocess.TimeoutExpired:
        said = {"refused": f"reading it takes longer than {SECONDS} seconds"}
    except ValueError:
        said = {}
    if "text" not in said:
        why = said.get("refused", "it is damaged, or unpacks to more than can be read")
        raise UploadError(f"The file cannot be read: {why}. Paste its text instead.")
    return Upload(_checked(said["text"]), title=said.get("title"))


def _checked(text: str) -> str:
    """The text without what no file can hold: a leading mark, zero signs, lone surrogates."""
    if len(text) > MAX_CHARACTERS:
        raise UploadError(
            f"The text has {len(text):,} characters; an article has at most {MAX_CHARACTERS:,}. "
            "Paste one article at a time."
        )
    plain = text.removeprefix("\ufeff").replace("\0", "\ufffd")
    plain = plain.encode("utf-8", "replace").decode("utf-8")
    if not plain.strip():
        raise UploadError("There is no text in it.")
    return plain
