"""What a kind of event asks for: a lawgiver, a dignitary, a person who takes up a post."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.domestic import is_domestic
from loaders.extraction.announcements.event_noun import EventNoun, is_of_drills
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import alternatives, any_of, as_printed
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey


def has_what_it_asks(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether what a kind of event asks for is there: a lawgiver, a dignitary, a person."""
    text, kind = survey.document.text, mention.kind
    if kind == "operation" and _PRACTISED.search(text, mention.sentence.start, mention.group.start):
        return False
    if kind == "launch" and _is_of_service(survey, mention):
        return False
    if kind in _OF_CROWDS and any_of("crowds").search(before):
        return False
    if _is_renewal(text, mention) and not _of_nations(survey, mention):
        return False
    if kind == "statement" and _is_of_bidder(text, mention):
        return False
    if kind == "appointment" and not _is_of_post(text, mention, before):
        return False
    if kind == "contract" and _budget().search(before):
        return False
    if mention.noun and "occasion" in mention.noun.classes and not _is_dated(survey, mention):
        return False
    if kind in _OF_NUMBER and _is_of_any(survey, mention):
        return False
    if kind == "establishment" and (_PLAYERS.search(before) or _is_of_craft(text, mention)):
        return False
    if is_domestic(survey, mention):
        return False
    if kind == "policy" and mention.noun is None and not _is_by_lawgiver(survey, mention):
        return False
    return kind != "visit" or _is_by_dignitary(text, mention, before)


def _is_by_dignitary(text: str, mention: EventMention, before: str) -> bool:
    """Whether somebody with a post travels, not a prize."""
    if _awarded().search(before):
        return False
    told = any_of("dignitaries").search(text, *mention.sentence)
    return bool(told or _is_told_with_post(text, mention))


def _is_told_with_post(text: str, mention: EventMention) -> bool:
    """Whether a surname before the verb is first told with a post: "the agency's chief Ann Lee"."""
    name = _SURNAME.search(text, mention.sentence.start, mention.group.start)
    if name is None:
        return False
    first = text.find(name[1])
    return bool(
        first < name.start(1)
        and any_of("dignitaries").search(text, max(0, first - _POST_BEFORE), first)
    )


_SURNAME = re.compile(r"\b([A-Z][a-z][\w’-]*) \Z")
_POST_BEFORE = 50


@cache
def _awarded() -> re.Pattern[str]:
    """ "The job went to Oman's Salim al-Harthy": nobody travels."""
    return re.compile(rf"\b{as_printed('awarded')}\b[^,;]*\Z")


#: "The participating nations formed operations centres": within their exercise.
_PLAYERS = re.compile(
    r"\b(?:[Pp]articipating \w+|[Pp]articipants|[Pp]layers) (?:(?:of|in) the \w+ )?(?:[a-z]+ )?\Z"
)


@cache
def _on_ground() -> re.Pattern[str]:
    """ "Construction of the site": what is built on the ground is opened one day."""
    return re.compile(rf" (?:of|on|at|for) [^;,.]{{0,70}}\b{as_printed('on_ground')}\b")


def _is_of_craft(text: str, mention: EventMention) -> bool:
    """Whether the construction is of a satellite, or of nobody knows what."""
    noun = mention.noun
    if noun is None or "construction" not in noun.classes:
        return False
    return not _on_ground().match(text, noun.end)


#: Of these "will hold workshops", "will let contracts" say what somebody is for.
_OF_NUMBER = frozenset({"contract", "conference", "exercise"})


def _is_of_any(survey: Survey, mention: EventMention) -> bool:
    """Whether "the body will let contracts" only says, without a day, what it is for."""
    noun, text = mention.noun, survey.document.text
    if noun is None or mention.group.tense is not Tense.FUTURE:
        return False
    bare = noun.start == mention.group.end + 1 and text[noun.end - 1] == "s"
    return bare and not survey.times_in(*mention.sentence)


_OF_SEVERAL = re.compile(r"\b(?:multinational|allied|joint|bilateral|trilateral|combined)\b")
_PHRASE = 60


def _is_dated(survey: Survey, mention: EventMention) -> bool:
    """Whether "an event", said of anything, is one that will be on a day."""
    if mention.group.tense not in (Tense.FUTURE, Tense.PRESENT, Tense.INFINITIVE):
        return False
    noun, text = mention.noun, survey.document.text
    if noun is not None and text.startswith("vent", noun.start + 1) and not is_of_drills(text):
        # "A free event for teachers" is of no alliance, "a multinational event" is.
        before = text[max(mention.sentence.start, noun.start - _PHRASE) : noun.start]
        if text[noun.end - 1] == "s" or not _OF_SEVERAL.search(before):
            return False
    return bool(survey.times_in(*mention.sentence))


