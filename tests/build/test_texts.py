"""Held bodies: under texts/ where rights allow, else in a local folder that git ignores."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from loaders.build.texts import HeldText, held_text
from loaders.findings import Finding
from tests.datadir import article, data_dir, read, write


def test_a_body_is_read_as_decoded_without_newline_translation(tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    content = b"\xef\xbb\xbfOne.\r\nTwo \xe2\x80\x9cthree\xe2\x80\x9d."
    (data.texts / "2025").mkdir(parents=True)
    (data.texts / "2025" / "a.txt").write_bytes(content)
    held = held_text(data, read(article(text="texts/2025/a.txt")))
    assert held == HeldText("One.\r\nTwo “three”.", hashlib.sha256(content).hexdigest())


def test_a_local_body_is_found_by_the_articles_id(tmp_path: Path) -> None:
    data = data_dir(tmp_path, {"local/texts/a.txt": "Body."})
    held = held_text(data, read(article()))
    assert isinstance(held, HeldText)
    assert held.text == "Body."
    assert held_text(data, read(article(), "articles/b.yaml")) is None


@pytest.mark.parametrize(
    "path",
    ["articles/a.yaml", "texts/../reference/officials.yaml", "/etc/passwd", "../x.txt"],
)
def test_a_body_elsewhere_is_refused(tmp_path: Path, path: str) -> None:
    found = held_text(data_dir(tmp_path), read(article(text=path)))
    assert isinstance(found, Finding)
    assert found.message == f"{path!r} is not under texts/"
    assert found.line == 9


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("texts/none.txt", "cannot be read (No such file or directory): put it back, or take"),
        ("texts", "cannot be read (Is a directory): put it back, or take the field out"),
        ('"texts/\\0.txt"', "can be no file's name: write texts/2025/….txt"),
        ("texts/latin.txt", "is not UTF-8: save it as UTF-8"),
    ],
)
def test_a_body_that_cannot_be_read_is_an_error_of_the_file_that_names_it(
    tmp_path: Path, path: str, told: str
) -> None:
    data = data_dir(tmp_path)
    write(data.texts / "x.txt", "")
    (data.texts / "latin.txt").write_bytes("Aušrinė".encode("cp1257"))
    found = held_text(data, read(article(text=path)))
    assert isinstance(found, Finding)
    assert told in found.message
