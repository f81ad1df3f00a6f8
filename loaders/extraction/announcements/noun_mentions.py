"""Events told by a noun with a preposition: "at their meeting in Oslo on Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extraction.announcements.arguments import heads_subject
from loaders.extraction.announcements.event_noun import EventNoun, within
from loaders.extraction.announcements.lexicon import kind_told
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.dates.precision import MONTH_LONG, YEAR_LONG
from loaders.extraction.language.verb_groups import Tense, VerbGroup
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import MASK, Span

_EVENT_NOUN = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Ff]ollowing|[Bb]efore|[Aa]head of|[Uu]ntil|[Aa]fter|for|[Oo]n|"
    r"[Oo]n the (?:sidelines|margins) of) "
    r"(?:a|an|the|its|their|his|her|this|this year[’']s|"
    r"NATO|EU|UN|Quad|G7|G20|ASEAN|AUKUS|(?:[A-Z][\w.-]+ ){0,3}[A-Z][\w.-]*[’']s)"
    r"(?: [\w’'-]+){0,8} \Z|"
    r"\b[Ii]n (?:the|their|its|a) (?:first|second|third|fourth|fifth|latest|inaugural|annual|rare)"
    r"(?: [\w’'-]+){0,4} \Z"
)
#: "During talks in Paris on Monday", "after bilateral consultations in Oslo".
_BARE = re.compile(
    r"\b(?:[Dd]uring|[Ff]ollowing|[Aa]fter) "
    r"(?:(?:bilateral|trilateral|high-level|joint|official|two-day|face-to-face|[a-z]+-door) )*\Z"
)
_DAY_NEAR = 50
_MANY = ("talks", "consultations", "discussions", "meetings")
#: "Plans for a visit have been shelved".
_PLANNED = re.compile(
    r"\b(?:[Pp](?:lans?|roposals?|reparations?) (?:for|of)|"
    r"(?:[Cc]alls?|[Hh]opes?|[Ii]dea|[Ii]nvitations?|[Rr]equests?|[Dd]ate|[Rr]egistrations?|"
    r"[Tt]ickets?|[Pp]apers|[Aa]bstracts) (?:for|of|to)) "
    r"(?:an?|the|its|their|another)(?: [\w-]+){0,3} \Z"
)
#: "Discussions are under way to widen it": no single meeting.
_GOING_ON = re.compile(
    r" (?:(?:of|between|with|on|about) [^,;.]{2,60} )?(?:are|were|remain) "
    r"(?:already |now |still |currently )?(?:under ?way|ongoing|continuing)\b"
)
#: "Last month's exercise with Chile", "Tuesday's talks": dated by a genitive.
_OF_A_DAY = re.compile(
    r"\b(?:(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|month|\w+day)|\w+day|[Yy]esterday|[Tt]oday|"
    r"[Tt]omorrow)[’']s(?: [\w’'-]+){0,4} \Z"
)
#: "In a joint statement on Monday, Japan and Kenya condemned …".
_IN = re.compile(r"\b(?:[Ii]n|[Aa]ccording to) (?:a|their|the)(?: rare)? \Z")
_SHARED = re.compile(r"[Jj]oint|[Cc]ommon|[Tt]rilateral|[Ff]inal")
_SET_BEHIND = re.compile(
    r"(?:,? (?:held|here|this|last|next|on|in|at|that|by|with|to|of|as|for|since|between|among)\b|"
    r",? [A-Z]\w+day)"
)


def find_noun_mentions(
    survey: Survey, sentence: Span, nouns: Sequence[EventNoun]
) -> Iterator[EventMention]:
    """The events that nouns of a sentence tell with their prepositions alone."""
    own = within(nouns, *sentence)
    for noun in own:
        kind = _kind_of(noun)
        if kind is None or survey.document.masked[noun.start] == MASK:
            continue
        if _tells(survey, sentence, noun, kind, opens=noun == own[0]):
            group = VerbGroup(noun.start, noun.end, Tense.NOMINAL, False, False, False)
            yield EventMention(kind, sentence, Span(noun.start, noun.end), group, noun)


def _tells(survey: Survey, sentence: Span, noun: EventNoun, kind: str, opens: bool) -> bool:
    """Whether a noun of some kind tells an event; `opens` says that it is its sentence's first."""
    text = survey.document.text
    before = text[max(sentence.start, noun.start - 100) : noun.start]
    if kind == "statement":
        return bool(_IN.search(before) and _SHARED.match(text, noun.start))
    if kind == "accession":
        return _tells_of_joining(survey, noun, before)
    if _is_not_set(text, noun, before):
        return False
    if _OF_A_DAY.search(before) or _is_dated_before(survey, noun):
        return True
    if kind == "launch":
        return False
    led = _EVENT_NOUN.search(before)
    if led is None and text.startswith(_MANY, noun.start):
        near = min(sentence.end, noun.end + _DAY_NEAR)
        led = _BARE.search(before) if survey.times_in(noun.end, near) else None
    return bool(
        (led and _SET_BEHIND.match(text, noun.end))
        or (kind in _OF_THEIR_DAYS and opens and _has_its_day(survey, sentence, noun))
        or (kind in _OF_THEIR_DAYS and _is_dated_behind(survey, noun))
        or (kind == "exercise" and _is_named_with_day(survey, sentence, noun))
    )


