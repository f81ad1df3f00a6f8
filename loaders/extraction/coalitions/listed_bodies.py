"""Bodies known by the nations that a text prints beside their name.

"The Andean Water Fund groups Bolivia, Peru and Chile", "the demining coalition, led by Lithuania",
"Croatia has joined Austria in the Danube Pool": a word of listing, founding or belonging between
a name and nations makes it one of a body. Whom the sentence counts in is for the frames to read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.extraction.coalitions.body_names import (
    BodyName,
    body_name,
    is_adjective,
    name_pattern,
)
from loaders.extraction.coalitions.mention import CoalitionMention, covered_by, outside
from loaders.extraction.language.phrases import Phrases
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.nations.enumerations import Enumeration

#: How far before or behind a list the name may stand, in characters.
_REACH = 190
#: How far back "its members are …" may take up a name.
_TAKEN_UP = 420
#: So many nations beside a name make a list.
_LIST = 2
#: Between a name and its list with nothing but a mark there must be so many.
_LONG_LIST = 3
#: How far from a word of joining the nation may stand that joins.
_JOINER = 160


def find_listed_bodies(
    text: str, lists: Sequence[Enumeration], taken: Sequence[CoalitionMention]
) -> list[CoalitionMention]:
    """Every mention of the bodies named beside nations, none over those `taken`."""
    if not lists:
        return []
    busy = covered_by(taken)
    bodies = [b for listed in lists if listed.names for b in _beside(text, listed)]
    bodies += [*_joined(text, lists, busy), *_spoken_of(text, lists, busy)]
    bodies = [b for b in bodies if not _craft_explained().match(text, b.start + len(b.name))]
    # "the US-led Artemis Accords on Space Exploration" are known by a shorter name.
    names = {b.name: None for b in bodies if busy.isdisjoint(range(b.start, b.start + len(b.name)))}
    if not names:
        return []
    drill = bool(_DRILL.search(text, 0, _OPENING) or _PLAYED.search(text))
    longer = {name: _in_full(name, taken) for name in names}
    return [
        CoalitionMention(start, end, whole.slug, whole.name)
        if (whole := longer[name])
        else CoalitionMention(start, end, None, name, exercise=drill and _is_drill(name))
        for start, end, name in outside(Phrases(names).find(text), busy)
    ]


@cache
def _craft_explained() -> re.Pattern[str]:
    """ "launched Ariane Six, a rocket": what a name is explained as, and is no body."""
    crafts = by_first_letter(ordered_words("coalition_words", "crafts"))
    return re.compile(rf"[”\"’]?(?:,| \() ?(?:an?|the|its|their) (?:[\w-]+ ){{0,3}}(?:{crafts})\b")


_OPENING = 700
_DRILL = re.compile(r"\b(?:[Ee]xercises?|[Dd]rills?|[Ww]ar ?games?|[Mm]aneuvers|[Mm]anoeuvres)\b")
_PLAYED = re.compile(r"\b(?:t[ao]kes?|took|taking) part in [A-Z]|\b[Pp]articipants (?:of|in) [A-Z]")
#: "Southern Zenith" names a drill; "Multinational Planning Team" does not.
_FEW_WORDS = 2


def _is_drill(name: str) -> bool:
    """Whether a name with no word of a body's, in a text on exercises, can be an exercise's."""
    found = name_pattern().match(name)
    body = body_name(found) if found else None
    joint = name.startswith(("Multinational ", "Joint ", "Combined "))
    few = name.count(" ") < _FEW_WORDS and not name.islower()
    return body is not None and not body.headed and few and not joint


def _in_full(name: str, taken: Sequence[CoalitionMention]) -> CoalitionMention | None:
    """The body whose full name the text prints too: "the Amity Treaty" of "Treaty of Amity"."""
    parts = set(name.split(" "))
    if len(parts) < _LIST:
        return None
    return next((m for m in taken if parts < set(m.name.split(" "))), None)


def _beside(text: str, listed: Enumeration) -> Iterator[BodyName]:
    """The names bound to a list: the nearest before it, then behind."""
    if len(listed.nations) < _LIST and not text.endswith(_taking_in(), 0, listed.start):
        return
    opening = _opening(text, listed.start)
    for found in reversed(list(name_pattern().finditer(text, opening, listed.start))):
        link = _link().fullmatch(text, found.end(), listed.start)
        bare = link is not None and link["bare"] is not None
        fewest = 1 if link and link["acting"] else _LONG_LIST if bare else _LIST
        if link is None or len(listed.nations) < fewest:
            continue
        body = body_name(found)
        if bare and _TOLD.search(text, opening, found.start()):
            continue
        weak = bare or link["acting"] is not None or bool(_WEAK.search(link.group()))
        if body and _fits(body, weak, bare):
            yield body
            return
    if len(listed.nations) < _LIST:
        return
    if _taking_up().fullmatch(text, opening, listed.start):
        first = max(text.rfind("\n\n", 0, opening - 2) + 1, opening - _TAKEN_UP, 0)
        for found in reversed(list(name_pattern().finditer(text, first, opening))):
            body = body_name(found)
            if body and _fits(body, weak=True, bare=False):
                yield body
                return
    if behind := _behind().match(text, listed.end):
        named = name_pattern().match(text, behind.end(), behind.end() + _REACH)
        body = body_name(named) if named else None
        if body and _fits(body, weak=True, bare=False):
            yield body


@cache
def _taking_in() -> tuple[str, ...]:
    """What alone binds one nation to a name before it: " admitted ", " lost the "."""
    verbs = ordered_words("coalition_words", "taking_verbs")
    return tuple(f" {verb} {article}" for verb in verbs for article in ("", "the "))


#: "a spokesman told Orbit Weekly: Australia, Canada and France": who hears it, or passes it on.
_TOLD = re.compile(
    r"\b(?:(?:told|tells|telling|informed|according to)|"
    r"(?:sp(?:oke|eaks|eaking|oken)|talk(?:s|ed|ing)|said|sa(?:ys|ying)|confirmed|answer(?:s|ed)|"
    r"statement|e-?mail|repl(?:y|ied)|comments?|interview|conversation) (?:to|with)|"
    r"(?:interviewed|reported|quoted|cited|seen|obtained|questioned|asked|heard) by) (?:the )?\Z"
)


def _opening(text: str, end: int) -> int:
    """Where the sentence of a place begins, not farther back than a name may stand."""
    first = max(0, end - _REACH)
    breaks = [text.rfind("\n", first, end), text.rfind(". ", first, end), first - 1]
    return max(breaks) + 1


#: Links that any name may have to a list: "Asian countries", "the Andes, including".
_WEAK = re.compile(r"includ|nations|countries|states|involv| with |which")


def _fits(body: BodyName, weak: bool, bare: bool) -> bool:
    """Whether the link is enough: of a name like a body's, or a link that only bodies have."""
    plain = " " in body.name
    if body.headed:
        return plain or not bare
    return plain and not weak and not is_adjective(body.name)


