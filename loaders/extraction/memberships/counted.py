"""Nations that one sentence counts and a later one names.

"Defence ministers from 14 allies signed the letter. … The 14 allies were Belgium, …": the first
says what was done, the second by whom. A sentence's frames are read once more with a stand-in
for every number of nations; what they tell of it waits for a list of as many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import LISTING
from loaders.extraction.memberships.phrases import Phrase, Reading
from loaders.extraction.memberships.role_nouns import (
    coalition_of,
    is_definite,
    is_strong,
    stated_count,
)
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import COUNTED, Scene, Told, is_denied
from loaders.extraction.memberships.sides import joined_right

#: So far, in characters, may the list stand from the sentence that counts it.
_REACH = 1000
#: "the six: …", "they are …", "the 14 allies included …", "the countries are …".
_NAMED = re.compile(
    r"(?P<head>[EL]|(?<=d)[w#]|d(?=[bl]*x))(?P<link>[bTl]*(?:[:(-]|x|V|,)[bl:]*)(?P<n>A)"
)
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
    counting = ((at, p) for at, p in enumerate(scene.reading.phrases) if p.sign in "LE#")
    numbers = {at: n for at, phrase in counting if (n := _counts(phrase))}
    if not numbers:
        return []

    first = min(numbers)

    def stand_in(reading: Reading, at: int) -> tuple[str, ...]:
        known = scene.resolve(reading, at)
        if not known and at > first and reading.phrases[at].last_word == "they":
            # "24 countries announced that they will join".
            return (f"{COUNTED}{numbers[first]}",)
        return known or ((f"{COUNTED}{numbers[at]}",) if at in numbers else ())

    found = [
        Promise(told, numbers[at], evidence) for at in numbers if (told := _said_of(scene, at))
    ]
    found += [Promise(told, numbers[at], evidence) for at in numbers if (told := _sent(scene, at))]
    for told in told_by(replace(scene, resolve=stand_in)):
        counted = [n for n in told.nations if n.startswith(COUNTED)]
        if len(counted) == 1:
            found.append(Promise(told, int(counted[0].removeprefix(COUNTED)), evidence))
    return found


def _said_of(scene: Scene, at: int) -> Told | None:
    """ "the agency also has five cooperating states": how many it has, without a list."""
    phrase = scene.reading.phrases[at]
    if phrase.sign != "L" or is_denied(scene, at, at + 1):
        return None
    found, _, status = coalition_of(scene, at)
    if found is None or not found.named or status in (None, Status.INVITED):
        return None
    if not is_strong(phrase) and not _are_all(scene, at):
        return None
    if found.coalition.slug == "nato" or status is None:
        # "14 NATO allies" are many things besides.
        return None
    return Told(
        found.coalition, (), status, Act.STANDING, "roster: counted", 0.7, phrase.start, phrase.end
    )


_ALL_OF = re.compile(r"f[bda]*K")


def _are_all(scene: Scene, at: int) -> bool:
    """ "the seven nations of the operation": all of them, though no members by word."""
    definite = is_definite(scene.reading.phrases[at])
    return definite and _ALL_OF.match(scene.reading.shape, at + 1) is not None


#: "is attended by units and observers from 15 countries", "brings together troops from 30 nations".
_PEOPLE_FROM = re.compile(r"(?:[mMLw]|&){1,4}[hf]\Z")


def _sent(scene: Scene, at: int) -> Told | None:
    """So many nations whose people the sentence says to take part in an exercise."""
    reading = scene.reading
    coalition = named_before(reading, len(reading.shape)) or scene.context
    people = _PEOPLE_FROM.search(reading.shape, 0, at)
    if coalition is None or people is None or not is_exercise(coalition):
        return None
    verbs = {p.group for p in reading.phrases if p.sign == "V"}
    if not verbs & _TAKING_PART or is_denied(scene, people.start(), at):
        return None
    end = reading.phrases[at].end
    return Told(coalition, (), Status.PARTICIPANT, Act.STANDING, "roster: counted", 0.75, end, end)


_TAKING_PART = frozenset({"take part", "feature", "comprise", "join", "belong"})


def _counts(phrase: Phrase) -> int | None:
    """The number of a phrase that counts nations: "14 NATO allies", "the six"."""
    if phrase.sign not in "LE#" or (phrase.sign == "L" and not phrase.has("gr")):
        return None
    number = stated_count(phrase)
    return number if number and number >= _MANY else None


def kept(scene: Scene, waiting: Sequence[Promise], start: int) -> Iterator[Told]:
    """What the list of a sentence that starts at an offset tells, by what was promised of it."""
    if not waiting:
        return
    match = _NAMED.search(scene.reading.shape)
    if match is None or not _introduces(scene.reading, match):
        yield from _just_as_many(scene, waiting, start)
        return
    nations = joined_right(scene, match.start("n"))
    if besides := _BESIDES.match(scene.reading.shape, 0, match.start("head")):
        # "In addition to China, these are Russia and Peru."
        nations = (*scene.reading.nations(besides.start("n")), *nations)
    head = scene.reading.phrases[match.start("head")]
    stated = _counts(head)
    for promise in reversed(waiting):
        whole = promise.number == len(nations) or (
            _is_they(head) and match.start("head") == 0 and 2 < len(nations) >= promise.number
        )
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


_BESIDES = re.compile(r"k[dl]*(?P<n>A),\Z")


def _just_as_many(scene: Scene, waiting: Sequence[Promise], start: int) -> Iterator[Told]:
    """ "the seven members of the initiative … Attendees from …": a list close by, just as long."""
    reading = scene.reading
    near = [p for p in waiting if start - p.evidence.end < _CLOSE and p.told.act is Act.STANDING]
    for at, sign in enumerate(reading.shape if near else ""):
        governed = at > 0 and reading.shape[at - 1] in "itq"
        nations = joined_right(scene, at) if sign in "AM" and not governed else ()
        for promise in reversed(near if len(nations) >= _TELLING else ()):
            if (
                promise.number == len(nations)
                and _leans_on(scene, promise.told.coalition)
                and not is_denied(scene, 0, at)
            ):
                end = reading.phrases[at].end
                yield replace(
                    promise.told, nations=nations, start=end, end=end, promise=promise.evidence,
                    sure=round(promise.told.sure * 0.7, 2),
                )  # fmt: skip
                return


def _leans_on(scene: Scene, body: CoalitionMention) -> bool:
    """Whether no other body has been taken up since: those nations are its own."""
    reading = scene.reading
    named = {
        m.key for k, sign in enumerate(reading.shape) if sign == "K" and (m := reading.coalition(k))
    }
    return body.key in named if named else scene.context is None or scene.context.key == body.key


#: Fewer nations than these may be as many by chance.
_TELLING = 4
_CLOSE = 400


#: "Others are Chile and Peru.", "So was Spain."
_OTHERS = re.compile(r"\A(?:(?:d?[aowW#]{0,2}[wWg]|L)x[bl]*(?P<n>A)|sx(?P<m>A)\Z)")


def others(scene: Scene, last: Told | None) -> Iterator[Told]:
    """ "Others are Morocco, Benin and Togo": the list of the sentence before goes on."""
    match = _OTHERS.match(scene.reading.shape)
    if last is None or match is None or not last.rule.startswith("roster"):
        return
    opening = scene.reading.phrases[0].last_word
    if opening not in ("others", "the others", "so"):
        return
    place = match.start("n" if match["n"] else "m")
    nations = joined_right(scene, place)
    if (len(nations) > 1 or opening == "so") and not is_denied(scene, 0, place):
        end = scene.reading.phrases[place].end
        yield replace(last, nations=nations, start=end, end=end, count=None)


def of_the_same(scene: Scene, told: list[Told], last: Told | None) -> list[Told]:
    """ "The other members are Greece and Spain": of the body whose list stood right before."""
    reading = scene.reading
    if last is None or not told or not last.rule.startswith("roster"):
        return told
    opens = reading.shape.startswith("L") and "K" not in reading.shape and "c" not in reading.shape
    if not opens or "other" not in {t.text.lower() for t in reading.phrases[0].tokens}:
        return told
    return [
        replace(one, coalition=last.coalition) if one.status is last.status else one for one in told
    ]


def _is_they(head: Phrase) -> bool:
    """ "They are …" right behind takes up what was counted, be the count rough or not."""
    return head.sign == "E" and head.last_word in ("they", "these")


def _introduces(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the words before the list take up nations counted before."""
    verb = match["link"].find("V")
    if verb >= 0 and reading.phrases[match.start("link") + verb].group not in LISTING:
        return False
    head = reading.phrases[match.start("head")]
    if head.sign == "d":
        opens = match.start("head") == 0 or _BESIDES.match(reading.shape, 0, match.start("head"))
        return bool(opens) and head.last_word in ("these", "those")
    if head.sign == "w":
        return head.last_word in ("others", "countries")
    if "," in match["link"]:
        return _counts(head) is not None
    return match.start("head") == 0 or head.sign == "L" or ":" in match["link"]
