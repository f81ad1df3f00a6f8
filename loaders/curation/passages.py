"""Where a passage stands in the article, and what tells it from another that reads the same."""

from __future__ import annotations

from typing import Any

from loaders.build.passages import spans
from loaders.facts.models import StatementKind

Plain = dict[str, Any]
_STEPS = (12, 24, 48, 96, 150)


class PassageMissingError(ValueError):
    """The words are not in the article; the message says what to do."""


def place(words: str, text: str, near: int = 0) -> tuple[int, int]:
    """Give the offsets of a passage: where it stands more than once, the one nearest to `near`.

    Raises PassageMissingError where it does not stand in the text.
    """
    found = list(spans(words, text))
    if not found:
        raise PassageMissingError(
            "These words do not stand in the article: copy them from it just as they are printed."
        )
    return min(found, key=lambda span: abs(span[0] - near))


def selector(words: str, text: str, near: int = 0) -> str | Plain:
    """Give the passage as a facts file has it: the words, with prefix and suffix where needed.

    Raises PassageMissingError where it does not stand in the text.
    """
    start, end = place(words, text, near)
    found = list(spans(words, text))
    if len(found) == 1:
        return words
    for length in _STEPS:
        prefix, suffix = text[max(0, start - length) : start], text[end : end + length]
        alike = [
            span for span in found
            if text[: span[0]].endswith(prefix) and text[span[1] :].startswith(suffix)
        ]  # fmt: skip
        if len(alike) == 1:
            return {"exact": words, "prefix": prefix.lstrip(), "suffix": suffix.rstrip()}
    return {"exact": words, "prefix": text[max(0, start - 1000) : start].lstrip()}


def words_of(passage: Any) -> list[str]:
    """Give the exact words of a facts file's `passage`: text, a selector, or a list of either."""
    if passage is None:
        return []
    listed = passage if isinstance(passage, list) else [passage]
    return [one["exact"] if isinstance(one, dict) else str(one) for one in listed]


def grounds(fact: Plain) -> list[str]:
    """Give the words that a fact rests on: its passages, else those that somebody is said to say.

    A paraphrase is ours, and stands nowhere.
    """
    words = words_of(fact.get("passage"))
    if not words and fact.get("text") and fact.get("kind") != StatementKind.PARAPHRASE:
        return own_words(fact)
    return words


def own_words(fact: Plain) -> list[str]:
    """Give the parts of a statement's text, which it rests on where it has no passage."""
    text = fact.get("text") or []
    return [str(part) for part in text] if isinstance(text, list) else [str(text)]
