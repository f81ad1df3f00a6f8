"""One phrase that names a post taken apart: title, body, nation, acting, former.

"Deputy Director for Space Policy, UK Ministry of Defence", "the Chinese foreign ministry
spokeswoman", "currently performing the duties of Assistant Secretary of War for Space Policy".
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extraction.language.vocabulary import words
from loaders.extraction.posts.title_bodies import body_end, is_body
from loaders.extraction.posts.title_nations import (
    nation_of_title,
    nation_of_word,
)
from loaders.extraction.posts.title_tokens import Token
from loaders.extraction.posts.title_words import ACTING, STANDING, is_field, post_nouns
from loaders.extraction.texts.document import Span

_PREPOSITIONS = frozenset({"of", "for", "at", "in", "to", "with", "from", "on"})
_STOPS = words("grammar", "stops")
_ON_THE_DAY = words("titles", "on_the_day")
_OF_SUBJECTS = words("titles", "of_subjects")


@dataclass(frozen=True, slots=True)
class Title:
    """A post as one phrase tells it; spans count in the text."""

    title: Span
    body: Span | None
    nation: str | None
    nation_stated: bool
    acting: bool
    former: bool
    head: str
    end: int


def read_title(text: str, tokens: list[Token]) -> Title | None:
    """The post that a phrase names; None where it names none."""
    at, acting, former = _skip_qualifiers(tokens)
    head = _head(tokens, at)
    if head is None:
        return None
    first, last = head
    nation, stated, title_from, body = _premodifiers(text, tokens, at, first)
    owned = body is not None or any(t.text[-2:] in ("'s", "’s") for t in tokens[at:first])
    title_to, body_after, of_nation = _postmodifiers(text, tokens, last, owned)
    stop = max(span.end for span in (body, body_after) if span) if body or body_after else 0
    body = body or body_after
    if of_nation is not None and nation is None:
        nation, stated = of_nation, True
    title_from = _first_of_title(tokens, title_from, first)
    while title_from < first and (word := tokens[title_from].text.lower()) in STANDING:
        # "ESA's acting director": the qualifier stands behind the body.
        acting, former = acting or word in ACTING, former or word not in ACTING
        title_from += 1
    if tokens[first].text == "officer" and first and tokens[first - 1].text in _ON_THE_DAY:
        return None
    title = Span(tokens[title_from].start, tokens[title_to].end)
    end = max(title.end, stop)
    printed = text[title.start : title.end]
    if nation is None:
        nation = nation_of_title(printed)
    noun = " ".join(t.text for t in tokens[first : last + 1]).lower()
    return Title(title, body, nation, stated, acting, former, noun, end)


def _first_of_title(tokens: list[Token], start: int, head: int) -> int:
    """Where the title begins: after the last word that no title has."""
    for index in range(head - 1, start - 1, -1):
        word = tokens[index].text
        bare = word.lower().rsplit("-", 1)[-1]
        known = is_field(bare) or bare in post_nouns()
        known = known or bare in STANDING or _joins_fields(tokens, index)
        if not (word[0].isupper() or known or bare in words("roles", "organisations")):
            return index + 1
    return start


def _skip_qualifiers(tokens: list[Token]) -> tuple[int, bool, bool]:
    """Leave out "currently", "the", "former" …; says whether acting and former were among them."""
    qualifiers = words("titles", "qualifiers")
    acting = former = False
    at = 0
    while at < len(tokens):
        word = tokens[at].text.lower()
        if word.startswith(("then-", "ex-")) and len(word) > 5:
            former = True
            break
        bare = word.rstrip("-")
        if (
            tokens[at].text == "New"
            and tokens[at + 1 : at + 2]
            and tokens[at + 1].text[0].isupper()
        ):
            break  # New Zealand, not a new minister.
        if bare == "performing" or bare == "filling":
            duties = [t.text.lower() for t in tokens[at : at + 5]]
            acting = True
            at += duties.index("of") + 1 if "of" in duties else 1
            continue
        if bare in words("titles", "acting"):
            acting = True
        elif bare in words("titles", "former"):
            former = True
        elif bare not in qualifiers:
            break
        at += 1
    return at, acting, former


def _head(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The last post noun before the first preposition, with the words that make it one."""
    nouns = post_nouns()
    found = None
    for index in range(at, min(at + 9, len(tokens))):
        word = tokens[index].text.lower().removeprefix("then-").removeprefix("ex-").rstrip(".")
        if word in _PREPOSITIONS or (word in _STOPS and not _joins_fields(tokens, index)):
            break
        if word in nouns or word.rsplit("-", 1)[-1] in nouns:
            found = (index, index)
    if (
        found
        and tokens[found[1] + 1 : found[1] + 2]
        and tokens[found[1] + 1].text in ("General", "general", "Gen.")
    ):
        return (found[0], found[1] + 1)
    return found


