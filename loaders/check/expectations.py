"""What the tables must say (data/reference/expectations.yaml), held against what they say.

A misread date or a claim gone astray changes no file's validity; it changes who is a member.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError

from loaders import nations
from loaders.facts.advice import findings_of
from loaders.facts.models import Model, Nations, Slug, Text
from loaders.facts.yaml import read_yaml_file
from loaders.findings import Finding
from loaders.paths import DataDirectory
from loaders.standing import State, standing
from loaders.tables.frames import Frames

NAME = "reference/expectations.yaml"


class ExpectedMembers(Model):
    """Exactly these nations are members of a coalition on a day."""

    coalition: Slug
    on: date
    nations: Nations
    why: Text = Field(description="The source that says so")


class ExpectedRows(Model):
    """How many membership claims a coalition has at least and at most."""

    coalition: Slug
    min: int = Field(ge=0)
    max: int = Field(ge=0)


class Expectations(Model):
    """All that is expected of the tables."""

    members: list[ExpectedMembers] = Field([])
    rows: list[ExpectedRows] = Field([])


def check_expectations(data: DataDirectory, tables: Frames) -> list[Finding]:
    """Find each expectation that the tables do not meet; none where the file is absent."""
    path = data.reference / Path(NAME).name
    if not path.exists():
        return []
    document = read_yaml_file(path, NAME)
    if isinstance(document, Finding):
        return [document]
    try:
        expected = Expectations.model_validate(document.value or {})
    except ValidationError as error:
        return findings_of(error, document, NAME, Expectations)
    return [
        Finding(NAME, document.line_of((part, index)), f"{part}[{index}]", message)
        for part, index, message in _unmet(expected, tables)
    ]


def _unmet(expected: Expectations, tables: Frames) -> Iterator[tuple[str, int, str]]:
    for index, members in enumerate(expected.members):
        for message in _unknown(members.coalition, tables) or _members(members, tables):
            yield "members", index, message
    for index, rows in enumerate(expected.rows):
        for message in _unknown(rows.coalition, tables) or _rows(rows, tables):
            yield "rows", index, message


def _unknown(coalition: str, tables: Frames) -> list[str]:
    if coalition in set(tables["coalitions"]["slug"]):
        return []
    return [f"{coalition!r} is not in reference/coalitions.yaml"]


def _members(entry: ExpectedMembers, tables: Frames) -> Iterator[str]:
    found = standing(tables, [entry.coalition], entry.on)
    members = set(found.loc[found["state"] == State.MEMBER, "nation"])
    expected = set(entry.nations)
    if members == expected:
        return
    differences = [
        f"{word} {', '.join(nations.name(code) for code in sorted(codes))}"
        for word, codes in (("without", expected - members), ("with", members - expected))
        if codes
    ]
    yield (
        f"{entry.coalition} on {entry.on}: {len(members)} members, {' and '.join(differences)}, "
        f"where {len(expected)} are expected: {entry.why}"
    )


def _rows(entry: ExpectedRows, tables: Frames) -> Iterator[str]:
    count = int((tables["memberships"]["coalition"] == entry.coalition).sum())
    if not entry.min <= count <= entry.max:
        yield (
            f"{entry.coalition}: {count} membership claims, where {entry.min} to {entry.max} "
            "are expected: look for what was lost or added"
        )
