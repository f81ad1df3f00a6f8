"""The gold set's scores: a table per half, floors for the guiding half.

The measured half runs only with ATLAS_MEASURE=1; tests/gold/README.md says how often.
"""

from __future__ import annotations

import os

import pytest

from loaders.extraction import extract_file
from tests.gold.annotations import HERE, read_half
from tests.gold.floors import FLOORS
from tests.gold.scoring import score
from tests.gold.tally import Tallies, merge

MEASURE = os.environ.get("ATLAS_MEASURE") == "1"


SCORED: dict[str, Tallies] = {}
"""The tables conftest prints at the end of the run."""


def scores(half: str) -> Tallies:
    """The tallies of one half, over all its articles, scored once a run."""
    if half not in SCORED:
        articles = read_half(HERE / half)
        SCORED[half] = merge(score(a, extract_file(a.path, a.published_flag)) for a in articles)
    return SCORED[half]


@pytest.mark.parametrize("kind", FLOORS)
def test_guiding_half_keeps_its_floor(kind: str) -> None:
    tally = scores("guiding")[kind]
    assert tally.f1 >= FLOORS[kind], "\n".join(tally.wrong)


@pytest.mark.skipif(not MEASURE, reason="measured at most twice; set ATLAS_MEASURE=1")
def test_measured_half_is_measured() -> None:
    assert scores("measured")
