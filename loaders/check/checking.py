"""All checks over a data directory: what `check` prints and `build` obeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.build.passages import PassageError, anchors
from loaders.build.rows import Source, facts_with_place
from loaders.build.texts import HeldText, held_text
from loaders.check.duplicates import check_duplicates, likely_twins, same_articles
from loaders.check.kept import check_kept
from loaders.check.order import check_order
from loaders.check.references import check_references, unknown_originals
from loaders.check.rights import CommittedShare, check_rights, committed_share
from loaders.check.vocabulary import check_vocabulary
from loaders.curation.transactions import recover
from loaders.facts.reading import ReadFacts, read_facts_files
from loaders.findings import Finding, by_place, errors
from loaders.paths import DataDirectory
from loaders.reference import Reference, read_reference


@dataclass(frozen=True)
class Checked:
    """The sources that are fit to build from, what was found, and the shares committed."""

    reference: Reference
    sources: list[Source]
    findings: list[Finding]
    shares: list[CommittedShare]
    left_out: list[str]


def check_data(data: DataDirectory) -> Checked:
    """Read and check everything; a file with an error is left out of `sources`."""
    recover(data)
    reference = read_reference(data)
    reads, findings = read_facts_files(data)
    left_out = sorted({finding.path for finding in errors(findings)})
    findings = [*reference.findings, *findings, *check_vocabulary(reference), *check_kept(data)]
    sources: list[Source] = []
    shares: list[CommittedShare] = []
    originals = list(unknown_originals(reads))
    for read in reads:
        held = held_text(data, read)
        text = held if isinstance(held, HeldText) else None
        found = [held] if isinstance(held, Finding) else list(check_file(read, reference, text))
        found += [finding for finding in originals if finding.path == read.path]
        findings += found
        if errors(found):
            left_out.append(read.path)
            continue
        shares.append(committed_share(read, text))
        sources.append(_source(read, text))
    findings += [*likely_twins(reads), *same_articles(reads)]
    told = sorted(dict.fromkeys(findings), key=by_place)
    return Checked(reference, sources, told, shares, left_out)


def check_file(read: ReadFacts, reference: Reference, held: HeldText | None) -> Iterator[Finding]:
    """Run every check that needs one facts file, the vocabulary and the held body."""
    yield from check_references(read, reference)
    yield from check_order(read, reference)
    yield from check_duplicates(read)
    yield from check_rights(read, held)
    yield from check_passages(read, held)


def check_passages(read: ReadFacts, held: HeldText | None) -> Iterator[Finding]:
    """Find evidence that is not in the held text, or whose place there is ambiguous."""
    for kind, index, fact in facts_with_place(read.facts):
        try:
            anchors(fact, held.text if held else None)
        except PassageError as error:
            yield Finding(read.path, read.line_of(kind, index), f"{kind}[{index}]", str(error))


def _source(read: ReadFacts, held: HeldText | None) -> Source:
    text, sha256 = (held.text, held.sha256) if held else (None, None)
    return Source(read.id, read.path, read.facts, text, sha256)
