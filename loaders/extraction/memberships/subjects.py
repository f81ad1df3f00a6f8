"""Who acts: the nations that a verb of membership has for its subject."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.extraction.memberships.phrases import Reading

#: Resolves "both", "the country", "the newcomers": a phrase's text, the nations it stands for.
Resolver = Callable[[Reading, int], tuple[str, ...]]


_NOUNS = frozenset("dwaWom#gnPc\"'")
_GOVERNORS = frozenset("ihfqtkyF")
_BESIDE = frozenset("bTl")


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
        place = _subject_place(reading, at, lone)
    if place is None:
        return _its_people(reading, at, resolve)
    if together := _with_company(reading, at):
        return together
    if reading.shape[place] in "EL":
        return _taken_up(reading, place, resolve)
    found = coordinated(reading, place, resolve)
    if place and reading.shape[place - 1] == "i" and len(found[1]) > 1:
        # "At the summit in Chile, Peru and Spain were invited": the first is where.
        return found[0], found[1][1:]
    return found


def _told_elsewhere(reading: Reading, at: int) -> int | None:
    """Where the subject of a verb stands that has another's: of "whose country", of "and then"."""
    if whose := _WHOSE.search(reading.shape, 0, at):
        return whose.start()
    if reading.phrases[at].has("U") and (announced := _ANNOUNCED.search(reading.shape, 0, at)):
        # "Brazil announced on Tuesday its decision to join".
        place = _subject_place(reading, announced.start())
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
    if reading.phrases[beside.start("k")].last_word not in _AS_WELL | {"like"}:
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
        if joint.group()[-1] == "k" and not _adds(reading, first - 1):
            break
        people = before > 1 and reading.shape[before - 2] in "mM"
        if before and reading.shape[before - 1] in _GOVERNORS and not people:
            break
        role = reading.shape[before] == "L"
        nations = (*(resolve(reading, before) if role else reading.nations(before)), *nations)
        first = before
    return first, tuple(dict.fromkeys(nations))


_JOINT = re.compile(
    r"(?:[AMP](?:,d?[aW]{1,3},|,?&#[wg],|,?&(?:,[abiq]{0,2}T?,)?[bl]?|,|,?k)|[AM]\),?&[bl]?|L,?&[bl]?)\Z"
)


#: "Chile, with which Peru has an agreement of its own, joined it".
_WITH_WHICH = re.compile(r"[AM],[kfithq]R[^;:,V]*,[bl]*\Z")


def _subject_place(reading: Reading, at: int, lone: bool = False) -> int | None:
    shape = reading.shape
    if aside := _WITH_WHICH.search(shape, 0, at):
        return aside.start()
    k = at - 1
    while k >= 0 and (shape[k] in _BESIDE or (shape[k] in "iq" and shape[k + 1] == "T")):
        k -= 1
    direct = _past_plain_words(reading, k, at)
    if direct is None or (lone and (direct != k or _is_reduced(reading, k, at))):
        return None
    return _seek_left(reading, direct, at)


def _past_plain_words(reading: Reading, k: int, at: int) -> int | None:
    """Where to look on before plain words that abut the verb; None if they are its subject.

    "the observatory joined" has a subject of its own; "ministers meeting in Rome signed" has not.
    """
    shape = reading.shape
    end = k
    if broken := _BROKEN.search(shape, 0, k + 1):
        # "India, Japan, the European Commission and UNESCO have observer status".
        return broken.start()
    if _NAMED.search(shape, 0, k + 1):
        return k - 1
    while k >= 0 and shape[k] in _NOUNS:
        k -= 1
    if k == end:
        return k
    words = shape[k + 1 : end + 1]
    before = shape[k] if k >= 0 else ""
    if before in _GOVERNORS and before:
        return k - 1
    if before in ("A", "M") and "d" not in words and len(words) <= 3:
        return k
    if before == "&" and k and shape[k - 1] in "AM":
        return k - 1
    decided = reading.phrases[at].tokens[0].sign == "U" or reading.phrases[at].has("U")
    if decided and words.strip("wbnad") == "":
        # "communicated their decision to withdraw"
        return k
    if reading.phrases[at].tokens[-1].sign in "GB" and words.strip("wbna") == "":
        # "announced plans", "after formally joining".
        return k
    return None


