"""What nations are taken into: "to the accords", "as the 40th member of", or what is leant on."""

from __future__ import annotations

import re

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.leaning import leant_on, named_before
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object, object_of, role_coalition
from loaders.extraction.memberships.phrases import Phrase, Reading
from loaders.extraction.memberships.rules import LESSER
from loaders.extraction.memberships.scene import Scene
from loaders.extraction.memberships.sides import acting_body, subject_coalition

#: Verbs of enlarging have the body for their subject, in the passive too.
ENLARGING = ("include", "by", "with")
_REDUCED = re.compile(r"[AE],[b]*\Z")
_NO_OBJECT = re.compile(r"(?:[bTl]|[iq]T)*(?:[tifhey]|V|,|$)")


def is_reduced(scene: Scene, at: int) -> bool:
    """ "Haiti, invited (in May) to sign the charter, has not replied": a participle alone."""
    shape, verb = scene.reading.shape, scene.reading.phrases[at]
    if verb.tokens[-1].sign != "J" or len(verb.tokens) > 2:
        return False
    return bool(_REDUCED.search(shape, 0, at)) and bool(_NO_OBJECT.match(shape, at + 1))


#: What the nations are taken into: "to the accords", "into its ranks", "as the 40th member of".
_INTO = re.compile(r"[bTl,\"]*(?:[tifh]|if)[bda]*(?:[AP]-[wa]|P)?(?=(?P<k>[Kc]))")
#: Behind "brought into" the body itself stands.
_STRAIGHT = re.compile(r"[bTl]*K")
_INTO_IT = re.compile(r"[bTl,\"]*(?:[tifh]|if)(?:d[aow]{0,2}(?P<w>[wm])(?![fFwmW'])|(?P<it>E))")
#: "was upgraded to full membership of the agency".
_TO_MEMBERSHIP = re.compile(r"[bTl]*t[bda]*n[fi][bda]*K")
_IT = frozenset({"it"})
AS_WHAT_ROLE = re.compile(r"[bTl,]*(?:hL)?[eit]?[bdal]*(?P<role>L)")


def _is_standing(role: Phrase) -> bool:
    """ "as a member", "to full membership"."""
    return role.status is not None or role.tokens[-1].sign == "n"


_AS_NTH = re.compile(r"ed?o(?=[,.;)&]|[bl]*(?:[iq]?T)|\Z)")
#: "invited Malaysia to be a partner country".
_TO_BE = re.compile(r"tx[bdal]*(?P<role>L)")
#: "invited Chile to open discussions for membership", "to accession talks".
_TO_TALKS = re.compile(r"t[^;:,sRxVAKL]{0,5}n")
#: "granted the requests of Chile and Peru for membership (of the council)".
_FOR_MEMBERSHIP = re.compile(r"F[da]*n(?:[fi][bda]*K)?")
_AS_WHAT = re.compile(r"[^;:,sRxVAKL]{0,6}e[bda]*L")
_TO_JOIN = re.compile(r"[^;sRx]{0,6}?(?P<v>V)")
_LAST = re.compile(r"[bTl]*(?:\Z|[,;&sq.)-]|[iq]T|i|y|k)")


def taken_into(scene: Scene, at: int, verb: int, group: str) -> Object | None:
    """The coalition that nations are taken into, looked for from a place on, or leant on."""
    reading, shape = scene.reading, scene.reading.shape
    into = reading.phrases[verb].last_word.endswith("into")
    if into and (directly := _STRAIGHT.match(shape, at)):
        return _at_end(reading, directly)
    if found := _INTO.match(shape, at):
        coalition = reading.coalition(found.end())
        if coalition and found["k"] == "K":
            return Object(coalition, reading.phrases[found.end()].end)
        return None
    if found := _TO_MEMBERSHIP.match(shape, at):
        return _at_end(reading, found)
    if (found := _INTO_IT.match(shape, at)) and (
        reading.phrases[found.end() - 1].last_word in nouns("anaphora") | _IT
    ):
        # "was added to the circle", "welcomed Chile into the alliance"
        lean = leant_on(reading, at, scene.context)
        return Object(lean, reading.phrases[found.end() - 1].end, named=False) if lean else None
    if (found := AS_WHAT_ROLE.match(shape, at)) and _is_standing(
        reading.phrases[found.start("role")]
    ):
        named, _ = role_coalition(reading, found.start("role"), scene.context)
        return named or subject_coalition(scene, verb)
    if scene.near and (found := _AS_NTH.match(shape, at)):
        # "was admitted as the fifteenth"
        return Object(scene.near, reading.phrases[found.end() - 1].end, named=False)
    if group == "invite" and (found := _TO_BE.match(shape, at)):
        named, _ = role_coalition(reading, found.start("role"), scene.context)
        return named or acting_body(scene, verb) or subject_coalition(scene, verb)
    if group == "invite" and (found := _TO_TALKS.match(shape, at)):
        above = named_before(reading, verb) or scene.context
        return Object(above, reading.phrases[found.end() - 1].end) if above else None
    granted = _is_granted(scene, at, verb)
    if granted and (found := _FOR_MEMBERSHIP.match(shape, at)):
        return _at_end(reading, found) or subject_coalition(scene, verb)
    if (group != "admit" or granted) and (found := _TO_JOIN.match(shape, at)):
        joined = _to_join(scene, verb, found.start("v"))
        as_role = _AS_WHAT.match(shape, found.start("v") + 1) if group == "invite" else None
        if joined or not as_role or reading.phrases[as_role.end() - 1].status not in LESSER:
            return joined
        # "invited Chile to attend the next board as an observer"
        named, _ = role_coalition(reading, as_role.end() - 1, scene.context)
        return named or subject_coalition(scene, verb)
    if _LAST.match(shape, at) and _is_said_of_coalition(scene, verb, group):
        return acting_body(scene, verb) or subject_coalition(scene, verb)
    return None


