"""Saves one article in one of two versions, without end: to be killed at any moment."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from pathlib import Path

from loaders.curation.declaring import Declaration
from loaders.curation.proofs import Proof
from loaders.curation.saving import save, version_of
from loaders.paths import DataDirectory
from loaders.reference import Official
from tests.curation.articles import one_fact

OLD, NEW = "France is a member.", "Canada is a member, says Eve Poe."


def versions() -> list[Proof]:
    """Two versions whose facts do not stand in each other's text; the body is a free one."""
    proofs = [
        one_fact(OLD * 400, nations=["FRA"], note="France."),
        one_fact(NEW * 400, nations=["CAN"], note="Canada."),
    ]
    return [
        replace(p, article={**p.article, "rights": "public domain", "author": n})
        for p, n in zip(proofs, ("old", "new"), strict=True)
    ]


def main(root: str) -> None:
    """Save in turns until killed; each turn declares one official more."""
    data = DataDirectory(Path(root))
    for number, proof in enumerate(cycle(versions())):
        eve = Official(slug=f"eve-{number}", name=f"Eve {number}", family_name="Poe")
        save(data, proof, version_of(data, proof.id), [Declaration(eve)])
