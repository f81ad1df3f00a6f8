"""What was decided on an article's extraction, kept so that nothing is asked twice.

One small file per article under data/decisions/: hashes of what the reader found and of the
paragraphs it was found in, and the decision on each fact; none of the article's words. A decided
fact is asked about again only where both its source text and its extraction have changed since.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from loaders.curation.passages import grounds, place
from loaders.curation.proofs import Decision, Item, Proof, fingerprint
from loaders.paths import DataDirectory

_LINE_END = re.compile(r"[\r\n]+")


@dataclass(frozen=True)
class Record:
    """Hashes of the body that was read and of its paragraphs, and each fact's decision by hash."""

    text_sha256: str
    decided: Mapping[str, str] = field(default_factory=dict)
    paragraphs: frozenset[str] = frozenset()


def records(data: DataDirectory) -> list[Path]:
    """The files of all records."""
    return sorted((data.root / "decisions").glob("*.json"))


def record_path(data: DataDirectory, identity: str) -> Path:
    """Where the record of an article is."""
    return data.root / "decisions" / f"{identity}.json"


def read_record(data: DataDirectory, identity: str) -> Record | None:
    """The record of an article; None where there is none that can be read."""
    try:
        said: Any = json.loads(record_path(data, identity).read_text(encoding="utf-8"))
        paragraphs = frozenset(map(str, said.get("paragraphs", ())))
        return Record(str(said["text_sha256"]), dict(said["decided"]), paragraphs)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def record_of(proof: Proof, before: Record | None) -> Record | None:
    """The record after this proof, with earlier decisions; None where no body was read."""
    if proof.text is None:
        return before
    decided = dict(before.decided) if before else {}
    for item in proof.items:
        if item.decision is not Decision.OPEN and item.found and item.found.get("rule"):
            decided[fingerprint(item.section, item.found)] = str(item.decision)
    if not decided:
        return None
    return Record(sha256_of(proof.text), decided, frozenset(_paragraphs(proof.text)))


def record_text(record: Record) -> str:
    """A record as its file says it, one decision a line."""
    said = {
        "text_sha256": record.text_sha256,
        "paragraphs": sorted(record.paragraphs),
        "decided": dict(sorted(record.decided.items())),
    }
    return json.dumps(said, indent=1) + "\n"


def sha256_of(text: str) -> str:
    """The hash of a body as it is held."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_of(record: Record, text: str) -> bool:
    """Whether the text is the one that was read, so that nothing can have to be asked again."""
    return sha256_of(text) == record.text_sha256


def reopened(record: Record, new: Proof) -> list[Item]:
    """The facts of a new extraction that a person must look at again.

    Only those that were not decided on just so before, in a paragraph that was not there before.
    """
    if new.text is None or is_of(record, new.text):
        return []
    asked = decided_again(record, new).of(Decision.OPEN)
    return [item for item in asked if _paragraph_at(new.text, item.start) not in record.paragraphs]


def decided_again(record: Record, new: Proof) -> Proof:
    """A new extraction with the decisions that were taken on the same facts before."""
    items = tuple(
        replace(item, decision=Decision(record.decided[mark]))
        if (mark := fingerprint(item.section, item.found or item.plain)) in record.decided
        else item
        for item in new.items
    )
    return replace(new, items=items)


def without_ground(proof: Proof) -> Proof:
    """The proof with those accepted facts open again whose words the text has no longer."""
    text = proof.text
    if text is None:
        return proof
    items = tuple(
        replace(item, decision=Decision.OPEN)
        if item.decision is Decision.ACCEPTED and not _stands(item, text)
        else item
        for item in proof.items
    )
    return replace(proof, items=items)


def _stands(item: Item, text: str) -> bool:
    try:
        return all(place(passage, text) for passage in grounds(item.plain))
    except ValueError:
        return False


def _paragraphs(text: str) -> list[str]:
    return [_short_hash(paragraph) for paragraph in _LINE_END.split(text) if paragraph.strip()]


def _paragraph_at(text: str, start: int) -> str:
    """The hash of the paragraph in which an offset lies."""
    before = _LINE_END.split(text[:start])[-1]
    after = _LINE_END.split(text[start:], maxsplit=1)[0]
    return _short_hash(before + after)


def _short_hash(paragraph: str) -> str:
    return sha256_of(" ".join(paragraph.split()))[:16]
