"""Every annotation of the gold set must be borne out by its text."""

from __future__ import annotations

import pytest

from loaders import nations
from tests.gold.annotations import (
    HERE,
    UNJUDGED,
    Article,
    Gold,
    Quote,
    locate,
    locate_nations,
    read_half,
)
from tests.gold.short import ANSWERS, read_short_texts
from tests.gold.vocabulary import ANNOUNCEMENT_KINDS, COALITIONS, PROBLEM_KINDS, STATUSES

ARTICLES = [a for part in ("guiding", "measured", "coalitions") for a in read_half(HERE / part)]
EVERY_ARTICLE = pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a.path.stem)


@EVERY_ARTICLE
def test_statements_are_found_in_their_text(article: Article) -> None:
    spans = [quote for statement in article.gold.statements or () for quote in statement.spans]
    assert [q.text for q in spans if locate(article.visible, q) is None] == []


@EVERY_ARTICLE
def test_speakers_and_posts_are_found_in_their_text(article: Article) -> None:
    speakers = [s for statement in article.gold.statements or () for s in statement.speakers]
    printed = [speaker.as_printed for speaker in speakers]
    printed += [post.title for post in article.gold.posts or ()]
    text = article.visible.casefold()
    assert [
        words for words in printed if " ".join(words.casefold().split()) not in _flat(text)
    ] == []


@EVERY_ARTICLE
def test_speakers_and_posts_belong_to_annotated_persons(article: Article) -> None:
    persons = {person.name for person in article.gold.persons or ()}
    speakers = [s for statement in article.gold.statements or () for s in statement.speakers]
    named = {speaker.name for speaker in speakers if speaker.name}
    named |= {post.person for post in article.gold.posts or ()}
    assert named - persons - {UNJUDGED} == set()
    assert [s for s in speakers if s.kind != "person" and s.name] == []


@EVERY_ARTICLE
def test_nations_and_passages_are_found_in_their_text(article: Article) -> None:
    found = set(locate_nations(article.visible, article.gold).values())
    assert set(article.gold.nations or ()) - found == set()
    passages = [Quote(text=a.passage) for a in article.gold.announcements or ()]
    assert [q.text for q in passages if locate(article.visible, q) is None] == []
    traps = [Quote(text=trap) for trap in article.gold.not_nations]
    assert [q.text for q in traps if locate(article.visible, q) is None] == []


@EVERY_ARTICLE
def test_members_and_parties_are_nations_the_text_mentions(article: Article) -> None:
    mentioned = set(article.gold.nations or ())
    claims = article.gold.memberships or ()
    counted = {nation for claim in claims for nation in claim.nations}
    counted |= {nation for nations in article.gold.not_members.values() for nation in nations}
    for event in article.gold.announcements or ():
        counted |= set() if isinstance(event.nations, str) else set(event.nations)
    assert counted - mentioned == set()


@EVERY_ARTICLE
def test_words_of_the_vocabulary_are_known(article: Article) -> None:
    gold = article.gold
    assert {s.kind for s in gold.statements or ()} <= {"direct", "partial", "indirect"}
    kinds = {speaker.kind for s in gold.statements or () for speaker in s.speakers}
    assert kinds <= {"person", "group", "organisation", "document"}
    assert {claim.status for claim in gold.memberships or ()} <= STATUSES | {UNJUDGED}
    assert {event.kind for event in gold.announcements or ()} <= ANNOUNCEMENT_KINDS
    assert set(gold.problems) <= PROBLEM_KINDS
    assert {c.coalition for c in gold.memberships or () if c.coalition} <= COALITIONS


def test_a_longer_name_hides_a_shorter_one_and_a_trap_hides_both() -> None:
    gold = Gold(
        nations={"KOR": ("Republic of Korea",), "GEO": ("Georgia",)}, not_nations=("Georgia Tech",)
    )
    text = "Georgia Tech met Georgia and the Republic of Korea."
    assert locate_nations(text, gold) == {(17, 24): "GEO", (33, 50): "KOR"}


def test_a_quotation_is_found_across_line_ends_and_soft_hyphens() -> None:
    text = "one two, one\r\ntw\u00ado."
    assert locate(text, Quote(text="one two", occurrence=2)) == (9, 18)


def _flat(text: str) -> str:
    """One line, as annotations are compared: invisible characters dropped."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())


@pytest.mark.parametrize("kind", ANSWERS)
def test_what_short_texts_tell_is_in_the_vocabulary(kind: str) -> None:
    known = ANNOUNCEMENT_KINDS
    if kind == "memberships":
        known = {f"{n} {s}" for n in nations.codes() for s in STATUSES | {"left"}}
    unknown = [(one.source, set(one.told) - known) for one in read_short_texts(kind)]
    assert [(source, words) for source, words in unknown if words] == []
