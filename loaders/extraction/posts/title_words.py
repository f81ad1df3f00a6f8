"""The words of titles: the nouns that head a post, and what may stand beside them."""

from __future__ import annotations

from functools import cache

from loaders.extraction.language.vocabulary import words
from loaders.extraction.speech.speaker_nouns import noun_kind

TITLE_ADJECTIVES = words("grammar", "title_adjectives")
ACTING = words("titles", "acting")
#: How somebody stands to a post: acting, or former.
STANDING = ACTING | words("titles", "former")


@cache
def post_nouns() -> frozenset[str]:
    """The nouns that head a post, in lower case."""
    return frozenset(noun.lower() for noun in words("roles", "posts"))


def may_be_title(word: str) -> bool:
    """Whether a word can stand in the title before a name: "Philippine Coast Guard chief"."""
    lowered = word.lower()
    return (
        word[0].isupper()
        or lowered in ("of", "the", "for", "and", "a", "an", "its", "their", "his", "her")
        or noun_kind(lowered) is not None
        or lowered in TITLE_ADJECTIVES
        or lowered in words("titles", "fields")
        or lowered in STANDING
    )


def is_field(word: str) -> bool:
    """Whether a word names the field of a post: "technology", "Broadcasting"."""
    return word.lower() in TITLE_ADJECTIVES or word.lower() in words("titles", "fields")


def is_post_noun(lowered: str) -> bool:
    """Whether a lower-cased word heads a post, "then-", "ex-" and "co-" aside."""
    bare = lowered.removeprefix("then-").removeprefix("ex-").removeprefix("co-").rstrip(".")
    return bare in post_nouns()
