"""Dates are unambiguous wherever a page says one: `11 Apr 2025`, never 04/11/2025 or 2025-04-11."""

from __future__ import annotations

import re

import pytest

from tests.every_view import VIEWS
from tests.everywhere.test_hostile_text import LINK, texts
from tests.views.app import opened, plain

NUMERIC = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d\d?/\d\d?/\d{2,4}\b|\b\d\d?\.\d\d?\.\d{4}\b")


@pytest.mark.parametrize("name", VIEWS)
def test_no_date_is_all_numbers(name: str) -> None:
    path, query = VIEWS[name]
    app = opened(path, dict(query))
    said = [
        plain(LINK.sub("", text))
        for where, text in texts(app._tree.root)
        # What a check finds quotes the file that is to be mended, as the file writes its dates.
        if not where.startswith("DateInput") and not text.startswith("✕")
    ]
    assert [text[:200] for text in said if NUMERIC.search(text)] == []
    if path == "data":  # the tables as they are
        return
    for table in app.dataframe:
        for column in table.value.columns:
            values = table.value[column].astype(str)
            assert not values.str.contains(NUMERIC).any(), column
