"""A mention of an event: what one clause tells, and where."""

from __future__ import annotations

from typing import NamedTuple

from loaders.extraction.announcements.event_noun import EventNoun
from loaders.extraction.language.verb_groups import FINITE, VerbGroup
from loaders.extraction.texts.document import Span


class EventMention(NamedTuple):
    """An event as one clause tells it; `trigger` holds the verb, and its noun if that is near.

    `noun` is what the frame asked for, None where words alone fit.
    """

    kind: str
    sentence: Span
    trigger: Span
    group: VerbGroup
    noun: EventNoun | None

    @property
    def is_noun_alone(self) -> bool:
        """Whether a noun tells it without a verb of its own: "put it forward at a meeting"."""
        return self.noun is not None and self.trigger == (self.noun.start, self.noun.end)

    def before(self, text: str, reach: int) -> str:
        """What stands before the verb in its sentence, so far back at most."""
        start = self.group.start
        return text[max(self.sentence.start, start - reach) : start]

    @property
    def is_finite(self) -> bool:
        """Whether a finite verb reports it, not a participle or a noun by the way."""
        return self.group.tense in FINITE
