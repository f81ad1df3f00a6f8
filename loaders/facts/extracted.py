"""Extraction output as the plain content of a facts file, state `extracted`.

Used by `--draft`, which writes it for a person to read over, and by `build`, which takes bulk
output as a layer of unreviewed facts. What a facts file cannot hold, a person nobody declared or
a coalition nobody knows, becomes a problem: nothing is dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlparse

from loaders.facts.models import (
    FREE_RIGHTS,
    ArticleKind,
    Rights,
    SpeakerKind,
    State,
    StatementKind,
    Tier,
)
from loaders.facts.passages import shortened
from loaders.problems import ProblemKind
from loaders.slugs import slugify

Plain = dict[str, Any]
# What a headline says of its own article; the first that fits.
_ARTICLE_KINDS = {
    ArticleKind.JOINT_STATEMENT: re.compile(
        r"joint statement|communiqu[eé]|leaders.{0,3} statement", re.I
    ),
    ArticleKind.FACT_SHEET: re.compile(r"fact sheet", re.I),
    ArticleKind.TRANSCRIPT: re.compile(
        r"transcript|press (?:briefing|gaggle|call|conference)|interview", re.I
    ),
    ArticleKind.SPEECH: re.compile(r"\b(?:remarks|speech|address) (?:by|of|as|at|to)\b", re.I),
    ArticleKind.PRESS_RELEASE: re.compile(
        r"press release|readout|statement (?:by|from|on)|for immediate release", re.I
    ),
}
_FREE_HOSTS = (".mil", ".gov")
_MOST_PASSAGES = 2
_SLUG_WORDS = 6
_CLAIM = ("status", "start_date", "end_date", "attested_on")
_UNRESOLVED = "(unresolved)"
_NOBODY: Plain = {
    "as_printed": _UNRESOLVED,
    "kind": str(SpeakerKind.PERSON),
    "person": None,
    "official": None,
}


@dataclass(frozen=True)
class Known:
    """The vocabulary that a facts file may use; officials by slug.

    `organisation` gives the name and nation of a printed organisation, None where it is unknown;
    `statuses` is None where any may be used.
    """

    coalitions: Collection[str]
    officials: Collection[str]
    organisation: Callable[[str], tuple[str, str | None] | None] = lambda printed: None
    statuses: Collection[str] | None = None


@dataclass
class PlainFacts:
    """The lists of a facts file, each fact with the offset its evidence starts at."""

    article: Plain
    lists: dict[str, list[tuple[int, Plain]]] = field(default_factory=dict)
    problems: list[tuple[int, Plain]] = field(default_factory=list)

    def add(self, section: str, start: int, fact: Plain) -> None:
        """Add a fact, without its empty fields."""
        kept = {name: value for name, value in fact.items() if value not in (None, [], False, "")}
        self.lists.setdefault(section, []).append((start, kept))

    def problem(self, start: int, kind: str, text: str, why: str) -> None:
        """Add a problem."""
        shown = _one_line(text)[:300] or "(no text)"
        self.problems.append((start, {"kind": str(kind), "text": shown, "why": _one_line(why)}))


def plain_facts(result: Mapping[str, Any], identity: str, known: Known) -> PlainFacts:
    """The facts of one article's extraction (the JSON contract) as a facts file has them."""
    made = PlainFacts(_article(result["article"], identity))
    making = _Making(result, known, made, _officials(result, known, made))
    making.persons()
    making.posts()
    making.memberships()
    making.announcements()
    making.statements()
    for problem in result["problems"]:
        made.problem(problem["start"], problem["kind"], problem["text"], problem["why"])
    return made


def _officials(result: Mapping[str, Any], known: Known, made: PlainFacts) -> dict[str, str]:
    """The slug of each person id that officials.yaml declares; the others become problems."""
    slugs: dict[str, str] = {}
    for person in result["persons"]:
        slug = person["official"] or slugify(person["name"])
        if slug in known.officials:
            slugs[person["id"]] = slug
        else:
            why = _why_unknown(slug, known.officials)
            made.problem(_start(person), ProblemKind.UNKNOWN_OFFICIAL, person["name"], why)
    return slugs


def _why_unknown(slug: str, officials: Collection[str]) -> str:
    """A family name alone tells no official apart, but which ones bear it is worth saying."""
    bearers = sorted(known for known in officials if known.endswith(f"-{slug}"))
    if not bearers:
        return f"not in officials.yaml; to declare: {slug}"
    return f"named by the family name only; in officials.yaml: {', '.join(bearers)}"


