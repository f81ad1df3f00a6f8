"""Verbs of speech in the masked text: which verb, which form, and what it can report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.language.word_places import word_places
from loaders.extraction.nations.vocabulary import vocabulary as nation_vocabulary


class VerbForm(Enum):
    """A verb's form as it stands."""

    PAST = "past"
    THIRD = "third person"
    PARTICIPLE = "participle"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of speech and what the verb can do."""

    base: str
    form: VerbForm
    saying: bool
    clausal: bool
    bare: bool
    after: bool
    weighing: bool


class VerbUse(NamedTuple):
    """A verb where it stands."""

    start: int
    end: int
    verb: Verb


#: Base forms are mostly nouns or infinitives; these are what "officials say", "critics argue" use.
_PLURALS = words("grammar", "plurals")
#: Forms that are nouns as well: "a report", "its claims", "the plans".
_NOUN_BEFORE = words("grammar", "noun_before")
#: "criticised her for saying", "responded by saying", "left after saying".
BEFORE_SAYING = frozenset({"for", "of", "by", "after", "before", "in"})
#: What stands between a subject and "to say" where the words were said.
GOING_ON = r"(?:(?:went|goes|gone) on|(?:was|were|is|are) (?:quick|careful|keen|at pains))"
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_OBJECTS = frozenset({"me", "him", "us", "them", "her"})
_MODALS = words("grammar", "modals")


@cache
def lexicon() -> dict[str, Verb]:
    """Every form of every verb of `speech_verbs.yaml`."""
    sections = {name: words("speech_verbs", name) for name in _SECTIONS}
    irregular = (load("speech_verbs") or {}).get("forms") or {}
    forms: dict[str, Verb] = {}
    for base in sorted(frozenset().union(*sections.values())):
        flags = [base in sections[name] for name in _SECTIONS]
        for form, word in _forms(base, irregular.get(base)):
            forms.setdefault(word, Verb(base, form, *flags))
            if form is VerbForm.PARTICIPLE and word.capitalize() not in _TOWNS:
                # It may open the sentence: "Calling it “a stunt”, Roe left".
                forms.setdefault(word.capitalize(), Verb(base, form, *flags))
        if base in _PLURALS:
            forms.setdefault(base, Verb(base, VerbForm.BASE, *flags))
    return forms


_TOWNS = frozenset({"Reading"})
_SECTIONS = ("saying", "clausal", "bare", "after", "weighing")


def _forms(base: str, irregular: str | None) -> Iterator[tuple[VerbForm, str]]:
    if irregular:
        listed = [word.strip() for word in irregular.split(",")]
        order = (VerbForm.PAST, VerbForm.THIRD, VerbForm.PARTICIPLE, VerbForm.PAST)
        yield from zip(order, listed, strict=False)
        return
    stem = base.removesuffix("e")
    if base.endswith(("s", "sh", "ch", "x", "z")):
        third = base + "es"
    elif base.endswith("y") and base[-2:-1] not in tuple("aeiou"):
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    past = base[:-1] + "ied" if third.endswith("ies") else stem + "ed"
    yield VerbForm.PAST, past
    yield VerbForm.THIRD, third
    yield VerbForm.PARTICIPLE, (base if third.endswith("ies") else stem) + "ing"


@cache
def _phrases() -> Phrases:
    return Phrases(lexicon(), lasting=True)


_GOES_ON = re.compile(r"['’-]\w")

#: Base forms that are nouns as well.
_ALSO_NOUNS = frozenset({"note", "claim", "caution", "fear", "call", "say"})


def find_verbs(text: str, masked: str) -> list[VerbUse]:
    """All finite verbs and participles of speech in the masked form of a text, in order."""
    known = lexicon()
    uses = []
    for start, end, printed in _phrases().find(masked, word_places(text)):
        if _GOES_ON.match(masked, end):
            # "made clear-cut": the phrase is none, but its first word is a verb.
            printed = printed.partition(" ")[0]
            end = start + len(printed)
            if printed not in known or _GOES_ON.match(masked, end):
                continue
        verb = known[printed]
        if _is_verb(masked, start, verb):
            uses.append(VerbUse(start, end, verb))
    return uses


def _is_verb(masked: str, start: int, verb: Verb) -> bool:
    """Whether the word is the sentence's verb here: no noun, no passive, no infinitive."""
    if masked[start - 1 : start] == "-":
        return False
    previous = previous_word(masked, start)
    if not previous:
        return True
    if verb.form is VerbForm.PARTICIPLE:
        if previous in BEFORE_SAYING:
            return verb.clausal and verb.saying
        return previous not in _NOUN_BEFORE or previous in ("with", "that", "as")
    if previous in _BE:
        return False
    if verb.form is VerbForm.PAST:
        if verb.base not in ("say", "tell") and _BY_SOMEONE.match(masked, start):
            return False  # "the results announced by the commission"
        return previous not in _NOUN_BEFORE or previous in ("this", "that", "some", "most", "many")
    if verb.form is VerbForm.BASE and verb.clausal and _is_announced(masked, start, previous):
        return True  # "Swinney will say that …", "he is expected to say".
    if verb.form is VerbForm.BASE and previous in ("did", "does") and verb.clausal:
        return True  # "The colonel did say that …".
    if verb.form is VerbForm.BASE and (previous in _MODALS or previous in _OBJECTS):
        # "for hearing me say this", "they'll tell you".
        return False
    if verb.form is VerbForm.BASE and previous.endswith(("'ll", "’ll")):
        return False
    if verb.form is VerbForm.BASE and verb.base in _ALSO_NOUNS:
        before = previous_word(masked, start - 1 - len(previous))
        if before in ("a", "an", "no") or (before == "the" and not previous.endswith("s")):
            # "sounded a cautious note": an adjective stands between.
            return False
    if verb.form is VerbForm.THIRD and masked[start - 2 : start] == ", ":
        return True  # "…, reports Efe", "…, claims Smith"
    if verb.form is VerbForm.THIRD and verb.base == "state" and _STATES_THAT.match(masked, start):
        return previous not in _NOUN_BEFORE
    if verb.form is VerbForm.THIRD and masked[start : start + 12].startswith(_MOSTLY_NOUNS):
        return _is_singular_subject(masked, start, previous)
    return previous not in _NOUN_BEFORE and not previous.endswith(("'s", "’s"))


