"""Statements searched and counted at 100,000, without the server around them.

Run with `pytest tests/benchmarks/test_search.py --benchmark-only`.
"""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from dashboard.atlas import Atlas
from dashboard.filters import Filters
from dashboard.questions.corpus import Corpus, Order, corpus_of, listed, search
from dashboard.questions.search import hits
from tests.questions.by_hand import day
from tests.synthetic import WORDS, Size, synthetic_frames

PER_PAGE = 15
# Of the fastest round: what else runs on the machine is no property of the search.
SECONDS = 0.2
BUILD_SECONDS = 15.0
ROUNDS = 5


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(synthetic_frames(Size(statements=100_000)), "synthetic")


@pytest.fixture(scope="module")
def corpus(atlas: Atlas) -> Corpus:
    return corpus_of(atlas)


def test_the_index_is_made_in_time(benchmark: BenchmarkFixture, atlas: Atlas) -> None:
    assert len(atlas.speeches)
    made: Corpus = benchmark.pedantic(corpus_of, (atlas,), rounds=1)
    assert len(made.frame) == 100_000
    assert benchmark.stats.stats.max < BUILD_SECONDS


@pytest.mark.parametrize(
    ("words", "filters", "chosen"),
    [
        ("", Filters(), {}),
        (WORDS[0], Filters(), {}),
        (f'"{WORDS[0]} {WORDS[1]}" {WORDS[2]}', Filters(), {}),
        (WORDS[0], Filters(nations=("FRA", "JPN"), first=day("2015-01-01")), {"kind": ["direct"]}),
    ],
    ids=["everything", "a common word", "a phrase and a word", "filters and a facet"],
)
def test_a_page_is_found_in_time(
    benchmark: BenchmarkFixture,
    corpus: Corpus,
    words: str,
    filters: Filters,
    chosen: dict[str, list[str]],
) -> None:
    def forget() -> None:
        corpus.index.forget()
        corpus.passing.cache_clear()  # type: ignore[attr-defined]

    def page() -> int:
        found = search(corpus, words, filters, chosen)
        positions = listed(corpus, found.narrowed.mask, Order.RELEVANCE, words)
        shown = corpus.frame["text"].iloc[positions[:PER_PAGE]].tolist()
        return len(hits(words, shown))

    assert benchmark.pedantic(page, setup=forget, rounds=ROUNDS) <= PER_PAGE
    assert benchmark.stats.stats.min < SECONDS
