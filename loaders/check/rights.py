"""How much of each body is committed: facts, attributed quotations and short passages only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.build.passages import spans
from loaders.build.rows import facts_with_place
from loaders.build.texts import HeldText
from loaders.facts.models import FREE_RIGHTS, QUOTED, Fact, Statement, StatementKind
from loaders.facts.passages import LONGEST_PASSAGE, OMISSION
from loaders.facts.reading import ReadFacts
from loaders.findings import Finding, Severity

LARGEST_SHARE = 0.40


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
    if article.rights in FREE_RIGHTS:
        return
    if article.text:
        message = (
            f"the body is {article.rights}: take it out of texts/ (local/texts/ is ignored by git)"
        )
        yield Finding(read.path, read.line_of("article", "text"), "article.text", message)
    for kind, index, fact in facts_with_place(read.facts):
        for field, length in _repeated(fact):
            if length > LONGEST_PASSAGE:
                message = (
                    f"{length} characters of a {article.rights} body: at most {LONGEST_PASSAGE}"
                )
                line = read.line_of(kind, index, field)
                yield Finding(read.path, line, f"{kind}[{index}].{field}", message)
    share = committed_share(read, held)
    if share.share and share.share > LARGEST_SHARE:
        message = f"{share.share:.0%} of the body is committed: keep it under {LARGEST_SHARE:.0%}"
        yield Finding(read.path, None, "", message, Severity.WARNING)


def _repeated(fact: Fact) -> Iterator[tuple[str, int]]:
    """How many of the body's characters each field repeats beyond a quotation of somebody.

    A quotation may be whole, and its passage longer than it by what attributes it. The words
    of an indirect statement are the article's, not the speaker's.
    """
    quoted = 0
    if isinstance(fact, Statement) and fact.kind in QUOTED:
        quoted = sum(map(len, fact.text))
    elif isinstance(fact, Statement) and fact.kind is StatementKind.INDIRECT:
        yield from (("text", len(part)) for part in fact.text)
    for passage in fact.passage or []:
        yield "passage", len(passage.prefix + passage.exact + passage.suffix) - quoted


def committed_share(read: ReadFacts, held: HeldText | None) -> CommittedShare:
    """Measure what share of the body the file's passages and quotations repeat.

    Where the body is held, what several passages share counts once. Elsewhere only a passage
    within another does, and the length is the one that the file states
    (`article.body_characters`).
    """
    pieces: set[str] = set()
    for _, _, fact in facts_with_place(read.facts):
        pieces.update(passage.exact for passage in fact.passage or [])
        if isinstance(fact, Statement) and fact.kind is not StatementKind.PARAPHRASE:
            pieces.update(fact.text)
    parts = {part.strip() for piece in pieces for part in piece.split(OMISSION)}
    if held:
        return CommittedShare(read.id, _covered(parts, held.text), len(held.text))
    return CommittedShare(read.id, _apart(parts), read.facts.article.body_characters)


def _covered(parts: Iterable[str], text: str) -> int:
    covered = bytearray(len(text))
    for part in parts:
        for start, end in spans(part, text):
            covered[start:end] = b"\1" * (end - start)
    return sum(covered)


def _apart(parts: Iterable[str]) -> int:
    kept: list[str] = []
    for part in sorted(parts, key=len, reverse=True):
        if not any(part in longer for longer in kept):
            kept.append(part)
    return sum(map(len, kept))
