"""What the words of a heading, a label, a column or a note say of the nations of a list."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from loaders.extraction.language.vocabulary import load, ordered_words
from loaders.extraction.memberships.rules import Act, Status


class Standing(NamedTuple):
    """A status and an act; without a status the nations stand outside, or once belonged."""

    status: Status | None
    act: Act = Act.STANDING

    @property
    def is_outside(self) -> bool:
        """Whether it counts nobody in."""
        return self.status is None and self.act is Act.STANDING


OUTSIDE = Standing(None)
LEFT = Standing(None, Act.LEAVING)
_SPECIAL = {
    "mixed": Standing(Status.MEMBER),
    "outside": OUTSIDE,
    "leaving": LEFT,
    "latest to sign": Standing(Status.SIGNED, Act.JOINING),
    "latest to join": Standing(Status.MEMBER, Act.JOINING),
    "joined": Standing(Status.MEMBER, Act.JOINING),
    "signed": Standing(Status.SIGNED, Act.JOINING),
    "letter of intent": Standing(Status.LETTER_OF_INTENT, Act.JOINING),
}


def of_label(words: str) -> Standing | None:
    """What a heading, a label or a column's head says; None where it says nothing."""
    told = _first(_patterns("labels"), words)
    if told is not None and told.status is Status.MEMBER and told.act is Act.STANDING:
        return None if _is_of_else(words) else told
    return told


def _is_of_else(words: str) -> bool:
    """ "Countries hit by debris": nations of which it is said that they are something else."""
    genitive = _GENITIVE.match(words)
    if genitive and not is_neutral(genitive[1]):
        # "Chairs of the members": the list is of another thing of theirs.
        return True
    if (noun := _NOUN.search(words)) is None:
        return False
    rest = words[: noun.start()] + words[noun.end() :]
    return not belonging().search(words) and (not is_neutral(rest) or bool(_ABOUT.search(rest)))


_GENITIVE = re.compile(
    r"\W*((?!.*\b(?:list|names?|members?|roster|register)\b.* (?:of|by|from|for|to) )"
    r"[^\W\d][\w ]*?)"
    r" (?:of|by|from|for|to) (?:the |its |our |all |their )?(?:\w+ )?"
    r"(?:members?|partners?|participants?|signatories|observers?|nations|countries|states)\b",
    re.IGNORECASE,
)


#: Behind a plain noun of nations these speak of something else than belonging.
_ABOUT = re.compile(r"\b(?:other|by|with|that|which|whose|where|under|at|against|for)\b", re.I)
_NOUN = re.compile(r"\b(?:nations?|countr(?:y|ies)|states?|governments?)\b", re.I)


@cache
def belonging() -> re.Pattern[str]:
    """Matches words with which a noun of nations is one of belonging."""
    return pattern_of(", ".join(ordered_words("list_labels", "belonging")))


def of_note(words: str) -> Standing | None:
    """What a note behind a nation, or a cell of standings, says."""
    return _first(_patterns("notes"), words)


def is_neutral(words: str) -> bool:
    """Whether a label that gives no standing leaves that to what it stands under."""
    return not re.search(r"[^\W\d_]", words) or bool(_neutral().search(words))


def is_plain(words: str) -> bool:
    """Whether a label only says that nations are listed: "Nation", "Countries"."""
    return bool(_PLAIN.fullmatch(words))


_PLAIN = re.compile(r"\W*(?:the )?(?:nations?|countr(?:y|ies)|states?|governments?)\W*", re.I)


def _first(patterns: list[tuple[re.Pattern[str], Standing]], words: str) -> Standing | None:
    return next((standing for pattern, standing in patterns if pattern.search(words)), None)


@cache
def _patterns(section: str) -> list[tuple[re.Pattern[str], Standing]]:
    written: Any = load("list_labels")[section]
    return [
        (pattern_of(listed), _SPECIAL.get(name) or Standing(Status(name)))
        for name, listed in written.items()
    ]


@cache
def _neutral() -> re.Pattern[str]:
    return pattern_of(", ".join(ordered_words("list_labels", "neutral")))


def pattern_of(listed: str) -> re.Pattern[str]:
    """Matches any of the words, separated by commas, as whole words; `*` is the rest of one."""
    words = (re.escape(word.strip()).replace(r"\*", r"[\w’'-]*") for word in listed.split(","))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(w for w in words if w)})(?![\w-])", re.IGNORECASE)
