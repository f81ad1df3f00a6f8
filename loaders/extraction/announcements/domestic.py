"""What is of no alliance: firms that invest, governors who sign orders, teams that meet."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.word_patterns import any_of
from loaders.extraction.survey.article import Survey

#: What a state does at home, too.
_OF_STATE = frozenset({"contract", "policy"})
#: What those in office do at home, and what is done in stadiums.
_OF_OFFICE = frozenset({"meeting", "visit", "appointment", "establishment", "conference"})
_OF_TEAMS = frozenset({"meeting", "visit", "exercise"})
_OF_SPACE = re.compile(
    r"\b(?:[Ss]pace|[Ss]atellites?|[Oo]rbit|[Rr]ockets?|[Ll]unar|Moon|[Aa]ntennas?|[Ll]aunch(?:es)?)\b"
)
_LEAD, _OFTEN = 4000, 3
#: So long a text says of what field it is.
_ARTICLE = 1500


def is_domestic(survey: Survey, mention: EventMention) -> bool:
    """Whether a contract or a policy of a long text has nothing to do with space or security.

    A policy that names a nation or a coalition ties nations together whatever it is about. Nor do
    those confer who meet in a stadium.
    """
    text, sentence = survey.document.text, mention.sentence
    if mention.kind in _OF_TEAMS and any_of("sports").search(text, *sentence):
        return not any_of("strategic").search(text, *sentence)
    if len(text) < _ARTICLE:
        return False
    if mention.kind in _OF_OFFICE:
        return _is_at_home(survey, mention)
    if mention.kind not in _OF_STATE:
        return False
    noun = mention.noun
    placed = noun is not None and text[noun.start : noun.end].lower().startswith("contract")
    if survey.is_of_space() and (placed or _is_often_of_space(text)):
        return False
    if any_of("strategic").search(text, *sentence):
        return False
    if mention.kind == "contract":
        return True
    return not (survey.coalition_mentions_in(*sentence) or survey.mentions_in(*sentence))


@lru_cache(maxsize=2)
def _is_often_of_space(text: str) -> bool:
    """Whether a text goes on about space: a fact sheet of many affairs names it once or twice."""
    return len(_OF_SPACE.findall(text, 0, _LEAD)) >= _OFTEN


def _is_at_home(survey: Survey, mention: EventMention) -> bool:
    """Whether senators, schools or states are met, visited and opened, and nobody from abroad."""
    text, sentence = survey.document.text, mention.sentence
    if not any_of("home_affairs").search(text, *sentence):
        return False
    if any_of("strategic").search(text, *sentence) or survey.coalition_mentions_in(*sentence):
        return False
    abroad = {m.nation for m in survey.mentions_in(*sentence)} - {_home(survey)}
    return not abroad


def _home(survey: Survey) -> str | None:
    """The nation that the text names most often."""
    named = Counter(m.nation for m in survey.nations.mentions[:_LOOKED_AT])
    return max(named, key=lambda nation: named[nation], default=None)


_LOOKED_AT = 60
