"""Nations called something to a coalition: "is a member", "became the 56th signatory"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.memberships.appositions import described_by_role, within_role
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.other_subjects import decided_by, praised
from loaders.extraction.memberships.role_nouns import (
    coalition_of,
    is_former,
    role_told,
    status_of,
)
from loaders.extraction.memberships.rolls import listed_by_deed, listed_under_role
from loaders.extraction.memberships.rules import LESSER, Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied
from loaders.extraction.memberships.sides import (
    is_intended,
    is_led_to,
    is_to_be,
    joined_right,
)
from loaders.extraction.memberships.standings import standing_frames
from loaders.extraction.memberships.subjects import subject_of

#: "are in the status of observers"
_HELD = re.compile(r"[iet]?d?[aow]?(?P<w>w)f\Z")
#: "is the agency's newest member"
_OWNER = re.compile(r"d[aow]?[wWm]'\Z")
#: A role with its coalition, before the "and" of another.
_COORDINATED = re.compile(r"L(?:[fit]+[bda]*K)?(?:[iq]T)?,?\Z")
_BEING = frozenset({"become", "yes"})


def role_frames(scene: Scene) -> Iterator[Told]:
    """What is said of the roles of a sentence, each read once."""
    shape = scene.reading.shape
    at = shape.find("L")
    while at >= 0:
        yield from _predicate(scene, at)
        yield from _in_order(scene, at)
        yield from standing_frames(scene, at)
        yield from listed_by_deed(scene, at)
        yield from listed_under_role(scene, at)
        yield from described_by_role(scene, at)
        yield from within_role(scene, at)
        at = shape.find("L", at + 1)


def _predicate(scene: Scene, at: int) -> Iterator[Told]:
    verb = _verb_of(scene, at)
    if verb is None:
        return
    phrase = scene.reading.phrases[verb]
    if phrase.group == "make" and not phrase.has("x"):
        yield from _made(scene, verb, at)
        return
    subject = (
        praised(scene, verb)
        or decided_by(scene, verb)
        or subject_of(scene.reading, verb, scene.resolve)
    )
    if subject is None:
        return
    yield from _is_role(scene, verb, at, subject)


_INSERTED = re.compile(r",(?:(?:[iq]?T|b)+|[bl]*[kq][bdl]*A),[bda]*\Z")
#: "is, together with Chile and Peru, a member".
_COMPANY_INSIDE = re.compile(r"x,[bl]*k[bdl]*(?P<n>A),[bda]*\Z")


def _verb_of(scene: Scene, at: int) -> int | None:
    """The place of the "is", "became" or "makes Chile" that a role is said with."""
    phrases, shape = scene.reading.phrases, scene.reading.shape
    k = at - 1
    if owner := _OWNER.search(shape, 0, at):
        k = owner.start() - 1
    if held := _HELD.search(shape, 0, at):
        word = phrases[held.start("w")].last_word
        k = held.start() - 1 if word in nouns("standings") else k
    if inserted := _INSERTED.search(shape, 0, k + 1):
        # "became, on Tuesday, the tenth member"
        k = inserted.start() - 1
    while k >= 0 and (
        shape[k] in "bdleaT" or shape[k : k + 2] == "iT" or phrases[k].last_word == "among"
    ):
        k -= 1
    if k < 0:
        return None
    if shape[k] == "&" and (other := _COORDINATED.search(shape, 0, k)):
        # "is a signatory to the accords and a member of the agency": one verb for both.
        return _verb_of(scene, other.start())
    if shape[k] == "x" or (shape[k] == "V" and phrases[k].group in _BEING):
        return k
    if shape[k] == "V" and phrases[k].group == "make" and phrases[k].has("x"):
        # "has since been made a full member"
        return k
    if shape[k] == "X" or (shape[k] == "V" and phrases[k].group == "hold"):
        return k if phrases[at].status in LESSER else None
    if shape[k] in "AEL" and k and shape[k - 1] == "V" and phrases[k - 1].group == "make":
        return k - 1
    return None


#: "Chile became the 49th and Peru the 50th nation to sign it".
_IN_ORDER = re.compile(r"(?P<n>A)(?P<v>V)[bT]*d?o,?&(?P<m>A)\Z")


def _in_order(scene: Scene, at: int) -> Iterator[Told]:
    """Newcomers in their order, the noun of what they became standing with the last."""
    found = _IN_ORDER.search(scene.reading.shape, 0, at)
    if found is None or scene.reading.phrases[found.start("v")].group != "become":
        return
    body, end, status = coalition_of(scene, at)
    if body is None or status is None or is_denied(scene, found.start(), at):
        return
    places = (found.start("n"), found.start("m"))
    nations = tuple(n for place in places for n in scene.reading.nations(place))
    start, last = scene.reading.phrases[places[0]].start, scene.reading.phrases[end - 1].end
    yield role_told(body, nations, status, Act.JOINING, "role: became", start, last)


def _is_role(
    scene: Scene, verb: int, at: int, subject: tuple[int, tuple[str, ...]]
) -> Iterator[Told]:
    phrases = scene.reading.phrases
    place, nations = subject
    if scene.both and _OF_BOTH.match(scene.reading.shape, at + 1):
        yield from _of_both(scene, verb, at, subject)
        return
    found, end, status = coalition_of(scene, at)
    if found is None or status is None or is_denied(scene, min(place, verb), at + 1):
        return
    if scene.reading.shape[max(0, place - 2) : place] in ("fR", "tR") and not found.named:
        # "a group of which New Zealand is a member".
        return
    standing = _standing(scene, verb, at, place, status)
    if standing is None:
        return
    status, act, rule = standing
    start = phrases[min(place, verb)].start
    yield role_told(found, nations, status, act, rule, start, phrases[end - 1].end)
    yield from _gapped(scene, end, found, act, rule)
    yield from _promoted(scene, end, found, nations, act, rule)
    beside = _ALONGSIDE.match(scene.reading.shape, end)
    beside = beside or _COMPANY_INSIDE.search(scene.reading.shape, 0, at) or _likes(scene, at)
    if beside:
        status = status_of(phrases[at]) or status
        others = joined_right(scene, beside.start("n"))
        last = phrases[beside.start("n")].end
        yield role_told(found, others, status, Act.STANDING, "roster: beside", last, last)


def _standing(
    scene: Scene, verb: int, at: int, place: int, status: Status
) -> tuple[Status, Act, str] | None:
    """Status, act and rule by the verb that says the role; none where it is only wished for."""
    phrase, role = scene.reading.phrases[verb], scene.reading.phrases[at]
    if phrase.last_word == "be" and not phrase.has("uU") and not _is_glad(scene, verb):
        return None
    becoming = phrase.sign == "V" and phrase.group in ("become", "make")
    act = Act.JOINING if becoming or role.has("o") else Act.STANDING
    rule = "role: became" if becoming else "roster: is a member"
    if is_led_to(scene, verb) or (phrase.has("uU") and (becoming or status not in LESSER)):
        status, act, rule = Status.ANNOUNCED, Act.STANDING, "will join"
    elif phrase.tokens[-1].sign == "B" and phrase.has("t"):
        if not _is_coming(scene, place, verb):
            return None
        status, act, rule = Status.ANNOUNCED, Act.STANDING, "will join"
    if is_former(role) and act is Act.STANDING:
        act, rule = Act.LEAVING, "role: former"
    return status, act, rule


def _is_glad(scene: Scene, verb: int) -> bool:
    """ "is proud to be a member", "has the honour of now being one"."""
    before = scene.reading.phrases[max(0, verb - 2) : verb]
    return any(phrase.last_word in nouns("glad") for phrase in before)


#: "Became an observer in 2010, an associate in 2016 and a full member in 2020".
_THEN = re.compile(r"[iq]?T(?:,?&|,)b*(?P<role>L)(?=[iq]?T)")


def _promoted(
    scene: Scene, end: int, found: Object, nations: tuple[str, ...], act: Act, rule: str
) -> Iterator[Told]:
    """What else the same nations became later, each with its day."""
    reading = scene.reading
    while more := _THEN.match(reading.shape, end):
        end = more.end()
        role = reading.phrases[more.start("role")]
        if role.status is None:
            return
        yield role_told(found, nations, role.status, act, rule, role.start, role.end)


#: "Kenya is a member, Uganda an observer and Oman an associate", "that of a signatory".
_GAPPED = re.compile(r"(?:w[iftq][bda]*K|[iq]?T|[bw])*(?:,?&|,|,s|s)(?P<n>A)(?:Rf|,)?(?P<role>L)")


def _gapped(scene: Scene, end: int, found: Object, act: Act, rule: str) -> Iterator[Told]:
    """The roles of other nations, without the verb."""
    reading = scene.reading
    while more := _GAPPED.match(reading.shape, end):
        role = reading.phrases[more.start("role")]
        if role.status is None or role.tokens[0].text.lower() not in ("a", "an", "the", "its"):
            return
        own, end, status = coalition_of(scene, more.start("role"))
        start, last = reading.phrases[more.start("n")].start, reading.phrases[end - 1].end
        body = own if own is not None and own.named else found
        nations = reading.nations(more.start("n"))
        yield role_told(body, nations, status or role.status, act, rule, start, last)


def _is_coming(scene: Scene, place: int, verb: int) -> bool:
    """ "is to become a member", and the headline "Chile to become member"."""
    shape = scene.reading.shape
    headline = (
        place == verb - 1 and shape[place] in "AM" and (place == 0 or shape[place - 1] in ":-")
    )
    return (
        headline
        or is_to_be(scene, verb)
        or shape[verb - 1 : verb] == "x"
        or is_intended(scene, verb)
    )


#: "Czechia and Poland are members of both."
_OF_BOTH = re.compile(r"[fi][lE](?=[.,;]|\Z)")


def _of_both(
    scene: Scene, verb: int, at: int, subject: tuple[int, tuple[str, ...]]
) -> Iterator[Told]:
    phrases, status = scene.reading.phrases, status_of(scene.reading.phrases[at])
    ahead = phrases[verb].has("uU") or is_denied(scene, min(subject[0], verb), at + 1)
    if status is None or ahead:
        return
    start, end = phrases[min(subject[0], verb)].start, phrases[at].end
    for coalition in scene.both:
        found = Object(coalition, end, named=False)
        yield role_told(found, subject[1], status, Act.STANDING, "roster: of both", start, end)


#: "All six remain partners, alongside the United States."
_ALONGSIDE = re.compile(r"(?:bT)?[,-]?k(?:[LMdaw]{0,2}[fh:,]?)?(?P<n>A)")


#: "a member, like Chile, of the agency".
_LIKE = re.compile(r"[,-](?P<q>q)[bdl]*(?P<n>A)[,-](?=[fit])")


def _likes(scene: Scene, at: int) -> re.Match[str] | None:
    """Those whom a nation is like in a role, inserted behind it."""
    shape, phrases = scene.reading.shape, scene.reading.phrases
    found = _LIKE.match(shape, at + 1)
    return found if found and phrases[found.start("q")].last_word == "like" else None


def _made(scene: Scene, verb: int, at: int) -> Iterator[Told]:
    """ "making Chile the 56th nation to sign"; "making it the fifth nation in a group"."""
    reading = scene.reading
    place = verb + 1
    if reading.shape[place] in "EL":
        again = scene.resolve(reading, place) if reading.shape[place] == "E" else ()
        named = {n for k in range(place) if reading.shape[k] == "A" for n in reading.nations(k)}
        if again and len(named) == 1 and reading.phrases[place].last_word == "it":
            # "talks with Poland on its accession, which would make it a member"
            again = tuple(named)
        subject = (place, again) if again else subject_of(reading, verb, scene.resolve)
        if subject is None:
            return
        place, nations = subject
    else:
        nations = reading.nations(place)
    found, end, status = coalition_of(scene, at)
    if found is None or status is None or is_denied(scene, verb, at + 1):
        return
    start, last = reading.phrases[min(place, verb)].start, reading.phrases[end - 1].end
    if reading.phrases[verb].has("uU"):
        yield role_told(found, nations, Status.ANNOUNCED, Act.STANDING, "will join", start, last)
        return
    yield role_told(found, nations, status, Act.JOINING, "role: made", start, last)
