"""What an article announces: events with kind, place, nations, officials and their two dates.

`date` is the day it was announced (a stated one, else the publication), `event_date` the day it
happens or happened; where the text leaves that open it stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.extraction.affair_facts import Announcement
from loaders.extraction.document import MASK, ParagraphKind, Span
from loaders.extraction.editions import edition_days
from loaders.extraction.event_circumstances import (
    Circumstances,
    day_of_event,
    is_background,
    nations_of_event,
    place_of_event,
)
from loaders.extraction.event_rules import event_rules, needs_pattern
from loaders.extraction.event_titles import title_of_event
from loaders.extraction.facts import Evidence
from loaders.extraction.membership_rules import Act, Status
from loaders.extraction.memberships import Claim, is_exercise
from loaders.extraction.participants import Participants
from loaders.extraction.survey import Survey
from loaders.extraction.vocabulary import ordered_words

_ROSTER_STATUSES = (Status.MEMBER, Status.SIGNED)
_LONGEST_SENTENCE = 900
_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class _Event:
    """A sentence that reports an event, and where in it the trigger stands."""

    kind: str
    sentence: Span
    trigger: Span


def find_announcements(
    survey: Survey, claims: list[Claim], people: Participants
) -> list[Announcement]:
    """Every event that the article reports, each once, in the text's order."""
    if _is_spoken(survey):
        return []
    rosters = _rosters(claims)
    joined = {c.evidence[0].start: c for c in reversed(claims) if _is_accession(survey, c)}
    found: list[Announcement] = []
    for event in _events(survey, frozenset(joined)):
        around = Circumstances(survey, event.sentence, event.trigger, rosters, people)
        claim = joined.get(event.sentence.start) if event.kind == "accession" else None
        announcement = _announcement(event, around, claim)
        if announcement is not None:
            _add(found, announcement)
    meetings = {a.coalitions: a for a in reversed(found) if a.kind == "meeting"}
    return [_at_its_meeting(announcement, meetings) for announcement in found]


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
    """Whether the text is a transcript or a speech: its "we launched" is a statement, not news."""
    document = survey.document
    title = document.title or ""
    if any(word in title for word in ordered_words("event_words", "spoken_titles")):
        return True
    labels = sum(bool(_LABEL.match(document.text, p.start, p.end)) for p in document.paragraphs)
    if labels > 3 and labels * 6 > len(document.paragraphs):
        return True
    narrated = document.masked[:20_000]
    return len(_FIRST_PERSON.findall(narrated)) * 250 > len(narrated)


_LABEL = re.compile(r"(?:[A-Z][A-Z.’' -]{1,40}(?:\([^)]{1,40}\))?:|Q )")
_FIRST_PERSON = re.compile(r"\b(?:I|I’m|I'm|I’ve|we|We|we’re|we're|you|You|me|my)\b")


def _is_accession(survey: Survey, claim: Claim) -> bool:
    """Whether the claim is news of nations coming or going, not of a whole charter signed."""
    if is_exercise(claim.coalition):
        return False
    if claim.rule.startswith(("founding", "founded", "roster")) or is_background(
        survey, claim.when.edtf if claim.when else None
    ):
        return False
    if claim.status is Status.ANNOUNCED:
        return claim.rule in ("will join", "joining announced")
    return (
        claim.act is not Act.STANDING
        and claim.status is not Status.LETTER_OF_INTENT
        and (len(claim.nations) <= 2 or claim.status is Status.MEMBER)
    )


def _events(survey: Survey, accessions: frozenset[int]) -> Iterator[_Event]:
    sentences = survey.document.sentences
    possible = _possible_rules(survey)
    for index in sorted({*possible, *(survey.document.sentence_at(at) for at in accessions)}):
        sentence = sentences[index]
        if sentence.end - sentence.start > _LONGEST_SENTENCE or _is_heading(survey, sentence):
            continue
        rules = possible.get(index, set())
        if sentence.start in accessions:
            yield _Event("accession", sentence, Span(sentence.start, sentence.start))
            told = [e for e in _events_in(survey, sentence, rules) if e.kind not in _SAME_EVENT]
            yield from (e for e in told if _COORDINATED.search(survey.document.text, *_lead(e)))
            continue
        yield from _events_in(survey, sentence, rules)


def _possible_rules(survey: Survey) -> dict[int, set[int]]:
    """The rules (by index) that each sentence (by index) holds a needed word for."""
    pattern, wanted = needs_pattern()
    possible: dict[int, set[int]] = {}
    sentences = survey.document.sentences
    index, end = -1, -1
    for match in pattern.finditer(survey.document.text):
        while match.start() >= end and index + 1 < len(sentences):
            index += 1
            end = sentences[index].end
        possible.setdefault(index, set()).update(wanted[match.group()])
    return possible


