"""What an article announces: events with kind, place, nations, officials and their two dates.

`date` is the day it was announced (a stated one, else the publication), `event_date` the day it
happens or happened; where the text leaves that open it stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.announcements.arguments import EventNoun
from loaders.extraction.announcements.circumstances import Circumstances
from loaders.extraction.announcements.days import EventDays, day_of_event
from loaders.extraction.announcements.introduced_events import find_introduced
from loaders.extraction.announcements.lexicon import lexicon
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.mentions import event_nouns, find_event_mentions
from loaders.extraction.announcements.merging import SAME_EVENT, add
from loaders.extraction.announcements.nations import nations_of_event
from loaders.extraction.announcements.newsworthiness import is_fresh, is_news
from loaders.extraction.announcements.noun_mentions import find_noun_mentions
from loaders.extraction.announcements.parties import (
    is_of_person,
    is_told_of_us,
    signs_of_its_own,
    signs_what_is_there,
)
from loaders.extraction.announcements.places import place_of_event
from loaders.extraction.announcements.selection import reported
from loaders.extraction.announcements.titles import title_of_event
from loaders.extraction.coalitions.editions import edition_days
from loaders.extraction.facts import Evidence
from loaders.extraction.language.verb_groups import Tense, VerbGroup
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.language.word_places import word_places
from loaders.extraction.memberships.claims import Claim, is_exercise
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.participants import Participants
from loaders.extraction.texts.document import MASK, Document, ParagraphKind, Span

_ROSTER_STATUSES = (Status.MEMBER, Status.SIGNED)
_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class _Article:
    """What all events of one article share."""

    survey: Survey
    people: Participants
    rosters: tuple[Claim, ...]
    joined: dict[int, Claim]


def find_announcements(
    survey: Survey, claims: list[Claim], people: Participants
) -> list[Announcement]:
    """Every event that the article reports, each once, in the text's order."""
    spoken = _is_spoken(survey)
    joined = {c.evidence[0].start: c for c in reversed(claims) if _is_accession(survey, c)}
    article = _Article(survey, people, _rosters(claims), joined)
    found: list[Announcement] = []
    headlines: list[Announcement] = []
    for mention, clause in _events(article):
        announcement = _announcement(article, mention, clause)
        if announcement is None or (
            spoken and not is_told_of_us(survey, mention, announcement.event_date)
        ):
            continue
        if _is_heading(survey.document, mention.sentence):
            headlines.append(announcement)
        else:
            add(found, announcement, _is_definite(survey.document, mention))
    found = [*_untold(headlines, found), *found]
    meetings = {a.coalitions: a for a in reversed(found) if a.kind == "meeting"}
    return [_at_its_meeting(_titled(announcement), meetings) for announcement in found]


def _titled(announcement: Announcement) -> Announcement:
    """With its sentence cut to a title: only now, since most sentences tell what was told."""
    title = title_of_event(announcement.title)
    return announcement if title == announcement.title else replace(announcement, title=title)


_LENGTH_OF_YEAR = 4


def _untold(headlines: list[Announcement], found: list[Announcement]) -> list[Announcement]:
    """The headlines' events that the text below does not tell again; else they are evidence."""
    kept: list[Announcement] = []
    for headline in headlines:
        for index, told in enumerate(found):
            if (
                _headlines(headline.kind, told.kind)
                and len(told.event_date or "") != _LENGTH_OF_YEAR
            ):
                evidence = (*told.evidence, *headline.evidence)
                found[index] = replace(told, evidence=tuple(dict.fromkeys(evidence)))
                break
        else:
            add(kept, headline, definite=True)
    return kept


def _headlines(kind: str, told: str) -> bool:
    """Whether a headline's event may be one told below: "launches operation", "its creation"."""
    return kind == told or {kind, told} == {"operation", "establishment"}


def _is_heading(document: Document, sentence: Span) -> bool:
    """Whether it is a headline: what it says, the text says again, with its circumstances."""
    paragraph = document.paragraphs[document.paragraph_at(sentence.start)]
    return paragraph.kind is ParagraphKind.HEADING


_DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|\w+day[’']s) "
    r"(?:(?!next|first|second|third|last|previous|other|new|latest|upcoming|coming|\d)"
    r"[\w’-]+ ){0,2}\Z"
)


def _is_definite(document: Document, mention: EventMention) -> bool:
    """Whether the event's noun is spoken of as known: "the exercise", not "an exercise"."""
    if mention.noun is None:
        return False
    if not {"accession", "troops"}.isdisjoint(mention.noun.classes):
        return True
    start = mention.noun.start
    low = max(mention.sentence.start, start - 30)
    if document.text.startswith(("the ", "The ", "this ", "This "), start):
        return True
    known = document.text[start].islower() or "document" in mention.noun.classes
    return known and bool(_DEFINITE.search(document.text[low:start]))


