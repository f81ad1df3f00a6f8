"""Saving a proof: its facts file, the body where rights allow, and new vocabulary, as one.

Two who save the same article lose nothing: each says which version they started from, and the
second is given what the first wrote.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.build.texts import HeldText
from loaders.check.checking import check_file
from loaders.curation.aliases import Alias, with_aliases
from loaders.curation.decisions import read_record, record_of, record_path, record_text
from loaders.curation.declaring import Declaration, with_declarations
from loaders.curation.proofs import Plain, Proof, content
from loaders.curation.revising import revised
from loaders.curation.transactions import saving, write_together
from loaders.facts.models import FREE_RIGHTS
from loaders.facts.reading import facts_paths, parse_facts
from loaders.facts.writing import facts_text
from loaders.findings import Finding, errors
from loaders.paths import DataDirectory
from loaders.reference import read_reference
from loaders.slugs import require_slug, slugify

_YEAR = re.compile(r"\d{4}")
_LONGEST_ID = 60


@dataclass(frozen=True)
class Saved:
    """What was written: the facts file's path in the data directory, and its new version."""

    path: str
    version: str


@dataclass(frozen=True)
class Conflict:
    """Somebody else saved the article first: the facts file as it now is, and its version."""

    path: str
    text: str
    version: str


@dataclass(frozen=True)
class Refused:
    """Why the proof can't be saved as it is."""

    findings: list[Finding]


Outcome = Saved | Conflict | Refused


def version_of(data: DataDirectory, identity: str) -> str | None:
    """The version of an article's facts file: a hash of its content; None where there is none."""
    path = facts_path(data, identity)
    return _digest(path.read_bytes()) if path else None


def facts_path(data: DataDirectory, identity: str) -> Path | None:
    """The facts file of an article, wherever under articles/ it lies."""
    return next((path for path in facts_paths(data) if path.stem == identity), None)


def free_id(data: DataDirectory, title: str) -> str:
    """An id for a new article: its title's first words, numbered where another has them."""
    taken = {path.stem for path in facts_paths(data)}
    words = slugify(title)[:_LONGEST_ID].rsplit("-", 1)
    stem = (words[0] if len(slugify(title)) > _LONGEST_ID else slugify(title)) or "article"
    identity, number = stem, 1
    while identity in taken:
        number += 1
        identity = f"{stem}-{number}"
    return identity


def save(
    data: DataDirectory,
    proof: Proof,
    started_from: str | None,
    declared: Sequence[Declaration] = (),
    aliases: Sequence[Alias] = (),
) -> Outcome:
    """Write the proof unless it cannot stand or the file is no longer the one started from.

    `started_from` is the version the proof was made from, None for a new article; `declared` and
    `aliases` are what the vocabulary is to have besides. Raises OSError where the disk refuses,
    and then nothing has changed.
    """
    try:
        require_slug(proof.id)
    except ValueError as error:
        return Refused([Finding("articles/", None, "the facts file's name", str(error))])
    with saving(data):
        path = facts_path(data, proof.id)
        present = path.read_bytes() if path else None
        version = _digest(present) if present is not None else None
        if path and present is not None and version != started_from:
            name = path.relative_to(data.root).as_posix()
            return Conflict(name, present.decode("utf-8", "replace"), str(version))
        path = path or new_path(data, proof)
        proof = _with_text_place(proof, path)
        text = written(proof, present)
        try:
            files = with_aliases(data, aliases, with_declarations(data, declared))
        except ValueError as error:
            return Refused([Finding("reference/", None, "aliases", str(error))])
        findings = _findings(data, path, text, proof, declared)
        if findings:
            return Refused(findings)
        write_together(data, {**files, **_beside(data, proof), path: text.encode()})
        return Saved(path.relative_to(data.root).as_posix(), _digest(text.encode()))


def _beside(data: DataDirectory, proof: Proof) -> dict[Path, bytes]:
    """What is kept beside the facts file: the body, and the record of what was decided."""
    files: dict[Path, bytes] = {}
    if proof.text is not None:
        files[_body_path(data, proof)] = proof.text.encode()
    kept, before = record_path(data, proof.id), read_record(data, proof.id)
    if before is None and kept.exists():  # damaged: it is not written over
        files[kept.with_suffix(".damaged")] = kept.read_bytes()
    if record := record_of(proof, before):
        files[kept] = record_text(record).encode()
    return files


def new_path(data: DataDirectory, proof: Proof) -> Path:
    """Where a new article's facts file goes: the year's folder, or undated/."""
    year = _YEAR.search(str(proof.article.get("published") or ""))
    return data.articles / (year.group() if year else "undated") / f"{proof.id}.yaml"


def written(proof: Proof, present: bytes | None = None) -> str:
    """The facts file's text: the present one with only what differs changed, else a new one."""
    made = content(proof)
    if present is None:
        return facts_text(made)
    return revised(present.decode("utf-8"), made)


def _with_text_place(proof: Proof, path: Path) -> Proof:
    """Name the body in the facts file where rights let it be committed, nowhere else."""
    article = {name: value for name, value in proof.article.items() if name != "text"}
    if proof.text is not None and article.get("rights") in FREE_RIGHTS:
        named = proof.article.get("text") or f"texts/{path.parent.name}/{proof.id}.txt"
        article = _before_state(article, "text", named)
    elif proof.text is not None and "body_characters" not in article:
        article = _before_state(article, "body_characters", str(len(proof.text)))
    elif proof.text is None and proof.article.get("text"):
        article = proof.article
    return replace(proof, article=article)


def _before_state(article: Plain, name: str, value: str) -> Plain:
    made: Plain = {}
    for field, present in article.items():
        if field == "state":
            made[name] = value
        made[field] = present
    made.setdefault(name, value)
    return made


def _body_path(data: DataDirectory, proof: Proof) -> Path:
    named = proof.article.get("text")
    return data.root / str(named) if named else data.local / "texts" / f"{proof.id}.txt"


def _findings(
    data: DataDirectory, path: Path, text: str, proof: Proof, declared: Sequence[Declaration]
) -> list[Finding]:
    """The errors that would keep the file out of the tables."""
    read = parse_facts(text, path.relative_to(data.root).as_posix())
    if isinstance(read, list):
        return read
    if proof.article.get("text") and not _is_under_texts(data, str(proof.article["text"])):
        message = "the body's file must be under texts/"
        return [Finding(read.path, None, "article.text", message)]
    reference = read_reference(data)
    for declaration in declared:
        declaration.declare(reference)
    held = HeldText(proof.text, "") if proof.text is not None else None
    return errors(list(check_file(read, reference, held)))


def _is_under_texts(data: DataDirectory, named: str) -> bool:
    return (data.root / named).resolve().is_relative_to(data.texts.resolve())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def proposal(data: DataDirectory, proof: Proof) -> tuple[str, str]:
    """The facts file's name under the data directory and its text, with nothing written."""
    path = facts_path(data, proof.id) or new_path(data, proof)
    return path.relative_to(data.root).as_posix(), written(_with_text_place(proof, path))
