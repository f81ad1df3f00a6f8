"""Ordinals and numbers that stand for a noun told before: "a second will be awarded in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extraction.announcements.event_noun import EventNoun, within
from loaders.extraction.language.word_places import matches_at, word_places
from loaders.extraction.texts.document import Document

#: The class of what is a further one, beside those of the noun that is left out.
ELLIPTIC = "elliptic"

#: The words of what stands behind "the" or "its", and the words that stand alone.
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "next", "other", "last", "final", "latest", "most", "former", "latter",
)  # fmt: skip
_ALONE = ("Another", "another", "Two", "Three", "Four", "Both", "two", "three", "four", "both",
          "One")  # fmt: skip
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})".replace("most", "most recent")
_BEFORE_ORDINAL = re.compile(r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) \Z")
_LONGEST_BEFORE = len(" their ")
_COUNT = r"(?:(?:two|three|four|five|one|ones|few|pair)\b ?)?"
_OF_THEM = r"(?:of (?:these|those|them|which|the (?:two|three|four|five|pair|series))\b ?)?"
#: What follows has no noun: the verb, a day, a phrase between commas.
_NO_NOUN = (
    r"(?=(?:,|(?<= )(?:is|are|was|were|will|would|has|have|had|to|took|takes|came|comes|follows|"
    r"followed|began|begins|opens|opened|ran|runs|starts|started|ended|met|in|on|at|from|by|later|last|"
    r"this|next|today|yesterday|went|goes|lifted|blasted|flew|flies|set|due|planned|scheduled|"
    r"expected|slated)\b))"
)
_LEFT_OUT = re.compile(
    rf"(?:(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir) {_ORDINAL}\b ?{_COUNT}|(?<!one )[Aa]nother\b ?{_COUNT}|"
    rf"(?:Two|Three|Four|Both|two|three|four|(?<!to )both) (?:more |others )?|"
    rf"One ){_OF_THEM}{_NO_NOUN}"
)
#: "The first in the region", "the second on the list": of a rank, not of a time.
_RANKED = re.compile(
    r"(?:in|on|at|from|by) (?!(?:[A-Z]\w+day|(?:early |late |mid-)?(?:\d|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))|the (?:coming|second|third|fourth|"
    r"first|spring|summer|autumn|fall))"
)
#: These take up what was told, they count no further one.
_SAME = re.compile(r"[Bb]oth|[Tt]he (?:former|latter)")
_REACH = 2


def elliptic_nouns(document: Document, nouns: Sequence[EventNoun]) -> Iterator[EventNoun]:
    """Each ordinal without a noun, with the classes of what the text tells right before it.

    The verb beside it says which of them is meant: what is launched is a craft, what is awarded
    a contract.
    """
    text = document.text
    for found in matches_at(_LEFT_OUT, text, _places(text)):
        start, end = found.start(), found.start() + len(found[0].rstrip())
        if _RANKED.match(text, found.end()) or document.masked[start] != text[start]:
            continue
        index = document.sentence_at(start)
        low = document.sentences[max(0, index - _REACH)].start
        before = within(nouns, low, start)
        own = [n for n in before if n.start >= document.sentences[index].start]
        last = own or _of_last_sentence(document, before)
        classes = frozenset().union(*(noun.classes for noun in last)) - _NEVER
        if classes:
            further = not _SAME.match(text, start, end)
            yield EventNoun(start, end, classes | {ELLIPTIC} if further else classes)


def _places(text: str) -> list[int]:
    """Where such words stand, with the article before an ordinal."""
    places = word_places(text)
    articles = (
        _BEFORE_ORDINAL.search(text, max(0, at - _LONGEST_BEFORE), at)
        for at in places.of(_ORDINALS)
    )
    return sorted([*places.of(_ALONE), *(match.start() for match in articles if match)])


def _of_last_sentence(document: Document, nouns: Sequence[EventNoun]) -> Sequence[EventNoun]:
    if not nouns:
        return nouns
    last = document.sentences[document.sentence_at(nouns[-1].start)]
    return [noun for noun in nouns if noun.start >= last.start]


#: Coalitions are not counted so: "the first to join".
_NEVER = frozenset({"coalition", "group", "accession", "joining", "membership", "signatory"})