def _joins_fields(tokens: list[Token], index: int) -> bool:
    """The "and" of "Information and Broadcasting Minister"."""
    sides = (tokens[index - 1 : index], tokens[index + 1 : index + 2])
    return tokens[index].text == "and" and (
        all(side and side[0].text[0].isupper() and is_field(side[0].text) for side in sides)
        or all(side and side[0].text.islower() and is_field(side[0].text) for side in sides)
    )


def _premodifiers(
    text: str, tokens: list[Token], at: int, head: int
) -> tuple[str | None, bool, int, Span | None]:
    """Nation, whether it is stated, where the title begins, and a body named before it."""
    nations = nation_of_word()
    nation, stated = None, False
    start = at
    for width in (3, 2, 1):
        if at + width > head:
            continue
        phrase = text[tokens[at].start : tokens[at + width - 1].end]
        bare = phrase.removesuffix("'s").removesuffix("’s")
        if bare in nations:
            nation, stated, start = nations[bare], True, at + width
            while start < head and tokens[start].text.lower() in words("titles", "qualifiers"):
                start += 1
            break
    last = body_end(tokens, start, head)
    if last is None:
        return nation, stated, start if start <= head else head, None
    owned = nation is not None and start > at and tokens[start - 1].text[-2:] in ("'s", "’s")
    # "China's foreign ministry": the ministry is the body; "US State Department" is its name.
    body = Span(tokens[start if owned and start <= last else at].start, tokens[last].end)
    stripped = text[body.start : body.end]
    if last == start and stripped.islower():
        # "the party's budget expert": whose party, the phrase does not say.
        if stripped.endswith(("'s", "’s", "s'", "s’")):
            return nation, stated, last + 1, None
        if stripped in words("titles", "within_title"):
            return nation, stated, start, None
    if stripped in words("titles", "within_title") and (
        tokens[head].text == "Secretary" or stripped == "Union"
    ):
        # "Treasury Secretary", "Navy Secretary"; India's "Union Minister".
        return nation, stated, start, None
    if stripped[:-2].lower() in post_nouns() and stripped.endswith(("'s", "’s")):
        # "the President's National Security Advisor"
        return nation, stated, last + 1, None
    if stripped.endswith(("'s", "’s")):
        body = Span(body.start, body.end - 2)
    return nation, stated and nation is not None, last + 1, body


def _postmodifiers(
    text: str, tokens: list[Token], head: int, has_body: bool = False
) -> tuple[int, Span | None, str | None]:
    """Where the title ends, the body that "of", "for" or "at" names, or the nation "of" names."""
    title_to = head
    index = head + 1
    while index < len(tokens):
        word = tokens[index].text.lower()
        if word not in _PREPOSITIONS:
            break
        stop = _phrase_end(tokens, index + 1)
        if stop == index + 1:
            break
        if word == "of" and (nation := _nation_named(text, tokens, index + 1, stop)):
            return title_to, None, nation
        if is_body(text, tokens, index, stop, head, has_body):
            return title_to, _body_span(tokens, index + 1, stop), None
        charged = word == "in" and tokens[index + 1].text == "charge"
        of_field = charged or tokens[head].text.lower() in _OF_SUBJECTS
        if word in ("in", "on", "from", "with") and not of_field:
            break
        title_to = stop - 1
        index = stop
    return title_to, None, None


def _nation_named(text: str, tokens: list[Token], start: int, stop: int) -> str | None:
    if tokens[start].text.lower() == "the" and start + 1 < stop:
        start += 1
    return nation_of_word().get(text[tokens[start].start : tokens[stop - 1].end])


def _phrase_end(tokens: list[Token], index: int) -> int:
    """The end of a prepositional phrase: the next preposition, stop or "and commander"."""
    start = index
    while index < len(tokens):
        word = tokens[index].text.lower()
        if index > start and (word in _PREPOSITIONS and not _is_in_name(tokens, index)):
            break
        if word == "and":
            following = tokens[index + 1].text if index + 1 < len(tokens) else ""
            before = tokens[index - 1].text
            if (
                not following
                or following.lower() in post_nouns()
                or following.lower() in ("the", "a")
            ):
                break
            if following[0].isupper() != before[0].isupper():
                break
        elif word in _STOPS:
            break
        index += 1
    return index


def _is_in_name(tokens: list[Token], index: int) -> bool:
    """The "of" inside "Ministry of Defence", "Department of the Air Force"."""
    if tokens[index].text != "of" or index + 1 >= len(tokens):
        return False
    before, after = tokens[index - 1].text, tokens[index + 1].text
    if after == "the" and index + 2 < len(tokens):
        after = tokens[index + 2].text
    return before in words("titles", "bodies") and after[0].isupper()


def _body_span(tokens: list[Token], start: int, stop: int) -> Span:
    return Span(tokens[start].start, tokens[stop - 1].end)