#: Third persons that are plural nouns at least as often: "the Baltic states", "official reports".
_MOSTLY_NOUNS = ordered_words("grammar", "mostly_nouns")


def _is_announced(masked: str, start: int, previous: str) -> bool:
    """Whether the words are of a speech to come, or an infinitive tells of speech."""
    if previous == "will":
        return True
    if previous == "to" and leads_to(masked, start):
        return True
    return previous == "to" and previous_word(masked, start - 3) in _EXPECTED


_BY_SOMEONE = re.compile(r"[a-z]+(?: out)? by (?!phone|telephone|email|e-mail|text|letter|saying)")


def leads_to(masked: str, start: int) -> bool:
    """Whether the infinitive at `start` tells what was said: "prompting the party to allege"."""
    return _LEADS_TO.search(masked, max(0, start - _FARTHEST_LEADING), start) is not None


_FARTHEST_LEADING = 60
#: "went on to say", "was quick to add", "prompting the speaker to warn": it was said.
_LEADS_TO = re.compile(
    rf"\b(?:{GOING_ON}|(?:prompt|forc|compell)(?:ed|ing) [^,.;:¤\n]{{2,40}}|"
    r"(?:led|leading) [^,.;:¤\n]{2,40}) to \Z"
)
_EXPECTED = frozenset({"expected", "due", "set", "scheduled", "going"})
#: "The fact sheet states that products reach", but "states that have signed" are nations.
_STATES_THAT = re.compile(
    r"states that (?!(?:are|were|is|have|has|had|will|would|can|could|may|might|do|did|"
    r"[a-z]+ed (?:the|a|an|to|in|on|it|by|for|with|up)|share|"
    r"want|border|sign|take|join|use|host|own|rely|need|seek)\b)"
)
#: "NAN reports that the bill was signed", but "reports that showed losses".
_REPORTS_THAT = re.compile(r"reports that (?:the|an?|there|it|he|she|they|his|its|[A-Z]\w+)\b")
#: What follows such a verb, but not such a noun before its own verb.
_REPORTS = re.compile(
    r" (?:¤|(?:that|the|an?|it|he|she|they|we|there|his|her|him|its|their|on|no)(?=[ ’']))"
)


def _is_singular_subject(masked: str, start: int, previous: str) -> bool:
    """Whether what stands before "states" or "claims" is one who can do so."""
    end = masked.find(" ", start)
    if end < 0 or not _REPORTS.match(masked, end):
        return False
    if _REPORTS_THAT.match(masked, start):
        return _is_agency(masked, start - 1)
    if previous in ("he", "she", "it", "who", "which", "also", "now", "still") or previous == "":
        return previous != ""
    printed = masked[start - 1 - len(previous) : start - 1]
    if printed[:1].isupper():
        if previous_word(masked, start - 1 - len(previous)) in _NOUN_BEFORE - {"the"}:
            # "in other Indo-Pacific states that are at risk".
            return False
        return printed not in nation_vocabulary().forms and not printed.isupper()
    return previous in words("roles", "persons") or previous in words("roles", "documents")


def _is_agency(masked: str, end: int) -> bool:
    """Whether a name ends here that reports: "NAN", "the News Agency of Nigeria", no nation."""
    begin = masked.rfind(" ", 0, end) + 1
    word = masked[begin:end]
    if word in nation_vocabulary().forms:
        return masked.endswith((" of ", " of the "), 0, begin)
    return word[:1].isupper()


def previous_word(text: str, start: int) -> str:
    """The lower-cased word right before `start`, "" where punctuation or nothing is."""
    end = start - 1
    if end < 0 or text[end] != " ":
        return ""
    begin = text.rfind(" ", max(0, end - 30), end) + 1
    if begin == 0:
        begin = max(0, end - 30)
    word = text[begin:end]
    newline = word.rfind("\n")
    return word[newline + 1 :].lower()
