"""What verbs of membership act on: the coalition that "signed a letter to join" is of."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.language.vocabulary import load
from loaders.extraction.memberships.founding_days import founded
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import Object, object_of
from loaders.extraction.memberships.other_papers import is_another_letter
from loaders.extraction.memberships.rules import Status
from loaders.extraction.memberships.scene import Scene
from loaders.extraction.memberships.sides import (
    is_seated,
    is_with_body,
    joined_right,
    role_behind,
    subject_coalition,
)

#: Verbs whose nations act, and how many other words may stand before their coalition.
ACTING = {
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
    "own": 4,
    "pay": 0,
}


def acted_on(scene: Scene, at: int, group: str) -> Object | None:
    """The coalition that a verb takes, where it can take it so."""
    role = role_behind(scene, at)
    if group == "pay":
        return share_of_fleet(scene, at)
    if group == "be invited" and scene.near and _TO_JOIN.match(scene.reading.shape, at + 1):
        # "have received invitations to become members", of what was spoken of just before
        found = object_of(scene.reading, at, None, ACTING[group])
        return found or Object(scene.near, scene.reading.phrases[at + 1].end, named=False)
    letter = role is Status.LETTER_OF_INTENT and _DIRECT.match(scene.reading.shape, at + 1)
    if letter and is_with_body(scene, letter.end() - 1):
        return None
    if group == "host" and (part := part_housed(scene, at)):
        return part
    if group == "sign" and (begun := _begun_by_paper(scene, at)):
        return begun
    found = _by_way_of(scene, at, group)
    found = found or _letter(scene, at, role)
    found = found or object_of(scene.reading, at, scene.context, ACTING[group])
    if found is None:
        return None
    if role is not None:
        elsewhere = _TO_PLACE.match(scene.reading.shape, at + 1)
        occasion = _TO_OCCASION.match(scene.reading.shape, at + 1)
        if occasion and scene.reading.phrases[occasion.start("w")].last_word in nouns("happenings"):
            elsewhere = occasion
        if elsewhere and not (found.named or is_exercise(found.coalition)):
            # "sent observers to Dhaka", "to the ceremony"
            return None
        if not found.named:
            # "participate as an observer in the partnership"
            found = _behind_role(scene, at) or found
    elif _unfit(group, found, scene.reading.phrases[at].tokens[-1].text):
        return found if _contributes(scene, at, found) else None
    in_deed = not is_exercise(found.coalition) and _is_in_deed(scene, at, group)
    return None if in_deed else found


#: "China signed (a memorandum) with Senegal (on the station)".
_WITH_WHOM = re.compile(r"[^;:sRVxAM]{0,10}?k[bdl]*(?P<n>[AM])")


def without_leader(
    scene: Scene, at: int, found: Object, nations: tuple[str, ...]
) -> tuple[str, ...]:
    """Who comes in by a paper: those with whom the one that leads the body signed it."""
    leaders = _led_by().get(found.coalition.slug or "", frozenset())
    partner = _WITH_WHOM.match(scene.reading.shape, at + 1)
    if partner is None or not set(nations) <= leaders:
        return nations
    others = joined_right(scene, partner.start("n"))
    return others if others and leaders.isdisjoint(others) else nations


@cache
def _led_by() -> dict[str, frozenset[str]]:
    listed: Any = load("coalition_words")["led_by"]
    return {slug: frozenset(codes.split(", ")) for slug, codes in listed.items()}


#: "The initiative was born in 2014, when Chile and Peru (signed) a memorandum".
_BEGUN_WHEN = re.compile(r"(?:\A|[;s&])d?(?P<k>[KE])[^;:sAMRK]{1,8}T,?sA[bl]*\Z")
_A_PAPER = re.compile(r"[bTl]*d[aowm]{0,3}(?P<noun>[wm])")


def _begun_by_paper(scene: Scene, at: int) -> Object | None:
    """The body that began when nations signed a paper between them."""
    reading = scene.reading
    begun, paper = _BEGUN_WHEN.search(reading.shape, 0, at), _A_PAPER.match(reading.shape, at + 1)
    if begun is None or paper is None or not _is_begun().search(reading.clause.reduced):
        return None
    if reading.phrases[paper.start("noun")].last_word not in nouns("papers"):
        return None
    named = reading.coalition(begun.start("k")) or scene.near
    return Object(named, reading.phrases[paper.start("noun")].end) if named else None


@cache
def _is_begun() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:was|were) (?:born|{founded()})\b|\b(?:began|started|originated|came into being|"
        r"date[sd] (?:back )?(?:from|to)|go(?:es)? back to)\b"
    )


#: "paid for the sixth satellite", "clubbed together for the ninth", "bought a share of it".
_SHARE = re.compile(
    r"[bTl]*(?:[d#](?P<o>o?)[aw]?|[aw]?)(?P<w>[mw])?(?=[iqk,;.&F]|[,(]c|\Z|f|V|e|s|T)"
)
#: Fleets whose cost and use nations share.
_FLEET = re.compile(r"SATCOM|Satcom|\bWGS\b|Fleet|Constellation|Pool")


def share_of_fleet(scene: Scene, at: int) -> Object | None:
    """The fleet that nations pay for a part of, where the text is about one."""
    reading, body = scene.reading, scene.context
    found = _SHARE.match(reading.shape, at + 1)
    if body is None or found is None or not _FLEET.search(body.name):
        return None
    noun = reading.phrases[found.start("w")].last_word if found["w"] else ""
    if noun not in nouns("shares") and not (found["o"] and not noun):
        return None
    return Object(body, reading.phrases[found.end() - 1].end, named=False)


#: "the cell's Pacific node, which Australia has hosted", "hosts the cell's southern node".
_ITS_PART = r"(?:(?P<k>[cK])|d(?P<m>[mw]))'?[aow]{0,2}(?P<w>w)"
_PART_WHICH = re.compile(
    rf"{_ITS_PART}(?:,?R[bl]*A[bTl]*|b*)\Z|(?P<whose>K),?H[aow]{{0,2}}(?P<of>w)\Z"
)
_PART = re.compile(rf"[bTl]*[bda]*{_ITS_PART}")


def part_housed(scene: Scene, at: int) -> Object | None:
    """The body of which nations house an office, a node or a cell."""
    reading = scene.reading
    found = _PART_WHICH.search(reading.shape, 0, at) or _PART.match(reading.shape, at + 1)
    if found is None:
        return None
    whose = found.groupdict().get("whose")
    part = reading.phrases[found.start("of" if whose else "w")]
    if part.last_word not in nouns("housed_parts"):
        return None
    end = reading.phrases[max(found.end() - 1, at)].end
    if whose or found["k"]:
        body = reading.coalition(found.start("whose" if whose else "k"))
        return Object(body, end) if body else None
    owner = reading.phrases[found.start("m")].last_word
    lean = scene.near if owner in nouns("anaphora") else None
    return Object(lean, end, named=False) if lean else None


#: "received an invitation from Chile to sign the pact"
_BY_WHOM = re.compile(r"[bTl]*[hy][bdl]*[AM]V")
#: "the programme, which Chile and Peru launched in 2021"
#: … "the watch, a network for debris that Chile and Peru launched"
_WHICH_THEY = re.compile(
    r"(?P<k>K),?(?:d[aowPD#]{0,4}(?P<noun>[wm])[^;:sVRxAMK,]{0,5},?)?R[bl]*A[bTl]*\Z"
)
#: "withdrew its three officers from the cell"
_PEOPLE_OUT = re.compile(r"[bTldaow#]*(?:m|L)+(?:[iq]?T)?h[bda]*K")


def _by_way_of(scene: Scene, at: int, group: str) -> Object | None:
    """The coalition of a verb that has people between: who asked, or who was withdrawn."""
    reading = scene.reading
    asked = _BY_WHOM.match(reading.shape, at + 1) if group == "be invited" else None
    if asked is not None:
        return object_of(reading, asked.end() - 1, scene.context, 5)
    if group in ("found", "host") and (relative := _WHICH_THEY.search(reading.shape, 0, at)):
        body = reading.coalition(relative.start("k"))
        noun = reading.phrases[relative.start("noun")].last_word if relative["noun"] else ""
        called = not noun or noun in nouns("anaphora")
        return Object(body, reading.phrases[at].end) if body and called else None
    people = _PEOPLE_OUT.match(reading.shape, at + 1) if group == "leave" else None
    body = reading.coalition(people.end() - 1) if people else None
    return Object(body, reading.phrases[people.end() - 1].end) if people and body else None


#: "contributes to the programme", "has contributed a satellite to it".
_GIVEN_TO = re.compile(r"[bTl]*(?:[d#][aowm]{1,3})?t[bda]*K(?![wm])")


def _contributes(scene: Scene, at: int, found: Object) -> bool:
    """Whether nations are told to contribute to a body itself: who does is in it.

    Not to a centre: many send an officer to it and are no members.
    """
    if not scene.reading.phrases[at].last_word.startswith("contribut"):
        return False
    seated = is_seated(found.coalition)
    return not seated and bool(_GIVEN_TO.match(scene.reading.shape, at + 1))


_TO_JOIN = re.compile(r"V(?:[bda]*L)?(?=[.,;&]|[iq]?T|\Z)")
_IN_DEED = re.compile(r"[bTl]*(?:L|[lb]*A(?:[,&]+A)*)(?:f[bda]*K)?i(?P<w>w)")


def _is_in_deed(scene: Scene, at: int, group: str) -> bool:
    """ "joined members of the pact in condemning the test": in that, not in the pact."""
    found = _IN_DEED.match(scene.reading.shape, at + 1) if group == "join" else None
    deed = scene.reading.phrases[found.start("w")].tokens[-1].text if found else ""
    # "joined Norway in investing in the fleet": who pays has a share of it
    return deed.endswith("ing") and not deed.startswith("invest")


#: Who takes part in an initiative belongs to it; who attends, trains or sends people does not.
_BELONGS = re.compile(r"tak|took|partic|play.* (?:part|role) in|.* involved")


#: Who organises an agency's day does not house the agency.
_HOSTS = ("host", "co-host", "hous")


def _unfit(group: str, found: Object, word: str) -> bool:
    """Taking part, hosting and watching are standings in exercises only; founding needs a name."""
    if group == "follow":
        return found.named
    if group == "sign" and is_exercise(found.coalition):
        return True
    if group == "host" and word.startswith(_HOSTS):
        return not (is_exercise(found.coalition) or (found.named and is_seated(found.coalition)))
    if group in ("take part", "host") and not is_exercise(found.coalition):
        return not (group == "take part" and found.named and _BELONGS.match(word))
    if group == "observe" and not is_exercise(found.coalition):
        # "ambassadors watched the signing of the accords"
        return not (found.named and word.startswith("s"))
    return group == "found" and not found.named and not is_exercise(found.coalition)


_TO_PLACE = re.compile(r"[bldT]*L[bT]*[ti]W")
_TO_OCCASION = re.compile(r"[bldT]*L[bT]*[ti]d[ao]*(?P<w>[wm])")
_BEHIND_ROLE = re.compile(r"[^;:sVxK]{0,9}?L[if][bda]*K")


def _behind_role(scene: Scene, at: int) -> Object | None:
    match = _BEHIND_ROLE.match(scene.reading.shape, at + 1)
    named = scene.reading.coalition(match.end() - 1) if match else None
    return Object(named, scene.reading.phrases[match.end() - 1].end) if match and named else None


def _letter(scene: Scene, at: int, role: Status | None) -> Object | None:
    """The coalition of "signed a letter of intent (to join it)", "sent observers (to it)"."""
    shape = scene.reading.shape
    direct = _DIRECT.match(shape, at + 1)
    if role is None or direct is None:
        return None
    behind = _DIRECT_OF.match(shape, at + 1)
    if behind and (named := scene.reading.coalition(behind.end() - 1)):
        return Object(named, scene.reading.phrases[behind.end() - 1].end)
    found = subject_coalition(scene, at)
    if role is not Status.LETTER_OF_INTENT or found is None:
        return found
    # Nobody signs a letter of intent with an exercise.
    letter = scene.reading.phrases[direct.end() - 1]
    another = is_another_letter(scene.reading.clause.reduced, letter.start, letter.end)
    unfit = is_exercise(found.coalition) or another
    return None if unfit else found


_DIRECT = re.compile(r"[bldT]*L")
_DIRECT_OF = re.compile(r"[bldT]*L[^;:sRA]{0,12}?K")
