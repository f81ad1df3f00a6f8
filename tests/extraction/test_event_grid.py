"""Frames of language by kinds of event: which cells of `event_grid.yaml` are told.

A frame is not written for one kind: what is scheduled, expected, told in a relative clause or with
its noun left out may be a launch as well as a treaty. A cell that is filled leaves `unread`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from loaders.extraction import extract
from loaders.extraction.language.vocabulary import parse_yaml

GRID: Any = parse_yaml((Path(__file__).parent / "event_grid.yaml").read_text(encoding="utf-8"))
TWICE = frozenset({"a second", "another"})
#: An accession or a visit is not counted so.
UNCOUNTED = frozenset({"accession", "visit"})
PLURAL_VERBS = {" expects ": " expect ", " plans ": " plan ", " intends ": " intend ",
                " aims ": " aim ", " is due to ": " are due to ",
                " is preparing ": " are preparing ", " it ": " they "}  # fmt: skip


def cells(frame: str) -> list[str]:
    """The kinds whose words the frame can take."""
    text = GRID["frames"][frame]["text"]
    counted = "{ns}" in text or frame in TWICE or frame == "the next"
    return [
        kind
        for kind, words in GRID["kinds"].items()
        if not (counted and (kind in UNCOUNTED or "n" not in words))
    ]


def sentence(frame: str, kind: str) -> str:
    words = GRID["kinds"][kind]
    noun = words.get("n", "")
    forms = {
        **words,
        "O": words["o"][0].upper() + words["o"][1:],
        "Nom": words["nom"][0].upper() + words["nom"][1:],
        "ns": noun[:-1] + "ies" if noun.endswith("y") else noun + "s",
        "have": "have" if " and " in words["S"] else "has",
    }
    text = GRID["frames"][frame]["text"].format(**forms)
    if " and " in words["S"]:
        for one, several in PLURAL_VERBS.items():
            text = text.replace(f"{words['S']}{one}", f"{words['S']}{several}")
    return str(text)


def gaps(frame: str) -> list[str]:
    """The kinds listed as `unread` of a frame."""
    return [kind.strip() for kind in GRID["frames"][frame].get("unread", "").split(",") if kind]


@pytest.mark.parametrize("frame", GRID["frames"])
def test_each_frame_tells_each_kind_on_its_day(frame: str) -> None:
    days = GRID["frames"][frame].get("day", "none").split(", ")
    read = {
        kind: [
            row["event_date"] or "none"
            for row in extract(sentence(frame, kind), published="2025-12-05")["announcements"]
            if row["kind"] == kind
        ]
        for kind in cells(frame)
    }
    unread = [kind for kind, told in read.items() if len(told) < len(days)]
    misdated = [kind for kind, told in read.items() if kind not in unread and told != days]
    assert unread == gaps(frame)
    assert not misdated
