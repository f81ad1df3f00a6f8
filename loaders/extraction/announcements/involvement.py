"""Whether an event is of nations: tied to one, to a coalition, or to a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.nations import TAKEN_UP
from loaders.extraction.announcements.word_patterns import any_of, as_printed
from loaders.extraction.language.numbers import count_pattern
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

#: Residents meet and tourists visit, too: these take a nation, a coalition or a day.
_OF_ANYBODY = frozenset({"meeting", "visit", "agreement", "conference"})


def is_anchored(survey: Survey, mentions: Sequence[EventMention]) -> bool:
    """Whether their sentence ties events to a nation, a coalition or a day."""
    start, end = mentions[0].sentence
    return bool(
        survey.coalition_mentions_in(start, end)
        or survey.mentions_in(start, end)
        or survey.times_in(start, end)
        or _counted().search(survey.document.text, start, end)
        or not survey.document.paragraph_at(start)
    )


def is_in_field(survey: Survey) -> bool:
    """Whether an article is about space or the affairs of nations: there no tie is needed."""
    return survey.is_of_space() or _is_of_several(survey)


def is_of_nations(survey: Survey, mention: EventMention, anchored: bool, accession: bool) -> bool:
    """Whether an event is no affair of just anybody, and who joins is a nation.

    `anchored` is what `is_anchored` says of the sentence; `accession` says that a membership
    claim already tells that nations joined.
    """
    if not anchored and mention.kind in _OF_ANYBODY:
        return _is_of_document(survey, mention) or _is_of_dignitaries(survey, mention.sentence)
    if mention.kind != "accession":
        return True
    named = accession or _names_nations(survey, mention.sentence) or _is_ratified(survey, mention)
    return named and _takes_in(survey, mention) and not _is_of_players(survey, mention)


def _names_nations(survey: Survey, sentence: Span) -> bool:
    text = survey.document.text
    if survey.mentions_in(*sentence) or _counted().search(text, *sentence):
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


def _is_of_document(survey: Survey, mention: EventMention) -> bool:
    """Whether a memorandum is signed in an article about the affairs of nations."""
    noun = mention.noun
    return noun is not None and "document" in noun.classes and _is_of_several(survey)


def _is_of_several(survey: Survey) -> bool:
    """Whether an article is about the affairs of nations."""
    named: set[str] = set()
    for mention in survey.nations.mentions[:_LOOKED_AT]:
        named.add(mention.nation)
    return len(named) >= _SEVERAL


#: An article that names so many nations is about their affairs.
_SEVERAL = 3
_LOOKED_AT = 30


@cache
def _counted() -> re.Pattern[str]:
    """ "Both sides", "a dozen nations", "the three foreign ministers"."""
    return re.compile(
        rf"\b(?:[Bb]oth|(?:[Aa] |[Tt]he )?(?:[Dd]ozen(?:s of)?|[Tt]wo dozen|{count_pattern()})) "
        rf"(?:\w+ ){{0,2}}{as_printed('counted_parties')}\b"
    )


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
