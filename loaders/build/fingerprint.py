"""What the tables were built from, by content and not by clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from loaders.paths import DataDirectory

_CODE = Path(__file__).resolve().parent.parent
_CODE_PARTS = ("build", "check", "facts", "reference", "tables")


def fingerprint(data: DataDirectory) -> str:
    """Hash every input of `build`: facts files, held texts, vocabulary, and the building code."""
    digest = hashlib.sha256()
    for root, path in _inputs(data):
        digest.update(f"{path.relative_to(root).as_posix()}\0{_content(path)}\n".encode())
    return digest.hexdigest()


def _content(path: Path) -> str:
    """The hash of a file's content; one that can't be read is reported when it is built from."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"


def _inputs(data: DataDirectory) -> Iterator[tuple[Path, Path]]:
    folders = (data.articles, data.texts, data.local / "texts", data.extracted, data.reference)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield data.root, path
    for part in _CODE_PARTS:
        for path in sorted((_CODE / part).glob("*.py")):
            yield _CODE, path
    for path in sorted(_CODE.glob("*.py")):
        yield _CODE, path