@dataclass(frozen=True)
class _Making:
    """One article's facts in the making: its extraction, what may be used, what is made so far.

    `slugs` are the officials by the extraction's ids of persons.
    """

    result: Mapping[str, Any]
    known: Known
    made: PlainFacts
    slugs: Mapping[str, str]

    def _shorten(self, text: str) -> str:
        """A passage as it is printed: whole where the body is free, else cut with […]."""
        line = _one_line(text)
        return line if self.made.article["rights"] in FREE_RIGHTS else shortened(line)

    def _grounds(self, fact: Mapping[str, Any], most: int = _MOST_PASSAGES) -> Plain:
        exact = (e["exact"] for e in fact["evidence"][:most])
        passages = list(dict.fromkeys(self._shorten(one) for one in exact if one.strip()))
        return {
            "passage": passages[0] if len(passages) == 1 else passages,
            "note": None if passages else "no passage",
            "rule": fact["rule"],
            "confidence": str(fact["confidence"]),
        }

    def _known_coalitions(self, fact: Mapping[str, Any]) -> list[str]:
        return [slug for slug in fact["coalitions"] if slug in self.known.coalitions]

    def persons(self) -> None:
        """Add what is said of each person."""
        for person in self.result["persons"]:
            if person["id"] not in self.slugs:
                continue
            self.made.add("persons", _start(person), {
                "official": self.slugs[person["id"]],
                "as_printed": " ".join(filter(None, (person["rank"], person["name"]))),
                "rank": person["rank"],
                "nationality": person["nationality"],
                "nationality_from": person["nationality_from"] if person["nationality"] else None,
                **self._grounds(person, most=1),
            })  # fmt: skip

    def posts(self) -> None:
        """Add the posts of the persons that are known."""
        ranks = {person["id"]: person["rank"] for person in self.result["persons"]}
        for post in self.result["posts"]:
            if post["person"] not in self.slugs:
                continue
            printed = post["organisation"]
            declared = self.known.organisation(printed) if printed else None
            self.made.add("posts", _start(post), {
                "official": self.slugs[post["person"]],
                "rank": ranks.get(post["person"]),
                "title": post["title"],
                "organisation": declared[0] if declared else printed,
                # organisations.yaml says the nation of those it declares.
                "organisation_nation": None if declared else post["organisation_nation"],
                **{name: post[name] for name in ("start_date", "end_date", "attested_on")},
                "acting": "true" if post["acting"] else None,
                "former": "true" if post["former"] else None,
                **self._grounds(post),
            })  # fmt: skip

    def memberships(self) -> None:
        """One entry for all nations that one sentence says the same of."""
        together: dict[tuple[Any, ...], tuple[int, Plain]] = {}
        for claim in self.result["memberships"]:
            if claim["coalition"] not in self.known.coalitions:
                said = f"{claim['nation']}: {claim['status']} of {claim['coalition_as_printed']}"
                self.made.problem(
                    _start(claim), ProblemKind.UNKNOWN_COALITION, said, "not in coalitions.yaml"
                )
                continue
            if self.known.statuses is not None and claim["status"] not in self.known.statuses:
                said = f"{claim['nation']}: {claim['status']} of {claim['coalition']}"
                self.made.problem(
                    _start(claim), ProblemKind.UNKNOWN_STATUS, said, "not in statuses.yaml"
                )
                continue
            grounds = self._grounds(claim)
            stated = {name: claim[name] for name in _CLAIM}
            key = (claim["coalition"], *stated.values(), str(grounds))
            entry = {"coalition": claim["coalition"], "nations": [], **stated, **grounds}
            together.setdefault(key, (_start(claim), entry))[1]["nations"].append(claim["nation"])
        for start, entry in together.values():
            self.made.add("memberships", start, entry)

    def announcements(self) -> None:
        """Add the events."""
        fields = ("title", "kind", "date", "event_date", "nations")
        events: set[str] = set()
        for event in self.result["announcements"]:
            officials = (self.slugs.get(o, o) for o in event["officials"])
            self.made.add("announcements", _start(event), {
                "event": _event_slug(event, events),
                **{name: event[name] for name in fields},
                "place": _in_words(event["place"]),
                "coalitions": self._known_coalitions(event),
                "officials": list(dict.fromkeys(o for o in officials if o in self.known.officials)),
                **self._grounds(event),
            })  # fmt: skip

    def statements(self) -> None:
        """Add what each speaker says, once."""
        seen: set[tuple[str, str]] = set()
        for statement in self.result["statements"]:
            for speaker in statement["speakers"] or [_NOBODY]:
                official = speaker["official"] or self.slugs.get(speaker["person"] or "")
                official = official if official in self.known.officials else None
                fact = self._statement(statement, speaker, official)
                identity = (official or fact["as_printed"], " ".join(fact["text"]))
                if identity not in seen:
                    seen.add(identity)
                    self.made.add("statements", _start(statement), fact)

    def _statement(
        self, statement: Mapping[str, Any], speaker: Mapping[str, Any], official: str | None
    ) -> Plain:
        indirect = statement["kind"] == StatementKind.INDIRECT
        parts = _parts(statement)
        texts = [self._shorten(part) for part in parts] if indirect else parts
        kind = SpeakerKind.PERSON if official else speaker["kind"]
        return {
            "speaker": official,
            "as_printed": _one_line(speaker["as_printed"] or "") or _UNRESOLVED,
            "speaker_kind": None if kind == SpeakerKind.PERSON else kind,
            "post_as_printed": statement["post_as_printed"],
            "kind": statement["kind"],
            "text": texts[0] if len(texts) == 1 else texts,
            "date": statement["date"],
            "nations": list(statement["nations"]),
            "coalitions": self._known_coalitions(statement),
            "rule": statement["rule"],
            "confidence": str(statement["confidence"]),
        }


