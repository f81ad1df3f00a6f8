"""The posts of a document's persons: before and behind the name, acting, former, described."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.facts import Evidence, Post
from loaders.extraction.persons.individuals import Individual
from loaders.extraction.posts.appositions import Appositions
from loaders.extraction.posts.found_posts import FoundPost, posts_of
from loaders.extraction.posts.leading_titles import LeadingTitles
from loaders.extraction.posts.relative_posts import words_of_posts
from loaders.extraction.posts.title_tokens import tokens_of
from loaders.extraction.posts.titles import read_title
from loaders.extraction.speech.descriptions import Described
from loaders.extraction.texts.document import Document

_BEFORE_OBJECT = re.compile(r" (?:of|for|at|to|in)\b")


class PostReader(LeadingTitles, Appositions):
    """Reads the posts of one document's individuals."""

    def read(self) -> list[FoundPost]:
        """All posts, each once; tells the individuals which nouns can mean them."""
        found: dict[tuple[int, str, str], FoundPost] = {}
        for mention in self._individuals.mentions:
            run, individual = mention.run, mention.individual
            self._nationalities.read(run, individual)
            posts = [
                *self._before(run, individual),
                *self._before_comma(run, individual),
                *self._after(run, individual),
                *self._headed(run, individual),
                *self._told(run, individual),
                *self._assigned(run, individual),
            ]
            for post in posts:
                printed = self._text[post.title.title.start : post.title.title.end]
                key = (individual.number, printed.lower(), (post.body or "").lower())
                known = found.get(key)
                if known is None or (known.body_nation is None and post.body_nation is not None):
                    found[key] = post
                self._teach(individual, post, printed)
                if post.body is not None:
                    individual.bodies.update(post.body.lower().split())
        return self._without_shorter(list(found.values()))

    def of_descriptions(self, described: list[Described]) -> Iterator[FoundPost]:
        """The posts that descriptions tell: "the home secretary said" of someone named before."""
        seen: set[tuple[int, str]] = set()
        for individual, phrase in described:
            title = read_title(self._text, tokens_of(self._text, phrase.start, phrase.end))
            key = (individual.number, title.head if title else "")
            if title is None or title.end < phrase.end or key in seen:
                continue
            seen.add(key)
            if title.nation_stated and title.nation:
                self._nationalities.state(individual, title.nation, phrase)
            yield self._post(individual, title, title.body, phrase, "description", 0.6)

    def _teach(self, individual: Individual, post: FoundPost, printed: str) -> None:
        title = post.title
        individual.holds_post = True
        noun = _BEFORE_OBJECT.split(printed, maxsplit=1)[0].lower()
        individual.nouns.add(noun)
        if title.former:
            individual.past_nouns.add(noun)
        individual.bodies.update(w for w in printed.lower().split()[1:] if len(w) > 3)
        if title.nation:
            individual.nations.add(title.nation)
        if title.nation_stated and title.nation:
            self._nationalities.state(individual, title.nation, post.passage)

    def _without_shorter(self, posts: list[FoundPost]) -> list[FoundPost]:
        """ "the minister, Minister Smith": of one person's posts the fuller one stays."""
        kept = []
        for post in posts:
            printed = self._printed(post).lower()
            if not any(
                other is not post
                and other.individual is post.individual
                and printed != self._printed(other).lower()
                and printed in self._printed(other).lower()
                and post.body is None
                and post.title.former == other.title.former
                and post.title.acting == other.title.acting
                for other in posts_of(posts, post.individual)
            ):
                kept.append(post)
        return kept

    def _printed(self, post: FoundPost) -> str:
        return self._text[post.title.title.start : post.title.title.end]


def as_fact(post: FoundPost, document: Document) -> Post:
    """The post as the contract prints it."""
    title = post.title
    start, end = title.title
    printed = words_of_posts().get(document.text[start:end], document.text[start:end])
    lowered = printed.lower()
    for prefix in ("then-", "ex-"):
        if lowered.startswith(prefix):
            printed = printed[len(prefix) :]
    return Post(
        person=post.individual.id,
        title=printed,
        organisation=post.body,
        organisation_nation=post.body_nation,
        evidence=(Evidence(post.passage.start, post.passage.end),),
        rule=post.rule,
        confidence=post.confidence,
        acting=title.acting,
        former=title.former,
        attested_on=None if title.former else document.published,
    )
