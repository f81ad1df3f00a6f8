"""Standings that nations have or are given: "as an observer", "observer status went to Chile"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.role_nouns import coalition_of, role_told
from loaders.extraction.memberships.rules import LESSER, Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied
from loaders.extraction.memberships.sides import acting_body, joined_right, subject_coalition

_AS = re.compile(r"(?:[ei][dbaw]*|(?<=V)(?P<given>A)(?:d[ao]*wf)?[dba]*)\Z")


def standing_frames(scene: Scene, at: int) -> Iterator[Told]:
    """What is said of the standing that the role at a place names."""
    shape = scene.reading.shape
    if given := _GIVEN_TO.match(shape, at):
        yield from _granted_to(scene, at, given)
    elif gone := _GOES_TO.match(shape, at):
        yield from _gone_to(scene, at, gone)
    else:
        yield from _as_role(scene, at)
    yield from _owned_role(scene, at)
    yield from _agreed_role(scene, at)


#: "…, Singapore as a participant and Thailand as an observer".
_EACH_AS = re.compile(r"(?:,|,?&)[bl]*(?P<n>A)e[bda]*(?P<role>L)(?=[,;&.)]|\Z)")


def each_as_frames(scene: Scene) -> Iterator[Told]:
    """How each of several nations stands that the sentence named together before."""
    reading = scene.reading
    for match in _EACH_AS.finditer(reading.shape) if "e" in reading.shape else ():
        at, place = match.start("role"), match.start("n")
        before = {n for k in range(place) if reading.shape[k] in "AM" for n in reading.nations(k)}
        nations, role = reading.nations(place), reading.phrases[at]
        body = named_before(reading, place) or scene.context
        if body is None or role.status is None or not before.issuperset(nations):
            continue
        if any(p.has("uUZ") for p in reading.phrases[:at]):
            continue
        # The day is that of what all of them did: "sent officers last year".
        verb = reading.shape.find("V", 0, place)
        start = reading.phrases[max(0, verb)].start
        found, rule = Object(body, role.end), "verb: take part" if verb >= 0 else "roster: as"
        yield role_told(found, nations, role.status, Act.STANDING, rule, start, role.end)


def _as_role(scene: Scene, at: int) -> Iterator[Told]:
    """ "Egypt follows the work as an associate member", whatever the verb."""
    reading, role = scene.reading, scene.reading.phrases[at]
    led = _AS.search(reading.shape, 0, at)
    # "celebrated ten years as a member of the pact"
    of_named = role.status in (Status.MEMBER, Status.SIGNED) and _NAMED_BEHIND.match(
        reading.shape, at + 1
    )
    if led is None or not (role.status in LESSER or of_named or _is_of_gathering(reading, at)):
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
    if "P" in reading.shape[place + 1 : led.start()]:
        # "Japan welcomed India's decision to take part as an observer": said of India.
        return
    if any(p.group in ("invite", "be invited") for p in reading.phrases[place : led.start()]):
        # "have been invited to join it as observers": not yet.
        return
    start, last = reading.phrases[place].start, reading.phrases[end - 1].end
    yield _standing(found, joined_right(scene, place), status, start, last)


def _is_of_gathering(reading: Reading, at: int) -> bool:
    """ "attended their first CSpO meeting as members", "recognise it and attend as members"."""
    before = reading.shape[:at]
    if "c" in before and reading.phrases[at].last_word == "members":
        return True
    attending = "K" in before and before[-1] in "ei" and before[-2:-1] == "V"
    return attending and reading.phrases[at - 2].group == "take part"


def _standing(
    found: Object,
    nations: tuple[str, ...],
    status: Status,
    start: int,
    end: int,
    certainty: float = 0.75,
) -> Told:
    return role_told(
        found, nations, status, Act.STANDING, "roster: as", start, end, None, certainty
    )


def _owned_role(scene: Scene, at: int) -> Iterator[Told]:
    """ "renewed Mexico's observer status", "Japan's observer seat"."""
    reading, role = scene.reading, scene.reading.phrases[at]
    seat = reading.phrases[at + 1].last_word if at + 1 < len(reading.shape) else ""
    held = seat in nouns("standings") or seat in nouns("seats_held")
    if role.status not in LESSER or reading.shape[at - 1 : at] != "P" or not held:
        return
    found, _, status = coalition_of(scene, at)
    body = found or acting_body(scene, at) or subject_coalition(scene, at)
    before = reading.phrases[at - 2].last_word if at > 1 else ""
    if body is None or before in nouns("ending") or is_denied(scene, at - 1, at + 1):
        return
    start, last = reading.phrases[at - 1].start, reading.phrases[at].end
    yield _standing(body, reading.nations(at - 1), status or role.status, start, last)


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
        yield _standing(lean, nations, Status.ASSOCIATE, role.start, end, 0.7)


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
    yield _standing(found, nations, role.status, verb.start, end)


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
    yield _standing(found, nations, role.status, role.start, end)


_NAMED_BEHIND = re.compile(r"[fit][bda]*K")


def _leading(shape: str, before: int) -> int | None:
    """The nearest nations before a place, in the same clause, that can be its subject."""
    for k in range(before - 1, -1, -1):
        if shape[k] in ";:s":
            return None
        if shape[k] in "AM" and (k == 0 or shape[k - 1] not in "ihfqtkyFVw"):
            return k
    return None
