"""Texts in which somebody speaks throughout: transcripts, speeches, remarks."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.word_patterns import as_printed
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.language.word_places import word_places
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import MASK


def is_spoken(survey: Survey) -> bool:
    """Whether the text is a transcript or a speech: most of "we launched" is a statement there."""
    document = survey.document
    title = document.title or ""
    if _spoken_title().search(title):
        return True
    labels = sum(bool(_LABEL.match(document.text, p.start, p.end)) for p in document.paragraphs)
    if labels > 3 and labels * 6 > len(document.paragraphs):
        return True
    length = min(len(document.masked), _NARRATED)
    alone = _outside_quotations(survey, _OF_ONE)
    if not alone and _in_common().search(document.masked, 0, length):
        # "We, the ministers of …, met in Samarkand": a communiqué is no speech.
        return False
    return (alone + _outside_quotations(survey, _OF_SEVERAL)) * _FEWEST_BETWEEN > length


def _outside_quotations(survey: Survey, forms: tuple[str, ...]) -> int:
    """How often words stand outside quotations in the first part of the text."""
    narrated = survey.document.masked[:_NARRATED]
    places = word_places(survey.document.text)
    spoken = (at for word in forms for at in places.get(word, ()) if at < len(narrated))
    return sum(narrated[at] != MASK for at in spoken)


@cache
def _spoken_title() -> re.Pattern[str]:
    """A title that names a speech; not "Nations Meet to Address Threats"."""
    words = "|".join(re.escape(w) for w in ordered_words("event_words", "spoken_titles"))
    return re.compile(rf"(?<!\bto )(?<!\bTo )(?<!\bs )\b(?:{words})\b")


@cache
def _in_common() -> re.Pattern[str]:
    """ "We, the ministers of …": who signs a communiqué."""
    signers = as_printed("signers_of_communiques")
    return re.compile(rf"\b[Ww]e, (?:the |their )?(?:[\w-]+ ){{0,4}}?(?:[A-Z]|{signers}\b)")


_LABEL = re.compile(r"(?:[A-Z][A-Z.’' -]{1,40}(?:\([^)]{1,40}\))?:|Q )")
#: The first and second person, so often outside quotations that one of them is speaking.
_OF_ONE = ("I", "you", "You", "me", "my")
_OF_SEVERAL = ("we", "We")
_NARRATED, _FEWEST_BETWEEN = 20_000, 250
