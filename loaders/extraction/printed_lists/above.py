"""What stands above a printed list: a table's head, labels, headings, the sentence before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.extraction.printed_lists.cells import Cells, cells_of
from loaders.extraction.printed_lists.leads import announces_list, lead_of, without_bodies
from loaders.extraction.printed_lists.standings import Standing, is_neutral, of_label
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import Paragraph, Span

#: So many paragraphs above a list are looked at.
_STEPS = 5
_LONGEST_LABEL = 110
#: A word that may make a heading one of something else: "Chairs of the Pact".
_CONTENT = re.compile(r"[^\W\d_]{4,}")
_STOP = re.compile(r"[.!?;][\"”’')\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Above:
    """The head of the columns, what the list's nations are told to be, and where that is said.

    `words` are the stretches that may name its body, the nearest first. `explicit` says that a
    label, a heading or a sentence announcing a list gives the standing; `section` that the list
    stands under a heading, `named` that it is the heading of a body; `inherited` is the list
    before it, if it only goes on.
    """

    header: Cells | None = None
    standing: Standing | None = None
    said: Span | None = None
    words: tuple[Span, ...] = ()
    explicit: bool = False
    section: bool = False
    inherited: int | None = None
    named: bool = False


@dataclass(slots=True)
class _Walk:
    header: Cells | None = None
    words: list[Span] = field(default_factory=list)
    inherited: int | None = None
    standing: Standing | None = None
    said: Span | None = None
    explicit: bool = False
    section: bool = False
    named: bool = False

    def result(self) -> Above:
        return Above(
            self.header, self.standing, self.said, tuple(self.words), self.explicit, self.section,
            self.inherited, self.named,
        )  # fmt: skip


def look_above(survey: Survey, index: int, listed: Mapping[int, int]) -> Above:
    """What stands above the paragraph `index`; `listed` gives each listed paragraph its list."""
    walk = _Walk()
    for at in range(index - 1, max(-1, index - 1 - _STEPS), -1):
        if at in listed:
            walk.inherited = listed[at]
            break
        if _step(survey, walk, at, at == index - 1, listed):
            break
    return walk.result()


def _step(survey: Survey, walk: _Walk, at: int, nearest: bool, listed: Mapping[int, int]) -> bool:
    """Take one paragraph in; whether nothing farther up is needed."""
    paragraph = survey.document.paragraphs[at]
    text = survey.document.text[paragraph.start : paragraph.end]
    if nearest and walk.header is None:
        cells = cells_of(survey.document, paragraph)
        if cells is not None and len(cells.cells) > 1:
            walk.header = cells
            return False
    span = Span(paragraph.start, paragraph.end)
    if not is_label(text):
        lead, standing = lead_of(survey, paragraph)
        if walk.words and not announces_list(survey, lead):
            # What stands above a heading or a label is of another list, or of none.
            return True
        if walk.standing is None:
            walk.words.append(lead)
            walk.standing, walk.said = standing, lead
            walk.explicit = announces_list(survey, lead)
        return True
    if any(not mention.demonym for mention in survey.mentions_in(*span)):
        # "… partnerships with Ghana, Zambia and": a line that goes on, and no label.
        return True
    walk.words.append(span)
    if walk.standing is not None:
        return True
    walk.section = walk.section or not text.rstrip().endswith(":")
    words = without_bodies(survey, span)
    walk.standing = of_label(words)
    if walk.standing is not None:
        walk.said, walk.explicit = span, True
        # One more paragraph may name the body.
        return bool(survey.coalition_mentions_in(*span))
    walk.said = walk.said or span
    if any(not m.common_noun for m in survey.coalition_mentions_in(*span)):
        # "The Pact in figures": a list of what its nations do, and so of them.
        walk.named = walk.section and (is_neutral(words) or not _CONTENT.search(words))
    if at - 1 in listed and _is_row_between(survey, at):
        # "European Space Agency" amid nations: a row of the list like the others.
        walk.inherited = listed[at - 1]
        return True
    return not is_neutral(words) and not survey.coalition_mentions_in(*span)


def _is_row_between(survey: Survey, at: int) -> bool:
    """Whether a line stands in its list as the lines before and behind it do."""
    paragraphs = survey.document.paragraphs
    if at + 1 >= len(paragraphs) or paragraphs[at - 1].kind is not paragraphs[at].kind:
        return False
    before = _is_set_off(survey, paragraphs[at - 1], paragraphs[at])
    return before == _is_set_off(survey, paragraphs[at], paragraphs[at + 1])


def _is_set_off(survey: Survey, one: Paragraph, other: Paragraph) -> bool:
    """Whether a blank line stands between two paragraphs."""
    document = survey.document
    first = document.origin.offset(one.end - 1) + 1
    return bool(_BLANK_LINE.search(document.source, first, document.origin.offset(other.start)))


_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


def is_label(text: str) -> bool:
    """Whether a paragraph is a heading or a label rather than a sentence."""
    if len(text) > _LONGEST_LABEL or _STOP.search(text):
        return False
    return text.rstrip().endswith(":") is False or len(text.split()) <= _LABEL_WORDS


_LABEL_WORDS = 6
