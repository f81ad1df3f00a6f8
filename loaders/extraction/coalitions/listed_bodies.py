"""Bodies known by the list of nations that a text prints beside their name.

"The Andean Water Fund groups Bolivia, Peru and Chile", "the demining coalition, led by Lithuania":
whatever the name's last word, so many nations bound to it by a word of listing, founding or
belonging make it a body of nations. Whom the sentence counts in is for the frames to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.coalitions.bodies import LED_BY
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.nations.vocabulary import vocabulary

#: How far before or behind a list the name may stand, in characters.
_REACH = 190
#: How far back "its members are …" may take up a name.
_TAKEN_UP = 420
#: So many nations beside a name make a list.
_LIST = 2
#: Between a name and its list with nothing but a mark there must be so many.
_LONG_LIST = 3


def find_listed_bodies(
    text: str, lists: Sequence[Enumeration], taken: Sequence[CoalitionMention]
) -> list[CoalitionMention]:
    """Every mention of the bodies that the text names beside a list of nations, none over `taken`."""
    busy = {place for m in taken for place in range(m.start, m.end)}
    names: dict[str, None] = {}
    for listed in lists:
        if listed.names and len(listed.nations) >= _LIST:
            for start, name in _beside(text, listed):
                if start not in busy:
                    names.setdefault(name)
    if not names:
        return []
    found = Phrases(names).find(text)
    return [
        CoalitionMention(start, end, None, name)
        for start, end, name in found
        if start not in busy and end - 1 not in busy
    ]


def _beside(text: str, listed: Enumeration) -> Iterator[tuple[int, str]]:
    """The names bound to a list, with a place of each: the nearest before it, then behind."""
    opening = _opening(text, listed.start)
    for found in reversed(list(_name().finditer(text, opening, listed.start))):
        link = _link().fullmatch(text, found.end(), listed.start)
        if link is None:
            continue
        bare = link["bare"] is not None
        if bare and len(listed.nations) < _LONG_LIST:
            continue
        if (name := _body(text, found, bare)) is not None:
            yield name
            return
    if _taking_up().fullmatch(text, opening, listed.start):
        first = max(text.rfind("\n\n", 0, opening - 2) + 1, opening - _TAKEN_UP, 0)
        for found in reversed(list(_name().finditer(text, first, opening))):
            if (name := _body(text, found, bare=True)) is not None:
                yield name
                return
    if behind := _behind().match(text, listed.end):
        found_behind = _name().match(text, behind.end(), behind.end() + _REACH)
        if found_behind and (name := _body(text, found_behind, bare=False)) is not None:
            yield name


def _opening(text: str, end: int) -> int:
    """Where the sentence of a place begins, not farther back than a name may stand."""
    first = max(0, end - _REACH)
    breaks = [text.rfind("\n", first, end), text.rfind(". ", first, end), first - 1]
    return max(breaks) + 1


def _body(text: str, found: re.Match[str], bare: bool) -> tuple[int, str] | None:
    """The place and name of what can be a body of nations, else None."""
    name, start = found["name"], found.start("name")
    if found["plain"] is not None:
        first = re.split(r"[ -]", name)[0]
        return None if first in words("coalition_words", "not_plain") else (start, name)
    while (opening := name.split(" ", 1)) and len(opening) == 2:
        bare_word = re.sub(r"[’']s?\Z", "", opening[0])
        if bare_word not in words("coalition_words", "not_first") and not bare_word.islower():
            break
        start, name = start + len(opening[0]) + 1, opening[1]
    name = LED_BY.sub("", re.sub(r"[’']s?\Z", "", name))
    start = text.index(name, start)
    if not _can_name(name):
        return None
    parts = name.split(" ")
    headed = parts[-1].rstrip("0123456789 ") in _heads() or _OPENED.search(name) is not None
    acronym = len(parts) == 1 and sum(sign.isupper() for sign in name) > 2
    if headed and len(parts) > 1:
        return start, name
    return (start, name) if acronym and not bare else None


#: "Council for Arctic Fisheries", "Task Force 151": the head stands before the end.
_OPENED = re.compile(
    r"(?:Treaty|Convention|Council|Coalition|Alliance|Partnership|Group|Committee|Network|Union|"
    r"Organi[sz]ation|Community|Association|Forum|Commission|Initiative|Project|Agreement|Accord|"
    r"Fund|Centre|Center|Mission|Operation) (?:of|for|on|against|to|in) |(?:Task Force|Project|Programme|Mission|Operation) \d"
)


def _can_name(name: str) -> bool:
    parts = name.split(" ")
    nations = vocabulary().forms
    if parts[-1] in words("coalition_words", "not_bodies"):
        return False
    opening = {" ".join(parts[:size]) for size in (1, 2, 3)}
    if opening & nations.keys() or name in words("coalition_words", "not_acronyms"):
        return False
    whole = f" {name} "
    denied = ordered_words("coalition_words", "not_by_use")
    return not any(f" {w} " in whole for w in denied)


@cache
def _heads() -> frozenset[str]:
    sections = ("heads", "heads_of_space", "heads_by_use", "opening_heads", "heads_beside_lists")
    return frozenset().union(*(words("coalition_words", section) for section in sections))


@cache
def _name() -> re.Pattern[str]:
    """A capitalised name, an acronym, "the demining coalition", “drone coalition”."""
    heads = "|".join(ordered_words("coalition_words", "plain_heads"))
    word = r"[A-Z][\w’'-]*"
    joint = r"(?: (?:of|for|on|and|in|against|to)(?: the)?)?"
    return re.compile(
        r"(?<![\w-])[“\"‘']?(?P<name>"
        rf"(?P<plain>(?:(?<=[Tt]he )|(?<=-led )|(?<=[“\"‘'])|(?<=[Tt]he new ))(?![A-Z]|new )[a-z]+"
        rf"(?:[- ][a-z]+)?(?:[- ][a-z]+)? (?:{heads})\b)"
        rf"|{word}(?:{joint} (?:{word}|\d{{1,3}}\b)){{0,8}})[”\"’']?(?: \([A-Z][\w-]{{1,14}}\))?"
    )


def _either(section: str) -> str:
    return "|".join(ordered_words("coalition_words", section))


#: "the nations of", "forces from", "seven member states:".
_GAP = r"(?:,? (?:[a-z-]+|\d+)){0,5}?(?:[:,]| [–—-]| \()? ?(?:the )?"


@cache
def _link() -> re.Pattern[str]:
    """What may stand between a name and its list; `bare` where it is but a mark or "between"."""
    adverbs = r"(?: (?:which|that|and|has|have|had|is|are|was|were|now|also|then|[a-z]+ly))*"
    nouns = _either("union_nouns")
    return re.compile(
        rf"(?:(?:,| –| —)?(?:(?: is)? (?:led|headed|chaired|coordinated) by(?: the)?(?: [A-Z][\w.]+){{1,3}},?)?"
        rf"{adverbs} (?:{_either('listing_verbs')}){_GAP}"
        rf"|(?:,| –| —| -| is| was| remains)+ (?:an?|the) (?:[\w-]+,? ){{0,6}}?(?:{nouns})"
        rf"(?: [a-z-]+){{0,4}}? (?:of|between|among|amongst|by|comprising|involving|uniting|linking|grouping"
        rf"|including|that|which)\b{_GAP}"
        rf"|(?:’s|'s|’|')?(?:,? (?:with|whose))?(?: (?:[a-z-]+|\d+)){{0,2}} (?:{_either('member_nouns')})(?:,| –| —| are| include"
        rf"| includes| including| such as| like|:| \()* ?(?:the )?"
        rf"|,?{adverbs} (?:jointly |first |initially |originally )?(?:{_either('founding_verbs')})"
        rf"(?: in \d{{4}}| in [A-Z][a-z]+ \d{{4}}| jointly| so far)? by{_GAP}"
        r"|,? (?:in|to|of|on) which(?: the)? |,? with (?:the )?"
        rf"|(?P<bare>(?: \(| [–—-]|:| between| among| amongst)) ?(?:the )?)"
    )


@cache
def _taking_up() -> re.Pattern[str]:
    """ "Its members are", "The group comprises", "Participating nations:"."""
    verbs = _either("listing_verbs")
    return re.compile(
        rf"\s*(?:(?:It|The (?:[a-z-]+ )?(?:{_either('union_nouns')}))(?: [a-z]+){{0,2}}? (?:{verbs}){_GAP}"
        rf"|(?:(?:Its|The|Current|Other|Present) )?(?:[\w-]+ ){{0,2}}?(?i:{_either('member_nouns')})"
        rf"(?: (?:are|include|includes|including|were|included))?(?:[:,]| [–—-])? (?:the )?)"
    )


@cache
def _behind() -> re.Pattern[str]:
    """ "which together form", "have launched", "known as"."""
    return re.compile(
        r",?(?: (?:which|who|that|together|jointly|all|now|also|have|has|are|were|formally|the))*"
        r" (?:form|make up|constitute|comprise|are part of|belong to|participate in|take part in|"
        rf"(?:{_either('founding_verbs')})|known as)(?: called)? (?:the )?"
    )
