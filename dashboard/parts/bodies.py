"""The held body of an article, as its offsets count it: only if it is the text that was read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dashboard.atlas import Atlas
from dashboard.records import records
from loaders.paths import DataDirectory


def free_body(atlas: Atlas, data: DataDirectory, article: str) -> str | None:
    """Read the body for any visitor: only one that may be redistributed, under texts/.

    A body under local/texts is somebody's copyright; it is for those who curate here.
    """
    frame = atlas.tables["articles"]
    named = frame.loc[frame["id"] == article, "text_path"]
    return body(atlas, data, article) if named.notna().any() else None


def body(atlas: Atlas, data: DataDirectory, article: str) -> str | None:
    """Read the body of an article; None where it is not held here or not the one that was read.

    The SHA-256 in the tables vouches for the offsets: a text that was changed since is not shown.
    """
    frame = atlas.tables["articles"]
    rows = records(frame.loc[frame["id"] == article, ["text_path", "text_sha256"]])
    if not rows or not rows[0]["text_sha256"]:
        return None
    path = _path(data, article, rows[0]["text_path"])
    try:
        content = path.read_bytes() if path else b""
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest() != rows[0]["text_sha256"]:
        return None
    return content.decode("utf-8-sig")


def _path(data: DataDirectory, article: str, named: str | None) -> Path | None:
    """The file under texts/ or local/texts/; None for a path that leads elsewhere."""
    path = (data.root / named) if named else (data.local / "texts" / f"{article}.txt")
    resolved = path.resolve()
    inside = any(
        resolved.is_relative_to(folder.resolve()) for folder in (data.texts, data.local / "texts")
    )
    return resolved if inside else None
