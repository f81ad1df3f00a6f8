"""Who belongs to what: the nations that an article counts into a coalition, and since when.

Joined is not attested: "unites the 10 nations of …" attests on the day of publication, "signed
on Thursday" gives a day of joining. Nations merely mentioned are no members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from loaders.dates import UNTOLD_END, after
from loaders.extraction.affair_facts import Membership
from loaders.extraction.coalitions.editions import (
    EditionDays,
    edition_days,
    opening_day,
)
from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.families import has_edition, is_series_of
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.coalitions.preparations import is_of_planning
from loaders.extraction.dates.anchors import Anchor
from loaders.extraction.dates.precision import is_day, is_month, is_year
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.facts import Evidence, Problem
from loaders.extraction.language.vocabulary import words
from loaders.extraction.memberships.rules import (
    LESSER,
    PRINTED_LIST,
    Act,
    Status,
    is_document,
    is_pledge,
)
from loaders.extraction.survey.article import Survey
from loaders.problems import ProblemKind


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence, or a list under it, says of some nations and one coalition."""

    coalition: CoalitionMention
    nations: tuple[str, ...]
    status: Status
    act: Act
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]
    count: int | None = None
    counted: int = 0
    when: TimeExpression | None = None


def as_memberships(survey: Survey, claims: list[Claim]) -> list[Membership]:
    """One row a nation, the same standing told twice merged, the dates in their places."""
    rows: dict[_Key, Membership] = {}
    claims = [claim for claim in claims if not _only_prepares(survey, claim)]
    for claim in (_as_imminent(survey, _as_belonging(_as_signed(claim))) for claim in claims):
        for row in _rows(survey, claim):
            key = (claim.coalition.key, row.nation, claim.status, claim.act is Act.LEAVING)
            rows[key] = _merged(rows[key], row) if key in rows else row
    _as_stays(rows)
    of_series = _told_of_editions(claims, rows)
    return [
        row for key, row in rows.items() if key not in of_series and not _is_outdone(key, row, rows)
    ]


def _only_prepares(survey: Survey, claim: Claim) -> bool:
    """Whether the sentence tells of a meeting that plans an exercise: nobody plays there yet."""
    place = claim.evidence[0]
    return is_of_planning(
        survey.document.text,
        [
            mention
            for mention in survey.coalition_mentions_in(place.start, place.end)
            if mention.key == claim.coalition.key or is_series_of(mention, claim.coalition)
        ],
    )


def _told_of_editions(claims: list[Claim], rows: dict[_Key, Membership]) -> set[_Key]:
    """What is told of a series, of nations of which the same is told of its edition."""
    bodies = {claim.coalition.key: claim.coalition for claim in claims}
    editions = [body for body in bodies.values() if has_edition(body)]
    of_series = {
        key: [edition.key for edition in editions if is_series_of(plain, edition)]
        for key, plain in bodies.items()
    }
    return {
        key
        for key in rows
        if key[2] in _OF_EXERCISES
        and any((edition, *key[1:]) in rows for edition in of_series[key[0]])
    }


def _as_signed(claim: Claim) -> Claim:
    """ "joined the accords", "are members of them" is said of those who sign them."""
    belongs = claim.status is Status.MEMBER and claim.act is not Act.LEAVING
    if belongs and is_pledge(claim.coalition.name):
        return replace(claim, status=Status.SIGNED)
    return claim


def _as_belonging(claim: Claim) -> Claim:
    """ "the participants of the initiative" belong to it; those of a programme take part."""
    body = claim.coalition
    if claim.status is not Status.PARTICIPANT or body.slug is None or is_exercise(body):
        return claim
    if is_pledge(body.name):
        # "The participants were …": of the accords, those who signed them
        return replace(claim, status=Status.SIGNED)
    lasts = not words("coalition_words", "lasting").isdisjoint(
        known_coalitions().names[body.slug].split()
    )
    return replace(claim, status=Status.MEMBER) if lasts else claim


def left_as_they_stood(claims: list[Claim]) -> Iterator[Claim]:
    """ "Colombia, an observer since 2021, is quitting": who leaves ends what it is called."""
    stood: dict[tuple[str, str], set[Status]] = {}
    for claim in claims if any(c.act is Act.LEAVING for c in claims) else ():
        for nation in claim.nations if claim.act is not Act.LEAVING else ():
            stood.setdefault((claim.coalition.key, nation), set()).add(claim.status)
    gone = {(c.coalition.key, n): c.when for c in claims if c.act is Act.LEAVING for n in c.nations}
    for claim in claims:
        if _is_day_of_leaving(claim, gone):
            continue
        told = [stood.get((claim.coalition.key, n), set()) for n in claim.nations]
        lesser = [s for s in LESSER if told and all(one == {s} for one in told)]
        leaves = claim.act is Act.LEAVING and claim.status is Status.MEMBER
        yield replace(claim, status=lesser[0]) if leaves and lesser else claim


