"""The page of statements: searching, narrowing, ordering, and one statement by its permalink."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.views import statements
from tests.views.app import blocks, button, codes, links, opened, plain, query, query_of, run, says

DETER = "cspo-principals-toulouse.s.30fb53292a"


def cards(app: AppTest) -> list[str]:
    """The words on each card, in order."""
    return [block[0] for block in blocks(app, "card_")]


def pills(app: AppTest, parameter: str) -> dict[str, int]:
    """The counts that a facet shows, by value as printed."""
    (found,) = (
        item for item in app.get("button_group") if f"at_facet_{parameter}" in item.proto.id
    )
    shown = [plain(option.content).rsplit(" · ", 1) for option in found.proto.options]
    return {name: int(number) for name, number in shown}


def test_all_statements_are_listed_newest_first_a_page_at_a_time() -> None:
    app = opened("statements")
    assert says(app, "22 statements.")
    assert len(cards(app)) == 15
    assert cards(app)[0].startswith("“Our opponents are moving at jaw-dropping speed")
    assert len(cards(opened("statements", {"page": "2"}))) == 7


@pytest.mark.parametrize("page", ["0", "99", "two", "²"])
def test_a_page_out_of_range_is_brought_into_it(page: str) -> None:
    assert cards(opened("statements", {"page": page}))


def test_words_are_found_in_any_form_and_marked() -> None:
    app = opened("statements", {"words": "deterring aggressions"})
    assert says(app, "1 statement with ‘deterring aggressions’.")
    said = next(item.value for item in app.markdown if "jaw" in item.value)
    assert ":orange-background[**deter**] :orange-background[**aggression**]" in said


def test_a_phrase_and_a_name_are_found() -> None:
    assert says(
        opened("statements", {"words": '"work together"'}), '3 statements with "work together"'
    )
    assert says(opened("statements", {"words": "Godfrey"}), "2 statements with ‘Godfrey’")


@pytest.mark.parametrize("words", ['"', "AND", "* OR (", "text:deter", "-", "'; DROP TABLE said"])
def test_nothing_typed_breaks_the_page(words: str) -> None:
    assert opened("statements", {"words": words})


def test_facets_count_and_narrow() -> None:
    app = opened("statements")
    assert pills(app, "official") == {
        "Chance Saltzman": 7, "Stephen Whiting": 3, "Paul Godfrey": 2, "Robert Brose": 1,
    }  # fmt: skip
    assert pills(app, "kind") == {
        "Reported": 9,
        "Quoted": 7,
        "Quoted in part": 5,
        "Our paraphrase": 1,
    }
    app = opened("statements", {"official": "paul-godfrey", "kind": ["direct", "partial"]})
    assert says(
        app, "2 statements; speaker: Paul Godfrey; how it reached us: Quoted or Quoted in part."
    )
    assert pills(app, "official")["Chance Saltzman"] == 5
    assert pills(app, "nation") == {"United States": 2, "United Kingdom": 2}


def test_a_pill_puts_its_value_into_the_address_and_leads_to_the_first_page() -> None:
    app = opened("statements", {"page": "2"})
    facets: list[Any] = list(app.get("button_group"))
    (facet,) = (item for item in facets if item.key == "at_facet_official")
    facet.set_value(["paul-godfrey"])
    run(app)
    assert query(app) == {"official": ["paul-godfrey"]}
    assert len(cards(app)) == 2


def test_a_chip_lets_a_picked_value_go() -> None:
    app = opened("statements", {"official": ["paul-godfrey", "robert-brose"], "page": "1"})
    button(app, "Robert Brose").click()
    run(app)
    assert query(app) == {"official": ["paul-godfrey"]}


def test_filters_of_all_pages_narrow_too() -> None:
    app = opened("statements", {"nation": "GBR", "role": "speaker"})
    assert says(app, "2 statements by officials from the United Kingdom.")


def test_the_order_is_by_match_where_words_are_looked_for_and_can_be_chosen() -> None:
    best = cards(opened("statements", {"words": "space"}))
    oldest = cards(opened("statements", {"words": "space", "sort": "oldest"}))
    assert set(best) == set(oldest)
    assert oldest[0] == "“bilateral rendezvous and proximity operation”" or "space" in oldest[0]
    assert best != oldest


def test_nothing_found_says_what_to_drop() -> None:
    app = opened("statements", {"words": "deter", "official": "paul-godfrey", "nation": "USA"})
    assert says(app, "No statements pass all the filters together.")
    button(app, "Drop the words: shows 2 statements").click()
    run(app)
    assert "words" not in query(app)
    app = opened("statements", {"words": "deter", "official": "paul-godfrey"})
    button(app, "Drop what is picked on this page: shows 2 statements").click()
    run(app)
    assert query(app) == {"words": ["deter"]}


def test_a_permalink_shows_one_statement_whatever_the_filters() -> None:
    app = opened("statements", {"statement": DETER, "nation": "FRA"})
    assert len(cards(app)) == 1
    button(app, "Show all statements").click()
    run(app)
    assert "statement" not in query(app)


def test_every_card_gives_its_permalink() -> None:
    app = opened("statements", {"words": "jaw-dropping"})
    given = [query_of(code) for code in codes(app)]
    assert any(query.get("statement") == [DETER] for query in given)
    assert list(links(app))


def test_citations_are_only_sent_once_a_card_is_asked_for_them() -> None:
    folded = opened("statements", {"words": "jaw-dropping"}, folded=True)
    assert not any("statement=" in code for code in codes(folded))
    folded.session_state[f"cite_{DETER}"] = True
    assert any(f"statement={DETER}" in code for code in codes(run(folded)))


def test_unknown_values_in_the_address_are_told_and_ignored() -> None:
    app = opened("statements", {"official": "nobody", "sort": "random", "statement": "none"})
    assert says(app, "22 statements.")
    assert says(app, "the facet “Speaker” “nobody”")


def test_what_a_link_to_the_same_page_asks_for_is_sent_to_the_address() -> None:
    # As the browser does after such a link: a rerun with another query.
    app = opened("statements", {"page": "2"})
    app.query_params.clear()
    app.query_params["official"] = "paul-godfrey"
    run(app)
    assert query(app) == {"official": ["paul-godfrey"]}
    assert len(cards(app)) == 2


def test_a_filter_and_a_chip_go_back_to_the_first_page() -> None:
    app = opened("statements", {"page": "2"})
    app.multiselect(key="at_nation").select("USA")
    assert query(run(app)) == {"nation": ["USA"]}
    app = opened("statements", {"page": "2", "nation": "USA", "role": "speaker"})
    button(app, "United States").click()
    assert query(run(app)) == {}


def test_below_a_long_list_a_link_leads_up_to_the_one_pager(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(statements, "PER_PAGE", 3)
    app = opened("statements", {"page": "2"})
    assert len(app.get("pagination")) == 1
    assert says(app, "Page 2 of")
    assert any(item.value.endswith("[Turn pages ↑](#top)") for item in app.markdown)
    assert app.title[0].proto.anchor == "top"


def test_one_click_clears_filters_words_and_what_is_picked() -> None:
    app = opened("statements", {"nation": "USA", "words": "space", "kind": "direct", "page": "1"})
    assert {item.label for item in app.button if item.label.endswith("✕")} == {
        "United States ✕", "‘space’ ✕", "Quoted ✕",
    }  # fmt: skip
    app.button(key="chip_all").click()
    assert query(run(app)) == {}


def test_a_citation_names_who_said_it() -> None:
    app = opened("statements", {"official": "stephen-whiting"})
    assert any(code.startswith("Stephen Whiting: “") for code in codes(app))


def test_a_citation_calls_our_paraphrase_so() -> None:
    app = opened("statements", {"kind": "paraphrase"})
    cited = [code for code in codes(app) if "via Space Coalition Atlas" in code]
    assert cited
    assert all(" (our paraphrase): " in code for code in cited)
