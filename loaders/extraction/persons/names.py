"""Capitalised names in the text, and what each is: a person with rank and name, or a body.

One scan finds every run of capitalised words; each distinct run is taken apart once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from loaders.extraction.language.tries import trie
from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.name_words import (
    given_names,
    given_post,
    is_initialism,
    is_nation,
    is_short_acronym,
    may_be_given,
    party_epithets,
)
from loaders.extraction.texts.document import Quotation

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_TOKEN = re.compile(r"\S+")
_LONGEST_NAME = 5
_LONGEST_TITLE = 4
_MONTHS_AND_NAMES = frozenset({"May", "April", "June", "August"})
_OF_GENERALS = frozenset(
    {"Secretary", "Attorney", "Director", "Solicitor", "Inspector", "Surgeon", "Consul", "Governor"}
)
_FIRST_OF = frozenset({"Minister", "Lady", "Sea", "Deputy", "Secretary", "Vice", "Lord"})
_PARTY_TAG = re.compile(r"[RDI]-[A-Z]")


class NameKind(Enum):
    """What a run of capitalised words names."""

    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A run taken apart; offsets count from the run's start.

    `start` is where rank, honorific or name begins (`name_start`: the name alone), `lead` where
    the run begins once a sentence's opening word is off.
    """

    kind: NameKind
    lead: int
    start: int
    name_start: int
    end: int
    rank: str | None
    name: str
    tokens: tuple[str, ...]
    given: str
    titled: bool


@dataclass(slots=True)
class Run:
    """One run in the text: `start`/`end` of rank and name, and where the whole run begins."""

    start: int
    end: int
    lead: int
    name_start: int
    parsed: Parsed


@cache
def run_pattern() -> re.Pattern[str]:
    """Capitalised words in a row, with particles, initials, ranks and initialisms."""
    abbreviated = sorted(
        {
            r.rstrip(".")
            for r in words("ranks", "ranks") | words("ranks", "honorifics")
            if r[-1] == "."
        }
        | {"Jr", "Sr"},
        key=len,
        reverse=True,
    )
    last_parts = sorted({r.split()[-1] for r in abbreviated}, key=len, reverse=True)
    particles = "|".join(sorted(words("first_names", "particles"), key=len, reverse=True))
    word = rf"[{UPPER}](?:\w|[’'\-‑](?!s\b)(?=\w))*"
    dotted = trie(last_parts)
    # Few signs are capitals: the look ahead spares the rest of the pattern at all others.
    token = (
        rf"(?=[{UPPER}12])(?:(?:{dotted})\.(?:-elect)?(?!\w)|(?:[{UPPER}]\.-?)+(?:[{UPPER}]\b)?|{word}|"
        r"[12](?:st|nd) Lt\.)"
    )
    nickname = r"(?:[\"“(‘'][A-Z]\w+[\"”)’'] )?"
    article = r"(?:(?:a[dlnrstz]|el|ul|ash|ould)-)?"
    return re.compile(rf"{token}(?: {nickname}(?:(?:{particles}) ){{0,2}}{article}{token})*")


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """Ranks and honorifics, whole, and their single words."""
    whole = words("ranks", "ranks") | words("ranks", "honorifics")
    return whole, frozenset(title.split()[-1] for title in whole)


@lru_cache(maxsize=65_536)
def parse_run(text: str, opens: bool = True) -> Parsed:
    """Take one run apart: what it names, its rank, its bare name.

    `opens` says whether its first word may be a sentence's opening word.
    """
    if text.isalpha():  # one word, as most runs are
        tokens, printed = [(0, len(text), text)], [text]
    else:
        tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]
        printed = [word for _, _, word in tokens]
    if _PARTY_TAG.match(text) or len(text) < 2 or (len(text) == 2 and text[1] == "."):
        return Parsed(NameKind.OTHER, 0, 0, 0, len(text), None, "", (), "", False)
    first, last = _trim(tokens, opens)
    if first >= last:
        return Parsed(NameKind.OTHER, 0, 0, 0, len(text), None, "", (), "", False)
    lead = tokens[first][0]
    end = tokens[last - 1][1]
    cut, titled = _name_from(printed, first, last)
    if cut >= last:
        kind = _bodiless(printed[first:last])
        return Parsed(kind, lead, lead, lead, end, None, text[lead:end], (), "", titled)
    rank_from, rank = _rank_before(printed, first, cut)
    name_tokens = tuple(printed[cut:last])
    name = text[tokens[cut][0] : end]
    if len(name) < 2:
        return Parsed(NameKind.OTHER, lead, lead, lead, end, None, "", (), "", titled)
    kind = _person_or_body(name, name_tokens, titled or rank is not None)
    if kind is not NameKind.PERSON and cut == first:
        return Parsed(kind, lead, lead, lead, end, None, name, (), "", titled)
    start = tokens[rank_from][0]
    if rank in words("ranks", "honorifics") and rank_from - first > 1:
        stops = words("roles", "organisation_words") | words("roles", "posts")
        if stops.isdisjoint(token[2] for token in tokens[first:rank_from]):
            lead = start  # "a letter to Ann Roe Ms Gill said": two names in a row
    given = name_tokens[0] if len(name_tokens) > 1 else ""
    return Parsed(kind, lead, start, tokens[cut][0], end, rank, name, name_tokens, given, titled)


