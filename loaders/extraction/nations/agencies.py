"""Space agencies that stand for their nations: "the members are ISRO, JAXA and Argentina's CONAE".

An agency is no mention of its nation, and mostly it does its own work. It stands for the nation
where agencies are listed together, as the members of a body are, and where one alone joins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from loaders.extraction.language.phrases import Phrases, apostrophe_variants
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.nations.mentions import NationMention


class _Agency(NamedTuple):
    """An agency as printed, with its owner before it and its short form behind it."""

    start: int
    end: int
    nation: str


def with_agencies(text: str, mentions: tuple[NationMention, ...]) -> tuple[NationMention, ...]:
    """The mentions of nations, and instead of their parts the agencies that stand for them."""
    agencies = list(_agencies(text, mentions))
    found = [*_standing(text, agencies, mentions), *_forces(text)]
    if not found:
        return mentions
    covered = [(m.start, m.end) for m in found]
    starts = [start for start, _ in covered]
    kept = [m for m in mentions if not _is_covered(m, covered, starts)]
    return tuple(sorted((*kept, *found)))


def _is_covered(
    mention: NationMention, covered: Sequence[tuple[int, int]], starts: Sequence[int]
) -> bool:
    at = bisect_left(starts, mention.start + 1) - 1
    return at >= 0 and mention.start < covered[at][1]


@cache
def _names() -> dict[str, str]:
    """The names with their nations; no nation where the word before says it."""
    listed: Any = load("agencies")
    named = {
        printed: code
        for code, names in listed["agencies"].items()
        for name in names
        for printed in apostrophe_variants(name)
    }
    return named | dict.fromkeys(ordered_words("agencies", "of_a_nation"), "")


@cache
def _phrases() -> Phrases:
    return Phrases(_names(), lasting=True)


# --- armed forces

#: "RAF High Wycombe", "Royal Navy's": a place, and what the force owns.
_NO_FORCE = re.compile(r" [A-Z]|['’]s\b|-|\)")


def _forces(text: str) -> Iterator[NationMention]:
    """Armed forces as their nation's people: "the Bundeswehr hosted it", "RAF officers"."""
    for start, end, name in _force_phrases().find(text):
        if not _NO_FORCE.match(text, end):
            # "the Bundeswehr" acts; "RAF officers" are described by it.
            describes = text[max(0, start - 4) : start].lower() != "the "
            yield NationMention(start, end, _force_names()[name], describes)


@cache
def _force_names() -> dict[str, str]:
    listed: Any = load("agencies")["forces"]
    return {name: code for code, names in listed.items() for name in names}


@cache
def _force_phrases() -> Phrases:
    return Phrases(_force_names(), lasting=True)


# --- where agencies are named

#: Between a nation and its agency's name: "'s", "National", "Institute of …", "space agency".
_OF_NATION = re.compile(
    r"(?:['’]s)?(?: [A-Z][\w’'.-]*(?: (?:of|and|for|on|de|pour|les|the)(?= [A-Z]))*){0,5}"
    r"(?: (?:national )?(?:space )?agency,?)? \(?\Z"
)
_REACH = 80
_BEHIND = re.compile(r" ?\((?P<short>[A-Z][\w/.-]{1,14})\)")
_OF = re.compile(r",? (?:of|from) (?:the )?")


def _agencies(text: str, mentions: tuple[NationMention, ...]) -> Iterator[_Agency]:
    """The agencies named in a text, in order; those called by a short form defined in it too."""
    places = _phrases().find(text)
    if not places:
        return
    starts = [m.start for m in mentions]
    learnt: dict[str, str] = {}
    found: list[_Agency] = []
    for start, end, name in places:
        if found and start < found[-1].end:
            continue
        last = bisect_left(starts, start)
        owner = _owner(text, mentions[max(0, last - 1) : last], start, _names()[name])
        nation = owner.nation if owner else _names()[name]
        if not nation:
            continue
        if (bracket := _BEHIND.match(text, end)) or text[end : end + 1] == ")":
            learnt |= {bracket["short"]: nation} if bracket else {}
            end = bracket.end() if bracket else end + 1
        elif (of := _OF.match(text, end)) and last < len(mentions):
            at = bisect_left(starts, of.end())
            if at < len(mentions) and mentions[at][:3:2] == (of.end(), nation):
                end = mentions[at].end
        found.append(_Agency(owner.start if owner else start, end, nation))
    taken = {place for place, _, _ in places}
    yield from sorted((*found, *_called(text, learnt, found, taken)))


