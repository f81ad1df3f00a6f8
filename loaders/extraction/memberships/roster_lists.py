"""Rosters printed as lists: bullets, lines or table rows of one nation each, under a lead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.facts import Evidence
from loaders.extraction.memberships.claims import Claim, is_exercise
from loaders.extraction.memberships.rules import Act, Status, count_pattern
from loaders.extraction.memberships.words import is_doubtful
from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Paragraph, ParagraphKind

_OPENING = re.compile(r"[|\s*•–-]*(?:\d+[.)] )?(?:[Tt]he )?\Z")
#: What goes on behind the nation of a row: "* | 2021", ",2021-11-01", " (lead nation)", " – since".
_CELL = re.compile(
    r"[* ]*(?:[|\t]|[,;] ?[\d–-]|\([^)]*\)[.;]?\Z"
    r"|[:–—-] ?(?:since|from|joined|signed|\d)[^.]{0,40}\Z)"
)
_LONGEST_ROW = 90
#: So many nations in one row are a roster of their own.
_ALONE = 4
_LEAD_REACH = 700
#: So much of the lead must hold no word of doubt: "countries that have expressed interest:".
_CLOSE_LEAD = 130
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
    (
        re.compile(r"particip|(?:take[sn]?|took|taking) part|attend", re.I),
        Status.PARTICIPANT,
        Act.STANDING,
    ),
    (
        re.compile(
            r"members?\b|partners?\b|sponsor|nations\b|countries\b|compris|consist|includ", re.I
        ),
        Status.MEMBER,
        Act.STANDING,
    ),
)


def find_list_claims(survey: Survey) -> Iterator[Claim]:
    """A claim for each run of at least two rows that open with a nation, under a lead."""
    run: list[tuple[int, Enumeration]] = []
    for index, opening in _rows(survey):
        if len(opening.nations) > _ALONE:
            yield from _claim(survey, [(index, opening)])
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
    text = survey.document.text
    if paragraph.end - paragraph.start > _LONGEST_ROW:
        # "Member nations:", and under it all of them in one row.
        whole = enumeration.end >= paragraph.end - 2 and len(enumeration.nations) > _ALONE
        return whole and bool(_OPENING.match(text[paragraph.start : enumeration.start]))
    if not _OPENING.match(text[paragraph.start : enumeration.start]):
        return False
    rest = text[enumeration.end : paragraph.end]
    listed = paragraph.kind is ParagraphKind.ITEM or text[paragraph.start] == "|"
    in_table = bool(_CELL.match(rest))
    return enumeration.names and (listed or in_table or not re.search(r"\w", rest))


def _claim(survey: Survey, run: list[tuple[int, Enumeration]]) -> Iterator[Claim]:
    nations = tuple(dict.fromkeys(n for _, row in run for n in row.nations))
    if len(run) < 2 and len(nations) <= _ALONE:
        return
    document = survey.document
    lead_end = document.paragraphs[run[0][0]].start
    lead_start = max(0, lead_end - _LEAD_REACH)
    coalition = _coalition_above(survey, lead_start, lead_end)
    if coalition is None:
        return
    start = document.sentences[document.sentence_at(coalition.start)].start
    lead = document.text[start:lead_end]
    heading = _heading_above(survey, run[0][0])
    if _STANDINGS.search(heading):
        yield from _rows_with_status(survey, coalition, run)
        return
    if is_doubtful(heading if _cue(heading) else lead[-_CLOSE_LEAD:]):
        return
    fitting = _cue_of_table(heading, lead) if "|" in heading else _cue(heading) or _cue(lead)
    if fitting is None:
        return
    status, act = fitting
    if status is Status.MEMBER and is_exercise(coalition):
        status = Status.PARTICIPANT
    times = survey.clause(document.sentences[document.sentence_at(coalition.start)]).times()
    if act is Act.JOINING and "|" in heading and _is_dated(survey, run):
        yield from _dated_rows(survey, coalition, run, status)
        return
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


def _cue(lead: str) -> tuple[Status, Act] | None:
    return next(((status, act) for cue, status, act in _CUES if cue.search(lead)), None)


def _cue_of_table(heading: str, lead: str) -> tuple[Status, Act] | None:
    """What a table's first column is headed with, unless the words above it say it closer."""
    column = next((cell for cell in heading.split("|") if cell.strip()), "")
    told, above = _cue(column), _cue(lead)
    return above if told is None or (above and told[0] is Status.SIGNED) else told