def _at_its_meeting(
    new: Announcement, meetings: dict[tuple[str, ...], Announcement]
) -> Announcement:
    """A commitment renewed with no day of its own: the coalition's meeting is its occasion."""
    if new.kind != "statement" or new.event_date or not new.coalitions:
        return new
    meeting = meetings.get(new.coalitions)
    if meeting is None:
        return new
    return replace(new, event_date=meeting.event_date, place=new.place or meeting.place)


def _rosters(claims: list[Claim]) -> tuple[Claim, ...]:
    """Each roster of several members once: what "the 10 nations" can stand for."""
    rosters = [c for c in claims if len(c.nations) > 1 and c.status in _ROSTER_STATUSES]
    different = {(c.coalition.key, c.nations): c for c in reversed(rosters)}
    return tuple(reversed(different.values()))[:_MOST_ROSTERS]


_MOST_ROSTERS = 50


def _is_spoken(survey: Survey) -> bool:
    """Whether the text is a transcript or a speech: most of "we launched" is a statement there."""
    document = survey.document
    title = document.title or ""
    if any(word in title for word in ordered_words("event_words", "spoken_titles")):
        return True
    labels = sum(bool(_LABEL.match(document.text, p.start, p.end)) for p in document.paragraphs)
    if labels > 3 and labels * 6 > len(document.paragraphs):
        return True
    narrated = document.masked[:_NARRATED]
    places = word_places(document.text)
    spoken = (at for word in _FIRST_PERSON for at in places.get(word, ()) if at < len(narrated))
    return sum(narrated[at] != MASK for at in spoken) * _FEWEST_BETWEEN > len(narrated)


_LABEL = re.compile(r"(?:[A-Z][A-Z.’' -]{1,40}(?:\([^)]{1,40}\))?:|Q )")
#: The first and second person, so often outside quotations that one of them is speaking.
_FIRST_PERSON = ("I", "we", "We", "you", "You", "me", "my")
_NARRATED, _FEWEST_BETWEEN = 20_000, 250


def _is_roster(claim: Claim) -> bool:
    return claim.rule.startswith(("founding", "founded", "roster"))


#: "With effect from 1 March, Denmark is a member".
_FROM_A_DAY = re.compile(r"(?:With effect from|As of|As from|Effective|Starting|Beginning) ")


def _is_accession(survey: Survey, claim: Claim) -> bool:
    """Whether the claim is news of nations coming or going, not of a whole charter signed."""
    if is_exercise(claim.coalition):
        return False
    if claim.status is Status.ANNOUNCED and not _is_roster(claim):
        return True
    sentence = survey.document.sentences[survey.document.sentence_at(claim.evidence[0].start)]
    if _FROM_A_DAY.match(survey.document.text, *sentence) and survey.times_in(*sentence):
        return True
    if _is_roster(claim):
        return False
    return claim.act is not Act.STANDING and claim.status is not Status.LETTER_OF_INTENT


def _events(article: _Article) -> Iterator[tuple[EventMention, Span]]:
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
        told = _with_introduced(told, list(find_introduced(survey, sentence, nouns)))
        mentions[sentence] = sorted(told, key=lambda m: m.trigger)
    joined = {document.sentences[document.sentence_at(at)]: at for at in article.joined}
    for sentence in sorted({*mentions, *joined}):
        told = mentions.get(sentence, [])
        if sentence in joined and not _tells(article, told, joined[sentence]):
            told = [_joining(sentence), *told]
        yield from reported(survey, told, sentence in joined)


def _with_introduced(told: list[EventMention], new: list[EventMention]) -> list[EventMention]:
    """The mentions with those that a noun introduces, which tell more than its preposition."""
    by_verbs = [m for m in told if m.group.tense is not Tense.NOMINAL and not _is_aim(m)]
    kinds = {m.kind for m in by_verbs}
    if kinds & SAME_EVENT:
        kinds |= SAME_EVENT
    kept = [m for m in new if m.kind not in kinds and not _is_covered(m, by_verbs)]
    starts = {m.trigger.start for m in kept}
    nominal = Tense.NOMINAL
    return [
        *(m for m in told if m.group.tense is not nominal or m.trigger.start not in starts),
        *kept,
    ]


def _is_aim(mention: EventMention) -> bool:
    """Whether "arrived to begin a drill" names what is to come; "met to sign a pact" is done."""
    return mention.group.tense is Tense.INFINITIVE and mention.kind not in SAME_EVENT


def _is_covered(mention: EventMention, told: list[EventMention]) -> bool:
    """Whether another mention has its noun already: "signed a declaration"."""
    at = mention.trigger.start
    return any(m.trigger.start <= at < m.trigger.end for m in told)


def _issued(mention: EventMention) -> bool:
    """Whether "a joint statement issued after the talks" only says of what kind it is."""
    return mention.kind == "statement" and mention.group.tense is Tense.PARTICIPLE


def _tells(article: _Article, told: list[EventMention], at: int) -> bool:
    """Whether the frames have read what a membership claim rests on: "signed a memorandum"."""
    # Nations "join" an exercise too.
    kinds = {mention.kind for mention in told}
    claim = article.joined[at]
    if "establishment" in kinds and len(claim.nations) > _MOST_JOINING:
        return True
    if any(m.kind == "establishment" and _is_of(article.survey, m, claim) for m in told):
        return True
    document = article.survey.document
    return not kinds.isdisjoint(_TELLING) or _is_heading(document, Span(at, at))


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
        if "joining" in noun.classes or not noun.classes.isdisjoint(_telling_classes()):
            yield document.sentences[document.sentence_at(noun.start)]


