"""Drafts: a facts file for a person to read over, the unsure first, problems where they belong.

A draft carries the hash of its own text in its head. A file whose text no longer has that hash
was touched by a person, and is never written over.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from loaders.facts.extracted import Known, Plain, PlainFacts, plain_facts
from loaders.facts.models import SECTIONS
from loaders.facts.writing import dumped, item_text
from loaders.problems import ProblemKind
from loaders.reference import Reference
from loaders.slugs import slugify

_HEAD = (
    "# A draft by `python -m loaders extract --draft`: read it over, then set `state: compiled`.\n"
)
_SEAL = "# untouched: "
_SEAL_LINE = re.compile(rf"{_SEAL}([0-9a-f]{{64}})\n")


class Written(StrEnum):
    """What became of a draft."""

    NEW = "written"
    RENEWED = "written anew"
    KEPT = "kept: a person has worked on it"


@dataclass(frozen=True)
class Draft:
    """The text of a draft and the name of its file, which is the article's id."""

    name: str
    text: str


def known_vocabulary(reference: Reference) -> Known:
    """What a facts file may use."""

    def organisation(printed: str) -> tuple[str, str | None] | None:
        declared = reference.organisation(printed)
        return (declared.name, declared.nation) if declared else None

    return Known(
        frozenset(reference.coalitions),
        frozenset(reference.officials),
        organisation,
        frozenset(reference.statuses),
    )


def make_draft(result: Mapping[str, Any], known: Known) -> Draft:
    """The draft of one article's extraction (the JSON contract)."""
    identity = article_id(str(result["path"]))
    made = plain_facts(result, identity, known)
    return Draft(f"{identity}.yaml", sealed("".join(_lines(made))))


def article_id(path: str) -> str:
    """The slug of a file's name, which names its facts file."""
    return slugify(Path(path).stem) or "article"


def write_draft(draft: Draft, folder: Path) -> Written:
    """Write a draft unless a person has touched the file; raises OSError."""
    path = folder / draft.name
    outcome = Written.NEW
    if path.exists():
        if not is_untouched(path.read_text(encoding="utf-8")):
            return Written.KEPT
        outcome = Written.RENEWED
    folder.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    partial.write_text(draft.text, encoding="utf-8")
    partial.replace(path)
    return outcome


def sealed(content: str) -> str:
    """The draft's text with its head."""
    return f"{_HEAD}{_SEAL}{_digest(content)}\n{content}"


def is_untouched(text: str) -> bool:
    """Whether the file still is as it was drafted."""
    seal = _SEAL_LINE.search(text)
    return bool(seal and text.startswith(_HEAD) and seal[1] == _digest(text[seal.end() :]))


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def _lines(made: PlainFacts) -> Iterator[str]:
    yield dumped({"article": made.article})
    placed = _problems_by_fact(made)
    for section in SECTIONS:
        facts = made.lists.get(section, [])
        if not facts:
            continue
        yield f"\n{section}:\n"
        for index in sorted(range(len(facts)), key=lambda i: float(facts[i][1]["confidence"])):
            yield from _fact(facts[index][1], placed.get((section, index), []))
    if made.problems:
        yield "\n# What could not be settled. Take a row out once the facts say what is right.\n"
        yield "problems:\n"
        for _, problem in made.problems:
            yield item_text(problem)


def _fact(fact: Plain, problems: list[Plain]) -> Iterator[str]:
    for problem in problems:
        yield f"  # {problem['kind']}: {_shown(problem['text'])} ({_shown(problem['why'])})\n"
    yield item_text(fact)


_LONGEST_SHOWN = 90


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _problems_by_fact(made: PlainFacts) -> dict[tuple[str, int], list[Plain]]:
    """Each problem beside the fact that begins last before it: they share the sentence."""
    places = sorted(
        (start, section, index)
        for section in SECTIONS
        for index, (start, _) in enumerate(made.lists.get(section, []))
        if section in ("memberships", "announcements", "statements")
    )
    placed: dict[tuple[str, int], list[Plain]] = {}
    for start, problem in made.problems:
        before = [place for place in places if place[0] <= start < place[0] + _NEAR]
        if before and problem["kind"] != ProblemKind.UNKNOWN_OFFICIAL:
            placed.setdefault(before[-1][1:], []).append(problem)
    return placed


_NEAR = 400
