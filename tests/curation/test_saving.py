"""Saving: a valid file, the body where rights allow, two tabs that lose nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from loaders.build.building import build
from loaders.check.checking import check_data
from loaders.curation.declaring import Declaration
from loaders.curation.merging import difference, merged
from loaders.curation.proofs import Decision, decided, edited, proof_of_file
from loaders.curation.saving import Conflict, Refused, Saved, free_id, proposal, save, version_of
from loaders.facts.yaml import read_yaml
from loaders.findings import errors
from loaders.paths import DataDirectory
from loaders.reference import Official, read_reference
from loaders.reference.models import Coalition
from loaders.tables.parquet import read_tables
from tests.curation.articles import TEXT, all_accepted, extracted, one_fact
from tests.datadir import data_dir


@pytest.fixture
def data(tmp_path: Path) -> DataDirectory:
    return data_dir(tmp_path)


def test_what_is_saved_is_valid_and_on_the_tables(data: DataDirectory) -> None:
    saved = save(data, all_accepted(extracted()), None)
    assert isinstance(saved, Saved)
    assert saved.path == "articles/2025/ten-nations.yaml"
    assert errors(check_data(data).findings) == []
    tables = read_tables(build(data).folder)
    assert set(tables["memberships"]["nation"]) == {"FRA", "DEU", "CAN"}
    assert tables["statements"]["official"].tolist() == ["ann-doe"]
    assert tables["evidence"]["start"].notna().all()


def test_a_body_that_is_not_free_stays_in_the_local_folder(data: DataDirectory) -> None:
    save(data, all_accepted(extracted()), None)
    assert (data.local / "texts" / "ten-nations.txt").read_bytes().decode() == TEXT
    assert not data.texts.exists()


def test_a_free_body_is_kept_in_the_repository(data: DataDirectory) -> None:
    proof = all_accepted(extracted())
    proof = replace(proof, article={**proof.article, "rights": "public domain"})
    save(data, proof, None)
    assert (data.texts / "2025" / "ten-nations.txt").exists()
    assert not (data.local / "texts").exists()
    content = read_yaml((data.articles / "2025" / "ten-nations.yaml").read_text()).value
    assert content["article"]["text"] == "texts/2025/ten-nations.txt"


def test_the_second_of_two_tabs_is_told_and_nothing_is_written_over(data: DataDirectory) -> None:
    first, second = all_accepted(extracted()), extracted()
    save(data, first, None)
    before = (data.articles / "2025" / "ten-nations.yaml").read_bytes()
    told = save(data, second, None)
    assert isinstance(told, Conflict)
    assert (data.articles / "2025" / "ten-nations.yaml").read_bytes() == before
    assert told.text.encode() == before
    assert save(data, second, told.version) != told


def test_both_versions_can_be_kept(data: DataDirectory) -> None:
    fact = {"passage": "France joined."}
    theirs = one_fact("France joined. Canada joined.", **fact)
    mine = one_fact("France joined. Canada joined.", nations=["CAN"], passage="Canada joined.")
    save(data, theirs, None)
    told = save(data, mine, None)
    assert isinstance(told, Conflict)
    saved = proof_of_file("ten-nations", read_yaml(told.text).value, theirs.text)
    between = difference(saved, mine)
    assert [item.plain["nations"] for item in between.theirs] == [["FRA"]]
    assert [item.plain["nations"] for item in between.mine] == [["CAN"]]
    assert isinstance(save(data, merged(saved, mine), told.version), Saved)
    content = read_yaml((data.root / told.path).read_text()).value
    assert [claim["nations"] for claim in content["memberships"]] == [["FRA"], ["CAN"]]


def test_a_fact_that_would_be_left_out_of_the_tables_is_refused(data: DataDirectory) -> None:
    wrong = one_fact(TEXT, coalition="nobody-knows-it", passage="The ministers met on Tuesday.")
    refused = save(data, wrong, None)
    assert isinstance(refused, Refused)
    assert "not known" in str(refused.findings[0])
    assert not list(data.articles.rglob("*.yaml"))


def test_new_vocabulary_is_written_with_the_article(data: DataDirectory) -> None:
    before = (data.reference / "coalitions.yaml").read_text()
    moon = Coalition(slug="moon-pact", name="Moon Pact", short_name="Moon Pact",
                     aliases=["Lunar: Pact"], kind="civil",
                     description="A: made-up pact.")  # fmt: skip
    eve = Official(slug="eve-poe", name="Eve Poe", family_name="Poe", other_names=["Eva, Poe"])
    proof = one_fact(TEXT, coalition="moon-pact", passage="The ministers met on Tuesday.")
    saved = save(data, proof, None, [Declaration(moon), Declaration(eve)])
    assert isinstance(saved, Saved)
    reference = read_reference(data)
    assert reference.findings == []
    assert reference.coalitions["moon-pact"] == moon
    assert reference.officials["eve-poe"] == eve
    assert (data.reference / "coalitions.yaml").read_text().startswith(before)


def test_what_two_curators_declare_stays(data: DataDirectory) -> None:
    one = Declaration(Official(slug="eve-poe", name="Eve Poe", family_name="Poe"))
    other = Declaration(Official(slug="max-orr", name="Max Orr", family_name="Orr"))
    passage = "The ministers met on Tuesday."
    save(data, one_fact(TEXT, passage=passage), None, [one])
    save(data, replace(one_fact(TEXT, passage=passage), id="another"), None, [one, other])
    assert {"eve-poe", "max-orr"} <= set(read_reference(data).officials)
    assert read_reference(data).findings == []


def test_a_correction_changes_only_its_own_lines(data: DataDirectory) -> None:
    save(data, all_accepted(extracted()), None)
    path = data.articles / "2025" / "ten-nations.yaml"
    path.write_text(path.read_text().replace("memberships:", "# The roster\nmemberships:"))
    content = read_yaml(path.read_text()).value
    proof = proof_of_file("ten-nations", content, TEXT)
    item = next(item for item in proof.items if item.section == "memberships")
    proof = edited(proof, item.key, {**item.plain, "status": "observer"})
    before = path.read_text().splitlines()
    save(data, proof, version_of(data, "ten-nations"))
    after = path.read_text().splitlines()
    assert [line for line in after if line not in before] == ["    status: observer"]
    assert "# The roster" in after


@pytest.mark.parametrize("identity", ["../../etc/passwd", "..", "a/b", "A b", "", "x\0y"])
def test_no_id_leads_out_of_the_data_directory(data: DataDirectory, identity: str) -> None:
    proof = replace(all_accepted(extracted()), id=identity)
    assert isinstance(save(data, proof, None), Refused)
    assert not [p for p in data.root.rglob("*") if p.is_file() and "reference" not in p.parts
                and p.name != ".lock"]  # fmt: skip


@pytest.mark.parametrize("named", ["../out.txt", "/tmp/out.txt", "articles/x.txt", "texts/../../o"])
def test_no_text_path_leads_out_of_texts(data: DataDirectory, named: str) -> None:
    proof = all_accepted(extracted())
    article = {**proof.article, "rights": "public domain", "text": named}
    assert isinstance(save(data, replace(proof, article=article), None), Refused)


@pytest.mark.parametrize(
    "title",
    ["../../etc", "!!python/object/apply:os.system", "=cmd|' /C calc'!A0", "<script>", "💥"],
)
def test_a_title_of_any_signs_gives_a_safe_name_and_is_kept_as_it_is(
    data: DataDirectory, title: str
) -> None:
    proof = all_accepted(extracted())
    proof = replace(proof, id=free_id(data, title), article={**proof.article, "title": title})
    saved = save(data, proof, None)
    assert isinstance(saved, Saved)
    assert (data.root / saved.path).resolve().is_relative_to(data.articles)
    assert read_yaml((data.root / saved.path).read_text()).value["article"]["title"] == title


def test_yaml_in_the_article_stays_text(data: DataDirectory) -> None:
    text = "a: &a [x]\nb: *a\n!!python/object/apply:os.system [ls]\nFrance is a member.\n---\n# no"
    proof = one_fact(text, passage="!!python/object/apply:os.system [ls] France is a member.")
    saved = save(data, proof, None)
    assert isinstance(saved, Saved)
    (claim,) = read_yaml((data.root / saved.path).read_text()).value["memberships"]
    assert claim["passage"].startswith("!!python/object/apply:os.system [ls]")


def test_a_second_article_of_the_same_title_gets_a_number(data: DataDirectory) -> None:
    save(data, replace(all_accepted(extracted()), id="ten-nations-meet"), None)
    assert free_id(data, "Ten nations meet") == "ten-nations-meet-2"


def test_a_proposal_is_what_would_be_saved_and_writes_nothing(data: DataDirectory) -> None:
    proof = all_accepted(extracted())
    name, text = proposal(data, proof)
    assert not (data.root / name).exists()
    save(data, proof, None)
    assert (data.root / name).read_text() == text


def test_an_open_fact_is_saved_with_its_rule_and_is_open_again(data: DataDirectory) -> None:
    proof = extracted()
    roster = next(item for item in proof.items if item.section == "memberships")
    saved = save(data, decided(proof, roster.key, Decision.ACCEPTED), None)
    assert isinstance(saved, Saved)
    again = proof_of_file(
        "ten-nations", read_yaml((data.root / saved.path).read_text()).value, TEXT
    )
    open_ones = {item.section for item in again.of(Decision.OPEN)}
    assert "statements" in open_ones
    assert "memberships" not in open_ones
