"""Who acts: the nations that a verb of membership has for its subject."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.subject_places import AS_WELL, GOVERNORS, adds, subject_place

#: Resolves "both", "the country", "the newcomers" at a place to the nations it stands for.
Resolver = Callable[[Reading, int], tuple[str, ...]]


def subject_of(
    reading: Reading, at: int, resolve: Resolver, lone: bool = False
) -> tuple[int, tuple[str, ...]] | None:
    """The place and the nations of the subject of the verb at a place of the shape.

    A `lone` verb, whose coalition is not named with it, has its subject beside it: "the agreement
    with Spain on defence signed in 1988" is of no signing by whoever stands before.
    """
    if (
        reading.phrases[at].tokens[-1].sign == "G"
        and at
        and (reading.shape[at - 1] in _IN_VIEW or reading.phrases[at - 1].last_word == "against")
    ):
        return None
    place = _told_elsewhere(reading, at)
    if place is None:
        place = subject_place(reading, at, lone)
    if place is None:
        return _its_people(reading, at, resolve)
    if together := _with_company(reading, at):
        return together
    if reading.shape[place] in "EL":
        return _taken_up(reading, place, resolve)
    if _left_out(reading, place):
        return None
    found = coordinated(reading, place, resolve)
    if place and reading.shape[place - 1] == "i" and len(found[1]) > 1:
        # "At the summit in Chile, Peru and Spain were invited": the first is where.
        return found[0], found[1][1:]
    return found


def _left_out(reading: Reading, place: int) -> bool:
    """ "All of the partners but South Korea belong to it": that one does not."""
    if not reading.shape.startswith("Ls", max(0, place - 2)):
        return False
    group = reading.phrases[place - 2].tokens[0].text.lower()
    return reading.phrases[place - 1].last_word == "but" and group in _ALL


_ALL = frozenset({"all", "every", "each", "most"})


def _told_elsewhere(reading: Reading, at: int) -> int | None:
    """Where the subject of a verb stands that has another's: of "whose country", of "and then"."""
    if whose := _WHOSE.search(reading.shape, 0, at):
        return whose.start()
    if reading.phrases[at].has("U") and (announced := _ANNOUNCED.search(reading.shape, 0, at)):
        # "Brazil announced on Tuesday its decision to join".
        place = subject_place(reading, announced.start())
        if place is not None:
            return place
    # "The heads of Chile's agencies reported on their work and then signed the agreement."
    first = _SAID_AND.search(reading.shape, 0, at)
    return first.start("n") if first else None


def _taken_up(
    reading: Reading, place: int, resolve: Resolver
) -> tuple[int, tuple[str, ...]] | None:
    """The nations that "both", "the country" or a role at a place stands for."""
    nations = resolve(reading, place)
    named = None if nations else _AND_OTHERS.search(reading.shape, 0, place + 1)
    if named and _are_others(reading, place):
        # "Chile and seven other nations were the first to sign it": of these one is named.
        return coordinated(reading, named.start(), resolve)
    return (place, nations) if nations else None


_SAID_AND = re.compile(r"(?:\A(?:i[dawWT]{1,5})?|[,;])(?P<n>[AM])[bT]*S[^;:sRVAMEx,]{1,8},?&[b]*\Z")
_AND_OTHERS = re.compile(r"[AM](?:,[^;:sRVAx]{1,12})?,?&L\Z")


def _are_others(reading: Reading, place: int) -> bool:
    return any(token.text.lower() in ("other", "others") for token in reading.phrases[place].tokens)


#: "its ambassador in Washington signed", "their parliaments have ratified".
_ITS_PEOPLE = re.compile(r"(?P<its>d)[aow]{0,2}m{1,2}(?:iW{1,2})?[bTl]*\Z")


def _its_people(reading: Reading, at: int, resolve: Resolver) -> tuple[int, tuple[str, ...]] | None:
    """Those whose people act: the nation that was spoken of."""
    found = _ITS_PEOPLE.search(reading.shape, 0, at)
    if found is None or reading.phrases[found.start()].last_word not in _ITS:
        return _only_nations_official(reading, at)
    nations = resolve(reading, found.start())
    return (found.start(), nations) if nations else None


#: "the Deputy Prime Minister and Minister of Defence, Ana Ruiz,".
_THE_OFFICIAL = re.compile(
    r"(?:d|W,)[aow]{0,2}m+(?:&?[aow]?m|f[daw]{1,3})*(?:,?W{2,3},?|,)?[bTl]*\Z"
)


def _only_nations_official(reading: Reading, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "Chile's ministry confirmed that the minister signed it": the one nation that is told of."""
    if reading.phrases[at].group not in ("sign", "join"):
        return None
    if _THE_OFFICIAL.search(reading.shape, 0, at) is None:
        return None
    places = [k for k, sign in enumerate(reading.shape) if sign in "AMP"]
    alone = len(places) == 1 and places[0] < at and "S" in reading.shape[places[0] : at]
    return (places[0], reading.nations(places[0])) if alone else None


_ITS = frozenset({"its", "their"})


def _with_company(reading: Reading, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "Finland, along with its Nordic neighbours Norway and Sweden, belongs to it": all do."""
    beside = _BESIDE_IT.search(reading.shape, 0, at)
    if beside is None:
        return None
    if reading.phrases[beside.start("k")].last_word not in AS_WELL | {"like"}:
        return None
    both = (*reading.nations(beside.start()), *reading.nations(beside.start("m")))
    return beside.start(), tuple(dict.fromkeys(both))


_BESIDE_IT = re.compile(r"[AM],(?P<k>[kq])[dlaWwb]{0,4}(?P<m>A)(?:[iq]?T|[bdwqE]){0,4},[bl]*\Z")
_ANNOUNCED = re.compile(r"S[biqt]*Td?[aow]{0,2}\Z")
#: "the president of Chile, whose country is already a member".
_WHOSE = re.compile(r"[AM],?Hg[bl]*\Z")
#: "the conditions for joining", "the benefits of signing", "close to joining".
_IN_VIEW = ("F", "f", "t")


def coordinated(reading: Reading, place: int, resolve: Resolver) -> tuple[int, tuple[str, ...]]:
    """The nations of a subject in several phrases: "Chile and the French minister"."""
    first, nations = place, reading.nations(place)
    while (joint := _JOINT.search(reading.shape, 0, first)) and joint.end() == first:
        before = joint.start()
        if joint.group()[-1] == "k" and not adds(reading, first - 1):
            break
        people = before > 1 and reading.shape[before - 2] in "mM"
        if before and reading.shape[before - 1] in GOVERNORS and not people:
            break
        role = reading.shape[before] == "L"
        nations = (*(resolve(reading, before) if role else reading.nations(before)), *nations)
        first = before
    return first, tuple(dict.fromkeys(nations))


_JOINT = re.compile(
    r"(?:[AMP](?:,d?[aW]{1,3},|,?&#[wg],|,?&(?:,[abiq]{0,2}T?,)?[bl]?|,|,?k)|[AM]\),?&[bl]?|L,?&[bl]?)\Z"
)
