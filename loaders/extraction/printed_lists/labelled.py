"""Labels with nations behind them: "Members: Chile and Peru", "2010: Latvia and Romania follow"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.tokens import is_doubtful
from loaders.extraction.printed_lists.above import look_above
from loaders.extraction.printed_lists.bodies import (
    body_named,
    body_of_article,
    standing_of_body,
)
from loaders.extraction.printed_lists.leads import standing_of_words, without_bodies
from loaders.extraction.printed_lists.lines import Group, Line
from loaders.extraction.printed_lists.notes import label_day
from loaders.extraction.printed_lists.reader import ListHead, ListReader, Told
from loaders.extraction.printed_lists.standings import (
    Standing,
    is_neutral,
    of_label,
    pattern_of,
)
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

#: A label of more words is a sentence, in which a noun of standing must stand.
_LABEL_WORDS = 6
#: A clause and no label: "The following members were represented".
_VERBAL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|includ\w+|attended|participated|joined|signed|came|"
    r"comprise\w*|counts?)\b"
)
#: So many lines of a chronology may stand between an act and its like.
_REACH = 4


def told_by_labels(reader: ListReader, line: Line) -> Iterator[Told]:
    """What the labels of one line tell of the nations behind them."""
    survey = reader.survey
    above = look_above(survey, line.index, reader.listed)
    before = reader.before(above.inherited)
    section = above.standing if above.explicit else None
    if section is None and before is not None:
        section = before.standing
    body = body_named(survey, above.words) or (before.body if before else None)
    start = survey.document.paragraphs[line.index].start
    meant = body or body_of_article(survey, start, above.section)
    settled = len(reader.settled)
    for group in line.groups:
        if group.label is not None and not _is_doubted(survey, group):
            # "France leads the Centre. Its sponsors are: …": of what its own line spoke of last.
            within = body or body_of_article(survey, group.label.start, above.section)
            own = body_named(survey, [group.label]) or within
            yield from _told_by_group(reader, line, group, section, own)
    if len(reader.settled) > settled or section is not None:
        reader.keep([line.index], ListHead(section, meant))


def _told_by_group(
    reader: ListReader,
    line: Line,
    group: Group,
    section: Standing | None,
    body: CoalitionMention | None,
) -> Iterator[Told]:
    survey, label = reader.survey, group.label
    if label is None or body is None:
        return
    standing = _of_label(survey, group, section, body)
    day = label_day(survey, label)
    if standing is None and _is_day(survey, label):
        standing = _of_chronology(reader, line, group)
        day = next(iter(survey.times_in(*label)), None)
    if standing is None:
        return
    entries = group.listed.entries
    verbal = bool(_VERBAL.search(survey.document.text[label.start : label.end]))
    if not verbal:
        reader.settled.append(Span(entries[0].start, entries[-1].end))
    head = ListHead(standing, body, None, day, label, verbal)
    for entry in entries:
        yield from reader.told_of(line, group, entry, head)


def _is_sentence(survey: Survey, group: Group) -> bool:
    """ "Integration: The United States will build …": what goes on behind is no list."""
    text = survey.document.text
    return any(re.match(r"\s*[^\W\d_]", text[start:end]) for start, end in group.notes)


def _is_doubted(survey: Survey, group: Group) -> bool:
    """ "Allies that have yet to sign: …", "New members: … are in the process of joining"."""
    text = survey.document.text
    stretches = [*([group.label] if group.label else []), *group.notes]
    return any(is_doubtful(text[start:end]) for start, end in stretches)


def _of_label(
    survey: Survey, group: Group, section: Standing | None, body: CoalitionMention
) -> Standing | None:
    """What a label says, or what it stands under where it says nothing itself."""
    label = group.label
    if label is None:
        return None
    words = without_bodies(survey, label)
    told = of_label(words)
    short = len(words.split()) <= _LABEL_WORDS
    if told is None and _is_sentence(survey, group):
        return None
    if told is None and section is None and _units().search(words):
        return standing_of_body(body)
    if told is None:
        named = body_named(survey, [label]) is not None
        if section is None and named and not any(c.isalpha() for c in words):
            return standing_of_body(body)
        return section if is_neutral(words) or short else None
    if told.status is Status.PARTICIPANT and not is_exercise(body):
        return told if short else None
    return told


def _is_day(survey: Survey, label: Span) -> bool:
    """Whether a label is nothing but a day or a year."""
    text = survey.document.text
    last = label.start
    for time in survey.times_in(*label):
        if any(c.isalnum() for c in text[last : time.start]):
            return False
        last = time.end
    return last > label.start and not any(c.isalnum() for c in text[last : label.end])


def _of_chronology(reader: ListReader, line: Line, group: Group) -> Standing | None:
    """ "2010: Latvia and Romania follow": what the lines before told, told again."""
    text = reader.survey.document.text
    tail = " ".join(text[start:end] for start, end in group.notes)
    near = range(line.index, line.index - _REACH, -1)
    before = next((reader.acts[at] for at in near if at in reader.acts), None)
    told = standing_of_words(tail)
    if told is not None and told.status in (Status.MEMBER, Status.SIGNED):
        # The sentence itself is for the frames to read.
        reader.acts[line.index] = told._replace(act=Act.JOINING)
        return None
    if before is not None and (not tail.strip(" .;,") or _likewise().search(tail)):
        reader.acts[line.index] = before
        return before
    return None


@cache
def _units() -> re.Pattern[str]:
    """Matches a noun of a part of a body: "Pacific cell", "Team North"."""
    return pattern_of(", ".join(ordered_words("list_labels", "units")))


@cache
def _likewise() -> re.Pattern[str]:
    return pattern_of(", ".join(ordered_words("list_labels", "likewise")))