def _is_heading(survey: Survey, sentence: Span) -> bool:
    """Whether it is a headline: what it says, the text says again, with its circumstances."""
    document = survey.document
    paragraph = document.paragraphs[document.paragraph_at(sentence.start)]
    return paragraph.kind is ParagraphKind.HEADING


def _events_in(survey: Survey, sentence: Span, possible: set[int]) -> list[_Event]:
    """The event a sentence reports, and those of other kinds that it adds with "and" or "to".

    Of triggers that could tell of one event the first rule's is taken.
    """
    anchored = _is_anchored(survey, sentence)
    if not anchored and not survey.is_of_space():
        return []
    text, rules = survey.document.text, event_rules()
    told: list[_Event] = []
    for rule in (rules[index] for index in sorted(possible)):
        if any(event.kind == rule.kind for event in told):
            continue
        if not anchored and rule.kind in _OF_ANYBODY:
            continue
        for match in rule.pattern.finditer(text, sentence.start, sentence.end):
            if survey.document.masked[match.start()] == MASK or _is_unreal(text, sentence, match):
                continue
            event = _Event(rule.kind, sentence, Span(*match.span()))
            if all(_are_two(text, event, other) for other in told):
                told.append(event)
                break
    return told[:_MOST_EVENTS]


_MOST_EVENTS = 3
#: Residents meet and tourists visit, too: these take a nation, a coalition or a day.
_OF_ANYBODY = frozenset({"meeting", "visit", "agreement", "conference"})
#: "adopted a strategy and pledged not to test", "will visit Tokyo to sign an agreement".
_COORDINATED = re.compile(
    r"(?:\band(?: then| also| later| will| has| have| had| was| were| would| are| is| \w+ly)?"
    r"|, (?:where|which|who|before|then)(?: [\w’-]+){0,3}|; [^;]{0,60}|\bto|\bbefore) \Z"
)


def _lead(event: _Event) -> tuple[int, int]:
    return max(event.sentence.start, event.trigger.start - 80), event.trigger.start


def _are_two(text: str, one: _Event, other: _Event) -> bool:
    """Whether two triggers of a sentence tell of two events, the later one coordinated."""
    first, second = sorted((one, other), key=lambda event: event.trigger.start)
    if second.trigger.start < first.trigger.end or {one.kind, other.kind} <= _SAME_EVENT:
        return False
    if text.startswith("to ", second.trigger.start):
        return True
    start = max(first.trigger.end, second.trigger.start - 80)
    return bool(_COORDINATED.search(text, start, second.trigger.start))


@cache
def _unreal() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in ordered_words("event_words", "unreal"))
    return re.compile(rf"\b(?:{words}|not|n[’']t)\b|n[’']t\b", re.IGNORECASE)


_UNREAL_REACH = 60
#: ", which hosted a visit in February,": told by the way.
_RELATIVE = re.compile(r", (?:which|who|whose) (?:[\w’']+ ){0,3}\Z")


def _is_unreal(text: str, sentence: Span, match: re.Match[str]) -> bool:
    """Whether the words before the trigger make it a wish, a doubt or a denial."""
    if text[sentence.start : sentence.end].rstrip().endswith("?"):
        return True
    start = max(sentence.start, match.start() - _UNREAL_REACH)
    before = text[start : match.start()]
    if _RELATIVE.search(before) or _PLUPERFECT.search(before):
        return True
    if _HABIT.match(text, match.end(), sentence.end):
        return True
    comma = before.rfind(", ")
    return bool(_unreal().search(before[comma + 1 :] if comma >= 0 else before)) and (
        not match.group().startswith(("commit", "pledge"))
    )


#: "had signed a letter in 2023": what was before the news; "takes place every two years".
_PLUPERFECT = re.compile(r"\bhad (?:\w+ )?\Z")
_HABIT = re.compile(
    r"[^.;]{0,40}\b(?:every (?:\w+ )?(?:year|month|week|day)s?|annually|yearly|each year)\b"
)


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


_COUNTED = re.compile(
    r"\b(?:[Bb]oth|[Tt]he (?:two|three|four|five|\d+)) (?:\w+ )?"
    r"(?:nations|countries|sides|leaders|partners|governments)\b"
)


