"""A made-up article, and its proof, for the tests of reading over."""

from __future__ import annotations

from loaders.curation.proofs import Decision, Proof, decided, proof_of
from loaders.extraction import extract
from loaders.facts.extracted import Known

# The vocabulary of tests/datadir.py.
KNOWN = Known({"cspo", "sentinel", "sentinel-2024"}, {"ann-doe", "bo-ray"})
TEXT = """Ten nations meet in Paris

PARIS, April 9, 2025 – The ministers met on Tuesday.

"We stand together," said Gen. Ann Doe, commander of the U.S. Space Force.

The Combined Space Operations Initiative unites France, Germany and Canada.

Nothing else was announced.
"""


def extracted(text: str = TEXT, published: str | None = "2025-04-09") -> Proof:
    """The proof of the text as the reader reads it, all facts open."""
    return proof_of(extract(text, "ten-nations.txt", published), "ten-nations", text, KNOWN)


def all_accepted(proof: Proof) -> Proof:
    """The proof with every fact accepted."""
    for item in proof.items:
        proof = decided(proof, item.key, Decision.ACCEPTED)
    return proof


def one_fact(text: str, **fields: object) -> Proof:
    """A proof with one accepted membership, made without the reader."""
    from loaders.curation.proofs import added

    article = {
        "title": "Ten nations meet", "publisher": "The Daily Orbit", "published": "2025-04-09",
        "kind": "news", "tier": "press", "rights": "unknown", "state": "extracted",
    }  # fmt: skip
    plain = {"coalition": "cspo", "nations": ["FRA"], "status": "member", **fields}
    return added(Proof("ten-nations", article, text, (), ()), "memberships", plain)
