"""The mark of each standing: the state, with stated and attested membership kept apart (rule 2)."""

from __future__ import annotations

import pandas as pd

from dashboard.palette import Mark
from dashboard.records import values
from loaders import nations
from loaders.standing import State


def marked(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the column `mark` to a standing frame, and order it: members first, then by name.

    A member is marked as stated where a claim states its joining (`start`), else as
    attested; every other state is its own mark.
    """
    states, starts = values(rows["state"]), values(rows["start"])
    marks = [
        Mark(state) if state != State.MEMBER else _member(start)
        for state, start in zip(states, starts, strict=True)
    ]
    order = {mark: number for number, mark in enumerate(Mark)}
    names = [nations.name(str(code)) for code in values(rows["nation"])]
    keys = [(order[mark], name) for mark, name in zip(marks, names, strict=True)]
    places = sorted(range(len(keys)), key=keys.__getitem__)
    frame = rows.take(places).reset_index(drop=True)
    return frame.assign(mark=pd.Series([marks[place] for place in places], dtype=object))


def _member(start: object) -> Mark:
    return Mark.MEMBER_STATED if isinstance(start, str) else Mark.MEMBER_ATTESTED
