"""The days of an exercise's edition, where the article states them."""

from __future__ import annotations

import re
from itertools import islice

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

_DURATION = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)/(\d{4}-\d\d(?:-\d\d)?)\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d~?\Z")
_BEGAN = re.compile(r"\b(?:began|begins|opened|opens|kicked off|kicks off|started|starts)\b")
_ENDED = re.compile(r"\b(?:concluded?s?|closed|closes|ended|ends|wrapped up|wraps up|finished)\b")
#: "opened on Monday and runs until 19 June".
_UNTIL = re.compile(
    r"\b(?:until|through|till|ends?|ended|ending|concludes?d?|closes|closed|wraps up|"
    r"finishes|finished)"
    r"(?: here| there)?(?: on| next| this)? \Z"
)
_LEAD = 30
_MOST_MENTIONS = 40


def edition_days(survey: Survey, coalition: CoalitionMention) -> tuple[str, str] | None:
    """The first and last day of the exercise: the first stretch of days its sentences name.

    Where they give none, the day on which it began and the day on which it ended.
    """
    if coalition.key not in survey.editions:
        survey.editions[coalition.key] = _edition_days(survey, coalition)
    return survey.editions[coalition.key]


def _edition_days(survey: Survey, coalition: CoalitionMention) -> tuple[str, str] | None:
    first = last = None
    document_text = survey.document.text
    for sentence in _sentences_on(survey, coalition):
        text = survey.document.text[sentence.start : sentence.end]
        for time in survey.times_in(*sentence):
            found = _DURATION.match(time.edtf or "")
            if found:
                return found[1], found[2]
            if _DAY.match(time.edtf or ""):
                day = (time.edtf or "").rstrip("~")
                lead = document_text[max(sentence.start, time.start - _LEAD) : time.start]
                ends = bool(_UNTIL.search(lead))
                if first is None and not ends and _BEGAN.search(text):
                    first = day
                elif last is None and (ends or (day != first and _ENDED.search(text))):
                    last = day
    return (first, last) if first and last and first <= last else None


def _sentences_on(survey: Survey, coalition: CoalitionMention) -> list[Span]:
    """The sentences that name the exercise, or take it up as "the event"."""
    document = survey.document
    mentions = [m for m in survey.coalitions if m.key == coalition.key][:_MOST_MENTIONS]
    indices = dict.fromkeys(document.sentence_at(m.start) for m in mentions)
    reach = mentions[-1].end + 1500 if mentions else 0
    taken_up = _THE_EVENT.finditer(document.text, mentions[0].start if mentions else 0, reach)
    for match in islice(taken_up, _MOST_MENTIONS):
        indices.setdefault(document.sentence_at(match.start()))
    return [document.sentences[index] for index in indices]


_THE_EVENT = re.compile(
    r"\b[Tt]he (?:event|exercise|wargame|game|training|drills?)\b"
    r"|\bIt (?:(?:took|takes|will take) place|ran|runs|was held|is being held|began|lasted)\b"
)