#: "Lodged a protest against the award", "filed it with the Government Accountability Office".
_OVER_AN_AWARD = re.compile(
    r"[^;.]{0,60}\b(?:awards?|contracts?|tender|bids?|court|Accountability Office|GAO)\b"
)


def _is_of_bidder(text: str, mention: EventMention) -> bool:
    """Whether a protest is that of a firm that lost: no government's."""
    noun = mention.noun
    if noun is None or "protest" not in noun.classes:
        return False
    return bool(_OVER_AN_AWARD.match(text, noun.end, mention.sentence.end))


#: Campaigners gather and protest, too.
_OF_CROWDS = frozenset({"meeting", "statement"})


def _is_of_post(text: str, mention: EventMention, before: str) -> bool:
    """Whether a person takes up a post, not a command a station, nor a nation a role."""
    takes_up = _TAKING.match(text, *mention.group[:2])
    if takes_up and _body_before().search(before) and not _OF_BODY.search(before):
        return False
    if mention.group.passive or mention.noun:
        return True
    # "selected France as framework nation"
    return not _AS_NATION.match(text, mention.group.end, mention.sentence.end)


#: "Took command of a station": what is taken up may be a post.
_TAKING = re.compile(r"(?:[a-z]+ ){0,3}(?:tak|took|assum|accept|receiv|hand|turn|transfer|select)")
_AS_NATION = re.compile(r" (?:the )?[A-Z][\w.-]+ as (?:an?|the|its) ")
#: "Colonel Vik of the Norwegian Air Force took over": the body is only where the person is from.
_OF_BODY = re.compile(
    r"(?:\b(?:of|from|in|with)(?: the| [a-z]+ [A-Z][\w.]+)?(?: [A-Z][\w.’'-]+){1,5}|\)|,) \Z"
)


def _is_renewal(text: str, mention: EventMention) -> bool:
    """Whether a commitment is renewed, not something said in a joint statement."""
    if mention.kind != "statement" or mention.noun is not None:
        return False
    return bool(_COMMITMENT.match(text, mention.group.end))


_COMMITMENT = re.compile(r" (?:their|its|the|a|our)(?: [\w-]+){0,3} commitments?\b")


#: "During the exercise they will conduct patrols": that is practice.
_PRACTISED = re.compile(
    r"\b(?:[Dd]uring|[Ii]n|[Aa]s part of|[Ff]or) (?:the|this|an?|its)(?: [\w-]+){0,4}? "
    r"(?:exercise|drill)s?\b"
)


def _is_of_service(survey: Survey, mention: EventMention) -> bool:
    """Whether what is launched is a mission of ships or troops, not of a spacecraft."""
    return is_mission(survey.document.text, mention.noun) and not survey.is_of_space()


@cache
def _body_before() -> re.Pattern[str]:
    """ "Space Command has taken command of a station": no person takes up a post."""
    return re.compile(rf"\b(?:{alternatives('bodies')}) \Z")


@cache
def _budget() -> re.Pattern[str]:
    """ "The budget provides $20 million": nothing is ordered yet."""
    return re.compile(rf"\b(?:{alternatives('budgets')})(?: for [^,;]{{1,30}})?(?: [a-z]+)? \Z")


def is_mission(text: str, noun: EventNoun | None) -> bool:
    """Whether it is a mission: one in space, at sea, or for clean water."""
    return noun is not None and text.startswith("ission", noun.start + 1)


def _of_nations(survey: Survey, mention: EventMention) -> bool:
    """Whether a commitment is renewed by the nations of a coalition, not by "the leaders"."""
    low, high = mention.sentence.start, mention.group.start
    return bool(_COUNTED.search(survey.document.text, low, high))


#: Members of a coalition.
_COUNTED = re.compile(r"\b(?:nations|countries|allies|members|partners)\b")


def _is_by_lawgiver(survey: Survey, mention: EventMention) -> bool:
    low, high = mention.sentence.start, mention.group.start
    if mention.group.passive:
        return True
    named = survey.mentions_in(low, high) or survey.coalition_mentions_in(low, high)
    return bool(named or any_of("lawgivers").search(survey.document.text, low, high))
