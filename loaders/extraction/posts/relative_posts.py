"""Posts that a verb tells: "Devendra Yadav, who heads the party's farmers' wing"."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.posts.title_tokens import Token, tokens_of
from loaders.extraction.posts.titles import Title
from loaders.extraction.texts.document import Span

_STOPPING = frozenset({"and", "in", "at", "since", "from", "to", "on", "with", "as", "which"})
_HEADING = "|".join(ordered_words("titles", "verbs"))
_WHO_HEADS = re.compile(
    r"(?:, [^,;.]{2,40})?(?: \([^()]{2,20}\))?,? who (?:also |now |currently )?"
    rf"(?P<verb>{_HEADING})\b"
)
_VERBLIKE = words("grammar", "verblike")


@cache
def words_of_posts() -> dict[str, str]:
    """The verbs of "who heads", "who chairs" and the posts they tell of."""
    verbs, nouns = ordered_words("titles", "verbs"), ordered_words("titles", "verbs_posts")
    return dict(zip(verbs, nouns, strict=True))


def headed_post(text: str, position: int, end: int) -> Title | None:
    """The post of the name that ends at `position`, told by a relative clause behind it."""
    match = _WHO_HEADS.match(text, position)
    if match is None:
        return None
    body = _headed(tokens_of(text, match.end("verb"), end))
    noun = words_of_posts()[match.group("verb")]
    verb = Span(*match.span("verb"))
    return Title(verb, body, None, False, False, False, noun, body.end if body else verb.end)


def _headed(tokens: list[Token]) -> Span | None:
    """ "(who heads) the liberal Kinima party and was once": up to the last noun of a body."""
    first, last = 0, None
    for index, token in enumerate(tokens):
        word = token.text
        if word.endswith(("'s", "’s", "s'", "s’")):
            first = index + 1
        known = word in words("roles", "organisations") or word in words("titles", "bodies")
        if known or word[0].isupper():
            last = index
        elif word == "on" and tokens[index + 1 : index + 2] and tokens[index + 1].text[0].isupper():
            continue  # "the Council on Foreign Relations Task Force"
        elif word in _VERBLIKE or (word in _STOPPING and last is not None):
            break
    if last is None or last < first:
        return None
    return Span(tokens[first].start, tokens[last].end)
