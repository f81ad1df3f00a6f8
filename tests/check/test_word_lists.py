"""The reader's word lists: told of where they cannot be read, by `check` and by `extract`."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.check.word_lists import check_word_lists
from loaders.extraction.language import vocabulary
from loaders.paths import REPOSITORY, DataDirectory
from tests.datadir import data_dir, write

BROKEN = {
    "ranks: [General\n": (
        "reference/ranks.yaml:2: error: not valid YAML (did not find expected ',' or ']'): "
        "a bracket opens above that nothing closes"
    ),
    "": "reference/ranks.yaml: error: the file is empty",
}


@pytest.mark.parametrize(("text", "told"), BROKEN.items())
def test_check_tells_of_a_word_list_that_cannot_be_read(
    tmp_path: Path, text: str, told: str
) -> None:
    data = data_dir(tmp_path, {"reference/ranks.yaml": text})
    assert [str(finding) for finding in check_word_lists(data)] == [told]


@pytest.mark.parametrize(("text", "told"), BROKEN.items())
def test_extract_ends_with_it_instead_of_blaming_each_article(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    told: str,
) -> None:
    data = data_dir(tmp_path / "data", {"reference/ranks.yaml": text})
    write(tmp_path / "a.txt", "Gen. Ann Doe said no.")
    monkeypatch.setenv("ATLAS_DATA", str(data.root))
    vocabulary.forget()
    try:
        assert main(["extract", str(tmp_path / "a.txt")]) == 1
    finally:
        monkeypatch.undo()
        vocabulary.forget()
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{told}\n")


def test_the_projects_own_word_lists_can_be_read() -> None:
    assert list(check_word_lists(DataDirectory(REPOSITORY / "data"))) == []
