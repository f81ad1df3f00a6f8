"""Facts files: read, or refused with file, line, field and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.facts.reading import ReadFacts, facts_paths, parse_facts, read_facts, read_facts_files
from loaders.findings import Finding
from tests.datadir import ARTICLE, MEETING, article, data_dir, read, write


def refusals(text: str, name: str = "articles/2025/a.yaml") -> list[str]:
    result = parse_facts(text, name)
    assert not isinstance(result, ReadFacts), "it was accepted"
    return [str(finding) for finding in result]


def refusal(text: str) -> str:
    told = refusals(text)
    assert len(told) == 1, told
    return told[0].removeprefix("articles/2025/a.yaml")


def membership(**changes: str) -> str:
    fields = {"coalition": "cspo", "nations": "[AUS, FRA]", "status": "member", "note": "They are."}
    fields.update(changes)
    lines = "\n".join(f"    {name}: {value}" for name, value in fields.items() if value)
    return f"{ARTICLE}memberships:\n  -\n{lines}\n"


def test_a_facts_file_is_its_article_and_lists_of_facts() -> None:
    file = read(ARTICLE + MEETING)
    assert file.id == "a"
    assert file.facts.article.title == "Ten nations meet"
    assert file.facts.announcements[0].event == "meeting-2025"
    assert file.facts.memberships == []


def test_values_stay_what_was_typed() -> None:
    file = read(membership(nations="NOR", status="NO", start_date="2013", end_date="2020-02-11"))
    claim = file.facts.memberships[0]
    assert (claim.status, claim.start_date, claim.end_date) == ("NO", "2013", "2020-02-11")


def test_one_value_may_stand_for_a_list_of_one() -> None:
    file = read(membership(nations="FRA", passage="France is in."))
    assert file.facts.memberships[0].nations == ["FRA"]
    assert [passage.exact for passage in file.facts.memberships[0].passage or []] == [
        "France is in."
    ]


def test_the_wrong_code_is_answered_with_the_right_one_at_its_line() -> None:
    assert refusal(membership(nations="[AUS, UK]")) == (
        ":13: error: memberships[0].nations[1]: nation 'UK': use the ISO 3166-1 alpha-3 code GBR"
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("natoins", "nations"), ("startdate", "start_date"), ("strategies", "status")],
)
def test_an_unknown_field_is_answered_with_the_one_meant(typed: str, meant: str) -> None:
    told = refusal(membership(**{typed: "x"}))
    assert told.startswith(f":16: error: memberships[0].{typed}: there is no field {typed!r}: ")
    assert meant in told


def test_an_unknown_field_in_a_selector_is_answered_with_its_fields() -> None:
    told = refusal(membership(passage="{exact: x, sufix: y}"))
    assert told.endswith("there is no field 'sufix': did you mean 'suffix'?")


def test_an_unknown_choice_is_answered_with_the_choices() -> None:
    assert refusal(article(tier="oficial")) == (
        ":6: error: article.tier: 'oficial' is not known here: "
        "choose 'official', 'press', 'reference' or 'copy'"
    )


@pytest.mark.parametrize("field", ["title", "publisher", "kind", "tier", "rights", "state"])
def test_a_missing_field_is_named(field: str) -> None:
    assert refusal(article(**{field: ""})) == (
        f":1: error: article.{field}: the field {field!r} is missing: add it"
    )


@pytest.mark.parametrize("written", ["9 April 2025", "2025-4-9", "04/09/2025"])
def test_a_date_that_is_not_edtf_is_answered_with_how_to_write_it(written: str) -> None:
    told = refusal(article(published=written))
    assert told.startswith(
        f":4: error: article.published: date {written!r} is not EDTF: write 2025"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("memberships:\n",
         ":9: error: memberships: the field is empty: fill it in, or leave it out"),
        ("memberships: x\n", ":9: error: memberships: expected a list here"),
        ("memberships: [x]\n", ":9: error: memberships[0]: expected fields (name: value) here"),
        ("posts: [{official: a, title: [b], note: n}]\n",
         ":9: error: posts[0].title: expected text here, not a list or fields"),
        ("posts: [{official: a, title: b, acting: maybe, note: n}]\n",
         ":9: error: posts[0].acting: 'maybe': write true or false"),
        ("posts: [{official: Ann Doe, title: b, note: n}]\n",
         ":9: error: posts[0].official: 'Ann Doe' is not a slug: write 'ann-doe'"),
        ("posts: [{official: a, title: b}]\n",
         ":9: error: posts[0]: give `passage` (the article's words) or `note` (our summary)"),
        ("memberships: [{coalition: a, nations: [], status: member, note: n}]\n",
         ":9: error: memberships[0]: `nations` is empty: name at least one, or leave the claim "
         "out"),
        ("memberships: [{coalition: a, nations: [FRA, FRA], status: member, note: n}]\n",
         ":9: error: memberships[0].nations: FRA stands in the list twice: keep one"),
        ("statements: [{kind: direct, text: x}]\n",
         ":9: error: statements[0]: name the `speaker`, or give `as_printed` where it is no known "
         "person"),
        ("statements: [{kind: direct, text: x, speaker: a, speaker_kind: group}]\n",
         ":9: error: statements[0]: `speaker` is for persons; a group goes into `as_printed`"),
        ("statements: [{kind: paraphrase, text: x, speaker: a}]\n",
         ":9: error: statements[0]: give `passage` (the article's words) or `note` (our summary)"),
        ("persons: [{official: a, nationality: FRA, note: n}]\n",
         ":9: error: persons[0]: `nationality` and `nationality_from` (stated, organisation) go "
         "together"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_fact_is_refused(text: str, told: str) -> None:
    assert refusal(ARTICLE.strip() + "\n" + text) == told


@pytest.mark.parametrize(
    "address", ["example.org", "javascript:alert(1)", "https://", "https://a b.c"]
)
def test_an_address_must_be_one_of_the_web(address: str) -> None:
    assert "is not a web address: it must begin with https://" in refusal(article(via=address))


def test_an_article_without_any_date_is_refused() -> None:
    told = refusal(article(published=""))
    assert told.endswith("give `published`, or `retrieved` where the source shows no date")


def test_a_reviewed_article_says_by_whom_and_when() -> None:
    assert "names `reviewed_by` and `reviewed_on`" in refusal(article(state="reviewed"))
    assert "belong to state: reviewed" in refusal(article(reviewed_by="Ann"))
    read(article(state="reviewed", reviewed_by="Ann", reviewed_on="2025-05-01"))


def test_all_that_is_wrong_is_told_at_once() -> None:
    told = refusals(article(tier="oficial", published="yesterday") + "announcments: []\n")
    assert len(told) == 3


@pytest.mark.parametrize(
    "text", ["", "\n", "# only a comment\n", "- a\n- list\n", "just words", "[]", "42"]
)
def test_what_has_no_article_is_no_facts_file(text: str) -> None:
    assert refusal(text).endswith("a facts file begins with `article:` and its fields")


def test_a_file_name_that_is_no_slug_is_refused_with_one_that_is() -> None:
    assert refusals(ARTICLE, "articles/New file.yaml") == [
        "articles/New file.yaml: error: file name: 'New file' is not a slug: write 'new-file'"
    ]


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(ARTICLE.encode() + "# Aušrinė".encode("cp1257"))
    result = read_facts(path, "articles/a.yaml")
    assert isinstance(result, list)
    assert "save it as UTF-8" in result[0].message


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + ARTICLE.strip().encode().replace(b"\n", b"\r\n"))
    assert isinstance(read_facts(path, "articles/a.yaml"), ReadFacts)


def test_a_broken_file_does_not_keep_the_others_out(tmp_path: Path) -> None:
    files = {"articles/2025/a.yaml": "article: [", "articles/2025/b.yaml": ARTICLE}
    reads, findings = read_facts_files(data_dir(tmp_path, files))
    assert [file.id for file in reads] == ["b"]
    assert [finding.path for finding in findings] == ["articles/2025/a.yaml"]


def test_two_files_cannot_have_one_id(tmp_path: Path) -> None:
    files = {"articles/2024/a.yaml": ARTICLE, "articles/2025/a.yaml": ARTICLE}
    reads, findings = read_facts_files(data_dir(tmp_path, files))
    assert [file.path for file in reads] == ["articles/2024/a.yaml"]
    assert findings == [
        Finding(
            "articles/2025/a.yaml", None, "",
            "the article id 'a' is taken by articles/2024/a.yaml: rename one",
        )
    ]  # fmt: skip


def test_a_file_with_the_other_ending_is_told_not_lost(tmp_path: Path) -> None:
    _, findings = read_facts_files(data_dir(tmp_path, {"articles/2025/b.yml": ARTICLE}))
    assert [finding.message for finding in findings] == ["rename it to b.yaml"]


@pytest.mark.parametrize("name", ["b.YAML", "b.yaml.txt", "b.json", "b.csv"])
def test_what_is_no_facts_file_by_its_name_is_told_not_lost(tmp_path: Path, name: str) -> None:
    data = data_dir(tmp_path, {"articles/2025/a.yaml": ARTICLE, f"articles/2025/{name}": ARTICLE})
    reads, findings = read_facts_files(data)
    assert [file.id for file in reads] == ["a"]
    assert [str(finding) for finding in findings] == [
        f"articles/2025/{name}: error: file name: is not read: "
        "facts files end in .yaml; rename it or take it away"
    ]


def test_a_facts_file_that_leads_nowhere_is_told_not_lost(tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    (data.articles / "a.yaml").symlink_to(tmp_path / "nowhere")
    (data.articles / "b.yaml").mkdir()
    _, findings = read_facts_files(data)
    assert [(f.path, f.message.split(":")[0]) for f in findings] == [
        ("articles/a.yaml", "is no file that can be opened"),
        ("articles/b.yaml", "is no file that can be opened"),
    ]


BEGINNING = "a facts file begins with `article:` and its fields"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", f":1: error: the file is empty: {BEGINNING}"),
        (b"# x\n", f":1: error: the file is empty: {BEGINNING}"),
        (b"a,b\n1,2\n", f":1: error: {BEGINNING}"),
        ("article:\n  title: é".encode("latin-1"),
         ":2: error: is not text in UTF-8: save it as UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_facts_file_at_all_is_told_so(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    result = read_facts(path, "articles/a.yaml")
    assert isinstance(result, list)
    assert [str(finding) for finding in result] == [f"articles/a.yaml{told}"]


def test_an_editors_hidden_files_are_none_of_ours(tmp_path: Path) -> None:
    data = data_dir(tmp_path, {f"articles/{name}": "x" for name in (".#a.yaml", "a.yaml~", "#b#")})
    write(tmp_path / "articles" / "b.yaml" / "c.txt", "a folder that looks like a facts file")
    assert facts_paths(data) == []
    assert [f.path for f in read_facts_files(data)[1]] == [
        "articles/b.yaml",
        "articles/b.yaml/c.txt",
    ]


@given(st.text())
def test_no_text_makes_reading_raise(text: str) -> None:
    assert parse_facts(text, "articles/a.yaml")


_scalars = st.sampled_from(["", "x", "2025", "UK", "cspo", "[a]", "{exact: x}", "'\\0'", "NO", "~"])
_fields = st.sampled_from(
    ["title", "nations", "coalition", "passage", "note", "event", "official", "text", "kind",
     "date", "start_date", "speaker", "confidence", "str", "acting", "strange"]
)  # fmt: skip


@given(
    st.sampled_from(["article", "memberships", "posts", "announcements", "statements", "persons"]),
    st.dictionaries(_fields, _scalars),
    st.booleans(),
)
def test_no_combination_of_fields_makes_reading_raise(
    kind: str, fields: dict[str, str], listed: bool
) -> None:
    inner = "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"
    head = "" if kind == "article" else ARTICLE
    result = parse_facts(f"{head}{kind}: {f'[{inner}]' if listed else inner}", "articles/a.yaml")
    if isinstance(result, list):
        assert all(finding.message and finding.line for finding in result)