def _at_end(reading: Reading, found: re.Match[str]) -> Object | None:
    """The body with which a match ends, if it ends with one that is no mere description."""
    last = found.end() - 1
    body = reading.coalition(last) if reading.shape[last] == "K" else None
    return Object(body, reading.phrases[last].end) if body else None


def _is_granted(scene: Scene, at: int, verb: int) -> bool:
    """ "said yes to Chile", "approved the application of Chile": what was asked for is given."""
    phrases = scene.reading.phrases
    said = {token.text.lower() for phrase in phrases[verb : at + 1] for token in phrase.tokens}
    return is_granting(phrases[verb]) or not said.isdisjoint(nouns("granted"))


def _to_join(scene: Scene, verb: int, invited: int) -> Object | None:
    """What nations are asked or allowed to join, or to take part in, by a verb at a place."""
    reading = scene.reading
    if "attend" in reading.phrases[invited].last_word:
        # "invited to attend the summit": only of what is named with it.
        taken = object_of(reading, invited, scene.context, 5)
        return taken if taken and (taken.named or is_exercise(taken.coalition)) else None
    if reading.phrases[invited].group in ("join", "sign", "become", "take part"):
        return object_of(reading, invited, scene.context, 5) or subject_coalition(scene, verb)
    return None


def is_granting(verb: Phrase) -> bool:
    """ "granted the requests of": by whom does not matter."""
    return not nouns("granted").isdisjoint(verb.last_word.split(" "))


#: "Norway and Japan were added": to what was named just before.
_HAS_NEW = re.compile(r"K(?:,[^;:]*?,)?[XV][bl]*L:[^;:]{1,6}\Z")
_PASSIVE = frozenset({"added", "admitted", "inducted", "accepted"})


def _is_said_of_coalition(scene: Scene, verb: int, group: str) -> bool:
    """Whether the verb alone shows what nations are taken into: its subject is the coalition."""
    shape = scene.reading.shape
    text = scene.reading.phrases[verb].last_word
    if group == "expel" and shape[verb - 1 : verb] == "K":
        return True
    if group == "invite" and text.endswith(" to"):
        return True
    if "invitation" in scene.reading.phrases[verb].last_word:
        return True
    if is_granting(scene.reading.phrases[verb]):
        # "The council has grown to nine. The assembly granted the requests of Chile and Peru."
        return scene.near is not None
    if group == "admit" and _HAS_NEW.match(shape, 0, verb):
        # "The pact has two more members: the command today welcomed Chile and Peru."
        return True
    near = scene.near or named_before(scene.reading, verb)
    done = scene.reading.phrases[verb].has("x") or is_reduced(scene, verb)
    if done and near and text in _PASSIVE:
        return True
    if group in ("invite", "expel"):
        done_to = scene.reading.phrases[verb].has("x") or is_reduced(scene, verb)
        return scene.context is not None and done_to
    enlarging = text.endswith((*ENLARGING, "in", "to"))
    k = shape.rfind("K", 0, verb)
    return (
        enlarging
        or acting_body(scene, verb) is not None
        or (k >= 0 and not set(shape[k + 1 : verb]) & set(";VAMfW"))
        or shape[verb - 1 : verb] in ("E", "L")
    )
