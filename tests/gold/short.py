"""The short texts: a line is a text of one to six sentences, a bar, and what it tells.

`TEXT | AUS,CAN member; FRA signed` in the files of memberships (ISO 3166 alpha-3; `left` for a
membership that has ended), `TEXT | meeting, statement` in those of announcements; nothing behind
the bar where nothing is told; `\\n` in a text is a line break.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.gold.annotations import HERE
from tests.gold.tally import Tallies, Tally

FOLDER = HERE / "short_texts"
Json = dict[str, Any]


@dataclass(frozen=True)
class ShortText:
    """A text and what it tells: nations with a status, or kinds of announcement."""

    source: str
    text: str
    told: Counter[str]


def read_short_texts(kind: str) -> list[ShortText]:
    """All short texts of a kind, memberships or announcements, in the order of files and lines."""
    files = sorted(FOLDER.glob(f"*-{kind}.txt"))
    return [text for file in files for text in _lines(file, ANSWERS[kind])]


def score_short_texts(kind: str, extract: Callable[[str], Json]) -> Tallies:
    """The tally of one kind over its short texts."""
    tally = Tally()
    for one in read_short_texts(kind):
        found = FOUND[kind](extract(one.text))
        right = one.told & found
        tally.add(Tally(one.told.total(), found.total(), right.total(), _wrong(one, found)))
    return {kind: tally}


def _wrong(one: ShortText, found: Counter[str]) -> list[str]:
    if found == one.told:
        return []
    missed, extra = (sorted(c.elements()) for c in (one.told - found, found - one.told))
    return [f"{one.source}: missed {missed}, extra {extra}: {one.text}"]


def _lines(file: Path, answer: Callable[[str], Iterable[str]]) -> Iterable[ShortText]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        text, bar, told = f"{line.rstrip()} ".rpartition(" | ")
        if not bar:
            raise ValueError(f"{file.name}:{number}: no bar between the text and what it tells")
        yield ShortText(f"{file.stem}:{number}", text.replace("\\n", "\n"), Counter(answer(told)))


def _members(told: str) -> Iterable[str]:
    parts = (part.strip().partition(" ") for part in told.split(";") if part.strip())
    return (f"{nation} {status}" for nations, _, status in parts for nation in nations.split(","))


def _kinds(told: str) -> Iterable[str]:
    return (kind.strip() for kind in told.split(",") if kind.strip())


def _found_members(result: Json) -> Counter[str]:
    return Counter({f"{claim['nation']} {_standing(claim)}" for claim in result["memberships"]})


def _standing(claim: Json) -> str:
    """The status, or that the membership has ended; taking part always has an end."""
    ended = claim["end_date"] is not None and claim["status"] != "participant"
    return "left" if ended else str(claim["status"])


def _found_kinds(result: Json) -> Counter[str]:
    return Counter(event["kind"] for event in result["announcements"])


ANSWERS = {"memberships": _members, "announcements": _kinds}
FOUND = {"memberships": _found_members, "announcements": _found_kinds}
