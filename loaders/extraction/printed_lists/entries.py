"""The nations of a line or a cell, each with the note printed behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Span


class Entry(NamedTuple):
    """One nation of a list; `note` holds the words in brackets, or behind it in its line."""

    nation: str
    start: int
    end: int
    note: Span


class Listed(NamedTuple):
    """The nations a stretch opens with, and what follows the last of them."""

    entries: tuple[Entry, ...]
    tail: Span


_ASIDE = re.compile(r"\s*\*{0,3}\s?[(\[]([^()\[\]\n]{1,120})[)\]]|\s?\*{1,3}|\s?[¹²³†‡]+")
_GAP = re.compile(
    r"\s?(?:(?:,|;|/|&|\+|•|·)?\s?(?:(?:and|or|plus|with|as well as|along with|together with"
    r"|followed by|finally) )?(?:also |both |finally )?)(?:the |The )?\Z"
)


#: "Norway, home of the northern radar, Italy and Japan".
_INSERTED = re.compile(
    r",\s((?!and\b|or\b|as well|along|together|plus\b|also\b)[a-z][^,;:.()\n]{3,60}),\s"
    r"(?:and )?(?:the )?\Z"
)


@cache
def _opening() -> re.Pattern[str]:
    forms = "|".join(ordered_words("list_labels", "state_forms"))
    return re.compile(
        r"[\W_]*(?:(?:For|On behalf of) )?"
        r"(?:\d{1,3}(?:[.)]|\s?[(:–-])?\s*|\(\d{1,3}\)\s?)?[(]?(?:[Tt]he )?"
        rf"(?:(?:[A-Z][a-z]+ ){{0,2}}(?:{forms}) of (?:the )?)?\Z"
    )


def entries_at(survey: Survey, start: int, end: int) -> Listed | None:
    """The nations that the stretch opens with, if it opens with one."""
    text = survey.document.text
    mentions = survey.mentions_in(start, end)
    if not mentions or mentions[0].demonym or not _opening().match(text[start : mentions[0].start]):
        return None
    entries: list[Entry] = []
    last = start
    for mention in mentions:
        if mention.start < last:
            # Named within the bracket behind the nation before.
            continue
        between = text[last : mention.start]
        if entries and (inserted := _INSERTED.match(between)):
            note = Span(last + inserted.start(1), last + inserted.end(1))
            entries[-1] = entries[-1]._replace(note=note)
        elif mention.demonym or (entries and not _is_gap(between)):
            break
        if entries and last == mention.start:
            break
        aside = _ASIDE.match(text, mention.end, end)
        last = aside.end() if aside else mention.end
        note = Span(*aside.span(1)) if aside and aside[1] else Span(last, last)
        short = entries and entries[-1].nation == mention.nation
        if not short:
            entries.append(Entry(mention.nation, mention.start, mention.end, note))
    return Listed(tuple(entries), Span(last, end)) if entries else None


def _is_gap(between: str) -> bool:
    return bool(_GAP.match(between)) or bool(_opening_gap().match(between))


@cache
def _opening_gap() -> re.Pattern[str]:
    forms = "|".join(ordered_words("list_labels", "state_forms"))
    return re.compile(
        rf"\s?[,;]?\s?(?:and )?(?:the )?(?:[A-Z][a-z]+ ){{0,2}}(?:{forms}) of (?:the )?\Z"
    )
