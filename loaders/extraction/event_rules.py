"""The sentences that report an event, by kind: `data/reference/announcement_triggers.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.extraction.coalition_mentions import known_coalitions
from loaders.extraction.phrases import compile_phrases
from loaders.extraction.vocabulary import load

_ARTICLE = (
    r"(?:(?:a|an|the|its|their|his|her|this|two|three|several|new|what|this year’s|this year's) )?"
)
#: A day between a verb and what it takes: "pledged on Tuesday not to".
_ON = r"(?: (?:on )?[A-Z]\w+day| today| yesterday| (?:this|last) \w+| in [A-Z]\w+| here)?"
#: Between a verb and its object no clause of its own begins: "jobs created since he took office".
_WORD = r"(?!(?:since|after|before|when|while|which|that|who|under)\b)[\w.,’'“”\"&/()¤$€£-]+"


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
    return re.compile("|".join(rf"(?<![\w-])(?:{_written(phrase)})" for phrase in phrases))


def _written(phrase: str) -> str:
    written = phrase.replace("<A>", _ARTICLE).replace("<EXERCISE>", _exercise_names())
    written = written.replace("<ON>", _ON)
    written = written.replace("<COALITION>", _coalition_names())
    # "<3> contract": blanks stand before the words; "<3>contract": behind them.
    before = _GAP_BEFORE_BLANK.sub(lambda m: rf"(?: {_WORD}){{0,{m[1]}}}?", written)
    return _GAP.sub(lambda m: rf"(?:{_WORD} ){{0,{m[1]}}}?", before)


_GAP_BEFORE_BLANK = re.compile(r"<(\d+)>(?=[ ,])")
_GAP = re.compile(r"<(\d+)>")


@cache
def _exercise_names() -> str:
    return "(?:" + "|".join(re.escape(name) for name in _exercises()) + ")"


@cache
def _coalition_names() -> str:
    names = sorted(known_coalitions().slugs, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(name) for name in names) + r")\b"


def _exercises() -> list[str]:
    known = known_coalitions()
    names = [n for n, slug in known.slugs.items() if known.kinds[slug].startswith("exercise")]
    return sorted(names, key=len, reverse=True)


@cache
def needs_pattern() -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """What triggers cannot do without, and the rules (by index) that each of these is for."""
    wanted: dict[str, tuple[int, ...]] = {}
    for index, entry in enumerate(load("announcement_triggers")):
        for word in entry["needs"].split(", "):
            names = _exercises() if word == "EXERCISES" else [word]
            for name in names:
                wanted[name] = (*wanted.get(name, ()), index)
    # A need that another holds ("ntent" in "intent") is found with it: each stands for both.
    for word in wanted:
        held = (i for other in wanted if other in word for i in wanted[other])
        wanted[word] = tuple(sorted({*wanted[word], *held}))
    return compile_phrases(wanted, whole_words=False), wanted
