"""Why a nation stands so, in one plain sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

import numpy as np
import pandas as pd

from loaders import dates
from loaders.preference import OPEN_FUTURE, OPEN_PAST, Numbers
from loaders.standing.claims import EPOCH, Claims
from loaders.standing.stints import Act, Acts

_STATED = {Act.START: "start_date", Act.END: "end_date", Act.ATTESTED: "attested_on"}
_SILENT = "No source shows any standing on this day; that is not a no."


@dataclass(frozen=True)
class _Case:
    """One pair: its state, the act that decided, when that was, and the days around it."""

    state: str
    kind: Act
    when: str
    contains: bool
    status: str
    first: str | None
    last: str | None
    last_stated: str | None
    start: str | None
    between: str


@lru_cache(maxsize=50_000)
def when(text: str) -> str:
    """Write an EDTF date with its preposition: on 5 Dec 2025, in Dec 2019, between …"""
    words = dates.in_words(text)
    start = words.split(" ")[0]
    if dates.is_duration(text) and " to " in words:
        return f"from {words}"
    if start.isdigit():
        return f"on {words}" if len(start) < 3 else f"in {words}"
    return f"in {words}" if start in dates.MONTHS else words


def reasons(
    frame: pd.DataFrame, claims: Claims, acts: Acts, decided: Numbers, as_of: int
) -> list[str]:
    """Write one sentence for each row of a standing frame; `decided` = its act, -1 = none."""
    return [
        _sentence(case) if case else _SILENT for case in _cases(frame, claims, acts, decided, as_of)
    ]


def _sentence(case: _Case) -> str:
    match case.state:
        case "member":
            return f"{_membership(case)}{_last_attested(case)}."
        case "possibly":
            return _possibility(case)
        case "left":
            return f"Its part ended {case.when}."
        case "attested later":
            return f"First attested {case.when}; when it joined is not stated."
        case "not yet":
            return f"Joined {case.when}, after this day."
        case _:
            verb = "stated" if case.kind is Act.START else "attested"
            return f"{case.status.capitalize()}, {verb} {case.when}: not a member."


def _membership(case: _Case) -> str:
    if case.kind is Act.START:
        return f"Joined {case.when}"
    if case.start:
        return f"Attested as a member {case.when}; stated to have joined {when(case.start)}"
    return f"Attested as a member {case.when}; when it joined is not stated"


def _last_attested(case: _Case) -> str:
    if not case.last or (case.kind is Act.ATTESTED and case.last == case.first):
        return ""
    return f"; last attested {when(case.last_stated or case.last)}"


def _possibility(case: _Case) -> str:
    verbs = {Act.START: "joined", Act.END: "left", Act.ATTESTED: "was first attested"}
    if case.contains:
        return f"It {verbs[case.kind]} {case.when}: the day lies within that range."
    return f"Sources differ on when it {verbs[case.kind]}{case.between}."


_DAYS = ("first_attested", "last_attested", "start_earliest", "start_latest",
         "end_earliest", "end_latest")  # fmt: skip


def _cases(
    frame: pd.DataFrame, claims: Claims, acts: Acts, decided: Numbers, as_of: int
) -> Iterator[_Case | None]:
    days = frame[list(_DAYS)].to_numpy(dtype="datetime64[D]").astype("str").tolist()
    plain = (frame[name].astype(object).where(frame[name].notna(), None).tolist()
             for name in ("status", "start"))  # fmt: skip
    lasts = _last_stated(claims, acts, as_of, len(frame))
    rows = zip(frame["state"].tolist(), decided.tolist(), *plain, days, lasts, strict=True)
    columns = {kind: claims.frame[name].to_numpy(dtype=object) for kind, name in _STATED.items()}
    for state, act, status, start, bounds, last_stated in rows:
        if act < 0:
            yield None
            continue
        kind = Act(int(acts.kind[act]))
        stated = columns[kind][acts.claim[act]]
        first, last, *spans = bounds
        yield _Case(
            state=state, kind=kind, status=status, first=first, last=_known(last), start=start,
            last_stated=last_stated,
            when=when(stated if isinstance(stated, str) else _edtf(acts, act)),
            contains=bool(acts.earliest[act] <= as_of <= acts.latest[act]),
            between=_between(*(spans[2:] if kind is Act.END else spans[:2])),
        )  # fmt: skip


def _last_stated(claims: Claims, acts: Acts, as_of: int, size: int) -> list[str | None]:
    """The date of each pair's last attestation as its source has it (EDTF).

    Of several that end on one day the most precise, then one that was stated, not inferred.
    """
    attested = (acts.kind == Act.ATTESTED) & claims.attestation_stated[acts.claim]
    at = np.flatnonzero(attested & (acts.latest <= as_of))
    claim, pair = acts.claim[at], claims.pair[acts.claim[at]]
    text = claims.frame["attested_on"].astype(object).to_numpy()
    inferred = claims.frame["attested_on"].str.contains("~", regex=False).fillna(False).to_numpy()
    order = np.lexsort((~inferred[claim].astype(bool), acts.earliest[at], acts.latest[at], pair))
    last = np.full(size, None, dtype=object)
    last[pair[order]] = text[claim[order]]  # of one pair's, the last is kept
    return [value if isinstance(value, str) else None for value in last.tolist()]


def _known(day: str) -> str | None:
    return None if day == "NaT" else day


def _between(first: str, last: str) -> str:
    known = [dates.in_words(day) for day in (first, last) if day != "NaT"]
    return f", from {known[0]} to {known[1]}" if len(known) == 2 else ""


def _edtf(acts: Acts, act: int) -> str:
    """The days that stand for an act whose claim does not state its date."""
    first, last = int(acts.earliest[act]), int(acts.latest[act])
    ends = [
        "" if number in (OPEN_PAST, OPEN_FUTURE) else (EPOCH + timedelta(number)).isoformat()
        for number in (first, last)
    ]
    return ends[0] if first == last and ends[0] else f"[{ends[0]}..{ends[1]}]"
