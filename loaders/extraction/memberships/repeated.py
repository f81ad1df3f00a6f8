"""Acts that a sentence only repeats: "India had done so two years earlier"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.lexicon import groups
from loaders.extraction.memberships.objects import object_of
from loaders.extraction.memberships.other_subjects import listed_behind
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_exercise
from loaders.extraction.memberships.sides import is_intended, is_to_be
from loaders.extraction.memberships.subjects import subject_of

#: The group of an act and its body.
ActTold = tuple[str, CoalitionMention]
#: Acts that "did so" and "was followed by" can take up.
_REACH = {"join": 0, "sign": 12, "leave": 0}


def last_act(scene: Scene, told: Sequence[Told], end: int | None = None) -> ActTold | None:
    """The last act up to a place, told or only spoken of: its group and its body."""
    stop = len(scene.reading.shape) if end is None else end
    for at in range(stop - 1, -1, -1):
        phrase = scene.reading.phrases[at]
        if phrase.sign != "V" or phrase.group not in _REACH:
            continue
        if found := object_of(scene.reading, at, scene.context, _REACH[phrase.group]):
            return phrase.group, found.coalition
    joined = next((t for t in reversed(told) if t.act is Act.JOINING), None)
    if joined is None:
        return None
    return "sign" if joined.status is Status.SIGNED else "join", joined.coalition


def did_so(scene: Scene, at: int) -> Iterator[Told]:
    """ "Its neighbour India had done so two years earlier", "Malawi will do so in May"."""
    acts = any(p.sign == "V" and p.group in _REACH for p in scene.reading.phrases[:at])
    # "They can only sign up bilaterally; Chile did so": of nothing named before.
    act = last_act(scene, (), at) or (None if acts else scene.act)
    phrase = scene.reading.phrases[at]
    subject = subject_of(scene.reading, at, scene.resolve) or listed_behind(scene, at)
    if phrase.tokens[-1].sign == "G" or phrase.tokens[-1].word is None:
        # "is doing so well": no act.
        return
    if act is None or subject is None or is_denied(scene, min(subject[0], at), at + 1):
        return
    if not acts and others_before(scene, subject[0], subject[1]):
        # "Latvia sold its ship in May, Chile did so in June": what the nation before did.
        return
    if phrase.has("t") and not (is_intended(scene, at) or is_to_be(scene, at)):
        # "the third state to do so" is a role of its own.
        return
    said = groups()[act[0]]
    status, rule = of_exercise(said.status, act[1]), "verb: did so"
    ahead = phrase.has("uUt") and said.act is not Act.LEAVING
    status, rule = (Status.ANNOUNCED, "will join") if ahead else (status, rule)
    start = scene.reading.phrases[subject[0]].start
    yield Told(act[1], subject[1], status, said.act, rule, 0.7, start, phrase.end)


def others_before(scene: Scene, at: int, nations: Sequence[str]) -> bool:
    """Whether a sentence tells of other nations before its subject."""
    reading = scene.reading
    before = (reading.nations(k) for k in range(at) if reading.shape[k] == "A")
    return any(not set(named) & set(nations) for named in before)