def _tells_of_joining(survey: Survey, noun: EventNoun, before: str) -> bool:
    text = survey.document.text
    if _OF_A_NATION.search(before) and _TO_BODY.match(text, noun.end):
        return True
    if not _names_nation(survey, noun) or _is_not_set(text, noun, before):
        return False
    return bool(_JOINING.search(before) and _SET_BEHIND.match(text, noun.end))


def _is_not_set(text: str, noun: EventNoun, before: str) -> bool:
    """Whether it is only planned, asked for, or goes on without an end."""
    return bool(_PLANNED.search(before) or _GOING_ON.match(text, noun.end))


def _kind_of(noun: EventNoun) -> str | None:
    """What a noun tells of itself; a launch only with its day: "in an Oct. 15 launch"."""
    if "joining" in noun.classes:
        return "accession"
    return kind_told(noun.classes) or ("launch" if "launch" in noun.classes else None)


_DATED_BEFORE = re.compile(r" (?:[a-z-]+ ){0,3}")
_DETERMINED = re.compile(r"\b(?:the|The|a|A|an|its|Its|their|Their) \Z")


def _is_dated_before(survey: Survey, noun: EventNoun) -> bool:
    """Whether a day stands between article and noun: "the December 2 meeting"."""
    text = survey.document.text
    return any(
        _DATED_BEFORE.fullmatch(text, time.end, noun.start)
        and _DETERMINED.search(text, max(0, time.start - 8), time.start)
        for time in survey.times_in(max(0, noun.start - 50), noun.start)
        if time.edtf is not None and len(time.edtf) > MONTH_LONG
    )


#: "Put to sea on Tuesday for Exercise Sama Lima".
_TAKING_PART = re.compile(r"\b(?:in|for|during|at|of) (?:the )?\Z")
_SAME_CLAUSE = re.compile(
    r"[;:]|\b(?:that|which|who|where|when|while|said|after|before|since|if)\b"
)


def _is_named_with_day(survey: Survey, sentence: Span, noun: EventNoun) -> bool:
    """Whether a named exercise is taken part in on a day that stands before it in its clause."""
    text = survey.document.text
    if not text.startswith("Exercise ", noun.start):
        return False
    if not _TAKING_PART.search(text, max(sentence.start, noun.start - 12), noun.start):
        return False
    return any(
        len(time.edtf or "") > MONTH_LONG and not _SAME_CLAUSE.search(text, time.end, noun.start)
        for time in survey.times_in(max(sentence.start, noun.start - 60), noun.start)
    )


#: "The third Arctic Workshop, 14–16 January, Tromsø", "the exercise (2–5 May)".
_DATED_BEHIND = re.compile(r"(?:,| \()? ?(?:on |from )?")


def _is_dated_behind(survey: Survey, noun: EventNoun) -> bool:
    """Whether days stand right behind the noun, in commas or brackets."""
    text = survey.document.text
    if not text.startswith((", ", " ("), noun.end):
        return False
    return any(
        _DATED_BEHIND.fullmatch(text, noun.end, time.start)
        and text[time.end : time.end + 1] in ",)"
        for time in survey.times_in(noun.end, noun.end + 20)
        if len(time.edtf or "2025-12-05") > MONTH_LONG
    )


#: These happen on days of their own, whatever is said of them: "the exercise tests … this week".
_OF_THEIR_DAYS = frozenset({"meeting", "conference", "exercise", "visit", "appointment"})
_OTHER_CLAUSE = re.compile(
    r"[;:]|\b(?:that|which|who|where|when|while|said|says|told|announced|agreed|"
    r"planned|proposed|approved|conceived|criticis\w+|criticiz\w+|condemned|cancel\w+|after|before|since|"
    r"because|if|by|until)\b|, (?:and|but|with|including)\b"
)
#: "Three years of talks paid off on Tuesday": not a meeting of that day.
_LONG_WORK = re.compile(
    r"\b(?:years?|months?|decades?|weeks?|rounds?|lots|cycles?) of (?:[\w-]+ ){0,2}\Z"
)
_OWN_DAY_REACH = 130


def _has_its_day(survey: Survey, sentence: Span, noun: EventNoun) -> bool:
    """Whether the noun heads the subject of its sentence, and a day follows in its clause."""
    text = survey.document.text
    if not heads_subject(text, sentence.start, noun):
        return False
    if _LONG_WORK.search(text, sentence.start, noun.start):
        return False
    other = _OTHER_CLAUSE.search(text, noun.end, sentence.end)
    limit = min(other.start() if other else sentence.end, noun.end + _OWN_DAY_REACH)
    return any(
        time.edtf is not None and len(time.edtf) > YEAR_LONG
        for time in survey.times_in(noun.end, limit)
    )


#: "Kenya's admission as a member", "Kenya's accession to the treaty".
_OF_A_NATION = re.compile(r"\b[A-Z][\w.-]+[’']s? (?:\w+ )?\Z")
_TO_BODY = re.compile(r" (?:as (?:an?|the|its)|to the|into the) ")
#: "With the addition of Peru", "following Peru's accession".
_JOINING = re.compile(
    r"\b(?:[Ww]ith|[Ff]ollowing|[Aa]fter|through|marks?|marked|followed)(?: [\w’'-]+){0,5} \Z"
)


def _names_nation(survey: Survey, noun: EventNoun) -> bool:
    """Whether "of" and a nation follow: the addition of Peru, not of a camera."""
    if not survey.document.text.startswith(" of ", noun.end):
        return False
    return any(m.start <= noun.end + 8 for m in survey.mentions_in(noun.end, noun.end + 60))
