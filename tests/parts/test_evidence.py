"""Rule 1: the passage in its context, alone, or our summary in a style of its own."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from dashboard.atlas import Evidence, Source
from tests.views.app import plain

SOURCE = Source(
    id="a", title="Talks *in* Toulouse", publisher="Ministry", tier="official", rights="unknown",
    published="2025-12-05~", retrieved=None, via="https://www.copy.test/1",
    url="https://ministry.test/talks",
)  # fmt: skip
PASSAGE = Evidence(
    source=SOURCE, exact="ten nations", note=None, prefix="It unites ", suffix=" of the world.",
    held=True, rule="compiled",
)  # fmt: skip


def _draw(evidence: "Evidence") -> None:  # noqa: UP037 (runs as a script of its own)
    from dashboard.parts.evidence import passage, source_line

    passage(evidence)
    source_line(evidence.source)


def shown(evidence: Evidence) -> AppTest:
    app = AppTest.from_function(_draw, kwargs={"evidence": evidence}).run()
    assert not app.exception
    return app


def source_line(evidence: Evidence) -> str:
    return str(shown(evidence).markdown[-1].value)


def test_a_passage_stands_highlighted_in_its_context() -> None:
    text, _ = shown(PASSAGE).markdown
    assert text.value == "… It unites :blue-background[ten nations] of the world\\. …"


def test_where_only_the_passage_is_held_it_stands_alone() -> None:
    text, _ = shown(replace(PASSAGE, prefix="", suffix="", held=False)).markdown
    assert text.value == ":blue-background[ten nations]"


def test_where_none_was_read_the_page_says_so_in_another_style() -> None:
    app = shown(replace(PASSAGE, exact=None, note="They met.", prefix="", suffix=""))
    badge, summary, _ = (text.value for text in app.markdown)
    assert badge == ":orange-badge[Our summary; passage not held]"
    assert summary == "*They met\\.*"
    assert "blue-background" not in summary


def test_a_note_beside_a_passage_is_told_apart_from_it() -> None:
    app = shown(replace(PASSAGE, note="Seven with the host."))
    assert app.caption[0].value == "Note: Seven with the host\\."


def test_long_context_is_cut_at_words() -> None:
    app = shown(replace(PASSAGE, prefix="before " * 60, suffix=" after" * 60))
    words = plain(app.markdown[0].value).split()
    assert set(words) == {"…", "before", "after", "ten", "nations"}
    assert len(words) < 45


def test_the_source_names_headline_publisher_day_via_and_both_links() -> None:
    line = source_line(PASSAGE)
    assert plain(line) == (
        "Talks *in* Toulouse · Ministry · 5 Dec 2025 (inferred) · via copy.test · "
        "Open the copy that was read · Open the source"
    )
    assert "(https://www.copy.test/1)" in line
    assert "(https://ministry.test/talks)" in line


def test_a_copy_is_called_one() -> None:
    assert " · a copy · " in source_line(replace(PASSAGE, source=replace(SOURCE, tier="copy")))


def test_an_undated_source_is_labelled_with_the_day_it_was_read() -> None:
    undated = replace(SOURCE, published=None, retrieved="2026-01-15")
    line = source_line(replace(PASSAGE, source=undated))
    assert "undated; read 15 Jan 2026" in line


def test_what_is_no_web_address_is_not_linked() -> None:
    odd = replace(SOURCE, via=None, url="javascript:alert(1)")
    assert "](" not in source_line(replace(PASSAGE, source=odd))
