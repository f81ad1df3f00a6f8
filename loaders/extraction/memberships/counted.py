"""Nations that one sentence counts and a later one names.

"Defence ministers from 14 allies signed the letter. … The 14 allies were Belgium, …": the first
says what was done, the second by whom. A sentence's frames are read once more with a stand-in
for every number of nations; what they tell of it waits for a list of as many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.lexicon import number_of
from loaders.extraction.memberships.phrases import Phrase, Reading
from loaders.extraction.memberships.scene import Scene, Told, is_denied
from loaders.extraction.memberships.sides import joined_right

#: So far, in characters, may the list stand from the sentence that counts it.
_REACH = 1000
#: "the six: …", "they are …", "the 14 allies included …", "the countries are …".
_NAMED = re.compile(r"(?P<head>[EL]|(?<=d)[w#])(?P<link>[bTl]*(?:[:(-]|x|V|,)[bl:]*)(?P<n>A)")
_LISTING = frozenset({"comprise", "yes"})
_MANY = 2


@dataclass(frozen=True, slots=True)
class Promise:
    """What was told of so many nations, not yet named, and where."""

    told: Told
    number: int
    evidence: Evidence


def promises(
    scene: Scene, told_by: Callable[[Scene], Iterator[Told]], evidence: Evidence
) -> list[Promise]:
    """What the sentence tells of nations that it only counts."""
    numbers = {at: n for at, p in enumerate(scene.reading.phrases) if (n := _counts(p))}
    if not numbers:
        return []

    def stand_in(reading: Reading, at: int) -> tuple[str, ...]:
        known = scene.resolve(reading, at)
        return known or ((f"#{numbers[at]}",) if at in numbers else ())

    found = []
    for told in told_by(replace(scene, resolve=stand_in)):
        counted = [n for n in told.nations if n.startswith("#")]
        if len(counted) == 1:
            found.append(Promise(told, int(counted[0][1:]), evidence))
    return found


def _counts(phrase: Phrase) -> int | None:
    """The number of a phrase that counts nations: "14 NATO allies", "the six"."""
    token = phrase.first("#")
    if phrase.sign not in "LE#" or token is None or phrase.has("f"):
        return None
    if phrase.sign == "L" and not phrase.has("gr"):
        return None
    number = number_of(token.text)
    return number if number and number >= _MANY else None


def kept(scene: Scene, waiting: Sequence[Promise], start: int) -> Iterator[Told]:
    """What the list of a sentence that starts at an offset tells, by what was promised of it."""
    if not waiting:
        return
    match = _NAMED.search(scene.reading.shape)
    if match is None or not _introduces(scene.reading, match):
        return
    nations = joined_right(scene, match.start("n"))
    head = scene.reading.phrases[match.start("head")]
    stated = _counts(head)
    for promise in reversed(waiting):
        whole = promise.number == len(nations)
        part = stated == promise.number and 1 < len(nations) < promise.number
        if start - promise.evidence.end > _REACH or not (whole or part):
            continue
        if stated not in (None, promise.number) or is_denied(scene, match.start(), match.end()):
            continue
        end = scene.reading.phrases[match.start("n")].end
        yield replace(
            promise.told, nations=nations, start=head.start, end=end, promise=promise.evidence,
            sure=round(promise.told.sure * 0.9, 2),
        )  # fmt: skip
        return


def _introduces(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the words before the list take up nations counted before."""
    verb = match["link"].find("V")
    if verb >= 0 and reading.phrases[match.start("link") + verb].group not in _LISTING:
        return False
    head = reading.phrases[match.start("head")]
    if head.sign == "w":
        return head.tokens[-1].text.lower() in ("others", "countries")
    if "," in match["link"]:
        return _counts(head) is not None
    return match.start("head") == 0 or head.sign == "L" or ":" in match["link"]