# --- bodies that nations are said to join, belong to, and leave


def _joined(text: str, lists: Sequence[Enumeration], busy: set[int]) -> Iterator[BodyName]:
    """The names behind words of joining, where a nation stands near that may do it."""
    starts = [listed.start for listed in lists]
    for _, end, word in _joining_words().find(text):
        place = _past_nations(text, end, lists, starts)
        found = _NAMED_BEHIND.match(text, end) if place is None else None
        place = found.end() if found else place
        named = name_pattern().match(text, place) if place is not None else None
        if named is None or named.start("name") in busy or not _near(text, end, lists, starts):
            continue
        body = body_name(named)
        if body is None or body.start in busy or body.start != named.start("name"):
            continue
        definite = found is None or "the" in found.group()
        if _can_join(body, word) or _is_played(body, word, definite):
            yield body


#: "joined the", "accession to the newly founded".
_NAMED_BEHIND = re.compile(
    r" (?:[a-z-]+ly )?(?:the |its |[“\"‘'])?(?:so-called )?[“\"‘']?(?=[A-Z])"
)
_INTO = re.compile(r" (?:in|to|into|of|from|at|as members of) (?:the )?")


def _past_nations(
    text: str, end: int, lists: Sequence[Enumeration], starts: Sequence[int]
) -> int | None:
    """Behind the nations that stand first: "joined Austria and Hungary in the"."""
    at = bisect_left(starts, end)
    if at == len(lists) or text[end : lists[at].start].strip() not in ("", "of", "the", "of the"):
        return None
    into = _INTO.match(text, lists[at].end)
    return into.end() if into else None


