"""Acts told in the passive: "the accords were signed by Chile", "founded by Spain and Italy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import groups, nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.other_papers import opens_with_another_paper, opens_with_deal
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_exercise, sure
from loaders.extraction.memberships.sides import (
    acting_body,
    is_intended,
    joined_right,
    subject_coalition,
)
from loaders.extraction.memberships.subjects import subject_of
from loaders.extraction.memberships.verb_objects import part_housed


def is_passive(scene: Scene, at: int) -> bool:
    """ "was signed by", and "…, signed by": a finite form that others are the agents of."""
    phrase = scene.reading.phrases[at]
    if phrase.tokens[-1].sign == "B" and phrase.has("x") and not phrase.has("tuU"):
        # "is run by": a participle like its base.
        return True
    if phrase.tokens[-1].sign not in "JP":
        return False
    if phrase.has("x"):
        return True
    shape = scene.reading.shape
    if _AND_BY.match(shape, at + 1) and _first_of_two(scene, at) is not None:
        return True
    if phrase.group == "found" and shape[at - 1 : at] in ("K", "w"):
        # "the initiative started in 2014 with Canada and Chile"
        return bool(_WITH.match(shape, at + 1))
    by = _BY.match(shape, at + 1)
    return bool(by) and not _is_means(scene, by.end() if by else at)


_AND_BY = re.compile(r"[bl]*(?:[iq]?T|iW{1,3}),?y")
_SECOND = re.compile(r"(?P<v>[xV])[^;:sRxVAM]*&[bl]*\Z")


def _first_of_two(scene: Scene, at: int) -> int | None:
    """ "were drawn up by lawyers and signed in 2020 by …": where the passive before stands."""
    first = _SECOND.search(scene.reading.shape, 0, at)
    passive = first is not None and scene.reading.phrases[first.start("v")].has("x")
    return first.start("v") if first and passive else None


def _is_means(scene: Scene, behind: int) -> bool:
    """ "joined the pact by depositing its instrument", "by a vote of 80 to 2": of no agents."""
    reading = scene.reading
    found = _MEANS.match(reading.shape, behind)
    if found is None:
        return False
    if found.group().endswith("T"):
        return True
    if found["w"] is None:
        return reading.phrases[found.end() - 1].tokens[-1].sign == "G"
    word = reading.phrases[found.start("w")].last_word
    return word in nouns("means") or word.endswith("ing")


_MEANS = re.compile(r"[bT]*(?:T|V|[da#oW]*(?P<w>[wn]))")
#: … but not "joined the pact led by Chile".
_BY = re.compile(r"[bTlKiqdwfW]{0,8}(?<!Kw)y")
_AGENTS = re.compile(
    r"[^;sRVx]{0,8}?(?P<y>y)(?:[dwaob#lT]{0,4}(?:L(?:fK)?b?)?[:,(hf-]*)?(?P<n>[AM])"
)


#: "signed by ministers of the three countries".
_THOSE = re.compile(
    r"[^;sRVxAM]{0,8}?(?P<y>y)(?:[dwaolT]{0,3}m?f)?[dl]*(?P<n>[LE])(?=[,;]|\Z|[iq])"
)


#: "was launched in 2014, initially just with Canada and Australia".
_WITH = re.compile(r"[bl]*(?:[iq]?T)?,?[bl]*k[bdl]*(?P<n>A)")


#: "was founded in 2020 by NASA, together with Australia and Canada".
_TOGETHER = re.compile(r"[^;:sRVxA]{0,24}?y[^;:sRVxA]{0,24}?,k[bdl]*(?P<n>A)")


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
    reading, phrases = scene.reading, scene.reading.phrases
    found = _agents(reading.shape, at, group)
    if found is None and (behalf := _FOR_WHOM.match(reading.shape)):
        yield from _for_nation(scene, at, group, behalf)
    if found is None or is_denied(scene, max(0, at - 3), at + 1):
        return
    body = _body(scene, at, group)
    place = found.start("n")
    taken_up = reading.shape[place] in "LE"
    if group == "join" and body is not None and not body.named and _is_person(scene, at):
        return
    if body is None or _is_aim(scene, at) or _looks_on(reading.shape[place], group):
        return
    nations = scene.resolve(reading, place) if taken_up else joined_right(scene, place)
    if taken_up and len(nations) < 2:
        return
    if len(nations) < 2 and _takes_several(phrases[at], group):
        return
    status, rule = _standing(scene, at, group, body)
    yield from _joined(scene, at, group, body, status, phrases[place].end)
    act = groups()[group].act
    start, end = phrases[max(0, at - 1)].start, phrases[place].end
    by = found.groupdict().get("y") and found.start("y")
    if by and "T" in reading.shape[at:by]:
        # "signed by the members in May and by Chile in July": each has its day behind it.
        start = phrases[by].start
    yield Told(body.coalition, nations, status, act, rule, sure(body, 0.8), start, end)
    while more := _ALSO_BY.match(reading.shape, place + 1):
        # "signed by Brazil in 2021, by Mexico the same year and by Colombia in 2022"
        place = more.start("n")
        nations = joined_right(scene, place)
        start, end = phrases[more.start("y")].start, phrases[place].end
        yield Told(body.coalition, nations, status, act, rule, sure(body, 0.75), start, end)


#: "For the Republic of Panama the document was signed by its ambassador".
_FOR_WHOM = re.compile(r"F(?P<n>A),?(?:d[aow]{0,2}[wmW]|K|E)V[^;:sRVxA]{0,6}?y")


def _for_nation(scene: Scene, at: int, group: str, behalf: re.Match[str]) -> Iterator[Told]:
    """The nation for which somebody is told to have signed."""
    body = _body(scene, at, group) if group == "sign" else None
    if body is None or not behalf.start("n") < at < behalf.end():
        return
    status, rule = _standing(scene, at, group, body)
    start, end = scene.reading.phrases[0].start, scene.reading.phrases[at].end
    nations = scene.reading.nations(behalf.start("n"))
    yield Told(body.coalition, nations, status, groups()[group].act, rule, sure(body, 0.75),
               start, end)  # fmt: skip


def _is_person(scene: Scene, at: int) -> bool:
    """ "President Biden will be joined by the prime minister of Japan": beside him, in nothing."""
    before = scene.reading.shape[at - 1 : at]
    words = {t.text.lower() for p in scene.reading.phrases[max(0, at - 1) : at] for t in p.tokens}
    return before in ("m", "M", "W") or not words.isdisjoint(("he", "she", "who"))


def _agents(shape: str, at: int, group: str) -> re.Match[str] | None:
    """Who is named behind "by"; of what was founded, behind "with" too."""
    found = _AGENTS.match(shape, at + 1)
    if found is None and group in ("sign", "found") and (those := _THOSE.match(shape, at + 1)):
        return those
    if found is None and group == "found":
        return _WITH.match(shape, at + 1) or _TOGETHER.match(shape, at + 1)
    return found


def _body(scene: Scene, at: int, group: str) -> Object | None:
    """What is acted on: the subject, or what the sentence opens with a participle before."""
    if group == "host" and (part := part_housed(scene, at)):
        return part
    passive = scene.reading.phrases[at].has("x")
    first = None if passive else _first_of_two(scene, at)
    subject = subject_coalition(scene, at if first is None else first)
    body = _owned(scene, at) if group == "own" else subject
    if group == "found" and body and body.named and _is_of_others_craft(scene, at):
        return None
    if (opened := _opened(scene, at)) is not None:
        body = opened
    elif body is not None and first is None and _is_of_another_paper(scene, at, body):
        return None
    if body is None or (group == "sign" and _is_new_paper(scene, at, body)):
        return None
    exercise = is_exercise(body.coalition)
    unfit = (group == "sign" and exercise) or (group in ("host", "observe") and not exercise)
    housed = group == "host" and _HOUSE.search(body.coalition.name) and _owned(scene, at)
    return None if unfit and not housed else body


#: Bodies that stand somewhere: whoever hosts them does so for good.
_HOUSE = re.compile(r"Cent(?:re|er)\b|Agency|Organi[sz]ation|Facility|Hub\b|Observatory|Academy")


def _is_of_others_craft(scene: Scene, at: int) -> bool:
    """ "the agency ordered two satellites, which will be launched by …"."""
    shape = scene.reading.shape
    last = shape.rfind("K", 0, at)
    return last >= 0 and not set(shape[last:at]).isdisjoint("AM#")


def _opened(scene: Scene, at: int) -> Object | None:
    """ "Founded by Spain and Italy, the pact has …"."""
    found = _OPENED.match(scene.reading.shape, 1) if at == 0 else None
    led = scene.reading.coalition(found.start("k")) if found else None
    return Object(led, scene.reading.phrases[at].end) if led else None


_OPENED = re.compile(r"[^;:sVR]*?A,(?P<k>K)")


def _is_of_another_paper(scene: Scene, at: int, body: Object) -> bool:
    """ "…, with the latest agreement signed by the navy": without "was", of what stands there."""
    shape = scene.reading.shape
    if scene.reading.phrases[at].has("x") or _WITH.match(shape, at + 1):
        return False
    if at == 0 and not set(shape[1:]) & set("VxXS"):
        # "Founded in 2014 by Chile and Peru.", under a heading or behind the name.
        return False
    between = shape[shape.rfind("K", 0, at) + 1 : at]
    if re.fullmatch(r",d[aowm]*[wm]", between):
        # "AsterX, the exercise organised by France"
        noun = scene.reading.phrases[at - 1].last_word
        return noun not in nouns("anaphora")
    return not body.named or ("," in between and between != ",")


def _is_new_paper(scene: Scene, at: int, body: Object) -> bool:
    """ "A further letter of intent was signed by Chile": of a body that is not named."""
    if body.named:
        return False
    reading = scene.reading
    before = reading.clause.reduced, reading.phrases[at].start
    return opens_with_another_paper(*before) or opens_with_deal(*before, body.coalition.name)


def _is_aim(scene: Scene, at: int) -> bool:
    """ "to be signed by": done only where somebody is told to intend it."""
    signs = "".join(token.sign for token in scene.reading.phrases[at].tokens)
    return "t" in scene.reading.shape[at - 1 : at] + signs and not is_intended(scene, at)


def _looks_on(sign: str, group: str) -> bool:
    """ "sponsored by the U.S. trade agency", "observed by Russian ships": no nation has joined."""
    return group in ("own", "observe") and sign == "M"


def _takes_several(verb: Phrase, group: str) -> bool:
    """Whether one nation alone makes no members: founders, and owners that are no sponsors."""
    sponsored = "sponsor" in verb.last_word
    return group in ("found", "pay") or (group == "own" and not sponsored)


def _standing(scene: Scene, at: int, group: str, body: Object) -> tuple[Status, str]:
    """The status, and the name of the rule."""
    reading = scene.reading
    if reading.phrases[at].has("uU"):
        return Status.ANNOUNCED, "will join"
    rule = "founded by" if group == "found" else f"by: {group}"
    letters = reading.shape.rfind("L", 0, at)
    letter = letters >= 0 and reading.phrases[letters].status is Status.LETTER_OF_INTENT
    if letter or (group == "sign" and _LETTER.match(reading.clause.reduced)):
        return Status.LETTER_OF_INTENT, rule
    return of_exercise(groups()[group].status, body.coalition), rule


#: "The letter was signed by": that of intent, of which the sentence before told.
_LETTER = re.compile(r"(?:The|This|That) (?:[a-z]+ )?letter\b")


def _joined(
    scene: Scene, at: int, group: str, body: Object, status: Status, end: int
) -> Iterator[Told]:
    """ "Chile was joined in the pact by Peru": the subject belongs to it already."""
    subject = subject_of(scene.reading, at, scene.resolve) if group == "join" else None
    if subject and scene.reading.shape[subject[0]] in "AE":
        yield Told(
            body.coalition, subject[1], status, Act.STANDING, "roster: joined by",
            sure(body, 0.75), end, end,
        )  # fmt: skip


_ALSO_BY = re.compile(r"(?:[iq]?T|[bl])*,?&?[b]*(?P<y>y)[bdl]*(?P<n>[AM])")
