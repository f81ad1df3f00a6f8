"""Answers without a verb: "Who signed most recently? Latvia, on 20 April."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.lexicon import groups
from loaders.extraction.memberships.objects import object_of
from loaders.extraction.memberships.rules import Act
from loaders.extraction.memberships.scene import Scene, Told, of_document, of_exercise

#: What may be asked of nations: "Who has joined?", "Which country signed last?".
_ASKED = frozenset({"join", "sign", "leave", "take part", "belong"})
_WHO = re.compile(r"(?:And )?(?:Who|Which (?:[a-z]+ ){0,3}?(?:nations?|countr(?:y|ies)|states?))\b")
#: "Latvia, on 20 April.", "So far Chile and Peru.", without a verb.
_ANSWER = re.compile(r"[bT]*[bd]*(?P<n>A)(?:[,&(-]*[iq]?[bT]*)*[).]*\Z")
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Question:
    """What a sentence asks of nations: the verb's group and the body."""

    group: str
    body: CoalitionMention


def question_of(scene: Scene) -> Question | None:
    """What the sentence asks, if it asks who did something."""
    reading = scene.reading
    reduced = reading.clause.reduced
    if not reduced.rstrip().endswith("?") or not _WHO.match(reduced):
        return None
    for at, phrase in enumerate(reading.phrases):
        if phrase.sign == "V" and phrase.group in _ASKED and not phrase.has("uU"):
            found = object_of(reading, at, scene.context)
            body = found.coalition if found else scene.context
            return Question(phrase.group, body) if body else None
    return None


def is_answer(scene: Scene) -> bool:
    """Whether a sentence only names nations, with a day at most."""
    return _ANSWER.fullmatch(scene.reading.shape) is not None


def answered(scene: Scene, asked: Question | None) -> Iterator[Told]:
    """What a sentence tells that only names nations, behind a question about them."""
    found = _ANSWER.fullmatch(scene.reading.shape) if asked is not None else None
    if asked is None or found is None:
        return
    place = found.start("n")
    said = groups()[asked.group]
    phrase = scene.reading.phrases[place]
    status = of_document(of_exercise(said.status, asked.body), asked.body)
    dated = "T" in scene.reading.shape[place:]
    act = said.act if dated or said.act is Act.LEAVING else Act.STANDING
    yield Told(asked.body, scene.reading.nations(place), status, act, f"verb: {asked.group}",
               _SURE, phrase.start, phrase.end)  # fmt: skip
