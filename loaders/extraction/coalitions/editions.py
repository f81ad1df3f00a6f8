"""The days of an exercise's edition, where the article states them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice, takewhile
from typing import NamedTuple

from loaders.extraction.coalitions.families import are_one_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.dates.precision import is_month
from loaders.extraction.language.numbers import count_pattern, number_words
from loaders.extraction.survey.article import Survey
from loaders.extraction.survey.sections import heads_of
from loaders.extraction.texts.document import Span

_DURATION = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)/(\d{4}-\d\d(?:-\d\d)?)\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d~?\Z")
_BEGAN = re.compile(
    r"\b(?:beg[aiu]ns?|beginning|open(?:s|ed|ing)?|kick(?:s|ed|ing)? off|start(?:s|ed|ing)?|"
    r"launched|commence[sd]?|put to sea|set sail|sets sail|(?:gets?|got|is|are) under ?way|"
    r"inaugurated)\b"
)
_ENDED = re.compile(
    r"\b(?:conclud(?:e[sd]?|ing)|conclusion|clos(?:e[sd]?|ing)|end(?:s|ed|ing)?|"
    r"wrap(?:s|ped|ping)? up|w(?:ou|i)nd(?:s|ed|ing)? (?:up|down)|pack(?:s|ed|ing)? up|"
    r"finish(?:es|ed)?|c[ao]mes? to (?:an|its|a) (?:end|close)|dr[ae]ws? to (?:a|its) close|"
    r"drew to an end|broke up|br[ea]+ks up|rounds? off|rounded off|signed off|stood down|"
    r"is over|was over|last day|final day)\b"
)
#: Between a verb of beginning or ending and the day it goes with.
_OF_VERB = re.compile(
    rf"(?:(?P<began>{_BEGAN.pattern})|(?P<ended>{_ENDED.pattern}))(?=[^.;:]{{0,60}}\Z)"
)
_FROM = re.compile(r"\b(?:[Ff]rom|[Ss]ince)\b")
#: "Since 23 February crews had faced …", behind the sentence on the exercise that ended.
_SINCE = re.compile(r"(?:Since|From) (?:the )?(?=\w)")
#: "Until 22 May, crews from eleven nations train", behind the sentence on its opening.
_TILL = re.compile(r"(?:Until|Till) (?=[A-Z\d])")
_LAST_DAY = re.compile(r"\b(?:last|final) (?:day|of them)\b")
#: "opened on Monday and runs until 19 June".
_UNTIL = re.compile(
    r"\b(?:[Uu]ntil|through|[Tt]ill|(?:run|runs|ran|running|last|lasts|lasted|lasting|continues?|continued|"
    r"continuing|going|scheduled|extends?) (?:on )?to|ends?|ended|ending|concludes?d?|concluding|"
    r"closes|closed|closing|(?:last|final) (?:day|of them) (?:is|was|will be|being)|"
    r"w(?:rap|ind)s? up|wrapping up|winding up|finish(?:es|ed|ing)?)"
    r"(?: here| there)?(?: on| next| this)? \Z"
)
#: "a ten-day exercise", "runs for eleven days": of weeks the days are not told.
_LENGTH = re.compile(rf"\b({count_pattern()})(?:-| )days?\b(?! (?:later|ago|before|after|earlier))")
#: "on Tuesday, the day after the edition opened"
_DAY_BESIDE = re.compile(r",? (?:the|one|two|three) days? (?:after|before)\b")
_LEAD = 30
_MOST_MENTIONS = 40


class EditionDays(NamedTuple):
    """The first and the last day of an edition as EDTF, each None where it is not told."""

    first: str | None
    last: str | None

    @property
    def edtf(self) -> str | None:
        """The whole stretch, where both ends are told."""
        if not (self.first and self.last):
            return None
        # Of an edition of which only the month is told, both ends are that month.
        month = self.first == self.last and is_month(self.first)
        return self.first if month else f"{self.first}/{self.last}"


def edition_days(survey: Survey, coalition: CoalitionMention) -> EditionDays | None:
    """The first and last day of the exercise: the first stretch of days its sentences name.

    Where they give none, the day on which it began, or the day on which it ended, or both; else
    the month in which it is held.
    """
    if coalition.key not in survey.editions:
        own = _edition_days(survey, coalition)
        survey.editions[coalition.key] = own or _days_of_other_name(survey, coalition)
    days = survey.editions[coalition.key]
    return EditionDays(*days) if days else None


def _days_of_other_name(survey: Survey, coalition: CoalitionMention) -> EditionDays | None:
    """The days told of the same edition under its longer or shorter name, where that is one."""
    named = {m.key: m for m in survey.coalitions if not m.common_noun}
    found = {
        days
        for key, other in named.items()
        if key != coalition.key and are_one_exercise(coalition, other)
        if (days := _edition_days(survey, other))
    }
    return found.pop() if len(found) == 1 else None


def opening_day(survey: Survey, coalition: CoalitionMention) -> str | None:
    """The day on which the exercise begins, as far as its sentences tell."""
    days = edition_days(survey, coalition)
    return days.first if days else None


def _edition_days(survey: Survey, coalition: CoalitionMention) -> EditionDays | None:
    text = survey.document.text
    first = last = length = month = None
    for sentence in _sentences_on(survey, coalition):
        told = text[sentence.start : sentence.end]
        if length is None and (found := _LENGTH.search(told)):
            length = _days_of(found[1])
        for time in survey.times_in(*sentence):
            if found := _DURATION.match(time.edtf or ""):
                return EditionDays(found[1], found[2])
            if month is None and _is_month_held(survey, sentence, time.edtf or ""):
                month = time.edtf
            if not _DAY.match(time.edtf or "") or _DAY_BESIDE.match(text, time.end):
                continue
            day = (time.edtf or "").rstrip("~")
            lead = text[max(sentence.start, time.start - _LEAD) : time.start]
            ends = bool(_UNTIL.search(lead))
            before = text[sentence.start : time.start]
            if first is None and not ends and _begins(told, before, lead):
                first = day
            elif last is None and (ends or (day != first and _ENDED.search(told))):
                last = day
    whole = _whole(first, last, length)
    if whole is None or not _is_near(survey, whole):
        return EditionDays(month, month) if month else None
    return whole


#: "Will be held in October", "took place in May".
_HELD = re.compile(
    r"\b(?:held|tak(?:e|es|en|ing) place|took place|scheduled|planned|slated|staged|conducted|"
    r"host(?:s|ed)?|organi[sz]ed|ran)\b"
)
_OTHER_EDITION = re.compile(
    r"\b(?:[Nn]ext|[Ll]ast|[Pp]revious|[Ff]irst|[Ii]naugural|[Aa]nnual|[Ee]very|[Ee]ach|earlier|"
    r"series|since)\b"
)


#: "In February, officers from Kenya took part in it": of the edition nearby only.
_PLAYED = re.compile(r"\b(?:took part|participated|were observers|observed|played)\b")


def _is_month_held(survey: Survey, sentence: Span, edtf: str) -> bool:
    """Whether a sentence says of the exercise only in which month it is held."""
    told = survey.document.text[sentence.start : sentence.end]
    if not is_month(edtf) or not edtf[:4].isdigit() or _OTHER_EDITION.search(told):
        return False
    if _PLAYED.search(told):
        near = _is_near(survey, EditionDays(f"{edtf}-01", None))
        return near and len(survey.times_in(*sentence)) == 1
    return bool(_HELD.search(told))


#: A day so far from the publication is that of another edition.
_FAR = timedelta(days=200)


def _is_near(survey: Survey, days: EditionDays) -> bool:
    """Whether one day alone, if the other is not told, is of the time of the article."""
    published, day = survey.document.published or "", days.first or days.last
    if (days.first and days.last) or not _DAY.match(published) or day is None:
        return True
    return abs(date.fromisoformat(day) - date.fromisoformat(published.rstrip("~"))) < _FAR


def _begins(told: str, before: str, lead: str) -> bool:
    """Whether the verb before a date tells of a beginning there, or the sentence of nothing else.

    "The drill, which had opened on Monday, wrapped up on Friday": to each day its own verb.
    """
    if _FROM.search(lead):
        return True
    near = list(_OF_VERB.finditer(before))
    if near:
        return near[-1]["began"] is not None
    return bool(_BEGAN.search(told) and not _ENDED.search(told))


def _days_of(words: str) -> int:
    return int(words) if words.isdigit() else number_words().get(words.lower(), 0)


def _whole(first: str | None, last: str | None, length: int | None) -> EditionDays | None:
    """First and last day, one counted from the other where only that and the length are told."""
    if length and first and not last:
        last = (date.fromisoformat(first) + timedelta(days=length - 1)).isoformat()
    elif length and last and not first:
        first = (date.fromisoformat(last) - timedelta(days=length - 1)).isoformat()
    if first and last and first > last:
        return None
    return EditionDays(first, last) if first or last else None


def _sentences_on(survey: Survey, coalition: CoalitionMention) -> list[Span]:
    """The sentences that name the exercise, or take it up as "the event"."""
    document = survey.document
    mentions = survey.named.mentions_of(coalition.key)[:_MOST_MENTIONS]
    indices = dict.fromkeys(document.sentence_at(m.start) for m in mentions)
    reach = mentions[-1].end + 1500 if mentions else 0
    for index in [document.sentence_at(m.start) for m in mentions[:2]]:
        for near in (*_heading(survey, index), index + 1):
            if near < len(document.sentences) and _tells_days(survey, near, index):
                indices.setdefault(near)
    # "It ran from 2 to 13 March" right behind the first comes before "on 9 and 10 March the
    # exercise was led by a German officer", farther down.
    indices = dict.fromkeys(sorted(indices))
    start = mentions[0].start if mentions else 0
    taken_up = _THE_EVENT.finditer(document.text, start, reach)
    for match in islice(taken_up, _MOST_MENTIONS):
        indices.setdefault(document.sentence_at(match.start()))
    if mentions and survey.main_exercise(mentions[-1].end) in mentions:
        for match in islice(_TRAINING.finditer(document.text, start, reach), _MOST_MENTIONS):
            indices.setdefault(document.sentence_at(match.start()))
    heads = heads_of(survey, coalition)
    return [*heads, *(document.sentences[index] for index in indices)]


def _tells_days(survey: Survey, near: int, index: int) -> bool:
    """Whether a sentence beside the exercise's gives a stretch of days, or the next one an end."""
    text, sentence = survey.document.text, survey.document.sentences[near]
    if _FROM_TO.search(text, *sentence):
        return not _GATHERING.search(text, *sentence)
    if near < index or survey.coalition_mentions_in(*sentence):
        return False
    if _IT_DID.search(text, *sentence) or _SINCE.match(text, *sentence):
        return True
    if not (
        _SO_LONG.search(text, *sentence)
        or _LAST_DAY.search(text, *sentence)
        or _TILL.match(text, *sentence)
    ):
        return False
    return any(
        _UNTIL.search(text, max(sentence.start, time.start - _LEAD), time.start)
        for time in survey.times_in(*sentence)
    )


