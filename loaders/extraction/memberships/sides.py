"""What frames share: the coalition a verb is said of, nations joined to others, "as observers"."""

from __future__ import annotations

import re

from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.leaning import AT_HOME
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.rules import LESSER, Status
from loaders.extraction.memberships.scene import Scene

#: Other standings, where a verb is said "as observers".
_OTHER_STANDINGS = (*LESSER, Status.HOST, Status.PARTICIPANT)


def subject_coalition(scene: Scene, at: int) -> Object | None:
    """The coalition that a passive or a verb of enlarging is said of: before it, or leant on."""
    shape = scene.reading.shape
    aside = _ASIDE.search(shape, 0, at)
    k = aside.start() if aside else shape.rfind("K", 0, at)
    if k >= 0 and scene.context is not None and AT_HOME.search(shape, 0, k + 2):
        # "Egypt, the host of the agency, sent an observer": to what is spoken of.
        return Object(scene.context, scene.reading.phrases[at].end, named=False)
    if aside or (k >= 0 and not set(shape[k + 1 : at]) & set(";V")):
        named = scene.reading.coalition(k)
        return Object(named, scene.reading.phrases[k].end) if named else None
    if k < 0 and (paper := _PAPER.search(shape, 0, at)):
        noun = scene.reading.phrases[paper.start("noun")]
        named = scene.reading.coalition(paper.start())
        if named and noun.last_word in nouns("papers"):
            # "The agency's convention was signed by Chile."
            return Object(named, noun.end)
    if scene.context is None:
        return None
    return Object(scene.context, scene.reading.phrases[at].end, named=False)


#: "The centre, accredited by the alliance in July, was founded by France."
_ASIDE = re.compile(r"K,[bl]*[VRwy][^;:,]{0,16},[bl]*\Z")
_PAPER = re.compile(r"c'?[aow]{0,2}(?P<noun>[wWm])[bl]*\Z")
#: "The programme, launched by seventeen allies, has gained …", "the pact, which met, admitted …".
_BODY = re.compile(
    r"(?:(?P<k>K)|(?P<c>c)'?m+(?:f[da]*K)?)(?:,[^;:]{1,14}?,|-[^;:-]{1,14}-)?(?:,?R|,)?[bl]*\Z"
)


_IT = re.compile(r"(?:\A|[,;&s\"])[b]?(?P<it>E)(?:,?R)?[bl]*\Z")


def acting_body(scene: Scene, at: int) -> Object | None:
    """The body that is the subject of the verb at a place: "the agency('s council) admitted …"."""
    found = _BODY.search(scene.reading.shape, 0, at)
    if found is None:
        it = _IT.search(scene.reading.shape, 0, at)
        if it is None or scene.near is None:
            return None
        pronoun = scene.reading.phrases[it.start("it")].last_word == "it"
        return Object(scene.near, scene.reading.phrases[at].end, named=False) if pronoun else None
    k = found.start("k") if found["k"] else found.start("c")
    led = k and scene.reading.shape[k - 1] in "ihqtkyfF"
    if led and not (found["k"] and _council_of(scene, k)):
        # "A letter, signed on the margins of the agency's council, commits …": the letter does.
        return None
    named = scene.reading.coalition(k)
    return Object(named, scene.reading.phrases[k].end) if named else None


def _council_of(scene: Scene, k: int) -> bool:
    """ "the council of the agency", "the members of the pact"."""
    return bool(re.search(r"[mL]f\Z", scene.reading.shape[:k]))


def joined_right(scene: Scene, place: int) -> tuple[str, ...]:
    """The nations of a phrase and of those joined to it: "ministers of Chile and of Peru"."""
    reading = scene.reading
    nations = reading.nations(place)
    at = place + 1
    while more := _MORE.match(reading.shape, at):
        nations = (*nations, *reading.nations(more.end() - 1))
        at = more.end()
    return tuple(dict.fromkeys(nations))


