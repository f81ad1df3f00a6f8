"""The sentences that report an event, by kind: `data/reference/announcement_triggers.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.extraction.coalition_mentions import known_coalitions
from loaders.extraction.vocabulary import load

_ARTICLE = (
    r"(?:(?:a|an|the|its|their|his|her|this|two|three|several|new|what|this year’s|this year's) )?"
)
_WORD = r"[\w.,’'“”\"&/()¤$€£-]+"


@dataclass(frozen=True, slots=True)
class EventRule:
    """A kind of announcement and the one pattern of all its triggers."""

    kind: str
    pattern: re.Pattern[str]


@cache
def event_rules() -> tuple[EventRule, ...]:
    """The rules in the order they are tried."""
    listed: Any = load("announcement_triggers")
    return tuple(EventRule(e["kind"], _compiled(e["phrases"])) for e in listed)


def _compiled(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{_written(phrase)})" for phrase in phrases))


def _written(phrase: str) -> str:
    written = phrase.replace("<A>", _ARTICLE).replace("<EXERCISE>", _exercise_names())
    # "<3> contract": blanks stand before the words; "<3>contract": behind them.
    before = _GAP_BEFORE_BLANK.sub(lambda m: rf"(?: {_WORD}){{0,{m[1]}}}?", written)
    return _GAP.sub(lambda m: rf"(?:{_WORD} ){{0,{m[1]}}}?", before)


_GAP_BEFORE_BLANK = re.compile(r"<(\d+)>(?=[ ,])")
_GAP = re.compile(r"<(\d+)>")


@cache
def _exercise_names() -> str:
    known = known_coalitions()
    names = [n for n, slug in known.slugs.items() if known.kinds[slug].startswith("exercise")]
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


@cache
def stem_pattern() -> re.Pattern[str]:
    """One of these begins every trigger: sentences without any are passed over."""
    stems = [
        "took",
        "take[sn]?",
        "taking",
        "assum",
        "relinquish",
        "hand",
        "pass",
        "accept",
        "appoint",
        "nominat",
        "nam(?:ed|es)",
        "sworn",
        "promot",
        "install",
        "designat",
        "step",
        "retire",
        "resign",
        "change",
        "award",
        "won",
        "wins",
        "secur",
        "receiv",
        "contract",
        "order",
        "select",
        "chose",
        "pick",
        "tap",
        "commit",
        "pledge",
        "undert",
        "promis",
        "vow",
        "sign",
        "issue",
        "releas",
        "adopt",
        "impos",
        "ban",
        "exercis",
        "wargam",
        "drill",
        "train",
        "compet",
        "conclud",
        "complet",
        "host",
        "open",
        "launch",
        "held",
        "hold",
        "beg[ai]n",
        "wrap",
        "kick",
        "reach",
        "declar",
        "achiev",
        "attain",
        "announc",
        "establish",
        "found",
        "creat",
        "stood",
        "stand",
        "inaugurat",
        "activat",
        "set",
        "form",
        "unveil",
        "cent(?:re|er)",
        "office",
        "cell",
        "headquarters",
        "command",
        "unit",
        "squadron",
        "partnership",
        "agency",
        "publish",
        "present",
        "endors",
        "loft",
        "orbit",
        "carried",
        "put",
        "plac",
        "lift",
        "deliver",
        "sent",
        "boost",
        "blast",
        "flight",
        "conduct",
        "perform",
        "demonstrat",
        "execut",
        "flew",
        "enter",
        "gather",
        "meet",
        "met",
        "conven",
        "assembl",
        "conferenc",
        "sympos",
        "congress",
        "workshop",
        "forum",
        "ink",
        "finali",
        "ratif",
        "seal",
        "struck",
        "initial",
        "agree",
        "memorand",
        "arrangement",
        "treaty",
        "pact",
        "accord",
        "charter",
        "convention",
        "letter",
        "came",
        "comes",
        "visit",
        "paid",
        "pays",
        "travel",
        "arriv",
        "welcom",
        "during",
        "spoke",
        "talk",
        "chair",
        "attend",
        "summit",
        "session",
        "ministerial",
        "board",
        "join",
        "at",
        "made",
        "renew",
        "reaffirm",
        "reiterat",
        "restat",
        "war",
        "confirmed",
        "led",
        "ran",
        "participat",
        "speak",
    ]
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)
