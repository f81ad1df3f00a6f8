from __future__ import annotations

from loaders.paths import data_directory
from loaders.tables.declaration import TABLES
from loaders.tables.dictionary import NAME, dictionary


def test_the_committed_dictionary_is_current() -> None:
    committed = (data_directory().root / NAME).read_text(encoding="utf-8")
    assert committed == dictionary(), "run `python -m loaders schema` and commit what it writes"


def test_every_column_of_every_table_is_in_it() -> None:
    text = dictionary()
    for table in TABLES:
        section = text.split(f"\n## {table.name}\n")[1].split("\n## ")[0]
        for column in table.columns:
            assert f"| {column.name} |" in section
