"""Another name for an entry of the vocabulary: written into its entry, nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dashboard.curation.desk import also_named, answer, declare, desk_for, unexplained
from loaders.curation.aliases import Alias, bearer, named_too
from loaders.curation.saving import Refused, Saved, save
from loaders.curation.uploads import read_paste
from loaders.extraction import extract
from loaders.reference import Official, Reference, read_reference
from tests.curation.articles import TEXT, one_fact
from tests.datadir import data_dir, vocabulary

FILE = """# All of them
- {slug: ann-doe, name: Ann Doe, family_name: Doe}  # the general
- {slug: bo-ray, name: Bo Ray, family_name: Ray, other_names: [Robert Ray]}
- slug: cyd-fox
  name: Cyd Fox
  other_names: [Cid Fox]   # as in print
  family_name: Fox
- slug: dee-orr
  name: Dee Orr
  family_name: Orr
  other_names:
    - D. Orr
    # the end
# and after
"""


def lines_added(slug: str, name: str) -> tuple[set[str], set[str]]:
    """The lines that went and those that came."""
    made = named_too(FILE, Alias("official", slug, name)).splitlines()
    return set(FILE.splitlines()) - set(made), set(made) - set(FILE.splitlines())


@pytest.mark.parametrize(
    ("slug", "gone", "come"),
    [
        ("ann-doe", {"- {slug: ann-doe, name: Ann Doe, family_name: Doe}  # the general"},
         {"- {slug: ann-doe, name: Ann Doe, family_name: Doe, other_names: [A. B.]}"
          "  # the general"}),
        ("bo-ray", {"- {slug: bo-ray, name: Bo Ray, family_name: Ray, other_names: [Robert Ray]}"},
         {"- {slug: bo-ray, name: Bo Ray, family_name: Ray, other_names: [Robert Ray, A. B.]}"}),
        ("cyd-fox", {"  other_names: [Cid Fox]   # as in print"},
         {"  other_names: [Cid Fox, A. B.]   # as in print"}),
        ("dee-orr", set(), {"    - A. B."}),
    ],
)  # fmt: skip
def test_only_the_list_of_names_changes(slug: str, gone: set[str], come: set[str]) -> None:
    assert lines_added(slug, "A. B.") == (gone, come)


def test_an_entry_in_lines_without_names_gets_a_line() -> None:
    text = "- slug: eve-poe\n  name: Eve Poe\n  family_name: Poe\n\n- {slug: x, name: X}\n"
    made = named_too(text, Alias("official", "eve-poe", "E. Poe"))
    assert made == text.replace("family_name: Poe\n", "family_name: Poe\n  other_names: [E. Poe]\n")


def test_a_name_that_is_there_already_changes_nothing() -> None:
    assert named_too(FILE, Alias("official", "bo-ray", "Robert Ray")) == FILE


def test_an_entry_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="not in the vocabulary"):
        named_too(FILE, Alias("official", "nobody", "N."))


@given(
    st.sampled_from(["ann-doe", "bo-ray", "cyd-fox", "dee-orr"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1),
)
def test_any_name_reads_back_as_it_was_typed(slug: str, name: str) -> None:
    made = yaml.load(named_too(FILE, Alias("official", slug, name)), Loader=yaml.BaseLoader)
    (entry,) = (entry for entry in made if entry["slug"] == slug)
    assert name in entry["other_names"]
    assert len(made) == 4


def test_it_is_written_together_with_the_article(tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    aliases = [Alias("coalition", "cspo", "The Space Pact"), Alias("official", "bo-ray", "B. Ray")]
    proof = one_fact(TEXT, passage="The ministers met on Tuesday.")
    assert isinstance(save(data, proof, None, (), aliases), Saved)
    reference = read_reference(data)
    assert reference.findings == []
    assert reference.coalitions["cspo"].aliases == ["The Space Pact"]
    assert reference.officials["bo-ray"].other_names == ["Robert Ray", "B. Ray"]


def test_a_name_for_nobody_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    data = data_dir(tmp_path)
    before = (data.reference / "officials.yaml").read_text()
    proof = one_fact(TEXT, passage="The ministers met on Tuesday.")
    refused = save(data, proof, None, (), [Alias("official", "nobody", "N.")])
    assert isinstance(refused, Refused)
    assert (data.reference / "officials.yaml").read_text() == before
    assert not list(data.articles.rglob("*.yaml"))


@pytest.fixture
def reference(tmp_path: Path) -> Reference:
    return vocabulary(tmp_path)


def on_desk(reference: Reference, text: str = TEXT):
    return desk_for(read_paste(text), lambda title: "ministers-met", reference, extract)


@pytest.mark.parametrize("taken", ["Bo Ray", "robert ray", "Robert  Ray"])
def test_a_name_that_somebody_has_is_refused_at_the_desk(reference: Reference, taken: str) -> None:
    assert bearer(reference.officials, taken) == "bo-ray"
    with pytest.raises(ValueError, match="Bo Ray"):
        also_named(on_desk(reference), Alias("official", "ann-doe", taken), reference)


def test_a_name_of_an_entry_declared_at_the_desk_goes_into_that_entry(reference: Reference) -> None:
    desk = declare(on_desk(reference), Official(slug="eve-poe", name="Eve Poe", family_name="Poe"))
    desk = also_named(desk, Alias("official", "eve-poe", "E. Poe"), reference)
    assert desk.aliases == ()
    assert desk.declared[0].entry.other_names == ["E. Poe"]


def test_an_answer_offers_the_printed_name_to_be_remembered(reference: Reference) -> None:
    desk = on_desk(reference, TEXT.replace("Gen. Ann Doe", "Gen. Anna Dough"))
    desk = answer(desk, "official", "Anna Dough", "ann-doe", reference)
    assert unexplained(desk, reference) == [Alias("official", "ann-doe", "Anna Dough")]
    desk = also_named(desk, Alias("official", "ann-doe", "Anna Dough"), reference)
    assert unexplained(desk, reference) == []


def test_a_pronoun_is_no_name_to_be_remembered(reference: Reference) -> None:
    desk = answer(on_desk(reference), "official", "he", "ann-doe", reference)
    assert unexplained(desk, reference) == []