def _trim(tokens: list[tuple[int, int, str]], opens: bool) -> tuple[int, int]:
    """Leave out a sentence's opening word at the start, days and months at either end."""
    openers, days = words("roles", "openers"), words("roles", "weekdays")
    first, last = 0, _verb_of_headline(tokens)
    if last == 1 and tokens[0][2] in _MONTHS_AND_NAMES:
        return 0, 1
    while (
        first < last
        and (opens or first)
        and not _is_first_of_title(tokens, first, last)
        and (
            _without_contraction(tokens[first][2]) in openers or _is_day(tokens, first, last, days)
        )
    ):
        first += 1
    while last > first + 1 and tokens[last - 1][2] in _never_last():
        known = tokens[first][2] in given_names() or (
            last - first > 2 and _stops().isdisjoint(t[2] for t in tokens[first : last - 1])
        )
        if tokens[last - 1][2] not in days and not known:
            break  # "Labour MP": no name.
        last -= 1
    return first, last


def _verb_of_headline(tokens: list[tuple[int, int, str]]) -> int:
    """Where a headline's verb ends the name: "Ambrose Asks Trudeau About Ethics Probe"."""
    if len(tokens) <= 2:
        return len(tokens)
    verbs = words("roles", "headline_verbs")
    return next((at for at in range(1, len(tokens) - 1) if tokens[at][2] in verbs), len(tokens))


@cache
def _never_last() -> frozenset[str]:
    """Days, months and letters behind a name, which are no part of it."""
    days = words("roles", "weekdays") - _MONTHS_AND_NAMES
    return days | words("first_names", "postnominals")


def _is_first_of_title(tokens: list[tuple[int, int, str]], first: int, last: int) -> bool:
    """ "First Minister", "Opposition Leader": there the opening word is the title's."""
    word, following = tokens[first][2], tokens[first + 1][2] if first + 1 < last else ""
    return (word == "First" and following in _FIRST_OF) or (
        word == "Opposition" and following == "Leader"
    )


def _without_contraction(word: str) -> str:
    """ "I’m" → "I", "That’s" → "That"; O’Brien stays."""
    for mark in "’'":
        before, found, after = word.partition(mark)
        if found and after in ("m", "ve", "ll", "re", "d", "t", "s"):
            return before
    return word


def _is_day(
    tokens: list[tuple[int, int, str]], first: int, last: int, days: frozenset[str]
) -> bool:
    word = tokens[first][2]
    # "May Smith", "April Jones" and "Gen. May" are persons; "Tuesday Smith" is none.
    return word in days and (last - first == 1 or word not in _MONTHS_AND_NAMES)


def _name_from(tokens: list[str], first: int, last: int) -> tuple[int, bool]:
    """Where the person's name begins: after the last word of a title, body or nation."""
    stops, title_words = _stops(), _titles()[1]
    surnames = words("roles", "also_surnames")
    given = given_names()
    cut, titled = first, False
    for index in range(first, last):
        word = tokens[index].removeprefix("Then-").removeprefix("Ex-")
        if not _may_precede_name(word):
            continue
        is_title = word in title_words and _ends_title(tokens, first, index, last)
        if not (is_title or word in stops or is_nation(word) or is_initialism(word)):
            continue
        if cut < index == last - 1 and word in words("first_names", "suffixes"):
            continue  # "Xola Dlamini MP", but "the Tory MP" has no name
        previous = tokens[index - 1] if index > first else ""
        if index < last - 1 and not is_title and _begins_name(tokens, index):
            continue  # "NASA Administrator Bill Nelson"
        if previous in title_words and is_nation(word) and not is_title:
            continue
        if (
            index == first
            and index + 1 < last
            and (may_be_given(word) or word == given_post(word) or _begins_name(tokens, index))
        ):
            continue
        if word in surnames and (
            (previous in given and index == first + 1) or (previous in title_words and not is_title)
        ):
            continue
        if index > first and is_title and previous in given and index == last - 1:
            continue
        cut, titled = index + 1, titled or is_title or word in words("roles", "posts")
    return cut, titled


@cache
def _stops() -> frozenset[str]:
    """Words of bodies and posts."""
    return words("roles", "organisation_words") | words("roles", "posts")


@lru_cache(maxsize=65_536)
def _may_precede_name(word: str) -> bool:
    """Whether a name can begin right after this word: mostly not, which saves the rest."""
    listed = word in _titles()[1] or word in _stops()
    return listed or is_nation(word) or is_initialism(word)