def _is_day_of_leaving(claim: Claim, gone: dict[tuple[str, str], TimeExpression | None]) -> bool:
    """ "Hungary, one of the founders, left last year": that year is when it left."""
    if claim.act is not Act.JOINING or claim.when is None:
        return False
    return all(gone.get((claim.coalition.key, n)) == claim.when for n in claim.nations)


_Key = tuple[str, str, Status, bool]


def _as_stays(rows: dict[_Key, Membership]) -> None:
    """A nation told to have joined and to have left, in this order, has one row with both days."""
    for key in [key for key in rows if key[3]]:
        joined = rows.get((*key[:3], False))
        left = rows[key]
        if joined is None or joined.start_date is None or joined.end_date or not left.end_date:
            continue
        if not after(joined.start_date, left.end_date):
            evidence = tuple(dict.fromkeys((*joined.evidence, *left.evidence)))[:4]
            rows[key] = replace(left, start_date=joined.start_date, evidence=evidence)
            del rows[*key[:3], False]


def _as_imminent(survey: Survey, claim: Claim) -> Claim:
    """ "will take part in AsterX, which begins on Monday": the edition's days are theirs."""
    if claim.status is not Status.ANNOUNCED or not is_exercise(claim.coalition):
        return claim
    opening = opening_day(survey, claim.coalition) or ""
    published = (survey.document.published or "").rstrip("~?%")
    try:
        ahead = date.fromisoformat(opening) - date.fromisoformat(published)
    except ValueError:
        return claim
    return replace(claim, status=Status.PARTICIPANT) if ahead < _IMMINENT else claim


#: So long before it an exercise is as good as held.
_IMMINENT = timedelta(days=45)


def _merged(one: Membership, other: Membership) -> Membership:
    """One row of two claims that say the same: joined then, and attested on that day."""
    # The days of an edition say more than the year in which a nation first took part.
    fuller = bool(other.start_date) > bool(one.start_date) or (
        other.end_date and not one.end_date and one.status in _OF_EXERCISES
    )
    # "Its withdrawal from the pact", in the headline; "… takes effect on 5 January".
    fuller = fuller or (
        _is_open(one.end_date) and bool(other.end_date) and not _is_open(other.end_date)
    )
    better = other if fuller else one
    attested = one.attested_on or other.attested_on
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))[:4]
    confidence = max(one.confidence, other.confidence)
    if better is one and (attested, evidence, confidence) == (
        one.attested_on,
        one.evidence,
        one.confidence,
    ):
        return one
    return replace(better, attested_on=attested, evidence=evidence, confidence=confidence)


def _is_open(end: str | None) -> bool:
    """Whether an end is told without a day: "../2026-05-01", "[2026-05-01..]"."""
    return bool(end) and (str(end).startswith("../") or str(end).endswith("..]"))


def _is_outdone(
    key: _Key,
    row: Membership,
    rows: dict[_Key, Membership],
) -> bool:
    """Whether a fuller claim of the same article says all that this one says."""
    coalition, nation, status, leaving = key
    if leaving:
        return False
    member = rows.get((coalition, nation, Status.MEMBER, False))
    signed = rows.get((coalition, nation, Status.SIGNED, False))
    if status is Status.ANNOUNCED:
        return any(done and not _is_only_welcomed(done) for done in (member, signed))
    if row.start_date is None and (status is Status.PARTICIPANT or row.rule == _TAKES_PART):
        letter = rows.get((coalition, nation, Status.LETTER_OF_INTENT, False))
        if letter is not None and _is_of_now(letter, row):
            return True
    # Who belongs to an accord has signed it; who signed a body's treaty may belong to it besides.
    return (
        status is Status.MEMBER
        and bool(signed)
        and row.start_date is None
        and (is_document(row.coalition_as_printed) or row.rule not in _CALLED_MEMBER)
    )


_TAKES_PART = "verb: take part"


def _is_of_now(letter: Membership, row: Membership) -> bool:
    """Whether a letter of intent is the standing that an article tells of, and not one of old.

    "Sixteen have signed a letter of intent. The participants are …": by that letter.
    """
    told = row.attested_on or ""
    return letter.start_date is None or letter.start_date[:4] == told[:4]


_CALLED_MEMBER = (
    "roster: is a member", "role: became", "role: made", "roster: members", "roster: listed",
    "roster: together",    PRINTED_LIST,
)  # fmt: skip


def _is_only_welcomed(row: Membership) -> bool:
    """ "welcomed Oman as the latest signatory" of who is yet to sign."""
    return row.rule.startswith("taken") and row.start_date is None


def _rows(survey: Survey, claim: Claim) -> Iterator[Membership]:
    """A row for each nation: they differ in nothing else."""
    start, end, attested = _dates(survey, claim)
    known = claim.coalition.slug
    confidence = claim.confidence if known else round(claim.confidence * 0.8, 2)
    for nation in claim.nations:
        yield Membership(
            coalition=known,
            coalition_as_printed=claim.coalition.name,
            nation=nation,
            status=claim.status,
            start_date=start,
            end_date=end,
            attested_on=attested,
            evidence=claim.evidence,
            rule=claim.rule,
            confidence=confidence,
        )


