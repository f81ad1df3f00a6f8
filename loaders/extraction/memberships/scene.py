"""A sentence about memberships, and what is told in it: what every frame is given and gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.rules import Act, Status, is_document
from loaders.extraction.memberships.subjects import Resolver


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence read, the coalition it leans on if it names none, and who "they" are.

    `near` is the coalition it leans on where that was named shortly before, `both` the last two.
    `act` is what "did so" stands for: the group of the last act told of, and its body. `roles`
    keeps what each role, by its place, was read as: a dozen frames ask for it.
    """

    reading: Reading
    context: CoalitionMention | None
    near: CoalitionMention | None
    resolve: Resolver
    both: tuple[CoalitionMention, ...] = ()
    act: tuple[str, CoalitionMention] | None = None
    roles: dict[int, tuple[Object | None, int, Status | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What one frame says: these nations stand so to that coalition.

    `start` and `end` are places of the reduced sentence, between which and right behind which its
    date is looked for. `count` is a number stated with the list. `promise` is where the deed
    stands, if in another sentence than the nations (`counted.py`).
    """

    coalition: CoalitionMention
    nations: tuple[str, ...]
    status: Status
    act: Act
    rule: str
    sure: float
    start: int
    end: int
    count: int | None = None
    promise: Evidence | None = None


def of_exercise(status: Status, coalition: CoalitionMention) -> Status:
    """Members and signatories of an exercise take part in it."""
    if status in (Status.MEMBER, Status.SIGNED) and is_exercise(coalition):
        return Status.PARTICIPANT
    return status


def of_document(status: Status, coalition: CoalitionMention) -> Status:
    """Who belongs to an accord has signed it."""
    whole = known_coalitions().names.get(coalition.slug or "", coalition.name)
    signed = status is Status.MEMBER and (is_document(coalition.name) or _PAPER in whole)
    return Status.SIGNED if signed else of_exercise(status, coalition)


_PAPER = "memorandum"


def sure(found: Object, certainty: float) -> float:
    """How sure a claim is: less where its coalition was named in another sentence."""
    return round(certainty * (1 if found.named else 0.85), 2)


def is_denied(scene: Scene, start: int, end: int) -> bool:
    """Whether a word of doubt or denial bears on the phrases from `start` up to `end`.

    It stands between them, or right before, in the same clause.
    """
    phrases, shape = scene.reading.phrases, scene.reading.shape
    if (turn := shape.rfind("s", start, end - 1)) > start:
        # "is no signatory, but is still a partner": what stands before the turn is no part of it.
        return any(p.has("Z") for p in phrases[turn:end])
    if shape[start : start + 3] == "A,R" and "," not in shape[start + 2 : end]:
        # "We could learn from Peru, which joined": what is said of Peru besides.
        return any(p.has("Z") for p in phrases[start + 1 : end])
    if (
        shape[start + 1 : start + 2] in (",", "-")
        and (last := shape.rfind(",", start, end - 1)) > 0
    ):
        # "Iran, which supports …, joined": what is inserted is no part of it.
        if any(p.has("Z") for p in phrases[last:end]):
            return True
        end = start + 1
    if _is_carried_on(scene, end - 1) or _is_recommended(scene, start, end):
        return True
    first = start
    # What is told behind "after" and "before" has happened: "could join after Chile invited it".
    while first > 0 and start - first < _LEAD and shape[first - 1] not in ",;:.-seq)":
        if phrases[first - 1].tokens[0].text.lower() in _TURNS:
            break
        first -= 1
    return any(p.has("Z") for p in phrases[first:end])


#: "No nation had joined both until Chile, which signed …": from here on it holds.
_TURNS = frozenset({"until", "till"})
_MODALS = frozenset({"should", "could", "may", "might", "must"})


def _is_carried_on(scene: Scene, at: int) -> bool:
    """ "should stop waiting and bring in Japan": the second infinitive is as unreal."""
    phrases, shape = scene.reading.phrases, scene.reading.shape
    bare = shape[at] == "V" and len(phrases[at].tokens) == 1 and phrases[at].tokens[0].sign == "B"
    if not bare or shape[at - 1 : at] != "&":
        return False
    for phrase in reversed(phrases[: at - 1]):
        if phrase.sign in ";sR":
            return False
        if any(token.text.lower() in _MODALS for token in phrase.tokens):
            return True
    return False


def _is_recommended(scene: Scene, start: int, end: int) -> bool:
    """ "recommended that Chile be admitted", "it is time that Peru join": not done yet."""
    phrases, shape = scene.reading.phrases, scene.reading.shape
    that = shape.rfind("R", 0, start + 1)
    if that < 1 or phrases[that - 1].last_word not in nouns("recommending"):
        return False
    found = _ITS_VERB.search(shape, that, end)
    verb = phrases[found.start()].tokens[0] if found else None
    bare = verb is not None and (verb.sign == "B" or verb.text == "be")
    return bare and phrases[that].last_word == "that"


_ITS_VERB = re.compile(r"[Vx]")
_LEAD = 9


#: What stands in for nations that a sentence only counts ("#14"), where a list of them may follow.
COUNTED = "#"


def is_counted(nations: tuple[str, ...]) -> bool:
    """Whether nations are only counted yet: "three nations founded it. They are …"."""
    return any(nation.startswith(COUNTED) for nation in nations)
