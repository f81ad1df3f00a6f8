"""A data directory in which every field that can hold text holds hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.check.checking import check_data
from loaders.findings import Severity
from loaders.paths import DataDirectory
from tests.datadir import data_dir, write
from tests.serving import serving

HOSTILE = (
    "![x](https://evil.test/p.png) [y](javascript:alert(1)) <img src=x onerror=alert(1)> "
    "$$x^2$$ `code` :red[no] :material/star: # head **bold** =1+1 | ~~z~~ https://evil.test"
)
_YAML = "'" + HOSTILE.replace("'", "''") + "'"

FACTS = f"""article:
  title: {_YAML}
  publisher: {_YAML}
  author: {_YAML}
  published: 2025-04-09
  kind: news
  tier: press
  rights: public domain
  rights_note: {_YAML}
  text: texts/2025/hostile.txt
  state: compiled
memberships:
  - {{coalition: cspo, nations: [FRA, USA], status: member, attested_on: 2025-04-09,
     passage: {_YAML}}}
  - {{coalition: cspo, nations: [NZL], status: member, start_date: 2025-01-01, note: {_YAML}}}
announcements:
  - {{event: hostile-event, title: {_YAML}, kind: meeting, date: 2025-04-09, place: {_YAML},
     nations: [FRA], coalitions: [cspo], officials: [ann-doe], note: {_YAML}}}
persons:
  - {{official: ann-doe, rank: {_YAML}, nationality: FRA, nationality_from: stated,
     note: {_YAML}}}
posts:
  - {{official: ann-doe, title: {_YAML}, organisation: {_YAML}, attested_on: 2025-04-09,
     note: {_YAML}}}
statements:
  - {{speaker: ann-doe, as_printed: {_YAML}, kind: paraphrase, text: {_YAML}, note: {_YAML},
     coalitions: [cspo], nations: [FRA], date: 2025-04-09, post_as_printed: {_YAML}}}
problems:
  - {{kind: gap, text: {_YAML}, why: {_YAML}}}
"""
DIFFERING = """article: {title: Other, publisher: Other, published: 2025-05-01, kind: news,
  tier: press, rights: copyrighted, state: compiled}
memberships:
  - {coalition: cspo, nations: [NZL], status: member, start_date: 2024-01-01, note: Another day.}
"""
COALITIONS = f"""
- {{slug: cspo, name: {_YAML}, short_name: {_YAML}, kind: military, aliases: [{_YAML}],
   description: {_YAML}, first_day: '2014-02-01', source: 'https://fine.test/)![x](y'}}
"""
OFFICIALS = f"""
- {{slug: ann-doe, name: {_YAML}, family_name: {_YAML}, other_names: [{_YAML}]}}
"""


@pytest.fixture(scope="package", autouse=True)
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("hostile")
    data_dir(root, {
        "articles/2025/hostile.yaml": FACTS, "articles/2025/other.yaml": DIFFERING,
        "texts/2025/hostile.txt": f"Before.\n\n{HOSTILE}\n\nAfter {HOSTILE[:30]}\n",
    })  # fmt: skip
    write(root / "reference/coalitions.yaml", COALITIONS)
    write(root / "reference/officials.yaml", OFFICIALS)
    assert not [
        str(finding)
        for finding in check_data(DataDirectory(root)).findings
        if finding.path.endswith("hostile.yaml") and finding.severity is Severity.ERROR
    ]
    with serving(root):
        yield root
