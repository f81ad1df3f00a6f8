"""What a kind of event asks for: a lawgiver, a dignitary, a person who takes up a post."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from loaders.extraction.announcements.domestic import is_domestic
from loaders.extraction.announcements.event_noun import EventNoun, is_of_drills
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import alternatives, any_of, as_printed
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey


def has_what_it_asks(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether what a kind of event asks for is there: a lawgiver, a dignitary, a person.

    `before` is the sentence up to the verb.
    """
    if mention.noun and "occasion" in mention.noun.classes and not _is_dated(survey, mention):
        return False
    if any(lacks(survey, mention, before) for lacks in _LACKING.get(mention.kind, ())):
        return False
    return not is_domestic(survey, mention)


def _is_of_traveller(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether nobody with a post travels, but a tourist or a prize."""
    if _awarded().search(before):
        return True
    text = survey.document.text
    told = any_of("dignitaries").search(text, *mention.sentence)
    return not (told or _is_told_with_post(text, mention))


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


def _is_of_crowd(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether campaigners gather or protest."""
    return any_of("crowds").search(before) is not None


#: "The participating nations formed operations centres": within their exercise.
_PLAYERS = re.compile(
    r"\b(?:[Pp]articipating \w+|[Pp]articipants|[Pp]layers) (?:(?:of|in) the \w+ )?(?:[a-z]+ )?\Z"
)


def _is_by_players(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether those who play together set something up within their exercise."""
    return _PLAYERS.search(before) is not None


@cache
def _on_ground() -> re.Pattern[str]:
    """ "Construction of the site": what is built on the ground is opened one day."""
    return re.compile(rf" (?:of|on|at|for) [^;,.]{{0,70}}\b{as_printed('on_ground')}\b")


def _is_of_craft(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether the construction is of a satellite, or of nobody knows what."""
    noun = mention.noun
    if noun is None or "construction" not in noun.classes:
        return False
    return not _on_ground().match(survey.document.text, noun.end)


def _is_of_any(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether "will hold workshops" only says, without a day, what somebody is for."""
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


def _is_of_bidder(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether a protest is that of a firm that lost: no government's."""
    noun = mention.noun
    if noun is None or "protest" not in noun.classes:
        return False
    if _BIDDER.search(before):
        return True
    return bool(_OVER_AN_AWARD.match(survey.document.text, noun.end, mention.sentence.end))


_BIDDER = re.compile(r"\b(?:[Bb]idders?|[Cc]ompan(?:y|ies)|[Ff]irms?|[Cc]ontractors?|[Mm]akers?)\b")


def _is_of_no_post(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether no person takes up a post, but a command a station, or a nation a role."""
    text = survey.document.text
    takes_up = _TAKING.match(text, *mention.group[:2])
    if takes_up and _body_before().search(before) and not _OF_BODY.search(before):
        return True
    if mention.group.passive or mention.noun:
        return False
    # "selected France as framework nation"
    return _AS_NATION.match(text, mention.group.end, mention.sentence.end) is not None


#: "Took command of a station": what is taken up may be a post.
_TAKING = re.compile(r"(?:[a-z]+ ){0,3}(?:tak|took|assum|accept|receiv|hand|turn|transfer|select)")
_AS_NATION = re.compile(r" (?:the )?[A-Z][\w.-]+ as (?:an?|the|its) ")
#: "Colonel Vik of the Norwegian Air Force took over": the body is only where the person is from.
_OF_BODY = re.compile(
    r"(?:\b(?:of|from|in|with)(?: the| [a-z]+ [A-Z][\w.]+)?(?: [A-Z][\w.’'-]+){1,5}|\)|,) \Z"
)


def _is_renewal_by_some(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether a commitment is renewed by "the leaders", not by the nations of a coalition."""
    text, end = survey.document.text, mention.group.end
    if mention.noun is not None or not _COMMITMENT.match(text, end):
        return False
    if _IN_ONE.search(text, end, mention.sentence.end):
        return len({m.nation for m in survey.mentions_in(*mention.sentence)}) < _TWO
    return not _MEMBERS.search(before)


_TWO = 2
#: "Reaffirmed their commitment in a joint statement".
_IN_ONE = re.compile(
    r"\bin an? (?:\w+ )?(?:joint|common|shared) (?:statement|declaration|communiqu[eé])\b"
)
_MEMBERS = re.compile(r"\b(?:nations|countries|allies|members|partners)\b")
_COMMITMENT = re.compile(r" (?:their|its|the|a|our)(?: [\w-]+){0,3} commitments?\b")


#: "During the exercise they will conduct patrols": that is practice.
_PRACTISED = re.compile(
    r"\b(?:[Dd]uring|[Ii]n|[Aa]s part of|[Ff]or) (?:the|this|an?|its)(?: [\w-]+){0,4}? "
    r"(?:exercise|drill)s?\b"
)


def _is_practised(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether an operation is part of an exercise."""
    return _PRACTISED.search(before) is not None


def _is_of_service(survey: Survey, mention: EventMention, before: str) -> bool:
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


def _is_budgeted(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether money is only planned."""
    return _budget().search(before) is not None


def is_mission(text: str, noun: EventNoun | None) -> bool:
    """Whether it is a mission: one in space, at sea, or for clean water."""
    return noun is not None and text.startswith("ission", noun.start + 1)


def _is_by_no_lawgiver(survey: Survey, mention: EventMention, before: str) -> bool:
    """Whether nobody who makes rules is named: a firm that bans smoking does not."""
    if mention.noun is not None or mention.group.passive:
        return False
    low, high = mention.sentence.start, mention.group.start
    named = survey.mentions_in(low, high) or survey.coalition_mentions_in(low, high)
    return not (named or any_of("lawgivers").search(before))


#: By kind, what shows that an event lacks what it asks for.
_LACKING: dict[str, tuple[Callable[[Survey, EventMention, str], bool], ...]] = {
    "appointment": (_is_of_no_post,),
    "conference": (_is_of_any,),
    "contract": (_is_budgeted, _is_of_any),
    "establishment": (_is_by_players, _is_of_craft),
    "exercise": (_is_of_any,),
    "launch": (_is_of_service,),
    "meeting": (_is_of_crowd,),
    "operation": (_is_practised,),
    "policy": (_is_by_no_lawgiver,),
    "statement": (_is_of_crowd, _is_renewal_by_some, _is_of_bidder),
    "visit": (_is_of_traveller,),
}