#: "Four states (Afghanistan, Belarus, Iran and Mongolia) have observer status".
_NAMED = re.compile(r"[LgEp]\(A\)\Z")
_BROKEN = re.compile(r"A(?:,d?[aWK]{1,3}){0,3}(?:,?&d?[aWK]{1,3}|,d?KwW{1,2})\Z")


def _seek_left(reading: Reading, k: int, at: int) -> int | None:
    shape = reading.shape
    verb = reading.phrases[at].tokens[-1].sign
    adjacent = True
    while k >= 0:
        sign = shape[k]
        if sign in "AME":
            if _may_act(reading, k, at, adjacent):
                return k
        elif sign == "L" and adjacent and not _is_apposed(shape, k):
            free = not _is_governed(shape, k) or _are_people(shape, k)
            return k if free or (verb == "J" and _is_when(reading, k)) else None
        elif sign == "R":
            return _antecedent(shape, k)
        elif sign == "s" and k == at - 1 and _is_but(reading, k):
            # "is no signatory, but is still a partner": one subject for both.
            return _first_verbs_subject(reading, k)
        elif sign in ";:s" or (sign == "S" and verb != "G"):
            break
        elif sign == "K" and not adjacent and not _is_governed(shape, k) and _opens(shape, k):
            return None
        elif sign in "Vx" and k < at - 1 and "&" in shape[k:at]:
            return _subject_place(reading, k)
        elif sign == ")":
            k = shape.rfind("(", 0, k)
        elif sign not in "bTl":
            adjacent = False
        k -= 1
    having = reading.phrases[at].tokens[0].text.lower() == "having"
    if (verb == "G" or having) and _FRONTED.match(shape, 0, at + 1):
        return _main_subject(shape, at)
    return None


def _are_people(shape: str, k: int) -> bool:
    """ "ministers of six nations", "delegates from the members": through whom they act."""
    return k > 1 and shape[k - 1] in "fh" and shape[k - 2] in "mM"


def _is_but(reading: Reading, k: int) -> bool:
    return reading.phrases[k].last_word in ("but", "though", "although")


def _first_verbs_subject(reading: Reading, k: int) -> int | None:
    """The subject of the clause that a "but" goes on with."""
    for verb in range(k):
        if reading.shape[verb] in "Vx":
            return _subject_place(reading, verb)
    # "Serbia ruled out membership of one but entered the other."
    return next((at for at, s in enumerate(reading.shape[:3]) if s in "AM"), None)


def _opens(shape: str, k: int) -> bool:
    """Whether the phrase begins the clause: it is then what acts."""
    return k == 0 or shape[k - 1] in ",;:s-"


def _is_apposed(shape: str, k: int) -> bool:
    """ "Chile, a founding member, joined": the role only describes."""
    return k > 0 and shape[k - 1] in ",-(" and _AFTER_A_DAY.match(shape, 0, k) is None


#: "In 2021, the two countries signed", "To date, 13 countries have joined".
_AFTER_A_DAY = re.compile(r"(?:[bdiq]*T|b+),\Z")


def _antecedent(shape: str, k: int) -> int | None:
    """ "envoys from Angola, which signed": the nation right before the relative is meant.

    So it is of a role that is said of nations: "Chile and Peru are former observers that …".
    """
    found = re.search(
        r"(?:[AM](?:,L|x|,?(?:[l]?f?|d[aow]{0,3}[gwL])|x[bdaow]*L|,?&d?[aWg]{1,5},)|L,?)\Z",
        shape[:k],
    )
    return found.start() if found else None