def _dates(survey: Survey, claim: Claim) -> tuple[str | None, str | None, str | None]:
    """(start, end, attested): what the act and its date mean for the membership."""
    published = survey.document.published
    stated = claim.when.edtf if claim.when else None
    if claim.act is Act.LEAVING:
        return None, stated or _some_day_of_leaving(survey, claim), None
    if claim.status in _OF_EXERCISES and (
        is_exercise(claim.coalition)
        or (claim.coalition.slug is None and has_edition(claim.coalition))
    ):
        days = edition_days(survey, claim.coalition)
        if stated and claim.rule in _OF_PLAY and _is_other_edition(stated, days):
            return stated, None, None
        if days:
            year = _year_of_edition(survey, claim)
            if year and not (days.first or days.last or "").startswith(year):
                return year, None, None
            return days.first, days.last, None
        if claim.status is not Status.ANNOUNCED:
            return None, None, published
    if claim.act is Act.JOINING or claim.status in (Status.INVITED, Status.ANNOUNCED):
        if stated:
            return (*_start_and_end(stated, claim.rule in _OF_STAYS), None)
        return None, None, published
    return None, None, published


#: "Chile took part in 2024": in another edition than the one the text is about.
_OF_PLAY = ("verb: take part", "verb: observe", PRINTED_LIST)
#: Who takes part does so for the days of the edition; who will, too.
_OF_EXERCISES = (Status.PARTICIPANT, Status.OBSERVER, Status.HOST, Status.ANNOUNCED)


def _some_day_of_leaving(survey: Survey, claim: Claim) -> str:
    """Without a day: on or before publication; of who is yet to leave, on it or after."""
    published = survey.document.published
    if not published or not Anchor.of(published).year:
        # Of an article without a date: who has left must not be read as a member.
        return UNTOLD_END
    day = published.rstrip("~?%")
    evidence = claim.evidence[0]
    ahead = _YET_TO_LEAVE.search(survey.document.text, evidence.start, evidence.end)
    return f"[{day}..]" if ahead else f"../{day}"


_YET_TO_LEAVE = re.compile(
    r"\b(?:will|would|shall|[’']ll|is to|are to|plan(?:s|ned|ning)? to|"
    r"inten(?:ds?|ded|ding|tions?) to|prepar(?:es?|ed|ing) to|decided to|voted to|"
    r"(?:is|are) (?:set|due|about|poised|preparing) to) (?:[a-z]+ly |also |soon |now )?"
    r"(?:leave|quit|exit|withdraw|depart|pull|drop|abandon|walk|give up|end|terminate|step|cease)\b"
    r"|\b(?:is|are) (?:now |also )?(?:leaving|quitting|exiting|withdrawing|departing|pulling|"
    r"dropping|abandoning|walking|giving up|ending|terminating|stepping)\b"
)


def _is_other_edition(stated: str, days: EditionDays | None) -> bool:
    """Whether a year or month is told of who took part, and the edition's days are not in it."""
    if not (is_year(stated) or is_month(stated)) or not stated[:4].isdigit():
        return False
    return days is None or not (days.first or days.last or "").startswith(stated)


#: "The 2012 game had ten nations at the table": of another edition than the one told of.
_GAME_OF = re.compile(
    r"(?:The|Its|At the|In the) ((?:19|20)\d\d) "
    r"(?:edition|game|war ?game|exercise|round|iteration)\b"
)


def _year_of_edition(survey: Survey, claim: Claim) -> str | None:
    """The year of the edition that a claim's sentence opens with."""
    evidence = claim.evidence[0]
    found = _GAME_OF.match(survey.document.text, evidence.start, evidence.end)
    return found[1] if found else None


_OF_STAYS = ("roster: is a member", "verb: belong", "role: is")


def _start_and_end(stated: str, stay: bool) -> tuple[str, str | None]:
    """Of the days of a meeting the first; a standing told of a stretch lasted throughout.

    Who "signed between 2011 and 2015" did so in one of those years.
    """
    if "/" not in stated or ".." in stated:
        return stated, None
    first, last = stated.split("/")
    if stay or is_day(first):
        return first, last if stay else None
    return f"[{first}..{last}]", None


def count_problems(survey: Survey, claims: list[Claim]) -> Iterator[Problem]:
    """A row where the number a text states is not that of the nations it lists."""
    for claim in claims:
        if claim.count is not None and claim.count != claim.counted and claim.counted > 1:
            start, end = claim.evidence[0].start, claim.evidence[0].end
            why = (
                f"{claim.count} nations stated, {claim.counted} listed: {', '.join(claim.nations)}"
            )
            yield Problem(
                ProblemKind.COUNT_MISMATCH, survey.document.text[start:end], why, start, end
            )