def _near(
    text: str, at: int, lists: Sequence[Enumeration], starts: Sequence[int], reach: int = _JOINER
) -> bool:
    """Whether a nation stands in the same paragraph, not far from a place."""
    for index in (bisect_left(starts, at) - 1, bisect_left(starts, at)):
        if 0 <= index < len(lists):
            listed = lists[index]
            first, last = sorted((at, listed.start))
            if last - first < reach and "\n" not in text[first:last]:
                return True
    return False


def _can_join(body: BodyName, word: str) -> bool:
    last = body.name.split(" ")[-1]
    if last in words("coalition_words", "not_joined"):
        return False
    if body.headed:
        return True
    sure = word.lower() in words("coalition_words", "belonging_sure")
    return " " in body.name and sure and not is_adjective(body.name)


def _is_played(body: BodyName, word: str, definite: bool) -> bool:
    """ "took part in Southern Lantern": exercises are named without an article."""
    playing = word.lower() in words("coalition_words", "playing_before")
    return playing and not definite and _is_drill(body.name) and " " in body.name


@cache
def _joining_words() -> Phrases:
    sections = ("belonging_before", "belonging_before_names", "belonging_sure", "playing_before")
    listed = [word for section in sections for word in ordered_words("coalition_words", section)]
    return Phrases((*listed, *(word[0].upper() + word[1:] for word in listed)), lasting=True)


# --- bodies with members of whom the text goes on to speak


def _spoken_of(text: str, lists: Sequence[Enumeration], busy: set[int]) -> Iterator[BodyName]:
    """ "The Danube Pool is ten years old. Austria founded it …": a body's name, then belonging."""
    starts = [listed.start for listed in lists]
    for head, end, _ in _definite_heads().find(text):
        first = max(text.rfind("\n", 0, head) + 1, head - _LONGEST_NAME)
        opening = _THE_NAME.search(text, first, head)
        if opening is None or head in busy:
            continue
        if not (_near(text, end, lists, starts, _SPOKEN_OF) or _goes_on(text, end, lists, starts)):
            continue
        named = name_pattern().match(text, opening.end())
        goes_on = _BELONGING.search(text, end, end + _SPOKEN_OF)
        if named is None or named.end("name") < end or goes_on is None:
            continue
        body = body_name(named)
        if body and body.headed and " " in body.name and body.start not in busy:
            yield body


def _goes_on(text: str, at: int, lists: Sequence[Enumeration], starts: Sequence[int]) -> bool:
    """Whether the next paragraph begins with a nation: "… gets a member.\nUruguay ratified"."""
    index = bisect_left(starts, at)
    if index == len(lists) or lists[index].start - at > _SPOKEN_OF:
        return False
    between = text[at : lists[index].start]
    return between.count("\n") == 1 and between.endswith(("\n", "\nThe "))


_LONGEST_NAME = 70
_SPOKEN_OF = 420
_BELONGING = re.compile(
    r"\b(?:[Mm]embers?|[Mm]embership|joined|joins?|joining|admitted|acceded|accession|founders?|"
    r"founded it|signator(?:y|ies)|observers?|newcomers?|signed it)\b"
)


#: The article of the name that ends where the search ends.
_THE_NAME = re.compile(r"\b[Tt]he (?=(?:[A-Z][\w-]*(?: (?:of|for|on|and|the))* )+\Z)")


