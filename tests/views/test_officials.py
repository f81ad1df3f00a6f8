"""The officials page: who said what in which post, as the two first articles say."""

from __future__ import annotations

import pytest

from tests.views.app import (
    blocks,
    button,
    codes,
    links,
    opened,
    plain,
    query,
    query_of,
    run,
    says,
    texts,
)

PAGE = "officials"


def cards(**query: str) -> list[list[str]]:
    """The texts of each statement card: words, by-line, source, and what the buttons open.

    Those of one official are on the official's page, those of everyone on that of statements.
    """
    return blocks(opened(PAGE if "official" in query else "statements", dict(query)), "card_")


def card(**query: str) -> list[str]:
    (found,) = cards(**query)
    return found


@pytest.mark.parametrize(
    ("official", "words"),
    [
        ("chance-saltzman", "We continue to support NATO"),
        ("chance-saltzman", "Once the checkbooks are there"),
        ("chance-saltzman", "more seamless multinational space coalition"),
        ("chance-saltzman", "Our international partnership strategy is built on one key concept"),
        ("paul-godfrey", "If we just cut ties, let Europe get on with it"),
        ("paul-godfrey", "so we need to work together"),
        ("stephen-whiting", "combined capabilities in space in the vicinity of a strategic"),
        ("stephen-whiting", "operationalize our relationships in space"),
        ("stephen-whiting", "Our opponents are moving at jaw-dropping speed"),
        ("chance-saltzman", "We are building a coalition capable of addressing the challenges"),
        ("robert-brose", "Just as our military defends our freedom, rights, and interests on"),
    ],
)
def test_every_quotation_is_there_between_marks_and_rests_on_its_passage(
    official: str, words: str
) -> None:
    said, byline, source, *opened_up = card(official=official, words=words)
    assert said.startswith(f"“{words}")
    assert "quoted" in byline
    assert "via " in source
    assert any(words in passage for passage in opened_up)


def test_the_first_article_has_eight_quotations_by_three_officials() -> None:
    quoted = [
        found
        for official in ("chance-saltzman", "paul-godfrey", "stephen-whiting")
        for found in cards(official=official)
        if found[0].startswith("“") and "Defense One" in found[2]
    ]
    assert len(quoted) == 8


def test_a_quotation_split_by_its_attribution_is_one_statement() -> None:
    said = card(official="chance-saltzman", words="architectures")[0]
    assert said.startswith("“We are building a coalition")
    assert said.endswith("common understanding of the threats we face.”")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("bilateral rendezvous and proximity operation", "officials"),
        ("without U.S. assistance would be a significant challenge", "officials"),
        ("the need to work together in space", "U.S. and European space leaders"),
        ("commitment to defend U.S. interests in and through space", "the U.S. delegation"),
        ("areas where U.S. and CSpO member interests could be at risk", "the U.S. delegation"),
    ],
)
def test_those_without_a_name_are_called_as_the_article_does(words: str, speaker: str) -> None:
    assert card(words=words)[1].startswith(speaker)


@pytest.mark.parametrize("words", ["allies still want to be included", "duplicate efforts"])
def test_reported_speech_stands_without_marks(words: str) -> None:
    said, byline, *_ = card(official="chance-saltzman", words=words)
    assert "“" not in said
    assert "reported" in byline


def test_he_said_has_a_speaker() -> None:
    byline = card(words="one key concept")[1]
    assert byline.startswith("Chance Saltzman · Chief of Space Operations, U.S. Space Force")
    assert "printed as “he”" in byline


def test_a_quoted_name_is_no_statement() -> None:
    assert all(found[0] != "“International Space Strategy”" for found in cards(words="strategy"))


def test_a_british_officer_in_an_american_post() -> None:
    app = opened(PAGE, {"official": "paul-godfrey"})
    assert says(app, "Air Marshal", "Nationality: United Kingdom")
    assert says(app, "a U.K. officer currently serving")
    byline = blocks(app, "card_")[0][1]
    assert "Assistant Chief of Space Operations for Future Concepts and Partnerships" in byline
    assert "post: United States; speaker: United Kingdom" in byline