@cache
def _telling_classes() -> frozenset[str]:
    known = lexicon()
    return frozenset({*known.noun_kinds, *known.introduced_kinds})


def _joining(sentence: Span) -> EventMention:
    """The event of a membership claim that no verb of the lexicon tells."""
    at = sentence.start
    group = VerbGroup(at, at, Tense.PAST, False, False, False)
    return EventMention("accession", sentence, Span(at, at), group, None)


def _announcement(article: _Article, mention: EventMention, clause: Span) -> Announcement | None:
    survey = article.survey
    around = Circumstances(
        survey,
        mention.sentence,
        mention.trigger,
        clause,
        Tense.NOMINAL if mention.is_noun_alone else mention.group.tense,
        article.rosters,
        article.people,
    )
    claim = _claim_of(article, mention, clause)
    days = _days(around, mention, claim)
    told = is_news if claim is None else is_fresh
    if not told(survey, mention, days.event) or _is_remark(mention, clause, days.event):
        return None
    coalitions = (claim.coalition.key,) if claim else _coalitions(around, mention.kind)
    nations = claim.nations if claim is not None else nations_of_event(around, mention.kind)
    kind = mention.kind
    if (
        kind == "accession"
        and claim is None
        and is_of_person(survey, article.people, mention, clause)
    ):
        return None
    if kind == "accession" and len(nations) >= _FOUNDERS and _is_signed(survey, mention):
        kind = "agreement"
    if kind == "accession" and signs_of_its_own(survey, mention):
        kind = "agreement"
    if (
        kind == "agreement"
        and 0 < len(nations) < _FOUNDERS
        and signs_what_is_there(survey, mention)
    ):
        kind = "accession"
    return Announcement(
        title=around.text,
        kind=kind,
        date=days.announced,
        event_date=days.event,
        place=place_of_event(around, mention.kind),
        nations=nations or around.nations_of_people(),
        coalitions=coalitions,
        officials=around.officials(mention.kind),
        evidence=(Evidence(*mention.sentence),),
        rule=f"{mention.kind}: {mention.group.tense.value}",
        confidence=_confidence(days.event, coalitions),
    )


def _is_remark(mention: EventMention, clause: Span, when: str | None) -> bool:
    """Whether "a 1967 treaty signed by …" only stands in a sentence about another event."""
    by_the_way = not mention.is_finite and clause != mention.sentence
    return by_the_way and len(when or "") == _LENGTH_OF_YEAR


def _claim_of(article: _Article, mention: EventMention, clause: Span) -> Claim | None:
    """The membership claim behind an accession, unless its day is that of another accession."""
    if mention.kind != "accession":
        return None
    claim = article.joined.get(mention.sentence.start)
    if claim is None or claim.when is None or clause == mention.sentence:
        return claim
    return claim if clause.start <= claim.when.start < clause.end else None


#: So many who sign at once conclude the agreement; fewer join it.
_FOUNDERS = 5
_SIGNING = re.compile(r"(?:\w+ ){0,3}(?:sign|ratif|ink)")


def _is_signed(survey: Survey, mention: EventMention) -> bool:
    return bool(_SIGNING.match(survey.document.text, *mention.trigger))


def _days(around: Circumstances, mention: EventMention, claim: Claim | None) -> EventDays:
    days = day_of_event(around)
    if mention.kind == "exercise" and (edition := _edition(around)):
        return days._replace(event="/".join(edition))
    if claim is not None and claim.when is not None and claim.when.edtf:
        return days._replace(event=claim.when.edtf)
    return days


def _confidence(event_date: str | None, coalitions: tuple[str, ...]) -> float:
    return round(_CONFIDENCE + 0.1 * bool(event_date) + 0.1 * bool(coalitions), 2)


def _edition(around: Circumstances) -> tuple[str, str] | None:
    for mention in around.survey.coalition_mentions_in(*around.sentence):
        days = edition_days(around.survey, mention)
        if days:
            return days
    return None


#: Of these what bears an unknown name may be a coalition; elsewhere it is a firm, a fair, a site.
_OF_COALITIONS = frozenset(
    {"accession", "agreement", "establishment", "meeting", "statement", "exercise"}
)


def _coalitions(around: Circumstances, kind: str) -> tuple[str, ...]:
    """The coalitions of the sentence; the alliance itself only where nothing narrower is named."""
    mentions = around.survey.coalition_mentions_in(*around.sentence)
    if kind not in _OF_COALITIONS:
        mentions = tuple(m for m in mentions if m.slug)
    keys = tuple(dict.fromkeys(m.key for m in mentions))
    if not keys:
        keys = around.coalition_of_roster()
    narrower = tuple(key for key in keys if key != "nato")
    return narrower or keys
