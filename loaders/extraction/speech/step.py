"""The pipeline's step for speech: persons, posts, statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.extraction.facts import Evidence, Found, Post, Statement
from loaders.extraction.persons.claims import list_persons
from loaders.extraction.persons.individuals import Individuals
from loaders.extraction.persons.names import Names, quoted_names
from loaders.extraction.posts.claims import PostReader, as_fact
from loaders.extraction.posts.found_posts import FoundPost
from loaders.extraction.posts.title_tokens import tokens_of
from loaders.extraction.posts.titles import read_title
from loaders.extraction.speech.attribution import Attributor
from loaders.extraction.speech.labels import TitledLabel
from loaders.extraction.speech.statements import StatementReader
from loaders.extraction.texts.document import Document


def read_speech(document: Document, found: Found) -> None:
    """Add the document's statements, persons and posts to `found`."""
    names = Names(document.masked)
    individuals = Individuals(names, quoted_names(document.text, document.quotations))
    post_reader = PostReader(document, individuals)
    posts = post_reader.read()
    reader = StatementReader(document, individuals, Attributor(document, names))
    statements = reader.read()
    posts.extend(post_reader.of_descriptions(reader.coreference.described_posts))
    persons = list_persons(
        document, individuals, posts, post_reader.stated, post_reader.affiliated, statements
    )
    kept = {person.id for person in persons}
    found.persons.extend(persons)
    found.posts.extend(as_fact(post, document) for post in posts if post.individual.id in kept)
    found.posts.extend(_posts_of_title(reader.labels.titles, document))
    found.statements.extend(with_posts(statements, posts, document))
    found.problems.extend(reader.problems)


def _posts_of_title(titled: list[TitledLabel], document: Document) -> Iterator[Post]:
    """The posts that a transcript's headline gives its speakers; their labels are the evidence."""
    for individual, printed, label in titled:
        title = read_title(printed, tokens_of(printed, 0, len(printed)))
        if title is None:
            continue
        body = printed[title.end :].removeprefix(", ").strip() or None
        yield Post(
            person=individual.id,
            title=printed[title.title.start : title.title.end],
            organisation=body if printed[title.end : title.end + 2] == ", " else None,
            organisation_nation=title.nation,
            evidence=(Evidence(label.start, label.end),),
            rule="headline of the transcript",
            confidence=0.85,
            acting=title.acting,
            former=title.former,
            attested_on=document.published,
        )


def with_posts(
    statements: list[Statement], posts: list[FoundPost], document: Document
) -> list[Statement]:
    """Each statement with the post its speaker is printed with in the attribution, if any."""
    printed: dict[str, list[tuple[int, int, str]]] = {}
    for post in posts:
        start = post.title.title.start
        end = max(post.title.end, start)
        text = document.text[start:end]
        printed.setdefault(post.individual.id, []).append(
            (post.passage.start, post.passage.end, text)
        )
    completed = []
    for statement in statements:
        post_text = None
        for speaker in statement.speakers:
            if speaker.span is None or speaker.person not in printed:
                continue
            for start, end, text in printed[speaker.person]:
                if start <= speaker.span.end and speaker.span.start <= end:
                    post_text = post_text or text
        completed.append(replace(statement, post_as_printed=post_text) if post_text else statement)
    return completed
