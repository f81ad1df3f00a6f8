"""Which body a printed list is of: the one its own words name, else the one it stands under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.memberships.rules import Act, Status, is_document
from loaders.extraction.memberships.salience import body_meant
from loaders.extraction.printed_lists.standings import Standing
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.in_passing import is_replaced
from loaders.extraction.texts.document import Span

#: Every article names it: it is the body of no list where another is named.
ALLIANCE = "nato"
#: The headline and the lead.
_OPENING = 700
_OPENING_WEIGHT = 2


def body_named(survey: Survey, stretches: Iterable[Span]) -> CoalitionMention | None:
    """The body that the nearest of the stretches names; by its name rather than "the network"."""
    for stretch in stretches:
        found = [
            m
            for m in survey.coalition_mentions_in(*stretch)
            if not is_replaced(survey.document.text, m)
        ]
        named = [m for m in found if not m.common_noun] or list(found)
        narrower = [m for m in named if m.slug != ALLIANCE]
        if named and not narrower and all(m.slug == ALLIANCE for m in survey.coalitions):
            # Every article names the alliance: it is meant where no other body is named.
            narrower = named
        if narrower:
            spoken_of = [m for m in narrower if not survey.is_in_passing(m)]
            return (spoken_of or narrower)[-1]
    return None


def body_of_article(survey: Survey, position: int, is_section: bool) -> CoalitionMention | None:
    """The body of a list that names none.

    Under a heading it is the body of the article; behind a sentence the one last spoken of.
    """
    subject = _subject(survey)
    if is_section and subject is not None:
        return subject
    return body_meant(survey, position) or subject


def _subject(survey: Survey) -> CoalitionMention | None:
    """The body that the article speaks of most, by name or as "the network", and in its opening."""
    if "subject" not in survey.sole:
        firsts: dict[str, CoalitionMention] = {}
        counts: Counter[str] = Counter()
        for mention in survey.coalitions:
            if mention.slug == ALLIANCE:
                continue
            if not mention.common_noun:
                firsts.setdefault(mention.key, mention)
            counts[mention.key] += _OPENING_WEIGHT if mention.start < _OPENING else 1
        best = max(firsts, key=lambda key: (counts[key], -firsts[key].start), default=None)
        survey.sole["subject"] = firsts[best] if best else None
    return survey.sole["subject"]


def standing_of_body(body: CoalitionMention) -> Standing:
    """What a list is of that stands under the name of a body alone."""
    return fitted(Standing(Status.MEMBER), body)


def fitted(standing: Standing, body: CoalitionMention) -> Standing:
    """Members of an exercise take part in it, those of an accord have signed it."""
    if standing.status is Status.MEMBER or standing.status is Status.SIGNED:
        if is_exercise(body):
            return standing._replace(status=Status.PARTICIPANT)
        if is_document(body.name):
            return standing._replace(status=Status.SIGNED)
    if standing.act is Act.LEAVING and is_exercise(body):
        # Who withdrew from an exercise never took part.
        return Standing(None)
    return standing