#: "The leaders meet in Chicago on May 20-21": days of what follows the exercise.
_GATHERING = re.compile(
    r"\b(?:summit|symposium|conference|congress|workshop|seminar|webinar|air ?show|"
    r"(?:leaders|ministers|presidents|principals) (?:\w+ )?(?:meet|gather|met))\b"
)
#: "Over three weeks, until 27 March, they …".
_SO_LONG = re.compile(rf"\b{count_pattern()}(?:-| )(?:days?|weeks?)\b")
#: "The service's premier wargame wrapped up here on 20 August", below a headline that names it.
_IT_DID = re.compile(
    rf"\b(?:exercise|war ?game|drill|edition|man(?:oeuv|euv)(?:re|er)s) "
    rf"(?:[a-z]+ )?(?:{_BEGAN.pattern}|{_ENDED.pattern})"
)


def _heading(survey: Survey, index: int) -> list[int]:
    """The short lines right above the paragraph of a sentence: a place and days of an edition."""
    document = survey.document
    first = document.paragraph_at(document.sentences[index].start)
    above = reversed(document.paragraphs[max(0, first - 2) : first])
    short = takewhile(lambda p: p.end - p.start < _LONGEST_HEADING, above)
    return [document.sentence_at(p.start) for p in short]


_LONGEST_HEADING = 110
_WEEKDAY = r"(?: ?\([A-Z][a-z]{2,8}\.?\))?"
#: Days of what goes on: "from 9 to 27 March", "November 2 to 13", "March 9 (Mon) to 20 (Fri)".
_FROM_TO = re.compile(
    rf"\d{{1,2}}{_WEEKDAY}(?: [A-Z][a-z]+{_WEEKDAY})?(?: ?[–-] ?| to | through | until )"
    r"(?:[A-Z][a-z]+ )?\d"
)


