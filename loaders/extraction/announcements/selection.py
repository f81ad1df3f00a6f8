"""Which of the events that a sentence mentions it reports, and which part of it belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.extraction.announcements.involvement import is_anchored, is_in_field, is_of_nations
from loaders.extraction.announcements.likeness import OF_EDITIONS
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.newsworthiness import is_slight
from loaders.extraction.announcements.purposes import (
    MARKING,
    is_decided,
    is_journey,
    is_purpose,
    is_to_be,
    with_agreed,
)
from loaders.extraction.announcements.reality import is_real
from loaders.extraction.announcements.same_event import SAME_EVENT
from loaders.extraction.dates.precision import is_year
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

_MOST_EVENTS = 4


def reported(
    survey: Survey, mentions: Sequence[EventMention], accession: bool
) -> Iterator[tuple[EventMention, Span]]:
    """The events of one sentence, each with the stretch whose dates are its own.

    `accession` says that a membership claim already tells that nations joined.
    """
    if not mentions:
        return
    sentence = mentions[0].sentence
    anchored = is_anchored(survey, mentions)
    if not (anchored or is_in_field(survey)):
        return
    told: list[EventMention] = []
    for mention in with_agreed(survey, mentions):
        if not is_of_nations(survey, mention, anchored, accession):
            continue
        if told and is_slight(survey, mention):
            continue
        if is_real(survey, mention) and _adds(survey, told, mention):
            told = [m for m in told if not _outdoes(survey, mention, m)]
            told.append(mention)
    told = _without_occasions(survey, told)[:_MOST_EVENTS]
    if not told:
        return
    edges = [sentence.start, *(_edge(survey, a, b) for a, b in pairwise(told)), sentence.end]
    clauses = [Span(*edge) for edge in pairwise(edges)]
    for index, (mention, clause) in enumerate(zip(told, clauses, strict=True)):
        low, high = clause
        if index and _shares_date(survey, told[index - 1], mention, clause):
            low = sentence.start
        if _goes_on(survey, told[index:], clause):
            high = clauses[index + 1].end
        yield mention, Span(low, high)


def _without_occasions(survey: Survey, told: list[EventMention]) -> list[EventMention]:
    """The events without the undated occasion of another: "signed at the Space Symposium"."""
    if not any(mention.is_finite for mention in told):
        return told
    return [
        m
        for m in told
        if m.group.tense is not Tense.NOMINAL
        or m.kind not in _OCCASIONS
        or survey.document.text.startswith(" between ", m.trigger.end)
        or survey.times_in(*m.sentence)
    ]


_OCCASIONS = frozenset({"meeting", "conference"})


def _shares_date(survey: Survey, old: EventMention, new: EventMention, clause: Span) -> bool:
    """Whether "and" joins two verbs to one date: "adopted a strategy on Monday and pledged …"."""
    text = survey.document.text
    by_it = new.group.tense is Tense.GERUND and text.endswith(" by ", 0, new.group.start)
    if by_it or new.group.tense is Tense.INFINITIVE:
        return not survey.times_in(*clause)
    joined = text.startswith("and ", clause.start) or bool(
        _MEANWHILE.search(text, old.trigger.end, new.group.start)
    )
    past = old.group.tense in _GONE and new.group.tense is Tense.PAST
    return joined and past and not survey.times_in(*clause)


def _goes_on(survey: Survey, told: Sequence[EventMention], clause: Span) -> bool:
    """Whether the day behind the next event is also this one's: "Meeting in Oslo, they signed …".

    So too where the next is its occasion: "was initialled at the session in Geneva last month".
    """
    if len(told) == 1 or survey.times_in(*clause):
        return False
    first, second = told[:2]
    if first.group.start == first.sentence.start and first.group.bare:
        return second.is_finite
    if second.group.tense is not Tense.NOMINAL or second.kind not in _OCCASIONS:
        return False
    between = survey.document.text[first.trigger.end : second.group.start]
    return first.is_finite and bool(_AT.search(between)) and not _CLAUSE.search(between)


#: "On the margins of the session", "during its second summit".
_AT = re.compile(r"\b(?:at|during|(?:sidelines|margins) of) (?:[\w’'-]+ ){0,6}\Z")


#: "Agreed Thursday to share data, as their ministers met".
_GONE = frozenset({Tense.PAST, Tense.NOMINAL})
_MEANWHILE = re.compile(r", (?:as|when|while) ")
_SEPARATOR = re.compile(r"[,;]|\b(?:and|but|that|who|which|with|to)\b")


def _edge(survey: Survey, old: EventMention, new: EventMention) -> int:
    """Where one event's share of the sentence ends and the next one's begins."""
    if new.group.tense is Tense.INFINITIVE and new.group.start > old.trigger.end:
        return new.group.start
    low, high = old.trigger.end, max(old.trigger.end, new.group.start)
    edges = list(_SEPARATOR.finditer(survey.document.text, low, high))
    return edges[-1].start() if edges else high


def _adds(survey: Survey, told: list[EventMention], new: EventMention) -> bool:
    """Whether a mention is an event besides those that its sentence has told before it."""
    if new.group.tense is Tense.INFINITIVE and MARKING.match(survey.document.text, new.group.start):
        return new.kind not in {old.kind for old in told}
    if new.group.tense is Tense.INFINITIVE:
        if is_to_be(survey, new):
            return new.kind not in {old.kind for old in told}
        if any(is_purpose(survey, old, new) for old in told):
            return True
        return is_journey(survey, new) or is_decided(survey, new)
    for old in told:
        if _is_beside(survey, old, new):
            return False
        if _outdoes(survey, new, old):
            if _is_cause(survey, old, new):
                return False
            continue
        if _is_what_is_allowed(survey, old, new):
            return False
        if old.kind == new.kind and _AFTER.search(
            survey.document.text, old.trigger.end, new.group.start
        ):
            return False
        if old.trigger.end > new.trigger.start and old.kind == new.kind:
            return False
        if {old.kind, new.kind} <= SAME_EVENT:
            apart = old.kind == new.kind or _is_other_step(survey, old, new)
            return (apart and _has_own_dates(survey, old, new)) or _is_of_others(survey, old, new)
        if old.kind == new.kind:
            return _has_own_dates(survey, old, new) or _is_still_to_come(survey, old, new)
    return True


#: "Will meet in Sydney on the margins of the congress in September".
_BESIDE = re.compile(r"\b[Oo]n (?:the )?(?:sidelines|margins|fringes) of (?:[\w’'-]+ ){0,6}\Z")


def _is_beside(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether a gathering is only told as that on whose sidelines another is held."""
    if not {old.kind, new.kind} <= _OCCASIONS or new.group.tense is not Tense.NOMINAL:
        return False
    between = survey.document.text[old.trigger.end : new.group.start]
    return bool(_BESIDE.search(between))


