"""Standings that nations have or are given: "as an observer", "observer status went to Chile"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.role_nouns import coalition_of, role_told
from loaders.extraction.memberships.rules import LESSER, Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied
from loaders.extraction.memberships.sides import acting_body, joined_right, subject_coalition

#: Nouns for how somebody stands: "observer status", "in the capacity of observers".
STANDINGS = ("status", "capacity", "role", "position", "list", "roster")
_AS = re.compile(r"(?:[ei][dbaw]*|(?<=V)(?P<given>A)(?:d[ao]*wf)?[dba]*)\Z")


def standing_frames(scene: Scene, at: int) -> Iterator[Told]:
    """What is said of the standing that the role at a place names."""
    yield from _as_role(scene, at)
    yield from _owned_role(scene, at)
    yield from _agreed_role(scene, at)


def _as_role(scene: Scene, at: int) -> Iterator[Told]:
    """ "Egypt follows the work as an associate member", whatever the verb."""
    reading, role = scene.reading, scene.reading.phrases[at]
    led = _AS.search(reading.shape, 0, at)
    if given := _GIVEN_TO.match(reading.shape, at):
        yield from _granted_to(scene, at, given)
        return
    if gone := _GOES_TO.match(reading.shape, at):
        yield from _gone_to(scene, at, gone)
        return
    # "attended their first CSpO meeting as members"
    as_members = role.last_word == "members" and "c" in reading.shape[:at]
    # "celebrated ten years as a member of the pact"
    of_named = role.status in (Status.MEMBER, Status.SIGNED) and _NAMED_BEHIND.match(
        reading.shape, at + 1
    )
    # "Palau and Tonga, which recognise it, attend as members"
    attending = "K" in reading.shape[:at] and bool(re.search(r"V[ei]\Z", reading.shape[:at]))
    attending = attending and reading.phrases[at - 2].group == "take part"
    if led is None or not (role.status in LESSER or as_members or of_named or attending):
        return
    place = _leading(reading.shape, led.start())
    if led["given"]:
        # "the council granted Mexico observer status".
        place = led.start("given")
        if reading.phrases[place - 1].group != "grant":
            return
    found, end, status = coalition_of(scene, at)
    if place is None or found is None or status is None or is_denied(scene, place, at + 1):
        return
    if of_named and set(reading.shape[place + 1 : led.start()]) & set("AMP"):
        # "The United States welcomed India as a partner": who it is said of is not clear.
        return
    if any(p.group in ("invite", "be invited") for p in reading.phrases[place : led.start()]):
        # "have been invited to join it as observers": not yet.
        return
    nations = joined_right(scene, place)
    start, last = reading.phrases[place].start, reading.phrases[end - 1].end
    yield role_told(found, nations, status, Act.STANDING, "roster: as", start, last, None, 0.75)


_SEATS = (*STANDINGS, "seat", "chair", "membership")


def _owned_role(scene: Scene, at: int) -> Iterator[Told]:
    """ "renewed Mexico's observer status", "Japan's observer seat"."""
    reading, role = scene.reading, scene.reading.phrases[at]
    seat = reading.phrases[at + 1].last_word if at + 1 < len(reading.shape) else ""
    if role.status not in LESSER or reading.shape[at - 1 : at] != "P" or seat not in _SEATS:
        return
    found, _, status = coalition_of(scene, at)
    body = found or acting_body(scene, at) or subject_coalition(scene, at)
    before = reading.phrases[at - 2].last_word if at > 1 else ""
    if body is None or before in nouns("ending") or is_denied(scene, at - 1, at + 1):
        return
    start, last = reading.phrases[at - 1].start, reading.phrases[at].end
    yield role_told(
        body, reading.nations(at - 1), status or role.status, Act.STANDING, "roster: as",
        start, last, None, 0.75,
    )  # fmt: skip


#: "extended the cooperating state agreement with Chile".
_AGREED = re.compile(r"[aow]*(?P<noun>w)k[bdl]*(?P<n>A)(?=[,.;&)]|\Z|[iqR])")


def _agreed_role(scene: Scene, at: int) -> Iterator[Told]:
    """ "approved the extension of the associate agreement with Peru": whoever has one is one."""
    reading, role = scene.reading, scene.reading.phrases[at]
    found = _AGREED.match(reading.shape, at + 1) if role.status is Status.ASSOCIATE else None
    if found is None or reading.phrases[found.start("noun")].last_word not in nouns("papers"):
        return
    if is_denied(scene, 0, at) or any(p.has("uUx") for p in reading.phrases[:at]):
        return
    lean = coalition_of(scene, at)[0]
    if lean is not None:
        nations, end = joined_right(scene, found.start("n")), reading.phrases[found.start("n")].end
        yield role_told(
            lean, nations, Status.ASSOCIATE, Act.STANDING, "roster: as", role.start, end, None, 0.7
        )


#: "granted observer status to Chile".
_GIVEN_TO = re.compile(r"(?<=V)L[w]?t[bdl]*(?P<n>A)")


def _granted_to(scene: Scene, at: int, given: re.Match[str]) -> Iterator[Told]:
    verb, role = scene.reading.phrases[at - 1], scene.reading.phrases[at]
    found = acting_body(scene, at - 1) or subject_coalition(scene, at - 1)
    if verb.group != "grant" or found is None or role.status not in LESSER:
        return
    if is_denied(scene, at - 1, at + 1):
        return
    nations, end = joined_right(scene, given.start("n")), scene.reading.phrases[given.end() - 1].end
    yield role_told(
        found, nations, role.status, Act.STANDING, "roster: as", verb.start, end, None, 0.75
    )


#: "Observer status goes to Chile", "associate status was granted to Peru".
_GOES_TO = re.compile(r"L[wn]?(?P<v>x?[bT]*[wV])t[bdl]*(?P<n>A)")


def _gone_to(scene: Scene, at: int, gone: re.Match[str]) -> Iterator[Told]:
    reading, role = scene.reading, scene.reading.phrases[at]
    verb = reading.phrases[gone.end("v") - 1].last_word
    lean = coalition_of(scene, at)[0]
    body = lean.coalition if lean else scene.near
    if verb not in nouns("going_to") or body is None or role.status not in LESSER:
        return
    if is_denied(scene, at, gone.start("n")):
        return
    nations = joined_right(scene, gone.start("n"))
    end = reading.phrases[gone.start("n")].end
    found = Object(body, end, named=False)
    yield role_told(
        found, nations, role.status, Act.STANDING, "roster: as", role.start, end, None, 0.75
    )


_NAMED_BEHIND = re.compile(r"[fit][bda]*K")


def _leading(shape: str, before: int) -> int | None:
    """The nearest nations before a place, in the same clause, that can be its subject."""
    for k in range(before - 1, -1, -1):
        if shape[k] in ";:s":
            return None
        if shape[k] in "AM" and (k == 0 or shape[k - 1] not in "ihfqtkyFVw"):
            return k
    return None
