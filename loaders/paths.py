"""Where the data directory and its parts are."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


class DataDirectoryError(OSError):
    """The data directory cannot be used; the message says why, and what to do."""


@dataclass(frozen=True)
class DataDirectory:
    """A data directory: facts files, held texts, reference vocabulary, and the built tables."""

    root: Path

    @property
    def articles(self) -> Path:
        """One facts file (YAML) per article, in folders by year."""
        return self.root / "articles"

    @property
    def texts(self) -> Path:
        """Bodies that may be redistributed."""
        return self.root / "texts"

    @property
    def local(self) -> Path:
        """Bodies that may not be redistributed, and other things git ignores."""
        return self.root / "local"

    @property
    def extracted(self) -> Path:
        """Output of `extract` over many articles (JSON lines): unreviewed facts."""
        return self.root / "extracted"

    @property
    def reference(self) -> Path:
        """Vocabulary as data."""
        return self.root / "reference"

    @property
    def tables(self) -> Path:
        """What `build` writes."""
        return self.root / "tables"


def data_directory(given: str | Path | None = None) -> DataDirectory:
    """Find the data directory: the one given, else $ATLAS_DATA, else `data/` of the checkout."""
    chosen = given or os.environ.get("ATLAS_DATA") or REPOSITORY / "data"
    return DataDirectory(Path(chosen).resolve())


def require_there(data: DataDirectory) -> None:
    """Raise DataDirectoryError where it is no folder: nothing is made at a mistyped path."""
    if not data.root.is_dir():
        raise DataDirectoryError(
            f"there is no data directory {data.root}: give --data or set ATLAS_DATA"
        )
