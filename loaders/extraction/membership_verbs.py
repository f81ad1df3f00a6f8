"""Nations that join, sign, leave, take part, belong; nations admitted, invited, expelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.exercises import is_exercise
from loaders.extraction.membership_arguments import Object, named_before, object_of, subject_of
from loaders.extraction.membership_lexicon import groups, nouns
from loaders.extraction.membership_rules import Act, Status
from loaders.extraction.membership_scene import Scene, Told, is_denied, of_exercise, sure
from loaders.extraction.membership_sides import joined_right, role_behind, subject_coalition
from loaders.extraction.membership_taking import TAKING, taking

_SURE = 0.85
#: Verbs whose nations act, and how many other words may stand before their coalition.
_ACTING = {
    "join": 0,
    "sign": 12,
    "leave": 0,
    "belong": 0,
    "take part": 7,
    "observe": 7,
    "host": 0,
    "found": 4,
    "be invited": 7,
    "follow": 0,
}


#: "agreed to include Peru as a founding member".
_TAKEN_IN = re.compile(r"[bdl]*A(?:[,&]+A)*e[bd]*L")


def verb_frames(scene: Scene) -> Iterator[Told]:
    """What the verbs of membership tell, in their order."""
    shape = scene.reading.shape
    yield from _came_in(scene)
    at = shape.find("V")
    while at >= 0:
        group = scene.reading.phrases[at].group
        taken_in = group == "comprise" and _TAKEN_IN.match(shape, at + 1)
        if taken_in:
            yield from taking(scene, at, "admit")
        if group == "follow" and (into := _INTO_IT.match(shape, at + 1)):
            yield from _followed(scene, at, into)
        elif group in _ACTING:
            yield from _acting(scene, at, group)
        elif group in TAKING:
            yield from taking(scene, at, group)
        if group == "join" and at <= 1:
            yield from _inverted(scene, at)
        at = shape.find("V", at + 1)


# --- nations that act


_INTO_IT = re.compile(r"[bl]*(?P<n>A)(?:[,&]+A)*t[bda]*(?P<k>K)")


def _followed(scene: Scene, at: int, into: re.Match[str]) -> Iterator[Told]:
    """ "Malta followed Cyprus into the accords." """
    reading = scene.reading
    coalition = reading.coalition(into.start("k"))
    subject = subject_of(reading, at, scene.resolve)
    if coalition is None or subject is None or is_denied(scene, subject[0], at + 1):
        return
    status = of_exercise(Status.MEMBER, coalition)
    start, end = reading.phrases[subject[0]].start, reading.phrases[into.start("k")].end
    yield Told(coalition, subject[1], status, Act.JOINING, "verb: follow", 0.75, start, end)
    before = joined_right(scene, into.start("n"))
    yield Told(coalition, before, status, Act.STANDING, "roster: beside", 0.7, end, end)


_IS_IN = re.compile(r"(?:(?P<n>A)(?P<x>x)[b]*i(?=[,;]|\Z)|(?<=k)(?P<on>A)(?P<i>i)(?=,))")


def _came_in(scene: Scene) -> Iterator[Told]:
    """ "… and with that New Zealand was in." """
    found = _IS_IN.search(scene.reading.shape)
    coalition = named_before(scene.reading, len(scene.reading.shape)) or scene.context
    if found is None or coalition is None or is_denied(scene, found.start(), found.end()):
        return
    names = ("n", "x") if found["n"] else ("on", "i")
    start, end = (scene.reading.phrases[found.start(n)].start for n in names)
    nations = scene.reading.nations(found.start(names[0]))
    status = of_exercise(Status.MEMBER, coalition)
    yield Told(coalition, nations, status, Act.JOINING, "verb: in", 0.65, start, end)


def _acting(scene: Scene, at: int, group: str) -> Iterator[Told]:
    reading, phrase = scene.reading, scene.reading.phrases[at]
    if _is_passive(scene, at) and group in ("join", "sign", "found", "host"):
        yield from _by_agents(scene, at, group)
        return
    if group == "leave" and phrase.has("x") and phrase.tokens[-1].text.lower() == "left":
        # "was left out of the operation"
        return
    role = role_behind(scene, at)
    found = _letter(scene, at, role) or object_of(reading, at, scene.context, _ACTING[group])
    if role is not None and found is not None and _is_of_another(scene, at, role):
        return
    if found is None or (role is None and _unfit(group, found, phrase.tokens[-1].text)):
        return
    lone = not found.named and role is None
    if lone and phrase.tokens[-1].text.lower().startswith(_NEVER_LONE):
        return
    subject = _on_behalf(scene, at) or _decided_by(scene, at) or _praised(scene, at)
    subject = subject or subject_of(reading, at, scene.resolve, lone)
    subject = subject or _listed_behind(scene, at)
    if subject is None:
        return
    place, nations = subject
    status, act = _standing(scene, at, group, found)
    if status is None or is_denied(scene, min(place, at), at + 1) or _is_ahead(scene, place, at):
        return
    if group == "found" and len(nations) < 2:
        return
    end = max(found.end, phrase.end)
    rule = "founding" if group == "found" else f"verb: {group}"
    rule = "will join" if status is Status.ANNOUNCED else rule
    start = reading.phrases[min(place, at)].start
    yield Told(found.coalition, nations, status, act, rule, sure(found, _SURE), start, end)
    yield from _company(scene, at, group, found, status)


def _unfit(group: str, found: Object, word: str) -> bool:
    """Taking part, hosting and watching are standings in exercises only; founding needs a name."""
    if group == "follow":
        return found.named
    if group in ("take part", "host") and not is_exercise(found.coalition):
        return not (
            group == "take part" and found.named and word.startswith(("tak", "took", "partic"))
        )
    return group in ("found", "observe") and not found.named and not is_exercise(found.coalition)


def _standing(scene: Scene, at: int, group: str, found: Object) -> tuple[Status | None, Act]:
    """The status and act of a verb that nations act by; no status where nothing is claimed."""
    said = groups()[group]
    phrase = scene.reading.phrases[at]
    if role := role_behind(scene, at):
        return role, Act.JOINING if role is Status.LETTER_OF_INTENT else Act.STANDING
    status = of_exercise(said.status, found.coalition)
    if said.act is Act.LEAVING:
        return (None if phrase.has("t") and not _is_intended(scene, at) else status), said.act
    if group == "be invited":
        return status, said.act
    coming = group in ("join", "sign") and phrase.has("x") and phrase.tokens[-1].sign == "G"
    if phrase.has("uU") or coming:
        return Status.ANNOUNCED, Act.STANDING
    before = scene.reading.phrases[at - 1].tokens[-1].text.lower() if at else ""
    if phrase.tokens[-1].sign == "G" and before in nouns("intending"):
        return Status.ANNOUNCED, Act.STANDING
    if phrase.tokens[-1].sign == "B":
        return _of_infinitive(scene, at, status), said.act
    return status, said.act


def _is_ahead(scene: Scene, place: int, at: int) -> bool:
    """ "when Peru joins", and what is no verb at all: "the ambassador, left, looks on"."""
    shape, word = scene.reading.shape, scene.reading.phrases[at].tokens[-1].text.lower()
    if word == "left" and shape[at - 1 : at] == "," and shape[at + 1 : at + 2] in (",", ""):
        return True
    return word.endswith("s") and shape[place - 1 : place] == "s"


def _of_infinitive(scene: Scene, at: int, status: Status) -> Status | None:
    """ "decided to join", "its decision to join": announced. A bare "joins" of many is done."""
    phrase = scene.reading.phrases[at]
    if not phrase.has("t"):
        return status if at and scene.reading.shape[at - 1] in "AME,)" else None
    shape = scene.reading.shape
    headline = at and shape[at - 1] in "AM" and (at == 1 or shape[at - 2] in ":-")
    return Status.ANNOUNCED if headline or _is_intended(scene, at) else None


_GOVERNING_REACH = 8


def _is_intended(scene: Scene, at: int) -> bool:
    """Whether an infinitive hangs on a word of intending: "accepted an invitation … to join"."""
    if scene.reading.phrases[at].has("uU"):
        return True
    for phrase in reversed(scene.reading.phrases[max(0, at - _GOVERNING_REACH) : at]):
        if phrase.sign in ",;:-sR":
            return False
        if phrase.tokens[-1].text.lower() in nouns("intending") or phrase.sign == "U":
            return True
    return False


#: Verbs of signing that say nothing of a coalition unless they name it.
_NEVER_LONE = ("subscrib", "endors", "adher", "enter", "adopt", "embrac")


def _is_of_another(scene: Scene, at: int, role: Status) -> bool:
    """ "takes part as an observer in the forum": of something else than what was named before."""
    shape = scene.reading.shape
    found = re.compile(r"[^;:sVx]{0,9}?L").match(shape, at + 1)
    if found is None or role is Status.LETTER_OF_INTENT:
        return False
    other = re.compile(r"[if](?!T|d?[aow]{0,2}[KwE])").match(shape, found.end())
    return other is not None


_PRAISED = re.compile(r"(?P<w>[wV])[bdl]*(?P<n>A)(?:[,&]+A)*[tF]\Z")


def _praised(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "congratulated Poland on joining", "thanked Malta for signing"."""
    found = _PRAISED.search(scene.reading.shape, 0, at)
    if found is None or scene.reading.phrases[at].tokens[-1].sign != "G":
        return None
    word = scene.reading.phrases[found.start("w")].tokens[-1].text.lower()
    if word not in nouns("praise"):
        return None
    return found.start("n"), joined_right(scene, found.start("n"))


