"""The held bodies of articles: committed where rights allow, else in a local folder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from loaders.facts.reading import ReadFacts
from loaders.findings import Finding
from loaders.paths import DataDirectory


@dataclass(frozen=True)
class HeldText:
    """A body as decoded (UTF-8, no newline translation) and the SHA-256 of its bytes."""

    text: str
    sha256: str


def held_text(data: DataDirectory, read: ReadFacts) -> HeldText | Finding | None:
    """Read the article's body, None where none is held; a Finding where it can't be read.

    Looks at `article.text` (a path under texts/), else at local/texts/<article id>.txt.
    """
    named = read.facts.article.text
    path = (data.root / named) if named else (data.local / "texts" / f"{read.id}.txt")
    shown = named or f"local/texts/{path.name}"
    try:
        if named and not path.resolve().is_relative_to(data.texts):
            return _finding(read, f"{named!r} is not under texts/")
        if not named and not path.exists():
            return None
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        mend = "put it back, or take the field out" if named else "put it back, or delete it"
        return _finding(read, f"the held text {shown!r} cannot be read ({error.strerror}): {mend}")
    except UnicodeDecodeError:
        return _finding(read, f"the held text {shown!r} is not UTF-8: save it as UTF-8")
    except ValueError:  # a NUL in it
        return _finding(read, f"{shown!r} can be no file's name: write texts/2025/….txt")
    return HeldText(text, hashlib.sha256(content).hexdigest())


def _finding(read: ReadFacts, message: str) -> Finding:
    return Finding(read.path, read.line_of("article", "text"), "article.text", message)
