"""Acts told in the passive: "the accords were signed by Chile", "founded by Spain and Italy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import groups, nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_exercise, sure
from loaders.extraction.memberships.sides import (
    acting_body,
    is_intended,
    joined_right,
    subject_coalition,
)
from loaders.extraction.memberships.subjects import subject_of


def is_passive(scene: Scene, at: int) -> bool:
    """ "was signed by", and "…, signed by": a finite form that others are the agents of."""
    phrase = scene.reading.phrases[at]
    if phrase.tokens[-1].sign not in "JP":
        return False
    if phrase.has("x"):
        return True
    shape = scene.reading.shape
    if phrase.group == "found" and shape[at - 1 : at] in ("K", "w"):
        # "the initiative started in 2014 with Canada and Chile"
        return bool(_WITH.match(shape, at + 1))
    by = _BY.match(shape, at + 1)
    return bool(by) and not _is_means(scene, by.end() if by else at)


def _is_means(scene: Scene, behind: int) -> bool:
    """ "joined the pact by depositing its instrument", "by a vote of 80 to 2": of no agents."""
    reading = scene.reading
    found = re.compile(r"[bT]*(?:T|V|[da#oW]*(?P<w>[wn]))").match(reading.shape, behind)
    if found is None:
        return False
    if found.group().endswith("T"):
        return True
    if found["w"] is None:
        return reading.phrases[found.end() - 1].tokens[-1].sign == "G"
    word = reading.phrases[found.start("w")].tokens[-1].text.lower()
    return word in nouns("means") or word.endswith("ing")


_BY = re.compile(r"[bTlKiqdwfW]{0,8}y")
_AGENTS = re.compile(r"[^;sRVx]{0,8}?y(?:[dwaob#lT]{0,4}(?:L(?:fK)?)?[:,(hf-]*)?(?P<n>[AM])")


#: "was launched in 2014, initially just with Canada and Australia".
_WITH = re.compile(r"[bl]*(?:[iq]?T)?,?[bl]*k[bdl]*(?P<n>A)")


def _owned(scene: Scene, at: int) -> Object | None:
    """ "the pool, owned so far by Chile": what stands right before, or is the subject."""
    reading = scene.reading
    right_before = re.search(r"K,?\Z", reading.shape[:at])
    if right_before is None or reading.phrases[at].has("x"):
        return acting_body(scene, at)
    named = reading.coalition(right_before.start())
    return Object(named, reading.phrases[right_before.start()].end) if named else None


def by_agents(scene: Scene, at: int, group: str) -> Iterator[Told]:
    """ "The accords were signed by ministers from Chile and Peru." """
    reading = scene.reading
    found = _AGENTS.match(reading.shape, at + 1)
    opened = re.match(r"[^;:sVR]*?A,(?P<k>K)", reading.shape[at + 1 :]) if at == 0 else None
    if found is None and group == "found":
        found = _WITH.match(reading.shape, at + 1)
    if found is None or is_denied(scene, max(0, at - 3), at + 1):
        return
    coalition = _owned(scene, at) if group == "own" else subject_coalition(scene, at)
    if group == "found" and coalition and coalition.named:
        last = reading.shape.rfind("K", 0, at)
        if last >= 0 and set(reading.shape[last:at]) & set("AM#"):
            # "the agency ordered two satellites, which will be launched by …"
            return
    if opened and (led := reading.coalition(at + 1 + opened.start("k"))):
        # "Founded by Spain and Italy, the pact has …"
        coalition = Object(led, reading.phrases[at].end)
    elif coalition is not None and not (
        reading.phrases[at].has("x") or _WITH.match(reading.shape, at + 1)
    ):
        # "…, with the latest agreement signed by the navy": of another paper.
        between = reading.shape[reading.shape.rfind("K", 0, at) + 1 : at]
        if not coalition.named or ("," in between and between != ","):
            return
    if coalition is not None and group == "sign" and is_exercise(coalition.coalition):
        return
    if coalition is None or (group in ("host", "observe") and not is_exercise(coalition.coalition)):
        return
    if "t" in reading.shape[at - 1 : at] + "".join(
        t.sign for t in reading.phrases[at].tokens
    ) and not is_intended(scene, at):
        return
    place = found.start("n")
    if group in ("own", "observe") and reading.shape[place] == "M":
        # "the forum, sponsored by the U.S. trade agency", "observed by Russian ships from afar":
        # who pays or looks on without their nation's having joined.
        return
    nations = joined_right(scene, place)
    said = groups()[group]
    status = of_exercise(said.status, coalition.coalition)
    sponsored = "sponsor" in reading.phrases[at].tokens[-1].text.lower()
    letters = reading.shape.rfind("L", 0, at)
    if letters >= 0 and reading.phrases[letters].status is Status.LETTER_OF_INTENT:
        status = Status.LETTER_OF_INTENT
    if len(nations) < 2 and (group == "found" or (group == "own" and not sponsored)):
        return
    rule = "founded by" if group == "found" else f"by: {group}"
    phrases = reading.phrases
    if phrases[at].has("uU"):
        status, rule = Status.ANNOUNCED, "will join"
    subject = subject_of(reading, at, scene.resolve) if group == "join" else None
    if subject and reading.shape[subject[0]] in "AE":
        yield Told(
            coalition.coalition, subject[1], status, Act.STANDING, "roster: joined by",
            sure(coalition, 0.75), phrases[place].end, phrases[place].end,
        )  # fmt: skip
    yield Told(
        coalition.coalition, nations, status, said.act, rule, sure(coalition, 0.8),
        phrases[max(0, at - 1)].start, phrases[place].end,
    )  # fmt: skip
    while more := _ALSO_BY.match(reading.shape, place + 1):
        # "signed by Brazil in 2021, by Mexico the same year and by Colombia in 2022"
        place = more.start("n")
        yield Told(
            coalition.coalition, joined_right(scene, place), status, said.act, rule,
            sure(coalition, 0.75), phrases[more.start("y")].start, phrases[place].end,
        )  # fmt: skip


_ALSO_BY = re.compile(r"(?:[iq]?T|[bl])*,?&?[b]*(?P<y>y)[bdl]*(?P<n>[AM])")
