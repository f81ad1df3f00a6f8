"""A sentence with a list of nations, and what in it speaks against their being members.

Denials, places ("bases in A, B and C"), outsiders and courting ("guests from A, B and C"), and
bodies that are only named beside the list, in an aside, or to tell when.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.language.tries import by_first_letter
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.tokens import Token
from loaders.extraction.nations.enumerations import Enumeration
from loaders.extraction.survey.clauses import Clause
from loaders.extraction.texts.document import Span

#: So near the list, in words, somebody from outside or a courtship is that of its nations.
_AROUND = 11


#: "Chile, Peru and Kenya, most of them members of the pact": which of them is not told.
_ONLY_SOME = re.compile(
    r"[,(–-] ?(?:most|many|some|several|half|two|three|four|five|one) of "
    r"(?:them|whom|these|which)\b"
)


@dataclass(frozen=True, slots=True)
class ListSentence:
    """A sentence whose lists may be of members, and its words."""

    span: Span
    clause: Clause
    words: tuple[Token, ...]

    def place_of(self, listed: Enumeration) -> int | None:
        """The word that stands for a list."""
        places = (i for i, t in enumerate(self.words) if self.clause.nations(t.start) is listed)
        return next(places, None)

    def is_denied(self, at: int) -> bool:
        """Whether a doubt or denial stands before a list, or a plain "not" anywhere."""
        if _ONLY_SOME.search(self.clause.reduced, self.words[at].end):
            return True
        doubts = (i for i, t in enumerate(self.words) if t.sign == "Z")
        return any(
            i < at + 2 or self.words[i].text.lower() in nouns("reaching_back") for i in doubts
        )

    def is_elsewhere(self, at: int) -> bool:
        """Whether a list says where, whither, with whom, or whom: "bases in A", "helps A"."""
        before = next((t for t in reversed(self.words[:at]) if t.sign not in "dab"), None)
        if before is None or before.text.lower() in nouns("listing") | nouns("naming_nations"):
            return False
        # "Besides A, B and C have worked on their own": whom a sentence opens with.
        beside = before.sign == "k" and before is self.words[0]
        around = before.sign == "q" and before.text.lower() not in nouns("between") | {"like"}
        return beside or around or before.sign in "itFw"

    def is_of_outsiders(self, at: int, body: CoalitionMention) -> bool:
        """Whether a word of courting or of outsiders stands near a list: "Guests from A, B, C"."""
        starts = [token.start for token in self.words]
        return any(
            at - _AROUND < (place := bisect_left(starts, word.start())) < at + _AROUND
            and not self._is_inside(place, word.group(), body)
            for word in _foreign().finditer(self.clause.reduced)
        )

    def _is_inside(self, place: int, word: str, body: CoalitionMention) -> bool:
        """Whether a word of outsiders is none of this body: an exercise has guests who travelled.

        Who buys a part of a fleet is in it: "clubbed together to buy WGS-9".
        """
        if is_exercise(body):
            return word.lower() in nouns("guests_who_play")
        bought = self.words[place + 1 : place + 3]
        return word.lower() in nouns("buying") and any(t.sign in "Cc" for t in bought)

    def is_beside(self, at: int, body: int) -> bool:
        """Whether list and body are items of one enumeration: "Japan, Canada and the ESA"."""
        between = self.words[min(at, body) + 1 : max(at, body)]
        # "Japan and Canada, in addition to the ESA", but not "the ESA, with Japan and Canada".
        links = "&k" if at < body else "&"
        return (
            len(between) <= _WIDEST_ITEM
            and any(token.sign in links for token in between[:2])
            and all(token.sign in _NOMINAL + links for token in between)
        )

    def is_in_aside(self, at: int, body: int) -> bool:
        """Whether the body is named of something else: "…, which endangers the station"."""
        signs = "".join(token.sign for token in self.words[at:body])
        return ",Rw" in signs

    def is_aboard(self, body: int) -> bool:
        """Whether something is sent to the body: "a camera aboard the station"."""
        before = self._word_before(body)
        if before is None:
            return False
        # "launching a camera to the space station"
        sent = before.text.lower() == "to" and "Station" in self.bodies()[body].name
        return sent or before.text.lower() in nouns("aboard")

    def is_agent(self, body: int) -> bool:
        """Whether the body only does what is told: "a consortium led by the agency, with …"."""
        before = self._word_before(body)
        return before is not None and before.text.lower() == "by"

    def joins_another(self, at: int, body: int) -> bool:
        """ "A signed the Accords; C, D and E have joined the lunar project": not the Accords."""
        between = self.words[body + 1 : at]
        if body >= at or not any(token.text == ";" for token in between):
            return False
        behind = self.words[at + 1 : at + 5]
        return any(t.word is not None and t.word.group in ("join", "sign") for t in behind)

    def is_occasion(self, at: int, body: int) -> bool:
        """Whether the body only tells when: "Following a gift to the Fund, A, B and C gave"."""
        return body < at and bool(self.words) and self.words[0].text.lower() in nouns("occasions")

    def names_another(self) -> bool:
        """Whether capitals name something else: "announced the first Innovation Ranges".

        A place is nothing else: "deposited in Addis Ababa".
        """
        capitals = [token.sign == "W" for token in self.words]
        return any(
            two and not (i and self.words[i - 1].sign == "i")
            for i, two in enumerate(map(operator.and_, capitals, capitals[1:]))
        )

    def joined_by_others(self, at: int) -> bool:
        """Whether a list is whom others join: "Japan will join Canada, Norway and Spain"."""
        before = self._word_before(at)
        return before is not None and before.word is not None and before.word.group == "join"

    def bodies(self) -> dict[int, CoalitionMention]:
        """The bodies named, by place; but those that another has replaced."""
        named = ((i, self.clause.coalition(t.start)) for i, t in enumerate(self.words))
        return {
            i: body
            for i, body in named
            if body is not None
            and body.slug != "nato"
            and not (self._is_replaced(i) or self._is_explaining(i))
        }

    def _word_before(self, place: int) -> Token | None:
        """What stands before a place, past articles and adjectives."""
        return next((t for t in reversed(self.words[:place]) if t.sign not in "da"), None)

    def _is_explaining(self, body: int) -> bool:
        """ "The agency, a body of the union, was opened": of which the body spoken of is one."""
        signs = "".join(token.sign for token in self.words[:body])
        return _EXPLAINING.search(signs) is not None

    def is_attended(self) -> bool:
        """Whether guests attend an opening: "was opened, with ministers from A, B and C there"."""
        reduced = self.clause.reduced
        return bool(_opening().search(reduced)) and bool(_ATTENDANCE.search(reduced))

    def _is_replaced(self, body: int) -> bool:
        """ "the partnership that replaced the consortium": the list is of the other."""
        before = self._word_before(body)
        return before is not None and before.text.lower() in nouns("replacing")


#: How many words may stand between the items of an enumeration.
_WIDEST_ITEM = 7
#: Signs of what stands within a noun phrase, and between two of them.
_NOMINAL = ",&dagfWmor"


_EXPLAINING = re.compile(r"[Cc](?:\([Cc]\))?,d[aow]{0,3}wf[bda]*\Z")
_ATTENDANCE = re.compile(
    r"\b(?:attend(?:ed|ing|ance)?|(?:was|were|in) attendance|present|on hand|look(?:ed|ing) on)\b"
)


@cache
def _opening() -> re.Pattern[str]:
    words = by_first_letter(ordered_words("membership_lexicon", "openings"))
    return re.compile(rf"\b(?:{words})\b")


@cache
def _foreign() -> re.Pattern[str]:
    sections = ("courting", "outsiders")
    listed = (w for section in sections for w in ordered_words("membership_lexicon", section))
    words = by_first_letter(listed)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