def test_whiting_holds_two_posts() -> None:
    app = opened(PAGE, {"official": "stephen-whiting"})
    assert says(app, "Commander, U.S. Space Command · attested 5 Dec 2025 (inferred)")
    assert says(app, "Commander, Multinational Force Operation Olympic Defender · attested")


def test_brose_holds_an_acting_post_besides_his_own() -> None:
    app = opened(PAGE, {"official": "robert-brose"})
    assert says(app, "Deputy Assistant Secretary of War for Space and Missile Defense", "attested")
    assert says(app, "Assistant Secretary of War for Space Policy", "(acting) · attested")
    assert says(app, "currently performing the duties of Assistant Secretary of War")


def test_one_who_is_only_mentioned_is_no_speaker() -> None:
    app = opened(PAGE, {"official": "donald-trump"})
    assert blocks(app, "card_") == []
    assert "0 statements by Donald Trump." in texts(app)


@pytest.mark.parametrize("words", ["Jesus", "cookies", "Comments are closed"])
def test_the_blogs_own_lines_are_no_part_of_the_article(words: str) -> None:
    assert cards(words=words) == []


def test_the_day_is_the_stated_one_else_on_or_before_publication() -> None:
    assert " · 9 Apr 2025 · quoted" in card(words="We continue to support NATO")[1]
    assert " · 8 Apr 2025 · " in card(words="bilateral rendezvous")[1]
    assert "on or before 5 Dec 2025 (inferred)" in card(words="jaw-dropping")[1]


def test_search_needs_every_word_whatever_its_case() -> None:
    assert len(cards(words="FREEDOM rights")) == 1
    assert cards(words="freedom warp") == []


def test_a_permalink_opens_one_statement_and_leads_back_to_all() -> None:
    texts_of_card = card(words="jaw-dropping")
    permalink = texts_of_card[texts_of_card.index("Permalink") + 1]
    target = query_of(permalink)
    assert "/statements?" in permalink
    app = opened("statements", {"statement": target["statement"], "data": target["data"]})
    (found,) = blocks(app, "card_")
    assert found[0].startswith("“Our opponents are moving")
    assert not app.info
    button(app, "Show all statements").click()
    assert len(blocks(run(app), "card_")) == 15


def test_a_statement_has_a_citation_ready() -> None:
    (plain, chicago, bibtex) = (
        text for text in card(words="jaw-dropping") if "accessed" in text or "urldate" in text
    )
    assert plain.startswith("Stephen Whiting: “Our opponents are moving at jaw-dropping speed")
    assert "U.S. Department of War, [Press release on the CSpO Principals' Board" in plain
    assert "https://thefederalnewswire.com/stories/" in chicago
    assert bibtex.startswith("@misc{cspo-principals-toulouse.s.")
    assert "Our opponents are moving at jaw-dropping speed" in bibtex


@pytest.mark.parametrize(
    ("nation", "role", "by_godfrey"),
    [("GBR", "speaker", 2), ("GBR", "post", 0), ("USA", "post", 2), ("USA", "speaker", 0)],
)
def test_a_nations_roles_are_told_apart(nation: str, role: str, by_godfrey: int) -> None:
    assert len(cards(nation=nation, role=role, official="paul-godfrey")) == by_godfrey


def entries(**query: str) -> dict[str, str]:
    """Each official listed in the directory, in order: name, and what stands below it."""
    app = opened(PAGE, dict(query))
    names = [
        link.proto.label for link in app.get("page_link") if "official=" in link.proto.query_string
    ]
    told = [" | ".join(block) for block in blocks(app, "entry_")]
    return dict(zip(map(plain, names), told, strict=True))


