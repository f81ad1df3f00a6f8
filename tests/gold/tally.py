"""Counting right and wrong: precision, recall and F1, with the cases that went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Tally:
    """How many facts of one kind were expected, found, and right; wrong ones in words."""

    expected: int = 0
    found: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found or expected."""
        return self.right / self.found if self.found else float(not self.expected)

    @property
    def recall(self) -> float:
        """The share of what was expected that was found; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 2·right / (expected + found)."""
        total = self.expected + self.found
        return 2 * self.right / total if total else 1.0

    def add(self, other: Tally) -> None:
        """Take another article's counts in."""
        self.expected += other.expected
        self.found += other.found
        self.right += other.right
        self.wrong.extend(other.wrong)


Tallies = dict[str, Tally]


def compare(expected: Iterable[object], found: Iterable[object]) -> Tally:
    """Tally two collections whose members are equal where they mean the same."""
    wanted, given = set(expected), set(found)
    missed = [f"missed {item}" for item in sorted(map(str, wanted - given))]
    extra = [f"extra  {item}" for item in sorted(map(str, given - wanted))]
    return Tally(len(wanted), len(given), len(wanted & given), missed + extra)


def merge(articles: Iterable[Mapping[str, Tally]]) -> Tallies:
    """Sum the tallies of articles, kind by kind, in the order kinds first appear."""
    total: Tallies = {}
    for tallies in articles:
        for kind, tally in tallies.items():
            total.setdefault(kind, Tally()).add(tally)
    return total


def table(title: str, tallies: Mapping[str, Tally]) -> list[str]:
    """The lines of a printed table, one kind a line."""
    lines = [f"{title:<30} expected  found  right      P      R     F1"]
    for kind, t in tallies.items():
        lines.append(
            f"  {kind:<28} {t.expected:8d} {t.found:6d} {t.right:6d}"
            f"  {t.precision:5.3f}  {t.recall:5.3f}  {t.f1:5.3f}"
        )
    return lines
