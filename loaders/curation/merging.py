"""Two people's versions of one article's facts: what only one has, and both together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.curation.passages import own_words, words_of
from loaders.curation.proofs import Decision, Item, Plain, Proof, fingerprint

_GROUNDS = ("passage", "note", "rule", "confidence")


@dataclass(frozen=True)
class Difference:
    """Facts that only theirs and only mine have; what both have is left out."""

    theirs: list[Item]
    mine: list[Item]


def difference(theirs: Proof, mine: Proof) -> Difference:
    """Compare by what the facts say and the words they rest on."""
    ours = [item for item in mine.items if item.decision is not Decision.REJECTED]
    known_there = {_said(item) for item in theirs.items}
    known_here = {_said(item) for item in ours}
    return Difference(
        [item for item in theirs.items if _said(item) not in known_here],
        [item for item in ours if _said(item) not in known_there],
    )


def merged(theirs: Proof, mine: Proof) -> Proof:
    """Their version with the facts that only mine has, accepted: nothing of either is lost."""
    extra = [
        replace(item, key=f"mine-{number}", decision=Decision.ACCEPTED)
        for number, item in enumerate(difference(theirs, mine).mine)
    ]
    text = mine.text if theirs.text is None else theirs.text
    items = sorted([*theirs.items, *extra], key=lambda item: (item.start, item.key))
    return replace(theirs, text=text, items=tuple(items))


def _said(item: Item) -> str:
    said: Plain = {name: value for name, value in item.plain.items() if name not in _GROUNDS}
    grounds = words_of(item.plain.get("passage")) or own_words(item.plain)
    return fingerprint(
        item.section, {**said, "words": [" ".join(word.split()) for word in grounds]}
    )
