"""Who does what to which coalition: the nations on either side of a verb of membership."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.extraction.coalition_mentions import CoalitionMention
from loaders.extraction.exercises import is_exercise
from loaders.extraction.membership_lexicon import nouns
from loaders.extraction.membership_phrases import Phrase, Reading

#: Resolves "both", "the country", "the newcomers": a phrase's text, the nations it stands for.
Resolver = Callable[[Reading, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Object:
    """The coalition a verb acts on: whether the verb itself names it, and where it ends."""

    coalition: CoalitionMention
    end: int
    named: bool = True


# --- nations before the verb

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
    if reading.phrases[at].tokens[-1].sign == "G" and reading.shape[at - 1 : at] in _IN_VIEW:
        return None
    place = _subject_place(reading, at, lone)
    if place is None:
        return None
    sign = reading.shape[place]
    if sign in "EL":
        nations = resolve(reading, place)
        return (place, nations) if nations else None
    return _coordinated(reading, place)


#: "the conditions for joining", "the benefits of signing", "close to joining".
_IN_VIEW = ("F", "f", "t")


def _coordinated(reading: Reading, place: int) -> tuple[int, tuple[str, ...]]:
    """The nations of a subject in several phrases: "Chile and the French minister"."""
    first, nations = place, reading.nations(place)
    while (joint := _JOINT.search(reading.shape, 0, first)) and joint.end() == first:
        before = joint.start()
        if before and reading.shape[before - 1] in _GOVERNORS:
            break
        nations = (*reading.nations(before), *nations)
        first = before
    return first, tuple(dict.fromkeys(nations))


_JOINT = re.compile(r"[AM](?:,?&(?:,[biq]{0,2}T,)?[bl]?|,)\Z")


def _subject_place(reading: Reading, at: int, lone: bool = False) -> int | None:
    shape = reading.shape
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
    if reading.phrases[at].tokens[-1].sign in "GB" and words.strip("wbna") == "":
        # "announced plans", "after formally joining".
        return k
    return None


def _seek_left(reading: Reading, k: int, at: int) -> int | None:
    shape = reading.shape
    verb = reading.phrases[at].tokens[-1].sign
    adjacent = True
    while k >= 0:
        sign = shape[k]
        if sign in "AME":
            if _may_act(reading, k, at, adjacent):
                return k
        elif sign == "L" and k and adjacent and not _is_apposed(shape, k):
            return k if _is_governed(shape, k) is False else None
        elif sign == "R":
            return _antecedent(shape, k)
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


def _opens(shape: str, k: int) -> bool:
    """Whether the phrase begins the clause: it is then what acts."""
    return k == 0 or shape[k - 1] in ",;:s-"


def _is_apposed(shape: str, k: int) -> bool:
    """ "Chile, a founding member, joined": the role only describes."""
    return k > 0 and shape[k - 1] in ",-("


def _antecedent(shape: str, k: int) -> int | None:
    """ "envoys from Angola, which signed": the nation right before the relative is meant."""
    found = re.search(r"[AM],?(?:[l]?f?|d[aow]{0,3}[gwL])\Z", shape[:k])
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


def _main_subject(shape: str, at: int) -> int | None:
    """ "Joining the accords, Peru became …": the subject stands behind the opening clause."""
    found = re.compile(r"[^;:VxAM]*,[b]?([AM])").match(shape, at + 1)
    return found.start(1) if found else None


def _is_governed(shape: str, k: int) -> bool:
    return k > 0 and shape[k - 1] in _GOVERNORS


def _may_act(reading: Reading, k: int, at: int, adjacent: bool) -> bool:
    """Whether the nations can be the subject: not in, with or of something, nor an object."""
    shape = reading.shape
    before = shape[k - 1] if k else ""
    verb = reading.phrases[at].tokens[-1].sign
    if before == "k" and _is_inserted(reading, k):
        return True
    if before in _GOVERNORS and before:
        return before == "k" and verb == "G" and adjacent
    if before == "V" and k > 2 and shape[k - 2] == "," and shape[k - 3] in "Lgw":
        # "six new members, including Argentina, were invited".
        return "including" in reading.phrases[k - 1].tokens[-1].text
    if adjacent:
        return True
    if before in ("V", "S"):
        return False
    if before == "w":
        # "praised Peru and signed": what a plain verb stands before is its object.
        text = reading.phrases[k - 1].tokens[-1].text
        return not text.endswith(("ed", "s", "ing"))
    return True


def _is_inserted(reading: Reading, k: int) -> bool:
    """ "Sixteen members, along with Finland and Sweden, have signed"."""
    shape = reading.shape
    inside = shape[k - 2 : k - 1] == "," and shape[k + 1 : k + 2] == ","
    return inside and reading.phrases[k - 1].tokens[-1].text.lower() in _AS_WELL


_AS_WELL = frozenset({"along with", "together with", "as well as", "alongside"})

# --- the coalition behind it

_PATH = re.compile(r"[bTl]*[tifh]?[bda#o]*P?")
#: What can follow a verb whose coalition was named before: "joined in 2023", "joined as a partner".
_ALONE = re.compile(r"[bTl]*t?(?:\Z|[,;:.()&sRySe-]|[iq]?[bal]*T|k|[qF]|e|i(?=dw|W))")
#: "It joins Bangladesh, China and Iran."
_JOINED = re.compile(r"[bTl]*[lb]*[AM](?:[,&]+[AM])*(?P<end>,?R|[,;]|\Z|[iF](?![dT]))")
_COMPANY = re.compile(r"[bTl]*(?:[LMaw]|dw)?[lb]*A(?:[,&]+A)*i(?:V(?=K))?(?=[KV])")


def object_of(
    reading: Reading, at: int, context: CoalitionMention | None, reach: int = 0
) -> Object | None:
    """The coalition that the verb at a place of the shape acts on, or leans on.

    `reach` allows so many other words between: "signed a memorandum of understanding on …".
    """
    shape = reading.shape
    start = at + 1
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
    if inside := _inside_role(reading, k):
        return inside
    if anaphor := _anaphor(reading, k):
        lean = _leant_on(reading, at, context)
        return Object(lean, anaphor, named=False) if lean else None
    if reach and (far := _farther(reading, start, reach)):
        return far
    if reading.phrases[at].group == "join" and (beside := _JOINED.match(shape, start)):
        lean = _leant_on(reading, at, context)
        of_games = lean is not None and is_exercise(lean)
        plain = beside["end"] not in ("i", "F") and shape[beside.end() - 1] != "M"
        if lean is None or not (of_games or plain):
            return None
        return Object(lean, reading.phrases[at].end, named=False)
    if _ALONE.match(shape, start):
        lean = _leant_on(reading, at, context)
        return Object(lean, reading.phrases[at].end, named=False) if lean else None
    return None


def _joined_role(reading: Reading, start: int, context: CoalitionMention | None) -> Object | None:
    """ "joined the founding members Brazil and India", "joined Italy as signatories"."""
    found = _JOINED_ROLE.match(reading.shape, start)
    if found is None or reading.phrases[found.end() - 1].status is None:
        return None
    named, _ = role_coalition(reading, found.end() - 1, context)
    if named is not None or context is None:
        return named
    return Object(context, reading.phrases[found.end() - 1].end, named=False)


_JOINED_ROLE = re.compile(r"[bTl]*(?:[bl]*A(?:[,&]+A)*e[bdl]*)?L(?=[A:,(f-]|\Z)")


def _named(reading: Reading, k: int) -> Object | None:
    coalition = reading.coalition(k)
    return Object(coalition, reading.phrases[k].end) if coalition else None


def _inside_role(reading: Reading, k: int) -> Object | None:
    """ "joined the ranks of the accords", "joined the group of CSpO members"."""
    found = _RANKS.match(reading.shape, k)
    if found is None or reading.shape[found.start("noun")] == "A":
        return None
    noun = reading.phrases[found.start("noun")].tokens[-1].text.lower()
    if noun not in nouns("anaphora") and reading.shape[found.start("noun")] != "L":
        return None
    return _named(reading, found.end() - 1)


_RANKS = re.compile(r"d?[aow]{0,2}?(?P<noun>[wLn])f[bda]*[K]")


def _anaphor(reading: Reading, k: int) -> int | None:
    """Where "the pact", "it" or "their ranks" ends, if it stands there."""
    found = _ANAPHOR.match(reading.shape, k)
    if found:
        last = reading.phrases[found.end() - 1]
        if last.sign == "E" or last.tokens[-1].text.lower() in nouns("anaphora"):
            return last.end
    if k and reading.shape[k - 1] == "d" and k < len(reading.shape):
        here = reading.phrases[k]
        following = reading.shape[k + 1 : k + 2]
        if following in ("f", "F", "W") and following:
            return None
        if following == "t" and reading.shape[k + 2 : k + 3] != "T":
            return None
        if here.sign in "wmrW" and here.tokens[-1].text.lower() in nouns("anaphora"):
            return here.end
    return None


_ANAPHOR = re.compile(r"d[aow#]{0,2}[wm]|E")
#: Between "signed" and its coalition: "a memorandum of understanding to join".
_BETWEEN = re.compile(r"(?:[^;:,.sRSAMPKLx]|M(?=K))*[K]")


def _farther(reading: Reading, start: int, reach: int) -> Object | None:
    found = _BETWEEN.match(reading.shape, start, start + reach)
    if found is None:
        return None
    between = reading.phrases[start : found.end() - 1]
    if any(p.sign == "k" or p.tokens[-1].text.lower() in nouns("other_papers") for p in between):
        return None
    return _named(reading, found.end() - 1)


def _leant_on(
    reading: Reading, at: int, context: CoalitionMention | None
) -> CoalitionMention | None:
    """The coalition named before in the sentence, else the context; no alliance where one is."""
    before = named_before(reading, at)
    return context if before is None or (before.slug == "nato" and context) else before


def named_before(reading: Reading, at: int) -> CoalitionMention | None:
    """The last coalition named in the sentence before a place; an alliance only if no other."""
    fallback = None
    for k in range(at - 1, -1, -1):
        if reading.shape[k] in "KL" and (coalition := reading.coalition(k)):
            if coalition.slug != "nato" and reading.shape[k - 1 : k] != "h":
                return coalition
            fallback = fallback or coalition
    return fallback


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
    if (
        (found := _POST.match(shape, at + 1))
        and reading.phrases[found.start("v")].group in _BELONGING
        and (named := _named(reading, found.end() - 1)) is not None
    ):
        return named, found.end()
    if found := _OF_IT.match(shape, at + 1):
        end = found.end() - 1
        if _anaphor(reading, end) or reading.phrases[end].tokens[-1].text.lower() in nouns(
            "anaphora"
        ):
            lean = _leant_on(reading, at, context)
            return (Object(lean, reading.phrases[end].end, named=False) if lean else None), end + 1
    if shape[max(0, at - 1) : at] == "c" and (own := reading.coalition(at - 1)):
        return Object(own, role.end), at + 1
    return None, at + 1


_OF = re.compile(r"(?:[fit]|if|-f)[bda]*K")
#: "participants currently included in the programme", "nations taking part in it".
_POST = re.compile(r"b*(?P<v>V)(?:i|f|t)?[bda]*K")
_BELONGING = frozenset({"comprise", "feature", "take part", "belong"})
_OF_IT = re.compile(r"[fit](?:d[aow#]{0,2})?[wEm]")


def words_of(phrase: Phrase) -> str:
    """The phrase's text, in lower case."""
    return " ".join(token.text for token in phrase.tokens).lower()