def whole(made: PlainFacts) -> Plain:
    """The facts file's content as one mapping, in the order of its lists."""
    content: Plain = {"article": made.article}
    for section, facts in made.lists.items():
        content[section] = [fact for _, fact in facts]
    content["problems"] = [problem for _, problem in made.problems]
    return content


def _article(article: Mapping[str, Any], identity: str) -> Plain:
    title = article["title"] or f"(untitled: {identity})"
    address = article["url"] if str(article["url"]).startswith(("http://", "https://")) else None
    host = urlparse(address or "").hostname or ""
    free = host.endswith(_FREE_HOSTS)
    published = article["published"]
    via = article["via"] if str(article["via"]).startswith(("http://", "https://")) else None
    plain = {
        "title": _one_line(title),
        "publisher": article["publisher"] or host.removeprefix("www.") or "unknown publisher",
        "via": via,
        "url": address,
        "author": article["author"],
        "published": published,
        "retrieved": None if published else date.today().isoformat(),
        "place": _in_words(article["place"]),
        "kind": str(_kind_of(title)),
        "tier": str(Tier.OFFICIAL if free else Tier.PRESS),
        "rights": str(Rights.PUBLIC_DOMAIN if free else Rights.UNKNOWN),
        "state": str(State.EXTRACTED),
    }
    return {name: value for name, value in plain.items() if value}


def _kind_of(title: str) -> ArticleKind:
    fitting = (kind for kind, cue in _ARTICLE_KINDS.items() if cue.search(title))
    return next(fitting, ArticleKind.NEWS)


def _in_words(place: str | None) -> str | None:
    """A place in capitals, as datelines print it, in the usual letters."""
    if not place:
        return None
    return ", ".join(part.title() if part.isupper() else part for part in place.split(", "))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _start(fact: Mapping[str, Any]) -> int:
    return min((int(e["start"]) for e in fact["evidence"]), default=0)


def _event_slug(event: Mapping[str, Any], taken: set[str]) -> str:
    """A slug of the title's first words and the year; a person gives events their shared one."""
    words = slugify(event["title"]).split("-")[:_SLUG_WORDS]
    year = re.search(r"\d{4}", event["event_date"] or event["date"] or "")
    stem = "-".join([*filter(None, words), *([year[0]] if year else [])]) or event["kind"]
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    taken.add(slug)
    return slug


def _parts(statement: Mapping[str, Any]) -> list[str]:
    """The stretches of what was said, one for each span, as the article prints them."""
    parts = []
    for span in statement["spans"]:
        for evidence in statement["evidence"]:
            if evidence["start"] <= span["start"] and span["end"] <= evidence["end"]:
                first = span["start"] - evidence["start"]
                parts.append(evidence["exact"][first : first + span["end"] - span["start"]])
                break
        else:
            return [_one_line(statement["text"]) or "(empty)"]
    return [line for part in parts if (line := _one_line(part))] or ["(empty)"]
