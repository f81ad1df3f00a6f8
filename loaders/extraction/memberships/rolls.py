"""Nations listed under a role: "OOD members Australia and Canada", "its members are …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import LISTING_OR_DRAWING, groups
from loaders.extraction.memberships.objects import Object, is_undertaking, object_of
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.role_nouns import (
    coalition_of,
    is_definite,
    is_last,
    is_new,
    is_strong,
    is_to_other,
    nearest,
    role_told,
    stated_count,
)
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_document
from loaders.extraction.memberships.sides import is_to_be, joined_right

#: Between a role and the nations that have it.
_LIST = re.compile(
    r"(?P<link>[bTl]*(?:(?P<after>V)?[bT]*,?k[dl]*(?P<more>A),?-?:?(?:[:-]|(?<=,)x[bl]*)|(?:,?R)?(?:(?P<post>V)[bl]*)?x[bl]*(?:ge)?|[bl]*(?P<v>V)[bl]*:?|x[^;:AMV]{0,4}:|[:(\"-]+|,?[bl]*(?P<e>e)|,|w?[fh])?"
    r"(?:[fh](?=[dl]*A)|y)?(?:(?P<w>V)[dlb]*(?:[#adow]{0,4}[gL][:-]?f?)?)?)[lb]*(?P<n>[AM])"
)
_SAID_OF = re.compile(r"Lx[bdaow]*\Z")
_OF_UNDERTAKING = re.compile(r"[fit]d[aow]{0,2}[wm]")
_SINGULAR = frozenset({"host country", "host nation", "member", "partner", "signatory", "host"})
_TOWARDS = re.compile(r"[wW][tqF]\Z")
_TAKING_PART = frozenset({"take part", "feature", "comprise", "belong"})


def listed_under_role(scene: Scene, at: int) -> Iterator[Told]:
    """What the role at a place of the shape says of the nations listed behind it."""
    reading, role = scene.reading, scene.reading.phrases[at]
    _, end, status = coalition_of(scene, at)
    match = _LIST.match(reading.shape, end) if status is not None else None
    if status is None or match is None or not _links(scene, match):
        return
    place = match.start("n")
    if _is_other_than_list(scene, at, match) or _is_taken_in(scene, at):
        return
    nations = joined_right(scene, place)
    if not match["link"].strip("bTl") and role.last_word in _SINGULAR:
        # "host country South Africa, French President …"
        nations = reading.nations(place)
    found = _body(scene, at, match, nations)
    if found is None or not _fits(role, match, nations):
        return
    if is_denied(scene, at, place) or is_asked(scene, place):
        return
    more = reading.nations(match.start("more")) if match["more"] else ()
    whole = tuple(dict.fromkeys((*_besides(scene, at), *more, *nations)))
    if said := _SAID_OF.search(reading.shape, 0, at):
        # "Other signatories are member countries such as …"
        status = reading.phrases[said.start()].status or status
    if role.status is None:
        # "the other 47 nations" of an accord have signed it.
        status = of_document(status, found.coalition)
    act = Act.JOINING if is_new(role) else Act.STANDING
    rule = "role: newest" if act is Act.JOINING else "roster: members"
    count = None if _is_partial(scene, match) or len(whole) == 1 else stated_count(role)
    if count == len(set(nations)):
        # "six nations, in addition to the United States: …" are seven.
        count = len(whole)
    start, last = role.start, reading.phrases[place].end
    yield role_told(found, whole, status, act, rule, start, last, count, 0.8)


def _body(scene: Scene, at: int, match: re.Match[str], nations: tuple[str, ...]) -> Object | None:
    """The body of the role: its own, the nearest, one of as many nations, or one named later."""
    reading, role = scene.reading, scene.reading.phrases[at]
    of_other = _OF_UNDERTAKING.match(reading.shape, at + 1)
    if of_other and is_undertaking(reading, of_other.end() - 1, _meant(scene, at)):
        return None
    found = coalition_of(scene, at)[0]
    if found is None and "x" in match["link"] and not is_to_other(scene, at):
        found = nearest(scene, at) if is_strong(role) else None
    if found is None:
        found = _by_number(scene, role, stated_count(role), nations, match["link"])
    if found is None and match["link"] in ("", "f", "h"):
        found = _named_later(scene, role, match.start("n"))
    return found


_LATER = re.compile(r"A(?:[,&]+A)*[^;:sSRA]{1,12}?[tif][bda]*(?P<k>K)")


def _named_later(scene: Scene, role: Phrase, place: int) -> Object | None:
    """ "Partner nations Spain and Italy have pledged officers to the cell"."""
    fits = (role.has("g") and role.status) or role.status is Status.LIAISON
    found = _LATER.match(scene.reading.shape, place) if fits else None
    body = scene.reading.coalition(found.start("k")) if found else None
    return Object(body, role.end) if body else None


def _is_taken_in(scene: Scene, at: int) -> bool:
    """ "has invited three countries – … – to join it": the verb's own frame reads it."""
    before = scene.reading.phrases[at - 1] if at else None
    return before is not None and before.sign == "V" and before.group in ("invite", "expel")


