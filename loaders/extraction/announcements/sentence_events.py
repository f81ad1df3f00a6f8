"""Which events each sentence tells: by verbs, by nouns, by the claims that rest on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from loaders.extraction.announcements.event_noun import EventNoun
from loaders.extraction.announcements.headlines import is_heading
from loaders.extraction.announcements.introduced_events import find_introduced, is_in_list
from loaders.extraction.announcements.lexicon import lexicon
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.mentions import event_nouns, find_event_mentions
from loaders.extraction.announcements.noun_mentions import find_noun_mentions
from loaders.extraction.announcements.same_event import SAME_EVENT
from loaders.extraction.announcements.selection import reported
from loaders.extraction.announcements.told_article import ToldArticle
from loaders.extraction.dates.precision import is_year
from loaders.extraction.language.verb_groups import Tense, VerbGroup
from loaders.extraction.memberships.claims import Claim
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Document, Span


def events_of(article: ToldArticle) -> Iterator[tuple[EventMention, Span]]:
    """Each event with its share of its sentence, in the text's order."""
    survey = article.survey
    document = survey.document
    nouns = event_nouns(survey)
    told_by_verbs = groupby(find_event_mentions(survey, nouns), lambda m: m.sentence)
    mentions = {sentence: list(group) for sentence, group in told_by_verbs}
    for sentence in dict.fromkeys(_sentences_of(document, nouns)):
        told = mentions.get(sentence, [])
        kinds = {m.kind for m in told if m.group.tense is not Tense.GERUND and not _issued(m)}
        by_nouns = find_noun_mentions(survey, sentence, nouns)
        told = [*told, *(m for m in by_nouns if m.kind not in kinds)]
        told = _with_introduced(document.text, told, list(find_introduced(survey, sentence, nouns)))
        mentions[sentence] = sorted(told, key=lambda m: m.trigger)
    joined = {document.sentences[document.sentence_at(at)]: at for at in reversed(article.joined)}
    for sentence in sorted({*mentions, *joined}):
        told = mentions.get(sentence, [])
        if sentence in joined and not _tells(article, told, joined[sentence]):
            told = [_joining(sentence), *told]
        events = list(reported(survey, told, sentence in joined))
        if sentence in joined and _is_left_out(article, events, joined[sentence]):
            events = [*reported(survey, [_joining(sentence)], True), *events]
        yield from events


def _is_left_out(article: ToldArticle, events: list[tuple[EventMention, Span]], at: int) -> bool:
    """Whether a claim that nations joined on a day has no event, whatever its frames say."""
    claim = article.joined[at][0]
    if claim.when is None or not claim.when.edtf or is_year(claim.when.edtf):
        return False
    if any(m.kind == "establishment" and _is_of(article.survey, m, claim) for m, _ in events):
        return False
    return _TELLING.isdisjoint(mention.kind for mention, _ in events)


def _with_introduced(
    text: str, told: list[EventMention], new: list[EventMention]
) -> list[EventMention]:
    """The mentions with those that a noun introduces, which tell more than its preposition."""
    by_verbs = [m for m in told if m.group.tense is not Tense.NOMINAL and not _is_aim(m)]
    kinds = {m.kind for m in by_verbs}
    if kinds & SAME_EVENT:
        kinds |= SAME_EVENT
    kept = [
        m
        for m in new
        if m.kind not in kinds
        and not (_is_covered(text, m, by_verbs) or _is_apposed(text, m, by_verbs))
    ]
    starts = {m.trigger.start for m in kept}
    nominal = Tense.NOMINAL
    return [
        *(m for m in told if m.group.tense is not nominal or m.trigger.start not in starts),
        *kept,
    ]


def _is_aim(mention: EventMention) -> bool:
    """Whether "arrived to begin a drill" names what is to come; "met to sign a pact" is done."""
    return mention.group.tense is Tense.INFINITIVE and mention.kind not in SAME_EVENT


#: "Signed a deal with Airbus for two satellites": what a verb tells, its object is.
_OBJECT = re.compile(r" (?:an?|its|their|the) (?:[\w’$€£.-]+ ){0,5}")


def _is_covered(text: str, mention: EventMention, told: list[EventMention]) -> bool:
    """Whether another mention has its noun already: "signed a declaration"."""
    at = mention.trigger.start
    if any(m.trigger.start <= at < m.trigger.end for m in told):
        return True
    return any(m.noun is None and _OBJECT.fullmatch(text, m.trigger.end, at) for m in told)


#: "Agreed the declaration, a new partnership for …": what was just told, in other words.
_APPOSED = re.compile(r",? an? (?:[\w’'-]+ ){0,6}")


def _is_apposed(text: str, mention: EventMention, told: list[EventMention]) -> bool:
    at = mention.trigger.start
    return any(_APPOSED.fullmatch(text, m.trigger.end, at) for m in told if m.noun is not None)


def _issued(mention: EventMention) -> bool:
    """Whether "a joint statement issued after the talks" only says of what kind it is."""
    return mention.kind == "statement" and mention.group.tense is Tense.PARTICIPLE


def _tells(article: ToldArticle, told: list[EventMention], at: int) -> bool:
    """Whether the frames have read what a membership claim rests on: "signed a memorandum"."""
    # Nations "join" an exercise too.
    kinds = {mention.kind for mention in told}
    claim = article.joined[at][0]
    if "establishment" in kinds and len(claim.nations) > _MOST_JOINING:
        return True
    if any(m.kind == "establishment" and _is_of(article.survey, m, claim) for m in told):
        return True
    document = article.survey.document
    return not kinds.isdisjoint(_TELLING) or is_heading(document, at)


def _is_of(survey: Survey, mention: EventMention, claim: Claim) -> bool:
    """Whether what is founded is the coalition of the claim: its founders do not join it."""
    noun = mention.noun
    if noun is None:
        return False
    return any(
        m.key == claim.coalition.key for m in survey.coalition_mentions_in(noun.start, noun.end)
    )


#: "The bank was established by Brazil, Russia and China": so many found it, they do not join.
_MOST_JOINING = 2
_TELLING = frozenset({"accession", "agreement", "exercise"})


def _sentences_of(document: Document, nouns: list[EventNoun]) -> Iterator[Span]:
    for noun in nouns:
        if not noun.classes.isdisjoint(_telling_classes()) or is_in_list(document, noun):
            yield document.sentences[document.sentence_at(noun.start)]


@cache
def _telling_classes() -> frozenset[str]:
    known = lexicon()
    return frozenset({*known.noun_kinds, *known.introduced_kinds, "joining", "launch"})


def _joining(sentence: Span) -> EventMention:
    """The event of a membership claim that no verb of the lexicon tells."""
    at = sentence.start
    group = VerbGroup(at, at, Tense.PAST, False, False, False)
    return EventMention("accession", sentence, Span(at, at), group, None)
