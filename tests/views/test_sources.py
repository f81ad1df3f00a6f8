"""The sources and an article's page, as the two first articles say."""

from __future__ import annotations

from pathlib import Path

from tests.fixture_data import STRATEGY, TOULOUSE
from tests.views.app import blocks, button, codes, opened, query, run, says, texts


def test_the_list_says_what_each_article_contributed() -> None:
    app = opened("sources")
    rows = app.dataframe[0].value.set_index("Headline")
    row = rows.loc[
        "(Press release on the CSpO Principals' Board at French Space Command, Toulouse)"
    ]
    assert (row["Memberships"], row["Announcements"], row["Statements"]) == (10, 2, 8)
    assert row["Body held"]
    assert says(app, "2 articles with")


def test_facets_say_how_many_articles_each_value_leaves() -> None:
    app = opened("sources", {"rights": "public domain"})
    assert len(app.dataframe[0].value) == 1
    assert app.multiselect(key="at_rights").options == ["copyrighted (1)", "public domain (1)"]


def test_words_that_nothing_has_can_be_dropped() -> None:
    app = opened("sources", {"words": "zeppelin"})
    button(app, "Drop the words").click()
    assert query(run(app)) == {}
    assert len(app.dataframe[0].value) == 2


def test_a_held_body_is_shown_with_every_fact_in_place() -> None:
    app = opened("sources", {"article": TOULOUSE})
    assert says(app, "29 facts: 10 memberships, 2 announcements, 4 persons, 5 posts, 8 statements.")
    (body,) = blocks(app, "body")
    assert any("3 The CSpO Initiative unites the 10 sovereign" in text for text in body)
    marked = [item.value for item in app.markdown if ":blue-background[" in item.value]
    assert any("unites the 10 sovereign spacefaring nations" in text for text in marked)
    assert says(app, "3 · Membership", "Norway")


def test_nothing_of_the_body_is_lost_between_its_highlights(data: Path) -> None:
    from tests.fixture_data import FILES

    held = (data / FILES[2]).read_text(encoding="utf-8")
    app = opened("sources", {"article": TOULOUSE, "kind": "memberships"})
    (body,) = blocks(app, "body")
    shown = "".join("".join(body).split())
    assert shown.replace("3TheCSpO", "TheCSpO") == "".join(held.split())


def test_one_fact_alone_is_shown_with_what_it_rests_on() -> None:
    fact = f"{TOULOUSE}.m.cspo.NOR.member"
    app = opened("sources", {"article": TOULOUSE, "fact": fact})
    (alone,) = blocks(app, "fact")
    assert any("Norway" in text for text in alone)
    assert any(fact in text for text in alone)
    marked = [item.value for item in app.markdown if "-background[" in item.value]
    assert not any(":green-background" in text for text in marked)
    button(app, "Show all facts").click()
    assert "fact" not in query(run(app))


def test_a_click_on_a_fact_puts_it_into_the_address() -> None:
    app = opened("sources", {"article": TOULOUSE})
    app.button(key="open_3").click()
    assert query(run(app))["fact"] == [f"{TOULOUSE}.m.cspo.AUS.member"]


def test_kinds_narrow_what_is_highlighted() -> None:
    app = opened("sources", {"article": TOULOUSE, "kind": "announcements"})
    marked = " ".join(item.value for item in app.markdown if "-background[" in item.value)
    assert ":orange-background[" in marked
    assert ":green-background[" not in marked


def test_a_body_that_was_changed_since_is_not_shown_under_wrong_offsets(data: Path) -> None:
    path = data / "texts/2025" / f"{TOULOUSE}.txt"
    before = path.read_bytes()
    opened("sources", {"article": TOULOUSE})
    path.write_bytes(b"Changed. " + before)
    try:
        app = opened("sources", {"article": TOULOUSE})
        assert says(app, "The body of this article is not held here")
    finally:
        path.write_bytes(before)


def test_without_a_body_each_fact_stands_with_its_passage() -> None:
    app = opened("sources", {"article": STRATEGY})
    assert says(app, "The body of this article is not held here")
    assert says(app, "in addition to the United States: Australia, the U.K., Canada, France")


def test_an_article_is_cited_with_its_publisher_and_day() -> None:
    app = opened("sources", {"article": TOULOUSE})
    assert any("U.S. Department of War" in text and "5 Dec 2025" in text for text in codes(app))


def test_an_unknown_article_is_a_notice_and_the_list() -> None:
    app = opened("sources", {"article": "nobody"})
    assert app.warning
    assert "What everything here rests on" in texts(app)


def test_an_unknown_fact_shows_them_all() -> None:
    assert not blocks(opened("sources", {"article": TOULOUSE, "fact": "nothing"}), "fact")
