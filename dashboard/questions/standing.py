"""How nations stand to coalitions, as pages show it: one row per nation, and in numbers."""

from __future__ import annotations

import pandas as pd

from dashboard.records import values
from loaders.standing import STATES, State

# What says most about a nation comes first, where several coalitions are looked at together:
# a member of one edition is not made "left" by an earlier one.
_TELLING = (
    State.MEMBER, State.POSSIBLY, State.INVITED, State.OTHER, State.ATTESTED_LATER, State.NOT_YET,
    State.LEFT, State.NO_EVIDENCE,
)  # fmt: skip


def by_nation(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep one row per nation of a standing frame: the one whose state tells most.

    Adds `coalitions`: the coalitions (tuple) in which it has that state.
    """
    telling = {str(state): number for number, state in enumerate(_TELLING)}
    codes, states, slugs = (list(map(str, values(rows[name]))) for name in _OF_A_ROW)
    keys = list(zip(codes, (telling[state] for state in states), slugs, strict=True))
    first: dict[str, int] = {}
    together: dict[str, list[str]] = {}
    for place in sorted(range(len(keys)), key=keys.__getitem__):
        shown = first.setdefault(codes[place], place)
        if states[place] == states[shown]:
            together.setdefault(codes[place], []).append(slugs[place])
    kept = rows.take(list(first.values())).reset_index(drop=True)
    coalitions = [tuple(some) for some in together.values()]
    return kept.assign(coalitions=pd.Series(coalitions, dtype=object, index=kept.index))


_OF_A_ROW = ("nation", "state", "coalition")


def counts(rows: pd.DataFrame) -> pd.Series[int]:
    """Count the rows of a standing frame by state: every state of the rule, in its order."""
    found = rows["state"].astype("str").value_counts()
    return found.reindex([str(state) for state in STATES], fill_value=0).astype("int64")
