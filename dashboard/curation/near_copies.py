"""Articles already held that a new text seems to tell again (pure)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.atlas import Atlas
from loaders.facts.passages import OMISSION
from loaders.slugs import slugify

_LEAST_WORDS, _RUN = 6, 8
_ENOUGH, _ENOUGH_OF_BODY = 0.5, 0.3
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class NearCopy:
    """An article held, and the share (0 to 1) of its passages that the new text has too."""

    article: str
    likeness: float
    basis: str


def near_copies(
    atlas: Atlas, title: str, text: str, bodies: Mapping[str, str] | None = None
) -> list[NearCopy]:
    """Find the articles that a text copies, the likest first.

    Where a body is held (`bodies` by article id), its runs of eight words decide; otherwise the
    passages kept of it, and its title.
    """
    new = _words(text)
    line = f" {' '.join(new)} "
    runs = _runs(new)
    found: dict[str, NearCopy] = {}
    for article, passages in _passages(atlas).items():
        share = sum(f" {passage} " in line for passage in passages) / len(passages)
        if share >= _ENOUGH:
            found[article] = NearCopy(article, share, "passages")
    for article, body in (bodies or {}).items():
        own = _runs(_words(body))
        share = len(own & runs) / max(1, min(len(own), len(runs)))
        found.pop(article, None)
        if share >= _ENOUGH_OF_BODY:
            found[article] = NearCopy(article, share, "text")
    slug = slugify(title)
    for source in atlas.sources.values():
        if slug and slugify(source.title) == slug:
            found.setdefault(source.id, NearCopy(source.id, _ENOUGH, "title"))
    return sorted(found.values(), key=lambda copy: (-copy.likeness, copy.article))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "").replace("'", ""))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}


@lru_cache(maxsize=2)
def _passages(atlas: Atlas) -> dict[str, list[str]]:
    """The passages kept of each article, long enough to tell it, in plain words."""
    evidence = atlas.tables["evidence"]
    quoted = evidence[evidence["exact"].notna()]
    kept: dict[str, set[str]] = {}
    pairs = zip(quoted["article"].astype("str"), quoted["exact"].astype("str"), strict=True)
    for article, exact in pairs:
        for piece in exact.split(OMISSION):
            words = _words(piece)
            if len(words) >= _LEAST_WORDS:
                kept.setdefault(article, set()).add(" ".join(words))
    return {article: sorted(passages) for article, passages in kept.items()}
