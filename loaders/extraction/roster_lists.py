"""Rosters printed as lists: bullets, lines or table rows of one nation each, under a lead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.extraction.coalition_mentions import CoalitionMention
from loaders.extraction.document import Paragraph, ParagraphKind
from loaders.extraction.enumerations import Enumeration
from loaders.extraction.facts import Evidence
from loaders.extraction.membership_rules import Act, Status, count_pattern
from loaders.extraction.memberships import Claim, is_exercise
from loaders.extraction.survey import Survey

_OPENING = re.compile(r"[|\s*•–-]*(?:\d+[.)] )?(?:[Tt]he )?\Z")
_LONGEST_ROW = 90
_LEAD_REACH = 700
#: What the words above a list say of the nations in it; the first that fits.
_CUES = (
    (
        re.compile(
            rf"\b(?:has|have|includes?|counts|are|comprises?) (?:now )?(?:{count_pattern()}) "
            r"(?:\w+ )?"
            r"(?:member|partner|participating)?s? ?(?:states|nations|countries|members|partners)\b"
        ),
        Status.MEMBER,
        Act.STANDING,
    ),
    (re.compile(r"letters? of intent", re.I), Status.LETTER_OF_INTENT, Act.JOINING),
    (re.compile(r"\binvit", re.I), Status.INVITED, Act.STANDING),
    (re.compile(r"observer", re.I), Status.OBSERVER, Act.STANDING),
    (re.compile(r"\bsign(?:ed|atories|atory|ing)\b", re.I), Status.SIGNED, Act.JOINING),
    (re.compile(r"\bjoined\b|\bacceded\b", re.I), Status.MEMBER, Act.JOINING),
    (re.compile(r"particip|took part|taking part|attend", re.I), Status.PARTICIPANT, Act.STANDING),
    (
        re.compile(r"members?\b|partners?\b|nations\b|countries\b|compris|consist|includ", re.I),
        Status.MEMBER,
        Act.STANDING,
    ),
)


def find_list_claims(survey: Survey) -> Iterator[Claim]:
    """A claim for each run of at least two rows that open with a nation, under a lead."""
    run: list[tuple[int, Enumeration]] = []
    for index, opening in _rows(survey):
        if run and index != run[-1][0] + 1:
            yield from _claim(survey, run)
            run = []
        run.append((index, opening))
    yield from _claim(survey, run)


def _rows(survey: Survey) -> Iterator[tuple[int, Enumeration]]:
    paragraphs = survey.document.paragraphs
    last = -1
    for enumeration in survey.enumerations:
        index = survey.document.paragraph_at(enumeration.start)
        if index != last and _is_row(survey, paragraphs[index], enumeration):
            yield index, enumeration
        last = index


def _is_row(survey: Survey, paragraph: Paragraph, enumeration: Enumeration) -> bool:
    if paragraph.end - paragraph.start > _LONGEST_ROW:
        return False
    text = survey.document.text
    if not _OPENING.match(text[paragraph.start : enumeration.start]):
        return False
    rest = text[enumeration.end : paragraph.end]
    listed = paragraph.kind is ParagraphKind.ITEM or text[paragraph.start] == "|"
    return enumeration.names and (listed or not re.search(r"\w", rest))


def _claim(survey: Survey, run: list[tuple[int, Enumeration]]) -> Iterator[Claim]:
    nations = tuple(dict.fromkeys(n for _, row in run for n in row.nations))
    if len(run) < 2:
        return
    document = survey.document
    lead_end = document.paragraphs[run[0][0]].start
    lead_start = max(0, lead_end - _LEAD_REACH)
    coalition = _coalition_above(survey, lead_start, lead_end)
    if coalition is None:
        return
    start = document.sentences[document.sentence_at(coalition.start)].start
    lead = document.text[start:lead_end]
    fitting = next(((s, a) for cue, s, a in _CUES if cue.search(lead)), None)
    if fitting is None:
        return
    status, act = fitting
    if status is Status.PARTICIPANT and not is_exercise(coalition):
        status = Status.MEMBER
    times = survey.clause(document.sentences[document.sentence_at(coalition.start)]).times()
    rows = tuple(Evidence(row.start, row.end) for _, row in run)
    sentence = document.sentences[document.sentence_at(coalition.start)]
    yield Claim(
        coalition,
        nations,
        status,
        act,
        "roster: list",
        0.85,
        (Evidence(sentence.start, sentence.end), Evidence(rows[0].start, rows[-1].end)),
        when=times[-1] if times else None,
    )


def _coalition_above(survey: Survey, start: int, end: int) -> CoalitionMention | None:
    row = survey.coalitions
    above = row[bisect_left(row, (start,)) : bisect_left(row, (end,))]
    named = [m for m in above if not m.common_noun] or list(above)
    narrower = [m for m in named if m.slug != "nato"] or named
    return narrower[-1] if narrower else None
