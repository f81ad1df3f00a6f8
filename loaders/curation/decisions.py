"""What was decided on an article's extraction, kept so that nothing is asked twice.

One small file per article under data/decisions/: hashes of what the reader found and of the body
it was found in, and the decision on each; none of the article's words. A decided fact is asked
about again only where both its source text and its extraction have changed since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from loaders.curation.proofs import Decision, Item, Proof, fingerprint
from loaders.paths import DataDirectory


@dataclass(frozen=True)
class Record:
    """The hash of the body that was read, and the decision on each extracted fact by its hash."""

    text_sha256: str
    decided: Mapping[str, str] = field(default_factory=dict)


def record_path(data: DataDirectory, identity: str) -> Path:
    """Where the record of an article is."""
    return data.root / "decisions" / f"{identity}.json"


def read_record(data: DataDirectory, identity: str) -> Record | None:
    """The record of an article; None where there is none that can be read."""
    try:
        said: Any = json.loads(record_path(data, identity).read_text(encoding="utf-8"))
        return Record(str(said["text_sha256"]), dict(said["decided"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def record_of(proof: Proof, before: Record | None) -> Record | None:
    """The record after this proof, with earlier decisions; None where no body was read."""
    if proof.text is None:
        return before
    decided = dict(before.decided) if before else {}
    for item in proof.items:
        if item.decision is not Decision.OPEN and item.found and item.found.get("rule"):
            decided[fingerprint(item.section, item.found)] = str(item.decision)
    return Record(sha256_of(proof.text), decided) if decided else None


def record_text(record: Record) -> str:
    """A record as its file says it, one decision a line."""
    said = {"text_sha256": record.text_sha256, "decided": dict(sorted(record.decided.items()))}
    return json.dumps(said, indent=1) + "\n"


def sha256_of(text: str) -> str:
    """The hash of a body as it is held."""
    return hashlib.sha256(text.encode()).hexdigest()


def reopened(record: Record, new: Proof) -> list[Item]:
    """The facts of a new extraction that a person must look at again.

    None where the text is as it was; else those whose extraction is not one decided on.
    """
    if new.text is None or sha256_of(new.text) == record.text_sha256:
        return []
    return [
        i for i in new.items if fingerprint(i.section, i.found or i.plain) not in record.decided
    ]


def decided_again(record: Record, new: Proof) -> Proof:
    """A new extraction with the decisions that were taken on the same facts before."""
    items = tuple(
        replace(item, decision=Decision(record.decided[mark]))
        if (mark := fingerprint(item.section, item.found or item.plain)) in record.decided
        else item
        for item in new.items
    )
    return replace(new, items=items)
