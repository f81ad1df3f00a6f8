"""The shallow grammar of a sentence: nations that can act, coalitions, roles, verbs of membership.

A cascade of finite-state steps, after Hobbs et al., "FASTUS: A cascaded finite-state transducer
for extracting information from natural-language text" (1997): words become signs, signs become
phrases ("the French minister of defence, Ana Ruiz" is one nation acting), and what a phrase does
is read off its neighbours (`subjects.py`, `objects.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.language.numbers import number_of
from loaders.extraction.memberships.rules import Status, is_document
from loaders.extraction.memberships.tokens import Token
from loaders.extraction.memberships.words import read_words
from loaders.extraction.survey.clauses import Clause


class Phrase(NamedTuple):
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
    #: The verb's or noun's group.
    group: str
    #: Its last word, which says what the phrase is of, in small letters.
    last_word: str

    def has(self, signs: str) -> bool:
        """Whether one of its words has one of the signs."""
        return self.first(signs) is not None

    def first(self, signs: str) -> Token | None:
        """Its first word with one of the signs."""
        for token in self.tokens:  # a plain loop: asked of most phrases of all sentences
            if token.sign in signs:
                return token
        return None

    @property
    def number(self) -> int | None:
        """The number stated in it: "the ten members", "the trio"."""
        counted = self.first("#")
        return number_of(counted.text) if counted else None

    @property
    def status(self) -> Status | None:
        """What a role says: the narrowest of its words."""
        told = [t.word.status for t in self.tokens if t.word and t.word.status]
        return next((s for s in told if s is not Status.MEMBER), told[0] if told else None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as phrases; `shape` has one sign for each, `words` are all in small letters.

    `groups` holds, by where a phrase starts, the nations that it means without naming them.
    """

    clause: Clause
    phrases: tuple[Phrase, ...]
    shape: str
    words: frozenset[str]
    it: CoalitionMention | None = None
    groups: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def naming(self, first: int, place: int, end: int, nations: tuple[str, ...]) -> Reading:
        """The sentence where the phrases from `first` up to `end` stand for nations.

        Of their words those of the phrase at `place` are kept.
        """
        start, stop = self.phrases[first].start, self.phrases[end - 1].end
        whole = self.phrases[place]._replace(sign="A", start=start, end=stop)
        return replace(
            self,
            phrases=(*self.phrases[:first], whole, *self.phrases[end:]),
            shape=f"{self.shape[:first]}A{self.shape[end:]}",
            groups={**self.groups, whole.start: nations},
        )

    def with_it(self, body: CoalitionMention | None) -> Reading:
        """The sentence where "of it" and "joined it" stand for a body named shortly before."""
        if body is None or "E" not in self.shape:
            return self
        places = [
            at for at, sign in enumerate(self.shape) if sign == "E" and self._is_body(at, body)
        ]
        if not places:
            return self
        phrases = tuple(
            phrase._replace(sign="K") if at in places else phrase
            for at, phrase in enumerate(self.phrases)
        )
        shape = "".join(p.sign for p in phrases)
        return replace(self, phrases=phrases, shape=shape, it=body)

    def _is_body(self, at: int, body: CoalitionMention) -> bool:
        if self.phrases[at].last_word not in ("it", "them") or not at:
            return False
        before = self.phrases[at - 1]
        if before.sign == "f" and at > 1 and self.phrases[at - 2].last_word in _HOW_MANY:
            # "Chile and Peru, both of them members": of the nations.
            return False
        if before.group == "sign" and self.phrases[at].last_word == "them":
            # "went through the procedures and adopted them"
            return is_document(body.name)
        return before.sign in "fith" or (before.sign == "V" and before.group in _OF_IT)

    def nations(self, at: int) -> tuple[str, ...]:
        """The nations of the phrase at a place of the shape, through whomever they act."""
        if self.groups and (meant := self.groups.get(self.phrases[at].start)):
            return meant
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
        if token is None and self.phrases[at].sign == "K":
            return self.it
        return self.clause.coalition(token.start) if token else None


#: Of several these say how many are meant.
_HOW_MANY = frozenset({"all", "both", "each", "most", "many", "some", "several", "half", "none"})
#: Verbs whose "it" is a body.
_OF_IT = frozenset({"join", "sign", "leave", "found"})


def read_phrases(clause: Clause) -> Reading:
    """The sentence as phrases."""
    phrases, shape, words = _phrases_of(clause.reduced)
    return Reading(clause, phrases, shape, words)


