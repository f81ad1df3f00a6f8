"""The body of a post: the one named before its title, and the one named behind it."""

from __future__ import annotations

from loaders.extraction.language.vocabulary import words
from loaders.extraction.posts.title_nations import nation_of_word, organisation_nation_known
from loaders.extraction.posts.title_tokens import Token
from loaders.extraction.posts.title_words import TITLE_ADJECTIVES, post_nouns

_OFFICERS = words("titles", "officers")
_HEADS_OF_BODIES = words("titles", "heads_of_bodies")


def body_end(tokens: list[Token], start: int, head: int) -> int | None:
    """The last word of a body's name in front of a title: "NASA", "party's", "Space Command"."""
    bodies, organisations = words("titles", "bodies"), words("roles", "organisations")
    for index in range(head - 1, start - 1, -1):
        word = tokens[index].text
        bare = word.removesuffix("'s").removesuffix("’s")
        named = f"{tokens[index - 1].text} {bare}" if index > start else bare
        is_party = named in words("roles", "speaking_places") or bare in words("roles", "parties")
        if is_party and tokens[head].text not in ("Minister", "Secretary"):
            return index
        if index == head - 1 and _is_named_body(tokens, start, head):
            return index
        if word != bare or word.endswith(("s'", "s’")):
            return index
        if bare in bodies or bare.lower() in organisations or _is_acronym(bare):
            return index
    return None


def _is_named_body(tokens: list[Token], start: int, head: int) -> bool:
    """ "France Unbowed leader", "Democratic Front chairman": two capitals before a plain noun."""
    if head - start < 2 or tokens[head].text not in _HEADS_OF_BODIES:
        return False
    two = [token.text for token in tokens[head - 2 : head]]
    return (
        all(
            word[0].isupper()
            and word.lower() not in TITLE_ADJECTIVES
            and word.lower() not in post_nouns()
            and word not in nation_of_word()
            and not _is_acronym(word)
            for word in two[1:]
        )
        and two[0][0].isupper()
    )


def _is_acronym(word: str) -> bool:
    if len(word) == 2 and word.isalpha() and word.isupper():
        return word not in nation_of_word()  # "DA leader"
    return len(word) > 2 and sum(c.isupper() for c in word) >= 3 and "." not in word


def is_body(
    text: str, tokens: list[Token], preposition: int, stop: int, head: int, has_body: bool
) -> bool:
    """Whether "of X" names the body of the post, no part of its title."""
    word = tokens[preposition].text.lower()
    parts = [token.text for token in tokens[preposition + 1 : stop]]
    last = parts[-1].rstrip(".")
    if "of" in parts[1:] and parts[parts.index("of") - 1] in words("titles", "bodies"):
        return word in ("of", "for")  # "Chief of the Space Division of the Defence Staff"
    if last.lower() == "staff":
        return any(part.endswith(("'s", "’s")) for part in parts)
    if word == "at":
        return True
    if word in ("of", "to") and _is_bound(tokens, head):
        if last == "state":
            return False  # "the minister of state for nature"
        return last in words("roles", "organisations") or last in words("roles", "groups")
    if parts[0].lower() in _BEFORE_BODY:
        parts = parts[1:]
    if not parts:
        return False
    phrase = text[tokens[stop - len(parts)].start : tokens[stop - 1].end]
    if organisation_nation_known(phrase) or _is_acronym(last):
        return True
    noun = tokens[head].text.lower()
    if (settled := _is_known_body(parts, word, noun)) is not None:
        return settled
    # "ESA's director of Earth observation": the body stands before, the object is of the title.
    named = _is_name(parts[0]) and not tokens[head].text[0].isupper()
    return not has_body and named and noun != "chief" and word == "of" and len(parts) <= 5


_BEFORE_BODY = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def _is_bound(tokens: list[Token], head: int) -> bool:
    """Whether a post takes what stands behind it as its field: "secretary of defence".

    "National Publicity Secretary of the All Progressives Congress" is an officer of a body.
    """
    noun = tokens[head].text.lower()
    officer = head > 0 and tokens[head - 1].text.lower() in _OFFICERS
    return noun in words("titles", "bound") and noun != "chief" and not officer


def _is_known_body(parts: list[str], preposition: str, noun: str) -> bool | None:
    """What the words of an object settle by being those of bodies; None where they are not."""
    last = parts[-1].rstrip(".")
    named = _is_name(parts[0])
    bodies, organisations = words("titles", "bodies"), words("roles", "organisations")
    if last in bodies and parts[0][0].isupper():
        return not (noun == "chief" and last == "Staff")
    if named and preposition == "of" and noun != "chief" and not bodies.isdisjoint(parts):
        return True
    if last.lower() in organisations or last in words("roles", "groups"):
        return preposition in ("of", "for")
    if not organisations.isdisjoint(parts) and last[0].isupper() and preposition in ("of", "for"):
        return True  # "leader of the left-wing party France Unbowed"
    return None


def _is_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
