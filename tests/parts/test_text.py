"""Text from outside stays text wherever pages print it."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.parts.evidence import safe_link, site
from dashboard.parts.text import SEAM, counted, escape, escape_html, highlighted

HOSTILE = (
    "![x](https://evil.test/pixel.png)",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "# heading\n- item\n1. one",
    "**bold** _em_ ~~gone~~ `code`",
    "$\\frac{1}{2}$ costs $5 and $6",
    ":red[warning] :material/bolt: :smile:",
    "| a | b |\n|---|---|",
    "<https://evil.test> &lt; &amp;",
    "text\n\n---\n\n```\ncode\n```",
)
ACTIVE = set("`*_{}[]()#+-.!|<>~$:&@/\\")
# What Streamlit's Markdown acts on once escapes are resolved, as its source has it.
AUTOMATIC = re.compile(
    r"https?://|www(?=\.)|[-.\w+]@[-\w]|:streamlit:|(?:^|\s)(?:<->|->|<-|--|>=|<=|~=)(?:\s|$)",
    re.IGNORECASE,
)
DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def active(markdown: str) -> set[str]:
    return set(re.sub(r"\\.", "", markdown.replace(SEAM, ""))) & ACTIVE


def unescaped(markdown: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown.replace(SEAM, ""))


def nodes(markdown: str) -> list[str]:
    """The text nodes that Markdown makes of it: an empty directive lies between two."""
    return [unescaped(part) for part in markdown.split(SEAM)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_has_no_active_character_left(text: str) -> None:
    assert not active(escape(text))


@given(st.text())
@example("\\")
@example("\\\\*")
@example("a\u2028b\x85c")
@example("\u202egnp.elif\u202c")
def test_every_active_character_is_escaped_and_nothing_else_changes(text: str) -> None:
    markdown = escape(text)
    assert not active(markdown)
    assert unescaped(markdown) == " ".join(text.split()).translate(DIRECTIONS).strip()
    assert not set(markdown) & set("\n\r\t\x0b\x0c\x85\u2028\u2029")


@given(st.text("ahtpsw:/.@-<>~= ").map(lambda text: f"{text} https://evil.test/{text}"))
@example("see https://evil.test/a?b=1")
@example("HTTP://EVIL.test or www.evil.test")
@example("write to a.b+c@evil.test")
@example("a <-> b -> c <- d -- e >= f <= g ~= h")
@example(":streamlit:")
@example("@ www.www.evil.test -- @")
def test_no_address_becomes_a_link_and_no_sign_another(text: str) -> None:
    for markdown in (escape(text), highlighted(text, [(2, 5)])):
        assert not [node for node in nodes(markdown) if AUTOMATIC.search(node)]


def test_nothing_turns_the_writing_direction_round() -> None:
    assert escape("a \u202eb\u2066c") == "a bc"
    assert escape_html("\u202eb") == "b"


def test_words_a_reader_knows_stay_readable() -> None:
    assert escape("the U.S.–France talks") == "the U\\.S\\.–France talks"
    assert escape("  two\n\n lines ") == "two lines"
    assert escape("") == ""


@given(st.text())
def test_hover_text_holds_no_tag_and_no_entity_of_its_own(text: str) -> None:
    made = escape_html(text)
    assert "<" not in made
    assert ">" not in made
    assert re.sub(r"&(amp|lt|gt);", "", made).count("&") == 0


def test_hover_text_is_escaped_once() -> None:
    assert escape_html("<b>R&D</b>") == "&lt;b&gt;R&amp;D&lt;/b&gt;"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "httpx://a.test", "//evil.test", "file:///etc", ""],
)
def test_only_web_addresses_are_linked(address: str) -> None:
    assert safe_link(address) == ""


def test_a_link_can_not_end_the_markdown_around_it() -> None:
    assert safe_link('https://a.test/x) [y](javascript:z "t"') == (
        "https://a.test/x%29%20%5By%5D%28javascript:z%20%22t%22"
    )


@given(st.text(string.printable))
def test_no_link_holds_brackets_spaces_or_marks(path: str) -> None:
    assert not set(safe_link(f"https://a.test/{path}")) & set(" \n\t()[]<>\"'`\\")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.war.gov/News/Releases/Release/Article/4349021/?utm=1#top",
        "https://cnmnewz.com/2025/04/09/space-force-preps~a_b-c",
        "https://x.test/%D0%B0?q=a+b&c=d,e;f@g",
    ],
)
def test_an_ordinary_link_stays_as_it_is(address: str) -> None:
    assert safe_link(address) == address


def test_the_site_of_an_address() -> None:
    assert site("https://www.thefederalnewswire.com/stories/1") == "thefederalnewswire.com"
    assert site("a printed leaflet") == "a printed leaflet"
    assert site("https://[broken") == "https://[broken"


def test_numbers_agree_with_their_nouns() -> None:
    assert counted(1, "nation") == "1 nation"
    assert counted(0, "nation") == "0 nations"
    assert counted(12_345, "statement") == "12,345 statements"
    assert counted(2, "country", "countries") == "2 countries"
