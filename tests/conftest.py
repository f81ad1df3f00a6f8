"""How hypothesis runs, and what pytest prints beside its dots."""

from __future__ import annotations

import sys

import pytest
from hypothesis import settings

# The first example pays for loading vocabulary; a busy machine pays more.
settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The gold set's table for every half that was scored in this run."""
    gold = sys.modules.get("tests.test_gold")
    if gold is None:
        return
    from tests.gold.tally import table

    for half, tallies in gold.SCORED.items():
        terminalreporter.section(f"gold set, {half} half")
        for line in table(half, tallies):
            terminalreporter.write_line(line)
