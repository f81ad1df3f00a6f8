"""`python -m tests.gold [FOLDER] [KIND…]`: the table, and every wrong case of the kinds named.

FOLDER is `guiding` unless given; any folder with texts and annotations will do, and `short`
means the short texts.
"""

from __future__ import annotations

import sys
from pathlib import Path

from loaders.extraction import extract, extract_file
from tests.gold.annotations import HERE, read_half
from tests.gold.scoring import score
from tests.gold.short import ANSWERS, score_short_texts
from tests.gold.tally import Tallies, merge, table


def main(arguments: list[str]) -> None:
    """Print the table of one folder, then the wrong cases."""
    name, *kinds = arguments or ["guiding"]
    tallies = scores_of(name)
    for line in table(Path(name).name, tallies):
        print(line)
    for kind, tally in tallies.items():
        if any(wanted in kind for wanted in kinds) or kinds == ["all"]:
            print(f"\n{kind.strip()}")
            for case in tally.wrong:
                print(f"  {case}")


def scores_of(name: str) -> Tallies:
    """The tallies of a folder of the gold set, of any other folder, or of the short texts."""
    if name == "short":
        return {k: t for kind in ANSWERS for k, t in score_short_texts(kind, extract).items()}
    folder = HERE / name if (HERE / name).is_dir() else Path(name)
    tallies = merge(score(a, extract_file(a.path, a.published_flag)) for a in read_half(folder))
    # What no article of the folder judges was found all the same.
    return {kind: tally for kind, tally in tallies.items() if tally.expected}


if __name__ == "__main__":
    main(sys.argv[1:])
