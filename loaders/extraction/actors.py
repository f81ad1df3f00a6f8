"""Who acts: the nations that a verb's subject stands for, themselves or through their officials."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.clauses import ADJECTIVE, NATIONS, Clause
from loaders.extraction.vocabulary import ordered_words

#: How far before its verb the one who acts can stand, in the reduced clause.
_GAP = 170


@cache
def _words(section: str) -> str:
    return "|".join(ordered_words("membership_acts", section))


_BOUNDARY = re.compile(r";|\b(?:while|whereas|but|although|though|as|when|after|before|because)\b")
_REPORTED = re.compile(
    r"\b(?:said|says|told|added|noted|argued|warned|announced|announces|confirmed|believes?)\b"
)
_TAKEN_UP = re.compile(
    r"(?:said|says|told|announced|announces|confirmed)\b[^ⓃⒸ]{0,30}?"
    r"(?:\b(?:it|they|its|their|he|she|"
    r"the (?:country|government|nation|kingdom|island|republic))\b)"
)


@cache
def _acting() -> re.Pattern[str]:
    """Behind a nation: the people through whom it acts, "’s government", " Foreign Minister"."""
    return re.compile(rf"(?:’s|'s)?(?: [\w’'-]+){{0,5}}? (?i:{_words('actors')})\b")


@cache
def _actor_of() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?i:{_words('actors')})|\bbehalf|\bpeople|\bparliament)"
        r"(?: [\w-]+){0,3} (?:from|of|for) (?:the |both )?\Z"
    )


@cache
def _not_acting() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_words('not_actors')})(?: the| both| nearby)? \Z")


def actor_before(clause: Clause, at: int) -> int | None:
    """The position of the nations that act by the verb at `at`: the nearest that can."""
    reduced = clause.reduced
    edges = [m.end() for m in _BOUNDARY.finditer(reduced, max(0, at - _GAP), at)]
    start = edges[-1] if edges else max(0, at - _GAP)
    for position in range(at - 1, start - 1, -1):
        sign = reduced[position]
        if sign not in (NATIONS, ADJECTIVE) or clause.nations(position) is None:
            continue
        gap = reduced[position + 1 : at]
        if _REPORTED.search(gap) and not _TAKEN_UP.search(gap):
            return None
        if _can_act(reduced, position, sign, gap):
            return position
    return None


_COUNTRY = re.compile(
    r"\b(?:[Tt]he (?:country|nation|kingdom|republic)|it|its government)(?: \w+ly| had| has)? \Z"
)


def the_country(clause: Clause, at: int) -> int | None:
    """ "Italy's senate approved the memorandum, which the country signed": the only one named."""
    if not _COUNTRY.search(clause.reduced, max(0, at - 30), at):
        return None
    named = [p for p, sign in enumerate(clause.reduced[:at]) if sign in (NATIONS, ADJECTIVE)]
    return named[0] if len(named) == 1 and clause.nations(named[0]) else None


def _can_act(reduced: str, position: int, sign: str, gap: str) -> bool:
    before = reduced[max(0, position - 60) : position]
    if _RELATIVE.match(gap):
        return sign == NATIONS
    if sign == ADJECTIVE:
        if reduced.startswith("liaison", position + 2):
            return True
        return bool(_acting().match(gap))
    if re.search(r"\b(?:from|of) (?:the |both )?\Z", before):
        return bool(_actor_of().search(before))
    if _not_acting().search(before):
        return False
    possessive = gap.startswith(("’s", "'s"))
    return not possessive or bool(_acting().match(gap)) or "’s participation" in gap


#: "envoys from Angola, which signed in 2023": the nation right before is meant, whatever it is to.
_RELATIVE = re.compile(
    r",? (?:which|both of which|all of which|who)(?: \w+ly| also| both| all| first)? ?\Z"
)
