"""Text from articles is data: nothing in it renders, on any page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from dashboard.parts.text import SEAM
from tests.every_view import VIEWS
from tests.hostile_data import LONG, MARKED, MARKUP
from tests.views.app import opened, run

# Fields of Streamlit's messages that the browser shows as they stand, or not at all. Any other
# string counts as Markdown: a field that is new here must be looked at first.
AS_IT_STANDS = {
    "AudioInput.id", "BidiComponent.id", "Code.code_text", "Code.language", "DownloadButton.id",
    "DownloadButton.url", "Selectbox.options", "MultiSelect.options", "Selectbox.raw_value",
    "Selectbox.placeholder", "MultiSelect.placeholder", "MultiSelect.raw_values",
    "TextInput.value", "TextInput.default", "TextInput.placeholder", "TextArea.value",
    "TextArea.default", "TextArea.placeholder", "Text.body", "Arrow.columns", "Arrow.id",
    "ArrowData.data", "PageLink.page", "PageLink.query_string", "PageLink.page_script_hash",
    "PlotlyChart.spec", "PlotlyChart.config", "PlotlyChart.alt", "PlotlyChart.id",
    "Heading.anchor", "LinkButton.url",
}  # fmt: skip
NOT_SHOWN = re.compile(r"(^|\.)(id|form_id|key|.*_id|.*hash|tag|icon|type|format|color|url)$")
# Plotly reads these few tags; text must not bring its own.
TAGS = re.compile(r"</?b>|<br>|</?i>|<extra>[^<]*</extra>|</?span[^<>]*>")
SHOWN_BY_PLOTLY = {"text", "hovertext", "ticktext", "name", "title", "hovertemplate", "label"}
LINK = re.compile(r"\]\(https://source\.test/[^\s()\[\]]*\)")


@pytest.fixture(scope="module", params=VIEWS)
def app(request: pytest.FixtureRequest) -> AppTest:
    """A view of a page; an exception in it is a failure."""
    path, query = VIEWS[request.param]
    return opened(path, dict(query))


def test_nothing_in_a_text_renders_as_markdown(app: AppTest) -> None:
    inert(app)


def test_nothing_in_a_text_renders_in_a_chart(app: AppTest) -> None:
    for chart in app.get("plotly_chart"):
        assert chart.proto.alt.endswith((".", "…")), "a chart without a sentence for its picture"
        spec = json.loads(chart.proto.spec)
        for shown in labels(spec):
            assert "<" not in TAGS.sub("", shown), shown[:200]
            assert "<b>bold" not in shown


PASTED = f"""{" ".join(MARKUP.split())}

OTTAWA, April 9, 2025 – France joined Operation Olympic Defender, {" ".join(MARKUP.split())}.

“We stand {" ".join(MARKUP.split())} together,” said Gen. Ann Doe, commander of the Loud Command.
"""


@pytest.mark.parametrize("article", [MARKED, LONG, None])
def test_nothing_renders_while_an_article_is_read_over(
    monkeypatch: pytest.MonkeyPatch, article: str | None
) -> None:
    monkeypatch.setenv("ATLAS_CURATE", "on")
    app = opened("add", {"article": article} if article else {})
    if not article:
        app.text_area(key="pasted").set_value(PASTED)
        app.button(key="read_pasted").click()
        run(app)
    inert(app)
    number = 0
    while number < len(app.button):  # Fewer or more with each click.
        button = app.button[number]
        if any(word in button.label for word in ("Correct", "Edit", "Change", "Add")):
            button.click()
            inert(run(app))
        number += 1


def inert(app: AppTest) -> None:
    """No text of an article is active in any Markdown of the page."""
    for where, shown in texts(app._tree.root):
        active = active_part(shown)
        assert "evil" not in active, f"{where}: {shown[:200]}"


def active_part(markdown: str) -> str:
    """The words that a character which Markdown acts on touches without a backslash.

    Marks around a whole text are the page's own: `**\\[a\\]**` is harmless, `[a]` is not.
    """
    inert = re.sub(r"\\.", "", LINK.sub("]", markdown.replace(SEAM, "")))
    words = (word.strip("*]") for word in inert.split())
    return " ".join(word for word in words if re.search(r"[`*_{}\[\]()#<>~$:&@/!|]", word))


def texts(node: Any) -> Iterator[tuple[str, str]]:
    """Every string that the browser takes for Markdown or HTML, with the field it stands in."""
    proto = getattr(node, "proto", None)
    if isinstance(proto, Message):
        yield from fields(proto)
    for child in getattr(node, "children", {}).values():
        yield from texts(child)


def fields(message: Message) -> Iterator[tuple[str, str]]:
    name = message.DESCRIPTOR.name
    for field, value in message.ListFields():
        where = f"{name}.{field.name}"
        if where in AS_IT_STANDS or NOT_SHOWN.search(field.name):
            continue
        for item in value if field.is_repeated else [value]:
            if isinstance(item, Message):
                yield from fields(item)
            elif isinstance(item, str):
                yield where, item


def labels(spec: Any, name: str = "") -> Iterator[str]:
    """Every string of a figure that Plotly writes into the picture."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            yield from labels(value, key)
    elif isinstance(spec, list):
        for value in spec:
            yield from labels(value, name)
    elif isinstance(spec, str) and name in SHOWN_BY_PLOTLY:
        yield spec


def test_the_test_sees_what_is_not_escaped() -> None:
    assert active_part(MARKUP).count("evil") > 5
    assert active_part("![s](https://evil.test/s.png)")
    assert active_part("read https://evil.test/auto")
    assert not active_part("**read https\\:\\/\\/evil\\.test**")
