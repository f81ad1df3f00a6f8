"""All statements searched, filtered and counted together."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.atlas import Atlas
from dashboard.filters import Filters, NationRole
from dashboard.questions.corpus import By, Corpus, Order, corpus_of, listed, search
from tests.questions.by_hand import article, coalition, day, fact, post, statement, tables


def made(*statements: dict[str, Any], **more: list[dict[str, Any]]) -> Corpus:
    officials = [
        {"slug": "whiting", "name": "Stephen Whiting", "family_name": "Whiting"},
        {"slug": "doe", "name": "Ann Doe", "family_name": "Doe"},
    ]
    return corpus_of(Atlas(tables(statements=list(statements), officials=officials, **more), "v1"))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return made(
        statement("We deter together.", date="2024-05-01", nations=["FRA"], coalitions=["s24"]),
        statement("Deterrence, deterrence.", "doe", date="../2025-04-09", article="b"),
        statement("Norms matter.", "doe", article="b", kind="paraphrase", coalitions=["cspo"]),
        articles=[article("a", tier="official"), article("b", tier="press")],
        coalitions=[coalition("cspo"), coalition("s"), coalition("s24", parent="s")],
        posts=[post(attested="2024-05-01", organisation_nation="USA")],
        persons=[{**fact("b.n", "b"), "official": "doe", "nationality": "GBR",
                  "nationality_from": "stated"}],
    )  # fmt: skip


def texts(
    corpus: Corpus, words: str = "", filters: Filters | None = None, **chosen: Any
) -> set[str]:
    found = search(corpus, words, filters or Filters(), chosen)
    return set(corpus.frame["text"][found.narrowed.mask])


WE, DETERRENCE, NORMS = "We deter together.", "Deterrence, deterrence.", "Norms matter."


def test_words_filters_and_facets_narrow_together(corpus: Corpus) -> None:
    assert texts(corpus) == {WE, DETERRENCE, NORMS}
    assert texts(corpus, "deterrence") == {WE, DETERRENCE}
    assert texts(corpus, "matter") == {NORMS}
    assert texts(corpus, "Doe") == {DETERRENCE, NORMS}
    assert texts(corpus, "Doe", kind=["paraphrase"]) == {NORMS}
    assert texts(corpus, "Doe", kind=["direct"], tier=["official"]) == set()
    assert texts(corpus, filters=Filters(nations=("GBR",))) == {DETERRENCE, NORMS}
    assert texts(corpus, filters=Filters(nations=("USA", "FRA"))) == {WE}


def test_every_facet_counts_what_it_is_named_for(corpus: Corpus) -> None:
    counts = {
        name: {count.value: count.rows for count in counts}
        for name, counts in search(corpus, "", Filters(), {}).narrowed.counts.items()
    }
    assert counts == {
        By.NATION: {"FRA": 1, "USA": 1, "GBR": 2},
        By.COALITION: {"s": 1, "s24": 1, "cspo": 1},
        By.OFFICIAL: {"whiting": 1, "doe": 2},
        By.ORGANISATION: {"U.S. Space Command": 1},
        By.KIND: {"direct": 2, "paraphrase": 1},
        By.YEAR: {"2024": 1, "2025": 1, "undated": 1},
        By.TIER: {"official": 1, "press": 2},
    }


def test_the_facet_of_nations_goes_by_the_role_filtered(corpus: Corpus) -> None:
    found = search(corpus, "", Filters(roles=(NationRole.MENTIONED,)), {})
    assert [count.value for count in found.narrowed.counts[By.NATION]] == ["FRA"]


def test_a_filters_own_facet_still_offers_its_other_values(corpus: Corpus) -> None:
    found = search(corpus, "", Filters(nations=("FRA",)), {})
    assert found.number == 1
    assert {count.value for count in found.narrowed.counts[By.NATION]} == {"FRA", "USA", "GBR"}


@pytest.mark.parametrize("by", [By.COALITION, By.NATION])
def test_a_count_is_what_the_filter_keeps(corpus: Corpus, by: By) -> None:
    for count in search(corpus, "", Filters(), {}).narrowed.counts[by]:
        field = {By.COALITION: "coalitions", By.NATION: "nations"}[by]
        chosen = Filters(**{field: (count.value,)})  # type: ignore[arg-type]
        assert search(corpus, "", chosen, {}).number == count.rows


def test_undated_statements_hidden_by_a_bound_are_counted_among_the_others(corpus: Corpus) -> None:
    bounded = Filters(first=day("2024-01-01"))
    assert search(corpus, "", Filters(), {}).undated == 0
    assert search(corpus, "", bounded, {}).undated == 1
    assert search(corpus, "norms", bounded, {}).undated == 1
    assert search(corpus, "deterrence", bounded, {}).undated == 0
    assert search(corpus, "", bounded, {"kind": ["direct"]}).undated == 0


def test_statements_are_listed_by_time_with_undated_ones_last(corpus: Corpus) -> None:
    mask = search(corpus, "", Filters(), {}).narrowed.mask
    order = {by: corpus.frame["text"].iloc[listed(corpus, mask, by, "")].tolist() for by in Order}
    assert order[Order.NEWEST] == [DETERRENCE, WE, NORMS]
    assert order[Order.OLDEST] == [WE, DETERRENCE, NORMS]
    assert order[Order.RELEVANCE] == order[Order.NEWEST]


def test_the_best_match_comes_first() -> None:
    corpus = made(
        statement("Partners of partners: partners.", date="2020-01-01"),
        statement("One of many partners in a long sentence on other things.", date="2021-01-01"),
    )
    mask = search(corpus, "partner", Filters(), {}).narrowed.mask
    best = listed(corpus, mask, Order.RELEVANCE, "partner")
    assert corpus.frame["text"].iloc[best[0]] == "Partners of partners: partners."


def test_no_statements_at_all_are_searched_in_peace() -> None:
    corpus = made()
    found = search(corpus, "words", Filters(nations=("FRA",)), {"kind": ["direct"]})
    assert found.number == 0
    assert listed(corpus, found.narrowed.mask, Order.RELEVANCE, "words").tolist() == []
