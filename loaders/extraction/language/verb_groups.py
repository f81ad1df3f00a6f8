"""A verb with its auxiliaries: tense, voice, and whether the clause says that it happens."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from loaders.extraction.language.inflection import Form


class Tense(StrEnum):
    """When the event lies for the clause; the last four are not finite."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    NOMINAL = "nominal"


FINITE = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE})


class VerbGroup(NamedTuple):
    """A verb in use: from its first auxiliary to its own end.

    `bare` says that no auxiliary stands there, so that "signed" may be a past or a participle.
    """

    start: int
    end: int
    tense: Tense
    passive: bool
    bare: bool
    denied: bool


_REACH = 75
_AUXILIARY = (
    r"will|would|shall|should|may|might|must|can|could|cannot|wo|has|have|had|having|"
    r"is|are|was|were|be|been|being|to|not|never|did|does|do|due|set|scheduled|expected|slated|"
    r"anticipated|projected|forecast|timed|on (?:track|course)|in line|booked|"
    r"going|planned|poised|about|decision|voted|resolved|opted|chose|elected|plans?|agreed|intends?|expects?|planning|decided|prepar(?:es|ing|ed)|"
    r"(?:\w+n)?[’']t|\w*[’']ll|\w+[’']ve"
)
_ADVERB = (
    r"(?!assembly|family|ally|supply|reply|anomaly|monopoly)[a-z]+ly|also|then|now|again|first|today|yesterday|soon|later|recently|once|just|still|"
    r"already|thus|therefore|together|both|all|since|ever|here|next|(?:on )?[A-Z]\w+day|"
    r"this week|last week|next (?:week|month|year)|this (?:month|year|morning)|each"
)
_CHAIN = re.compile(rf"(?<![\w-])(?:(?:{_AUXILIARY}|{_ADVERB}),? )+\Z")
_AUXILIARIES = re.compile(rf"(?<![\w-])(?!plan)(?:{_AUXILIARY})(?!\w)")
_ONE = re.compile(rf"(?:{_AUXILIARY}|{_ADVERB})")
#: The ends of "Monday", "this week", "next month", "last year".
_LAST_OF_DAY = frozenset({"day", "eek", "nth", "ear", "ing"})
_WORD = re.compile(r"[\w’']+")

