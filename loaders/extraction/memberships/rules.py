"""How a nation stands to a coalition, and what a sentence tells of that."""

from __future__ import annotations

import re
from enum import StrEnum


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


#: Standings short of belonging.
LESSER = (Status.OBSERVER, Status.ASSOCIATE, Status.LIAISON)


_DOCUMENT = re.compile(
    r"Accords?|Convention|Treaty|Charter|Declaration|Principles|Pledge|Code\b|[Mm]emorandum|MO[Uu]\b"
    r"|MoU\b"
)
#: Bodies named for the paper they rest on: "Collective Security Treaty Organization".
_ORGANISATION = re.compile(r"Organi[sz]ation|Cent(?:er|re)|Agency|Council|Secretariat")


def is_document(name: str | None) -> bool:
    """Whether a name is that of a paper that nations sign."""
    return bool(name and _DOCUMENT.search(name) and not _ORGANISATION.search(name))


_PLEDGE = re.compile(r"Accords?\b|Declaration|Principles|Pledge")


def is_pledge(name: str | None) -> bool:
    """Whether a paper binds by a signature alone, so that who joins it signs it."""
    return bool(_PLEDGE.search(name or ""))


#: The rule of claims that layout tells, with their days read from the list itself.
PRINTED_LIST = "roster: printed list"
#: The rule of what nations do one after the other by one verb: "Peru joined in May, Chile in June".
IN_TURN = "verb: in turn"


class Act(StrEnum):
    """What the sentence tells: how things stand, that one came, that one went."""

    STANDING = "standing"
    JOINING = "joining"
    LEAVING = "leaving"
