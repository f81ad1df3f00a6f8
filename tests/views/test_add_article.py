"""Adding an article: paste, read over, save; where nothing is stored, take the file along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from loaders.facts.yaml import read_yaml
from tests.fixture_data import TOULOUSE, two_articles
from tests.serving import serving
from tests.views.app import blocks, opened, run, says, texts

TEXT = """Ministers meet in Ottawa

OTTAWA, April 9, 2025 – Norway joined the Combined Space Operations Initiative on Tuesday.

“We stand together,” said Gen. Stephen Whiting, commander of U.S. Space Command.
"""


@pytest.fixture
def own_data(tmp_path: Path) -> Iterator[Path]:
    root = two_articles(tmp_path)
    with serving(root):
        yield root


@pytest.fixture
def curating(monkeypatch: pytest.MonkeyPatch, own_data: Path) -> Path:
    monkeypatch.setenv("ATLAS_CURATE", "on")
    return own_data


def pasted(text: str = TEXT) -> AppTest:
    app = opened("add")
    app.text_area(key="pasted").set_value(text)
    app.button(key="read_pasted").click()
    return run(app)


def clicked(app: AppTest, **which: Any) -> AppTest:
    app.button(**which).click()
    return run(app)


def cards(app: AppTest) -> list[list[str]]:
    return blocks(app, "card_")


def test_a_pasted_text_appears_with_every_fact_marked(curating: Path) -> None:
    app = pasted()
    (body,) = blocks(app, "proof_side")
    assert any("We stand together" in text for text in body)
    assert any("Stephen Whiting: We stand together" in text for card in cards(app) for text in card)
    assert app.text_input(key="article_published_1").value == "2025-04-09"


def test_the_unsure_come_first(curating: Path) -> None:
    sureness = [
        float(text.split("%")[0].split()[-1]) for card in cards(pasted()) for text in card
        if "%" in text
    ]  # fmt: skip
    assert sureness == sorted(sureness)


def test_an_accepted_fact_leaves_the_list_of_those_to_decide(curating: Path) -> None:
    app = pasted()
    first = next(b for b in app.button if (b.key or "").startswith("accept_1_"))
    before = len(cards(app))
    app = clicked(app, key=first.key)
    assert len(cards(app)) == before - 1
    assert "1 of" in str(app.get("progress")[0].proto)


def test_a_corrected_day_resolves_relative_days_again(curating: Path) -> None:
    app = pasted()
    app.text_input(key="article_published_1").set_value("2025-04-23")
    assert any("22 Apr 2025" in text for text in texts(run(app)))


def test_a_day_that_is_none_is_told_and_changes_nothing(curating: Path) -> None:
    app = pasted()
    app.text_input(key="article_published_1").set_value("yesterday")
    app = run(app)
    assert "yesterday" in app.error[0].value
    assert st_state(app).proof.article["published"] == "2025-04-09"


def st_state(app: AppTest) -> Any:
    return app.session_state["desk"]


def test_saving_writes_the_facts_and_puts_them_on_the_pages(curating: Path) -> None:
    app = pasted()
    app = clicked(app, key="accept_sure")
    app = clicked(app, key="save")
    assert says(app, "Saved", "Ministers meet in Ottawa")
    content = read_yaml(
        (curating / "articles/2025/ministers-meet-in-ottawa.yaml").read_text()
    ).value
    assert content["article"]["published"] == "2025-04-09"
    assert (curating / "local/texts/ministers-meet-in-ottawa.txt").exists()
    page = opened("officials", {"official": "stephen-whiting"})
    assert says(page, "We stand together")


def test_the_second_of_two_tabs_is_shown_both_versions(curating: Path) -> None:
    one, two = pasted(), pasted()
    clicked(one, key="save")
    two = clicked(clicked(two, key="accept_sure"), key="save")
    assert says(two, "Saved by somebody else meanwhile")
    two = clicked(clicked(two, key="keep_both"), key="save")
    assert says(two, "Saved", "Ministers meet in Ottawa")


def test_a_fact_can_be_put_right(curating: Path) -> None:
    app = pasted()
    key = next(i.key for i in st_state(app).proof.items if i.section == "statements")
    app = clicked(app, key=f"edit_1_{key}")
    app.text_input(key=f"1_{key}_post_as_printed").set_value("the commander")
    app = clicked(app, key=f"1_{key}_done")
    fact = st_state(app).proof.item(key)
    assert fact.plain["post_as_printed"] == "the commander"
    assert fact.decision == "accepted"


def test_words_that_are_not_in_the_article_are_refused(curating: Path) -> None:
    app = pasted()
    key = next(i.key for i in st_state(app).proof.items if i.section == "statements")
    app = clicked(app, key=f"edit_1_{key}")
    app.text_area(key=f"1_{key}_text").set_value("We stand alone,")
    app = clicked(app, key=f"1_{key}_done")
    assert "copy them" in app.error[0].value
    assert st_state(app).proof.item(key).decision == "open"


def test_a_missing_fact_can_be_added_with_its_passage(curating: Path) -> None:
    app = clicked(pasted(), key="add_fact")
    app.selectbox(key="new_1_memberships_0_coalition").set_value("cspo")
    app.multiselect(key="new_1_memberships_0_nations").set_value(["NOR"])
    app.text_area(key="new_1_memberships_0_passage").set_value("Norway joined the Combined Space")
    app = clicked(app, key="new_1_memberships_0_done")
    (added,) = [item for item in st_state(app).proof.items if item.found is None]
    assert added.plain["nations"] == ["NOR"]


def test_an_article_held_already_is_recognised_and_offered_as_a_copy(curating: Path) -> None:
    body = (curating / f"texts/2025/{TOULOUSE}.txt").read_text()
    app = pasted(body)
    assert says(app, "Held already?")
    app = clicked(app, key=f"is_copy_{TOULOUSE}")
    assert st_state(app).proof.article["copy_of"] == TOULOUSE


def test_correcting_a_fact_opens_its_form_and_saves_only_that(curating: Path) -> None:
    path = curating / f"articles/2025/{TOULOUSE}.yaml"
    before = path.read_text()
    app = opened("add", {"article": TOULOUSE, "fact": f"{TOULOUSE}.m.cspo.FRA.member"})
    item = next(i for i in st_state(app).proof.items if i.section == "memberships")
    app.text_input(key=f"1_{item.key}_attested_on").set_value("2025-12-04~")
    app = clicked(app, key=f"1_{item.key}_done")
    app = clicked(app, key="save")
    assert says(app, "Saved")
    was, now = before.splitlines(), path.read_text().splitlines()
    assert [line for line in now if line not in was] == [
        f"  compiled_on: {date.today()}", "    attested_on: 2025-12-04~",
    ]  # fmt: skip


def test_where_curating_is_off_nothing_is_stored(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_CURATE", "off")
    before = {path for path in own_data.rglob("*") if "tables" not in path.parts}
    app = pasted()
    assert not [b for b in app.button if b.key == "save"]
    assert app.get("download_button")
    assert says(app, "Nothing is stored on this server")
    assert {path for path in own_data.rglob("*") if "tables" not in path.parts} == before


def test_a_paste_that_is_no_article_is_refused_with_a_message(curating: Path) -> None:
    app = pasted("x" * 4_000_000)
    assert "4,000,000" in app.error[0].value
    assert "desk" not in app.session_state
    # 50 MB never leave the browser: Streamlit breaks off a session that sends 25.
    assert app.text_area(key="pasted").proto.max_chars == 5_000_000


HOSTILE = """<script>alert(1)</script> ![x](https://evil.test/p.png) [a](javascript:alert(1))

PARIS, April 9, 2025 – :red[no] $\\alpha$ <img src=x onerror=alert(1)>

“Look at ![this](https://evil.test/q.png) <b>now</b>,” said Gen. Stephen Whiting.
"""


def test_markup_in_the_article_is_shown_as_text(curating: Path) -> None:
    app = pasted(HOSTILE)
    shown = [str(item.value) for item in (*app.markdown, *app.caption, *app.title)]
    labels = [item.label for item in (*app.button, *app.text_input)]
    for text in (*shown, *labels):
        assert not re.search(r"(?<!\\)(!\[|<|\]\(javascript|:red\[)", text), text


def test_the_queue_lists_articles_and_marks_one_as_reviewed(curating: Path) -> None:
    app = opened("queue", {"article": TOULOUSE})
    app.text_input(key="curator").set_value("Bo Ray")
    app = clicked(run(app), key="vouch")
    assert says(opened("queue", {"article": TOULOUSE}), "Reviewed by Bo Ray")
    article = read_yaml((curating / f"articles/2025/{TOULOUSE}.yaml").read_text()).value["article"]
    assert (article["state"], article["reviewed_by"]) == ("reviewed", "Bo Ray")


def test_every_fact_leads_to_its_correction_only_where_curating_is_on(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = {"article": TOULOUSE, "fact": f"{TOULOUSE}.m.cspo.FRA.member"}
    for setting, there in (("on", True), ("off", False)):
        monkeypatch.setenv("ATLAS_CURATE", setting)
        app = opened("sources", dict(query))
        labels = [link.proto.label for link in app.get("page_link")]
        assert any("Correct this" in label for label in labels) is there


def test_a_disk_that_refuses_is_told_and_the_work_stays(
    curating: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    app = pasted()
    monkeypatch.setattr("loaders.curation.transactions.os.fsync", full)
    app = clicked(app, key="save")
    assert "No space left" in app.error[0].value
    assert "desk" in app.session_state
