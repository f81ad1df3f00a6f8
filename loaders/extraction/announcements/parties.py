"""Who acts in an event: nations that join what is there, persons who do not, we who tell."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import as_printed
from loaders.extraction.dates.precision import is_year
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.participants import Participants
from loaders.extraction.texts.document import Span

#: Who speaks for those who act: "today we have signed", "the ten of us will run".
_OF_US = re.compile(r"\b(?:[Ww]e|I|us)\b")
_TOLD = frozenset({Tense.PAST, Tense.PERFECT, Tense.FUTURE, Tense.INFINITIVE})


def is_told_of_us(survey: Survey, mention: EventMention, when: str | None) -> bool:
    """Whether a speaker tells with its day what those whom he speaks for did or will do."""
    if when is None or mention.group.tense not in _TOLD:
        return False
    low, high = mention.sentence.start, mention.group.end
    of_us = _OF_US.search(survey.document.text, low, high)
    return not is_year(when) and bool(of_us)


#: "Signed the programme's memorandum", "its charter": who signs what is there joins it.
_THERE_ALREADY = re.compile(
    r"(?:(?:has|have|had|also|today|\w+ly|on \w+day|\w+day) )*(?:sign|ratif|ink|endors|accept)\w* "
    r"(?:the (?:[\w-]+ ){0,4}?[\w-]+[’']s?|its) (?:[\w-]+ ){0,2}"
    r"(?:[Mm]emorand(?:um|a)|[Cc]harter|[Tt]reaty|[Cc]onvention|MOU|MoU|[Cc]ompact|[Pp]act)"
)
#: "Signed the Accords", "ratified the Outer Space Treaty": named as one that many have signed.
_OF_MANY = re.compile(
    r"(?:(?:has|have|had|also|today|\w+ly|on \w+day|\w+day) )*"
    r"(?:(?:sign|ratif|ink|endors|accept|adopt)\w*|"
    r"put(?:s|ting)? (?:its|his|her|their) (?:signatures?|names?) to) the "
    r"(?:(?:[A-Z][\w-]+ ){0,5}(?:Accords|Convention|Treaty|Charter|Protocol)|"
    r"(?:[\w-]+ )?(?:convention|charter|accords))\b(?! (?:with|between))"
)
#: "Signed agreements with Kazakhstan and Algeria": two sides to each, though a third one grows.
_WITH_EACH = re.compile(
    r"[^,;]{0,80}(?:agreements?|memorand(?:um|a)|arrangements?) with (?:the )?[A-Z]"
)
_BRINGS_TO = re.compile(
    r"\b(?:bring|brings|bringing|brought|lift|lifts|lifting|rais(?:e|es|ing)|tak(?:e|es|ing)) "
    r"(?:the |its )?(?:(?:number|total|count|ranks|tally) of )?(?:\w+ )?"
    r"(?:ratification|accession|signator|members|membership|participants|partners|parties|nations|countries|states)|"
    r"\b(?:makes?|making|made) (?:it|them|the \w+|[A-Z]\w+) (?:the|its|their) "
    r"(?:\d+(?:st|nd|rd|th)|[a-z]+th|first|second|third|latest|newest) "
    r"(?:member|party|signatory|nation|country|state|participant|partner)\b"
)


#: "The 11th country to sign the Cooperating State Agreement": each signs one of its own.
_OF_ITS_OWN = re.compile(
    r"(?:country|nation|state|government|partner) to (?:sign|conclude|enter into|strike) "
    r"(?:on to |onto |such )?(?:(?:the|an?|its) [^,;]{0,60}?"
    r"(?:Agreement|Arrangement|Memorandum|MOU|MoU)\b(?!s)|"
    r"an? [^,;]{0,60}?(?:agreement|arrangement|memorandum)\b)"
)


def signs_of_its_own(survey: Survey, mention: EventMention) -> bool:
    """Whether each nation signs a document of its own with a body, which none of them joins."""
    text, (_, end) = survey.document.text, mention.sentence
    return bool(_OF_ITS_OWN.search(text, mention.group.end, end))


def signs_what_is_there(survey: Survey, mention: EventMention) -> bool:
    """Whether a document is signed that others have signed before: that is an accession."""
    text, end = survey.document.text, mention.sentence.end
    if _WITH_EACH.match(text, mention.group.end, end):
        return False
    if signs_of_its_own(survey, mention):
        return False
    if signs_that_of_coalition(survey, mention):
        return True
    if not mention.group.passive and _OF_MANY.match(text, mention.group.start, end):
        return True
    return bool(
        _THERE_ALREADY.match(text, *mention.trigger)
        or _BRINGS_TO.search(text, mention.trigger.end, end)
    )


def signs_that_of_coalition(survey: Survey, mention: EventMention) -> bool:
    """Whether "the APSS memorandum" is signed: that of a known coalition."""
    noun, text = mention.noun, survey.document.text
    if noun is None or mention.group.passive or not _SIGNS_THE.match(text, *mention.trigger):
        return False
    named = [*survey.coalition_mentions_in(mention.group.end, noun.end)]
    named += [
        m
        for m in survey.coalition_mentions_in(noun.end, noun.end + _BEHIND)
        if _FOR_THE.fullmatch(text, noun.end, m.start)
    ]
    return any(m.slug not in (None, "nato") for m in named)


#: "The memorandum of understanding for the APSS initiative".
_FOR_THE = re.compile(r" (?:for|of|on|behind|underlying|governing) (?:the |its |\w+[’']s )?")
_BEHIND = 120


_SIGNS_THE = re.compile(r"(?:[\w-]+ ){0,3}(?:sign|ratif|ink)\w* the (?!first|new)")
_JOINS = re.compile(r"(?:\w+ ){0,3}(?:(?:re-?)?join|leav|left|quit|exit|sign\w* up)")


@cache
def _of_no_state() -> re.Pattern[str]:
    """ "Norway's company joined the index": of the nation, but no nation."""
    return re.compile(
        rf"\b{as_printed('no_states')} (?:(?:has|have|will|had|is|are|also|formally|to) )*\Z"
    )


@cache
def _ranked() -> re.Pattern[str]:
    """ "The Norwegian Colonel Vik": somebody with a rank or a title before the name."""
    titles = by_first_letter(
        (*ordered_words("ranks", "ranks"), *ordered_words("ranks", "honorifics"))
    )
    return re.compile(rf"(?:The |the )?(?:[A-Z][\w.-]+ ){{0,2}}{titles}(?!\w)")


#: "Austin said Greece was joining": he only says so.
_SAYING = re.compile(r"\b(?:said|says|announced|confirmed|told \w+|added)(?: that)?\b")


def is_of_person(survey: Survey, people: Participants, mention: EventMention, clause: Span) -> bool:
    """Whether a person joins: an officer a staff, a professor a commission."""
    text = survey.document.text
    if not _JOINS.match(text, *mention.trigger) or mention.group.passive:
        return False
    low = max(clause.start, mention.sentence.start)
    for said in _SAYING.finditer(text, low, mention.group.start):
        low = said.end()
    low += len(text[low : mention.group.start]) - len(text[low : mention.group.start].lstrip(" ,"))
    if _of_no_state().search(text, low, mention.group.start):
        return True
    if _ranked().match(text, low, mention.group.start):
        return True
    named = people.places_in(low, mention.group.start)
    nations = survey.mentions_in(low, mention.group.start)
    return bool(named) and (not nations or named[0] < nations[0].start)
