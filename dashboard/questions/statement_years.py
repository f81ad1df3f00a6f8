"""How many statements each official made per year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.questions.corpus import UNDATED, By, Corpus
from dashboard.questions.facets import Mask


def statements_per_year(
    corpus: Corpus, mask: Mask, people: Sequence[str], names: Mapping[str, str]
) -> tuple[dict[str, dict[int, int]], int]:
    """Count each one's statements by year (name → year → number), and those without a year."""
    by_year = corpus.facets[By.YEAR]
    counts: dict[str, dict[int, int]] = {}
    undated = 0
    for slug in people:
        of_person = mask & corpus.facets[By.OFFICIAL].having([slug])
        found = {count.value: count.rows for count in by_year.counts(of_person)}
        undated += found.pop(UNDATED, 0)
        counts[names[slug]] = {int(year): rows for year, rows in found.items()}
    return counts, undated
