"""The facts an article yields: what the extractors make and the JSON contract prints.

Offsets are those of `Document.text`; `as_json` carries them back to the file.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from loaders.extraction.texts.document import Document, Span


class StatementKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What the source of a statement is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class NationalityFrom(StrEnum):
    """What a person's nationality rests on."""

    STATED = "stated"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage a fact rests on; printed with its exact words."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in the article; `id` is unique within it."""

    id: str
    official: str | None
    name: str
    family_name: str
    rank: str | None
    nationality: str | None
    nationality_from: NationalityFrom | None
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Post:
    """The article's claim that a person (an id) holds or held a post."""

    person: str
    title: str
    organisation: str | None
    organisation_nation: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    acting: bool = False
    former: bool = False
    start_date: str | None = None
    end_date: str | None = None
    attested_on: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: as printed, and as resolved."""

    as_printed: str
    kind: SpeakerKind
    person: str | None = None
    name: str | None = None
    official: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said; `spans` hold the words without the marks."""

    text: str
    kind: StatementKind
    spans: tuple[Span, ...]
    speakers: tuple[Speaker, ...]
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    post_as_printed: str | None = None
    date: str | None = None
    nations: tuple[str, ...] = ()
    coalitions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be settled, and why; printed with `start` and `end` of its own."""

    kind: str
    text: str
    why: str
    start: int
    end: int


@dataclass(slots=True)
class Found:
    """All facts of one article, filled step by step. Every fact is a frozen dataclass."""

    persons: list[Any] = field(default_factory=list)
    posts: list[Any] = field(default_factory=list)
    statements: list[Any] = field(default_factory=list)
    memberships: list[Any] = field(default_factory=list)
    announcements: list[Any] = field(default_factory=list)
    mentions: list[Any] = field(default_factory=list)
    problems: list[Any] = field(default_factory=list)


#: What the contract prints as it is.
_PLAIN = frozenset({str, int, float, bool, type(None)})


_PLAIN_TYPES = frozenset({"str", "int", "float", "bool", "str | None"})


class _Fields(NamedTuple):
    """The fields of a kind of fact: their names, what takes their values, and which are nested.

    `placed` says that it has a place of its own, `start` and `end`.
    """

    names: tuple[str, ...]
    values_of: Callable[[Any], tuple[Any, ...]]
    nested: tuple[str, ...]
    placed: bool


@cache
def _fields(kind: Any) -> _Fields | None:
    """The fields of a kind of fact; None for an enum, which has but a value."""
    if issubclass(kind, Enum):
        return None
    fields = dataclasses.fields(kind)
    names = tuple(f.name for f in fields)
    nested = tuple(f.name for f in fields if f.type not in _PLAIN_TYPES)
    return _Fields(names, attrgetter(*names), nested, "start" in names and "end" in names)


def as_json(value: Any, document: Document) -> Any:
    """A fact as the contract prints it, offsets carried back to the source.

    Whatever has `start` and `end` is relocated; `Evidence` gains its exact words.
    """
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is list or kind is tuple:
        return [item if type(item) in _PLAIN else as_json(item, document) for item in value]
    if kind is Evidence:
        start, end = document.origin.span(value.start, value.end)
        return {"start": start, "end": end, "exact": document.source[start:end]}
    if kind is Span:
        start, end = document.origin.span(value.start, value.end)
        return {"start": start, "end": end}
    fields = _fields(kind)
    if fields is None:
        return value.value
    printed = dict(zip(fields.names, fields.values_of(value), strict=True))
    for name in fields.nested:
        if (nested := printed[name]) is not None:
            printed[name] = as_json(nested, document)
    if fields.placed:
        printed["start"], printed["end"] = document.origin.span(value.start, value.end)
    return printed
