"""Nations taken up again: "both", "the two countries", "they", "the country", "the newcomers"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.language.numbers import number_of
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Told

#: How many sets of nations are remembered.
_MEMORY = 6
#: A sentence without nations is read where it opens with one of these.
TAKING_UP = re.compile(
    r"(?:(?:In|On|By|Since|Last|This|Two|A|Earlier|Later|Then|Now|But|And|Yet|Today|Next|Until|With)\b"
    r"[^.;:]{0,60}?\b(?:it|they|both|"
    r"the (?:country|nation|island|kingdom|republic|two|three|four|five|six))\b|"
    r"[“\"]?(?:It|They|Both|All|Together|The (?:two|three|four|five|six|seven|eight|nine|ten|\d+|"
    r"country|nation|republic|kingdom|island|newcomers?|new|pair|duo|trio|quartet|others)|Its|"
    r"These (?:countries|nations|states|governments|allies)|Their|Each of)\b)"
)
#: "All of them", "each of these".
_EACH = frozenset({"all", "each", "both"})
_OF_THEM = frozenset({"them", "these"})
_COUNTRIES = frozenset({"countries", "nations", "states", "governments", "allies"})
_NEW = frozenset({"newcomers", "newcomer", "new", "newest", "entrants", "recruits", "latest"})


class Memory:
    """The nations that the sentences before named, the last first."""

    def __init__(
        self,
        pair: Callable[[], tuple[str, ...]],
        listed: Callable[[int], tuple[str, ...]],
    ) -> None:
        """`pair` gives the two nations that the article opens with, none where it does not;
        `listed` those of a list of so many at its head.
        """
        self._listed = listed
        self._sets: list[tuple[str, ...]] = []
        self._subject: tuple[str, ...] = ()
        self._sentence: tuple[str, ...] = ()
        self._newcomers: tuple[str, ...] = ()
        self._sentences: list[tuple[str, ...]] = []
        self._together: tuple[str, ...] = ()
        self._passed: Callable[[], Reading] | None = None
        self.act: tuple[str, CoalitionMention] | None = None
        #: Whether the sentence that is read opens a paragraph.
        self.opens = False
        self._wholes: list[frozenset[str]] = []
        self._pair = pair

    def pass_over(self, read: Callable[[], Reading]) -> None:
        """Keep a sentence that tells of no body, to be read if the next one takes it up."""
        self._passed = read

    def catch_up(self) -> None:
        """Read the sentence that was passed over, if any."""
        if self._passed is not None:
            self.remember(self._passed(), ())

    def remember(self, reading: Reading, told: Sequence[Told]) -> None:
        """Keep what a sentence named, after it was read."""
        self._passed = None
        named = [(at, reading.nations(at)) for at, s in enumerate(reading.shape) if s in "AM"]
        if named:
            self._subject = named[0][1] if _leads(reading, named[0][0]) else ()
            self._sentence = tuple(dict.fromkeys(n for _, nations in named for n in nations))
        elif ("K" in reading.shape or "W" in reading.shape[:2]) and not _goes_on(reading):
            self._subject = ()
        sets = [nations for _, nations in reversed(named)] + [t.nations for t in told]
        if named:
            self._wholes = [frozenset(self._sentence), *self._wholes][:_MEMORY]
        if named:
            self._sentences = [self._sentence, *self._sentences][:3]
            self._together = tuple(dict.fromkeys(n for one in self._sentences for n in one))
        self._sets = [*sets, self._sentence, *self._sets][:_MEMORY]
        joining = [t.nations for t in told if t.act is Act.JOINING or t.status is Status.INVITED]
        if joining:
            self._newcomers = tuple(dict.fromkeys(n for nations in joining for n in nations))

    def resolve(self, reading: Reading, at: int) -> tuple[str, ...]:
        """The nations that a phrase of the sentence takes up; none where that is not clear."""
        phrase = reading.phrases[at]
        texts = [token.text.lower() for token in phrase.tokens]
        inside = self._in_sentence(reading, at)
        if texts[-1] == "we" or (texts[0] in ("our", "my") and texts[-1] in nouns("the_nation")):
            return _speaking(reading) or (inside if len(inside) == 1 else ())
        if texts[-1] in ("it", "its"):
            inside = self._nearest(reading, at) or inside
            chosen = inside if len(inside) == 1 else self._subject if not inside else ()
            return chosen if len(chosen) == 1 else ()
        of_all = texts[0] in _EACH and texts[-1] in _OF_THEM
        of_these = texts[0] == "these" and texts[-1] in _COUNTRIES
        if texts[-1] in ("they", "their") or of_all or of_these:
            counted = re.search(r"L[SVxX][^;:AM]*\Z", reading.shape[:at])
            if counted and reading.phrases[counted.start()].has("#"):
                # "After talks with Chile, 24 countries announced that they …": those 24.
                definite = reading.phrases[counted.start()].tokens[0].text.lower() == "the"
                return self.resolve(reading, counted.start()) if definite else ()
            chosen = inside or self._subject
            return chosen if len(chosen) > 1 else ()
        if set(texts) & _NEW:
            return self._newcomers
        number = _number(texts)
        if phrase.tokens[-1].sign == "m" and texts[-1] not in nouns("acting_for_nations"):
            # "the three officers"
            return ()
        if number:
            if not _TAKEN_UP.intersection(texts):
                # "Two more countries joined, Chile and Peru": not two named before.
                return ()
            found = self._of_size(number, inside) or _all_before(reading, at, number)
            partial = found and frozenset(found) not in self._wholes
            if partial and number == _PAIR and at == 0 and self.opens:
                # "Both countries", at the head of a paragraph: no two of many named before.
                return self._pair() or found
            return found
        if texts[0] in _HIS and texts[-1] in nouns("the_nation"):
            chosen = inside or self._subject or self._sentence
            return chosen if len(chosen) == 1 else ()
        return ()

    def _of_size(self, number: int, inside: tuple[str, ...]) -> tuple[str, ...]:
        candidates: Iterable[tuple[str, ...]] = (inside, *self._sets, self._together)
        found = next((found for found in candidates if len(found) == number), ())
        return found or (self._listed(number) if _PAIR < number <= _FEW else ())

    def _nearest(self, reading: Reading, at: int) -> tuple[str, ...]:
        """The one nation that last led a clause: "…, while Nicaragua announced that it …"."""
        for place in range(at - 1, -1, -1):
            if reading.shape[place] in "AM" and _leads(reading, place):
                said = (
                    place and reading.shape[place - 1] == "S" and "R" not in reading.shape[place:at]
                )
                found = reading.nations(place)
                return found if len(found) == 1 and not said else ()
        return ()

    def _in_sentence(self, reading: Reading, at: int) -> tuple[str, ...]:
        """The nations that led the sentence before the phrase: "Chile said it …"."""
        for place in range(at):
            if reading.shape[place] in "AM" and _leads(reading, place):
                return reading.nations(place)
        return ()


def _goes_on(reading: Reading) -> bool:
    """ "It has been a member of the pact since 2019": of whom the sentence before was."""
    opens = reading.phrases[0]
    return opens.sign == "E" and opens.last_word in ("it", "they")


#: A list of no more nations is meant by their number alone, from the headline on.
_PAIR, _FEW = 2, 5
_HIS = frozenset({"the", "all", "his", "her", "their"})
#: With one of these a number means nations that were named.
_TAKEN_UP = frozenset({"the", "both", "all", "each", "these", "those", "its", "their", "our"})


def _all_before(reading: Reading, at: int, number: int) -> tuple[str, ...]:
    """ "crews of the Thai and of the Brazilian air force, where both nations took part"."""
    places = (k for k in range(at) if reading.shape[k] in "AMP")
    named = tuple(dict.fromkeys(n for k in places for n in reading.nations(k)))
    return named if len(named) == number else ()


def _speaking(reading: Reading) -> tuple[str, ...]:
    """ "We are proud to join," said Iceland's minister: the nation that is quoted."""
    for said in (k for k, sign in enumerate(reading.shape) if sign == "S"):
        for place in (said - 1, said + 1):
            if 0 <= place < len(reading.shape) and reading.shape[place] in "AM":
                found = reading.nations(place)
                return found if len(found) == 1 else ()
    return ()


def _leads(reading: Reading, at: int) -> bool:
    """Whether the nations stand as a subject does: in, of or with nothing."""
    if at and reading.phrases[at - 1].last_word in _ADDRESSING:
        return False
    return at == 0 or reading.shape[at - 1] not in "ihfqtkyFVw"


#: Behind these stands who is spoken to: "Italy told Washington that it would …".
_ADDRESSING = frozenset({"told", "tells", "informed", "informs"})


def _number(texts: list[str]) -> int | None:
    for text in texts:
        if text == "both":
            return 2
        if number := number_of(text):
            return number
    return None
