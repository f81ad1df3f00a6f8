"""The persons of an article as facts: who is certainly one, name, rank, nationality."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.extraction.facts import Evidence, NationalityFrom, Person, Statement
from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.individuals import Individual, Individuals, bare_tokens, official_of
from loaders.extraction.persons.nationalities import FoundNation
from loaders.extraction.posts.found_posts import FoundPost
from loaders.extraction.texts.document import Document, ParagraphKind, Span

_MOST_EVIDENCE = 3


def list_persons(
    document: Document,
    individuals: Individuals,
    posts: list[FoundPost],
    stated: dict[int, FoundNation],
    affiliated: dict[int, FoundNation],
    statements: list[Statement],
) -> list[Person]:
    """All persons that something besides capitals says are persons, in order of mention."""
    by_body: dict[int, FoundNation] = {}
    for post in posts:
        if post.body_nation and not post.title.former:
            told = FoundNation(post.body_nation, post.passage)
            by_body.setdefault(post.individual.number, told)
    by_body = {**affiliated, **by_body}
    speaking = {s.person for statement in statements for s in statement.speakers if s.person}
    listed = [
        _as_fact(individual, stated, by_body)
        for individual in individuals.individuals
        if individual.id in speaking
        or (individual.is_certain and _is_in_prose(document, individual))
    ]
    return sorted(listed, key=lambda person: person.evidence[0].start)


def _is_in_prose(document: Document, individual: Individual) -> bool:
    """Whether a sentence names the person: a page's tag line ("… is King") is none."""
    if individual.titled:
        return bool(individual.mentions)
    kinds = (document.paragraphs[document.paragraph_at(r.start)].kind for r in individual.mentions)
    return any(kind is not ParagraphKind.HEADING for kind in kinds)


def _as_fact(
    individual: Individual, stated: dict[int, FoundNation], by_body: dict[int, FoundNation]
) -> Person:
    told, source = stated.get(individual.number), NationalityFrom.STATED
    if told is None:
        told, source = by_body.get(individual.number), NationalityFrom.ORGANISATION
    sure = individual.known_given or individual.titled
    return Person(
        id=individual.id,
        official=official_of(individual.name),
        name=individual.name,
        family_name=family_name(individual.name),
        rank=individual.rank,
        nationality=told.nation if told else None,
        nationality_from=source if told else None,
        evidence=tuple(_evidence(individual, told)),
        rule="named" if individual.is_full else "named by surname",
        confidence=0.95 if sure and individual.is_full else 0.8 if sure else 0.7,
    )


def _evidence(individual: Individual, told: FoundNation | None) -> Iterator[Evidence]:
    """The first mentions, and the words that tell the nation: one passage where they touch."""
    runs = individual.mentions[:_MOST_EVIDENCE] or [individual.first]
    passages = [Span(run.start, run.end) for run in runs]
    if told is not None:
        passages = [p for p in passages if not told.passage.start <= p.start < told.passage.end]
        passages.append(told.passage)
    yield from (Evidence(*passage) for passage in sorted(passages))


@cache
def family_name(name: str) -> str:
    """The family name: `nameparser` where it takes more than the last word.

    Plain words need no parser, and it costs as much as reading a page.
    """
    tokens = bare_tokens(tuple(name.split()))
    if len(tokens) <= 2 and not any(t.lower() in words("first_names", "particles") for t in tokens):
        return tokens[-1] if tokens else name
    # "Mark T. Anderson" is as plain without his initial.
    plain = [t for at, t in enumerate(tokens) if not (0 < at < len(tokens) - 1 and _is_initial(t))]
    if len(tokens) == len(name.split()) and all(map(_is_plain, plain)):
        return tokens[-1]
    parsed = _parser()(name)
    return str(parsed) or tokens[-1]


def _is_plain(token: str) -> bool:
    """Whether a part of a name is neither particle, title, suffix nor initial to `nameparser`."""
    if len(token) < 3 or not token.isalpha() or token.isupper():
        return False
    return token.lower() not in _words_of_parser()


def _is_initial(token: str) -> bool:
    """The "T." of "Mark T. Anderson"."""
    return len(token) == 2 and token[0].isupper() and token[1] == "."


@cache
def _words_of_parser() -> frozenset[str]:
    constants = _constants()
    suffixes = {*constants.suffix_acronyms, *constants.suffix_not_acronyms}
    return frozenset({*constants.prefixes, *constants.titles, *suffixes, *constants.conjunctions})


@cache
def _constants():  # type: ignore[no-untyped-def]
    """The words of `nameparser` with our ranks, loaded when first needed."""
    from nameparser.config import Constants

    constants = Constants()
    listed = words("ranks", "ranks") | words("ranks", "honorifics")
    titles = {word.lower().rstrip(".") for title in listed for word in title.split()}
    constants.titles.add(*titles)
    return constants


@cache
def _parser():  # type: ignore[no-untyped-def]
    """A function from name to family name."""
    from nameparser import HumanName

    return lambda name: HumanName(name, constants=_constants()).last
