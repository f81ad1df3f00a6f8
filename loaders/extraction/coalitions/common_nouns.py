"""Coalitions called by a noun after their name: "the accords", "the trilateral programme"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Any

from loaders.extraction.coalitions.bodies import is_listed
from loaders.extraction.coalitions.body_names import DATES
from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.known import known_coalitions
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.language.word_places import matches_at, word_places


@cache
def _noun_pattern() -> re.Pattern[str]:
    common = ordered_words("coalition_words", "common_nouns")
    nouns = by_first_letter((*common, *ordered_words("coalition_words", "own_nouns")))
    again = by_first_letter(ordered_words("coalition_words", "heads_named_again"))
    others = "|".join(ordered_words("coalition_words", "not_common"))
    return re.compile(
        rf"\w+ (?:(?:(?:[a-z-]+|\d+-nation|(?:[A-Z]\.)+(?:-[a-z]+)?|(?!The )[A-Z][\w-]+) ){{0,2}}?"
        rf"(?!(?:{others})\b)({nouns}|Accords|Initiative|Coalition|Partnership)\b"
        r"|(Convention|Charter|Declaration|Treaty|Agreement|Alliance|Programme|Centre|Center|Bank|"
        rf"Forum|Exercise|Organi[sz]ation|Operation|Memorandum|{again})\b"
        # "acceded to the Code on 1 May", but "the Convention on Rivers"
        rf"(?! (?:on(?! (?:\d|(?:{DATES})\b))|for|of|[A-Z])))"
    )


def find_common_nouns(text: str, named: list[CoalitionMention]) -> list[CoalitionMention]:
    """ "the accords", where a coalition was named not far before and the noun fits its kind."""
    if not named:
        return []
    found = list(_predecessors(text, named))
    taken = {m.start for m in found}
    index = 0
    starts = word_places(text).of(("The", "This", "That", "the", "this", "that"))
    behind = starts[bisect_left(starts, named[0].start) :]
    for match in matches_at(_noun_pattern(), text, behind):
        while index < len(named) and named[index].start < match.start():
            index += 1
        meant = _meant_by(match, named[max(0, index - _NOUN_CHOICES) : index])
        following = named[index] if index < len(named) else None
        if meant is None or match.start() in taken or (following and following.start < match.end()):
            continue
        if following and _OF_ANOTHER.fullmatch(text, match.end(), following.start):
            continue
        if match[0][:4].lower() == "that" and not _is_pointed_at(match, meant):
            continue
        found.append(meant._replace(start=match.start(), end=match.end(), common_noun=True))
    return found


def _predecessors(text: str, named: list[CoalitionMention]) -> Iterator[CoalitionMention]:
    """ "It began as a Consortium of five": what a body that is named grew out of, by its noun."""
    known = known_coalitions()
    former = {p: m for m in named if (p := known.predecessors.get(m.slug or "", ""))}
    for slug, body in former.items():
        noun = known.names[slug].rpartition(" ")[2]
        if not noun.isalpha() or noun in known.names[body.slug or ""]:
            continue
        for match in re.finditer(rf"\b(?:[Tt]he|[Aa]|[Ii]ts) {noun}\b(?! [A-Z])", text):
            yield CoalitionMention(*match.span(), slug, known.names[slug], common_noun=True)


def _is_pointed_at(match: re.Match[str], meant: CoalitionMention) -> bool:
    """Whether a "that" points at a body: "in that programme", not "said that programmes".

    "That alliance" is of nations just counted, not the alliance that every article names.
    """
    if match[0][0] == "T":
        return meant.slug != "nato"
    before = match.string[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
    return before.endswith(_BEFORE_THAT)


_BEFORE_THAT = (" in ", " to ", " join ", " joined ", " left ", " for ")
_LONGEST_BEFORE = 8


def _meant_by(match: re.Match[str], before: list[CoalitionMention]) -> CoalitionMention | None:
    """The last coalition named before, not too far, that the noun can stand for."""
    if before and match.start() < before[-1].end:
        return None
    noun = match[1] or match[2]
    alone = match.group().count(" ") == 1
    if (alone or noun[0].isupper()) and (named := _namesake(noun, match.start(), before)):
        return named
    if (
        before
        and _stands_under(match, before[-1])
        and noun in words("coalition_words", "of_any_kind")
    ):
        return before[-1]
    if headed := _headed(noun, match, before):
        return headed
    if before and _is_just_named(match, before[-1]):
        return before[-1]
    for mention in reversed(before):
        gap = match.start() - mention.end
        if match[2] and mention.slug is None:
            # "the Treaty", in capitals, is that of the text however far back.
            gap //= _CAPITALS_REACH
        if gap > _NOUN_REACH:
            return None
        if mention.slug is None and gap > _UNKNOWN_NOUN_REACH:
            continue
        if _fits(noun.lower(), mention):
            return mention
    return None


def _stands_under(noun: re.Match[str], mention: CoalitionMention) -> bool:
    """Whether a mention is the heading that a noun stands right under: "AUKUS", "The pact …"."""
    text, start, end = noun.string, mention.start, mention.end
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] == "\n"
    return alone and not text[end : noun.start()].strip()


def _is_just_named(noun: re.Match[str], mention: CoalitionMention) -> bool:
    """Whether a body without an entry was named right before a noun that can stand for any.

    "Germany has joined NORTHLINK. The initiative …": its name does not say what it is.
    """
    telling = _nouns("nouns_of_name").keys() & set(mention.name.split(" "))
    if mention.slug is not None or mention.exercise or telling or not noun[1]:
        return False
    undertakings = words("coalition_words", "named_undertakings")
    if is_listed(mention.name) and mention.name not in undertakings:
        return False
    near = noun.start() - mention.end <= _JUST_NAMED and noun[0].count(" ") == 1
    fitting = words("coalition_words", "of_any_kind") | words("coalition_words", "of_undertakings")
    return near and noun[1] in fitting


def _namesake(noun: str, position: int, before: list[CoalitionMention]) -> CoalitionMention | None:
    """ "the Accords" are the body with the word in its name, whatever was named since."""
    capital = noun.capitalize()
    known = known_coalitions()
    for mention in reversed(before):
        if position - mention.end > _NAMESAKE_REACH:
            return None
        whole = known.names.get(mention.slug or "", "")
        if capital == "Alliance" and _OF_THE_ALLIANCE.match(whole or mention.name):
            continue
        if capital in f"{mention.name} {whole}".split(" ") and not mention.exercise:
            return mention
    return None


def _headed(
    noun: str, place: re.Match[str], before: list[CoalitionMention]
) -> CoalitionMention | None:
    """ "the group" is the body that was named with this noun: "the IRIS² services group"."""
    for mention in reversed(before):
        if place.start() - mention.end > _NOUN_REACH:
            return None
        behind = _HEAD.match(place.string, mention.end, place.start())
        if behind and not mention.common_noun and noun in behind[0].split():
            return mention
    return None


#: The words right behind a name that go with it.
_HEAD = re.compile(
    r"(?: (?!(?:is|are|was|were|has|have|had|will|an?|the|its?|as|and|or|of|in|on|at|to|for|by|"
    r"with|from|that|which|who|this)\b)[a-z][a-z-]+){1,3}"
    r"(?=[,.;:)]| (?:in|on|at|by|with|and|of|for|to)\b)"
)


#: "Alliance Persistent Surveillance" belongs to the Alliance, it is none.
_OF_THE_ALLIANCE = re.compile(r"Alliance [A-Z]")
#: "the memorandum of understanding of the WGS partnership": of the body named behind.
_OF_ANOTHER = re.compile(r"(?: of understanding)? (?:of|on|for|establishing|founding) (?:the )?")
_NOUN_CHOICES = 6
_JUST_NAMED = 250
_CAPITALS_REACH = 4
_NAMESAKE_REACH = 4800
_NOUN_REACH = 1200
#: "the agreement" is that of a name nobody knows only close to it.
_UNKNOWN_NOUN_REACH = 500


def _fits(noun: str, mention: CoalitionMention) -> bool:
    if noun in words("coalition_words", "own_nouns"):
        # "the watch", of the Sky Watch that was spoken of
        return noun in mention.name.lower().split(" ")
    kind = known_coalitions().kinds.get(mention.slug or "", "")
    kind = "exercise" if mention.exercise else kind
    by_kind = _nouns("nouns_of_kind")
    if kind in by_kind:
        return noun in by_kind[kind]
    if noun in words("coalition_words", "nouns_of_games") and not is_exercise(mention):
        return False
    name = known_coalitions().names.get(mention.slug or "", mention.name)
    fitting = [nouns for word, nouns in _nouns("nouns_of_name").items() if word in name]
    if fitting:
        return any(noun in nouns for nouns in fitting)
    return noun in name.lower() if mention.slug is None else noun != "station"


@cache
def _nouns(section: str) -> dict[str, frozenset[str]]:
    listed: Any = load("coalition_words")[section]
    return {key: frozenset(n.strip() for n in nouns.split(",")) for key, nouns in listed.items()}