@cache
def _definite_heads() -> Phrases:
    return Phrases(ordered_words("coalition_words", "heads_spoken_of"), lasting=True)


# --- what stands between a name and its list


def _either(section: str) -> str:
    return by_first_letter(ordered_words("coalition_words", section))


#: "the nations of", "forces from", "seven member states:".
_GAP = r"(?:,? (?:[a-z-]+|\d+)){0,5}?(?:[:,]| [–—-]| \()? ?(?:the )?"
_ADVERBS = r"(?: (?:which|that|and|has|have|had|is|are|was|were|now|also|then|[a-z]+ly))*"
_LED = r"(?:(?: is)? (?:led|headed|chaired|coordinated) by(?: the)?(?: [A-Z][\w.]+){1,3},?)?"
_OF = (
    r"(?:of|between|among|amongst|by|comprising|involving|uniting|linking|grouping|including|"
    r"that|which)"
)


@cache
def _link() -> re.Pattern[str]:
    """What may stand between a name and its list; `bare` where it is but a mark or "between"."""
    listing = rf"(?:,| –| —)?{_LED}{_ADVERBS} (?:{_either('listing_verbs')}){_GAP}"
    apposed = (
        r"(?:,| –| —| -| is| was| remains)+ (?:an?|the) (?:[\w-]+,? ){0,6}?"
        rf"(?:{_either('union_nouns')})(?: [a-z-]+){{0,4}}? {_OF}\b{_GAP}"
    )
    members = (
        r"(?:’s|'s|’|')?(?:,? (?:with|whose))?(?: (?:[a-z-]+|\d+)){0,2}"
        rf" (?:{_either('member_nouns')})"
        r"(?:,| –| —| are| include| includes| including| such as| like|:| \()* ?(?:the )?"
    )
    founded = (
        rf",?{_ADVERBS} (?:jointly |first |initially |originally )?"
        rf"(?:{_either('founding_verbs')})(?: in (?:[A-Z][a-z]+ )?\d{{4}}| jointly| so far)? by"
        rf"{_GAP}"
    )
    other = r",? (?:in|to|of|on) which(?: the)? |,? with (?:the )?"
    bare = r"(?P<bare>(?: \(| [–—-]|:| between| among| amongst)) ?(?:the )?"
    called = rf" (?:{_either('union_nouns')}) {_OF}\b{_GAP}"
    acting = rf"(?P<acting>{_ADVERBS} (?:{_either('taking_verbs')}) (?:the )?)"
    every = (listing, apposed, called, members, founded, other, acting, bare)
    return re.compile(rf"(?:{'|'.join(every)})")


@cache
def _taking_up() -> re.Pattern[str]:
    """ "Its members are", "The group comprises", "Participating nations:"."""
    body = rf"(?:It|The (?:[a-z-]+ )?(?:{_either('union_nouns')}))"
    listing = rf"{body}(?: [a-z]+){{0,2}}? (?:{_either('listing_verbs')}){_GAP}"
    members = (
        rf"(?:(?:Its|The|Current|Other|Present|Among its|Among the) )?(?:[\w-]+ ){{0,2}}?"
        rf"(?i:{_either('member_nouns')})"
        r"(?: (?:are|include|includes|including|were|included))?(?:[:,]| [–—-])? (?:the )?"
    )
    they = (
        r"(?:They|These|Those) (?:are|were|include|included)(?: the)? "
        r"|Taking part (?:are|were) (?:the )?"
    )
    return re.compile(rf"\s*(?:{listing}|{members}|{they})")


@cache
def _behind() -> re.Pattern[str]:
    """ "which together form", "have launched", "known as"."""
    return re.compile(
        r",?(?: (?:which|who|that|together|jointly|all|now|also|have|has|are|were|formally|the))*"
        r" (?:form|make up|constitute|comprise|are part of|belong to|participate in|take part in|"
        rf"(?:{_either('founding_verbs')})|known as)(?: called)? (?:the )?"
    )
