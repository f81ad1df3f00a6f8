"""The pipeline's step for speech: persons, posts, statements."""

from __future__ import annotations

from loaders.extraction.attribution import Attributor
from loaders.extraction.document import Document
from loaders.extraction.facts import Found
from loaders.extraction.names import Names
from loaders.extraction.individuals import Individuals
from loaders.extraction.statements import StatementReader


def read_speech(document: Document, found: Found) -> None:
    """Add the document's statements, persons and posts to `found`."""
    names = Names(document.masked)
    people = Individuals(names)
    attributor = Attributor(document, names)
    reader = StatementReader(document, people, attributor)
    found.statements.extend(reader.read())
    found.problems.extend(reader.problems)
