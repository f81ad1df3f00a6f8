"""Nations by their forces at an exercise: "a Lithuanian minehunter at Joint Warrior".

Whose ships, troops and crews a sentence names together with an exercise took part in it, whatever
they did there; unless it tells of somebody who looked on, protested, or was only played.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.phrases import Phrase, Reading
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told

#: Between an adjective of nations and the noun of forces behind it: "two Danish F-16 fighter jets".
_NOUN = 4
_STOP = frozenset(",;:()-&VxKARSs")


def force_frames(scene: Scene) -> Iterator[Told]:
    """What the forces named in a sentence about an exercise tell."""
    reading = scene.reading
    if "M" not in reading.shape and "P" not in reading.shape:
        # Nations of whom no people and nothing of theirs is named: no forces.
        return
    named = _exercise(reading) or _leant_on(scene)
    if named is None:
        return
    coalition, place = named
    if not nouns("not_in_play").isdisjoint(reading.words):
        return
    if any(p.group in ("observe", "invite", "leave") for p in reading.phrases):
        return
    for at, sign in enumerate(reading.shape):
        if sign not in "MP" or not _sends(reading, at):
            continue
        if reading.shape[place] != "V" and _is_apart(reading, at, place):
            continue
        phrase = reading.phrases[at]
        denied = any(p.has("Z") for p in reading.phrases[: max(at, place) + 1])
        if denied or phrase.status is not None:
            continue
        nations = reading.nations(at)
        yield Told(
            coalition, nations, Status.PARTICIPANT, Act.STANDING, "roster: forces", 0.6,
            phrase.end, phrase.end,
        )  # fmt: skip


def _exercise(reading: Reading) -> tuple[CoalitionMention, int] | None:
    """The exercise that the sentence names, and where, if it is the only one."""
    found = [
        (coalition, k)
        for k, sign in enumerate(reading.shape)
        if sign in "Kc" and (coalition := reading.coalition(k)) and is_exercise(coalition)
    ]
    return found[0] if found and len({c.key for c, _ in found}) == 1 else None


def _leant_on(scene: Scene) -> tuple[CoalitionMention, int] | None:
    """The exercise named just before, of a sentence on taking part that names no other body."""
    reading = scene.reading
    meant = scene.near
    if meant is None or not is_exercise(meant) or set(reading.shape) & set("Kc"):
        return None
    takes_part = [k for k, p in enumerate(reading.phrases) if p.group == "take part"]
    return (meant, takes_part[-1]) if takes_part else None


def _sends(reading: Reading, at: int) -> bool:
    """Whether the phrase, or the noun that an adjective goes with, is one of forces."""
    phrase = reading.phrases[at]
    if phrase.sign == "M":
        return _is_force(phrase)
    if reading.shape[at - 1 : at] == "#" and any(_is_force(p) for p in reading.phrases[:at]):
        # "900 troops: 400 German, 300 Dutch"
        return True
    for k in range(at + 1, min(at + 1 + _NOUN, len(reading.phrases))):
        if reading.shape[k] in _STOP:
            return False
        if _is_force(reading.phrases[k]):
            return True
    return False


def _is_force(phrase: Phrase) -> bool:
    return any(
        token.text.lower() in nouns("forces") or _MODEL.fullmatch(token.text)
        for token in phrase.tokens
    )


#: "F-35s", "A400M", "Il-76", "P-8".
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,2}-?\d{1,3}[A-Z]{0,3}s?")


def _is_apart(reading: Reading, at: int, place: int) -> bool:
    """Whether another clause stands between the forces and the exercise."""
    first, last = sorted((at, place))
    return bool(set(reading.shape[first + 1 : last]) & set(";sSRH"))
