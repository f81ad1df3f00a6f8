"""The mark of each standing: the state, with stated and attested membership kept apart (rule 2)."""

from __future__ import annotations

import pandas as pd

from dashboard.palette import Mark
from loaders import nations


def marked(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the column `mark` to a standing frame, and order it: members first, then by name.

    A member is marked as stated where a claim states its joining (`start`), else as
    attested; every other state is its own mark.
    """
    marks = [
        Mark(state) if state != "member" else _member(start)
        for state, start in zip(rows["state"].astype(str), rows["start"], strict=True)
    ]
    frame = rows.assign(mark=marks)
    order = {mark: number for number, mark in enumerate(Mark)}
    frame["_order"] = [order[mark] for mark in marks]
    frame["_name"] = [nations.name(str(code)) for code in rows["nation"]]
    frame = frame.sort_values(["_order", "_name"], kind="stable")
    return frame.drop(columns=["_order", "_name"]).reset_index(drop=True)


def _member(start: object) -> Mark:
    return Mark.MEMBER_STATED if isinstance(start, str) else Mark.MEMBER_ATTESTED
