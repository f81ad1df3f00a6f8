"""How well the reader reads: its facts against those that people vouched for (pure).

Measured on articles whose body is held. Where a facts file was made by reading the reader's own
proposals over, what it proposed is likelier to be there: such figures flatter it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from loaders.curation.passages import own_words
from loaders.curation.proofs import Decision, Item, Proof, item_spans
from loaders.facts.models import SECTIONS
from loaders.slugs import slugify

COLUMNS = ["kind", "rule", "found", "right", "stated", "precision", "recall"]
ALL_RULES = "*"
_OVERLAP = 0.3

Unit = tuple[str, Any]


def reader_quality(pairs: Iterable[tuple[Proof, Proof]]) -> pd.DataFrame:
    """Compare extractions with facts files: pairs of proofs (read by rule, vouched for).

    One row per kind (rule = ALL_RULES) and one per kind and rule: how many facts were found,
    how many of them are right, how many are stated; precision and recall, 0 to 1, empty
    where nothing can be counted. Recall is of a kind, not of a rule.

    A roster counts once per nation.
    """
    found: list[tuple[str, str, bool]] = []
    stated: list[tuple[str, bool]] = []
    for read, vouched in pairs:
        for kind in SECTIONS:
            ours = [u for item in read.items if item.section == kind for u in _units(item, read)]
            theirs = [
                unit
                for item in vouched.items
                if item.section == kind and item.decision is Decision.ACCEPTED
                for unit in _units(item, vouched)
            ]
            same = _SAME[kind]
            found += [(kind, rule, any(same(u, t) for _, t in theirs)) for rule, u in ours]
            stated += [(kind, any(same(u, t) for _, u in ours)) for _, t in theirs]
    return pd.DataFrame(list(_rows(found, stated)), columns=COLUMNS)


def _rows(
    found: Sequence[tuple[str, str, bool]], stated: Sequence[tuple[str, bool]]
) -> Iterable[tuple[Any, ...]]:
    for kind in SECTIONS:
        right = [hit for k, _, hit in found if k == kind]
        there = [hit for k, hit in stated if k == kind]
        if not right and not there:
            continue
        recall = sum(there) / len(there) if there else None
        precision = sum(right) / len(right) if right else None
        yield kind, ALL_RULES, len(right), sum(right), len(there), precision, recall
        for rule in sorted({r for k, r, _ in found if k == kind}):
            hits = [hit for k, r, hit in found if (k, r) == (kind, rule)]
            yield kind, rule, len(hits), sum(hits), None, sum(hits) / len(hits), None


def _units(item: Item, proof: Proof) -> list[Unit]:
    """What is counted: a nation's standing, a person's post, a saying, an event in its place."""
    plain, rule = item.plain, str((item.found or {}).get("rule") or "")
    if item.section == "memberships":
        listed = plain["nations"] if isinstance(plain["nations"], list) else [plain["nations"]]
        return [(rule, (plain["coalition"], code, plain["status"])) for code in listed]
    if item.section == "announcements":
        return [(rule, (plain["kind"], item_spans(item, proof.text)))]
    if item.section == "statements":
        who = plain.get("speaker") or slugify(str(plain.get("as_printed") or ""))
        return [(rule, (who, slugify(" ".join(own_words(plain)))))]
    if item.section == "posts":
        return [(rule, (plain["official"], slugify(plain["title"])))]
    return [(rule, plain["official"])]


def _equal(one: Any, other: Any) -> bool:
    return bool(one == other)


def _same_saying(one: Any, other: Any) -> bool:
    """The same speaker, and one text holds the other: a quotation may be cut otherwise."""
    return bool(one[0] == other[0] and one[1] and other[1]) and (
        one[1] in other[1] or other[1] in one[1]
    )


def _same_event(one: Any, other: Any) -> bool:
    """The same kind of event, told in much the same place of the text."""
    if one[0] != other[0]:
        return False
    return any(
        min(a[1], b[1]) - max(a[0], b[0]) >= _OVERLAP * min(a[1] - a[0], b[1] - b[0])
        for a in one[1]
        for b in other[1]
    )


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "persons": _equal, "posts": _equal, "memberships": _equal,
    "announcements": _same_event, "statements": _same_saying,
}  # fmt: skip
