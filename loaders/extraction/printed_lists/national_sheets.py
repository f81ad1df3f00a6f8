"""Sheets of one nation: lines that each name a body, with how the nation above stands to it.

"Canada in space" over "Artemis Accords: signatory since 2020" and "Founding member of CSpO".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.rules import Act
from loaders.extraction.nations.mentions import find_nations
from loaders.extraction.printed_lists.above import is_label
from loaders.extraction.printed_lists.bodies import ALLIANCE, fitted
from loaders.extraction.printed_lists.leads import standing_of_words
from loaders.extraction.printed_lists.notes import day_in, of_opening
from loaders.extraction.printed_lists.reader import ListHead, ListReader, Told, dated
from loaders.extraction.printed_lists.standings import Standing, of_note
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span

#: A longer paragraph is prose.
_LONGEST_LINE = 320
#: So many labels and headings above the lines may name their nation.
_STEPS = 4
#: What parts a body from what is said of it.
_MARK = re.compile(r"\s?(?:\([A-Z][\w-]{1,14}\))?\s?[:–—(,|\t-]")
_OPENING = re.compile(r"[\W\d_]{0,6}(?:[Tt]he |NATO['’]s )?")
_PIECE = re.compile(r"[^,;.:()|\t–—]+")
#: "2014", "in 2019": a piece that only gives the day of the one before.
_ONLY_A_DAY = re.compile(
    r"\W*(?:\([A-Z][\w-]{1,14}\)\W+)?(?:(?:since|from|in|on) )?[\w ]{0,14}(?:19|20)\d\d\W*"
)
_LEAD = re.compile(r":\W*\Z")
#: Not the point behind "Dec".
_STOP = re.compile(r"(?<!\b[A-Z][a-z]{2})(?<!\bSept)[.;]\s")


@dataclass(frozen=True, slots=True)
class _SheetLine:
    """A paragraph that names a body, and the standings it gives.

    Without any it only names the body, or the day of a standing that the lead gives.
    """

    index: int
    body: CoalitionMention
    told: tuple[tuple[Standing, TimeExpression | None], ...]
    day: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class _Above:
    """Whose sheet it is, where that is said, and what a sentence leading to it says."""

    nation: str
    said: Span | None
    standing: Standing | None = None


def told_by_sheets(reader: ListReader) -> Iterator[Told]:
    """How the nation of each sheet stands to the bodies that its lines name."""
    survey = reader.survey
    for lines in _sheets(survey):
        above = _nation_above(survey, lines[0].index)
        if above is None:
            continue
        if len({line.body.key for line in lines}) == 1 and above.standing is None:
            continue
        reader.keep([line.index for line in lines], ListHead(None, None))
        for line in lines:
            bare = ((above.standing, line.day),) if above.standing and not line.told else ()
            for standing, when in line.told or bare:
                told = fitted(dated(standing, when), line.body)
                if told.status is not None or told.act is Act.LEAVING:
                    where = reader.span(line.index)
                    yield Told(line.body, above.nation, told, when, where, above.said)


def _sheets(survey: Survey) -> Iterator[list[_SheetLine]]:
    """Lines of bodies that follow one another."""
    run: list[_SheetLine] = []
    last = -1
    for mention in survey.coalitions:
        index = survey.document.paragraph_at(mention.start)
        if index == last or mention.common_noun:
            continue
        line = _line(survey, index, mention)
        if line is None and mention.slug == ALLIANCE:
            # "NATO's Sky Watch: member": of what is named next.
            continue
        last = index
        if run and (line is None or line.index > run[-1].index + 1):
            yield run
            run = []
        if line is not None:
            run.append(line)
    if run:
        yield run


def _line(survey: Survey, index: int, body: CoalitionMention) -> _SheetLine | None:
    """A paragraph that is such a line: the body first, or a standing right before it."""
    paragraph, text = survey.document.paragraphs[index], survey.document.text
    if paragraph.end - paragraph.start > _LONGEST_LINE:
        return None
    before = text[paragraph.start : body.start]
    own = Span(body.end, _end_of_own(survey, body, paragraph.end))
    if ahead := _standing_ahead().fullmatch(before):
        told = of_note(ahead["standing"])
        return _SheetLine(index, body, ((told, day_in(survey, own)),)) if told else None
    if not _OPENING.fullmatch(before):
        return None
    rest = text[body.end : paragraph.end]
    if not rest.strip(" .;,"):
        return _SheetLine(index, body, ())
    if not _MARK.match(rest):
        return None
    pieces = tuple(_pieces(survey, own))
    day = day_in(survey, own) if _ONLY_A_DAY.fullmatch(rest) else None
    return _SheetLine(index, body, pieces, day) if pieces or day else None


def _end_of_own(survey: Survey, body: CoalitionMention, end: int) -> int:
    """Where another nation or body is named: from there on it is not said of this one alone."""
    others = [m.start for m in survey.mentions_in(body.end, end)[:1]]
    bodies = survey.coalition_mentions_in(body.end, end)
    others += [m.start for m in bodies if m.key != body.key][:1]
    return min(others, default=end)


def _pieces(survey: Survey, own: Span) -> Iterator[tuple[Standing, TimeExpression | None]]:
    """The standings that a line gives, each with its day: "member since 2019; observer, 2015"."""
    text = survey.document.text
    places = [
        piece.start()
        for piece in _PIECE.finditer(text, *own)
        if _standing_alone().match(piece.group())
    ]
    for place, following in pairwise((*places, own.end)):
        stop = _STOP.search(text, place, following)
        told = of_opening(text[place:following])
        if told is not None:
            yield told, day_in(survey, Span(place, stop.start() if stop else following))


@cache
def _standings() -> str:
    qualities = "|".join(ordered_words("list_labels", "sheet_qualities"))
    standings = "|".join(ordered_words("list_labels", "sheet_standings"))
    return rf"(?:(?:{qualities})[ -])*(?:{standings})"


@cache
def _standing_alone() -> re.Pattern[str]:
    """Matches what says how somebody stands, without saying who or to what."""
    return re.compile(rf"\W*{_standings()}\b(?! (?:of|by|to|for|with|and)\b)", re.IGNORECASE)


@cache
def _standing_ahead() -> re.Pattern[str]:
    """Matches the words before a body: "Founding member of the"."""
    return re.compile(
        rf"[\W\d_]{{0,6}}(?P<standing>{_standings()})(?: (?:of|to|in|at|for|with|the))*\s",
        re.IGNORECASE,
    )


def _nation_above(survey: Survey, index: int) -> _Above | None:
    """The one nation of the headings, labels or lead above the lines, else of the title."""
    document = survey.document
    for at in range(index - 1, max(-1, index - 1 - _STEPS), -1):
        paragraph = document.paragraphs[at]
        span = Span(paragraph.start, paragraph.end)
        words = document.text[span.start : span.end]
        nations = survey.named_in(*span)
        lead = _LEAD.search(words)
        if len(nations) == 1 and (lead or is_label(words)):
            bodies = [m for m in survey.coalition_mentions_in(*span) if m.slug != ALLIANCE]
            told = standing_of_words(words) if lead and not bodies else None
            return _Above(nations[0], span, told)
        if nations or not (lead or is_label(words)):
            break
    return _nation_of_title(survey)


def _nation_of_title(survey: Survey) -> _Above | None:
    """The one nation that the title names, or the first heading."""
    document = survey.document
    if document.title:
        nations = {mention.nation for mention in find_nations(document.title).mentions}
        return _Above(nations.pop(), None) if len(nations) == 1 else None
    first = document.paragraphs[0]
    named = survey.named_in(first.start, first.end)
    label = is_label(document.text[first.start : first.end])
    return _Above(named[0], Span(first.start, first.end)) if label and len(named) == 1 else None
