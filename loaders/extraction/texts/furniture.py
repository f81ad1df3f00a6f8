"""Page furniture: cookie notices, share bars, credits, media contacts. It yields no facts."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.vocabulary import ordered_words, words

#: A longer paragraph is prose, whatever phrase it holds.
_LONGEST_FURNITURE = 400
_LONGEST_LINE = 40
_ORNAMENT = re.compile(r"[\W_]*\Z")
_COUNTER = re.compile(r"(?:page )?\d+(?: of \d+| ?(?:comments?|shares?|views?|min read))?\Z", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s*\Z")


@cache
def _starts() -> tuple[str, ...]:
    return ordered_words("furniture", "starts")


def present_phrases(text: str) -> tuple[str, ...]:
    """The furniture phrases that occur anywhere in `text`: mostly none, which saves the rest."""
    lowered = text.lower()
    # A list at once: asked of every phrase for every text.
    listed = (*ordered_words("furniture", "phrases"), *ordered_words("furniture", "beside_days"))
    return tuple([p for p in listed if p in lowered])


def is_furniture(paragraph: str, phrases: tuple[str, ...]) -> bool:
    """Whether this paragraph is no part of the article; `phrases` from `present_phrases`."""
    if len(paragraph) > _LONGEST_FURNITURE:
        return False
    lowered = paragraph.lower().replace("\\", "")
    if len(lowered) <= _LONGEST_LINE and _is_furniture_line(lowered):
        return True
    if lowered.startswith(_starts()):
        return True
    if "@" in lowered and _EMAIL.search(lowered) and not _SENTENCE_END.search(lowered):
        return True
    here = [p for p in phrases if p in lowered]
    if not here or _holds_speech(paragraph):
        return False
    # "July 9, 2026 | 3 min read"
    beside = words("furniture", "beside_days")
    return not (_YEAR.search(lowered) and all(p in beside for p in here))


def _is_furniture_line(line: str) -> bool:
    bare = line.strip(" .:|>«»•·*#_\t\xa0")
    return bool(
        line.strip() in words("furniture", "lines")
        or bare in words("furniture", "lines")
        or _ORNAMENT.match(line)
        or _COUNTER.match(bare)
    )


def _holds_speech(paragraph: str) -> bool:
    # "We use cookies," said Godfrey: a quotation that ends inside the paragraph is prose.
    return '," ' in paragraph or ",” " in paragraph
