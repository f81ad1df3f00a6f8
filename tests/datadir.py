"""A tiny data directory for tests: three coalitions, two officials, facts files typed inline."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from loaders.facts.reading import ReadFacts, parse_facts
from loaders.paths import DataDirectory
from loaders.reference import Reference, read_reference

COALITIONS = """
- {slug: cspo, name: Combined Space Operations, short_name: CSpO, kind: military,
   description: Ten nations., first_day: '2014-02-01'}
- {slug: sentinel, name: Sentinel, short_name: Sentinel, kind: exercise series, description: A.}
- {slug: sentinel-2024, name: Sentinel 2024, short_name: S24, kind: exercise, parent: sentinel,
   description: An edition., first_day: '2024-02-05', last_day: '2024-02-16'}
"""
STATUSES = """
- {slug: member, label: Member, counts: true, meaning: A full member}
- {slug: observer, label: Observer, counts: false, meaning: Watches}
"""
KINDS = """
- {slug: meeting, label: Meeting, meaning: Leaders meet}
- {slug: agreement, label: Agreement, meaning: An accord}
"""
ORGANISATIONS = """
- {slug: us-space-force, name: U.S. Space Force, aliases: [USSF], nation: USA}
- {slug: mnf, name: Multinational Force}
"""
OFFICIALS = """
- {slug: ann-doe, name: Ann Doe, family_name: Doe}
- {slug: bo-ray, name: Bo Ray, family_name: Ray, other_names: [Robert Ray]}
"""

ARTICLE = """
article:
  title: Ten nations meet
  publisher: The Daily Orbit
  published: 2025-04-09
  kind: news
  tier: press
  rights: copyrighted
  state: compiled
"""
MEETING = """
announcements:
  - {event: meeting-2025, title: Ten nations meet, kind: meeting, date: 2025-04-09, note: They met.}
"""


def article(**changes: str) -> str:
    """The head of a facts file, with fields changed or added; an empty value drops one."""
    fields = dict(line.strip().split(": ", 1) for line in ARTICLE.strip().splitlines()[1:])
    fields.update(changes)
    return "article:\n" + "".join(f"  {name}: {value}\n" for name, value in fields.items() if value)


def data_dir(root: Path, files: dict[str, str] | None = None) -> DataDirectory:
    """Make a data directory with the tiny vocabulary and the given files under it."""
    vocabulary = {
        "coalitions": COALITIONS,
        "statuses": STATUSES,
        "announcement_kinds": KINDS,
        "organisations": ORGANISATIONS,
        "officials": OFFICIALS,
    }
    for name, text in vocabulary.items():
        write(root / "reference" / f"{name}.yaml", text)
    (root / "articles").mkdir(exist_ok=True)
    for name, text in (files or {}).items():
        write(root / name, text)
    return DataDirectory(root.resolve())


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def read(text: str, name: str = "articles/2025/a.yaml") -> ReadFacts:
    """Parse a facts file that must be valid."""
    result = parse_facts(dedent(text), name)
    assert isinstance(result, ReadFacts), [str(finding) for finding in result]
    return result


def vocabulary(root: Path) -> Reference:
    """The tiny vocabulary, read; it has nothing to mend."""
    reference = read_reference(data_dir(root))
    assert reference.findings == []
    return reference