_LONGEST_HEADING = 60
_STANDINGS = re.compile(r"(?:\A|\| ?)(?:[Ss]tatus|[Ss]tanding|[Rr]ole|[Mm]embership)(?: ?\||\Z)")


def _heading_above(survey: Survey, index: int) -> str:
    """The short paragraph right above a list: "Observers:"."""
    document = survey.document
    for above in reversed(document.paragraphs[max(0, index - 2) : index]):
        words = document.text[above.start : above.end]
        if above.end - above.start > _LONGEST_HEADING:
            return ""
        if not _RULER.fullmatch(words):
            return words
    return ""


#: The line between a table's head and its rows.
_RULER = re.compile(r"[|:\s-]+")


#: What a table's row says of its nation; the first that fits. None: it does not belong.
_ROW_STATUSES = (
    (
        re.compile(r"appli|candidate|review|pending|negotiat|withdr|suspend|former|reject", re.I),
        None,
    ),
    (re.compile(r"observer", re.I), Status.OBSERVER),
    (re.compile(r"associate", re.I), Status.ASSOCIATE),
    (re.compile(r"liaison", re.I), Status.LIAISON),
    (re.compile(r"invit", re.I), Status.INVITED),
    (re.compile(r"letter of intent", re.I), Status.LETTER_OF_INTENT),
    (re.compile(r"\bhost", re.I), Status.HOST),
    (re.compile(r"sign(?:ed|atory)", re.I), Status.SIGNED),
    (re.compile(r"participant", re.I), Status.PARTICIPANT),
    (re.compile(r"member|partner|joined", re.I), Status.MEMBER),
)


def _row_status(survey: Survey, row: Enumeration) -> tuple[Status | None] | None:
    """The status a row of a table states, in a tuple; None where it states none."""
    document = survey.document
    paragraph = document.paragraphs[document.paragraph_at(row.start)]
    if document.text[paragraph.start] != "|":
        return None
    rest = document.text[row.end : paragraph.end]
    return next(((status,) for cue, status in _ROW_STATUSES if cue.search(rest)), None)


def _rows_with_status(
    survey: Survey, coalition: CoalitionMention, run: list[tuple[int, Enumeration]]
) -> Iterator[Claim]:
    """A claim for each row of a table that has a column of standings."""
    for index, row in run:
        stated = _row_status(survey, row)
        if stated is None or stated[0] is None:
            continue
        paragraph = survey.document.paragraphs[index]
        times = survey.times_in(row.end, paragraph.end)
        yield Claim(
            coalition,
            row.nations,
            stated[0],
            Act.JOINING if times else Act.STANDING,
            "roster: table",
            0.85,
            (Evidence(paragraph.start, paragraph.end),),
            when=times[0] if times else None,
        )


def _is_dated(survey: Survey, run: list[tuple[int, Enumeration]]) -> bool:
    """Whether a row of a table has a day of its own."""
    paragraphs = survey.document.paragraphs
    return any(survey.times_in(row.end, paragraphs[index].end) for index, row in run)


def _dated_rows(
    survey: Survey, coalition: CoalitionMention, run: list[tuple[int, Enumeration]], status: Status
) -> Iterator[Claim]:
    """A claim for each row of a table of signing or joining, with the day the row states."""
    for index, row in run:
        paragraph = survey.document.paragraphs[index]
        times = survey.times_in(row.end, paragraph.end)
        yield Claim(
            coalition,
            row.nations,
            status,
            Act.JOINING,
            "roster: dated table",
            0.85,
            (Evidence(paragraph.start, paragraph.end),),
            when=times[0] if times else None,
        )


def _coalition_above(survey: Survey, start: int, end: int) -> CoalitionMention | None:
    row = survey.coalitions
    above = row[bisect_left(row, (start,)) : bisect_left(row, (end,))]
    named = [m for m in above if not m.common_noun] or list(above)
    narrower = [m for m in named if m.slug != "nato"] or named
    return narrower[-1] if narrower else None
