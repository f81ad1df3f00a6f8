"""Text from articles is data: in no field of no page does any of it render."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.views.app import opened, says

VIEWS: list[tuple[str, dict[str, Any]]] = [
    ("overview", {"as_of": "2025-06-01"}),
    ("map", {"show": "cspo", "selected": "FRA"}),
    ("map", {"show": "cspo", "tab": "overlap"}),
    ("timeline", {"event": "hostile-event"}),
    ("officials", {"official": "ann-doe"}),
    ("statements", {}),
    ("nation", {}),
    ("nation", {"of": "FRA", "opened": "cspo"}),
    ("coalition", {}),
    ("coalition", {"of": "cspo", "opened": "NZL"}),
    ("sources", {"publisher": "nobody"}),
    ("sources", {"article": "hostile"}),
    ("sources", {"article": "hostile", "fact": "hostile.m.cspo.FRA.member"}),
    ("disagreements", {}),
    ("quality", {}),
    ("data", {"table": "articles"}),
    ("data", {"table": "evidence", "words": "<b>![x](https://evil.test)"}),
]
# What would render: an image or a link to evil, a formula, a directive, an icon, HTML, code.
RENDERS = re.compile(
    r"(?<!\\)!(?<!\\)\[|\]\((?:https?:)?//evil|\]\(javascript|(?<!\\)<img|(?<!\\)\$\$|"
    r"(?<!\\):red(?<!\\)\[|(?<!\\):material(?<!\\)/|(?<!\\)`code"
)
_RENDERS_ON_HOVER = re.compile(r"<(?:img|script|a)\b")
# Widgets and places whose text Streamlit shows as it is (selectbox and multiselect options,
# text inputs, tables, code blocks) are not among these.
MARKDOWN_KINDS = (
    "title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success",
)  # fmt: skip


def markdown_of(app: AppTest) -> Iterator[tuple[str, str]]:
    """Everything on the page that Streamlit reads as Markdown, with where it stands."""
    for kind in MARKDOWN_KINDS:
        for item in getattr(app, kind):
            yield kind, str(item.value)
    for kind in ("button", "page_link", "expander", "popover", "download_button", "metric"):
        for item in app.get(kind):
            proto = getattr(item, "proto", None)
            yield kind, str(getattr(proto, "label", ""))
    for item in app.get("button_group"):
        for option in item.proto.options:
            yield "pills", str(option.content)


@pytest.mark.parametrize(("path", "query"), VIEWS, ids=lambda v: str(v)[:50])
def test_nothing_hostile_renders(path: str, query: dict[str, Any]) -> None:
    for kind, text in markdown_of(opened(path, query)):
        found = RENDERS.search(text)
        assert not found, (
            f"{kind} on {path}: …{text[max(0, found.start() - 60) : found.end() + 40]}…"
        )


def test_the_hostile_text_is_there_to_be_read() -> None:
    app = opened("sources", {"article": "hostile"})
    assert says(app, "![x](https://evil.test/p.png) [y](javascript:alert(1)) <img src=x")
    assert says(opened("nation", {"of": "FRA"}), "![x](https://evil.test/p.png)")


def test_figures_escape_html_in_what_they_show_on_hover() -> None:
    for path, query in VIEWS:
        for chart in opened(path, query).get("plotly_chart"):
            # As the browser reads it: in the JSON that is sent, “<” is written as a code anyway.
            assert not _RENDERS_ON_HOVER.search(str(json.loads(chart.proto.spec))), path


def test_the_figures_show_hostile_text_at_all() -> None:
    specs = [
        str(json.loads(chart.proto.spec))
        for path, query in VIEWS
        for chart in opened(path, query).get("plotly_chart")
    ]
    assert any("&lt;img" in spec for spec in specs)
