"""Nations named as a part of those that a role counts, or as all of them.

"The 21 countries of the pact, Albania the latest, …"; "the smallest of the Five Eyes"; "India and
its Quad partners"; "… its member nations. They are Chile and Peru".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.leaders import leading_frames
from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import groups, nouns
from loaders.extraction.memberships.objects import Object, object_of
from loaders.extraction.memberships.role_nouns import coalition_of, role_told, stated_count
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_exercise, sure
from loaders.extraction.memberships.sides import joined_right

#: ", Albania the latest,", ", Austria and Finland to begin with,", ", Peru among them,".
_SAMPLE = re.compile(r"[,(k-](?P<n>A)(?:\(T\))?(?P<tail>[^,;:.()AK-]{1,6})(?=[,.)-]|\Z)")
#: ", most recently Chile and Peru", ", the latest being Chile in May".
_NEWEST = re.compile(r"[,(-](?P<lead>[bdow]{0,3}[TV]|[bdo]{2,3})(?P<n>A)(?=i?T?(?:[,.)-]|\Z))")
#: "55 countries have signed the accords".
_MANY_DID = re.compile(r"[gL]X?[bl]*(?P<v>V)[bl]*d?K?,?\Z")
#: "India and its Quad partners".
_OWN = re.compile(r"(?P<n>A),?&\Z")
#: "In addition to Latvia and Britain, the coalition has been joined by Sweden."
_BESIDES = re.compile(r"\Ak[dl]*(?P<n>A)(?:,?&[bl]?A)*,(?P<k>[dK])[aw]{0,2}(?P<v>V)")
#: "New Zealand, the smallest of the Five Eyes,", "Chile, one of the BRICS,".
_MOST = re.compile(r"(?P<n>A),(?:d[bao]*(?P<w>[wo])|[#])f[bda]*(?P<k>K)(?=[,.;)]|\Z)")


def sample_frames(scene: Scene) -> Iterator[Told]:
    """What the sentence tells of some of those that a role of it counts."""
    reading = scene.reading
    sampled = _SAMPLE.search(reading.shape) is not None
    for at, sign in enumerate(reading.shape):
        if sign == "L":
            if sampled:
                yield from _sample(scene, at)
            yield from _owner(scene, at)
    yield from _latest(scene)
    yield from _besides(scene)
    if "K" not in reading.shape:
        return
    yield from leading_frames(scene)
    for match in _MOST.finditer(reading.shape):
        word = reading.phrases[match.start("w")].tokens[-1].text if match["w"] else "est"
        coalition = reading.coalition(match.start("k"))
        nations = reading.nations(match.start("n"))
        if coalition and word.endswith(("est", "st")) and len(nations) == 1:
            end = reading.phrases[match.start("k")].end
            if not is_denied(scene, match.start(), match.end()):
                yield Told(coalition, nations, of_exercise(Status.MEMBER, coalition), Act.STANDING,
                           "roster: one of it", 0.7, end, end)  # fmt: skip


def _besides(scene: Scene) -> Iterator[Told]:
    reading = scene.reading
    match = _BESIDES.match(reading.shape)
    if match is None or reading.phrases[match.start("v")].group not in ("join", "join by"):
        return
    coalition = reading.coalition(match.start("k")) if match["k"] == "K" else scene.near
    passive = reading.phrases[match.start("v")].has("x")
    if coalition and passive and not is_denied(scene, 0, match.end()):
        nations, end = joined_right(scene, match.start("n")), reading.phrases[match.start("n")].end
        yield Told(coalition, nations, of_exercise(Status.MEMBER, coalition), Act.STANDING,
                   "roster: besides", 0.7, end, end)  # fmt: skip


def _latest(scene: Scene) -> Iterator[Told]:
    """ "55 countries have signed the accords, with Chile and Peru the latest"."""
    reading = scene.reading
    for pattern in (_SAMPLE, _NEWEST):
        match = pattern.search(reading.shape)
        if match is None or not _is_sample(scene, match):
            continue
        did = _MANY_DID.search(reading.shape, 0, match.start())
        group = reading.phrases[did.start("v")].group if did else ""
        if did is None or group not in ("join", "sign"):
            continue
        found = object_of(reading, did.start("v"), scene.context)
        if found is None or is_denied(scene, did.start(), match.end()):
            continue
        said, last = groups()[group], reading.phrases[match.start("n")]
        yield Told(found.coalition, joined_right(scene, match.start("n")),
                   of_exercise(said.status, found.coalition), said.act, "roster: sample",
                   sure(found, 0.7), last.start, last.end)  # fmt: skip


def _is_sample(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the words beside the nations only say that they are some of those counted."""
    beside = "tail" if "tail" in match.re.groupindex else "lead"
    phrases = scene.reading.phrases[match.start(beside) : match.end(beside)]
    if beside == "lead" and phrases[0].last_word == "most" and phrases[-1].sign == "T":
        # "most recently Chile"
        return True
    words = " ".join(token.text.lower() for phrase in phrases for token in phrase.tokens)
    return any(words.startswith(said) or words.endswith(said) for said in nouns("sampling"))


