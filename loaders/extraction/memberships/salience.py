"""Which body a sentence means that names none: by "the bloc", "its members", "joined in 2019".

What was named last close by, unless that was named in passing only; else the body an article is
about, however far it goes on: the one of the headline or the lead, or the one named most often.
The alliance is never meant: every article names it.
"""

from __future__ import annotations

from collections import Counter

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.survey.article import Survey

#: How far back a sentence that names no coalition can lean, in characters.
_CONTEXT_REACH = 900
#: A name that nobody knows, and an alliance that every article names, carry less far.
_UNKNOWN_REACH = 450
#: The headline and the first sentences.
_OPENING = 700
#: A body named so often is what an article is about, wherever it is named first.
_OFTEN = 4


def body_meant(survey: Survey, position: int) -> CoalitionMention | None:
    """The coalition that an act or a role without one is of, at a position of the text."""
    named = [m for m in survey.coalitions if not m.common_noun and m.slug != "nato"]
    main = _main_body(named, position)
    last = survey.coalition_before(position, _CONTEXT_REACH)
    if last is None or last.slug == "nato":
        return main
    if last.slug is None and position - last.end > _UNKNOWN_REACH:
        return main if main is None or main.key != last.key else last
    if main is None or last.key == main.key:
        return last
    return main if _is_in_passing(named, last, main, position) else last


def _main_body(named: list[CoalitionMention], position: int) -> CoalitionMention | None:
    """What the article is about: named where it opens and again, else named most often so far."""
    if not named:
        return None
    counts = Counter(m.key for m in named)
    if len(counts) == 1:
        return named[0] if named[0].start <= max(_OPENING, position) else None
    opening = [m for m in named if m.start < _OPENING]
    again = [m for m in opening if counts[m.key] > 1]
    if again:
        return max(again, key=lambda m: (counts[m.key], -m.start))
    often = [m for m in named if m.start < position and counts[m.key] >= _OFTEN]
    return max(often, key=lambda m: counts[m.key]) if often else None


def _is_in_passing(
    named: list[CoalitionMention], last: CoalitionMention, main: CoalitionMention, position: int
) -> bool:
    """Whether the body named last was named but once, and the main one more than once so far."""
    so_far = Counter(m.key for m in named if m.start < position)
    return so_far[last.key] <= 1 and so_far[main.key] > 1