def _is_other_than_list(scene: Scene, at: int, match: re.Match[str]) -> bool:
    """Whether the nations behind a role are named for another reason than to have it."""
    reading, link = scene.reading, match["link"]
    place = match.start("n")
    role, people = reading.phrases[at], reading.phrases[place]
    if match["v"] and _TOWARDS.search(reading.shape, 0, at):
        # "threats to the members include …"
        return True
    liaisons = role.status is Status.LIAISON
    if link[-1:] == "f" and not liaisons and (not role.has("g") or len(reading.nations(place)) < 2):
        # "members of the Senate of Peru", "partners of the United States".
        return True
    if link.startswith(",") and _AS.search(reading.shape, 0, at):
        # "After years as an observer, Chile has become a full member."
        return True
    whose = reading.phrases[at].has("H")
    if link.startswith(",") and reading.shape[at - 1 : at] == "," and not whose:
        # "the GCC members, Egypt and Jordan" amid others is no list of the members.
        return True
    if link == "," and reading.phrases[at].has("Cc") and _ONE_MORE.match(reading.shape, place):
        # "only the Quad partners, Chile and Peru have officers there": beside the partners
        return True
    through_people = people.sign == "M" and people.tokens[-1].sign != "N"
    return through_people and link[-1:] not in ("h", "f")


#: No comma closes what were an apposition.
_ONE_MORE = re.compile(r"A[bl]*[XVx]")
_AS = re.compile(r"e[bd]*\Z")
#: "Other countries that have already signed the accords are Iran and Peru.", "the latest to sign
#: up were Chile and Peru".
_RELATIVE = re.compile(
    r"(?P<r>R)?(?P<v>V)[bl]*(?:[tif]?[bda]*K)?[bl]*(?:x|V|[:-])[bl]*(?P<n>A)(?=[,;.)]|\Z|[&iq])"
)


def _meant(scene: Scene, at: int) -> CoalitionMention | None:
    found = nearest(scene, at)
    return found.coalition if found else None


def listed_by_deed(scene: Scene, at: int) -> Iterator[Told]:
    """What nations did that are listed behind a role and its relative clause or infinitive."""
    reading, role = scene.reading, scene.reading.phrases[at]
    match = _RELATIVE.match(reading.shape, at + 1)
    if match is None:
        return
    verb, place, newest = match.start("v"), match.start("n"), match["r"] is None
    deed = reading.phrases[verb]
    if deed.group not in ("join", "sign") or is_denied(scene, at, place):
        return
    if newest and not (deed.has("t") and is_last(role)):
        return
    found = object_of(reading, verb, scene.context, 5)
    near = named_before(reading, at) or scene.near
    if newest and found is None and near and reading.shape[verb + 1] == "x":
        # "The latest to sign up were Chile and Peru", of what was spoken of just before
        found = Object(near, deed.end, named=False)
    if found is None:
        return
    said, nations = groups()[deed.group], joined_right(scene, place)
    rule = "role: newest" if newest else "roster: who did"
    end = reading.phrases[place].end
    yield role_told(found, nations, said.status, said.act, rule, role.start, end)