#: Who trains, and until when, or which day was its first: said of the article's one exercise.
_TRAINING = re.compile(
    r"\b[Tt]he (?:opening|start|close|closing|end)(?: ceremony| day| session)? on (?=[A-Z\d])"
    r"|\b(?:[Ss]ailors|[Tt]roops|[Oo]fficers|[Oo]perators|[Pp]layers|[Dd]elegations|[Cc]rews|"
    r"[Ss]oldiers|[Ff]orces|[Pp]articipants|[Tt]eams|[Ss]hips|[Pp]ersonnel|[Nn]ations|"
    r"[Cc]ountries|take part|taking part)\b[^.\n]{0,120}?"
    r"\b(?:until|till|through) (?=[A-Z\d]|next|this|tomorrow)"
)
_THE_EVENT = re.compile(
    r"\b[Tt]h(?:e|is)(?: year[’']s| [A-Z][a-z]+[’']s)?"
    r"(?: (?:latest|current|most recent|newest|present|new))? "
    r"(?:edition|session|event|exercise|war ?games?|games?|training|drills?|"
    r"man(?:oeuv|euv)(?:re|er)s)\b"
    r"|\bIt (?:(?:took|takes|will take) place|ran|runs|was held|is being held|"
    r"had (?:begun|started|opened|run)|beg[ai]ns?|"
    r"start(?:s|ed)|open(?:s|ed)|kick(?:s|ed) off|end(?:s|ed)|conclude[sd]|last(?:s|ed)|close[sd]|"
    r"w(?:rap|ind)(?:s|ped)? up|wound up|continues|goes on|got under ?way|is under ?way|"
    r"(?:will|is to|is due to|is scheduled to) "
    r"(?:end|close|run|last|continue|conclude|be held|wrap|begin|start|open|finish|wind))\b"
)
