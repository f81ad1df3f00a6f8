"""Text made to be slow: the reader takes no longer than in proportion to its length.

An article may have 400,000 characters. A rule that looks through its sentence once for each word
takes hours for a sentence as long as that: “said said said …” once did.
"""

from __future__ import annotations

import time

import pytest

from loaders.extraction import extract

# What names, lists, numbers, quotations, dates and clauses begin with, again and again.
PIECES = [
    "a", "A", "A ", "a ", " ", "\n", "\t ", "1", "1,", "1.", "-", "'", '"', "“", "”", "(", "[[",
    "<a ", "&#", "U.S. ", "Gen. ", "Mr. A. ", "of the ", "and ", ", ", "said ", "he said ",
    "Ann-", "é", "France, ", "joined ", "2025-", "May 1, ", "!!", "\\", "$", "*a", "http://", "@",
    "~", ". A", "“a” ", "said Ann, ", "Ann Doe said. ", "he said that ", "who said ",
    "“a,” he said. ", "and France ", "Gen. Ann Doe, ", "1. A\n", "A: b\n", "met in Paris ",
    "last Friday ", "commander of the ", "announced that ", "the ministry of ", "- A\n", "(AB) ",
    "A. B. ",
]  # fmt: skip
SHORT, LONG = 4_000, 16_000
# Four times the text may take four times as long, and a half more; by the square it is sixteen.
MOST, SLACK = 6, 0.12


def seconds(text: str) -> float:
    """Processor time, which others on the machine do not lengthen; the better of two."""
    found = []
    for _ in range(2):
        start = time.process_time()
        extract(text)
        found.append(time.process_time() - start)
    return min(found)


@pytest.fixture(scope="module", autouse=True)
def warmed_up() -> None:
    extract("The ministers met in Paris on 1 May 2024, “gladly,” said Ann Doe.")


@pytest.mark.parametrize("piece", PIECES)
def test_reading_takes_time_in_proportion_to_the_text(piece: str) -> None:
    short, long = (seconds(piece * (length // len(piece))) for length in (SHORT, LONG))
    assert long < MOST * short + SLACK
