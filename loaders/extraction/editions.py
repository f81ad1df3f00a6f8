"""The days of an exercise's edition, where the article states them."""

from __future__ import annotations

import re

from loaders.extraction.coalition_mentions import CoalitionMention
from loaders.extraction.survey import Survey

_DURATION = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)/(\d{4}-\d\d(?:-\d\d)?)\Z")
_MOST_MENTIONS = 40


def edition_days(survey: Survey, coalition: CoalitionMention) -> tuple[str, str] | None:
    """The first and last day of the exercise: the first stretch of days its sentences name."""
    document = survey.document
    mentions = [m for m in survey.coalitions if m.key == coalition.key][:_MOST_MENTIONS]
    for mention in mentions:
        sentence = document.sentences[document.sentence_at(mention.start)]
        for time in survey.clause(sentence).times():
            found = _DURATION.match(time.edtf or "")
            if found:
                return found[1], found[2]
    return None