def _owner(
    text: str, before: Sequence[NationMention], start: int, nation: str
) -> NationMention | None:
    """ "Argentina's CONAE", "the Romanian Space Agency": the nation right before the name."""
    if not before or start - before[0].end > _REACH or nation not in ("", before[0].nation):
        return None
    return before[0] if _OF_NATION.match(text[before[0].end : start]) else None


def _called(
    text: str, learnt: dict[str, str], found: Sequence[_Agency], taken: set[int]
) -> Iterator[_Agency]:
    """The places of short forms that the text defines."""
    unknown = {short: nation for short, nation in learnt.items() if short not in _names()}
    if not unknown:
        return
    inside = {at for agency in found for at in range(agency.start, agency.end)}
    for match in re.finditer(rf"\b(?:{by_first_letter(unknown)})\b", text):
        if match.start() not in inside and match.start() not in taken:
            yield _Agency(match.start(), match.end(), unknown[match.group()])


# --- which of them stand for their nations

_GAP = re.compile(
    r"(?:,|;)?(?: (?:and|or|as well as|along with|together with))?(?: (?:the|also|later))? \Z|, \Z"
)


@cache
def _owning() -> re.Pattern[str]:
    """ "CNES president", "ISRO's rocket": what is named with it acts, not the agency."""
    return re.compile(rf"['’]s\b|[-/]| [A-Z][a-z]| (?:{_any_of('its_people')})")


@cache
def _names_act() -> re.Pattern[str]:
    """ "CONAE has formally joined", "KSA's accession"."""
    return re.compile(
        rf"(?: (?:{_any_of('before_acts')})){{0,3}} (?:{_any_of('acts')})\b"
        rf"|['’]s? (?:{_any_of('named_acts')})\b"
    )


@cache
def _heads_act() -> re.Pattern[str]:
    """ "JAXA Executive Director Ana Ruiz signed the charter"."""
    return re.compile(
        rf" (?:[A-Z][a-z]+[ -]){{0,2}}(?:{_any_of('heads')})\b[^.;:]{{0,80}}?\b(?:signed|signs)\b"
    )


@cache
def _making() -> re.Pattern[str]:
    """ "built by NASA and CNES": what agencies make together is no body."""
    return re.compile(rf"\b(?:{_any_of('making')})(?: jointly)? by (?:the )?\Z")


def _any_of(section: str) -> str:
    return by_first_letter(ordered_words("agencies", section))


def _standing(
    text: str, agencies: Sequence[_Agency], mentions: tuple[NationMention, ...]
) -> Iterator[NationMention]:
    """The agencies that stand in a list of agencies, and those that join something alone."""
    row: list[_Agency] = []
    for agency in agencies:
        reached = _end_of_others(text, row[-1].end) if row else 0
        if row and _GAP.fullmatch(text[reached : agency.start]):
            row[-1] = row[-1]._replace(end=reached)
            row.append(agency)
            continue
        yield from _row(text, row)
        row = [agency]
    yield from _row(text, row)


@cache
def _others() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What matches a body of several nations behind an agency, and one before."""
    name = rf"(?:{_any_of('beside')})(?: \([A-Z]+\))?"
    return (
        re.compile(rf"(?:,|;)?(?: and)?(?: the)? {name}(?![\w’'])"),
        re.compile(rf"\b{name}(?:,|;)?(?: and)?(?: the)? \Z"),
    )


def _end_of_others(text: str, end: int) -> int:
    """Where the bodies of several nations end that a list of agencies goes on with."""
    while found := _others()[0].match(text, end):
        end = found.end()
    return end


def _start_of_others(text: str, start: int) -> int:
    """Where the bodies of several nations begin that a list of agencies opens with."""
    while found := _others()[1].search(text, max(0, start - _REACH), start):
        start = found.start()
    return start


def _row(text: str, row: Sequence[_Agency]) -> Iterator[NationMention]:
    """The nations of agencies in a row that is a list, or of a lone one that acts for its own."""
    if not row:
        return
    end = row[-1].end
    listed = len({agency.nation for agency in row}) > 1 and not _owning().match(text, end)
    if listed and _making().search(text, max(0, row[0].start - _REACH), row[0].start):
        return
    if listed:
        first = row[0]._replace(start=_start_of_others(text, row[0].start))
        row = (first, *row[1:-1], row[-1]._replace(end=_end_of_others(text, end)))
    lone = len(row) == 1 and text[row[0].start : end] not in words("agencies", "everywhere")
    if listed or (lone and _names_act().match(text, end)):
        for agency in row:
            yield NationMention(agency.start, agency.end, agency.nation, False)
    elif lone and _heads_act().match(text, end):
        yield NationMention(*row[0], True)
