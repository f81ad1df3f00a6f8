"""All spans of an atlas, worked out once, of which each page takes its part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.questions.divided import Divided, divided
from dashboard.questions.spans import Spans, spans
from loaders.tables.frames import Frames

_PAIR = ("coalition", "nation")


@dataclass(frozen=True, eq=False)
class DividedSpans:
    """The bars and signs of everybody, and what may last beyond the horizon.

    Open bars end at the horizon, or with the last one that is drawn where that lies beyond: so
    a part that holds such a one cannot be taken from the whole.
    """

    bars: Divided
    signs: Divided
    beyond: Divided

    def holds(self, coalitions: Collection[str] | None, nations: Collection[str] | None) -> bool:
        """Whether the spans of these coalitions and nations (None: all) are a part of these."""
        return self.beyond.part(coalition=coalitions, nation=nations).empty

    def part(self, coalitions: Collection[str] | None, nations: Collection[str] | None) -> Spans:
        """Give the spans of some coalitions and nations."""
        wanted = {"coalition": coalitions, "nation": nations}
        return Spans(self.bars.part(**wanted), self.signs.part(**wanted))


def divided_spans(tables: Frames, horizon: date, stints: pd.DataFrame) -> DividedSpans:
    """Work out all spans up to a horizon; `stints` are those of everybody."""
    far = (stints["possible_until"] > pd.Timestamp(horizon)).to_numpy(bool)
    found = spans(tables, horizon, stints=stints[~far])
    return DividedSpans(
        divided(found.bars, _PAIR), divided(found.signs, _PAIR), divided(stints[far], _PAIR)
    )
