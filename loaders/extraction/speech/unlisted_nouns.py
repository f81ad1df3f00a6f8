"""Speakers by their place alone: "staffers said", "the sommelier said", "asked a voice from Tartu".

What stands between a comma and a verb of saying speaks, whether a word list knows it or not.
"""

from __future__ import annotations

import re

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.speech.noun_phrases import BREAKS, PREPOSITIONS
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.texts.document import MASK

_SINGULAR = r"(?:an?|one|another|the|his|her|its|their|my|our)"
_BEFORE = re.compile(
    rf"(?:(?:{_SINGULAR}|two|three|four|five|some|several|many|other|these|those) )?"
    r"(?:[a-z][a-z’'-]+ ){0,3}?[a-z][a-z’'-]{2,}\Z",
    re.I,
)
_AFTER = re.compile(
    r"(?:an?|one|another|the|his|her|its|their) (?:[a-z][a-z’'-]+ ){0,3}?[a-z][a-z’'-]{2,}"
    r"(?=[.,;:!?)—–]|\Z|\n| (?:of|from|in|at|for|with|who|near|on|by|to|named|called)\b)"
)
_CLAUSE_BREAKS = ",;:—–()\n.!?" + MASK
_LONGEST = 60


def unlisted_before(masked: str, low: int, end: int) -> Subject | None:
    """The noun phrase that fills everything from the last break before `end` up to it."""
    start = max(masked.rfind(sign, low, end) for sign in _CLAUSE_BREAKS) + 1
    start = max(start, low)
    while start < end and masked[start] == " ":
        start += 1
    if end - start > _LONGEST or end - start < 4:
        return None
    match = _BEFORE.match(masked[start:end])
    if match is None:
        return None
    return _as_subject(masked, start, end)


def unlisted_after(masked: str, low: int, high: int) -> Subject | None:
    """The noun phrase that begins at `low`, right behind a verb of saying that is inverted."""
    match = _AFTER.match(masked, low, min(high, low + _LONGEST))
    return _as_subject(masked, match.start(), match.end()) if match else None


def is_unlisted(subject: Subject) -> bool:
    """Whether only its place makes this noun phrase a speaker."""
    return subject.noun is not None and subject.run is None and noun_kind(subject.noun) is None


def _as_subject(masked: str, start: int, end: int) -> Subject | None:
    parts = masked[start:end].lower().split()
    inner = parts[1:] if parts[0] in _ARTICLES else parts
    if not inner or any(_is_no_part(word) for word in inner):
        return None
    if inner[-1] in words("grammar", "no_speakers") or inner[0] in _NO_NOUNS:
        return None
    if _ABSTRACT.search(inner[-1]):
        return None
    if len(inner) == len(parts) and not _is_plural(inner[-1]):
        # Without an article only a plural is a whole noun phrase.
        return None
    kind = SpeakerKind.GROUP if _is_plural(inner[-1]) else SpeakerKind.PERSON
    return Subject(start, end, kind, noun=inner[-1])


def _is_no_part(word: str) -> bool:
    return (
        word in BREAKS
        or word in PREPOSITIONS
        or word in words("grammar", "modals")
        or word in words("speech_verbs", "adverbs")
        or (word.endswith(("ly", "n't", "n’t")) and word not in words("grammar", "no_adverbs"))
    )


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


_NO_NOUNS = frozenset(
    {"he", "she", "it", "they", "we", "you", "i", "there", "here", "last", "next", "earlier"}
)
#: "the revelation showed": what has no mouth.
_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ness|(?<!major)(?<!minor)ity|ance|ence|ism|ship|hood|ing|ure|age)s?\Z"
)
_ARTICLES = frozenset(
    {"a", "an", "the", "one", "another", "his", "her", "its", "their", "my", "our"}
)
