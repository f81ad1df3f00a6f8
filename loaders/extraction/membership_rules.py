"""The sentences that count nations into a coalition, as patterns over reduced clauses.

Ⓝ is one nation or an enumeration, Ⓓ one used as an adjective, Ⓒ a coalition, Ⓣ a date
(`clauses.py`). In a pattern, `n` and `n2` mark the nations meant, `c` the coalition, `count` a
stated number. A rule without `c` leans on the coalition named shortly before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from loaders.extraction.calendar import table
from loaders.extraction.vocabulary import load, ordered_words


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


class Act(StrEnum):
    """What the sentence tells: how things stand, that one came, that one went."""

    STANDING = "standing"
    JOINING = "joining"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of sentence, and how many nations it takes at least."""

    name: str
    pattern: re.Pattern[str]
    status: Status
    act: Act
    confidence: float
    minimum: int = 1
    needs: re.Pattern[str] | None = None


@cache
def number_words() -> dict[str, int]:
    """The numbers from two on that are written as words."""
    return {word: number for word, number in table("numbers").items() if number > 1}


@cache
def count_pattern() -> str:
    """Matches a stated number of nations, in figures or words."""
    return _filled("<NUMBER>")


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules of one status; `stems` is what a sentence must hold for any of them to match."""

    stems: re.Pattern[str]
    exercise: bool
    rules: tuple[Rule, ...]


@cache
def membership_rules() -> tuple[RuleGroup, ...]:
    """All rules of `membership_rules.yaml`, in their order."""
    return tuple(_group(written) for written in load("membership_rules")["groups"])


def _group(written: Any) -> RuleGroup:
    status, act = Status(written["status"]), Act(written["act"])
    rules = tuple(
        Rule(
            rule["name"],
            _compiled("".join(rule["pattern"])),
            status,
            act,
            float(rule["sure"]),
            int(rule["nations"]),
            re.compile(rule["needs"]) if "needs" in rule else None,
        )
        for rule in written["rules"]
    )
    return RuleGroup(re.compile(written["stems"]), written["exercise"] == "true", rules)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_distinct_groups(_filled(pattern)))


#: "<LIST>", "<words roles>"; not the name of a group, "(?P<n>".
_PIECE = re.compile(r"(?<!\?P)<(words )?(\w+)>")


def _filled(pattern: str) -> str:
    """The pattern with its pieces written out."""
    return _PIECE.sub(lambda piece: _piece(piece[2], words=bool(piece[1])), pattern)


@cache
def _piece(name: str, words: bool) -> str:
    if words:
        return "(?:" + "|".join(ordered_words("membership_words", name)) + ")"
    if name == "NUMBERS":
        return "|".join((*number_words(), *(word.title() for word in number_words())))
    return _filled("".join(load("membership_rules")["parts"][name]))


def _distinct_groups(pattern: str) -> str:
    """Keep the first of each named group: `count` and `c` may be written twice in a pattern."""
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        if match[1] in seen:
            return "(?:"
        seen.add(match[1])
        return match[0]

    return re.sub(r"\(\?P<(\w+)>", once, pattern)


@cache
def denial_pattern() -> re.Pattern[str]:
    """Finds a word that makes the claim a wish, a doubt or a denial."""
    return re.compile(
        r"(?<!\w)(?:"
        + "|".join(ordered_words("membership_words", "denials"))
        + r")(?!\w)|n[’']t\b",
        re.IGNORECASE,
    )
