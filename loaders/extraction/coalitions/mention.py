"""One place of a text that names a coalition."""

from __future__ import annotations

from typing import NamedTuple


class CoalitionMention(NamedTuple):
    """A place that names a coalition: its slug, or None and the name as printed.

    `common_noun` says that it is named only by a noun ("the accords"), after its name;
    `exercise` that the text, or a list of names, calls one an exercise that has no slug.
    """

    start: int
    end: int
    slug: str | None
    name: str
    common_noun: bool = False
    exercise: bool = False

    @property
    def key(self) -> str:
        """What tells coalitions apart: the slug, else the printed name."""
        return self.slug or self.name
