"""One row per nation for the map: its standing in one coalition, or its number among several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from dashboard.questions.marks import marked
from dashboard.questions.standing import by_nation
from loaders.standing import standing
from loaders.tables.frames import Frames


def roster(
    tables: Frames, coalitions: Sequence[str], as_of: date, known_by: date | None = None
) -> pd.DataFrame:
    """Give the standing of every nation in some coalitions on a day, with its mark.

    The columns of `loaders.standing.standing` and `mark`; one row per nation and coalition.
    """
    return marked(standing(tables, list(coalitions), as_of, known_by))


def one_each(rows: pd.DataFrame) -> pd.DataFrame:
    """Reduce a roster of several coalitions to one row per nation: the state that tells most.

    Adds `coalitions`: those in which it has that state (tuple).
    """
    return marked(by_nation(rows.drop(columns="mark")))
