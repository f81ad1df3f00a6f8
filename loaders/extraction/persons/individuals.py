"""The individuals of one article: every printed form of a name led back to one person."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.extraction.language.vocabulary import load, words
from loaders.extraction.persons.genders import (
    Gender,
    formal_name,
    gender_of_given,
    gender_of_title,
    is_given,
)
from loaders.extraction.persons.names import NameKind, Names, Run


@dataclass(slots=True, eq=False)
class Individual:
    """One person of the article, gathered from all mentions."""

    number: int
    name: str
    tokens: tuple[str, ...]
    first: Run
    rank: str | None = None
    gender: Gender | None = None
    gender_sought: bool = False
    known_given: bool = False
    titled: bool = False
    spoke: bool = False
    holds_post: bool = False
    is_relative: bool = False
    nations: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    shared_nouns: set[str] = field(default_factory=set)
    past_nouns: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    mentions: list[Run] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The identifier within the article."""
        return f"p{self.number}"

    @property
    def is_full(self) -> bool:
        """Whether the article gives more than a surname."""
        return len(self.tokens) > 1

    @property
    def is_certain(self) -> bool:
        """Whether something besides capitals says that this is a person."""
        return self.known_given or self.titled or self.spoke or self.holds_post


class Mention(NamedTuple):
    """An individual where the text names them."""

    start: int
    run: Run
    individual: Individual


#: "Tae-il", "Ing-wen": given names that stand last.
_HYPHENATED = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{2,6}\Z")


_ONE_BREATH = 200
#: "McCarthy", "O’Brien": names by their form.
_SURNAME = re.compile(r"(?:Mc|O[’'])[A-Z][a-z]+\Z")
#: "K Suresh", "J.D. Vance": initials for a given name.
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}\Z")


def _with_last(runs: list[Run], last: list[Run]) -> list[Run]:
    if not last:
        return runs
    starts = {run.start for run in last}
    return [*(run for run in runs if run.start not in starts), *last]


def _is_family_name(tokens: tuple[str, ...]) -> bool:
    return len(tokens) == 2 and tokens[0] in _PARTICLES


_PARTICLES = frozenset(
    {"Le", "La", "De", "Di", "Von", "Van", "Du", "Des", "Da", "Dos", "El", "Ter"}
)


_OF_SPOUSES = frozenset({"Mrs.", "Mrs", "Lady", "Dr."})
_KINSHIP = re.compile(
    r"\b(?:[Ff]irst [Ll]ady|[Ff]irst [Gg]entleman|wife|husband|son|daughter|brother|sister|mother|"
    r"father|"
    r"widow)(?:,| —| –)? (?:Dr\. )?\Z"
)


def _at(event: tuple[int, Individual]) -> int:
    return event[0]


#: " and ", with a party in parentheses or between commas before it.
_WIDEST_JOINT = 26
_JOINT = re.compile(r"(?: \([^()]{1,20}\)|, [RDI]-[\w.]+)?,?(?: and)? ")


