"""How much of each body is committed: facts, attributed quotations and short passages only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.build.rows import facts_with_place
from loaders.build.texts import HeldText
from loaders.facts.models import Rights, Selector, Statement, StatementKind
from loaders.facts.reading import ReadFacts
from loaders.findings import Finding, Severity

LONGEST_PASSAGE = 200
LARGEST_SHARE = 0.40
_FREE = (Rights.PUBLIC_DOMAIN, Rights.OPEN_LICENCE)


@dataclass(frozen=True)
class CommittedShare:
    """How many characters of a body its facts file repeats, and of how many, where known."""

    article: str
    characters: int
    of: int | None

    @property
    def share(self) -> float | None:
        """The share, 0 to 1; None where the body's length is not known here."""
        return self.characters / self.of if self.of else None


def check_rights(read: ReadFacts, held: HeldText | None) -> Iterator[Finding]:
    """Find what must not be committed of a body that is not free to redistribute."""
    article = read.facts.article
    if article.rights in _FREE:
        return
    if article.text:
        message = (
            f"the body is {article.rights}: take it out of texts/ (local/texts/ is ignored by git)"
        )
        yield Finding(read.path, read.line_of("article", "text"), "article.text", message)
    for kind, index, fact in facts_with_place(read.facts):
        if isinstance(fact, Statement) and fact.kind in (
            StatementKind.DIRECT,
            StatementKind.PARTIAL,
        ):
            continue
        for passage in _passages(fact.passage):
            if len(passage) > LONGEST_PASSAGE:
                message = f"{len(passage)} characters of a {article.rights} body: at most {LONGEST_PASSAGE}"  # noqa: E501
                yield Finding(
                    read.path,
                    read.line_of(kind, index, "passage"),
                    f"{kind}[{index}].passage",
                    message,
                )
    share = committed_share(read, held)
    if share.share and share.share > LARGEST_SHARE:
        message = f"{share.share:.0%} of the body is committed: keep it under {LARGEST_SHARE:.0%}"
        yield Finding(read.path, None, "", message, Severity.WARNING)


def committed_share(read: ReadFacts, held: HeldText | None) -> CommittedShare:
    """Measure what share of the body the file's passages and quotations repeat.

    Overlapping passages count once. Where the body is held nowhere its length is unknown,
    unless the facts file names it (`article.body_characters`).
    """
    pieces: set[str] = set()
    for _, _, fact in facts_with_place(read.facts):
        pieces.update(_passages(fact.passage))
        if isinstance(fact, Statement) and fact.kind is not StatementKind.PARAPHRASE:
            pieces.update(fact.text)
    whole = sorted(pieces, key=len, reverse=True)
    kept: list[str] = []
    for piece in whole:
        if not any(piece in longer for longer in kept):
            kept.append(piece)
    length = len(held.text) if held else read.facts.article.body_characters
    return CommittedShare(read.id, sum(map(len, kept)), length)


def _passages(passages: list[Selector] | None) -> list[str]:
    return [passage.exact for passage in passages or []]
