"""Sections of an article under headings that name bodies: a digest of exercises, a fact sheet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.survey.article import Section, Survey
from loaders.extraction.texts.document import Paragraph, ParagraphKind, Span

#: A heading of a section holds a body's name and few words more: "About the Pact".
_MORE_WORDS = 3
_LONGEST_HEADING = 80


def section_at(survey: Survey, position: int) -> Section | None:
    """The section that a position is in, if the article has sections headed by bodies."""
    sections = _sections(survey)
    at = bisect_right(sections, position, key=lambda section: section.start)
    return sections[at - 1] if at else None


def heads_of(survey: Survey, body: CoalitionMention) -> Iterator[Span]:
    """The headings that name a body, each with the line right under it: place and days."""
    paragraphs = survey.document.paragraphs
    for section in _sections(survey):
        if section.body is None or section.body.key != body.key:
            continue
        at = survey.document.paragraph_at(section.start)
        for paragraph in paragraphs[at : at + 2]:
            if paragraph.kind is ParagraphKind.HEADING:
                yield Span(paragraph.start, paragraph.end)


def is_digest(survey: Survey) -> bool:
    """Whether the article goes through several bodies, each under a heading of its own."""
    if "of bodies" not in survey.sections:  # asked for most sentences
        bodies = {s.body.key: s for s in _sections(survey) if s.body is not None}
        survey.sections["of bodies"] = tuple(bodies.values())
    return len(survey.sections["of bodies"]) > 1


def topic_since(survey: Survey, position: int) -> int:
    """Where the last heading or lone question before a position stands; 0 if none does.

    What was named before it is no more what is spoken of: "3. How has it developed?"
    """
    if "breaks" not in survey.sections:
        survey.sections["breaks"] = tuple(
            Section(paragraph.start, None)
            for paragraph in survey.document.paragraphs[1:]
            if paragraph.kind is ParagraphKind.HEADING or _is_question(survey, paragraph)
        )
    breaks = survey.sections["breaks"]
    at = bisect_right(breaks, position, key=lambda section: section.start)
    return breaks[at - 1].start if at else 0


def _is_question(survey: Survey, paragraph: Paragraph) -> bool:
    """ "What does the partnership do?", in a paragraph of its own."""
    short = paragraph.end - paragraph.start <= _LONGEST_HEADING
    return short and survey.document.text.endswith("?", paragraph.start, paragraph.end)


def _sections(survey: Survey) -> tuple[Section, ...]:
    if "all" not in survey.sections:
        survey.sections["all"] = _find_sections(survey)
    return survey.sections["all"]


def _find_sections(survey: Survey) -> tuple[Section, ...]:
    """The headings behind the title, from the first that names a body on; none if none does."""
    if not survey.coalitions:
        return ()
    headings = [
        paragraph
        for paragraph in survey.document.paragraphs[1:]
        if paragraph.kind is ParagraphKind.HEADING
        and paragraph.end - paragraph.start <= _LONGEST_HEADING
    ]
    in_capitals = {m.name.upper(): m for m in survey.coalitions if not m.common_noun}
    sections: list[Section] = []
    end = -1
    for heading in headings:
        body = _named(survey, heading, in_capitals)
        # Place and days right under the name are no heading of another section.
        if body is not None or heading.start > end + 1:
            sections.append(Section(heading.start, body))
        end = heading.end
    sections = sorted([*sections, *_run_in(survey)], key=lambda section: section.start)
    first = next((k for k, section in enumerate(sections) if section.body), None)
    return tuple(sections[first:]) if first is not None else ()


#: "The African Space Agency. Inaugurated in Cairo", "AUKUS: The pact", "ALCE – Mexico and Chile",
#: "Space Centre of Excellence, Toulouse. France is", "Commercial Operations (JCO) cell. Chile".
_SET_APART = r"(?:\.|:| [–—-]) (?=[A-Z])"
_RUN_IN = re.compile(rf"(?: ?\([A-Z][\w-]{{1,14}}\))?(?: [a-z]+)?(?:, [A-Z][\w’-]+)?{_SET_APART}")
#: "Heron Link. A letter of intent …", of an item amid others that open with the names of bodies.
_OTHER_LABEL = re.compile(rf"[A-Z][\w’-]*(?: (?:[a-z]{{2,3}} )?[A-Z][\w’-]*){{0,4}}{_SET_APART}")
_ARTICLE = re.compile(r"[\s*•–—-]*(?:The )?")
#: One paragraph that opens so may be no more than that.
_SEVERAL = 2


def _run_in(survey: Survey) -> list[Section]:
    """The paragraphs that open with the name of a body, set apart by a mark, if several do."""
    document = survey.document
    sections: list[Section] = []
    for paragraph in document.paragraphs[1:]:
        opening = _ARTICLE.match(document.text, paragraph.start)
        first = opening.end() if opening else paragraph.start
        named = next(iter(survey.coalition_mentions_in(first, paragraph.end)), None)
        if named and named.start == first and _RUN_IN.match(document.text, named.end):
            sections.append(Section(paragraph.start, named))
        elif paragraph.kind is ParagraphKind.ITEM and _OTHER_LABEL.match(document.text, first):
            sections.append(Section(paragraph.start, None))
    return sections if len({s.body.key for s in sections if s.body}) >= _SEVERAL else []


def _named(
    survey: Survey, heading: Paragraph, in_capitals: dict[str, CoalitionMention]
) -> CoalitionMention | None:
    """The body that a heading is the name of, with few words more."""
    text = survey.document.text[heading.start : heading.end]
    if text.isupper() and (known := in_capitals.get(text.strip(" :"))):
        return known
    for mention in survey.coalition_mentions_in(heading.start, heading.end):
        name = mention.end - mention.start
        more = text[: mention.start - heading.start] + text[mention.start - heading.start + name :]
        if not mention.common_noun and len(more.split()) <= _MORE_WORDS:
            return mention
    return None
