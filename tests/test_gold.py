"""The gold set's scores: a table per part, floors for the parts that guide the rules.

The measured half runs only with ATLAS_MEASURE=1; tests/gold/README.md says how often.
"""

from __future__ import annotations

import os

import pytest

from tests.gold.__main__ import scores_of
from tests.gold.floors import FLOORS
from tests.gold.tally import Tallies

MEASURE = os.environ.get("ATLAS_MEASURE") == "1"
EVERY_FLOOR = [(part, kind) for part, floors in FLOORS.items() for kind in floors]

SCORED: dict[str, Tallies] = {}
"""The tables conftest prints at the end of the run."""


def scores(part: str) -> Tallies:
    """The tallies of one part, over all its texts, scored once a run."""
    if part not in SCORED:
        SCORED[part] = scores_of(part)
    return SCORED[part]


@pytest.mark.parametrize(("part", "kind"), EVERY_FLOOR)
def test_what_guides_the_rules_keeps_its_floor(part: str, kind: str) -> None:
    tally = scores(part)[kind]
    assert tally.f1 >= FLOORS[part][kind], "\n".join(tally.wrong)


@pytest.mark.skipif(not MEASURE, reason="measured at most twice; set ATLAS_MEASURE=1")
def test_measured_half_is_measured() -> None:
    assert scores("measured")
