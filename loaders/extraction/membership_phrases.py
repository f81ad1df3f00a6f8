"""The shallow grammar of a sentence: nations that can act, coalitions, roles, verbs of membership.

A cascade of finite-state steps, after Hobbs et al., "FASTUS: A cascaded finite-state transducer
for extracting information from natural-language text" (1997): words become signs, signs become
phrases ("the French minister of defence, Ana Ruiz" is one nation acting), and what a phrase does
is read off its neighbours (`membership_arguments.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.extraction.clauses import ADJECTIVE, COALITION, NATIONS, TIME, Clause
from loaders.extraction.coalition_mentions import CoalitionMention
from loaders.extraction.membership_lexicon import Word, lexicon, nouns
from loaders.extraction.membership_rules import Status


class Token(NamedTuple):
    """A word of the reduced sentence: its sign, where it stands, what the lexicon says."""

    sign: str
    start: int
    end: int
    text: str
    word: Word | None


@dataclass(slots=True)
class Phrase:
    """A phrase: its sign in the sentence's shape, its tokens, and where it stands.

    Signs: A nations by name, M nations through their people, K a coalition, c one that only
    describes ("a CSpO meeting"), L a role ("the ten founding members"), V a verb of membership,
    x a form of "to be", n a noun of membership, P a nation in the genitive or as an adjective,
    E nations taken up again ("both", "the country"); all others as for words.
    """

    sign: str
    tokens: Sequence[Token]
    start: int
    end: int

    @property
    def group(self) -> str:
        """The verb's or noun's group."""
        last = self.tokens[-1].word
        return last.group if last else ""

    def has(self, signs: str) -> bool:
        """Whether one of its words has one of the signs."""
        return any(token.sign in signs for token in self.tokens)

    def first(self, signs: str) -> Token | None:
        """Its first word with one of the signs."""
        return next((token for token in self.tokens if token.sign in signs), None)

    @property
    def status(self) -> Status | None:
        """What a role says: the narrowest of its words."""
        told = [t.word.status for t in self.tokens if t.word and t.word.status]
        return next((s for s in told if s is not Status.MEMBER), told[0] if told else None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as phrases; `shape` has one sign for each."""

    clause: Clause
    phrases: tuple[Phrase, ...]
    shape: str

    def nations(self, at: int) -> tuple[str, ...]:
        """The nations of the phrase at a place of the shape, through whomever they act."""
        found: list[str] = []
        for token in self.phrases[at].tokens:
            if token.sign == "t":
                # "the ambassador of Panama to the United States" acts for Panama.
                break
            if token.sign in "ND" and (listed := self.clause.nations(token.start)):
                found += listed.nations
        return tuple(dict.fromkeys(found))

    def coalition(self, at: int) -> CoalitionMention | None:
        """The coalition of the phrase at a place of the shape."""
        token = self.phrases[at].first("Cc")
        return self.clause.coalition(token.start) if token else None


def read_phrases(clause: Clause) -> Reading:
    """The sentence as phrases."""
    tokens = _without_asides(_tokens(clause.reduced))
    signs = "".join(token.sign for token in tokens)
    phrases = []
    for match in _PHRASES.finditer(signs):
        first, last = match.span()
        kind = match.lastgroup or "word"
        found = tokens[first:last]
        sign = found[-1].sign if kind == "word" else _PHRASE_SIGNS[kind]
        phrases.append(Phrase(sign, found, found[0].start, found[-1].end))
    return Reading(clause, tuple(phrases), "".join(p.sign for p in phrases))


def is_doubtful(text: str) -> bool:
    """Whether a word of doubt or denial stands in a stretch of text."""
    return any(token.sign == "Z" for token in _tokens(text))


# --- words


_TOKEN = re.compile(
    rf"[{NATIONS}{ADJECTIVE}{COALITION}{TIME}]|[’'](?:s|t)?(?![^\W\d_])|[^\W_]+(?:[-.&][^\W_]+)*|[,;:().–—&-]"
)
_PLAIN = {NATIONS: "N", ADJECTIVE: "D", COALITION: "C", TIME: "T", "–": "-", "—": "-"}
_MARKS = frozenset(",;:().-")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+-(?:first|second|third|[a-z]+th)")


def _tokens(reduced: str) -> list[Token]:
    spans = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(reduced)]
    lowered = [text.lower() for text, _, _ in spans]
    entries = lexicon()
    tokens: list[Token] = []
    at, last = 0, len(spans)
    while at < last:
        text, start, end = spans[at]
        word, length = None, 1
        for phrase, meant in entries.get(lowered[at], ()):
            size = len(phrase)
            if size == 1 or tuple(lowered[at : at + size]) == phrase:
                word, length = meant, size
                break
        if length > 1:
            end = spans[at + length - 1][2]
            text = reduced[start:end]
        if text != ".":
            tokens.append(Token(_sign(text, word), start, end, text, word))
        at += length
    return _refined(tokens)


def _sign(text: str, word: Word | None) -> str:
    if word is not None:
        return word.sign
    if text in _PLAIN:
        return _PLAIN[text]
    if text in _MARKS:
        return text
    first = text[0]
    if first in "’'":
        return {"s": "'", "t": "Z"}.get(text[1:], '"')
    if first.isdigit():
        return "o" if _ORDINAL.fullmatch(text) else "#"
    if first.isupper():
        return "W"
    return "o" if _ORDINAL.fullmatch(text) else "b" if text.endswith("ly") else "w"


