"""Nations inside a body: "the alliance, in which Sweden and Norway have shared their ranges"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import (
    Scene,
    Told,
    is_denied,
    of_document,
    of_exercise,
    sure,
)
from loaders.extraction.memberships.sides import joined_right
from loaders.extraction.memberships.subjects import subject_of

#: "the pact, in which Chile and Peru …", "the pact, a venture to which Chile and Peru …".
_IN_WHICH = re.compile(
    r"(?P<k>K)(?:[,-]?d?[aowW#]{0,5}?(?P<noun>w))?,?(?P<in>[it])R[bl]*(?:L,)?(?P<n>[AM])"
)
#: "the Center in California, where officers from Chile and Peru work alongside Americans".
_WHERE = re.compile(
    r"(?P<k>K)(?:iW{1,3})?,(?P<where>s)(?P<n>M)[bl]*(?P<v>[wV])(?:k[da]*[mw]h[bdl]*(?P<m>A))?"
)
_DOING = re.compile(r"[^;:,.sRA]{0,4}?(?P<v>[VxXw])")
#: What a single nation has to do there.
_BELONGING = frozenset({"belong", "take part", "join", "sign", "comprise"})


#: "Chile, already in the initiative, …", "Peru, of the pact though not of the force, …".
_APPOSED = re.compile(
    r"(?:\A|[,;:&s]|(?<=\A[b])|T,)(?P<n>A),[bl]*[fi][bda]*(?P<k>K)(?:s?Z[fti][bda]*K)?,[bl]*[VXxSw]"
)


def _apposed(scene: Scene) -> Iterator[Told]:
    """Those that stand as subject, with nothing but the body they are in behind their name."""
    reading = scene.reading
    for match in _APPOSED.finditer(reading.shape):
        body = reading.coalition(match.start("k"))
        if body is None or is_exercise(body):
            continue
        nations, end = reading.nations(match.start("n")), reading.phrases[match.start("k")].end
        status = of_document(Status.MEMBER, body)
        yield Told(body, nations, status, Act.STANDING, "roster: apposition", 0.7, end, end)


def inside_frames(scene: Scene) -> Iterator[Told]:
    """What relative clauses of place say of the nations that are their subject."""
    reading = scene.reading
    if "K" in reading.shape:
        yield from _apposed(scene)
        yield from _carried_on(scene)
        yield from _working_there(scene)
    for match in _IN_WHICH.finditer(reading.shape):
        coalition = reading.coalition(match.start("k"))
        if coalition is None:
            continue
        if match["noun"]:
            noun = reading.phrases[match.start("noun")].last_word
            if noun not in nouns("anaphora"):
                continue
        place = match.start("n")
        nations = joined_right(scene, place)
        verb = _DOING.match(reading.shape, place + 1)
        if verb is None or is_denied(scene, place, verb.end()):
            continue
        group = reading.phrases[verb.start("v")].group
        if group in ("leave", "observe", "invite", "be invited", "expel"):
            continue
        if len(nations) < 2 and group not in _BELONGING:
            continue
        ahead = any(p.has("uU") for p in reading.phrases[place + 1 : verb.end()])
        status = Status.ANNOUNCED if ahead else of_exercise(Status.MEMBER, coalition)
        end = reading.phrases[place].end
        rule = "will join" if ahead else "roster: in which"
        certainty = sure(Object(coalition, end), 0.75)
        yield Told(coalition, nations, status, Act.STANDING, rule, certainty, end, end)


def _working_there(scene: Scene) -> Iterator[Told]:
    """Those whose people are told to work in a body, side by side with others."""
    reading = scene.reading
    for match in _WHERE.finditer(reading.shape):
        body, verb = reading.coalition(match.start("k")), reading.phrases[match.start("v")]
        nations = joined_right(scene, match.start("n"))
        if match.groupdict().get("m"):
            # "… beside colleagues from Spain and Italy"
            nations = tuple(dict.fromkeys((*nations, *joined_right(scene, match.start("m")))))
        where = reading.phrases[match.start("where")].last_word == "where"
        if (
            body is None
            or not where
            or is_exercise(body)
            or not verb.last_word.startswith(_stems("working_there"))
        ):
            continue
        if len(nations) > 1 and not verb.has("uUt") and not is_denied(scene, *match.span()):
            end = reading.phrases[match.start("n")].end
            yield Told(body, nations, of_exercise(Status.MEMBER, body), Act.STANDING,
                       "roster: in which", 0.7, end, end)  # fmt: skip


#: "DARC, which the UK is delivering together with Australia".
_CARRIED_ON = re.compile(
    r"(?P<k>K),?R[bl]*(?P<n>A)[xXubl]*(?P<v>[wVx])[bl]*(?P<with>k)[bdl]*(?P<m>A)(?![VxXR])"
)


def _carried_on(scene: Scene) -> Iterator[Told]:
    """Those that are told to do a body's work together."""
    reading = scene.reading
    for match in _CARRIED_ON.finditer(reading.shape):
        body, verb = reading.coalition(match.start("k")), reading.phrases[match.start("v")]
        if body is None or not verb.last_word.startswith(_stems("carrying_on")):
            continue
        if reading.phrases[match.start("with")].last_word not in _TOGETHER:
            continue
        nations = (*reading.nations(match.start("n")), *joined_right(scene, match.start("m")))
        if not is_denied(scene, match.start("n"), match.end()):
            end = reading.phrases[match.start("m")].end
            yield Told(body, tuple(dict.fromkeys(nations)), of_exercise(Status.MEMBER, body),
                       Act.STANDING, "roster: together", 0.75, end, end)  # fmt: skip


