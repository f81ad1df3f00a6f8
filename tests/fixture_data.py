"""A data directory with the two articles that the project started from, and nothing else.

The numbers on pages stay what they are while the corpus grows. The vocabulary is the project's
own: facts that name a coalition or an official need it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from loaders.paths import REPOSITORY

DATA = REPOSITORY / "data"
STRATEGY = "space-force-international-strategy"
TOULOUSE = "cspo-principals-toulouse"
FILES = (
    f"articles/2025/{STRATEGY}.yaml",
    f"articles/2025/{TOULOUSE}.yaml",
    f"texts/2025/{TOULOUSE}.txt",
)


def two_articles(root: Path) -> Path:
    """Copy both articles and the reference under `root`; gives the data directory."""
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DATA / name, root / name)
    shutil.copytree(DATA / "reference", root / "reference")
    return root
