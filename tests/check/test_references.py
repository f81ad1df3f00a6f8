"""Names that the vocabulary does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.check.checking import check_data
from loaders.check.references import check_references, unknown_originals
from loaders.findings import Severity
from loaders.reference import read_reference
from tests.datadir import ARTICLE, article, data_dir, read, vocabulary, write


def told(tmp_path: Path, facts: str) -> list[str]:
    file = read(ARTICLE.strip() + "\n" + facts)
    return [str(finding) for finding in check_references(file, vocabulary(tmp_path))]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("memberships: [{coalition: cpso, nations: FRA, status: member, note: n}]",
         "memberships[0].coalition: 'cpso' is not known: did you mean 'cspo'?"),
        ("memberships: [{coalition: zzz, nations: FRA, status: member, note: n}]",
         "memberships[0].coalition: 'zzz' is not known: add it to data/reference/coalitions.yaml"),
        ("memberships: [{coalition: cspo, nations: FRA, status: membr, note: n}]",
         "memberships[0].status: 'membr' is not known: did you mean 'member'?"),
        ("announcements: [{event: e, title: t, kind: meting, note: n}]",
         "announcements[0].kind: 'meting' is not known: did you mean 'meeting'?"),
        ("announcements: [{event: e, title: t, kind: meeting, officials: an-doe, note: n}]",
         "announcements[0].officials: 'an-doe' is not known: did you mean 'ann-doe'?"),
        ("announcements: [{event: e, title: t, kind: meeting, coalitions: cpso, note: n}]",
         "announcements[0].coalitions: 'cpso' is not known: did you mean 'cspo'?"),
        ("posts: [{official: bo-rey, title: t, note: n}]",
         "posts[0].official: 'bo-rey' is not known: did you mean 'bo-ray'?"),
        ("persons: [{official: bo-rey, note: n}]",
         "persons[0].official: 'bo-rey' is not known: did you mean 'bo-ray'?"),
        ("statements: [{speaker: bo-rey, kind: direct, text: x}]",
         "statements[0].speaker: 'bo-rey' is not known: did you mean 'bo-ray'?"),
        ("statements: [{speaker: bo-ray, kind: direct, text: x, coalitions: cpso}]",
         "statements[0].coalitions: 'cpso' is not known: did you mean 'cspo'?"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_an_error_with_the_one_meant(
    tmp_path: Path, facts: str, expected: str
) -> None:
    assert told(tmp_path, facts) == [f"articles/2025/a.yaml:9: error: {expected}"]


def test_known_names_are_fine(tmp_path: Path) -> None:
    facts = (
        "memberships: [{coalition: sentinel-2024, nations: FRA, status: observer, note: n}]\n"
        "posts: [{official: ann-doe, title: t, organisation: the USSF, note: n}]"
    )
    assert told(tmp_path, facts) == []


CLAIMS = (
    "memberships: [{coalition: cspo, nations: FRA, status: member, note: n}]\n"
    "posts: [{official: ann-doe, title: t, note: n}]\n"
    "statements: [{speaker: ann-doe, kind: direct, text: x}]\n"
)


@pytest.mark.parametrize("broken", ["- {slug: ann-doe, name: [", "ann-doe: {name: Ann}", ""])
def test_names_are_not_called_unknown_where_their_file_cannot_be_read(
    tmp_path: Path, broken: str
) -> None:
    data = data_dir(tmp_path, {"reference/officials.yaml": broken, "articles/a.yaml": ARTICLE})
    write(data.articles / "b.yaml", article(title="They spoke") + CLAIMS)
    checked = check_data(data)
    assert [source.id for source in checked.sources] == ["a"]
    assert [finding.path for finding in checked.findings] == [
        "reference/officials.yaml", "articles/b.yaml",
    ]  # fmt: skip
    assert checked.findings[1].message == (
        "waits for reference/officials.yaml, which cannot be read: see there"
    )


def test_a_name_whose_entry_has_an_error_is_sent_to_that_entry(tmp_path: Path) -> None:
    officials = "- {slug: ann-do, name: A, family_name: D}\n- {slug: ann-doe, name: Ann Doe}\n"
    data = data_dir(tmp_path, {"reference/officials.yaml": officials})
    [first, *_] = check_references(read(ARTICLE + CLAIMS), read_reference(data))
    assert (
        first.message == "'ann-doe' has an error in reference/officials.yaml, line 2: mend it there"
    )


def test_an_organisation_without_a_known_nation_is_a_warning(tmp_path: Path) -> None:
    facts = "posts: [{official: ann-doe, title: t, organisation: The Guild, %snote: n}]"
    file = read(ARTICLE + facts % "")
    [finding] = check_references(file, vocabulary(tmp_path))
    assert finding.severity is Severity.WARNING
    assert "add it there, or give `organisation_nation`" in finding.message
    assert told(tmp_path, facts % "organisation_nation: FRA, ") == []


def test_a_copy_needs_its_original_or_names_none() -> None:
    copy = read(article(copy_of="b"), "articles/a.yaml")
    [finding] = unknown_originals([copy])
    assert finding.message == "there is no article 'b': add it, or leave the field out"
    assert finding.line == 9
    assert list(unknown_originals([copy, read(ARTICLE, "articles/b.yaml")])) == []


def test_copies_cannot_go_round_in_a_circle() -> None:
    files = [
        read(article(copy_of=original), f"articles/{name}.yaml")
        for name, original in (("a", "b"), ("b", "c"), ("c", "b"), ("d", "d"))
    ]
    assert [finding.path for finding in unknown_originals(files)] == [
        "articles/b.yaml", "articles/c.yaml", "articles/d.yaml",
    ]  # fmt: skip
