"""Which of the events that a sentence mentions it reports, and which part of it belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.merging import SAME_EVENT
from loaders.extraction.announcements.nations import TAKEN_UP
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
from loaders.extraction.announcements.word_patterns import any_of
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

_MOST_EVENTS = 4
#: Residents meet and tourists visit, too: these take a nation, a coalition or a day.
_OF_ANYBODY = frozenset({"meeting", "visit", "agreement", "conference"})


def reported(
    survey: Survey, mentions: Sequence[EventMention], accession: bool
) -> Iterator[tuple[EventMention, Span]]:
    """The events of one sentence, each with the stretch whose dates are its own.

    `accession` says that a membership claim already tells that nations joined.
    """
    if not mentions:
        return
    sentence = mentions[0].sentence
    anchored = _is_anchored(survey, sentence) or any(_is_named(survey, m) for m in mentions)
    if not anchored and not (survey.is_of_space() or _is_of_nations(survey)):
        return
    told: list[EventMention] = []
    for mention in with_agreed(survey, mentions):
        if (
            not anchored
            and mention.kind in _OF_ANYBODY
            and not (_is_of_document(survey, mention) or _is_of_dignitaries(survey, sentence))
        ):
            continue
        if mention.kind == "accession" and not (
            accession or _names_nations(survey, sentence) or _is_ratified(survey, mention)
        ):
            continue
        if mention.kind == "accession" and not _takes_in(survey, mention):
            continue
        if mention.kind == "accession" and _is_of_players(survey, mention):
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


_JOINED_BY = re.compile(r"(?:was|were) joined\b")
_PLAYING = re.compile(
    r"\b(?:play(?:ers?|ed)|[Ee]xercise|[Ww]ar ?game|[Ee]dition|drill|manoeuvres)\b"
)


def _is_of_players(survey: Survey, mention: EventMention) -> bool:
    """Whether "Chile and Peru were joined by Kenya" goes on about those who play together."""
    document = survey.document
    if not _JOINED_BY.match(document.text, *mention.group[:2]):
        return False
    if survey.coalition_mentions_in(*mention.sentence):
        return False
    index = document.sentence_at(mention.sentence.start)
    return index > 0 and bool(_PLAYING.search(document.text, *document.sentences[index - 1]))


_TAKING_IN = re.compile(
    r"(?:\w+ ){0,2}(?:[Ww]elcom|recei|recogni|admit|accept|induct|add|approv|invit)"
)
_TAKEN = re.compile(
    r" (?:both |the |new |newest |its |their |members? |partners? |two |onboard (?:the )?)*"
    r"(?:[A-Z]\w+ ){0,3}"
)


def _takes_in(survey: Survey, mention: EventMention) -> bool:
    """Whether what is welcomed "into" a coalition is a nation, not a president or a step."""
    text, (start, end) = survey.document.text, mention.trigger
    untold = mention.group.tense in (Tense.NOMINAL, Tense.PARTICIPLE)
    plain = mention.group.passive or untold or mention.noun is None
    plain = plain or (mention.noun is not None and "document" in mention.noun.classes)
    if plain or not _TAKING_IN.match(text, start, end):
        return True
    if mention.noun and "circle" in mention.noun.classes:
        return True  # "welcomes the Norwegian base into its global construct"
    if _INVITED.search(text, mention.group.end, end + 40):
        return False
    if _NEW_MEMBERS.search(text, mention.group.end, end + 40):
        return True
    named = survey.mentions_in(mention.group.end, min(end, mention.group.end + 80))
    return any(
        _TAKEN.fullmatch(text, mention.group.end, m.start) and _GOES_ON.match(text, m.end)
        for m in named
    )


#: "Welcomes more countries to join" is an invitation.
_INVITED = re.compile(r"\b(?:more|other|all|any) [^.;]*\bto (?:join|sign|become)\b")
_GOES_ON = re.compile(
    r"(?:,| and (?:the )?[A-Z]\w+)* (?:as|into|to|in|on|onto|aboard|back|for|this|today|"
    r"yesterday|last|and|at|with|which|who|[a-z]+ly|among|under|after|during)\b"
)
_NEW_MEMBERS = re.compile(
    r"\b(?:members?|signator(?:y|ies)|nations|countries|invitation|addition|accession|"
    r"admission|entry|membership)\b"
)


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
        if _outdoes(survey, new, old):
            if _is_cause(survey, old, new):
                return False
            continue
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
            return _has_own_dates(survey, old, new)
    return True


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
        return new.is_finite and not old.is_finite
    if old.noun is None and new.kind in _HOSTED_AT and old.kind in ("meeting", "visit"):
        # "Hosted representatives from 14 nations at its annual conference".
        return new.noun is not None and bool(_HOSTS.match(survey.document.text, *old.trigger))
    if (old.kind, new.kind) == ("contract", "agreement"):
        return _is_promised_in(survey, old, new)
    if not {old.kind, new.kind} <= SAME_EVENT:
        return False
    if _REPORTED_TOO.search(survey.document.text, old.trigger.end, new.group.start):
        return False
    if old.is_finite and not new.is_finite and old.noun is not None:
        return False
    return new.kind == "accession" or (old.kind == "agreement" and old.noun is None)


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


def _names_nations(survey: Survey, sentence: Span) -> bool:
    text = survey.document.text
    if survey.mentions_in(*sentence) or _COUNTED.search(text, *sentence):
        return True
    return bool(TAKEN_UP.search(text, *sentence) and survey.coalition_mentions_in(*sentence))


def _is_of_dignitaries(survey: Survey, sentence: Span) -> bool:
    """Whether those who meet have posts, in an article about space: "met the command's chief"."""
    return survey.is_of_space() and bool(
        any_of("dignitaries").search(survey.document.text, *sentence)
    )


def _is_ratified(survey: Survey, mention: EventMention) -> bool:
    """Whether a house approves what founds a body: "the Senate approved the Charter of …"."""
    noun = mention.noun
    if noun is None or "document" not in noun.classes:
        return False
    return bool(_HOUSE.search(survey.document.text, mention.sentence.start, mention.group.start))


_HOUSE = re.compile(
    r"\b(?:[Ss]enate|[Pp]arliament|[Cc]ongress|[Aa]ssembly|[Cc]abinet|[Hh]ouse|Diet|Duma)\b"
)


def _is_named(survey: Survey, mention: EventMention) -> bool:
    """Whether the event has a name of its own: "the exercise Meridian Gate"."""
    noun = mention.noun
    if noun is None or mention.kind not in ("exercise", "operation"):
        return False
    return bool(_NAMED_EVENT.match(survey.document.text, noun.start, noun.end + 40))


_NAMED_EVENT = re.compile(r"(?:the )?(?:[Ee]xercise|[Oo]peration) [“\"]?[A-Z]\w+")


def _is_anchored(survey: Survey, sentence: Span) -> bool:
    """Whether the sentence ties the event to a nation, a coalition or a day."""
    start, end = sentence
    return bool(
        survey.coalition_mentions_in(start, end)
        or survey.mentions_in(start, end)
        or survey.times_in(start, end)
        or _COUNTED.search(survey.document.text, start, end)
        or not survey.document.paragraph_at(start)
    )


def _is_of_document(survey: Survey, mention: EventMention) -> bool:
    """Whether a memorandum is signed in an article about the affairs of nations."""
    noun = mention.noun
    return noun is not None and "document" in noun.classes and _is_of_nations(survey)


#: An article that names so many nations is about their affairs.
_SEVERAL = 3


def _is_of_nations(survey: Survey) -> bool:
    named: set[str] = set()
    for mention in survey.nations.mentions[:_LOOKED_AT]:
        named.add(mention.nation)
    return len(named) >= _SEVERAL


_LOOKED_AT = 30
_COUNTED = re.compile(
    r"\b(?:[Bb]oth|(?:[Aa] |[Tt]he )?(?:[Dd]ozen(?:s of)?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|"
    r"[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]wo dozen|\d+)) (?:\w+ ){0,2}"
    r"(?:nations|countries|sides|leaders|partners|governments|[Ss]tates|members|ministers|"
    r"presidents|agencies|organi[sz]ations|chiefs|commanders|parties|militaries|capitals|navies|"
    r"neighbou?rs|secretaries|delegations|air forces|armed forces|ministries)\b"
)
