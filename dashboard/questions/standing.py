"""How nations stand to coalitions, as pages show it: one row per nation, and in numbers."""

from __future__ import annotations

import pandas as pd

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
    order = rows["state"].map({str(state): n for n, state in enumerate(_TELLING)}).astype("int64")
    rows = rows.assign(_order=order).sort_values(["nation", "_order", "coalition"], kind="stable")
    slugs = rows["coalition"].astype("str")
    together = slugs.groupby([rows["nation"].astype("str"), rows["_order"]]).agg(tuple)
    first = rows.drop_duplicates("nation").reset_index(drop=True)
    keys = zip(first["nation"].astype("str"), first["_order"], strict=True)
    coalitions = pd.Series([together[key] for key in keys], dtype=object, index=first.index)
    return first.assign(coalitions=coalitions).drop(columns="_order")


def counts(rows: pd.DataFrame) -> pd.Series[int]:
    """Count the rows of a standing frame by state: every state of the rule, in its order."""
    found = rows["state"].astype("str").value_counts()
    return found.reindex([str(state) for state in STATES], fill_value=0).astype("int64")