def _ends_title(tokens: list[str], first: int, index: int, last: int) -> bool:
    """Whether a title ends with this word: "Tan Sri", not "Sri Lanka"; "M." is mostly an initial.

    Monsieur has nothing but a family name behind him: "M. Barnier", "Datuk M. Kula Segaran".
    """
    if tokens[index] == "M.":
        return index == first and index == last - 2
    whole = _titles()[0]
    lengths = range(1, min(_LONGEST_TITLE, index - first + 1) + 1)
    return any(" ".join(tokens[index + 1 - n : index + 1]) in whole for n in lengths)


def _begins_name(tokens: list[str], index: int) -> bool:
    """ "Bill Cassidy": a given name that is a common noun as well, before a word that is none."""
    following = tokens[index + 1]
    return tokens[index] in given_names() and following not in _stops() and len(following) > 2


def _rank_before(tokens: list[str], first: int, cut: int) -> tuple[int, str | None]:
    """The longest rank or honorific that ends right before the name."""
    whole = _titles()[0]
    for start in range(max(first, cut - 4), cut):
        title = " ".join(tokens[start:cut])
        if title in whole and not (
            title in ("General", "Gen.") and start > first and (tokens[start - 1] in _OF_GENERALS)
        ):
            # "Air Chief Marshal Sir Rich Knighton" has both.
            outer, rank = _rank_before(tokens, first, start) if start > first else (start, None)
            return (outer, f"{rank} {title}") if rank else (start, title)
    # "Lt. Gen." printed with more than one blank or "Ret." between is still found by its parts.
    return cut, None


def _bodiless(tokens: list[str]) -> NameKind:
    if tokens[-1] in words("roles", "posts") and len(tokens) <= 6:
        return NameKind.ROLE
    return NameKind.BODY


def _person_or_body(name: str, tokens: tuple[str, ...], titled: bool) -> NameKind:
    if len(tokens) > _LONGEST_NAME + 2:
        return NameKind.OTHER
    if name in words("roles", "speaking_places") and not titled:
        return NameKind.BODY
    if any(map(str.isdigit, name)):
        return NameKind.BODY  # "G7 Presidency"
    if len(tokens) == 1 and (name in words("roles", "openers") or is_short_acronym(name)):
        return NameKind.BODY
    if is_nation(name) or (len(tokens) > 1 and tokens[-1] in party_epithets() and not titled):
        return NameKind.BODY
    return NameKind.PERSON


#: "Will Quince resigned", "Will Smith has": what no question goes on with.
_TELLS = re.compile(
    r" (?:has|had|was|is|told|said|says|[a-z]+(?:ed|es)|"
    rf"{'|'.join(sorted(words('grammar', 'irregular_pasts') - words('grammar', 'bare_forms')))})\b"
)
_SEATS = frozenset({"MP", "MSP", "MEP", "MLA", "TD"})


def _parse(match: re.Match[str]) -> Parsed:
    """A run taken apart, with what stands beside it."""
    printed, text = match.group(), match.string
    if printed.startswith("Will "):
        inside = text[match.start() - 2 : match.start()].strip()[-1:]
        named = inside.isalpha() or inside == "," or _TELLS.match(text, match.end())
        return parse_run(printed, opens=not named)
    parsed = parse_run(printed)
    if parsed.kind is NameKind.PERSON and printed.rsplit(" ", 1)[-1] in _SEATS:
        article = printed[: parsed.lead] or text[max(0, match.start() - 4) : match.start()]
        if article.lower() == "the " and not (parsed.titled or parsed.given in given_names()):
            # "the Chesterfield MP"
            lead, end = parsed.lead, len(printed)
            return Parsed(NameKind.ROLE, lead, lead, lead, end, None, printed[lead:], (), "", False)
    return parsed


def _run_of(match: re.Match[str]) -> Run | None:
    parsed = _parse(match)
    if parsed.kind is NameKind.OTHER:
        return None
    base = match.start()
    return Run(
        base + parsed.start,
        base + parsed.end,
        base + parsed.lead,
        base + parsed.name_start,
        parsed,
    )


def quoted_names(text: str, quotations: Iterable[Quotation]) -> Iterator[Run]:
    """Full names inside quotations, as far as a rank or a given name shows them to be names."""
    pattern = run_pattern()
    for quotation in quotations:
        for match in pattern.finditer(text, quotation.start, quotation.end):
            run = _run_of(match)
            if run is None or run.parsed.kind is not NameKind.PERSON or len(run.parsed.tokens) < 2:
                continue
            if run.parsed.rank or run.parsed.given in given_names():
                yield run


class Names:
    """All runs of a text, by where they begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.runs: list[Run] = []
        letters = words("first_names", "postnominals")
        behind: dict[int, Run] = {}
        for match in run_pattern().finditer(text):
            run = _run_of(match)
            if run is not None:
                self.runs.append(run)
                if run.end != match.end() and text[run.end + 1 : match.end()] in letters:
                    behind[match.end()] = run  # "John Healey MP said"
        self.by_end = {run.end: run for run in self.runs} | behind
        self.starts = [run.lead for run in self.runs]
