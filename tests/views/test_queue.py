"""The queue: who compiled and who reviewed, what re-opened, and that two people vouch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.views import queue
from loaders.curation.proofs import Decision
from loaders.facts.yaml import read_yaml
from tests.fixture_data import TOULOUSE, two_articles
from tests.serving import serving
from tests.views.app import opened, query, run, says

NAME = "ministers-meet-in-ottawa"
TEXT = """Ministers meet in Ottawa

OTTAWA, April 9, 2025 – Norway joined the Combined Space Operations Initiative on Tuesday.

“We stand together,” said Gen. Stephen Whiting, commander of U.S. Space Command.
"""


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    made = two_articles(tmp_path)
    with serving(made, ATLAS_CURATE="on"):
        yield made
    st.cache_data.clear()


def compiled_by(name: str) -> None:
    """Paste the text, accept all that is read out of it, and save it under a name."""
    app = opened("add")
    app.text_area(key="pasted").set_value(TEXT)
    app.button(key="read_pasted").click()
    app = run(app)
    while found := [b for b in app.button if (b.key or "").startswith("accept_1_")]:
        found[0].click()
        app = run(app)
    app.text_input(key="curator").set_value(name)
    app.button(key="save").click()
    assert says(run(app), "Saved")


def listed(app: AppTest) -> list[str]:
    return [str(row) for row in app.dataframe[0].value["Headline"]]


def test_who_compiled_and_when_is_listed(root: Path) -> None:
    compiled_by("Ann Doe")
    rows = opened("queue").dataframe[0].value.set_index("Headline")
    assert rows.loc["Ministers meet in Ottawa", "State"] == "compiled"
    assert rows.loc["Ministers meet in Ottawa", "Compiled"].startswith("Ann Doe, ")
    assert rows.loc["Ministers meet in Ottawa", "Reviewed"] == ""


def test_the_list_can_be_held_to_one_state(root: Path) -> None:
    assert len(listed(opened("queue", {"stage": "compiled"}))) == 2
    assert listed(opened("queue", {"stage": "reviewed"})) == []


def test_who_compiled_it_does_not_review_it(root: Path) -> None:
    compiled_by("Ann Doe")
    app = opened("queue", {"article": NAME})
    app.text_input(key="curator").set_value("ann  doe")
    app = run(app)
    assert says(app, "a second person reviews it")
    app.button(key="vouch").click()
    run(app)
    path = next(root.rglob(f"{NAME}.yaml"))
    assert read_yaml(path.read_text()).value["article"]["state"] == "compiled"
    app = opened("queue", {"article": NAME})
    app.text_input(key="curator").set_value("Bo Ray")
    app = run(app)
    app.button(key="vouch").click()
    run(app)
    assert says(opened("queue", {"article": NAME}), "Compiled by Ann Doe on", "reviewed by Bo Ray")


def test_an_article_re_opens_where_its_text_and_its_extraction_changed(root: Path) -> None:
    compiled_by("Ann Doe")
    body = root / f"local/texts/{NAME}.txt"
    body.write_text(TEXT.replace("“We stand", "“It helps France,” said Whiting. “We stand"))
    st.cache_resource.clear()
    app = opened("queue", {"stage": "reopened", "article": NAME})
    assert listed(app) == ["Ministers meet in Ottawa"]
    assert says(app, "Its text changed since")
    again = opened("add", {"article": NAME}).session_state["desk"].proof.of(Decision.OPEN)
    assert "It helps France," in [item.plain.get("text") for item in again]


def test_an_article_whose_facts_lost_their_words_is_on_no_page_and_in_the_queue(root: Path) -> None:
    compiled_by("Ann Doe")
    body = root / f"local/texts/{NAME}.txt"
    body.write_text(TEXT.replace("Norway joined", "Norway and Denmark met in"))
    st.cache_resource.clear()
    app = opened("queue")
    assert "Ministers meet in Ottawa" not in listed(app)
    assert says(app, "Left out", "read them over")
    again = opened("add", {"article": NAME}).session_state["desk"].proof.of(Decision.OPEN)
    assert {item.section for item in again} >= {"memberships"}


def test_a_body_of_somebodys_copyright_is_not_shown_where_curating_is_off(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled_by("Ann Doe")
    assert opened("add", {"article": NAME}).session_state["desk"].proof.text == TEXT
    monkeypatch.setenv("ATLAS_CURATE", "off")
    assert opened("add", {"article": NAME}).session_state["desk"].proof.text is None


def test_a_text_that_changed_elsewhere_re_opens_nothing(root: Path) -> None:
    compiled_by("Ann Doe")
    (root / f"local/texts/{NAME}.txt").write_text(TEXT + "\nMore was not said.\n")
    st.cache_resource.clear()
    assert listed(opened("queue", {"stage": "reopened"})) == []


def test_what_asks_for_a_person_stands_first(root: Path) -> None:
    assert TOULOUSE  # both articles of the fixture are compiled
    compiled_by("Ann Doe")
    path = next(root.rglob(f"{NAME}.yaml"))
    text = path.read_text().replace("state: compiled", "state: extracted")
    lines = [line for line in text.splitlines(keepends=True) if "compiled_" not in line]
    path.write_text("".join(lines))
    st.cache_resource.clear()
    assert listed(opened("queue"))[0] == "Ministers meet in Ottawa"


def test_a_long_queue_comes_a_page_at_a_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "SHOWN", 1)
    everything = listed(opened("queue")) + listed(opened("queue", {"page": "2"}))
    assert len(everything) == len(set(everything)) == 2
    app = opened("queue", {"page": "2"})
    assert query(app) == {"page": ["2"]}
