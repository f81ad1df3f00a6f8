"""How a nation stands to a coalition, and the numbers by which a text counts nations."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from loaders.extraction.dates.calendar import table


class Status(StrEnum):
    """How a nation stands to a coalition; the slugs of `data/reference/statuses.yaml`."""

    MEMBER = "member"
    SIGNED = "signed"
    HOST = "host"
    PARTICIPANT = "participant"
    LETTER_OF_INTENT = "letter of intent"
    ANNOUNCED = "announced"
    INVITED = "invited"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    LIAISON = "liaison"


_DOCUMENT = re.compile(
    r"Accords?|Convention|Treaty|Charter|Declaration|Principles|Pledge|Code\b|[Mm]emorandum|MO[Uu]\b"
    r"|MoU\b"
)


def is_document(name: str | None) -> bool:
    """Whether a name is that of a paper that nations sign."""
    return bool(_DOCUMENT.search(name or ""))


_PLEDGE = re.compile(r"Accords?\b|Declaration|Principles|Pledge")


def is_pledge(name: str | None) -> bool:
    """Whether a paper binds by a signature alone, so that who joins it signs it."""
    return bool(_PLEDGE.search(name or ""))


#: The rule of claims that layout tells, with their days read from the list itself.
PRINTED_LIST = "roster: printed list"


class Act(StrEnum):
    """What the sentence tells: how things stand, that one came, that one went."""

    STANDING = "standing"
    JOINING = "joining"
    LEAVING = "leaving"


@cache
def number_words() -> dict[str, int]:
    """The numbers from two on that are written as words."""
    return {word: number for word, number in table("numbers").items() if number > 1}


@cache
def count_pattern() -> str:
    """Matches a stated number of nations, in figures or words."""
    words = (*number_words(), *(word.title() for word in number_words()))
    tens = "twenty-(?:one|two|three|four|five)|thirty"
    return rf"(?:\d{{1,3}}|{'|'.join(words)}|{tens})"
