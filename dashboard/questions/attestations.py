"""When a standing was attested, in words: as precise as the source is, and inferred where it was.

Tables of standing carry days, which say neither: the last day of `2025-05~` is no attestation
"on 31 May 2025".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.atlas import Atlas
from dashboard.records import records
from loaders import dates

_COLUMNS = ["coalition", "nation", "attested_on", "attested_on_latest"]


@lru_cache(maxsize=4)
def _as_stated(atlas: Atlas) -> Mapping[tuple[str, str, pd.Timestamp], str]:
    """The date of each attestation (EDTF) by coalition, nation and the last day it can mean.

    Of several that end on one day the most precise, then one that was stated, not inferred.
    """
    claims = atlas.tables["memberships"]
    claims = claims[claims["attested_on"].notna()]
    inferred = claims["attested_on"].astype("str").str.contains("~", regex=False)
    claims = claims.assign(inferred=~inferred).sort_values(
        ["attested_on_earliest", "inferred"], kind="stable", na_position="first"
    )
    return {
        (row["coalition"], row["nation"], row["attested_on_latest"]): row["attested_on"]
        for row in records(claims[_COLUMNS])
    }


def last_attested(atlas: Atlas, row: Mapping[str, Any]) -> str:
    """Write when a row of standing was last attested: `5 Dec 2025 (inferred)`; "" for never.

    `row` has coalition, nation and last_attested.
    """
    day = row["last_attested"]
    if day is None:
        return ""
    stated = _as_stated(atlas).get((row["coalition"], row["nation"], day))
    return dates.in_words(stated or day.date().isoformat())
