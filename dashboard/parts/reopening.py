"""Articles that ask to be read over again: their text and what is read out of it both changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.bodies import free_body
from dashboard.parts.curating import may_curate, vocabulary
from loaders.build.texts import HeldText, held_text
from loaders.curation.decisions import is_of, read_record, reopened, without_ground
from loaders.curation.proofs import Decision, Item, Proof, proof_of, proof_of_file
from loaders.curation.saving import facts_path
from loaders.extraction import extract
from loaders.extraction.drafts import known_vocabulary
from loaders.facts.reading import ReadFacts, parse_facts
from loaders.facts.yaml import read_yaml
from loaders.paths import data_directory


@dataclass(frozen=True)
class Reopened:
    """An article that asks to be read again: its title, and how many facts are to be looked at."""

    title: str
    facts: int


def held_proof(atlas: Atlas, article: str) -> Proof | None:
    """The proof of an article's facts file; None where it comes from bulk extraction.

    A body that is somebody's copyright is for those who curate here.
    """
    free = None if may_curate().granted else free_body(atlas, data_directory(), article)
    return _proof(article, _present_text(article) if may_curate().granted else free)


def _proof(article: str, text: str | None) -> Proof | None:
    path = facts_path(data_directory(), article)
    if path is None:
        return None
    return proof_of_file(article, read_yaml(path.read_text(encoding="utf-8")).value, text)


def _present_text(article: str) -> str | None:
    """The body as it lies on the disk now, whatever text was read before."""
    directory = data_directory()
    path = facts_path(directory, article)
    if path is None:
        return None
    name = path.relative_to(directory.root).as_posix()
    read = parse_facts(path.read_text(encoding="utf-8"), name)
    held = held_text(directory, read) if isinstance(read, ReadFacts) else None
    return held.text if isinstance(held, HeldText) else None


def asked_again(atlas: Atlas, proof: Proof) -> list[Item]:
    """What is read out of an article's changed text otherwise than when it was decided on."""
    record = read_record(data_directory(), proof.id)
    if record is None or proof.text is None or is_of(record, proof.text):
        return []
    known = known_vocabulary(vocabulary(atlas.version))
    result = extract(proof.text, "article.txt", proof.article.get("published"))
    return reopened(record, proof_of(result, proof.id, proof.text, known))


def without_lost_words(proof: Proof) -> Proof:
    """The proof with those facts open whose words its text has no longer."""
    record = read_record(data_directory(), proof.id)
    unchanged = record is None or proof.text is None or is_of(record, proof.text)
    return proof if unchanged else without_ground(proof)


def reopened_articles(atlas: Atlas) -> dict[str, Reopened]:
    """The re-opened articles by id, also those left out of the tables since; changed texts alone
    are read again.
    """
    made: dict[str, Reopened] = _reopened(atlas.version, _decided(), atlas)
    return made


def _decided() -> int:
    """When a record of decisions was last put in place, by this server or another."""
    try:
        return _records().stat().st_mtime_ns
    except OSError:
        return 0


def _records() -> Path:
    return data_directory().root / "decisions"


@st.cache_data(show_spinner=False, max_entries=2)
def _reopened(version: str, decided: int, _atlas: Atlas) -> dict[str, Reopened]:
    found: dict[str, Reopened] = {}
    for path in sorted(_records().glob("*.json")):
        proof = _proof(path.stem, _present_text(path.stem))
        if proof is None:
            continue
        lost = len(without_lost_words(proof).of(Decision.OPEN)) - len(proof.of(Decision.OPEN))
        number = lost + len(asked_again(_atlas, proof))
        if number:
            found[path.stem] = Reopened(str(proof.article.get("title") or path.stem), number)
    return found
