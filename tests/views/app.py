"""One page of the app, run without a browser, and what it says.

`AppTest.switch_page` finds a page by its file; ours are functions with a `url_path`, which
Streamlit 1.67 identifies by the hash of that path (the default page by the hash of nothing). So
the page is asked for by that hash, as the browser does, before the first run. Everything else a
page shows comes from the address: `query_params`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.pages import PAGES
from loaders.paths import REPOSITORY

APP = REPOSITORY / "dashboard" / "app.py"
SECONDS = 60
DEFAULT = next(page.path for page in PAGES if page.default)
Query = dict[str, str | list[str]]


def opened(path: str, query: Query | None = None, *, folded: bool = False) -> AppTest:
    """The page at a path with a query; an error in the app fails the test.

    What is only filled once a visitor opens it has been opened, unless it is to stay `folded`.
    """
    assert path in {page.path for page in PAGES}, path
    app = AppTest.from_file(APP, default_timeout=SECONDS)
    app.query_params.update(query or {})
    app._page_hash = calc_hash("" if path == DEFAULT else path)
    run(app)
    keys = [] if folded else list(_filled_when_opened(app))
    for key in keys:
        app.session_state[key] = True
    return run(app) if keys else app


def _filled_when_opened(app: AppTest) -> Iterator[str]:
    """The keys of the popovers and expanders that the server is told of when they open."""
    foldable: list[Any] = [*app.get("popover"), *app.get("expander")]
    for block in foldable:
        told = block.proto.popover.id if block.type == "popover" else block.proto.id
        if told:
            yield told.split("-", 2)[2]


def run(app: AppTest) -> AppTest:
    """Run the page again (after a click); an error in the app fails the test."""
    app.run()
    assert not app.exception, app.exception[0].message
    return app


def plain(markdown: str) -> str:
    """Markdown as a reader sees it, as far as these pages use it."""
    shown = re.sub(r"(?<![\\a-z])\[((?:\\.|[^\]\\])*)\]\([^)]*\)", r"\1", markdown)
    shown = re.sub(r":[a-z-]+\[((?:\\.|[^\]\\])*)\]", r"\1", shown)
    shown = re.sub(r"(?<!\\)\*+", "", shown)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown)


def texts(app: AppTest) -> list[str]:
    """Everything that headings, paragraphs, captions and code blocks say, as a reader sees it."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning)
    return [plain(str(item.value)) for kind in kinds for item in kind] + codes(app)


def codes(app: AppTest) -> list[str]:
    """What stands in blocks to copy from: addresses and citations."""
    return [str(item.value) for item in app.code]


def says(app: AppTest, *words: str) -> bool:
    """Tell whether one text of the page holds all of these words."""
    return any(all(word in text for word in words) for text in texts(app))


def blocks(app: AppTest, key: str) -> list[list[str]]:
    """The texts of each container whose key begins so."""
    return [list(_within(block)) for block in _blocks(app._tree.root, key)]


def _blocks(node: Any, key: str) -> Iterator[Any]:
    for child in getattr(node, "children", {}).values():
        proto = getattr(child, "proto", None)
        if getattr(proto, "id", "") and f"-{key}" in proto.id:
            yield child
        else:
            yield from _blocks(child, key)


def _within(node: Any) -> Iterator[str]:
    for child in getattr(node, "children", {}).values():
        if hasattr(child, "children"):
            yield from _within(child)
        elif isinstance(getattr(child, "value", None), str):
            yield plain(child.value)


def button(app: AppTest, label: str) -> Any:
    """The one button whose label begins so."""
    (found,) = (item for item in app.button if item.label.startswith(label))
    return found


def figure(app: AppTest) -> dict[str, Any]:
    """The first figure of the page, as Plotly gets it."""
    import json

    spec: dict[str, Any] = json.loads(app.get("plotly_chart")[0].proto.spec)
    return spec


def links(app: AppTest) -> Iterable[str]:
    """Every web address that a text of the page links to."""
    for item in (*app.markdown, *app.caption):
        yield from re.findall(r"\]\((https?://[^)]*)\)", str(item.value))


def query_of(address: str) -> dict[str, list[str]]:
    """The query of an address that a page gives to copy."""
    return parse_qs(urlsplit(address).query)


def query(app: AppTest) -> dict[str, list[str]]:
    """The query that the page's own address has now."""
    return {
        name: [value] if isinstance(value, str) else list(value)
        for name, value in app.query_params.items()
    }
