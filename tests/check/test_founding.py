from __future__ import annotations

from pathlib import Path

from loaders.check.checking import check_data
from tests.datadir import article, data_dir

FILE = "articles/2025/a.yaml"


def found(root: Path, status: str) -> list[str]:
    claim = f"""memberships:
  - {{coalition: cspo, nations: [FRA], status: {status}, start_date: '2013-05', note: So it says.}}
"""
    data = data_dir(root, {FILE: article() + claim})
    return [finding.message for finding in check_data(data).findings]


def test_a_membership_before_the_founding_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, "member") == ["2013-05 is before cspo began (2014-02-01): check both"]


def test_a_lesser_standing_may_come_before_the_founding(tmp_path: Path) -> None:
    assert found(tmp_path, "observer") == []


def test_accessions_of_two_nations_are_no_twins(tmp_path: Path) -> None:
    events = """announcements:
  - {event: france-joins, title: France is recognised as a member in Paris, kind: agreement,
     event_date: '2024-10-14', nations: [FRA], coalitions: [cspo], note: So it says.}
  - {event: germany-joins, title: Germany is recognised as a member in Berlin, kind: agreement,
     event_date: '2024-10-11', nations: [DEU], coalitions: [cspo], note: So it says.}
"""
    data = data_dir(tmp_path, {FILE: article() + events})
    assert check_data(data).findings == []
    both = events.replace("[FRA]", "[FRA, DEU]")
    data = data_dir(tmp_path, {FILE: article() + both})
    assert ["looks like the event" in f.message for f in check_data(data).findings] == [True]
