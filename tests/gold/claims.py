"""Scores of memberships and announcements, and of the dates they carry."""

from __future__ import annotations

from typing import Any

from tests.gold.annotations import UNJUDGED, Announcement, Gold, Membership, Quote, Span, locate
from tests.gold.comparing import alike, edition_free, same_date, words_key
from tests.gold.tally import Tallies, Tally, compare
from tests.gold.vocabulary import ANNOUNCEMENT_KINDS

Json = dict[str, Any]
Claim = tuple[str, str, str]


def score_memberships(gold: Gold, result: Json, dates: Tally) -> Tallies:
    """Claims by coalition, nation and status; nations wrongly counted in; dates of the right."""
    expected: dict[Claim, Membership] = {}
    for claim in gold.memberships or ():
        for nation in claim.nations:
            coalition = claim.coalition or words_key(claim.coalition_as_printed)
            expected[coalition, nation, claim.status] = claim
    found = {_claim(given): given for given in result["memberships"]}
    expected = {_as_told(key, found): claim for key, claim in expected.items()}
    optional = {key for key, claim in expected.items() if claim.optional}
    claims = compare(expected.keys() - optional, found.keys() - optional)
    for key in sorted(expected.keys() & found.keys()):
        _membership_dates(dates, key, expected[key], found[key])
    return {"memberships": claims, "  not to be counted in": _wrongly_counted(gold, found)}


def _as_told(wanted: Claim, found: dict[Claim, Json]) -> Claim:
    """An expected claim of any status with the status that is told, if one is."""
    body, nation, status = wanted
    if status != UNJUDGED:
        return wanted
    return next((told for told in sorted(found) if told[:2] == (body, nation)), wanted)


def _claim(given: Json) -> Claim:
    slug = edition_free(given.get("coalition"))
    return (slug or words_key(given.get("coalition_as_printed")), given["nation"], given["status"])


def _wrongly_counted(gold: Gold, found: dict[Claim, Json]) -> Tally:
    """Right is every nation that must not be in a coalition and is not."""
    outsiders = {
        (coalition if "-" in coalition or coalition.islower() else words_key(coalition), nation)
        for coalition, nations in gold.not_members.items()
        for nation in nations
    }
    inside = {(coalition, nation) for coalition, nation, _ in found} & outsiders
    kept_out = len(outsiders) - len(inside)
    wrong = [f"counted in: {nation} {coalition}" for coalition, nation in sorted(inside)]
    return Tally(len(outsiders), len(outsiders), kept_out, wrong)


def _membership_dates(dates: Tally, key: Claim, expected: Membership, given: Json) -> None:
    subject = " ".join(key)
    started = expected.start_date or expected.end_date
    for name in ("start_date", "end_date", "attested_on"):
        wanted = getattr(expected, name)
        if name == "attested_on" and started:
            continue
        date(dates, f"{subject} {name}", wanted, given.get(name))


def date(dates: Tally, subject: str, expected: str | None, given: str | None) -> None:
    """Count one date of a fact that was found."""
    if expected == UNJUDGED or (not expected and not given):
        return
    dates.expected += bool(expected)
    dates.found += bool(given)
    right = bool(expected and given) and same_date(expected, given)
    dates.right += right
    if not right:
        dates.wrong.append(f"{subject}: {expected} given {given}")


def score_announcements(text: str, gold: Gold, result: Json, dates: Tally) -> Tallies:
    """Events by kind and overlapping evidence; place, nations, coalitions of those matched."""
    events, fields = Tally(), Tally()
    # Kinds declared after the gold set was written are not judged by it.
    left = [a for a in result["announcements"] if a["kind"] in ANNOUNCEMENT_KINDS]
    # Sure events choose first, so that an optional one does not take their counterpart.
    for event in sorted(gold.announcements or (), key=lambda event: event.optional):
        match = _matching(text, event, left)
        events.expected += not event.optional
        if match is None:
            if not event.optional:
                events.wrong.append(f"missed {event.kind} “{event.passage}”")
            continue
        left.remove(match)
        events.found += not event.optional
        events.right += not event.optional
        _announcement_fields(fields, event, match)
        date(dates, f"{event.kind} announced", event.date, match.get("date"))
        date(dates, f"{event.kind} event", event.event_date, match.get("event_date"))
    events.found += len(left)
    events.wrong += [f"extra  {a['kind']} “{a['evidence'][0].get('exact', '')[:80]}”" for a in left]
    return {"announcements": events, "  place, nations, coalitions": fields}


def _matching(text: str, event: Announcement, given: list[Json]) -> Json | None:
    """The announcement of that kind whose evidence touches the passage most, of the same day if
    one sentence tells several.
    """
    passage = locate(text, Quote(text=event.passage))
    if passage is None:
        return None
    same_kind = [a for a in given if a["kind"] == event.kind and _overlap(passage, a) > 0]
    return max(same_kind, key=lambda a: (_overlap(passage, a), _on_its_day(event, a)), default=None)


def _on_its_day(event: Announcement, given: Json) -> bool:
    day = given.get("event_date")
    return bool(day and event.event_date) and same_date(event.event_date, day)


def _overlap(passage: Span, announcement: Json) -> int:
    spans: list[Span] = [(e["start"], e["end"]) for e in announcement["evidence"]]
    return max(min(passage[1], end) - max(passage[0], start) for start, end in spans)


def _announcement_fields(fields: Tally, event: Announcement, given: Json) -> None:
    if event.place != UNJUDGED:
        place = given.get("place")
        right = bool(place and event.place) and alike(event.place, place)
        fields.add(
            Tally(
                bool(event.place),
                bool(place),
                right,
                [] if right or place == event.place else [f"place {event.place} given {place}"],
            )
        )
    if not isinstance(event.nations, str):
        fields.add(compare(event.nations, given.get("nations") or ()))
    if not isinstance(event.coalitions, str):
        wanted = {c if "-" in c or c.islower() else words_key(c) for c in event.coalitions}
        found = {edition_free(c) or "" for c in given.get("coalitions") or ()}
        fields.add(compare(wanted, {c if c.islower() else words_key(c) for c in found}))
