"""`python -m tests.gold [FOLDER] [KIND…]`: the table, and every wrong case of the kinds named.

FOLDER is `guiding` unless given; any folder with texts and annotations will do.
"""

from __future__ import annotations

import sys
from pathlib import Path

from loaders.extraction import extract_file
from tests.gold.annotations import HERE, read_half
from tests.gold.scoring import score
from tests.gold.tally import merge, table


def main(arguments: list[str]) -> None:
    """Print the table of one folder, then the wrong cases."""
    name, *kinds = arguments or ["guiding"]
    folder = HERE / name if (HERE / name).is_dir() else Path(name)
    tallies = merge(score(a, extract_file(a.path, a.published_flag)) for a in read_half(folder))
    for line in table(folder.name, tallies):
        print(line)
    for kind, tally in tallies.items():
        if any(wanted in kind for wanted in kinds) or kinds == ["all"]:
            print(f"\n{kind.strip()}")
            for case in tally.wrong:
                print(f"  {case}")


if __name__ == "__main__":
    main(sys.argv[1:])