_DENYING = frozenset({"not", "never", "cannot"})
_DOUBTING = frozenset({"shall", "may", "might", "could", "should", "must", "can", "cannot"})
_COMING = frozenset({"will", "would", "wo"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BEFORE_TO = frozenset(
    {"is", "are", "was", "were", "due", "set", "scheduled", "expected", "slated", "going",
     "anticipated", "planned", "poised", "about", "decision", "voted", "resolved", "opted",
     "chose", "elected", "plan", "plans", "intend", "intends", "expect", "expects",
     "planning", "decided", "prepares", "preparing", "prepared"}
)  # fmt: skip

#: "a plan, set to be endorsed in May": without a form of "be" these do not make a clause.
_ARRANGED = frozenset(
    {"set", "due", "scheduled", "expected", "anticipated", "slated", "planned", "poised"}
)


def verb_group(text: str, low: int, start: int, end: int, form: Form) -> VerbGroup:
    """Read the auxiliaries before the verb from `start` to `end`, not farther back than `low`."""
    # Most verbs have nothing before them that could be theirs: then the search is spared.
    blank = text.rfind(" ", low, start - 1) if start > low else -1
    nearest = text[max(low, blank + 1) : start].strip(", ")
    begins = _ONE.fullmatch(nearest) or nearest[-3:] in _LAST_OF_DAY
    chain = _CHAIN.search(text, max(low, start - _REACH), start) if begins else None
    if chain and ", " in chain[0]:
        chain = _own_part(text, chain, start)
    words = [w.lower() for w in _WORD.findall(chain[0])] if chain else []
    if form.base and (helped := _HELPED.search(text, max(low, start - 40), start)):
        # "China on Monday helped Pakistan launch two satellites", "Monday saw Kenya sign"
        words = [*_WORD.findall(chain[0] if chain else ""), "did" if helped[1] else "do"]
    if chain is None and form.base and nearest in ("and", "or"):
        words = _shared(text[max(low, start - _SHARED_REACH) : start])
    opened = chain.start() if chain else start
    denied = any(w in _DENYING or w.endswith(("n't", "n’t", "'t", "’t")) for w in words)
    doubted = not _DOUBTING.isdisjoint(words) or bool(chain and _HAVING_TO.search(chain[0]))
    tense, passive, bare = _read(words, form)
    if chain and tense is Tense.INFINITIVE and (first := _FIRST_TO.search(text, low, start)):
        # "Became the first nation to sign": who is the first to do it does it.
        tense = _of_being(first)
        if tense is not Tense.INFINITIVE:
            return VerbGroup(chain.start(), end, tense, passive, False, denied or doubted)
    if chain and "to" in words and _OWN_PLANS.search(text[max(low, opened - 40) : start]):
        tense = Tense.INFINITIVE
    if chain and tense is Tense.INFINITIVE:
        # "Met on Monday to sign": the day is that of meeting.
        opened = text.index("to ", opened, start)
    return VerbGroup(opened, end, tense, passive, bare, denied or doubted)


def _own_part(text: str, chain: re.Match[str], start: int) -> re.Match[str] | None:
    """The chain without a day before a comma, which another verb has: "…, told on Monday, will".

    "Will, on Monday, sign" is one chain all the same; "on Monday, signing" is none.
    """
    comma = text.rindex(", ", chain.start(), start) + 2
    if _AUXILIARIES.search(text, chain.start(), comma):
        return chain
    return _CHAIN.search(text, comma, start)


#: "Would have to be approved": not done.
_HAVING_TO = re.compile(r"\b(?:have|has|had) to ")
#: "Discussed the force's plans to stand up …": spoken of, not told; "announced its plans" tells.
_OWN_PLANS = re.compile(
    r"\A(?!.*\b(?:announc|unveil|confirm|reveal|approv|declar|set out|outlin))"
    r".*(?:[’']s?|\b(?:its|their|his|her|the|of|about|has|have|had|drew up|made|[a-z]{3,}ed|"
    r"[a-z]{3,}ing)) (?:\w+ )?plans? to (?:\w+ly )?\Z"
)
_FIRST_TO = re.compile(
    r"(?:\b(to|will|would|has|have|had|may|might|can|could|should|must|not|n[’']t) "
    r"(?:also |now |thus )?)?\b(becomes?|became|is|are|was|were|be|been) (?:[a-z]+ly )?"
    r"(?:the|its|their|only the|among the|one of the) (?:[\w-]+ )?"
    r"(?:first|second|third|fourth|fifth|latest|newest|last|only|\d+(?:st|nd|rd|th))"
    r"(?: (?!to\b)[\w’'-]+){0,5} to (?:\w+ly )?\Z"
)


def _of_being(first: re.Match[str]) -> Tense:
    """The tense of "became the first to sign"; an infinitive where it may never be.

    "Is the third to sign" only says so by the way.
    """
    auxiliary, being = first[1], first[2]
    if auxiliary is None:
        return Tense.PAST if being.startswith("bec") else Tense.PARTICIPLE
    if auxiliary == "will":
        return Tense.FUTURE
    return _OF_HAVING.get(auxiliary, Tense.INFINITIVE)


_OF_HAVING = {"has": Tense.PERFECT, "have": Tense.PERFECT, "had": Tense.PLUPERFECT}
_HELPED = re.compile(
    r"\b(?:(helped|saw)|helps|sees) (?:(?:the |and |its |their )?[A-Z]\w+ (?:to )?){0,3}\Z"
)
#: "Can begin talks or sign a charter", "will visit Oslo and meet the king".
_COORDINATED = re.compile(
    r".*\b(to|will|would|shall|can|could|may|might|should|must)\b (?![A-Z])[^;:.]*\b(?:and|or) \Z"
)
_SHARED_REACH = 110


def _shared(before: str) -> list[str]:
    """The auxiliaries that "and" or "or" carries over to a second verb."""
    found = _COORDINATED.match(before)
    if found is None:
        return []
    leading = _WORD.findall(before[: found.start(1)])[-2:] if found[1] == "to" else []
    return [*(word for word in leading if word in _BEFORE_TO), found[1]]


def _read(words: list[str], form: Form) -> tuple[Tense, bool, bool]:
    """Tense, whether passive, whether without auxiliary."""
    participle = form.participle
    last_be = next((w for w in reversed(words) if w in _BE), None)
    passive = participle and last_be is not None
    if not _COMING.isdisjoint(words) or any(w.endswith(("'ll", "’ll")) for w in words):
        return Tense.FUTURE, passive, False
    if "to" in words:
        before = words[: words.index("to")]
        passive = participle and not {"be", "been"}.isdisjoint(words[words.index("to") :])
        if before and before[0] in _ARRANGED and _BE.isdisjoint(before):
            return Tense.PARTICIPLE, passive, False
        if not _BEFORE_TO.isdisjoint(before):
            return Tense.FUTURE, passive, False
        return Tense.INFINITIVE, passive, False
    if "had" in words:
        return Tense.PLUPERFECT, passive, False
    if {"has", "have"} & set(words) or any(w.endswith(("'ve", "’ve")) for w in words):
        return Tense.PERFECT, passive, False
    if form.ing and last_be in ("is", "are"):
        # "Are joining", "is hosting": under way or arranged, not a habit.
        return Tense.FUTURE, False, False
    if last_be is not None:
        return (Tense.PAST if last_be in ("was", "were") else Tense.PRESENT), passive, False
    if {"did", "do", "does"} & set(words):
        return Tense.PAST if "did" in words else Tense.PRESENT, False, False
    return _bare(form), False, True


def _bare(form: Form) -> Tense:
    if form.past:
        return Tense.PAST
    if form.participle:
        return Tense.PARTICIPLE
    if form.ing:
        return Tense.GERUND
    return Tense.PRESENT
