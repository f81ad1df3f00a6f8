"""Ranked full-text search over statements: SQLite's FTS5, in memory, shared by all sessions.

Words are stemmed (Porter), so `deterring` finds `deterred`, and looked for in their other forms
(word_forms: `deterrence`, `behavior`); accents and case do not matter; words between quotation
marks are looked for as a phrase; three letters or more and a `*` are the beginning of a word. All
must be there. Ranking is BM25 (Robertson and Zaragoza, 2009), the words said counting for more
than the speaker's name.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from contextlib import closing
from threading import Lock
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.questions.word_forms import TOKENIZER, forms

Positions = npt.NDArray[np.int64]

# Terms beyond these are left out: nobody types them, and each costs a pass over the index.
MOST_TERMS = 24
_ANSWERS_KEPT = 32
# A shorter beginning stands for so many words that looking them all up takes seconds.
_SHORTEST_BEGINNING = 3
_TEXT_WEIGHT, _SPEAKER_WEIGHT = 4.0, 1.0
_QUOTATION_MARKS = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
# Marks set around a hit by SQLite; the texts are rid of them before.
_BEGIN, _END = "\x02", "\x03"
_INSERT = "INSERT INTO said (rowid, text, speaker) VALUES (?, ?, ?)"
_UNPRINTED = dict.fromkeys([*range(0x20), *range(0xD800, 0xE000)], " ")


class Span(NamedTuple):
    """Where a hit lies in a text: from the first character to just after the last."""

    start: int
    end: int


def terms(words: str) -> list[str]:
    """Read what was typed into FTS5 strings, which hold no operators; empty = nothing to find.

    `space "norms of behaviour" deter*` gives `"space"`, `"norms of behaviour"`, `"deter" *`.
    """
    plain = words.translate(_QUOTATION_MARKS).translate(_UNPRINTED)
    found = []
    for phrase, word in _TERM.findall(plain):
        text = phrase or word
        if not any(_is_token(character) for character in text):
            continue
        begins = not phrase and word.endswith("*") and len(word) > _SHORTEST_BEGINNING
        found.append(f'"{text}" *' if begins else f'"{text}"')
    return list(dict.fromkeys(found))[:MOST_TERMS]


def _in_all_forms(term: str) -> str:
    """A term of FTS5 with the other forms of its words; the beginning of a word stays as it is."""
    if term.endswith("*"):
        return term
    every = [f'"{form}"' for form in forms(term.strip('"'))]
    return every[0] if len(every) == 1 else f"({' OR '.join(every)})"


def _is_token(character: str) -> bool:
    """Whether FTS5's unicode61 tokenizer would make it part of a word."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"


class StatementIndex:
    """An index of statements by their position in a frame. Safe to share between threads."""

    def __init__(self, texts: Iterable[str], speakers: Iterable[str]) -> None:
        """Index texts and their speakers' names, in the order of the frame's rows."""
        self._lock = Lock()
        self._answers: OrderedDict[tuple[str, bool], Positions] = OrderedDict()
        # One connection behind a lock: SQLite serialises its use, whichever thread asks.
        self._database = _database("content = ''")
        rows = zip(map(_clean, texts), map(_clean, speakers), strict=True)
        self._database.executemany(
            _INSERT, ((number, text, speaker) for number, (text, speaker) in enumerate(rows))
        )
        self._database.execute("INSERT INTO said (said) VALUES ('optimize')")
        self._database.commit()

    def find(self, words: str) -> Positions:
        """Give the positions of the statements that hold every term, in the frame's order.

        Nothing to find (no letter or digit in `words`) finds nothing. Never raises, whatever
        was typed. The array is shared: do not change it.
        """
        return self._answer(words, ranked=False)

    def ranked(self, words: str) -> Positions:
        """Give the same positions, the best first: at 100,000 statements ten times the work."""
        return self._answer(words, ranked=True)

    def forget(self) -> None:
        """Drop the answers remembered (a benchmark asks the same question again)."""
        with self._lock:
            self._answers.clear()

    def _answer(self, words: str, *, ranked: bool) -> Positions:
        asked = (" AND ".join(map(_in_all_forms, terms(words))), ranked)
        if not asked[0]:
            return np.zeros(0, dtype=np.int64)
        with self._lock:
            answer = self._answers.pop(asked, None)
            if answer is None:
                answer = self._best_first(asked[0]) if ranked else self._matching(asked[0])
                answer.setflags(write=False)
            self._answers[asked] = answer
            if len(self._answers) > _ANSWERS_KEPT:
                self._answers.popitem(last=False)
        return answer

    def _matching(self, query: str) -> Positions:
        # One text of all numbers: a Python tuple for each would cost ten times as much.
        (numbers,) = self._database.execute(
            "SELECT group_concat(rowid) FROM said WHERE said MATCH ?", (query,)
        ).fetchone()
        return np.array(numbers.split(",") if numbers else [], dtype=np.int64)

    def _best_first(self, query: str) -> Positions:
        rows = self._database.execute(
            "SELECT rowid, bm25(said, ?, ?) FROM said WHERE said MATCH ?",
            (_TEXT_WEIGHT, _SPEAKER_WEIGHT, query),
        )
        found = np.fromiter(rows, dtype=[("position", np.int64), ("score", np.float64)])
        return np.asarray(found["position"][np.lexsort((found["position"], found["score"]))])


def hits(words: str, texts: Sequence[str]) -> list[list[Span]]:
    """Give where the terms lie in a few texts, by the rules of the index."""
    sought = terms(words)
    if not sought or not texts:
        return [[] for _ in texts]
    # An index of these texts alone: beginnings of words would be looked up in the whole one.
    with closing(_database()) as database:
        database.executemany(_INSERT, ((n, _clean(text), "") for n, text in enumerate(texts)))
        # Any of the terms: what is in the speaker's name is not in the text.
        marked = dict(
            database.execute(
                f"SELECT rowid, highlight(said, 0, '{_BEGIN}', '{_END}') FROM said "
                "WHERE said MATCH ?",
                (" OR ".join(map(_in_all_forms, sought)),),
            ).fetchall()
        )
    return [_spans(marked.get(number, "")) for number in range(len(texts))]


def _database(options: str = "") -> sqlite3.Connection:
    """An empty index in memory."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    columns = ["text", "speaker", f"tokenize = '{TOKENIZER}'", options]
    declared = ", ".join(column for column in columns if column)
    database.execute(f"CREATE VIRTUAL TABLE said USING fts5({declared})")
    return database


def _clean(text: str) -> str:
    """Rid a text of control characters, one for one, so that offsets stay true."""
    return text.translate(_UNPRINTED)


def _spans(marked: str) -> list[Span]:
    """Read the marks around hits into spans of the text without them."""
    spans = []
    for number, match in enumerate(re.finditer(f"{_BEGIN}([^{_END}]*){_END}", marked)):
        start = match.start() - 2 * number
        spans.append(Span(start, start + len(match[1])))
    return spans