def _sample(scene: Scene, at: int) -> Iterator[Told]:
    reading, role = scene.reading, scene.reading.phrases[at]
    found, end, status = coalition_of(scene, at)
    match = _SAMPLE.match(reading.shape, end)
    if found is None or status is None or match is None or not _is_sample(scene, match):
        return
    if is_denied(scene, at, match.end()):
        return
    nations = joined_right(scene, match.start("n"))
    last = reading.phrases[match.start("n")].end
    yield role_told(found, nations, status, Act.STANDING, "roster: sample", role.start, last)


def _owner(scene: Scene, at: int) -> Iterator[Told]:
    reading, role = scene.reading, scene.reading.phrases[at]
    owned = role.tokens[0].text.lower() in ("its", "their") and role.has("Cc")
    before = _OWN.search(reading.shape, 0, at) if owned else None
    if before is None or is_denied(scene, before.start(), at):
        return
    found, _, status = coalition_of(scene, at)
    if found is None or status not in (Status.MEMBER, Status.SIGNED, Status.PARTICIPANT):
        return
    nations = reading.nations(before.start("n"))
    yield role_told(found, nations, status, Act.STANDING, "roster: partners", role.end,
                    role.end)  # fmt: skip


# --- "… its member nations. They are Chile, Peru and Spain."

_THEY_ARE = re.compile(r"[Ed]x[bl]*(?P<n>A)")


def they_are(scene: Scene, before: Scene) -> Iterator[Told]:
    """The nations that a role of the sentence before is said to be held by."""
    shape = scene.reading.shape
    match = _THEY_ARE.match(shape) or _AMONG_THEM.match(shape) or _SOME_ARE.match(shape)
    if match is None or not _takes_up(scene, match):
        return
    nations = joined_right(scene, match.start("n"))
    some = match.re is not _THEY_ARE
    role = _last_of_several(before, None if some else len(nations))
    if role is None or not (some or len(nations) >= _SEVERAL):
        return
    found, status, named = role
    end = scene.reading.phrases[match.start("n")].end
    certainty = sure(Object(found.coalition, end, named=named), 0.75)
    yield Told(found.coalition, nations, of_exercise(status, found.coalition), Act.STANDING,
               "roster: they are", certainty, end, end)  # fmt: skip


_SEVERAL = 2
#: "Chile and Peru were among them."
_AMONG_THEM = re.compile(r"(?P<n>A)(?P<v>V)(?=[.,;]|\Z)")

#: "Some include Chile and Peru."
_SOME_ARE = re.compile(r"[awW][Vw][bl]*(?P<n>A)")


def _takes_up(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the sentence says of nations that they are those spoken of, or some of them."""
    phrases = scene.reading.phrases
    if match.re is _SOME_ARE:
        return phrases[0].last_word in nouns("some") and phrases[1].last_word in nouns("including")
    if match.start("n") == 0:
        return phrases[1].last_word == "among them" and phrases[1].has("x")
    return phrases[0].last_word in ("they", "these")


def _last_of_several(scene: Scene, size: int | None) -> tuple[Object, Status, bool] | None:
    """The last role of the sentence that so many have, or more than some, with what it says."""
    phrases = scene.reading.phrases
    for at in range(len(phrases) - 1, -1, -1):
        if phrases[at].sign != "L" or not phrases[at].tokens[-1].text.endswith("s"):
            continue
        if size is not None and stated_count(phrases[at]) not in (None, size):
            return None
        found, _, status = coalition_of(scene, at)
        if found is None or status in (None, Status.INVITED):
            continue
        if is_denied(scene, at, at + 1):
            return None
        if status is Status.PARTICIPANT and not is_exercise(found.coalition):
            status = Status.MEMBER
        named = named_before(scene.reading, at) is not None or found.named
        return found, status or Status.MEMBER, named
    return None
