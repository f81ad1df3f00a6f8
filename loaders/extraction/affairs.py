"""The step of the pipeline that reads nations, memberships, announcements and dates."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from loaders.extraction.affair_facts import Mention
from loaders.extraction.announcements.claims import find_announcements
from loaders.extraction.dates.saying import is_day_of_saying
from loaders.extraction.facts import Found, Problem, Statement, StatementKind
from loaders.extraction.memberships.claims import Claim, as_memberships, count_problems
from loaders.extraction.memberships.days_elsewhere import with_days_elsewhere
from loaders.extraction.memberships.days_of_events import with_days_of_events
from loaders.extraction.memberships.frames import find_claims
from loaders.extraction.memberships.likely_lists import likely_claims
from loaders.extraction.memberships.own_days import by_own_days
from loaders.extraction.printed_lists.claims import read_lists
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.participants import Participants
from loaders.extraction.texts.document import Document, Span
from loaders.problems import ProblemKind


def read_affairs(document: Document, found: Found) -> None:
    """Add mentions, memberships, announcements and problems; complete the statements."""
    survey = Survey.of(document)
    lists = read_lists(survey)
    claims = by_own_days(survey, lists.beside(survey, find_claims(survey)))
    claims = with_days_elsewhere(survey, claims)
    people = Participants(document.text, found.persons)
    found.mentions += [Mention(m.nation, m.start, m.end) for m in survey.nations.mentions]
    unsettled = lists.without_settled(survey, likely_claims(survey, claims))
    likely = with_days_elsewhere(survey, by_own_days(survey, list(unsettled)))
    told = find_announcements(survey, claims, people)
    dated = with_days_of_events(survey, claims, told)
    found.memberships += as_memberships(survey, [*dated, *likely])
    found.announcements += told
    found.statements[:] = [_completed(survey, statement) for statement in found.statements]
    found.problems += _problems(survey, claims)


def _completed(survey: Survey, statement: Statement) -> Statement:
    """The statement with the nations and coalitions its words name, and its stated day."""
    stretches = _what_it_says(survey, statement)
    nations = tuple(dict.fromkeys(n for s in stretches for n in survey.named_in(*s)))
    coalitions = tuple(dict.fromkeys(c for s in stretches for c in survey.coalitions_in(*s)))
    date = statement.date or day_said(survey, statement)
    told = (statement.nations, statement.coalitions, statement.date)
    if told == (nations, coalitions, date):
        return statement
    return dataclasses.replace(statement, nations=nations, coalitions=coalitions, date=date)


def _what_it_says(survey: Survey, statement: Statement) -> list[Span]:
    """The words said; of a partial quotation its sentence, up to who said it."""
    if statement.kind is not StatementKind.PARTIAL or not statement.spans:
        return [Span(*span) for span in statement.spans]
    document = survey.document
    sentence = document.sentences[document.sentence_at(statement.spans[0].start)]
    source = _SOURCE.search(document.masked, sentence.start, sentence.end)
    if source is None:
        return [sentence]
    return [Span(sentence.start, source.start()), Span(source.end(), sentence.end)]


#: ", said Gen. Whiting, head of U.S. Space Command": who said it is not what was said.
_SOURCE = re.compile(
    r"(?:said|told|added|warned|announced|argued) (?:[A-Z][\w.’'-]*|[a-z]+ (?=[A-Z]))[^“”\"]*"
)
_LONGEST_EVIDENCE = 20_000


def day_said(survey: Survey, statement: Statement) -> str | None:
    """The day on which it was said, where its attribution names one: "told reporters Tuesday"."""
    text = survey.document.text
    for evidence in statement.evidence[:2]:
        if evidence.end - evidence.start > _LONGEST_EVIDENCE:
            continue
        sentences = survey.document.sentences
        first = sentences[survey.document.sentence_at(evidence.start)]
        last = sentences[survey.document.sentence_at(max(evidence.start, evidence.end - 1))]
        stretch = Span(min(first.start, evidence.start), max(last.end, evidence.end))
        for time in survey.times_in(*stretch):
            inside = any(span.start <= time.start < span.end for span in statement.spans)
            if (
                time.edtf
                and not inside
                and is_day_of_saying(text, stretch, Span(time.start, time.end))
            ):
                return time.edtf
    return None


def _problems(survey: Survey, claims: list[Claim]) -> Iterator[Problem]:
    text = survey.document.text
    yield from count_problems(survey, claims)
    for start, end, why in survey.nations.unsettled:
        yield Problem(ProblemKind.UNKNOWN_NATION, text[start:end], why, start, end)
    for time in survey.times:
        if time.edtf is None:
            kind = ProblemKind.UNANCHORED_DATE if time.relative else ProblemKind.IMPOSSIBLE_DATE
            why = (
                "no day of publication is known" if time.relative else "no such day in the calendar"
            )
            yield Problem(kind, text[time.start : time.end], why, time.start, time.end)
    yield from _unknown_coalitions(survey, claims)


_MULTINATIONAL = re.compile(
    r"\b(?:nations|countries|allies|allied|multinational|members?|partners|governments|joined|signator)"
)


def _unknown_coalitions(survey: Survey, claims: list[Claim]) -> Iterator[Problem]:
    """One row for each capitalised initiative that reads as one of nations and is not known."""
    claimed = {claim.coalition.key for claim in claims}
    told: set[str] = set()
    document = survey.document
    for mention in survey.coalitions:
        if mention.slug or mention.common_noun or mention.name in told:
            continue
        sentence = document.sentences[document.sentence_at(mention.start)]
        several = len(survey.nations_in(*sentence)) > 1
        near = bool(_MULTINATIONAL.search(document.text, sentence.start, sentence.end))
        if mention.name in claimed or several or near:
            told.add(mention.name)
            why = "looks like a coalition that coalitions.yaml does not know"
            yield Problem(
                ProblemKind.UNKNOWN_COALITION, mention.name, why, mention.start, mention.end
            )
