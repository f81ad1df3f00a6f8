"""The JSON Schema that editors complete facts files with: current, and true to the loader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from loaders.facts.json_schema import facts_schema, write_schemas
from loaders.paths import REPOSITORY, DataDirectory
from tests.datadir import ARTICLE, article

FIRST_ARTICLES = ["space-force-international-strategy", "cspo-principals-toulouse"]


class EditorLoader(yaml.BaseLoader):
    """YAML 1.2 as editors read it: whole numbers and booleans are guessed, days stay text."""


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("[0-9]+$"), list("012345678")
)
EditorLoader.add_constructor("tag:yaml.org,2002:bool", lambda _, node: node.value == "true")
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def mistakes(text: str) -> list[str]:
    """What an editor would underline."""
    value: Any = yaml.load(text, Loader=EditorLoader)
    validator = jsonschema.Draft202012Validator(facts_schema())
    return [error.message for error in validator.iter_errors(value)]


def test_the_committed_schema_is_the_one_made_from_the_models(tmp_path: Path) -> None:
    [made] = write_schemas(DataDirectory(tmp_path))
    committed = REPOSITORY / "data" / "facts.schema.json"
    assert made.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8"), (
        "run `python -m loaders schema`"
    )


def test_the_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(json.dumps(facts_schema())))


@pytest.mark.parametrize("name", FIRST_ARTICLES)
def test_the_first_articles_are_free_of_mistakes_in_an_editor(name: str) -> None:
    path = REPOSITORY / "data" / "articles" / "2025" / f"{name}.yaml"
    assert mistakes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "facts",
    [
        "memberships: [{coalition: a, nations: FRA, status: member, start_date: 2013, note: n}]",
        "memberships: [{coalition: a, nations: [FRA], status: member, passage: one}]",
        "memberships: [{coalition: a, nations: [FRA], status: member, passage: [{exact: e}, two]}]",
        "posts: [{official: a, title: b, acting: true, note: n}]",
    ],
)
def test_what_the_loader_takes_an_editor_takes(facts: str) -> None:
    assert mistakes(ARTICLE + facts) == []


@pytest.mark.parametrize(
    "text",
    [
        article(tier="oficial"),
        article(title=""),
        ARTICLE + "announcments: []",
        ARTICLE + "posts: [{official: Ann Doe, title: b, note: n}]",
        ARTICLE
        + "memberships: [{coalition: a, nations: [FRA], status: member, passage: {exat: e}}]",
    ],
)
def test_an_editor_underlines_what_the_loader_refuses(text: str) -> None:
    assert mistakes(text)
