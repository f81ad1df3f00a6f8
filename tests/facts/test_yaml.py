"""YAML without type guessing, with lines, and with what facts files do not need refused."""

from __future__ import annotations

import contextlib
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.facts import yaml
from loaders.facts.yaml import YamlError, read_yaml

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"


@pytest.mark.parametrize(
    "typed",
    [
        "2013",
        "2020-02-11",
        "NO",
        "yes",
        "on",
        "0x1F",
        "1e3",
        "1_000",
        "12:30:00",
        ".inf",
        "=",
        "<<",
    ],
)
def test_scalars_stay_what_was_typed(typed: str) -> None:
    assert read_yaml(f"field: {typed}").value == {"field": typed}


def test_only_an_empty_value_is_empty() -> None:
    document = read_yaml("a:\nb: ~\nc: null\nd: ''\ne: '~'\n")
    assert document.value == {"a": None, "b": None, "c": None, "d": "", "e": "~"}


def test_every_value_knows_its_line() -> None:
    document = read_yaml(
        "article:\n  title: x\nmemberships:\n  - nations:\n      - AUS\n      - UK\n"
    )
    assert document.line_of(("article", "title")) == 2
    assert document.line_of(("memberships", 0, "nations", 1)) == 6
    assert document.line_of(("memberships", 0, "status")) == 4, "the nearest thing around it"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (BOMB, 1, "anchors (&) and aliases (*) are not used here: write it out"),
        ("a: 1\nb: !!python/name:os.system x", 2, "tags (!) are not used here"),
        ("a: !include /etc/passwd", 1, "tags (!) are not used here"),
        ("a: 1\nb: 2\na: 3", 3, "the field 'a' stands here twice: keep one"),
        ("[a]: b", 1, "a field's name must be plain text"),
        ("a: [1\nb: 2", 2, "a bracket opens above that nothing closes"),
        ("a: b\n\tc: d", 2, "indent with spaces, never tabs"),
        ("a: @b", 1, "put text that begins with @, % or ` into quotation marks"),
        ("a: b\n---\nc: d", 2, "keep one `---` at most"),
        ("a: b: c", 1, "text that holds `: ` stands in quotation marks"),
        ("a: 'b", 1, "a quotation mark opens here that nothing closes"),
        ('a: "\\q"', 1, "write the backslash twice"),
        ('a: "b" c', 1, "look at the indentation, quotation marks and brackets"),
        ("a: x\0y", None, "not valid YAML"),
        ("[" * 30 + "]" * 30, 1, "nested deeper than 20 levels"),
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_line(
    text: str, line: int | None, message: str
) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    assert message in caught.value.message
    assert caught.value.line == line


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_deep_nesting_does_not_take_the_process_down(opening: str) -> None:
    program = (
        "from loaders.facts.yaml import read_yaml, YamlError\n"
        f"try: read_yaml({opening!r} * 200_000)\n"
        "except YamlError as error: print(error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr
    assert "nested deeper than 20 levels" in run.stdout


def test_an_endless_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "MAX_CHARACTERS", 10)
    with pytest.raises(YamlError, match="over 10 characters: split it"):
        read_yaml("a: 0123456789")


@given(st.text())
def test_any_text_is_plain_values_or_a_yaml_error(text: str) -> None:
    with contextlib.suppress(YamlError):
        read_yaml(text)
