"""Nations by the people they have in a standing staff: "British officers serve at the centre".

Who posts people to a centre or a cell that several nations man belongs to its staff. One officer
on exchange there, a visit or a day's work tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.parts import is_manned
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied
from loaders.extraction.memberships.sides import joined_right

#: "British and French officers serve (full-time) at the centre".
_SERVING = re.compile(
    r"(?P<n>M)[bX]*(?:x[b]*)?(?P<serve>[wV])[bw]{0,2}[it](?:d[aowW]{1,3}f)?[bda]*(?P<k>K)"
)
#: "Chile will post two officers to the centre", "has sent personnel to a cell of the centre".
_SENDING = re.compile(
    r"(?P<n>[AM])[bX]*(?P<will>[uU])?b*(?P<send>[wV])[dao#]{0,3}(?P<whom>[mL]+)[it]"
    r"(?:d[aowW]{1,3}f)?[bda]*(?P<k>K)"
)


def staff_frames(scene: Scene) -> Iterator[Told]:
    """What a sentence tells of the people that nations have in a centre or a cell."""
    reading = scene.reading
    if "K" not in reading.shape:
        return
    if nouns("serving").isdisjoint(reading.words) and nouns("posting").isdisjoint(reading.words):
        return
    for found in _SERVING.finditer(reading.shape):
        body = _staff(scene, found.start("k"))
        said = reading.phrases[found.start("serve")].last_word
        people = {t.text.lower() for t in reading.phrases[found.start("n")].tokens}
        several = not people.isdisjoint(nouns("staff")) and "exchange" not in people
        if body is None or said not in nouns("serving") or not several or _is_unreal(scene, found):
            continue
        nations = reading.nations(found.start("n"))
        end = reading.phrases[found.start("k")].end
        yield _told(body, nations, Status.MEMBER, reading.phrases[found.start()].start, end)
    for found in _SENDING.finditer(reading.shape):
        body = _staff(scene, found.start("k"))
        verb = reading.phrases[found.start("send")]
        if body is None or verb.last_word not in nouns("posting") or _is_unreal(scene, found):
            continue
        nations = joined_right(scene, found.start("n"))
        ahead = bool(found["will"]) or verb.has("uU")
        # "has posted a liaison officer to the centre"
        role = next(
            (p.status for p in reading.phrases[slice(*found.span("whom"))] if p.status), None
        )
        status = Status.ANNOUNCED if ahead else role or Status.MEMBER
        end = reading.phrases[found.start("k")].end
        yield _told(body, nations, status, reading.phrases[found.start()].start, end)


def _told(
    body: CoalitionMention, nations: tuple[str, ...], status: Status, start: int, end: int
) -> Told:
    rule = "will join" if status is Status.ANNOUNCED else "roster: staff"
    return Told(body, tuple(dict.fromkeys(nations)), status, Act.STANDING, rule, 0.6, start, end)


def _staff(scene: Scene, at: int) -> CoalitionMention | None:
    """The centre or cell at a place of the shape."""
    body = scene.reading.coalition(at)
    return body if body and is_manned(body) and not is_exercise(body) else None


def _is_unreal(scene: Scene, found: re.Match[str]) -> bool:
    return is_denied(scene, found.start(), found.end())
