"""Lists of nations in running text: "Australia, the U.K., Canada and New Zealand"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import load, ordered_words, words
from loaders.extraction.nations.mentions import NationMention
from loaders.extraction.texts.sentences import ends_of_lists

#: "Ghana (member), Morocco (observer)": each stands for itself.
_OWN_ROLE = r"(?![^()\n]*\b(?:member|observer|associate|candidate|applicant|guest)s?\))"
_GAP = re.compile(
    rf"(?:'s|’s)?(?: ?\({_OWN_ROLE}[^()\n]{{1,30}}\)|:? \d[\d,.]*(?=[,; ]))?"
    r"(?:(?:,|;)? ?(?:(?:and|or|&|as well as|along with|together with|plus|followed by) )?"
    r"(?:both |also |fellow |newcomers? |(?:its |their )?host(?: nation)? |finally )?"
    r"(?:[Tt]he |\d[\d,]* )?"
    r"|,? (?:and|plus),? (?:since|from|as of|for the first time|(?:more |most )?recently|lately"
    r"|last(?: of all)?|finally|newly|of course|later|then|now)(?: [^,;.()\n]{1,20})?, (?:the )?"
    r"|/|–|-"
    # "the United States and seven other nations – Australia, …"
    r"|,? and (?:[a-z-]+|\d+) (?:other|more|further) (?:nations|countries|states|allies|partners)"
    r"(?: [–—-] | ?[—(]|: )(?:the )?)\Z"
)
#: What closes the list that such words open.
_CLOSING = re.compile(r" [–—-](?= [a-z])|—(?=[a-z])|\)")
_BLANK = (" ", " The ")
_LONGEST_GAP = 48
_TWO = 2
_ADJECTIVAL = frozenset({"U.S.", "US", "U.S", "UK", "U.K.", "U.K", "NZ", "UAE"})


_OF_SEVERAL = frozenset({" Navies", " Armies", " Militaries", " Soldiers", " Troops", " Marines"})


@dataclass(frozen=True, slots=True)
class Enumeration:
    """One or more nations in a row; `names` says that they stand as nations, not as adjectives.

    A `region` is named as one, and no nation of it (`regions.py`).
    """

    start: int
    end: int
    nations: tuple[str, ...]
    names: bool
    region: bool = False


def find_enumerations(text: str, mentions: tuple[NationMention, ...]) -> Iterator[Enumeration]:
    """Group mentions of nations that follow one another with nothing but commas and "and"."""
    row: list[NationMention] = []
    named = False
    for mention in mentions:
        if row and _is_short_form(text, row[-1], mention):
            # "the United Arab Emirates (UAE)" is named once.
            row[-1] = row[-1]._replace(end=mention.end + 1)
            continue
        is_name = _is_name(text, mention)
        joined = row and _joined(text, row[-1], mention) and (named or not is_name)
        if joined and text[row[-1].end - 1] == "." and text[row[-1].end : mention.start] in _BLANK:
            # "… Chile and the U.S. Kenya sent observers": another sentence.
            joined = False
        if joined and len(row) > 1 and ";" in text[row[-1].end : mention.start]:
            # "… Norway and Poland; Albania has …": a semicolon after commas opens a clause.
            joined = ";" in text[row[-2].end : row[-1].start]
        if joined and len(row) == _TWO and _is_parted_once(text, (*row, mention)):
            yield from _enumerations(text, row[:1], named)
            row = row[1:]
        if row and not joined:
            yield from _enumerations(text, row, named)
            row = []
        if not row:
            named = is_name
        row.append(mention)
        if named and not is_name and _may_describe(text, row[:-1]):
            # "U.S., Polish and German soldiers": the short forms are adjectives too.
            named = False
        if named and not is_name:
            # "Germany and French officers": the adjective opens a phrase of its own.
            row.pop()
            if row:
                yield from _enumerations(text, row, named)
            row, named = [mention], False
    if row:
        yield from _enumerations(text, row, named)


def _is_parted_once(text: str, row: tuple[NationMention, ...]) -> bool:
    """ "played with Chile; Italy and Sweden looked on": one semicolon parts no list."""
    first, second = (text[one.end : other.start] for one, other in pairwise(row))
    return ";" in first and ";" not in second


def _may_describe(text: str, row: list[NationMention]) -> bool:
    """Whether the mentions are short forms that stand before nouns as well as alone."""
    return bool(row) and all(text[m.start : m.end] in _ADJECTIVAL for m in row)


def _is_short_form(text: str, one: NationMention, other: NationMention) -> bool:
    bracketed = text[one.end : other.start] == " (" and text[other.end : other.end + 1] == ")"
    return bracketed and one.nation == other.nation


def _is_name(text: str, mention: NationMention) -> bool:
    if mention.demonym:
        return _is_people(text, mention)
    following = _in_a_name().match(text, mention.end, mention.end + 30)
    if following and following.group() in _OF_SEVERAL:
        # "ships of India, Australia & Japan Navies"
        return True
    if text[mention.start : mention.end] in _ADJECTIVAL:
        if following and text[mention.end - 1] == ".":
            # "… and the U.S. They met", "… and the U.S. Chile left": not the name of a U.S. body
            opens = following.group().strip() in words("roles", "openers")
            behind = ends_of_lists(
                text, max(0, mention.start - len("and the ")), following.end() + 20
            )
            return opens or mention.end + 1 in behind
        return not following and text[mention.end : mention.end + 1] != "-"
    return not following


def _is_people(text: str, mention: NationMention) -> bool:
    """Whether a people stands for its nation: "the Dutch, the Danes and the Poles"."""
    if text[max(0, mention.start - 4) : mention.start].lower() != "the ":
        return False
    last = text[mention.end - 2 : mention.end]
    behind = _BEHIND_PLURAL if last.endswith("s") and last != "ss" else _BEHIND_PEOPLE
    return bool(behind.match(text, mention.end))


#: "the Danes' officers" are people; "the Dutch and German ministers" are too.
_BEHIND_PLURAL = re.compile(r"(?![’'-]|\s[A-Z])")
_BEHIND_PEOPLE = re.compile(r"[.;:)?!]|,? (?:and|or|with|plus) the |, the |\Z")


def _joined(text: str, one: NationMention, other: NationMention) -> bool:
    gap = other.start - one.end
    if not 0 < gap <= _LONGEST_GAP or not _GAP.match(text[one.end : other.start]):
        return False
    # "Cyprus joins the United States and 44 other nations – …": those whom it joins.
    others = _OTHERS.search(text, one.end, other.start)
    return not (others and _JOINS.search(text, max(0, one.start - _LONGEST_GAP), one.start))


def _parted(text: str, row: list[NationMention]) -> Iterator[list[NationMention]]:
    """ "admitted Slovenia; Latvia, Lithuania and Slovakia remain …": two rows."""
    gaps = [";" in text[one.end : other.start] for one, other in pairwise(row)]
    # "… is Belarus; Kuwait was granted …": of two, the semicolon parts.
    if not any(gaps) or (all(gaps[:-1]) and len(row) > 2):
        yield row
        return
    part = row[:1]
    for mention, parts in zip(row[1:], gaps, strict=True):
        if parts:
            yield part
            part = []
        part = [*part, mention]
    yield part


def _enumerations(text: str, row: list[NationMention], named: bool) -> Iterator[Enumeration]:
    for part in _parted(text, row):
        at = _end_of_opening(text, part)
        yield from (_enumeration(text, piece, named) for piece in (part[:at], part[at:]) if piece)


#: "Following Chile and Spain, Peru signed": what a sentence opens with ends at the comma.
_OPENER = re.compile(
    r"(?:\A|[.;:!?”\"]\s+|\n\s*)(?:Following|After|Behind|Like|Unlike|Besides|Along with|Alongside|"
    r"Together with|In the presence of [^.;:,]{0,60}?) (?:the )?\Z"
)
_LONGEST_OPENER = 100


def _end_of_opening(text: str, row: list[NationMention]) -> int:
    """How many mentions of a row its sentence only opens with; 0 if none."""
    start = row[0].start
    if len(row) < 2 or not _OPENER.search(text, max(0, start - _LONGEST_OPENER), start):
        return 0
    gaps = [text[one.end : other.start] for one, other in pairwise(row)]
    closed = len(row) == 2
    for at, gap in enumerate(gaps):
        if closed and "and" not in gap:
            return at + 1
        closed = "and" in gap
    return 0


def _enumeration(text: str, row: list[NationMention], named: bool) -> Enumeration:
    nations = tuple(dict.fromkeys(m.nation for m in row))
    end = row[-1].end
    if any(_OTHERS.search(text, one.end, other.start) for one, other in pairwise(row)):
        closing = _CLOSING.match(text, end)
        end = closing.end() if closing else end
    return Enumeration(row[0].start, end, nations, named)


_OTHERS = re.compile(r" (?:other|more|further) [a-z]+(?: ?[–—(-]|:)")
_JOINS = re.compile(r"\b(?:[Jj]oin(?:s|ed|ing)?|alongside|with|by) (?:the )?\Z")


def _third_persons() -> list[str]:
    """ "Mongolia Inks Accords": the verbs of membership as headlines capitalise them."""
    forms = load("membership_lexicon")["verbs"]
    acts = (forms[group]["finite"] for group in ("join", "sign", "leave", "admit", "hold"))
    single = {word.strip() for act in acts for word in act.split(",") if " " not in word.strip()}
    return sorted(word.capitalize() for word in single if re.fullmatch(r"[a-z]+s", word))


@cache
def _in_a_name() -> re.Pattern[str]:
    """ "U.S. Space Command", "Tonga Space Office": a nation that opens a body's name."""
    listed = (*ordered_words("membership_lexicon", "headline_verbs"), *_third_persons())
    verbs = by_first_letter(listed)
    return re.compile(rf" (?!(?:{verbs})\b)[A-Z][\w’']+")