def is_asked(scene: Scene, place: int) -> bool:
    """ "six new members, including Argentina, were invited": not members yet."""
    if any(p.has("Z") for p in _rest_of_clause(scene, place)):
        return True
    shape = scene.reading.shape
    closed = _CLOSED.match(shape, place + 1)
    if closed and (scene.reading.phrases[place + 2].has("ZuU") or is_to_be(scene, place + 2)):
        # "five states – … – are not members", "are to join"
        return True
    behind = _THEN.match(shape, place + 1)
    if behind is None:
        return False
    verb = scene.reading.phrases[behind.end() - 1]
    return verb.has("uUZ") or verb.group in ("invite", "be invited", "leave", "expel")


def _rest_of_clause(scene: Scene, place: int) -> list[Phrase]:
    """ "… new members: Japan and Croatia are in the process of joining": what goes on."""
    rest = _REST.match(scene.reading.shape, place + 1)
    goes_on = rest is not None and rest.group()[:1] in ("x", "V", "X")
    return list(scene.reading.phrases[place + 1 : rest.end()]) if rest and goes_on else []


_CLOSED = re.compile(r"[-)][xV]")
_REST = re.compile(r"[^;,:.-]{0,7}")
_THEN = re.compile(r"[,)-]?[b]*[V]")


def _links(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the verbs between a role and its list are verbs of listing."""
    phrases = scene.reading.phrases
    for name in "vw":
        if match[name] and phrases[match.start(name)].group not in LISTING_OR_DRAWING:
            return False
    return not (match["post"] and phrases[match.start("post")].group not in _TAKING_PART)


def _is_partial(scene: Scene, match: re.Match[str]) -> bool:
    """ "including", "such as": not the whole list."""
    phrases = scene.reading.phrases
    return bool(match["e"]) or any(
        match[name] and "includ" in phrases[match.start(name)].tokens[-1].text for name in "vw"
    )


def _fits(role: Phrase, match: re.Match[str], nations: tuple[str, ...]) -> bool:
    """Whether the number of nations fits the role: one member, several members."""
    link = match["link"]
    noun = role.tokens[-1].text
    plural = noun.endswith("s") and not noun.endswith("ss")
    if not link.strip("bTl"):
        # "OOD members Australia": nothing between; "member states France met" is none.
        named = role.has("Cc") and len(nations) > 1
        return (plural == (len(nations) > 1) or not plural) and (is_strong(role) or named)
    if link[-1:] in (",",) and not match["v"]:
        return plural == (len(nations) > 1)
    if "x" in link and not plural:
        return len(nations) >= 1
    if not is_strong(role) and "f" not in link and "h" not in link:
        return len(nations) > 1
    return True


def _by_number(
    scene: Scene, role: Phrase, count: int | None, nations: tuple[str, ...], link: str
) -> Object | None:
    """ "The group of ten countries – Australia, …": a list of just as many, of what was named."""
    if scene.context is None:
        return None
    counted = count == len(nations) and count > 2 and is_definite(role)
    if not counted and not (
        (count or "V" in link) and is_exercise(scene.context) and not link.startswith(",")
    ):
        return None
    k = scene.reading.shape.rfind("K", 0)
    named = scene.reading.coalition(k) if k >= 0 else None
    return Object(named or scene.context, role.end, named=bool(named))


_BESIDES = re.compile(
    r"k(?:[dl]*)(?P<n>A)(?:,?&[bl]?A)*(?:&[EL](?:Z|RV[^;:,AM]{0,3})*)?,(?=[^;]*\Z)"
)


def _besides(scene: Scene, at: int) -> tuple[str, ...]:
    """ "In addition to the U.S., this year's participants included …"; "… in addition to …: …"."""
    shape = scene.reading.shape
    found = _BESIDES.match(shape)
    if found and found.end() <= at and not set(shape[found.end() : at]) & set("Vx;"):
        return scene.reading.nations(found.start("n"))
    return ()