#: "Gave the go-ahead to the purchase", "approved the acquisition": no order yet.
_ALLOWED = re.compile(r" (?:[^,;.]{0,30} )?(?:to|for) (?:the|a|an|its|their)(?: [\w-]+){0,3} \Z")


def _is_what_is_allowed(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether a noun only says what a policy is about."""
    if old.kind != "policy" or new.group.tense is not Tense.NOMINAL:
        return False
    return bool(_ALLOWED.fullmatch(survey.document.text, old.group.end, new.group.start))


#: "Met on the sidelines, and a first dialogue has been fixed for February".
_ARRANGED = re.compile(r"(?:\w+ ){0,3}(?:fixed|scheduled|slated|planned|set|due|expected)\b")


def _is_still_to_come(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether a second main clause tells of a gathering to come, with its day."""
    text, between = survey.document.text, (old.trigger.end, new.group.start)
    if old.kind not in OF_EDITIONS or new.noun is None or new.noun == old.noun:
        return False
    if old.group.tense is Tense.FUTURE or not _SECOND_CLAUSE.search(text, *between):
        return False
    ahead = new.group.tense is Tense.FUTURE or _ARRANGED.match(text, *new.trigger)
    return bool(ahead and survey.times_in(new.trigger.end, new.sentence.end))


def _is_other_step(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether a second main clause tells what is still to come: "signed it, and will open …"."""
    if not old.is_finite or old.group.tense is Tense.FUTURE or new.group.tense is not Tense.FUTURE:
        return False
    return bool(_SECOND_CLAUSE.search(survey.document.text, old.trigger.end, new.group.start))


def _is_of_others(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether a second main clause tells of another coalition: "A joined, and B signed"."""
    low, verb = old.trigger.end, new.group.start
    if _REPORTED_TOO.search(survey.document.text, low, verb):
        return True
    if not (old.is_finite and new.is_finite):
        return False
    second = _OWN_SUBJECT.search(survey.document.text, low, verb)
    if second is None:
        return False
    first = {m.key for m in survey.coalition_mentions_in(old.sentence.start, second.start())}
    other = {m.key for m in survey.coalition_mentions_in(second.start(), new.sentence.end)}
    return bool(first and other) and first.isdisjoint(other)


_OWN_SUBJECT = re.compile(r"(?:,|;) (?:and|but|while) (?:the |its |their )?(?:[\w’'.-]+ ){1,9}\Z")
_SECOND_CLAUSE = re.compile(r"(?:,|;) (?:and|but|while) |; ")
_AFTER = re.compile(r"\bafter\b")


#: "Approved the extension of the agreement and noted that Kenya will become a member".
_REPORTED_TOO = re.compile(r"\b(?:and|but) (?:[a-z]+ed|said) that ")


def _outdoes(survey: Survey, new: EventMention, old: EventMention) -> bool:
    """Whether a mention tells more exactly what another of the same event tells."""
    if old.kind == new.kind:
        if new.is_finite and old.is_finite:
            return _gives_its_days(survey, new, old)
        return new.is_finite
    if old.noun is None and new.kind in _HOSTED_AT and old.kind in ("meeting", "visit"):
        # "Hosted representatives from 14 nations at its annual conference".
        return new.noun is not None and bool(_HOSTS.match(survey.document.text, *old.trigger))
    if old.kind in ("contract", "policy") and new.kind == "agreement":
        return _is_promised_in(survey, old, new)
    if not {old.kind, new.kind} <= SAME_EVENT:
        return False
    if old.is_finite and new.kind == "establishment" and new.group.tense is Tense.PARTICIPLE:
        # "Agreed on Friday to build on the partnership that they launched in 2022".
        return False
    if _REPORTED_TOO.search(survey.document.text, old.trigger.end, new.group.start):
        return False
    if old.is_finite and not new.is_finite and old.noun is not None:
        return False
    return new.kind == "accession" or (old.kind == "agreement" and old.noun is None)


def _gives_its_days(survey: Survey, new: EventMention, old: EventMention) -> bool:
    """Whether a relative clause has the days: "play in Iron Sky, which began on Monday"."""
    if new.kind not in OF_EDITIONS or new.noun is None or new.noun.start < old.group.end:
        return False
    between = survey.document.text[new.noun.end : new.group.start]
    if _WHICH.fullmatch(between) is None or not survey.times_in(new.group.end, new.sentence.end):
        return False
    return all(is_year(t.edtf) for t in survey.times_in(old.group.start, new.group.start))


_WHICH = re.compile(
    r"(?: (?:of|on|in|for|with)(?: [\w’'-]+){1,7}?| [A-Z\d][\w’'-]*){0,5},? (?:which|that) "
)


#: "Committed $250 million to it in a memorandum signed in January".
_IN_A_PAPER = re.compile(r"\b(?:in|under|through|by|with) an? (?:[\w-]+ ){0,3}\Z")


def _is_promised_in(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether money is only promised in the paper that the sentence tells to be signed."""
    if old.noun is not None or new.noun is None or new.group.tense is not Tense.PARTICIPLE:
        return False
    return bool(_IN_A_PAPER.search(survey.document.text, old.trigger.end, new.noun.start))


_HOSTED_AT = frozenset({"conference", "exercise"})
_HOSTS = re.compile(
    r"(?:\w+ ){0,3}(?:host|play\w* host|welcom|br(?:ing|ought)\w* together|conven|assembl|"
    r"gather|receiv)"
)


def _is_cause(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether a main clause with its day only rests on it: "takes effect in May, after Chile …"."""
    between = (old.trigger.end, new.group.start)
    if not old.is_finite or new.kind != "accession" or not survey.times_in(*between):
        return False
    return bool(_AFTER.search(survey.document.text, *between))


_CLAUSE = re.compile(r"[,;:]|\b(?:that|which|who)\b")


def _has_own_dates(survey: Survey, old: EventMention, new: EventMention) -> bool:
    """Whether each of two mentions has a date between itself and the next."""
    sentence = new.sentence
    first = survey.times_in(old.trigger.end, new.trigger.start)
    second = survey.times_in(new.trigger.end, sentence.end)
    return bool(first and second) and {t.edtf for t in first} != {t.edtf for t in second}