_DECIDED = re.compile(r"(?P<n>[PA])[aow]{0,2}\Z")


def _decided_by(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "India welcomed the U.S. decision to join": theirs whose decision it is."""
    if scene.reading.phrases[at].tokens[-1].sign != "B":
        return None
    found = _DECIDED.search(scene.reading.shape, 0, at)
    if found is None or not _is_intended(scene, at):
        return None
    verb = scene.reading.phrases[at].tokens[0].text.lower().split(" ")[0]
    if scene.reading.shape[found.start("n")] == "A" and verb not in nouns("intending"):
        return None
    return found.start("n"), scene.reading.nations(found.start("n"))


def _letter(scene: Scene, at: int, role: Status | None) -> Object | None:
    """The coalition of "signed a letter of intent (to join it)", "sent observers (to it)"."""
    shape = scene.reading.shape
    if role is None or not _DIRECT.match(shape, at + 1):
        return None
    behind = _DIRECT_OF.match(shape, at + 1)
    if behind and (named := scene.reading.coalition(behind.end() - 1)):
        return Object(named, scene.reading.phrases[behind.end() - 1].end)
    return subject_coalition(scene, at)


_DIRECT = re.compile(r"[bldT]*L")
_DIRECT_OF = re.compile(r"[bldT]*L[^;:sRA]{0,7}?K")
#: "Thousands took part in the exercise from Australia, Canada and Japan."
_FROM_BEHIND = re.compile(r"[^;:sAM]{0,6}?h[bdl]*(?P<n>A)")
_LISTED_BEHIND = re.compile(r"[^;sAM]{0,8}?(?:[:-]|,[bl]*V|,[bl]*e|,[bl]*,?|h)[bl]*(?P<n>A)")


def _listed_behind(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "Fourteen nations took part: France, …": the subject is a number, its list stands behind."""
    shape = scene.reading.shape
    k = at - 1
    while k >= 0 and shape[k] in "bTl":
        k -= 1
    if k < 0 or shape[k] not in "Lgmw":
        return None
    pattern = _LISTED_BEHIND
    if shape[k] in "mw" and "#" not in shape[:k]:
        pattern = _FROM_BEHIND
    match = pattern.match(shape, at + 1)
    if match is None:
        return None
    nations = joined_right(scene, match.start("n"))
    return (match.start("n"), nations) if len(nations) > 1 else None


def _is_passive(scene: Scene, at: int) -> bool:
    """ "was signed by", and "…, signed by": a finite form that others are the agents of."""
    phrase = scene.reading.phrases[at]
    if phrase.tokens[-1].sign not in "JP":
        return False
    by = _BY.match(scene.reading.shape, at + 1)
    return bool(by) if not phrase.has("x") else True


_BY = re.compile(r"[bTlKiqdwfW]{0,8}y")
_AGENTS = re.compile(r"[^;sRVx]{0,8}?y(?:[dwaob#lT]{0,4}(?:L(?:fK)?)?[:,(hf-]*)?(?P<n>[AM])")


#: "was launched in 2014, initially just with Canada and Australia".
_WITH = re.compile(r"[bl]*(?:[iq]?T)?,?[bl]*k[bdl]*(?P<n>A)")


def _by_agents(scene: Scene, at: int, group: str) -> Iterator[Told]:
    """ "The accords were signed by ministers from Chile and Peru." """
    reading = scene.reading
    found = _AGENTS.match(reading.shape, at + 1)
    if found is None and group == "found":
        found = _WITH.match(reading.shape, at + 1)
    if found is None or is_denied(scene, max(0, at - 3), at + 1):
        return
    coalition = subject_coalition(scene, at)
    if coalition is not None and not reading.phrases[at].has("x"):
        # "…, with the latest agreement signed by the navy": of another paper.
        between = reading.shape[reading.shape.rfind("K", 0, at) + 1 : at]
        if not coalition.named or ("," in between and between != ","):
            return
    if coalition is None or (group == "host" and not is_exercise(coalition.coalition)):
        return
    if "t" in reading.shape[at - 1 : at] + "".join(
        t.sign for t in reading.phrases[at].tokens
    ) and not _is_intended(scene, at):
        return
    place = found.start("n")
    nations = joined_right(scene, place)
    said = groups()[group]
    status = of_exercise(said.status, coalition.coalition)
    letters = reading.shape.rfind("L", 0, at)
    if letters >= 0 and reading.phrases[letters].status is Status.LETTER_OF_INTENT:
        status = Status.LETTER_OF_INTENT
    if group == "found" and len(nations) < 2:
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


_OPENING_BEHALF = re.compile(r"F(?P<n>[AM]),")
_BEHALF = re.compile(r"[^;sRVx]{0,8}?F(?P<n>[AM])(?![VwW])")


def _on_behalf(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "signed the accords on behalf of Senegal", "for Chile"."""
    if scene.reading.phrases[at].group not in ("sign", "join"):
        return None
    found = _BEHALF.match(scene.reading.shape, at + 1) or _OPENING_BEHALF.match(
        scene.reading.shape, 0, at
    )
    return (found.start("n"), scene.reading.nations(found.start("n"))) if found else None


_BESIDE_THEM = re.compile(
    r"[bTl]*(?:[Law]|dw)?[lb]*(?P<n>[AM])(?:[,&]+[AM])*(?P<in>(?:[iF]|ei?)(?=K|L|dw|V))?"
)
_JUST_THEM = re.compile(r"(?:[,&]+[AM])*(?:,?R|[,;]|\Z|[iF])")
_ALONGSIDE = re.compile(r"[^;sRVx,]{0,3}?,?k(?:[LMdaw]{0,2}[fh:,]?)?(?P<n>A)(?=[,;]|\Z|[iq&])")


def _company(scene: Scene, at: int, group: str, found: Object, status: Status) -> Iterator[Told]:
    """Those whom the nation joins: "joins Chile and Spain in CSpO", "alongside Norway"."""
    if group not in ("join", "belong", "take part") or status is Status.ANNOUNCED:
        return
    shape = scene.reading.shape
    beside = _BESIDE_THEM.match(shape, at + 1) if group == "join" else None
    if beside and not beside["in"] and not _JUST_THEM.match(shape, beside.end("n")):
        beside = None
    beside = beside or _ALONGSIDE.match(shape, at + 1)
    if beside is None:
        return
    if shape[beside.start("n")] == "M" and not is_exercise(found.coalition):
        return
    nations = joined_right(scene, beside.start("n"))
    standing = of_exercise(Status.MEMBER, found.coalition)
    yield Told(
        found.coalition, nations, standing, Act.STANDING, "roster: beside", sure(found, 0.75),
        found.end, found.end,
    )  # fmt: skip


_INVERTED = re.compile(r"[lb]*(?P<n>A)(?:i[dab]*K)?x[lb]*(?P<m>A)")


def _inverted(scene: Scene, at: int) -> Iterator[Told]:
    """ "Joining the United States were Australia and Canada." """
    match = _INVERTED.match(scene.reading.shape, at + 1)
    coalition = subject_coalition(scene, len(scene.reading.shape) - 1)
    if match is None or coalition is None or scene.reading.phrases[at].tokens[-1].sign != "G":
        return
    nations = (*scene.reading.nations(match.start("n")), *joined_right(scene, match.start("m")))
    status = of_exercise(Status.MEMBER, coalition.coalition)
    end = scene.reading.phrases[match.start("m")].end
    yield Told(coalition.coalition, tuple(dict.fromkeys(nations)), status, Act.STANDING,
               "roster: joining", sure(coalition, 0.8), 0, end)  # fmt: skip
