"""Articles that ask to be read over again: their text and what is read out of it both changed."""

from __future__ import annotations

import streamlit as st

from dashboard.atlas import Atlas
from dashboard.parts.bodies import body
from dashboard.parts.curating import vocabulary
from loaders.curation.decisions import is_of, read_record, reopened, without_ground
from loaders.curation.proofs import Decision, Item, Proof, proof_of, proof_of_file
from loaders.curation.saving import facts_path
from loaders.extraction import extract
from loaders.extraction.drafts import known_vocabulary
from loaders.facts.yaml import read_yaml
from loaders.paths import data_directory


def held_proof(atlas: Atlas, article: str) -> Proof | None:
    """The proof of an article's facts file; None where it comes from bulk extraction."""
    directory = data_directory()
    path = facts_path(directory, article)
    if path is None:
        return None
    content = read_yaml(path.read_text(encoding="utf-8")).value
    return proof_of_file(article, content, body(atlas, directory, article))


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


@st.cache_data(show_spinner=False, max_entries=2)
def reopened_articles(version: str, _atlas: Atlas) -> dict[str, int]:
    """How many facts each re-opened article asks about again; only changed texts are read."""
    found: dict[str, int] = {}
    decided = data_directory().root / "decisions"
    for path in sorted(decided.glob("*.json")):
        if path.stem not in _atlas.sources:
            continue
        proof = held_proof(_atlas, path.stem)
        if proof is None:
            continue
        lost = len(without_lost_words(proof).of(Decision.OPEN)) - len(proof.of(Decision.OPEN))
        number = lost + len(asked_again(_atlas, proof))
        if number:
            found[path.stem] = number
    return found