_TOGETHER = frozenset({"with", "together with", "along with", "alongside"})


def _stems(section: str) -> tuple[str, ...]:
    return ordered_words("membership_lexicon", section)


_IS_INSIDE = re.compile(r"[xV][b]*i[bda]*(?P<k>K)(?![wWm'])")
_IS_IN = re.compile(r"(?:(?P<n>[AE])(?P<x>x)[b]*i(?=[,;]|\Z)|(?<=k)(?P<on>A)(?P<i>i)(?=,))")


def came_in(scene: Scene) -> Iterator[Told]:
    """ "… and with that New Zealand was in", "These seven are on board"."""
    reading = scene.reading
    found = _IS_IN.search(reading.shape)
    if found is None:
        return
    coalition = named_before(reading, len(reading.shape)) or scene.context
    if coalition is None or is_denied(scene, found.start(), found.end()):
        return
    nations_at, last = ("n", "x") if found["n"] else ("on", "i")
    place = found.start(nations_at)
    start, end = reading.phrases[place].start, reading.phrases[found.start(last)].start
    status = of_exercise(Status.MEMBER, coalition)
    if reading.shape[place] == "A":
        nations = reading.nations(place)
        yield Told(coalition, nations, status, Act.JOINING, "verb: in", 0.65, start, end)
    elif len(again := scene.resolve(reading, place)) > 1:
        # They stand as the others told of it do.
        yield Told(coalition, again, status, Act.STANDING, "roster: on board", 0.65, start, end)


def is_inside(scene: Scene) -> Iterator[Told]:
    """ "Chile is now in the pact." """
    reading = scene.reading
    for match in _IS_INSIDE.finditer(reading.shape) if "K" in reading.shape else ():
        coalition = reading.coalition(match.start("k"))
        at = match.start()
        verb = reading.phrases[at]
        if verb.sign == "V" and (verb.group != "yes" or verb.has("t")):
            continue
        subject = subject_of(reading, at, scene.resolve)
        if coalition is None or subject is None or reading.phrases[at].has("uU"):
            continue
        if reading.shape[subject[0]] == "M" or is_denied(scene, subject[0], at + 1):
            continue
        status = of_exercise(Status.MEMBER, coalition)
        start, end = reading.phrases[subject[0]].start, reading.phrases[match.start("k")].end
        yield Told(coalition, subject[1], status, Act.STANDING, "verb: is in", 0.7, start, end)
