"""Nations described beside their name: "France, a founding member of CSpO,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.role_nouns import (
    coalition_of,
    is_definite,
    is_former,
    is_new,
    role_told,
)
from loaders.extraction.memberships.rules import LESSER, Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied

_APPOSED = re.compile(
    r"(?P<n>[AM])(?:(?<=\A.)b+|,|[,]?[bl]*e|-|\(|,[bl]+|,(?P<with>k)|,(?P<once>Z))"
    r"[bdl]*(?:f[Ep])?(?:L[fti][bda]*K,?&[bdl]*)?\Z"
)
#: … nor is what follows of another body: "a member of the club though not of the guild".
_CLOSED = re.compile(
    r"[,;:()&.-]|k[bdl]*A|\Z|V|R|i|[q]|b[Td]|b+[iq]?T|hd|b+(?:[,.;)]|\Z)|s?Z[fti][bda]*K[,.;)]"
)


_COMPARED = re.compile(r"x,[bl]*[kq][bdl]*\Z")


def described_by_role(scene: Scene, at: int) -> Iterator[Told]:
    """What the role at a place of the shape says of nations right before it."""
    reading = scene.reading
    before = _APPOSED.search(reading.shape, 0, at)
    if before is None:
        return
    role, place = reading.phrases[at], before.start("n")
    if _COMPARED.search(reading.shape, 0, place):
        # "Peru is, unlike Chile, a member of it": said of Peru.
        return
    found, end, status = coalition_of(scene, at)
    if found is None or status is None or not _CLOSED.match(reading.shape, end):
        return
    if any(p.last_word in nouns("absent") for p in reading.phrases[end : end + 3]):
        # "Chile and Peru, both regulars, are missing"
        return
    if not _is_of_body(scene, at, found, end, status, before.group()):
        return
    if reading.shape[place] == "M" and reading.phrases[place].tokens[-1].sign != "N":
        return
    nations = _described(role, reading.nations(place))
    once = bool(before["once"]) and reading.phrases[at - 1].last_word == "once"
    each = any(p.last_word == "each" for p in reading.phrases[place + 1 : at])
    agree = status in LESSER if before["with"] else each or _numbers_agree(role, nations)
    courted = "e" in before.group() and is_denied(scene, place, at)
    if not agree or (is_denied(scene, at, end) and not once) or courted:
        return
    if _governs_elsewhere(scene, place, before.group()):
        return
    act = Act.JOINING if is_new(role) else Act.STANDING
    rule = "role: apposed" if act is Act.JOINING else "roster: apposition"
    if is_former(role) or once:
        act, rule = Act.LEAVING, "role: former"
    start, last = reading.phrases[place].start, reading.phrases[end - 1].end
    yield role_told(found, nations, status, act, rule, start, last, None, 0.8)


def _is_of_body(
    scene: Scene, at: int, found: Object, end: int, status: Status, between: str
) -> bool:
    """Whether the role is one in the body: it says so, is definite, or lasts in what is near."""
    reading, role = scene.reading, scene.reading.phrases[at]
    if (found.named and found.end > role.start) or found.end > role.end or is_definite(role):
        return True
    # "Egypt, an associate member, sent its ambassador."
    about = scene.near is not None or reading.shape[end : end + 1] == ","
    signed = status is Status.SIGNED and role.last_word.startswith("signator")
    if about and (status in LESSER or signed) and not role.has("D") and "b" not in between:
        return True
    # "Poland, an observer since 2024, …", "Liberia, a member from the outset, …"
    several = status in LESSER and role.last_word.endswith("s")
    lasting = _LASTING.match(reading.shape, at + 1) is not None
    return lasting and (scene.near is not None or signed or several)


_LASTING = re.compile(r"[bq](?:T|d[aow]{0,2}[wn])|hd[aow]{0,2}[wo]")


def _governs_elsewhere(scene: Scene, place: int, between: str) -> bool:
    """ "welcomed Chile as a member": the verb's own frame reads it."""
    if "e" not in between:
        return False
    shape = scene.reading.shape
    return place > 0 and shape[place - 1] in "VbdLifthq"


def _described(role: Phrase, nations: tuple[str, ...]) -> tuple[str, ...]:
    """ "Canada and Brazil, a signatory since 2021, host it": of the last of them."""
    one = role.tokens[0].text.lower() in ("a", "an") and not role.tokens[-1].text.endswith("s")
    return nations[-1:] if one else nations


def _numbers_agree(role: Phrase, nations: tuple[str, ...]) -> bool:
    """ "Poland, the newest member"; "Poland and Peru, both members"."""
    noun = role.tokens[-1].text
    plural = noun.endswith("s")
    one_of = role.has("f") or role.tokens[0].text.lower() in ("another", "a", "an")
    return len(nations) == 1 if (not plural or one_of) else len(nations) > 1


#: "A Chilean liaison officer works at the CSpOC".
_NEAR_BODY = re.compile(r"[^;]{0,6}?K")


def within_role(scene: Scene, at: int) -> Iterator[Told]:
    """ "A Chilean liaison officer works at the CSpOC": the nation stands within the role."""
    role = scene.reading.phrases[at]
    if not role.has("D") or role.status not in (Status.LIAISON, Status.OBSERVER):
        return
    found, _, status = coalition_of(scene, at)
    if found is None:
        near = _NEAR_BODY.match(scene.reading.shape, at + 1)
        named = scene.reading.coalition(near.end() - 1) if near else None
        found = Object(named, role.end) if named else None
    if found is not None and not found.named and is_exercise(found.coalition):
        return
    if found is None or status is None or is_denied(scene, at, at + 1):
        return
    nations = scene.reading.nations(at)
    yield role_told(
        found, nations, status, Act.STANDING, "roster: its people", role.start, role.end,
        None, 0.75,
    )  # fmt: skip