_MORE = re.compile(
    r"(?:\(L\))?(?:,?&|,(?:d?[aW\"']{1,4},)?&?|,?k)[bl]?(?:[daol]{0,3}[Lgm]{1,2}[fh]?)?[fhy]?(?:d?W{1,2}f)?[AM](?![VxXR])"
)
_ROLE_BEHIND = re.compile(r"[^;:sVx]{0,9}?(?:[eiky][dwb]?(?P<role>L)|(?<=V)[bl]*(?P<sent>L))")


def role_behind(scene: Scene, at: int) -> Status | None:
    """ "attended as observers", "sent observers": a standing other than the verb's own."""
    found = _ROLE_BEHIND.match(scene.reading.shape, at + 1)
    if found is None:
        return None
    place = found.start("role") if found["role"] else found.start("sent")
    if found["role"] and _OTHERS_AS.search(scene.reading.shape, at + 1, place + 1):
        return None
    status = scene.reading.phrases[place].status
    if status is Status.LETTER_OF_INTENT:
        return status
    return status if status in _OTHER_STANDINGS else None


def is_seated(body: CoalitionMention, kinds: str = "seated_bodies") -> bool:
    """Whether a body is a place or an office, that a nation can house: a centre, a radar.

    `kinds` is the section of the lexicon with the words for them.
    """
    whole = known_coalitions().names.get(body.slug or "", body.name)
    return not nouns(kinds).isdisjoint(whole.lower().replace("-", " ").split(" "))


def is_to_be(scene: Scene, at: int) -> bool:
    """ "Chile is to join the pact", "are to become members": arranged, not done."""
    phrase = scene.reading.phrases[at]
    return phrase.tokens[0].text.lower() in ("is", "are") and phrase.has("t")


def status_beside(scene: Scene, place: int) -> Status | None:
    """ "with Bolivia and Ecuador as observers": what the role behind nations at a place says."""
    found = _AS_ROLE.match(scene.reading.shape, place)
    return scene.reading.phrases[found.end() - 1].status if found else None


def is_with_body(scene: Scene, at: int) -> bool:
    """ "a letter of intent with the agency on a centre": between a nation and the agency."""
    return _WITH_BODY.match(scene.reading.shape, at + 1) is not None


_WITH_BODY = re.compile(r"k[bda]*(?:K|[mw])[tF][daPcK]")
_AS_ROLE = re.compile(r"[AM](?:[,&]+[AM])*e[dbaw]*L")
#: "took part, with Bolivia and Ecuador as observers": the others did.
_OTHERS_AS = re.compile(r",?k[bdl]*A(?:[,&]+A)*e[dbaw]*L\Z")

_GOVERNING_REACH = 8


#: "An agreement that will lead to its accession", "which opens the way for Ireland becoming one".
_LED_TO = re.compile(
    r"\b(?:that|which) (?:will|would|is to|should|is expected to|is meant to|can|may|aims to)? ?"
    r"(?:eventually |finally |now |thus )?"
    r"(?:leads?|paves?|opens?|clears?|facilitates?|allows?|enables?|prepares?|smooths?)\b[^,;.:]*\Z"
)


def is_led_to(scene: Scene, at: int) -> bool:
    """Whether what is told is what a paper or a step of now will lead to."""
    start = scene.reading.phrases[at].start
    return bool(_LED_TO.search(scene.reading.clause.reduced, max(0, start - 120), start))


def is_intended(scene: Scene, at: int) -> bool:
    """Whether an infinitive hangs on a word of intending: "accepted an invitation … to join"."""
    if scene.reading.phrases[at].has("uU"):
        return True
    for phrase in reversed(scene.reading.phrases[max(0, at - _GOVERNING_REACH) : at]):
        if phrase.sign in ",;:-sR":
            return False
        if phrase.last_word in nouns("intending") or phrase.sign == "U":
            return True
    return False
