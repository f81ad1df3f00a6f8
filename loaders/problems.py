"""The kinds of problem that programs tell of; people write others in facts files (gap, dispute)."""

from __future__ import annotations

from enum import StrEnum


class ProblemKind(StrEnum):
    """What could not be settled: a row of the table `problems`, never silence."""

    UNKNOWN_OFFICIAL = "unknown official"
    UNKNOWN_COALITION = "unknown coalition"
    UNKNOWN_STATUS = "unknown status"
    UNKNOWN_NATION = "unknown nation"
    UNRESOLVED_SPEAKER = "unresolved speaker"
    UNANCHORED_DATE = "unanchored date"
    IMPOSSIBLE_DATE = "impossible date"
    COUNT_MISMATCH = "count mismatch"
    UNBALANCED_QUOTATION = "unbalanced quotation"
    SPEAKER = "speaker"
    LEFT_OUT = "left out"
