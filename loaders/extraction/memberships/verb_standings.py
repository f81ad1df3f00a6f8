"""How nations stand that act by a verb: "joined it", "will join it", "joined it as observers"."""

from __future__ import annotations

import re

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import groups, nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.rules import LESSER, Act, Status, is_document
from loaders.extraction.memberships.scene import Scene, of_exercise
from loaders.extraction.memberships.sides import is_intended, is_to_be, role_behind


def standing_of(scene: Scene, at: int, group: str, found: Object) -> tuple[Status | None, Act]:
    """The status and act of a verb that nations act by; no status where nothing is claimed."""
    said = groups()[group]
    phrase = scene.reading.phrases[at]
    if scene.reading.shape[at - 2 : at] == "xt" and phrase.has("X"):
        # "was to have sent a team"
        return None, said.act
    if role := role_behind(scene, at):
        return _standing_as(scene, at, group, found, role)
    if group == "follow" and scene.act is not None:
        # "Kenya followed on 29 June": in what the sentence before tells of.
        said = groups()[scene.act[0]]
    status = of_exercise(said.status, found.coalition)
    if group == "take part" and (sent := _SENT_TO.match(scene.reading.shape, at + 1)):
        # "sent three officers to watch the exercise"
        watching = scene.reading.phrases[sent.start("w")].last_word in _WATCHING
        return Status.OBSERVER if watching else status, said.act
    if group == "host":
        return status, said.act
    status = _in_body(scene, at, group, found, status)
    if said.act is Act.LEAVING:
        return (None if phrase.has("t") and not is_intended(scene, at) else status), said.act
    if group == "be invited" or (group == "take part" and _has_agreed(phrase)):
        return status, said.act
    if group == "observe" and is_exercise(found.coalition) and _will(phrase):
        # "Sweden and Korea will observe": they look on, whenever it is held.
        return status, said.act
    if group == "belong" and phrase.last_word in _CHAIR and (_will(phrase) or is_to_be(scene, at)):
        # "will chair the initiative in 2027": who is in it already.
        return status, said.act
    if phrase.has("uU") or _is_coming(phrase, group) or is_to_be(scene, at):
        return Status.ANNOUNCED, Act.STANDING
    before = scene.reading.phrases[at - 1].last_word if at else ""
    if phrase.tokens[-1].sign == "G" and before in nouns("intending"):
        return Status.ANNOUNCED, Act.STANDING
    if phrase.tokens[-1].sign == "B":
        return _of_infinitive(scene, at, status), said.act
    return status, said.act


def _in_body(scene: Scene, at: int, group: str, found: Object, status: Status) -> Status:
    """The status by the kind of body: who takes part in an initiative belongs to it.

    Only an exercise has mere participants.
    """
    if group == "take part" and not is_exercise(found.coalition):
        return Status.MEMBER
    signed_on = status is Status.SIGNED and _ON.match(scene.reading.shape, at + 1)
    # "New Zealand signed on in 2015": to an initiative, which is no paper.
    return Status.MEMBER if signed_on and not is_document(found.coalition.name) else status


def _is_coming(verb: Phrase, group: str) -> bool:
    """ "said that Greece was joining the effort" is done, "is joining" is to come."""
    ing = group in ("join", "sign") and verb.has("x") and verb.tokens[-1].sign == "G"
    return ing and not any(t.text.lower() in ("was", "were") for t in verb.tokens)


def _has_agreed(verb: Phrase) -> bool:
    """ "more than twenty countries had agreed to take part"."""
    agreed = verb.tokens[0].sign == "X" and verb.has("U")
    return agreed and "agreed" in " ".join(t.text.lower() for t in verb.tokens)


def _standing_as(
    scene: Scene, at: int, group: str, found: Object, role: Status
) -> tuple[Status | None, Act]:
    """The same where a role behind the verb says how they stand: "joined it as observers"."""
    phrase = scene.reading.phrases[at]
    asked = scene.reading.phrases[at - 1].group in ("invite", "be invited") if at else False
    if asked and phrase.tokens[-1].sign == "B":
        # "invited to join it as observers": not observers yet.
        return None, groups()[group].act
    if phrase.has("uU") and phrase.tokens[-1].text == "send":
        # "will send observers": to an exercise; elsewhere somebody will look on, once.
        surely = is_exercise(found.coalition) and not phrase.has("U")
        return role if surely else None, Act.STANDING
    settled = role in _SETTLED and (role is Status.LETTER_OF_INTENT or _will(phrase))
    if phrase.has("uU") and not settled:
        # "would join it as an associate"; "will join as one" says how it will stand.
        return Status.ANNOUNCED, Act.STANDING
    return role, Act.JOINING if role is Status.LETTER_OF_INTENT else Act.STANDING


def _will(phrase: Phrase) -> bool:
    return any(t.text.lower() in ("will", "shall") for t in phrase.tokens)


_CHAIR = frozenset({"chair", "co-chair"})
_ON = re.compile(r"t(?=i?T|[,.;&]|\Z)")
_SETTLED = (Status.LETTER_OF_INTENT, *LESSER)
_SENT_TO = re.compile(r"[^;:,sRAK]{0,5}?t(?P<w>[wV])")
_WATCHING = frozenset({"watch", "observe", "monitor", "follow"})
_PUT = re.compile(r"[AM],?[iq]?T,?[bl]*\Z")


def _is_asked(scene: Scene, at: int) -> bool:
    """Whether an invitation stands before an infinitive, in the same clause."""
    shape = scene.reading.shape
    first = max(shape.rfind(mark, 0, at) for mark in ",;:") + 1
    return any(p.group == "be invited" for p in scene.reading.phrases[first:at])


def _of_infinitive(scene: Scene, at: int, status: Status) -> Status | None:
    """ "decided to join", "its decision to join": announced. A bare "joins" of many is done."""
    phrase = scene.reading.phrases[at]
    if at and scene.reading.phrases[at - 1].status is Status.LETTER_OF_INTENT:
        # "handed in a letter of intent to join it"
        return None
    if _is_asked(scene, at):
        # "is considering an invitation from the command to join it": invited so far.
        return None
    glad = scene.reading.phrases[at - 1].last_word if at else ""
    if phrase.has("t") and glad in nouns("glad"):
        # "Peru is proud to sign the accords."
        return status
    if not phrase.has("t"):
        told = at and scene.reading.shape[at - 1] in "AMER,)"
        # "Zambia on Thursday put its signature to it"
        return status if told or _PUT.search(scene.reading.shape, 0, at) else None
    shape = scene.reading.shape
    headline = at and shape[at - 1] in "AM" and (at == 1 or shape[at - 2] in ":-")
    return Status.ANNOUNCED if headline or is_intended(scene, at) else None