def test_the_directory_lists_officials_with_their_posts_and_counts() -> None:
    listed = entries()
    assert list(listed)[:3] == ["Chance Saltzman", "Stephen Whiting", "Paul Godfrey"]
    assert listed["Chance Saltzman"] == (
        "Chance Saltzman | Chief of Space Operations, U.S. Space Force"
        " | United States · 7 statements"
    )
    assert listed["Robert Brose"].endswith("· 1 more post | United States · 1 statement")


def test_the_directory_is_searched_by_name_post_and_organisation() -> None:
    assert list(entries(words="godfrey")) == ["Paul Godfrey"]
    assert list(entries(words="olympic commander")) == ["Stephen Whiting"]
    assert list(entries(words="nobody")) == []


def test_facets_narrow_the_directory() -> None:
    assert list(entries(nationality="GBR")) == ["Paul Godfrey"]
    assert set(entries(organisation="U.S. Space Force")) == {"Chance Saltzman", "Paul Godfrey"}
    assert set(entries(post_nation="USA", nationality="GBR")) == {"Paul Godfrey"}


def test_filters_of_all_pages_count_only_the_statements_that_pass() -> None:
    listed = entries(coalition="nato")
    assert listed["Chance Saltzman"].endswith("2 statements")
    assert "Robert Brose" not in listed


def test_two_officials_stand_side_by_side() -> None:
    app = opened(PAGE, {"official": "chance-saltzman", "with": "stephen-whiting"})
    one, other = blocks(app, "beside_")
    assert any("Chief of Space Operations" in text for text in one)
    assert any("Commander, U.S. Space Command" in text for text in other)
    assert says(app, "10 statements by Chance Saltzman or Stephen Whiting.")
    assert says(app, "Statements per year. Chance Saltzman: 7 in 2025; Stephen Whiting: 3 in 2025.")


def test_one_compared_with_himself_stands_alone() -> None:
    app = opened(PAGE, {"official": "robert-brose", "with": "robert-brose"})
    assert blocks(app, "beside_") == []


def test_what_the_band_of_posts_shows_can_be_read_as_a_table() -> None:
    app = opened(PAGE, {"official": "paul-godfrey"})
    (table,) = (item.value for item in app.dataframe)
    (row,) = table.to_dict("records")
    assert row["Post"].startswith("Assistant Chief of Space Operations for Future Concepts")
    assert (row["From"], row["Last attested"]) == ("not stated", "9 Apr 2025 (inferred)")


def test_the_posts_known_last_stand_under_the_name() -> None:
    assert says(
        opened(PAGE, {"official": "chance-saltzman"}),
        "Last known: Chief of Space Operations, U.S. Space Force (last attested 5 Dec 2025",
    )


def test_nations_and_coalitions_mentioned_are_counted_links() -> None:
    app = opened(PAGE, {"official": "chance-saltzman"})
    labels = {plain(link.proto.label): link.proto.query_string for link in app.get("page_link")}
    assert labels["NATO 2"] == "of=nato"
    assert labels["United States 1"] == "of=USA"


def test_choosing_an_official_goes_into_the_address_and_drops_the_page() -> None:
    app = opened(PAGE, {"page": "2"})
    app.selectbox(key="at_official").select("robert-brose")
    assert query(run(app)) == {"official": ["robert-brose"]}
    assert "1 statement by Robert Brose." in texts(app)


def test_no_rows_offers_what_to_loosen_and_does_it() -> None:
    app = opened(PAGE, {"official": "robert-brose", "coalition": "nato"})
    button(app, "Drop the coalitions: shows 1 statement").click()
    assert query(run(app)) == {"official": ["robert-brose"]}
    assert len(blocks(app, "card_")) == 1


def test_the_source_of_each_statement_can_be_opened() -> None:
    app = opened(PAGE, {"official": "robert-brose"})
    assert any("thefederalnewswire.com" in link for link in links(app))
    assert codes(app)


def test_a_person_offers_the_band_of_posts_to_embed_the_list_nothing() -> None:
    app = opened(PAGE, {"official": "stephen-whiting"})
    assert any("embed=true" in text for text in codes(app))
    assert not any("embed=true" in text for text in codes(opened(PAGE)))
