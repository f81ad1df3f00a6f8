"""How hypothesis runs, and what pytest prints beside its dots.

The tests may run in several processes (`-n auto`, pytest-xdist): each hands its gold tables to
the one that prints.
"""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import settings

# The first example pays for loading vocabulary; a busy machine pays more.
settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")


TABLES = pytest.StashKey[dict[str, list[str]]]()


def gold_tables() -> dict[str, list[str]]:
    """The lines of the gold set's table, for every part that this process has scored."""
    gold = sys.modules.get("tests.test_gold")
    if gold is None:
        return {}
    from tests.gold.tally import table

    return {part: list(table(part, tallies)) for part, tallies in gold.SCORED.items()}


def pytest_sessionfinish(session: pytest.Session) -> None:
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["gold"] = gold_tables()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    tables = node.config.stash.setdefault(TABLES, {})
    tables.update(getattr(node, "workeroutput", {}).get("gold", {}))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """The gold set's table for every part that was scored in this run."""
    for part, lines in (config.stash.get(TABLES, {}) | gold_tables()).items():
        terminalreporter.section(f"gold set, {part}")
        for line in lines:
            terminalreporter.write_line(line)
