"""Sentences: `sentencex`, with ranks and abbreviations guarded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sentencex import get_sentence_boundaries

from loaders.extraction.dates.calendar import any_weekday
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.texts.document import Span
from loaders.nations import code_of


@cache
def _never_last() -> frozenset[str]:
    """Abbreviations that something always follows: ranks, "No.", "vs."."""
    return frozenset(ordered_words("abbreviations", "never_last"))


_BLANK = re.compile(r"[^\S\n ]")
_CLOCK = re.compile(r"\d ?[ap]\.m\.\s*\Z")


@cache
def _after_clock() -> re.Pattern[str]:
    return re.compile(
        rf"{any_weekday()}|(?:E|C|M|P|B|G|CE)[SDM]?T\b|"
        r"\w+ (?:time|Time)\b|\(|Eastern|Central|Mountain|Pacific|(?:on|in|at)\b"
    )


#: How far back from a sentence's end the longest guarded abbreviation can begin.
_REACH = 16


_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40}(?=[,( ]|[—–])(?:, ?[^—–\n:;“”\"¤]{2,60}?)?"
    r"(?: ?\([^()\n]{2,70}\))?"
    r"(?: ?[—–] ?| -{1,3} |-- ?|(?<=\)) (?=[A-Z])|: (?=[A-Z¤]))"
    r"|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}, [A-Z][\w.]+(?: [A-Z]\w+){0,2} [—–] (?=[A-Z¤])"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)? \[[A-Z][a-z]+\], [A-Z][a-z]+ \d+ \([A-Z]+\): "
)
_MIXED = re.compile(r"\A[A-Z][a-z’'.-]+[^:]* [—–] \Z")
_LONGEST_DATELINE = 120
_LINE = re.compile(r"[^\n]+")
_LONGEST_PARAGRAPH = 10_000


def split_sentences(masked: str) -> tuple[Span, ...]:
    """The sentences of the masked text, in order, none across a newline."""
    spans: list[Span] = []
    opened = -1
    for start, end in _stretches(masked):
        if opened < 0:
            opened = start
        if masked[end : end + 1] != "\n" and _runs_on(masked, opened, end):
            continue
        if opened == 0 or masked[opened - 1] == "\n":
            opened = _skip_dateline(masked, opened, end)
        stop = len(masked[opened:end].rstrip()) + opened
        if stop > opened:
            spans.append(Span(opened, stop))
        opened = -1
    if opened >= 0:
        spans.append(Span(opened, opened + len(masked[opened:].rstrip())))
    return tuple(spans)


def _skip_dateline(masked: str, start: int, end: int) -> int:
    """ "TOULOUSE, France, March 28 – The exercise closed": the sentence begins after it."""
    dateline = _DATELINE.match(masked, start, min(end, start + _LONGEST_DATELINE))
    if dateline is None or dateline.end() >= end:
        return start
    spelled = dateline.group()
    if not (masked[start : start + 3].isupper() or "[" in spelled or _MIXED.search(spelled)):
        return start
    return dateline.end()


def _runs_on(masked: str, start: int, end: int) -> bool:
    tail = max(start, end - _REACH)
    final = masked[tail:end].rstrip()
    if not final.endswith("."):
        return False
    # "PARIS—U.S. officials": a dash opens a word as a blank does.
    word = final[:-1].replace("—", " ").replace("–", " ").rsplit(" ", 1)[-1]
    word = word.rsplit("-", 1)[-1].lstrip('(¤"“')
    if word == "no":
        # "he would vote no. Sen. Grant …" ends; "no. 4" goes on.
        return masked[end : end + 1].isdigit()
    if word in _never_last() or (len(word) == 1 and word.isupper() and word != "I"):
        return True
    return bool(_CLOCK.search(masked, tail, end) and _after_clock().match(masked, end))


def _stretches(masked: str) -> Iterator[tuple[int, int]]:
    """What sentencex takes for sentences, a paragraph at a time.

    On a whole document it takes quadratic time, and one stray bracket hides every later end.
    """
    for first, last in _paragraphs(masked):
        paragraph = masked[first:last]
        if not paragraph.isprintable():  # the plain space is the one blank that is
            # sentencex panics where a blank of more than one byte follows an open bracket.
            paragraph = _BLANK.sub(" ", paragraph)
        for boundary in get_sentence_boundaries("en", paragraph):
            start, end = first + boundary["start_index"], first + boundary["end_index"]
            for cut in _ends_within(masked, start, end) if _ENDS_UNSEEN.search(paragraph) else ():
                yield start, cut
                start = cut
            yield start, end


_ENDS_UNSEEN = re.compile(r" (?:May|the U\.[SK])\. ")


def _ends_within(masked: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end within what sentencex takes for one, after what may be cut short."""
    for found in _IN_MAY.finditer(masked, start, end):
        yield found.end()
    yield from ends_of_lists(masked, start, end)


def ends_of_lists(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence begins with a nation, behind one that ends with "and the U.S."."""
    for found in _END_OF_LIST.finditer(text, start, end):
        if code_of(found["next"]) or code_of(found["next"].partition(" ")[0]):
            yield found.end()


#: "Signed it on 6 May. Peru left": a month that is never cut short.
_IN_MAY = re.compile(
    r"(?:\d|\b(?:in|of|last|next|this|early|late|until|by|since)) May\. (?=[A-Z“\"¤])"
)
#: "Canada, Chile and the U.S. Kenya sent observers": a list that ends, and another nation.
_END_OF_LIST = re.compile(
    r"(?:, |\band |\bor )the U\.[SK]\. (?=(?P<next>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: [a-z]|, ))"
)


def _paragraphs(masked: str) -> Iterator[tuple[int, int]]:
    """Lines that are not empty; an endless one in pieces that end where a sentence may."""
    for line in _LINE.finditer(masked):
        start, end = line.span()
        while end - start > _LONGEST_PARAGRAPH:
            cut = start + _LONGEST_PARAGRAPH
            stop = masked.rfind(". ", start + 1, cut)
            yield start, (stop + 2 if stop >= 0 else cut)
            start = stop + 2 if stop >= 0 else cut
        yield start, end
