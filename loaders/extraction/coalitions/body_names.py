"""What can be printed as the name of a body of nations, where a text uses it like one."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.nations.vocabulary import vocabulary


class BodyName(NamedTuple):
    """A name and where it begins.

    `headed` says that a word of it is one by which bodies are called, or that it is an acronym.
    """

    start: int
    name: str
    headed: bool


#: "joined the Pool on Monday", "the Space Council on Dec. 31": a date is no part of a name.
DATES = (
    r"\w+day|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
)
#: "the India-initiated International Solar Alliance": no part of the name.
LED_BY = re.compile(
    r"\A[A-Z]\w*-(?:led|initiated|backed|based|sponsored|brokered|headed|dominated) "
)


@cache
def name_pattern() -> re.Pattern[str]:
    """A capitalised name, an acronym, "the demining coalition", “drone coalition”."""
    heads = "|".join(ordered_words("coalition_words", "plain_heads"))
    word = r"[A-Z][\w-]*(?:[’'][A-Z]\w*)?"
    joint = r"(?: (?:of|for|on|and|in|against|to)(?: the)?)?"
    opening = r"(?:(?<=[Tt]he )|(?<=-led )|(?<=[“\"‘'])|(?<=[Tt]he new ))"
    return re.compile(
        r"(?<![\w-])[“\"‘']?(?P<name>"
        rf"(?P<plain>{opening}(?![A-Z]|new )[a-z]+(?:[- ][a-z]+){{0,2}} (?:{heads})\b)"
        rf"|{word}(?:{joint} (?!(?:{DATES})\b){word}| \d{{1,3}}\b){{0,8}})[”\"’']?"
        r"(?: \([A-Z][\w-]{1,14}\))?"
    )


def body_name(found: re.Match[str]) -> BodyName | None:
    """The name of a match of `name_pattern`, without what is no part of it; None if of no body."""
    name, start = found["name"], found.start("name")
    if found["plain"] is not None:
        return BodyName(start, name, headed=True) if is_plain_name(name) else None
    whole = without_opening(name)
    start, name = start + len(name) - len(whole), whole
    bare = LED_BY.sub("", re.sub(r"[’']s?\Z", "", name))
    if (placed := bare.find(" in ")) > 0 and bare[:placed].split(" ")[-1] in _heads():
        # "the Astrolabe Cell in Lisbon"
        bare = bare[:placed]
    start += name.index(bare)
    whole = _OF_OFFICE.sub("", bare)
    if " " in whole and whole.split(" ")[-1] in _heads():
        start, bare = start + len(bare) - len(whole), whole
    if not _can_name(bare):
        return None
    parts = bare.split(" ")
    headed = parts[-1] in _heads() or _OPENED.search(bare) is not None
    if len(parts) == 1:
        headed = sum(sign.isupper() for sign in bare) > _CAPITALS
    return BodyName(start, bare, headed)


def is_plain_name(name: str) -> bool:
    """Whether "drone coalition" is a name: "new coalition", "coalition of parties" are none."""
    parts = re.split("[ -]", name)
    denied = parts[0] in words("coalition_words", "not_plain")
    return not (denied or words("coalition_words", "not_in_plain").intersection(parts))


def without_opening(name: str) -> str:
    """A name without the words before it that are no part of it: "Besides the", "Members of"."""
    while " " in name:
        opening, rest = name.split(" ", 1)
        bare = re.sub(r"[’']s?\Z", "", opening)
        if bare not in words("coalition_words", "not_first") and bare not in _JOINTS:
            break
        name = rest
    return name


_JOINTS = frozenset({"of", "in", "on", "for", "the", "and", "to", "against"})
#: "the Governing Board of the Danube Satcom Pool" is of the pool.
_OF_OFFICE = re.compile(
    r"\A.*\b(?:Board|Director|Council|Committee|Secretary|Secretary-General|Members?|Assembly|"
    r"Secretariat|Chair|President|Head|Commander|Headquarters|Meeting|Session|Conference) of "
    r"(?:the )?"
)
_CAPITALS = 2
#: "Council for Arctic Fisheries", "Task Force 151": the head stands before the end.
_OPENED = re.compile(
    r"(?:Treaty|Convention|Council|Coalition|Alliance|Partnership|Group|Committee|Network|Union|"
    r"Organi[sz]ation|Community|Association|Forum|Commission|Initiative|Project|Agreement|Accord|"
    r"Charter|Declaration|Principles|Fund|Centre|Center|Mission|Operation|Programme|Program)"
    r" (?:of|for|on|against|to|in) |(?:Task Force|Project|Programme|Mission|Operation) \d"
)


def is_adjective(name: str) -> bool:
    """ "European", "Baltic": before "members" of no body."""
    return _ADJECTIVE.search(name) is not None


_ADJECTIVE = re.compile(r"(?:ese|ish|[iec]an|ern|ic|ab)\Z")


#: "CBERS-4", "Kanopus-V": a satellite; "G-7" is none.
_SPACECRAFT = re.compile(r"[A-Z]\w{2,}-(?:\d{1,3}[A-Z]?|[A-Z])")


def _can_name(name: str) -> bool:
    if _SPACECRAFT.fullmatch(name):
        return False
    parts = name.split(" ")
    if parts[-1] in words("coalition_words", "not_bodies"):
        return False
    opening = {" ".join(parts[:size]) for size in (1, 2, 3)}
    nations = vocabulary().forms
    if any(nations[form].nation for form in opening & nations.keys()):
        return False
    if name in words("coalition_words", "not_acronyms"):
        return False
    if name in words("coalition_words", "generic_names"):
        return False
    spaced = f" {name} "
    return not any(word in spaced for word in _denied())


@cache
def _denied() -> tuple[str, ...]:
    """The words that no body's name holds, between the blanks around words."""
    sections = ("not_by_use", "not_in_bodies")
    return tuple(f" {w} " for name in sections for w in ordered_words("coalition_words", name))


@cache
def _heads() -> frozenset[str]:
    sections = ("heads", "heads_of_space", "heads_by_use", "opening_heads", "heads_beside_lists")
    return frozenset().union(*(words("coalition_words", section) for section in sections))
