"""What a facts file may repeat of a body that is not free, and how what is left out is marked."""

from __future__ import annotations

#: Stands for the words that we left out of a passage.
OMISSION = "[…]"
#: So many characters of such a body one passage may hold.
LONGEST_PASSAGE = 200
# A little under it, so that a prefix or suffix that tells it from another finds room.
_CUT_AT = 190


def shortened(passage: str) -> str:
    """Cut a passage of a body that is not free at a word, and mark it as cut."""
    if len(passage) <= _CUT_AT:
        return passage
    omitted = f" {OMISSION}"
    return passage[: _CUT_AT - len(omitted)].rsplit(" ", 1)[0] + omitted