def _announcement(event: _Event, around: Circumstances, claim: Claim | None) -> Announcement | None:
    survey = around.survey
    days = day_of_event(around)
    event_date = days.event
    if event_date and len(event_date) == 4 and is_background(survey, event_date):
        return None
    coalitions = _coalitions(around)
    if event.kind == "exercise":
        edition = _edition(survey, around)
        event_date = "/".join(edition) if edition else event_date
    if event.kind == "accession" and claim is not None:
        event_date = claim.when.edtf if claim.when else event_date
        coalitions = (claim.coalition.key,)
    nations = claim.nations if claim is not None else nations_of_event(around)
    return Announcement(
        title=title_of_event(around.text),
        kind=event.kind,
        date=days.announced,
        event_date=event_date,
        place=place_of_event(around, event.kind),
        nations=nations or around.nations_of_people(),
        coalitions=coalitions,
        officials=around.officials(event.kind),
        evidence=(Evidence(*event.sentence),),
        rule=f"{event.kind}: sentence",
        confidence=_confidence(event_date, coalitions),
    )


def _confidence(event_date: str | None, coalitions: tuple[str, ...]) -> float:
    return round(_CONFIDENCE + 0.1 * bool(event_date) + 0.1 * bool(coalitions), 2)


def _edition(survey: Survey, around: Circumstances) -> tuple[str, str] | None:
    for mention in survey.coalition_mentions_in(*around.sentence):
        days = edition_days(survey, mention)
        if days:
            return days
    return None


def _coalitions(around: Circumstances) -> tuple[str, ...]:
    """The coalitions of the sentence; the alliance itself only where nothing narrower is named."""
    mentions = around.survey.coalition_mentions_in(*around.sentence)
    keys = tuple(dict.fromkeys(m.key for m in mentions))
    if not keys:
        keys = around.coalition_of_roster()
    narrower = tuple(key for key in keys if key != "nato")
    return narrower or keys


#: Kinds that are one event told in several ways: a charter signed is the partnership founded.
_SAME_EVENT = frozenset({"agreement", "accession", "establishment"})


#: An event told again is among so many told last.
_TOLD_AGAIN_WITHIN = 40


def _add(found: list[Announcement], new: Announcement) -> None:
    """Add an announcement, or its evidence to the one that already tells of the same event."""
    for index in range(max(0, len(found) - _TOLD_AGAIN_WITHIN), len(found)):
        old = found[index]
        if _is_same_event(old, new) or _takes_up(old, new):
            evidence = tuple(dict.fromkeys((*old.evidence, *new.evidence)))[:4]
            found[index] = replace(
                old,
                evidence=evidence,
                event_date=old.event_date or (new.event_date if old.kind == new.kind else None),
                nations=old.nations or new.nations,
                officials=tuple(dict.fromkeys((*old.officials, *new.officials))),
            )
            return
    found.append(new)


_GATHERINGS = frozenset({"meeting", "conference", "exercise"})
_TAKEN_UP_WITHIN = 900


def _takes_up(old: Announcement, new: Announcement) -> bool:
    """Whether a gathering with no day and no coalition of its own is the one told just before."""
    if old.kind != new.kind or new.kind not in _GATHERINGS:
        return False
    near = new.evidence[0].start - old.evidence[-1].end < _TAKEN_UP_WITHIN
    if not near or new.event_date:
        return False
    return new.coalitions in ((), old.coalitions) or bool(_THE_SAME.search(new.title))


_THE_SAME = re.compile(
    r"\b[Tt]he (?:board|meeting|talks|summit|session|event|conference|exercise)\b"
)


_EDITION = re.compile(r"-\d{4}\Z")


def _series(coalitions: tuple[str, ...]) -> frozenset[str]:
    """The coalitions, an edition of an exercise as its series."""
    return frozenset(_EDITION.sub("", key) for key in coalitions)


def _is_same_event(old: Announcement, new: Announcement) -> bool:
    kinds = {old.kind, new.kind}
    if len(kinds) == 2 and not kinds <= _SAME_EVENT:
        return False
    dates_agree = old.event_date == new.event_date or not (old.event_date and new.event_date)
    if old.coalitions and _series(old.coalitions) == _series(new.coalitions):
        same_nations = (
            old.nations == new.nations or old.kind != "accession" or new.kind != "accession"
        )
        return new.kind == "exercise" or (dates_agree and same_nations)
    if len(kinds) == 2:
        return False
    if kinds == {"statement"} and not (old.event_date or new.event_date):
        return not old.coalitions and not new.coalitions
    return (
        old.event_date is not None
        and old.event_date == new.event_date
        and (set(old.nations) == set(new.nations))
    )
