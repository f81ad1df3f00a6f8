"""Closed bodies whose nations a sentence names to the last one beside the body's name.

"The AUKUS partnership reflects the commitment of Australia, the United Kingdom and the United
States" says in no word of belonging who is in it; that all its members and no fewer are named with
it does. The bodies stand in `data/reference/known_rosters.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.vocabulary import load
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Told, of_exercise
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

#: How far before or behind the sentence the body may be named.
_REACH = 260


def known_rosters(survey: Survey, sentence: Span, end: int) -> Iterator[Told]:
    """What a sentence tells by naming all the nations of a closed body.

    `end` is the length of its reduced form.
    """
    named = set(survey.nations_in(*sentence))
    if len(named) < _FEWEST:
        return
    mentions = survey.coalition_mentions_in(sentence.start - _REACH, sentence.end + _REACH)
    for mention in {m.key: m for m in mentions}.values():
        roster = closed_roster(mention)
        if not roster or (mention.slug is None and _is_known_body(survey, roster)):
            # "the Quad" beside its working group on space, which the atlas knows
            continue
        beside = mention.start < sentence.end and mention.end > sentence.start
        whole = beside or len(roster) >= _MANY or _is_listed(survey, sentence, roster)
        if named.issuperset(roster) and whole:
            status = of_exercise(Status.MEMBER, mention)
            yield Told(mention, roster, status, Act.STANDING, "roster: known", 0.65, end, end)


def _is_known_body(survey: Survey, roster: tuple[str, ...]) -> bool:
    """Whether the article names a body that the atlas knows and that has the same nations."""
    alike = (name for name, nations in _rosters().items() if nations == roster)
    return any(m.slug for name in alike for m in survey.named.mentions_of(name)[:1])


_FEWEST = 3
#: So many nations of one body are not named together by chance, wherever in the sentence.
_MANY = 4


def _is_listed(survey: Survey, sentence: Span, roster: tuple[str, ...]) -> bool:
    """Whether one enumeration of names is the roster, in a sentence that asks nothing.

    "American submarines, British ones or Australian crews?" lists no nations, and a longer list
    is of another body.
    """
    text = survey.document.text[sentence.start : sentence.end]
    return not text.rstrip().endswith("?") and any(
        listed.names and set(listed.nations) == set(roster)
        for listed in survey.enumerations
        if sentence.start <= listed.start < sentence.end
    )


def closed_roster(mention: CoalitionMention) -> tuple[str, ...]:
    """The nations of a closed body; none of any other."""
    if mention.slug:
        return _rosters().get(mention.slug, ())
    # "AUKUS partnership", "Quad grouping"
    whole = f"{mention.name} "
    return next((r for name, r in _rosters().items() if whole.startswith(f"{name} ")), ())


@cache
def _rosters() -> dict[str, tuple[str, ...]]:
    listed: Any = load("known_rosters")
    return {name: tuple(nations.split()) for name, nations in listed.items()}
