"""How fast articles are read: characters a second on one core, and linear in length.

`pytest tests/benchmarks/test_extraction.py --benchmark-only`; textacy with a spaCy pipeline runs
beside it where one is installed.
"""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from loaders.extraction.facts import Found
from loaders.extraction.pipeline import extract
from loaders.extraction.speech.step import read_speech
from loaders.extraction.texts.reading import read_text
from tests.extraction.test_linear_work import ARTICLE as DENSE

ARTICLE = """\
TOULOUSE, France, Dec. 5, 2025 — Military officials of ten nations met at the new headquarters of
the French space command this week, where they reaffirmed how much the security of satellites
matters to all of them and agreed on a calendar of exercises that reaches into the year after next.

Led by Gen. Jane Halloran, Commander, U.S. Space Command, and Mr. Robert Delaney, Deputy Assistant
Secretary of War for Space Policy, the delegation spent two days in the operations room, looked at
radar data from four continents and signed nothing, as had been announced beforehand.

"Our opponents are moving fast, and we must match that pace with capabilities that fit together
rather than with speeches," said Halloran. "That takes training, patience and a lot of coffee."

The exercise of last spring had shown where the gaps are. Delaney, who wrote the report on it, said
that eleven of its forty recommendations had been carried out, and that the rest would follow by
the end of the year. He would not say whether the money for them had been found.

"The report speaks for itself," he said. A spokesman for the French ministry of the armed forces
called the cooperation "close and honest," adding that the next meeting would be held in Ottawa.

The ten nations renewed their commitment to act responsibly in space and to share what they see in
orbit, including debris, manoeuvres and launches, with one another within hours rather than days.

"""
#: What the pact of the dense article is called, that no two are the same.
NAMES = [f"{opening}{end}" for opening in ("Mor", "Vel", "Tar") for end in ("den", "ley", "bour")]
LONG = 1_000_000
FLOOR = 1_000_000
"""Characters a second for reading, statements, persons and posts; the issue asks for a million."""


def read(text: str) -> Found:
    """The half of `extract` that this benchmark measures."""
    found = Found()
    read_speech(read_text(text), found)
    return found


def seconds(text: str, reader: Callable[[str], object] = read) -> float:
    """The best of three runs: other processes only ever slow one down."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        reader(text)
        best = min(best, time.process_time() - started)
    return best


def test_speech_is_read_from_one_article(benchmark: BenchmarkFixture) -> None:
    assert benchmark(read, ARTICLE).statements


def test_speech_is_read_from_a_million_characters(benchmark: BenchmarkFixture) -> None:
    text = ARTICLE * (LONG // len(ARTICLE))
    assert benchmark.pedantic(read, args=(text,), rounds=3).statements
    assert len(text) / benchmark.stats.stats.min > FLOOR / 2


def test_all_facts_are_read_from_a_million_characters(benchmark: BenchmarkFixture) -> None:
    text = ARTICLE * (LONG // len(ARTICLE))
    assert benchmark.pedantic(extract, args=(text,), rounds=3)["statements"]


def test_all_facts_are_read_from_dense_articles_one_after_another(
    benchmark: BenchmarkFixture,
) -> None:
    articles = [DENSE.replace("Harbour", name) for name in NAMES]
    read = benchmark.pedantic(lambda: [extract(article) for article in articles], rounds=3)
    assert all(found["memberships"] for found in read)


def test_all_facts_are_read_from_dense_articles_as_one_text(benchmark: BenchmarkFixture) -> None:
    article = "".join(DENSE.replace("Harbour", name) for name in NAMES)
    text = article * (LONG // 5 // len(article))
    assert benchmark.pedantic(extract, args=(text,), rounds=3)["memberships"]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(ARTICLE, id="articles"),
        pytest.param(ARTICLE.replace("\n", " "), id="one line"),
        pytest.param('"Yes," he said. ', id="quotation marks"),
        pytest.param('" x ', id="marks without direction"),
        pytest.param("“ab ", id="marks never closed"),
        pytest.param("Smith said that ", id="verbs of speech"),
        pytest.param("John Smith, president of ", id="appositions"),
        pytest.param(" \t\xa0", id="blanks"),
        pytest.param("[a](http://", id="half links"),
    ],
)
def test_time_grows_with_the_length_alone(benchmark: BenchmarkFixture, piece: str) -> None:
    short, long = piece * (40_000 // len(piece)), piece * (320_000 // len(piece))
    benchmark.pedantic(read, args=(short,), rounds=1)
    # Eight times the text in at most twenty times the time: a square would take sixty-four.
    assert seconds(long) < 20 * max(seconds(short), 0.005)


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(ARTICLE, id="articles"),
        pytest.param(DENSE, id="dense articles"),
        pytest.param("France joined NATO on Tuesday. ", id="nations that join"),
        pytest.param("the Pacific Orbital Watch Partnership (POWP) and ", id="acronyms"),
        pytest.param("Exercise Ocean Lantern began on Dec. 5, 2025. ", id="exercises"),
    ],
)
def test_time_for_all_facts_grows_with_the_length_alone(
    benchmark: BenchmarkFixture, piece: str
) -> None:
    short, long = piece * (20_000 // len(piece)), piece * (160_000 // len(piece))
    benchmark.pedantic(extract, args=(short,), rounds=1)
    assert seconds(long, extract) < 20 * max(seconds(short, extract), 0.005)


@pytest.mark.skipif(
    importlib.util.find_spec("textacy") is None
    or importlib.util.find_spec("en_core_web_sm") is None,
    reason="textacy and a spaCy pipeline are not installed",
)
def test_textacy_beside_it(benchmark: BenchmarkFixture) -> None:
    spacy = importlib.import_module("spacy")
    extraction = importlib.import_module("textacy.extract")
    pipeline = spacy.load("en_core_web_sm")
    benchmark(lambda: list(extraction.triples.direct_quotations(pipeline(ARTICLE))))
