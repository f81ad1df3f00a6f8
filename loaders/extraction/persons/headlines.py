"""Whom a headline names, with which post: "Gaggle by Press Secretary Jen Psaki Aboard …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.name_words import given_names
from loaders.extraction.persons.names import Run, parse_run

_WORD = re.compile(r"[^\s,|&:;]+|[,|&:;]")
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Bearer:
    """Someone a headline names: the name's words, and the post printed before them, or ""."""

    tokens: tuple[str, ...]
    post: str

    @property
    def name(self) -> str:
        """The name as the headline prints it."""
        return " ".join(self.tokens)

    def is_called(self, label: tuple[str, ...]) -> bool:
        """Whether a label's name is this one's: its family name, which may stand first."""
        own = [token.casefold() for token in self.tokens]
        particles = words("first_names", "particles")
        named = [t.casefold() for t in label if t.casefold() not in particles or t is label[-1]]
        if own[-1] == named[-1]:
            return len(named) == 1 or len(own) == 1 or own[0] == named[0]
        # "PRESIDENT YOON" is Yoon Suk Yeol; "MR. JAKE" would not be Jake Sullivan.
        return named == own[:1] and self.tokens[0] not in given_names()


def bearers(headline: str) -> list[Bearer]:
    """All persons that a headline names after a post, a rank or with a known given name."""
    tokens = [match.group() for match in _WORD.finditer(headline)]
    found: list[Bearer] = []
    post_from, at = 0, 0
    while at < len(tokens):
        if _breaks(tokens[at]):
            post_from = at + 1
        elif _begins_name(tokens, at, post_from):
            end = _end_of_name(tokens, at)
            post = " ".join(tokens[post_from:at])
            found.append(Bearer(_bare(tokens[at:end]), post))
            at = post_from = end
            continue
        at += 1
    return [bearer for bearer in found if bearer.tokens]


def run_of(bearer: Bearer, start: int, end: int) -> Run:
    """The bearer as a name that stands where the label does."""
    return Run(start, end, start, start, parse_run(f"{bearer.post} {bearer.name}".strip()))


def _breaks(word: str) -> bool:
    return not word[0].isalnum() or (word[0].islower() and word not in ("of", "for", "the"))


def _is_office(word: str) -> bool:
    return (
        word in words("roles", "posts")
        or word in words("ranks", "honorifics")
        or word in words("ranks", "ranks")
        or word in words("roles", "courtesies")
    )


def _begins_name(tokens: list[str], at: int, post_from: int) -> bool:
    word = tokens[at]
    if not _may_belong(word) or _is_office(word):
        return False
    if at > post_from and _is_office(tokens[at - 1]):
        return True
    if _ends_office(tokens, at, post_from) and word not in words("roles", "organisation_words"):
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    return word in given_names() and bool(following) and _may_belong(following)


def _ends_office(tokens: list[str], at: int, post_from: int) -> bool:
    """Whether a post with its object stands before: "Secretary of State", "Minister for Trade"."""
    if at - post_from < 3 or tokens[at - 1] not in words("roles", "organisation_words"):
        return False
    return any(_is_office(word) for word in tokens[post_from : at - 1])


def _may_belong(word: str) -> bool:
    """Whether a capitalised word of a headline may be part of a name."""
    if not word[0].isupper() or word in words("roles", "openers") or word.isdigit():
        return False
    if word.endswith("ing") or word in words("roles", "headline_words"):
        return False
    return word not in words("roles", "posts") and not (word.isupper() and len(word) > 3)


def _end_of_name(tokens: list[str], at: int) -> int:
    end = at
    while end < len(tokens) and end - at < _LONGEST_NAME:
        word = tokens[end]
        particle = word in words("first_names", "particles") and end + 1 < len(tokens)
        if not (_may_belong(word) or particle) or word in words("titles", "bodies"):
            break
        end += 1
    return max(end, at + 1)


def _bare(tokens: list[str]) -> tuple[str, ...]:
    return tuple(re.sub(r"[’']s?\Z", "", token) for token in tokens)