@lru_cache(maxsize=256)
def _phrases_of(reduced: str) -> tuple[tuple[Phrase, ...], str, frozenset[str]]:
    """Phrases, shape and words of a sentence in reduced form; kept, for releases repeat theirs."""
    tokens = read_words(reduced)
    signs = "".join([token.sign for token in tokens])
    words = [token.text.lower() for token in tokens]
    phrases = []
    for match in _PHRASES.finditer(signs):
        begin, end = match.span()
        found = tokens[begin:end]
        sign = _PHRASE_SIGNS[match.lastgroup] if match.lastgroup else found[-1].sign
        last = found[-1]
        group = last.word.group if last.word else ""
        phrases.append(Phrase(sign, found, found[0].start, last.end, group, words[end - 1]))
    shape = "".join([phrase.sign for phrase in phrases])
    return tuple(phrases), shape, frozenset(words)


# --- phrases

#: "of the armed forces, Ana Ruiz": what follows the head of "the French minister".
_TAIL = (
    r"(?:f(?![dl]?[NDC])[dl]?[awWmgr]{1,4}(?:,[awWmg]{1,3})*(?:,?&[awWmg]{1,3})?)?"
    r"(?:td?[ND](?=W))?(?:,?W{1,4}(?=,))?(?:[mWo]{0,3}W)*"
)
_MODIFIERS = r"[aowWbgr#D]"
_PHRASES = re.compile(
    # Most words open no phrase of several: asked first, it spares them the rest.
    r"[^dlaowW#DNmHCcrpxXuUZbtJBGP]|[wW](?![aowW#]{0,2}[DNm])|"
    # "the rival, U.S.-led accords"
    r"(?P<led>(?:d[aowW#]{0,3}(?:,[aow]{1,2})?)?[DNW]-[wa][aow]{0,2}C(?!'))|"
    # "the French minister of defence Ana Ruiz", "Norway's government", "U.S. Space Command".
    rf"(?P<people>[dl]*[aowW#]{{0,2}}(?:D(?:{_MODIFIERS}|&(?=[aowW]m)){{0,5}}?m+"
    rf"|N'(?:{_MODIFIERS}|&(?=[aowW]m)){{0,5}}?m+|N[am]*m){_TAIL}"
    # "ministers from Chile", "Ambassador Ana Ruiz of Chile", "heads of the Polish Space Agency".
    r"|[dl]*[aoWw#]{0,3}(?:m+(?:,m+)*,?&[dl]?)?m+(?:[wWamgobr()#]|f(?=[dl]?[awWgmo])[dl]?){0,9}?[fh](?:[dl]*[#oag]{0,3}[fh:,-])?[dl]*"
    rf"(?:N(?:td?[ND])?W{{0,4}}(?!')|N'(?:[aowWb]|&){{0,8}}?m+{_TAIL}|D[wWamo]{{0,4}}?m+{_TAIL}))"
    r"|(?P<role>(?:d?[#lo]f)?(?:(?:[dlH]+|#|o|C'?|c'?)(?:[#oaWDbCc]|o[&,](?=&?o)|(?<=,)&(?=o)|w(?=[#oawrg])){0,6}?|[ao]+)"
    r"(?:r+g?(?![wm])|r(?=w)|[oa]*ag(?!')|g(?=[fGR])|(?<=[#oCca])g(?!')|(?<=o[WD])g(?=[tfi])|(?<=d)o(?=(?:[if]d?[aowWD]{1,3})?tb?B|[Gx])|(?<=[oa])n(?![fyht]))|r+g(?=[lNd])|r+|(?<!.)o(?=tb?B))"
    # "the Dutch have signed", "the Dutch, for their part, signed"
    r"|(?P<names>(?:d[ao]{0,2})?N(?!')|dD(?=(?:,[a-zF]{1,4},)?b{0,2}[xXuUJB]))"
    r"|(?P<owner>(?:d[aow]{0,2})?N'|D)"
    r"|(?P<coalition>d[aoWwD#]{0,4}C(?!')|C(?!'))"
    r"|(?P<of_coalition>c|C')"
    # "each of the four", "both", "all six", "the two", "the two countries", "they".
    r"|(?P<again>lf(?:d#g?|p)(?=[bxXuUZJBGP])|(?<![NDgrmwW])l[#]?g?(?=[bxXuUZJBGP,])|d[#](?=[bxXuUZJBGP])|d[o]?#g|d#a?m(?=[bxXuUZJBGP])|dl?[aoWwD]{0,3}g(?=[bxXuUZJBP'])|p)"
    r"|(?P<verb>(?:[xXuUZbl]|t(?=[bl]*B)|(?<=[xXu])d(?=[JGP]))*[JBGP])"
    r"|(?P<copula>[xXuUZbl]*x[bZl]*)"
    r"|.",
    re.DOTALL,
)
_PHRASE_SIGNS = {
    "people": "M",
    "role": "L",
    "names": "A",
    "owner": "P",
    "coalition": "K",
    "led": "K",
    "of_coalition": "c",
    "verb": "V",
    "copula": "x",
    "again": "E",
}
