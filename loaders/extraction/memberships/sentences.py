"""The sentences of an article that may tell of membership: that name nations, or mean some.

Besides those that name nations these are the ones right behind that take them up again ("Both
have signed."), and those before that count some ("Three nations joined. They are …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.language.numbers import count_pattern
from loaders.extraction.memberships.references import TAKING_UP
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.clauses import Clause
from loaders.extraction.texts.document import Document, Span

#: A longer one is no sentence, but a table or a list.
LONGEST_SENTENCE = 3000
#: How far a sentence may stand from the one whose nations it takes up.
_TAKING_UP_REACH = 500
#: So many sentences before one that names nations are read for deeds of nations only counted.
_COUNTED_BEFORE = 3


def candidates(survey: Survey) -> Iterator[tuple[Span, bool]]:
    """Each sentence that may tell of membership, in order, and whether it names nations."""
    document = survey.document
    last = -1
    for enumeration in survey.enumerations:
        index = document.sentence_at(enumeration.start)
        if index == last:
            continue
        taken_up = list(_taking_up(survey, last + 1, index)) if last >= 0 else []
        yield from taken_up
        first = last + 1 if not taken_up else document.sentence_at(taken_up[-1][0].start) + 1
        yield from _counting(survey, max(first, index - _COUNTED_BEFORE), index)
        last = index
        if _is_table_row(document, document.sentences[index]):
            # Its cells are no sentence: `printed_lists` reads them by the heads of their columns.
            continue
        if document.sentences[index].end - document.sentences[index].start < LONGEST_SENTENCE:
            yield document.sentences[index], True
    if last >= 0:
        yield from _taking_up(survey, last + 1, len(document.sentences))


def _is_table_row(document: Document, sentence: Span) -> bool:
    """Whether a sentence is a line of columns."""
    text = document.text
    return text.startswith("|", sentence.start) or "\t" in text[sentence.start : sentence.end]


def _counting(survey: Survey, first: int, end: int) -> Iterator[tuple[Span, bool]]:
    """The sentences that count nations, right before one that may name them."""
    document = survey.document
    for sentence in document.sentences[first:end]:
        long = sentence.end - sentence.start > _LONGEST_COUNTING
        if not long and _COUNTED.search(document.text, sentence.start, sentence.end):
            yield sentence, False


_LONGEST_COUNTING = 600
_COUNTED = re.compile(
    rf"\b{count_pattern()} (?:[\w-]+ ){{0,3}}(?i:nations|countries|states|allies|members|partners|"
    r"governments|powers|signatories)\b"
)


def _taking_up(survey: Survey, first: int, end: int) -> Iterator[tuple[Span, bool]]:
    document = survey.document
    for index in range(first, min(end, first + 2)):
        sentence = document.sentences[index]
        if sentence.start - document.sentences[first - 1].end > _TAKING_UP_REACH:
            return
        if TAKING_UP.match(document.text, sentence.start) and sentence.end - sentence.start < 600:
            yield sentence, False


def may_tell(clause: Clause) -> bool:
    """Whether a sentence without a name has a word of membership in it."""
    return _STEMS.search(clause.reduced) is not None


_STEMS = re.compile(
    r"join|acced|enter|board|bec[ao]m|admi|accept|welcom|induct|recei|recogni|add|br(?:ought|ing)|"
    r"sign|ratif|endors|adher|subscrib|ink|longer|ceased|ended|suspend|withdr|depart|left|leav|"
    r"quit|exit|pull|drop|belong|member|partner|part|made up|sit|holds|contribut|gain|won|nvit|"
    r"asked|offer|bserv|watch|ssociat|iaison|host|return|train|sent|compet|attend|found|form|"
    r"establish|launch|creat|set up|unit|compris|consist|compos|nclud|count|group|link|nations|"
    r"states|countries|put|affix|mak|made|Ⓒ [(—–-]|Ⓝ[)—–]|expel|oust|participa|follow|represent|"
    r"is Ⓝ|are Ⓝ|were Ⓝ|named|tak|took|[A-Z]{4}|grew|grow|grant|"
    r"expand|latest|newest|(?:was|were|is|are) in\b"
)
