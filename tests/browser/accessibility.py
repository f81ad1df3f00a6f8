"""The rules of axe-core (https://github.com/dequelabs/axe-core, MPL-2.0), run on an open page."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FOLDER = Path(__file__).parent
RULES = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}


@dataclass(frozen=True)
class Known:
    """A violation of Streamlit's own: the rule, where it is, and the issue that will mend it."""

    rule: str
    within: str
    issue: str


# Empty: what Streamlit 1.67 does wrong by itself is mended in dashboard/static/page.css (white
# text on a light primary colour, https://github.com/streamlit/streamlit/issues/12801).
STREAMLITS_OWN: tuple[Known, ...] = ()


def rules() -> Path | None:
    """Where the pinned rules are, fetched where they are not; None without npm or a registry."""
    if not RULES.exists() and (npm := shutil.which("npm")):
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=FOLDER, check=False)
    return RULES if RULES.exists() else None


def violations(page: Page, script: Path) -> list[str]:
    """The serious and critical violations on a page that are ours, each with its place."""
    page.evaluate(script.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
    )
    return [
        f"{rule['id']} at {json.dumps(node['target'])[:300]}: {node['failureSummary']}"
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
        if not any(
            known.rule == rule["id"] and known.within in node["html"] for known in STREAMLITS_OWN
        )
    ]
