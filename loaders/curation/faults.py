"""What keeps one fact, as a person typed it, from being a fact of the file: said to that person."""

from __future__ import annotations

from pydantic import ValidationError

from loaders.curation.passages import PassageMissingError, own_words, place, words_of
from loaders.curation.proofs import Plain
from loaders.facts.advice import findings_of
from loaders.facts.models import SECTIONS, Article, Fact, StatementKind
from loaders.facts.yaml import YamlDocument


def faults_of(section: str, plain: Plain, text: str | None) -> list[str]:
    """What is wrong with a fact: its fields, and words that do not stand in the article."""
    model = SECTIONS[section]
    try:
        model.model_validate(plain)
    except ValidationError as error:
        return _told(error, plain, model)
    if text is None:
        return []
    words = words_of(plain.get("passage"))
    if section == "statements" and plain.get("kind") != StatementKind.PARAPHRASE:
        words += own_words(plain)
    return [fault for one in words if (fault := _missing(one, text))]


def article_faults(article: Plain) -> list[str]:
    """What is wrong with the article's own particulars."""
    try:
        Article.model_validate(article)
    except ValidationError as error:
        return _told(error, article, Article)
    return []


def _told(error: ValidationError, plain: Plain, model: type[Article] | type[Fact]) -> list[str]:
    findings = findings_of(error, YamlDocument(plain, {}), "", model)
    return [
        f"{finding.field}: {finding.message}" if finding.field else finding.message
        for finding in findings
    ]


def _missing(words: str, text: str) -> str | None:
    try:
        place(words, text)
    except PassageMissingError as error:
        return f"“{words if len(words) <= 60 else f'{words[:59]}…'}”: {error}"
    return None