class Individuals:
    """All individuals of a text and where they are named."""

    def __init__(self, names: Names, quoted: Iterable[Run] = ()) -> None:
        """`quoted` are names inside quotations: persons too, but nobody the narrative is about."""
        self.names = names
        self.individuals: list[Individual] = []
        self.by_run: dict[int, Individual] = {}
        self._by_key: dict[tuple[str, str], Individual] = {}
        self._full_by_word: dict[str, list[tuple[int, Individual]]] = {}
        self._by_tail: dict[tuple[str, ...], Individual] = {}
        self._surnames_alone: dict[str, Individual] = {}
        runs = [run for run in names.runs if run.parsed.kind is NameKind.PERSON]
        self._by_lead = {run.lead: run for run in runs if run.parsed.titled}
        self._share_plural_ranks(runs)
        self._read_full_names(sorted([*runs, *quoted], key=lambda run: run.start))
        self._read_surnames(runs)
        self.mentions = [
            Mention(run.start, run, self.by_run[run.start])
            for run in runs
            if run.start in self.by_run
        ]
        self.mention_starts = [mention.start for mention in self.mentions]

    def of_run(self, run: Run) -> Individual | None:
        """Whom a run names; None for a lone capitalised word that nobody is known by."""
        return self.by_run.get(run.start)

    def run_at(self, position: int) -> Run | None:
        """The person's run (title, rank and name) that begins at a position."""
        return self._by_lead.get(position)

    def of_name(self, tokens: tuple[str, ...]) -> Individual | None:
        """The individual with this full name."""
        bare = bare_tokens(tokens)
        return self._by_key.get((formal_name(bare[0]), bare[-1].casefold())) if bare else None

    def take_for_person(self, run: Run) -> Individual | None:
        """Whom a run names that speaks: a lone word then is a surname, if nothing else."""
        if run.parsed.kind is not NameKind.PERSON:
            return None
        found = self.by_run.get(run.start)
        if found is None:
            surname = run.parsed.tokens[-1].casefold()
            found = self._surnames_alone.get(surname) or self._add(run)
            self._surnames_alone[surname] = found
            self.by_run[run.start] = found
            found.mentions.append(run)
            at = bisect_right(self.mention_starts, run.start)
            self.mention_starts.insert(at, run.start)
            self.mentions.insert(at, Mention(run.start, run, found))
        return found

    def add_speaker(self, run: Run) -> Individual:
        """Someone who speaks under a label; the label is their mention."""
        individual = self._add(run)
        individual.spoke = True
        if run.parsed.rank:
            individual.rank = run.parsed.rank
            individual.gender = gender_of_title(run.parsed.rank)
        individual.mentions.append(run)
        if individual.is_full:
            event = (run.start, individual)
            insort(
                self._full_by_word.setdefault(individual.tokens[-1].casefold(), []), event, key=_at
            )
        return individual

    def by_surname(self, surname: str, run: Run) -> Individual | None:
        """Whom a lone surname means: the bearer named last before it, else the first after it."""
        events = self._full_by_word.get(surname.casefold())
        if not events:
            return None
        gender = gender_of_title(run.parsed.rank)
        at = bisect_right(events, run.start, key=_at)
        nearest = [*events[max(0, at - 8) : at][::-1], *events[at : at + 2]]
        last_name = [e for e in nearest if e[1].tokens[-1].casefold() == surname.casefold()]
        if len({e[1].number for e in last_name}) > 1 and (office := self._office_of(run)):
            holders = [e for e in last_name if self._is_called(e[1], office)]
            last_name = holders or last_name  # "DP Ruto" is Deputy President William Ruto.
        for _, individual in last_name or nearest:
            if gender is None or individual.gender in (None, gender):
                return individual
        return None

    def _office_of(self, run: Run) -> str:
        """The title in a run right before the name, in lower case, abbreviations written out."""
        title = self.names.text[run.lead : run.start].strip().lower()
        return words_for_titles().get(title, title)

    def _is_called(self, individual: Individual, office: str) -> bool:
        """Whether a mention of somebody has this title in front."""
        return any(self._office_of(run).endswith(office) for run in individual.mentions[:20])

    def _share_plural_ranks(self, runs: list[Run]) -> None:
        """ "Sens. Lisa Murkowski (R-Alaska) and Rand Paul": the rank is both senators'."""
        plurals = words("ranks", "plurals")
        shared, end = "", 0
        for run in runs:
            if run.parsed.rank in plurals:
                shared = run.parsed.rank or ""
            elif shared and not run.parsed.titled and self._is_joined(end, run.lead):
                run.parsed = replace(run.parsed, rank=shared, titled=True)
            else:
                shared = ""
            end = run.end

    def _is_joined(self, end: int, lead: int) -> bool:
        joint = self.names.text[end : min(lead, end + _WIDEST_JOINT + 1)]
        return _JOINT.fullmatch(joint) is not None

    def _read_full_names(self, runs: list[Run]) -> None:
        # "Le Pen" may be the family name of someone named in full later.
        later = [run for run in runs if _is_family_name(bare_tokens(run.parsed.tokens))]
        for run in _with_last(runs, later):
            bare = bare_tokens(run.parsed.tokens)
            if len(bare) < 2:
                continue
            key = (formal_name(bare[0]), bare[-1].casefold())
            individual = self._by_key.get(key) or self._by_tail.get(bare)
            if individual is None:
                individual = self._by_key[key] = self._add(run)
                for cut in range(1, len(bare) - 1):
                    self._by_tail.setdefault(bare[cut:], individual)
            self._note(individual, run)
            for word in {bare[-1], bare[0], *bare[1:-1]}:
                events = self._full_by_word.setdefault(word.casefold(), [])
                if events and events[-1][0] > run.start:
                    insort(events, (run.start, individual), key=_at)
                else:
                    events.append((run.start, individual))

    def _read_surnames(self, runs: list[Run]) -> None:
        #: "Mr Khan" stays whom it meant first, whoever else is called Khan.
        short: dict[str, Individual] = {}
        for run in runs:
            bare = bare_tokens(run.parsed.tokens)
            if len(bare) != 1 or run.start in self.by_run:
                continue
            printed = f"{run.parsed.rank or ''} {bare[0]}"
            individual = short.get(printed) or self.by_surname(bare[0], run)
            if (
                individual is not None
                and self._has_post(run)
                and self._is_namesake(run, individual)
            ):
                # "President Biden" is not his son Beau, the only Biden with a given name here.
                individual = None
            known = run.parsed.titled or _SURNAME.match(bare[0]) is not None
            known = known or bare[0] in known_leaders()
            if individual is None and known and len(bare[0]) > 2:
                individual = self._surnames_alone.get(bare[0].casefold()) or self._add(run)
                self._surnames_alone[bare[0].casefold()] = individual
            if individual is not None:
                self._note(individual, run)
                if run.parsed.rank:
                    short.setdefault(printed, individual)

    def _is_namesake(self, run: Run, individual: Individual) -> bool:
        """Whether a full name is a relative's: told so, of another rank, or in one breath."""
        first = individual.first
        if run.parsed.tokens[-1].casefold() in self._surnames_alone:
            return True  # The bearer of the post has been told apart before.
        if individual.is_relative or first.start < run.start:
            return individual.is_relative
        between = self.names.text[run.end : min(first.lead, run.end + _ONE_BREATH)]
        in_one_breath = "." not in between and "\n" not in between
        return first.parsed.rank is not None or (in_one_breath and len(between) < _ONE_BREATH)

    def alone(self, surname: str) -> Individual | None:
        """Whom the text knows by this surname only."""
        return self._surnames_alone.get(surname.casefold())

    def _has_post(self, run: Run) -> bool:
        """Whether a post stands right before a surname: "President Biden"."""
        before = self.names.text[run.lead : run.start].split()
        return bool(before) and before[-1] in words("roles", "posts")

    def _is_relative(self, run: Run) -> bool:
        """Whether kinship introduces a name: "First Lady Jill Biden", "his son Beau Biden"."""
        before = self.names.text[max(0, run.start - 24) : run.start]
        return run.parsed.rank in _OF_SPOUSES or _KINSHIP.search(before) is not None

    def _add(self, run: Run) -> Individual:
        tokens = bare_tokens(run.parsed.tokens) or run.parsed.tokens
        individual = Individual(len(self.individuals) + 1, run.parsed.name, tokens, run)
        self.individuals.append(individual)
        return individual

    def _note(self, individual: Individual, run: Run) -> None:
        parsed = run.parsed
        self.by_run[run.start] = individual
        if len(parsed.tokens) > 1 and self._is_relative(run):
            individual.is_relative = True
        individual.mentions.append(run)
        if len(parsed.tokens) > len(individual.tokens) and len(parsed.name) > len(individual.name):
            individual.name = parsed.name
        if parsed.rank and individual.rank is None:
            individual.rank = parsed.rank
        individual.titled = (
            individual.titled
            or parsed.titled
            or _SURNAME.match(parsed.tokens[-1]) is not None
            or parsed.name in known_leaders()
        )
        if individual.gender is None:
            individual.gender = gender_of_title(parsed.rank) or gender_of_given(parsed.given)
        individual.known_given = (
            individual.known_given
            or is_given(parsed.given)
            or _HYPHENATED.match(parsed.tokens[-1]) is not None
            or (len(parsed.tokens) > 1 and _INITIALS.match(parsed.given) is not None)
        )
        if parsed.rank:
            individual.nouns.update(_nouns_of_ranks().get(parsed.rank, ()))


