"""A post of a person as found in the text, and what all readers of posts share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extraction.persons.individuals import Individual, Individuals
from loaders.extraction.persons.nationalities import Nationalities
from loaders.extraction.posts.title_nations import nation_of_organisation
from loaders.extraction.posts.titles import Title
from loaders.extraction.texts.document import Document, Span

#: What opens a phrase in front of the clause.
OPENING = re.compile(
    r"(?:[A-Z][a-z]+ing|In|At|On|After|Before|During|While|When|As|With|Despite|Following|Asked|For|"
    r"Accompanied|Joined|Flanked|According)\b"
)


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post of an individual, and the passage that claims it."""

    individual: Individual
    title: Title
    body: str | None
    body_nation: str | None
    passage: Span
    rule: str
    confidence: float


def posts_of(posts: list[FoundPost], individual: Individual) -> Iterator[FoundPost]:
    """The posts of one individual."""
    return (post for post in posts if post.individual is individual)


class PostPhrases:
    """Makes posts of the phrases around names in one document."""

    def __init__(self, document: Document, individuals: Individuals) -> None:
        self._document = document
        self._text = document.masked
        self._individuals = individuals
        self._nationalities = Nationalities(document, individuals)
        self.stated = self._nationalities.stated
        self.affiliated = self._nationalities.affiliated

    def _body_text(self, span: Span | None) -> str | None:
        if span is None:
            return None
        printed = self._text[span.start : span.end].rstrip(",")
        if printed.endswith(".") and not printed.endswith(("Inc.", "Corp.", "S.", "K.", "N.")):
            printed = printed[:-1]
        return re.sub(r"^(?:the|The|a|an) ", "", printed)

    def _post(
        self,
        individual: Individual,
        title: Title,
        span: Span | None,
        passage: Span,
        rule: str,
        confidence: float,
        body: str | None = None,
    ) -> FoundPost:
        body = body or self._body_text(span)
        nation = nation_of_organisation(body) if body else None
        if nation is None and (body is None or title.nation_stated):
            nation = title.nation
        return FoundPost(individual, title, body, nation, passage, rule, confidence)
