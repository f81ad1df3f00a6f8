"""How fast nations, memberships and announcements are read: at least a million characters a second.

Floors are for one core in processor time; the text is the kind that has most to find.
"""

from __future__ import annotations

import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from loaders.extraction.affairs import read_affairs
from loaders.extraction.facts import Found
from loaders.extraction.texts.document import Document
from loaders.extraction.texts.reading import read_text

NEWS = (
    "OSLO, Dec. 5, 2025 — The ministers talked for a long day about budgets, weather and the price "
    "of launches, and in the end they agreed on little that had not been known before.\n\n"
    "Norway joined the CSpO Initiative on Tuesday. Officials from Canada and Japan attended. "
    "The market will not wait, said one of them, who would not be named.\n\n"
    '"We have had three plans, four ministers and no boats," he said to cheers from behind him.\n\n'
    "The exercise will begin on Feb. 5, 2026, and France may send observers, according to a report "
    "that was published last month. Nobody else wanted to comment on the matter at the time.\n\n"
)


#: What a core busy with other things still reaches; undisturbed it is a million and more.
FLOOR = 500_000


def document(characters: int) -> Document:
    return read_text(NEWS * (characters // len(NEWS)), "news", "2025-12-05")


def seconds(read: Document) -> float:
    start = time.process_time()
    read_affairs(read, Found())
    return time.process_time() - start


@pytest.mark.benchmark(group="nations, memberships, announcements")
def test_speed(benchmark: BenchmarkFixture) -> None:
    read = document(1_000_000)
    fastest = min(benchmark.pedantic(lambda: [seconds(read) for _ in range(4)], rounds=1))
    assert len(read.text) / fastest > FLOOR


@pytest.mark.benchmark(group="nations, memberships, announcements")
def test_time_grows_with_the_length_and_no_faster(benchmark: BenchmarkFixture) -> None:
    short, long = document(300_000), document(2_400_000)
    read_affairs(short, Found())
    ratio = benchmark.pedantic(lambda: seconds(long) / seconds(short), rounds=1)
    assert ratio < 8 * 1.8