def _is_reduced(reading: Reading, k: int, at: int) -> bool:
    """ "the statement, signed in 2021": a participle after a comma that closes no apposition."""
    if reading.shape[k : k + 1] != "," or len(reading.phrases[at].tokens) > 1:
        return False
    if re.search(r"[,-][AME],\Z", reading.shape[: k + 1]):
        return False
    if k and reading.phrases[k - 1].sign == "M" and reading.phrases[k - 1].has(","):
        return False
    return not re.search(r"[AME],[^;]*,\Z", reading.shape[: k + 1])


_FRONTED = re.compile(r"[bqeyi]?V")
_BEHIND_FRONTED = re.compile(r"[^;:VxAM]*,[b]?([AM])")


def _main_subject(shape: str, at: int) -> int | None:
    """ "Joining the accords, Peru became …": the subject stands behind the opening clause."""
    found = _BEHIND_FRONTED.match(shape, at + 1)
    return found.start(1) if found else None


def _is_governed(shape: str, k: int) -> bool:
    return k > 0 and shape[k - 1] in _GOVERNORS


def _may_act(reading: Reading, k: int, at: int, adjacent: bool) -> bool:
    """Whether the nations can be the subject: not in, with or of something, nor an object."""
    shape = reading.shape
    before = shape[k - 1] if k else ""
    verb = reading.phrases[at].tokens[-1].sign
    if before == "k" and (_is_inserted(reading, k) or (k == 1 and adjacent)):
        # "Together with Latvia, Chile and Peru take part": all of them do.
        return True
    if before == "k" and adjacent and k > 2 and _adds(reading, k - 1):
        # "aircraft from Chile, as well as crews from Peru take part".
        return re.search(r"[AM],?k\Z", shape[:k]) is not None
    if before in ("q", "e") and adjacent and k > 1 and shape[k - 2] in "gEL":
        # "Countries like Chile have joined."
        return reading.phrases[k - 1].last_word in ("like", "such as")
    if before == "q" and adjacent and verb == "J":
        return _is_when(reading, k)
    if before == "i" and adjacent and verb == "J" and len(reading.nations(k)) > 1:
        return True
    if before == "F" and adjacent and k > 1 and shape[k - 2] == ",":
        # "…, for Hungary is one of its observers."
        return True
    if before in _GOVERNORS and before:
        return before == "k" and verb == "G" and adjacent
    if before == "V" and k > 2 and shape[k - 2] == "," and shape[k - 3] in "Lgw":
        # "six new members, including Argentina, were invited".
        return reading.phrases[k - 1].last_word in _AMONG
    if adjacent:
        return True
    if before in ("V", "S"):
        return False
    if before == "w":
        # "praised Peru and signed": what a plain verb stands before is its object.
        text = reading.phrases[k - 1].tokens[-1].text
        return not text.endswith(("ed", "s", "ing"))
    return True


_AMONG = frozenset({"including", "among them", "among which", "namely"})
_WHEN = frozenset({"after", "before", "until"})


def _is_when(reading: Reading, k: int) -> bool:
    """ "after Belarus joined as a full member": what stands before says when."""
    return reading.phrases[k - 1].last_word in _WHEN


def _adds(reading: Reading, at: int) -> bool:
    return reading.phrases[at].last_word in _AS_WELL


def _is_inserted(reading: Reading, k: int) -> bool:
    """ "Sixteen members, along with Finland and Sweden, have signed"."""
    shape = reading.shape
    # "is in it, along with Finland and Sweden, and joined": no insertion, the end of a clause.
    inside = shape[k - 2 : k - 1] == "," and shape[k + 1 : k + 2] == ","
    inside = inside and shape[k + 2 : k + 3] != "&"
    return inside and reading.phrases[k - 1].last_word in _AS_WELL


_AS_WELL = frozenset({"along with", "together with", "as well as", "alongside"})
