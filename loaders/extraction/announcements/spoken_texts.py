"""Texts in which somebody speaks throughout: transcripts, speeches, remarks."""

from __future__ import annotations

import re
from functools import cache

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
    narrated = document.masked[:_NARRATED]
    places = word_places(document.text)
    spoken = (at for word in _FIRST_PERSON for at in places.get(word, ()) if at < len(narrated))
    return sum(narrated[at] != MASK for at in spoken) * _FEWEST_BETWEEN > len(narrated)


@cache
def _spoken_title() -> re.Pattern[str]:
    """A title that names a speech; not "Nations Meet to Address Threats"."""
    words = "|".join(re.escape(w) for w in ordered_words("event_words", "spoken_titles"))
    return re.compile(rf"(?<!\bto )(?<!\bTo )(?<!\bs )\b(?:{words})\b")


_LABEL = re.compile(r"(?:[A-Z][A-Z.’' -]{1,40}(?:\([^)]{1,40}\))?:|Q )")
#: The first and second person, so often outside quotations that one of them is speaking.
_FIRST_PERSON = ("I", "we", "We", "you", "You", "me", "my")
_NARRATED, _FEWEST_BETWEEN = 20_000, 250
