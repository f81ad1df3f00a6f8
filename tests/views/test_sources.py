"""The sources and an article's page, as the two first articles say."""

from __future__ import annotations

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.questions.contributions import KINDS
from dashboard.views.sources import given_in_words
from tests.fixture_data import STRATEGY, TOULOUSE
from tests.views.app import (
    blocks,
    button,
    codes,
    opened,
    plain,
    query,
    query_of,
    run,
    says,
    texts,
)


def entries(app: AppTest) -> list[str]:
    """What stands on each card of the list."""
    return [" | ".join(block) for block in blocks(app, "entry_")]


def test_the_list_says_what_each_article_contributed() -> None:
    app = opened("sources")
    assert says(app, "2 articles with")
    (card,) = [text for text in entries(app) if "U.S. Department of War" in text]
    for told in (
        "U.S. Department of War · 5 Dec 2025 (inferred) · press release · tier: official",
        "via thefederalnewswire.com",
        "29 facts: 10 memberships, 2 announcements, 4 persons, 5 posts, 8 statements",
        "100% quoted verbatim", "rights: public domain", "the text is held here",
    ):  # fmt: skip
        assert told in card


def test_each_headline_leads_to_its_article() -> None:
    links = {link.proto.query_string for link in opened("sources").get("page_link")}
    assert {f"article={TOULOUSE}", f"article={STRATEGY}"} <= links


def test_facets_say_how_many_articles_each_value_leaves() -> None:
    app = opened("sources", {"rights": "public domain"})
    assert len(entries(app)) == 1
    assert says(app, "; rights: Public domain.")
    (pills,) = [item for item in app.get("button_group") if item.key == "at_facet_rights"]
    assert {plain(option.content) for option in pills.proto.options} == {
        "Copyrighted · 1", "Public domain · 1",
    }  # fmt: skip


def test_articles_are_ordered_by_day_or_by_what_they_gave() -> None:
    oldest, newest = (entries(opened("sources", {"sort": sort})) for sort in ("oldest", "newest"))
    assert oldest == newest[::-1]
    gave = [int(re.findall(r"(\d+) facts", text)[0]) for text in
            entries(opened("sources", {"sort": "facts"}))]  # fmt: skip
    assert gave == sorted(gave, reverse=True)


def test_words_that_nothing_has_can_be_dropped() -> None:
    app = opened("sources", {"words": "zeppelin"})
    button(app, "Drop the words").click()
    assert query(run(app)) == {}
    assert len(entries(app)) == 2


def test_what_is_picked_can_be_let_go_where_nothing_is_left() -> None:
    app = opened("sources", {"words": "Toulouse", "rights": "copyrighted"})
    assert entries(app) == []
    button(app, "Drop what is picked on this page: shows 1 article").click()
    assert query(run(app)) == {"words": ["Toulouse"]}


def test_an_article_that_gave_nothing_says_so() -> None:
    row = {**dict.fromkeys(KINDS, 0), "facts": 0, "verbatim": None}
    assert given_in_words(row) == "No fact is taken from it"
    assert given_in_words({**row, "facts": 1, "posts": 1}) == "1 fact: 1 post; our summary only"


def test_a_fact_is_cited_in_three_styles_at_its_own_address() -> None:
    fact = f"{TOULOUSE}.m.cspo.NOR.member"
    (alone,) = blocks(opened("sources", {"article": TOULOUSE, "fact": fact}), "fact")
    permalink = alone[alone.index("Permalink") + 1]
    assert query_of(permalink)["fact"] == [fact]
    plain_style, chicago = (text for text in alone if "accessed" in text)
    for text in (plain_style, chicago):
        assert text.startswith("CSpO: Australia, Canada, France, Germany")
        assert "U.S. Department of War" in text
    assert any(text.startswith(f"@misc{{{fact},") for text in alone)


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
