"""What is acted on: the coalition that a verb or a role of membership is of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.leaning import leant_on
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.rules import is_document


@dataclass(frozen=True, slots=True)
class Object:
    """The coalition a verb acts on: whether the verb itself names it, and where it ends."""

    coalition: CoalitionMention
    end: int
    named: bool = True


#: "in the China-led programme", "the new accords", "the U.S. Air Force's operation".
_PATH = re.compile(r"[bTl]*[tifh]?[bda#o]*(?:[AP]-[wa]|(?:W-)?P|M'(?=K))?")
#: What can follow a verb whose coalition was named before: "joined in 2023", "joined as a partner".
_ALONE = re.compile(
    r"[bTl]*t?(?:\Z|o(?=[,;.]|\Z)|[,;:.()&sRySe-]|[iq]?[dbal]*T|k|[qF]|e|i(?=d[wm]|[Wm]))"
)
#: "It joins Bangladesh, China and Iran", "it joins allies such as China and Iran".
_JOINED = re.compile(
    r"[bTl]*[lb]*(?:[dao]*[gL]e)?[lb]*[AM](?:[,&]+[AM])*(?P<end>,?R|,?&L|[,;]|\Z|[iF](?![dT]))"
)
#: "joins Chile in the pact", "… allies such as Chile in the pact", "… Chile in investing in it".
_COMPANY = re.compile(
    r"[bTl]*(?:[LMaw]|dw|[dao]*[gL]e)?[-:(,]?[lb]*A(?:[,&]+A)*[-)]?"
    r"i(?:[Vw](?:i[da]*)?(?=K))?(?=[KV])"
)


def object_of(
    reading: Reading, at: int, context: CoalitionMention | None, reach: int = 0
) -> Object | None:
    """The coalition that the verb at a place of the shape acts on, or leans on.

    `reach` allows so many other words between: "signed a memorandum of understanding on …".
    """
    shape = reading.shape
    start = at + 1
    if shared := _SHARED.match(shape, start) or _AND_ALSO.match(shape, start):
        return _named(reading, shared.end() - 1)
    company = _COMPANY.match(shape, start)
    if reading.phrases[at].group == "join" and (ranked := _joined_role(reading, start, context)):
        return ranked
    path = _PATH.match(shape, company.end() if company else start)
    k = path.end() if path else start
    if company:
        k = company.end()
        if k < len(shape) and shape[k] == "V" and reading.phrases[k].group not in ("join", "sign"):
            k = len(shape)
    if k < len(shape) and shape[k] == "K":
        return _named(reading, k)
    if reading.phrases[at].group == "join":
        if amid := _AMID.match(shape, start):
            return _named(reading, amid.end() - 1)
        if (under := _UNDER.match(shape, start)) and _is_under(reading, under):
            return _named(reading, under.end() - 1)
    if apposed := _called_so(reading, start):
        return apposed
    if inside := _inside_role(reading, k) or _paper_of(reading, k) or _paper_on(reading, k):
        return inside
    if anaphor := _anaphor(reading, k):
        lean = leant_on(reading, at, context)
        if k < len(shape) and is_undertaking(reading, k, lean):
            return None
        return Object(lean, anaphor, named=False) if lean else None
    if reach and (far := _farther(reading, start, reach)):
        return far
    return _leaning(reading, at, context)


def _leaning(reading: Reading, at: int, context: CoalitionMention | None) -> Object | None:
    """What a verb leans on that has no coalition behind it: what was spoken of before."""
    shape, verb, start = reading.shape, reading.phrases[at], at + 1
    sent = verb.group == "take part" and not verb.has("uUtG") and _SENT.match(shape, start)
    if verb.group == "join" and (beside := _JOINED.match(shape, start)):
        only_games = beside["end"] in ("i", "F") or shape[beside.end() - 1] == "M"
    elif sent or (verb.group == "observe" and _FROM_THE_SIDE.match(shape, start)):
        only_games = True
    elif _ALONE.match(shape, start) or _lists(reading, start) or _aside(reading, start):
        # "Sixteen countries took part, including …", "… took part including …".
        only_games = False
    else:
        return None
    lean = leant_on(reading, at, context)
    if lean is None or (only_games and not is_exercise(lean)):
        return None
    to = start < len(shape) and shape[start] == "t"
    # "the code, which Peru subscribed to in 2002"
    return Object(lean, reading.phrases[start].end if to else verb.end, named=False)


def _aside(reading: Reading, at: int) -> bool:
    """ "signed on the sidelines of a summit": what follows tells only where."""
    found = _ON_THE.match(reading.shape, at)
    return found is not None and reading.phrases[found.end() - 2].last_word in nouns("sidelines")


_ON_THE = re.compile(r"[bTl]*[ti]d[ao]*wf")


def _lists(reading: Reading, at: int) -> bool:
    return at < len(reading.phrases) and reading.phrases[at].group == "comprise"


#: "looked on from the gallery".
_FROM_THE_SIDE = re.compile(r"[bTl]*hd")
#: "have all sent personnel", "fielded teams of ten".
_SENT = re.compile(r"[bTl]*[dalow#]{0,4}m+(?:f#[w]?)?(?=[,.;:&)s]|\Z|t[dW])")
#: "have joined, and Cameroon hopes to join, the union".
_SHARED = re.compile(r"[bTl]*[tif]?,&[^;:,K]{1,8},[bda]*K")
#: "will host and operate the radar".
_AND_ALSO = re.compile(r"[bTl]*[tif]?&[bl]*V[tif]?[bda]*K(?![wWm'])")


#: "signed a new military partnership, AUKUS".
_APPOSED = re.compile(
    r"[bTl]*d[ao]{0,2}(?:[AP]-[wa])?[aowm]{0,4}(?P<noun>[wma]),[bda]*K(?![wWm'S])"
)


def _called_so(reading: Reading, start: int) -> Object | None:
    """What is named behind the noun for it."""
    found = _APPOSED.match(reading.shape, start)
    if found is None:
        return None
    noun = reading.phrases[found.start("noun")].last_word
    return _named(reading, found.end() - 1) if noun in nouns("anaphora") else None


def _joined_role(reading: Reading, start: int, context: CoalitionMention | None) -> Object | None:
    """ "joined the founding members Brazil and India", "joined Italy as signatories"."""
    found = _JOINED_ROLE.match(reading.shape, start)
    if found is None or reading.phrases[found.end() - 1].status is None:
        return None
    named, _ = role_coalition(reading, found.end() - 1, context)
    if named is not None or context is None:
        return named
    return Object(context, reading.phrases[found.end() - 1].end, named=False)


#: "joins a coalition of 55 other countries in the accords".
_AMID = re.compile(
    r"[bTl]*(?:[dawf#]{0,5}L[-,(]?i|[lb]*A(?:[,&]+A)*,?&L(?:[-,(]A[-,)])?iw?(?:dwf)?)[bda]*K"
)
#: "joined Chile and other partners, including Peru, to strengthen … under the pact".
_UNDER = re.compile(r"[bTl]*[bl]*[AM](?:[^;:sRSKx]{0,20}?)(?P<q>q)[bda]*K")


def _is_under(reading: Reading, found: re.Match[str]) -> bool:
    """Whether what nations joined others for is done under a body."""
    return reading.phrases[found.start("q")].last_word in ("under", "within")


_JOINED_ROLE = re.compile(r"[bTl]*(?:[bl]*A(?:[,&]+A)*e[bdlW]*)?L(?=[A:,(f-]|\Z)")


def _named(reading: Reading, k: int) -> Object | None:
    coalition = reading.coalition(k)
    return Object(coalition, reading.phrases[k].end) if coalition else None


def _inside_role(reading: Reading, k: int) -> Object | None:
    """ "joined the ranks of the accords", "joined the group of CSpO members"."""
    found = _RANKS.match(reading.shape, k)
    if found is None or reading.shape[found.start("noun")] == "A":
        return None
    noun = reading.phrases[found.start("noun")].last_word
    if noun not in nouns("anaphora") and reading.shape[found.start("noun")] != "L":
        return None
    return _named(reading, found.end() - 1)


def _paper_of(reading: Reading, k: int) -> Object | None:
    """ "signed the agency's statute", "acceded to the ESA Convention", "hosted AsterX's event"."""
    if reading.shape[k : k + 1] != "c":
        return None
    named, papers, plays = reading.coalition(k), nouns("papers"), nouns("plays")
    for at in range(k + 1, min(k + 1 + _LONGEST_PAPER, len(reading.phrases))):
        noun = reading.phrases[at].tokens[-1]
        if named and noun.text.lower() in (plays if is_exercise(named) else papers):
            return Object(named, noun.end)
        if reading.shape[at] not in "aowWm":
            break
    return None


#: "its basic founding charter": so many words may a paper's name have.
_LONGEST_PAPER = 3
_ON = re.compile(r"d?[aow]{0,2}(?P<noun>[wm])(?:[fFt]|(?:,?R[bl]*)?V)(?:[bdaL]*[nL][fi])?[bda]*K")


def _paper_on(reading: Reading, k: int) -> Object | None:
    """ "acceded to the agreement on the agency", "ratified the treaty establishing it"."""
    found = _ON.match(reading.shape, k)
    if found is None:
        return None
    if reading.phrases[found.start("noun")].last_word not in nouns("papers"):
        return None
    return _named(reading, found.end() - 1)


_RANKS = re.compile(r"d?[aowT#]{0,3}?(?P<noun>[wLn])f[bda]*[K]")


def _anaphor(reading: Reading, k: int) -> int | None:
    """Where "the pact", "it" or "their ranks" ends, if it stands there."""
    found = _ANAPHOR.match(reading.shape, k)
    first = max(0, k - 1 if reading.shape[k - 1 : k] == "d" else k)
    if first < len(reading.phrases) and reading.phrases[first].tokens[0].text.lower() in _ANY:
        # "signed an agreement": of none named before.
        return None
    if found:
        last = reading.phrases[found.end() - 1]
        if last.sign == "E" or last.last_word in nouns("anaphora"):
            return last.end
    if owned := _OWNED.match(reading.shape, k):
        # "the organization's framework agreement": the paper of what was named.
        own, noun = (reading.phrases[owned.start(n)].tokens[-1] for n in ("own", "noun"))
        if {own.text.lower(), noun.text.lower()} <= nouns("anaphora"):
            return noun.end
    led = _LED.search(reading.shape, 0, k) is not None
    if k and (led or reading.shape[k - 1] == "d") and k < len(reading.shape):
        here = reading.phrases[k]
        following = reading.shape[k + 1 : k + 2]
        if following in ("f", "F", "W") and following:
            return None
        if following == "t" and reading.shape[k + 2 : k + 3] != "T":
            on = reading.phrases[k + 1].last_word == "on"
            aim = reading.shape[k + 2 : k + 3] in ("w", "V")
            if aim and here.last_word in nouns("undertakings"):
                # "the project to build a station": what it is for
                return here.end
            if not on or here.last_word in nouns("papers"):
                # "the agreement on fish", but "the association on equal rights"
                return None
        if here.sign in "wmrW" and here.last_word in nouns("anaphora"):
            return here.end
    return None


#: "the China-led project".
_LED = re.compile(r"[AP]-[wa]\Z")
_ANY = frozenset({"a", "an"})
_OWNED = re.compile(r"d?(?P<own>[wm])'[aow]{0,2}(?P<noun>w)")
_ANAPHOR = re.compile(r"d[aow#]{0,2}[wm]|E")
_ENTERING = frozenset({"join", "take part", "belong"})
#: Between "signed" and its coalition: "a memorandum of understanding to join".
_BETWEEN = re.compile(r"(?:[^;:,.sRSAMPKLx]|M(?=K)|L(?=f)|(?<=k)[AM](?=tV|qd?n|t[bda]*K))*[K]")


def _farther(reading: Reading, start: int, reach: int) -> Object | None:
    found = _BETWEEN.match(reading.shape, start, start + reach)
    if found is None:
        return None
    between = reading.phrases[start : found.end() - 1]
    # "signed a memorandum with Germany on joining it"
    accession = any(p.sign in "nV" and p.group in _ENTERING for p in between)
    on = _ON_IT.search(reading.shape, start, found.end())
    if on and reading.phrases[on.start("on")].last_word == "on":
        # "signed a memorandum with China on the station"
        accession = True
    elif on:
        return None
    for phrase in between:
        with_it = phrase.sign == "k" and not accession
        against = phrase.last_word == "against"
        if with_it or against or phrase.last_word in nouns("other_papers"):
            # "signed a contract with …", but "signed the accession agreement with …"
            return None
    return _named(reading, found.end() - 1)


_ON_IT = re.compile(r"k[AM](?P<on>t)[bda]*K\Z")


def _called_later(reading: Reading, at: int, noun: int) -> Object | None:
    """ "is a member of a forum on norms of behaviour, called the initiative": what it is called."""
    if not any(phrase.last_word in ("a", "an") for phrase in reading.phrases[at + 1 : noun]):
        return None
    k = reading.shape.find("K", noun)
    if k < 0 or not any(
        p.last_word in nouns("naming") for p in reading.phrases[max(noun, k - 2) : k]
    ):
        return None
    return _named(reading, k)


def role_coalition(
    reading: Reading, at: int, context: CoalitionMention | None
) -> tuple[Object | None, int]:
    """The coalition of the role at a place, and where the role with it ends in the shape.

    "OOD members", "founding members of the coalition", "CSpO's ten nations", "the newest member".
    """
    shape = reading.shape
    role = reading.phrases[at]
    if (own := reading.coalition(at)) is not None:
        return Object(own, role.end), at + 1
    found = _OF.match(shape, at + 1)
    if found and (named := _named(reading, found.end() - 1)):
        return named, found.end()
    found = _OF_BEYOND.match(shape, at + 1)
    if found and (named := _named(reading, found.end() - 1)):
        return named, at + 1
    if organ := _OF_ORGAN.match(shape, at + 1):
        # "is an observer in the ESA Council": in that whose council it is
        own = reading.coalition(organ.end("c") - 1)
        if own is not None and reading.phrases[organ.end() - 1].last_word in nouns("organs"):
            return Object(own, reading.phrases[organ.end() - 1].end), organ.end()
    if (
        (found := _POST.match(shape, at + 1))
        and reading.phrases[found.start("v")].group in _BELONGING
        and (named := _named(reading, found.end() - 1)) is not None
    ):
        return named, found.end()
    if found := _OF_IT.match(shape, at + 1):
        end = found.end() - 1
        if is_undertaking(reading, end, leant_on(reading, at, context)):
            return None, end + 1
        if named := _called_later(reading, at, end):
            return named, end + 1
        if _anaphor(reading, end) or reading.phrases[end].last_word in nouns("anaphora"):
            lean = leant_on(reading, at, context)
            return (Object(lean, reading.phrases[end].end, named=False) if lean else None), end + 1
    if shape[at + 1 : at + 2] == "f" and (which := _WHICH_THEY.search(shape, 0, at)):
        return _named(reading, which.start("k")), at + 2
    if (which := _OF_WHICH_THEY.search(shape, 0, at)) and (
        named := _named(reading, which.start("k"))
    ):
        return named, at + 1
    if shape[max(0, at - 1) : at] == "c" and (own := reading.coalition(at - 1)):
        return Object(own, role.end), at + 1
    return None, at + 1


def is_undertaking(reading: Reading, k: int, meant: CoalitionMention | None) -> bool:
    """Whether a noun is of a thing that a standing body does: an agency is no project."""
    if meant is None or reading.phrases[k].last_word not in nouns("undertakings"):
        return False
    if is_document(meant.name):
        # "the moon base project": no accords are one
        return True
    return not set(meant.name.split(" ")).isdisjoint(ordered_words(*_BODIES))


_BODIES = ("membership_lexicon", "standing_bodies")
_OF = re.compile(r"(?:[fit]|if|-f|w[itk])[lbda]*P?K")
#: "a member, with Chile and Peru, of the agency", "a partner – like Chile – in the programme".
_OF_BEYOND = re.compile(r"[,(-]+[bl]*[kq][bdl]*A[,)-]+(?:[fit]|if)[lbda]*K")
_OF_ORGAN = re.compile(r"[fit][lbda]*(?P<c>c)[wm](?![fwWm])")
#: "participants currently included in the programme", "nations taking part in it".
_POST = re.compile(r"b*(?P<v>V)(?:i|f|t)?[bda]*K")
_BELONGING = frozenset({"comprise", "feature", "take part", "belong"})
#: "the initiative, which it has been part of since 2023".
_WHICH_THEY = re.compile(r"(?P<k>K),?R[bl]*[AE]b?x\Z")
#: "the initiative, of which it has been part since 2023".
_OF_WHICH_THEY = re.compile(r"(?P<k>K),?[ft]R[bl]*[AE]b?[xV][bdalo]*\Z")
_OF_IT = re.compile(r"[fit](?:d[aow#]{0,2})?[wEm]")
