"""Where the subject of a verb of membership stands: past plain words, asides and other clauses."""

from __future__ import annotations

import re

from loaders.extraction.memberships.phrases import Reading

_NOUNS = frozenset("dwaWom#gnPc\"'")
#: Behind these a phrase is in, of or with something, and does not act.
GOVERNORS = frozenset("ihfqtkyF")
_BESIDE = frozenset("bTl")


#: "Chile, with which Peru has an agreement of its own, joined it".
_WITH_WHICH = re.compile(r"[AM],[kfithq]R[^;:,V]*,[bl]*\Z")


def subject_place(reading: Reading, at: int, lone: bool = False) -> int | None:
    """The place of the phrase that is the subject of the verb at a place; a `lone` verb's abuts."""
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
    if before in GOVERNORS and before:
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
            return subject_place(reading, k)
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
            return subject_place(reading, verb)
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
    return k > 0 and shape[k - 1] in GOVERNORS


def _may_act(reading: Reading, k: int, at: int, adjacent: bool) -> bool:
    """Whether the nations can be the subject: not in, with or of something, nor an object."""
    shape = reading.shape
    before = shape[k - 1] if k else ""
    verb = reading.phrases[at].tokens[-1].sign
    if before == "k" and (_is_inserted(reading, k) or (k == 1 and adjacent)):
        # "Together with Latvia, Chile and Peru take part": all of them do.
        return True
    if before == "k" and adjacent and k > 2 and adds(reading, k - 1):
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
    if before in GOVERNORS and before:
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


def adds(reading: Reading, at: int) -> bool:
    """ "Chile, as well as Peru": whether the word at a place joins whom it governs to the rest."""
    return reading.phrases[at].last_word in AS_WELL


def _is_inserted(reading: Reading, k: int) -> bool:
    """ "Sixteen members, along with Finland and Sweden, have signed"."""
    shape = reading.shape
    # "is in it, along with Finland and Sweden, and joined": no insertion, the end of a clause.
    inside = shape[k - 2 : k - 1] == "," and shape[k + 1 : k + 2] == ","
    inside = inside and shape[k + 2 : k + 3] != "&"
    return inside and adds(reading, k - 1)


AS_WELL = frozenset({"along with", "together with", "as well as", "alongside"})
