"""All checks together: what is fit to build from, and what was found."""

from __future__ import annotations

from pathlib import Path

from loaders.check.checking import check_data
from tests.datadir import ARTICLE, MEETING, article, data_dir

POST = "posts: [{official: ann-doe, title: Chief, passage: the chief}]\n"


def test_a_clean_directory_has_nothing_to_mend(tmp_path: Path) -> None:
    checked = check_data(data_dir(tmp_path, {"articles/a.yaml": ARTICLE + MEETING}))
    assert (checked.findings, checked.left_out) == ([], [])
    assert [source.id for source in checked.sources] == ["a"]


def test_evidence_that_is_not_in_the_held_text_is_an_error_at_its_fact(tmp_path: Path) -> None:
    head = article(text="texts/a.txt", rights="public domain")
    files = {"articles/a.yaml": head + POST, "texts/a.txt": "Nobody here."}
    checked = check_data(data_dir(tmp_path, files))
    assert [str(finding) for finding in checked.findings] == [
        "articles/a.yaml:10: error: posts[0]: "
        "the passage 'the chief' is not in the held text: copy it verbatim"
    ]
    assert (checked.sources, checked.left_out) == ([], ["articles/a.yaml"])


def test_a_warning_keeps_nothing_out(tmp_path: Path) -> None:
    old = (
        "memberships: [{coalition: cspo, nations: FRA, status: member, start_date: 2013, note: n}]"
    )
    checked = check_data(data_dir(tmp_path, {"articles/a.yaml": ARTICLE + old}))
    assert len(checked.findings) == 1
    assert [source.id for source in checked.sources] == ["a"]


def test_findings_stand_in_the_order_of_files_and_lines_each_once(tmp_path: Path) -> None:
    wrong = "posts:\n" + "".join(f"  - {{official: x{n}, title: t, note: n}}\n" for n in range(3))
    other = ARTICLE.replace("Ten nations meet", "They met")
    files = {"articles/b.yaml": other + wrong, "articles/a.yaml": ARTICLE + wrong}
    told = check_data(data_dir(tmp_path, files)).findings
    assert [(finding.path, finding.line) for finding in told] == [
        (f"articles/{name}.yaml", line) for name in "ab" for line in (11, 12, 13)
    ]
    assert len(set(told)) == len(told)


def test_a_fault_in_the_vocabulary_leaves_out_only_what_needs_it(tmp_path: Path) -> None:
    files = {
        "articles/a.yaml": ARTICLE + POST,
        "articles/b.yaml": ARTICLE + MEETING,
        "reference/officials.yaml": "- {slug: ann-doe}",
    }
    checked = check_data(data_dir(tmp_path, files))
    assert checked.left_out == ["articles/a.yaml"]
    assert [source.id for source in checked.sources] == ["b"]
