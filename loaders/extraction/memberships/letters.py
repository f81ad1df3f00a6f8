"""Letters of intent: whose they are, who handed them in, by whom they were signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.other_papers import is_another_letter
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, sure
from loaders.extraction.memberships.sides import (
    is_with_body,
    joined_right,
)
from loaders.extraction.memberships.subjects import subject_of
from loaders.extraction.survey.article import Survey

_LETTER = Status.LETTER_OF_INTENT
#: "Finland's letter of intent".
_OWNED = re.compile(r"(?P<n>P)[aow]{0,2}\Z")
#: "handed over its letter of intent", "has submitted a letter of intent".
_HANDED = re.compile(r"(?P<v>[wV])[qbti]?[bda]*\Z")
#: "letters of intent from Chile and Peru", "… to join the pact was signed by Chile".
_BY = re.compile(r"[^;:sAM]{0,12}?(?:(?P<from>h)|y)[bdl]*(?:L[fh:])?(?P<n>[AM])")
_BODY = re.compile(r"[^;:sRAM]{0,12}?(?P<k>[Kc])")


def letter_frames(scene: Scene) -> Iterator[Told]:
    """What letters of intent tell, whatever is done with them."""
    for at, phrase in enumerate(scene.reading.phrases):
        if phrase.sign != "L" or phrase.status is not _LETTER or is_with_body(scene, at):
            continue
        whose = _whose(scene, at)
        found = _body(scene, at)
        if whose is None or found is None or is_denied(scene, min(whose[0], at), at + 1):
            continue
        start = scene.reading.phrases[min(whose[0], at)].start
        yield Told(
            found.coalition, whose[1], _LETTER, Act.JOINING, "letter of intent", sure(found, 0.8),
            start, max(phrase.end, found.end),
        )  # fmt: skip


def _whose(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """The nations whose letter it is, and where they stand."""
    reading = scene.reading
    letter = reading.phrases[at]
    if letter.has("DN"):
        return at, reading.nations(at)
    if owner := _OWNED.search(reading.shape, 0, at):
        return owner.start("n"), reading.nations(owner.start("n"))
    if (by := _BY.match(reading.shape, at + 1)) and not _is_other_verb(scene, at, by):
        return by.start("n"), joined_right(scene, by.start("n"))
    handed = _HANDED.search(reading.shape, 0, at)
    if handed is None or not _hands_in(reading.phrases[handed.start("v")]):
        return None
    return subject_of(reading, handed.start("v"), scene.resolve)


def _is_other_verb(scene: Scene, at: int, by: re.Match[str]) -> bool:
    """ "signed a letter of intent, said … from Chile": past another verb it is not its."""
    between = scene.reading.shape[at + 1 : by.start("n")]
    return "S" in between or (by["from"] is not None and "V" in between)


def _hands_in(verb: Phrase) -> bool:
    words = {token.text.lower() for token in verb.tokens}
    return verb.group == "sign" or bool(words & nouns("handing_in"))


def _body(scene: Scene, at: int) -> Object | None:
    """The body that the letter is about: behind it, else named or leant on."""
    reading = scene.reading
    if own := reading.coalition(at):
        return Object(own, reading.phrases[at].end)
    behind = _BODY.match(reading.shape, at + 1)
    if behind and (named := reading.coalition(behind.start("k"))):
        return Object(named, reading.phrases[behind.start("k")].end)
    k = reading.shape.rfind("K", 0, at)
    if k >= 0 and (named := reading.coalition(k)):
        return Object(named, reading.phrases[at].end)
    meant = scene.near or scene.context
    if (
        meant is None
        or is_exercise(meant)
        or is_another_letter(
            reading.clause.reduced, reading.phrases[at].start, reading.phrases[at].end
        )
    ):
        # Nobody signs a letter of intent with an exercise.
        return None
    return Object(meant, reading.phrases[at].end, named=False)


def is_of_letters(survey: Survey, body: CoalitionMention) -> bool:
    """Whether a body is introduced by a letter: "signed a letter of intent on Northwatch"."""
    text = survey.document.text
    if _OF_LETTER.search(text, max(0, body.start - _JUST_BEFORE_IT), body.start):
        return True
    # "Two more letters followed in May. Northwatch, on radars, has six takers."
    again = _LETTERS.search(text, max(0, body.start - _PARAGRAPH), body.start)
    return bool(again) and "etter of intent" in text[: body.start]


_OF_LETTER = re.compile(r"\b[Ll]etters? of intent\b[^.;\n]*\Z")
_LETTERS = re.compile(r"\bletters\b[^\n]*\Z")
_PARAGRAPH = 250
_JUST_BEFORE_IT = 60
