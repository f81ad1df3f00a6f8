"""Which nations take part in an event."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from loaders.extraction.announcements.circumstances import NEAREST_LISTS, Circumstances
from loaders.extraction.announcements.places import places_named
from loaders.extraction.language.numbers import count_pattern
from loaders.extraction.nations.mentions import NationMention
from loaders.extraction.nations.onlookers import looks_on
from loaders.extraction.texts.document import Span


def nations_of_event(around: Circumstances, kind: str) -> tuple[str, ...]:
    """The nations named in the sentence, or those that "the three countries" stands for."""
    if kind == "accession":
        return _joining(around)
    number = around.counted()
    own = _own_nations(around)
    if number is None or len(own) >= number:
        return own
    if own and _AND_OTHERS.search(around.text):
        # "the United States and seven other nations": no list of seven elsewhere is of those
        return tuple(dict.fromkeys((*own, *_others_listed(around, number))))
    roster = around.counted_roster()
    if roster:
        return roster.nations
    return _both_before(around, number) or _enumerated(around, number) or own


_AND_OTHERS = re.compile(
    rf"\b(?:and|with) (?:{count_pattern()}) (?:other|further|more|additional|fellow)\b",
    re.IGNORECASE,
)
#: "The seven were Chile, …", behind the sentence that counts them.
_THOSE_WERE = re.compile(
    r"(?:The|They|These|Those)\b[^,;:.]{0,50}?\b(?:are|were|being):? (?:the )?"
)


def _others_listed(around: Circumstances, number: int) -> tuple[str, ...]:
    """The nations that the next sentence lists as those others."""
    survey, end = around.survey, around.sentence.end
    at = bisect_left(survey.enumerations, end, key=lambda e: e.start)
    listed = survey.enumerations[at] if at < len(survey.enumerations) else None
    if listed is None or len(listed.nations) != number:
        return ()
    between = survey.document.text[end : listed.start].strip()
    return listed.nations if _THOSE_WERE.fullmatch(f"{between} ") else ()


#: "The two sides also signed …", "both countries agreed": those named right before.
_BOTH = re.compile(r"(?:The two|The three|Both) (?:sides|parties|countries|nations|governments)\b")
_LOOKED_BACK = 3


def _both_before(around: Circumstances, number: int) -> tuple[str, ...]:
    """The nations of the sentences right before, where they are just so many."""
    document = around.survey.document
    if not _BOTH.match(document.text, *around.sentence):
        return ()
    index = document.sentence_at(around.sentence.start)
    named: tuple[str, ...] = ()
    for before in reversed(document.sentences[max(0, index - _LOOKED_BACK) : index]):
        named = tuple(dict.fromkeys((*around.survey.nations_in(*before), *named)))
        if len(named) >= number:
            break
    return named if len(named) == number else ()


#: "On Tuesday it joined the cell", "its ambassador signed the Accords": a nation named before.
TAKEN_UP = re.compile(
    r"\b(?:[Ii]t|[Ii]ts|[Tt]heir|[Tt]he (?:country|nation|kingdom|republic|government|"
    r"newcomers?|island))\b"
)
_SEVERAL = re.compile(r"\b(?:[Tt]heir|newcomers)\b")
_OBJECT = 40
#: "welcomed Peru", "announced the membership of Peru": those who join stand behind the verb.
_RECEIVING = re.compile(
    r"\b(?:welcom|let(?:s|ting)?\b|announc|recogni|admi(?:t|ss)|induct|approv|confirm|celebrat|mark|"
    r"accept\w* [A-Z]|"
    r"formali|\baddition|\baccession|\badmission|\binclusion|\bentry|"
    r"(?<!be )(?<!been )(?<!was )(?<!were )grant|were joined|was joined|add(?:ed|s)?\b)"
)


def _joining(around: Circumstances) -> tuple[str, ...]:
    """Those who join or leave: before the verb, or behind one of receiving."""
    text, survey = around.survey.document.text, around.survey
    low, high = around.clause
    start = around.trigger.start
    places = [
        p
        for p in places_named(around)
        if not (_OF_PEOPLE.match(text, p.end) or _GRANTED.search(text, low, p.start))
    ]
    sides = [Span(low, start), Span(start, high)]
    if _RECEIVING.search(text, start, min(high, around.trigger.end + 2)):
        sides.reverse()
    for side in sides:
        named = [
            m
            for m in survey.mentions_in(*side)
            if not any(p.start == m.start for p in places) and not looks_on(text, m)
        ]
        if named:
            company = _company(around) if side.end <= start else ()
            return tuple(dict.fromkeys((*(m.nation for m in named), *company)))
    return _subject(around) or _named_before(around)


#: "joined the operation in October 2024 together with France and New Zealand".
_TOGETHER = re.compile(r"\b(?:together|along) with (?:the )?(?=[A-Z])")


def _company(around: Circumstances) -> tuple[str, ...]:
    """The nations of the list with which others are told to have joined."""
    survey, high = around.survey, around.clause.end
    found = _TOGETHER.search(survey.document.text, around.trigger.end, high)
    if found is None:
        return ()
    at = bisect_left(survey.enumerations, found.end(), key=lambda e: e.start)
    listed = survey.enumerations[at] if at < len(survey.enumerations) else None
    return listed.nations if listed is not None and listed.start == found.end() else ()


#: "Poland launched two satellites and in the same month took its place in …".
_NAMES_ONLY = re.compile(r"(?:(?:[Tt]he|and|[A-Z][\w.’'-]*)(?:,| )+)*")


def _subject(around: Circumstances) -> tuple[str, ...]:
    """The nations that open the sentence, where a later clause of it has no subject."""
    text, start = around.survey.document.text, around.sentence.start
    named = around.survey.mentions_in(start, around.clause.start)
    return tuple(
        dict.fromkeys(m.nation for m in named if _NAMES_ONLY.fullmatch(text, start, m.start))
    )


def _named_before(around: Circumstances) -> tuple[str, ...]:
    """The nation that "it" or "its ambassador" stands for: the first of the sentence before."""
    survey, document = around.survey, around.survey.document
    index = document.sentence_at(around.sentence.start)
    if index == 0 or survey.mentions_in(*around.sentence):
        return ()
    if not TAKEN_UP.search(document.text, around.sentence.start, around.trigger.end + _OBJECT):
        return ()
    before = survey.mentions_in(*document.sentences[index - 1])
    if _SEVERAL.search(document.text, *around.sentence):
        return tuple(dict.fromkeys(m.nation for m in before))
    return (before[0].nation,) if before else ()


#: "Granted observer status to Bulgaria": who gets it.
_GRANTED = re.compile(r"\b(?:grant|g[ia]ve|award|extend)\w* (?:[\w’'-]+ ){0,5}to (?:the )?\Z")
#: "Officials from the Romanian government": no place.
_OF_PEOPLE = re.compile(
    r" (?:government|parliament|authorities|ministry|delegation|navy|army|forces?|officials|"
    r"cabinet|embassy|side|people|agency|presidency)\b"
)


def _enumerated(around: Circumstances, number: int) -> tuple[str, ...]:
    """The nearest enumeration of just so many nations, else the first so many of the article.

    One that opens a sentence before, its subject, is meant rather than one told by the way.
    """
    survey = around.survey
    starts = survey.enumerations
    at = bisect_left(starts, around.sentence.start, key=lambda e: e.start)
    nearby = starts[max(0, at - NEAREST_LISTS) : at + NEAREST_LISTS]
    fitting = [e for e in nearby if len(e.nations) == number]
    subjects = [e for e in fitting if e.start < around.sentence.start and _opens(around, e.start)]
    if subjects:
        return subjects[-1].nations
    if fitting:
        nearest = min(fitting, key=lambda e: abs(e.start - around.sentence.start))
        return nearest.nations
    opening = survey.document.paragraphs[0].end if survey.document.paragraphs else 0
    first = survey.nations_in(0, opening)
    return first if len(first) == number else ()


_ARTICLE = re.compile(r"(?:The |Both )?")


def _opens(around: Circumstances, position: int) -> bool:
    """Whether a sentence begins at a position, but for an article."""
    document = around.survey.document
    start = document.sentences[document.sentence_at(position)].start
    return _ARTICLE.fullmatch(document.text, start, position) is not None


#: "launched the command, a new agency with echoes of the US force": no party to the event.
_ASIDE = re.compile(
    r", (?:an?|the(?= [a-z])|which(?! (?:was|were) (?:attended|joined|signed|hosted|led))|"
    r"who|whose) "
)
_SOURCE = re.compile(
    r",[”\"]? (?:[^,“”\"]{2,110}? )?(?:said|announced|confirmed|disclosed|reported|told)\b"
)


#: "To counter the threat they see from Russia": what an event is about, not who takes part.
_OTHERS = re.compile(
    r"\b(?:against|(?:threats?|aggression|attacks?|pressure|(?:weapons?|missile|ASAT) tests?)\b"
    r"[^,;]{0,30}\b(?:from|by)|invasion of|"
    r"war (?:in|on)|sanctions on(?: \w+){0,2}|situation in|withdrawal from|"
    r"(?:chosen|selected|picked|preferred|elected|won)\b[^.;]{0,60}? over|"
    r"except(?: for)?|excluding|with the exception of|"
    r"(?:amid|in the face of|in response to|to (?:counter|deter|contain|outpace)|"
    r"(?:worr(?:y|ies)|concerns?|alarm|unease|fears?) (?:about|over|at|of))"
    r"(?: (?:growing|rising|mounting|increased?|increasing|increasingly|what|tensions with))?)"
    r" (?:the )?\Z"
)
_LEAD = 60
#: "Germany unveiled a strategy; Italy enacted a law": what has a verb of its own.
_OWN_VERB = re.compile(r"\b(?:was|were|has|had|will|became|took|came|held|[a-z]{3,}ed)\b")


def _other_clauses(around: Circumstances) -> list[Span]:
    """What stands beyond a semicolon and tells of other nations, where each part names its own."""
    text, (start, end) = around.survey.document.text, around.sentence
    if ";" not in around.text:
        return []
    edges = [start, *(start + m.end() for m in re.finditer(";", around.text)), end]
    parts = [Span(*edge) for edge in pairwise(edges)]
    own = next((p for p in parts if p.start <= around.trigger.start < p.end), parts[0])
    if not around.survey.mentions_in(*own):
        return []
    return [part for part in parts if part != own and _OWN_VERB.search(text, *part)]


#: "won a contract from Estonia's Ministry of Defence": no place, but who gave it.
_FROM_WHOM = re.compile(
    r"\b(?:contracts?|orders?|awards?|grants?|funding|tenders?)\b[^.,;]{0,60}? from (?:the )?\Z"
)
#: "Germany, which joined together with France in 2024, will take over": of no one else's doing.
_RELATIVE_INSIDE = re.compile(r", (?:which|who) [^;]{3,160}, (?:[a-z]+ ){0,4}\Z")


def _relative_inside(around: Circumstances) -> Span | None:
    """The relative clause between the subject and the verb, if nations are named before it."""
    start = around.sentence.start
    found = _RELATIVE_INSIDE.search(around.survey.document.text, start, around.trigger.start)
    if found is None or not around.survey.mentions_in(start, found.start() + 1):
        return None
    return Span(*found.span())


def _without_outsiders(around: Circumstances) -> list[NationMention]:
    """The nations of the sentence but those against which, or over which, something is done."""
    text, survey = around.survey.document.text, around.survey
    start, end = around.sentence
    named = survey.mentions_in(start, end)
    outside = [m for m in named if _OTHERS.search(text, max(start, m.start - _LEAD), m.start)]
    starts = {m.start for m in outside}
    spans = [(m.start, m.end) for m in outside]
    at = bisect_left(survey.enumerations, start, key=lambda e: e.start)
    for listed in survey.enumerations[at : at + NEAREST_LISTS]:
        if listed.start >= end:
            break
        if listed.start in starts:
            spans.append((listed.start, listed.end))
    return [m for m in named if not any(low <= m.start < high for low, high in spans)]


def _own_nations(around: Circumstances) -> tuple[str, ...]:
    """The sentence's nations without those of its source, of its place, of who looks on."""
    start = around.sentence.start
    aside = _ASIDE.search(around.survey.document.text, around.trigger.end, around.sentence.end)
    sources = [Span(start + m.start(), start + m.end()) for m in _SOURCE.finditer(around.text)]
    places = list(places_named(around))
    text = around.survey.document.text
    places = [p for p in places if not _FROM_WHOM.search(text, start, p.start)]
    inside = _relative_inside(around)
    others = [*_other_clauses(around), *([inside] if inside else [])]
    kept = [
        m
        for m in _without_outsiders(around)
        if (aside is None or m.start < aside.start())
        and not any(other.start <= m.start < other.end for other in others)
        and not any(s.start <= m.start < s.end and s.start > around.trigger.start for s in sources)
        and not any(p.start <= m.start and m.end < p.end for p in places)
    ]
    # "Signed in the presence of the presidents of France and Italy": theirs, if no other is named.
    acting = [m for m in kept if not looks_on(text, m)]
    if not acting and around.counted() is None:
        acting = kept
    return tuple(dict.fromkeys(m.nation for m in acting))
