"""What a visitor takes away: CSV that opens safely in a spreadsheet (pure)."""

from __future__ import annotations

import pandas as pd

# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def defused(value: object) -> object:
    """Prefix text that a spreadsheet would run as a formula; join lists with `; `."""
    if isinstance(value, tuple | list):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def as_csv(frame: pd.DataFrame) -> bytes:
    """Write a frame as UTF-8 CSV with a byte-order mark, so that spreadsheets read the names."""
    safe = frame.astype(object).where(frame.notna(), None).map(defused)
    safe.columns = [str(defused(str(name))) for name in safe.columns]
    return safe.to_csv(index=False, date_format="%Y-%m-%d").encode("utf-8-sig")