def _refined(tokens: list[Token]) -> list[Token]:
    """Coalitions that only describe ("a CSpO meeting"), and those called by two nouns."""
    refined: list[Token] = []
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        token = _in_its_use(token, refined[-1].sign if refined else "", following)
        if token.sign == "C" and following is not None:
            gap = following.start - token.end
            if (gap == 1 and following.text.lower() in nouns("not_itself")) or (
                gap == 0 and following.text == "-"
            ):
                token = token._replace(sign="c")
        elif refined and refined[-1].sign == "C" and token.text.lower() in nouns("anaphora"):
            refined[-1] = refined[-1]._replace(end=token.end)
            continue
        refined.append(token)
        if token.sign == ")" and "".join(t.sign for t in refined[-4:]) == "C(C)":
            # "the International Space Station (ISS)" is named once.
            del refined[-3:]
            refined[-1] = refined[-1]._replace(end=token.end)
    return refined


def _in_its_use(token: Token, before: str, following: Token | None) -> Token:
    """Words that are several things: "a launch", "both groups", "invited nations"."""
    if token.sign == "a" and token.text.endswith(("ing", "ited")):
        if following is None or following.sign not in "argm&":
            word = _INVITED if token.text.endswith("ited") else _TAKING_PART
            return token._replace(sign=word.sign, word=word)
    elif token.sign == "m" and following is not None and following.sign in "narJ":
        if token.text.lower() in ("official", "general", "chief"):
            return token._replace(sign="a")
    elif token.sign in "BJ" and before and before in "dlaoD#" and " " not in token.text:
        noun = token.sign == "B" or token.text.endswith("s")
        return token._replace(sign="w", word=None) if noun else token
    return token


_INVITED = Word("J", "invite")
#: "participating in the exercise", "contributing to it": not the adjective of "nations".
_TAKING_PART = Word("G", "take part")


def _without_asides(tokens: list[Token]) -> list[Token]:
    """The words without brackets that name no nation, coalition, date or role: "(L-R)"."""
    if not any(token.sign == "(" for token in tokens):
        return tokens
    kept: list[Token] = []
    opened: int | None = None
    for token in tokens:
        if token.sign == "(" and opened is None:
            opened = len(kept)
        kept.append(token)
        if token.sign == ")" and opened is not None:
            if not any(t.sign in "NDCTrL" for t in kept[opened:]):
                del kept[opened:]
            opened = None
    return kept


# --- phrases

#: "of the armed forces, Ana Ruiz": what follows the head of "the French minister".
_TAIL = (
    r"(?:f(?![dl]?[NDC])[dl]?[awWmgr]{1,4}(?:,[awWmg]{1,3})*(?:,?&[awWmg]{1,3})?)?"
    r"(?:td?[ND](?=W))?(?:,?W{1,4}(?=,))?(?:[mWo]{0,3}W)*"
)
_MODIFIERS = r"[aowWbgr#D]"
_PHRASES = re.compile(
    # "the French minister of defence Ana Ruiz", "Norway's government", "U.S. Space Command".
    rf"(?P<people>[dl]*[aowW#]{{0,2}}(?:D(?:{_MODIFIERS}|&(?=[aowW]m)){{0,5}}?m+"
    rf"|N'(?:{_MODIFIERS}|&(?=[aowW]m)){{0,5}}?m+|N[am]*m){_TAIL}"
    # "ministers from Chile", "Ambassador Ana Ruiz of Chile", "heads of the Polish Space Agency".
    r"|[dl]*[aoWw#]{0,3}m+(?:[wWamgobr()#]|f(?=[dl]?[awWgmo])[dl]?){0,9}?[fh](?:[dl]*[#oag]{0,3}[fh:,-])?[dl]*"
    rf"(?:N(?:td?[ND])?W{{0,4}}(?!')|N'(?:[aowWb]|&){{0,8}}?m+{_TAIL}|D[wWamo]{{0,4}}?m+{_TAIL}))"
    r"|(?P<role>(?:[#lo]f)?(?:(?:[dlH]+|#|o|C'?|c'?)(?:[#oaWDbC]|o&(?=o)|w(?=[#oawrg])){0,6}?|[ao]+)"
    r"(?:r+g?(?![wm])|r(?=w)|[oa]*ag(?!')|g(?=f)|(?<=[#oCa])g(?!')|(?<=d)o(?=(?:id?W)?tb?B)|(?<=[oa])n(?![fyht]))|r+)"
    r"|(?P<names>(?:d[aow]{0,2})?N(?!'))"
    r"|(?P<owner>(?:d[aow]{0,2})?N'|D)"
    r"|(?P<coalition>d[aoWwD#]{0,3}C(?!')|C(?!'))"
    r"|(?P<of_coalition>c|C')"
    # "both", "all six", "the two", "the two countries", "they".
    r"|(?P<again>(?<![NDgrmwW])l[#]?g?(?=[bxXuUZJBGP,])|d[#](?=[bxXuUZJBGP])|d[o]?#g|dl?g(?=[bxXuUZJBGP'])|p)"
    r"|(?P<verb>(?:[xXuUZbl]|t(?=[bl]*B)|(?<=[xXu])d(?=[JGP]))*[JBGP])"
    r"|(?P<copula>[xXuUZbl]*x[bZl]*)"
    r"|(?P<word>.)",
    re.DOTALL,
)
_PHRASE_SIGNS = {
    "people": "M",
    "role": "L",
    "names": "A",
    "owner": "P",
    "coalition": "K",
    "of_coalition": "c",
    "verb": "V",
    "copula": "x",
    "again": "E",
}