@lru_cache(maxsize=65_536)
def bare_tokens(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The tokens of a name without suffixes and nicknames."""
    suffixes = words("first_names", "suffixes")
    return tuple(t for t in tokens if t not in suffixes and t[:1] not in "\"“(‘'")


@cache
def _nouns_of_ranks() -> dict[str, tuple[str, ...]]:
    """Rank or honorific → the bare nouns that can mean it."""
    nouns: dict[str, list[str]] = {}
    for noun, ranks in ((load("ranks") or {}).get("nouns") or {}).items():
        for rank in ranks.split(","):
            nouns.setdefault(rank.strip(), []).append(noun)
    return {rank: tuple(listed) for rank, listed in nouns.items()}


@cache
def known_leaders() -> frozenset[str]:
    """Everybody whom `leaders.yaml` lists, as printed there."""
    return frozenset().union(*(words("leaders", office) for office in load("leaders") or {}))


@cache
def words_for_titles() -> dict[str, str]:
    """Short names of offices, in lower case, and the offices: "pm" is "prime minister"."""
    return dict((load("titles") or {}).get("short") or {})


@cache
def officials_by_name() -> dict[str, str]:
    """Case-folded name or other name → slug, of `officials.yaml`."""
    listed = load("officials") or []
    entries = listed if isinstance(listed, list) else [{"slug": s, **e} for s, e in listed.items()]
    found: dict[str, str] = {}
    for entry in entries:
        for name in (entry.get("name"), *(entry.get("other_names") or [])):
            if name:
                found[name.casefold()] = entry["slug"]
    return found


def official_of(name: str) -> str | None:
    """The slug of the official with this full name, middle initials aside; None if unknown."""
    known = officials_by_name()
    slug = known.get(name.casefold())
    if slug is None:
        parts = [part for part in name.split() if len(part.rstrip(".")) > 1]
        slug = known.get(" ".join(parts).casefold()) if len(parts) > 1 else None
    return slug
