"""Every control of these pages is one with its parameter, both ways."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.fixture_data import TOULOUSE
from tests.views.app import Query, opened, query, run

CHOICES: list[tuple[str, Query, str, str, Any]] = [
    ("nation", {}, "selectbox", "of", "NOR"),
    ("coalition", {}, "selectbox", "of", "olympic-defender"),
    ("sources", {}, "text_input", "words", "Toulouse"),
    ("sources", {}, "button_group", "sort", "facts"),
    ("sources", {}, "button_group", "facet_year", ["2025"]),
    ("sources", {}, "button_group", "facet_tier", ["official"]),
    ("sources", {}, "button_group", "facet_rights", ["public domain"]),
    ("sources", {}, "button_group", "facet_publisher", ["Defense One"]),
    ("sources", {}, "button_group", "facet_kind", ["posts", "statements"]),
    ("sources", {"article": TOULOUSE}, "button_group", "kind", ["posts"]),
    ("disagreements", {}, "button_group", "kind", ["posts"]),
    ("data", {}, "selectbox", "table", "statements"),
    ("data", {}, "text_input", "words", "cspo"),
    ("data", {}, "selectbox", "column", "nation"),
    ("data", {"column": "nation"}, "multiselect", "is", ["FRA", "USA"]),
]
NAMES = [f"{page} {name}" for page, _, _, name, _ in CHOICES]


def control(app: AppTest, kind: str, name: str) -> Any:
    """The control of a parameter."""
    return next(item for item in app.get(kind) if getattr(item, "key", "") == f"at_{name}")


@pytest.mark.parametrize(("page", "before", "kind", "name", "chosen"), CHOICES, ids=NAMES)
def test_a_choice_goes_into_the_address_and_comes_back_from_it(
    page: str, before: Query, kind: str, name: str, chosen: Any
) -> None:
    app = opened(page, dict(before))
    control(app, kind, name).set_value(chosen)
    after = query(run(app))
    assert after[name.removeprefix("facet_")] == (chosen if isinstance(chosen, list) else [chosen])
    again = opened(page, {key: list(values) for key, values in after.items()})
    assert control(again, kind, name).value == chosen
    assert not again.warning
