"""Who does the saying: the noun phrase before or after a verb of speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from loaders.extraction.document import MASK
from loaders.extraction.facts import SpeakerKind
from loaders.extraction.names import NameKind, Names, Run
from loaders.extraction.nation_vocabulary import vocabulary as nation_vocabulary
from loaders.extraction.vocabulary import words

#: How far from its verb a subject is looked for.
REACH = 320
_WORD = re.compile(r"[^\s,;:()—–]+")
_LAST_WORD = re.compile(r"[^\s,;:()—–¤\"“”]+\Z")
_BOUNDARY = re.compile(r"[\s,;:()—–¤\"“”]")
_PARENTHESIS = re.compile(r"\s*\([^()]{1,60}\)\s*\Z")
_NUMBER_OF = re.compile(r"\d[\d,.]*")
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "one"})
_SELVES = frozenset({"i", "we", "you"})
_RELATIVE = frozenset({"who", "which", "that"})
_PREPOSITIONS = words("grammar", "prepositions")
_OF = words("grammar", "of")
_DETERMINERS = words("grammar", "determiners")
_BREAKS = words("grammar", "breaks")
_APPOSITIVE = words("grammar", "appositive")
_TAILS = re.compile(
    r"(?:,? ?\b(?:on|late on|early on|last|this|earlier|late|early)? ?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|week|month|year|night|"
    r"morning|afternoon|evening)(?: (?:morning|afternoon|evening|night))?"
    r"|,? in (?:a|an|his|her|their|its) (?:[\w-]+ ){0,4}(?:statement|speech|interview|tweet|post|"
    r"letter|email|call|address|briefing|remarks|report|video|op-ed|message|release|memo)"
    r"|,? (?:for (?:his|her|their|its) part|in turn|by contrast|for instance|for example|of course)"
    r"),?\s*\Z"
)


class Word(NamedTuple):
    """A word and where it begins."""

    at: int
    text: str

    def start(self) -> int:
        """Where the word begins."""
        return self.at

    def group(self) -> str:
        """The word as printed."""
        return self.text


def last_word(text: str, low: int, end: int) -> Word | None:
    """The word that ends at `end`, None after a blank or punctuation."""
    start = max(text.rfind(" ", low, end) + 1, low)
    word = text[start:end]
    if word.isalpha():
        return Word(start, word)
    if not word or _BOUNDARY.match(word[-1]):
        return None
    match = _LAST_WORD.search(word)
    return Word(start + match.start(), match.group()) if match else None


_TAIL_WORDS = words("grammar", "tail_words")


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase that speaks; `run` where a name is its head, `noun` where a noun is."""

    start: int
    end: int
    kind: SpeakerKind
    run: Run | None = None
    noun: str | None = None
    pronoun: str | None = None
    others: tuple[Subject, ...] = ()


@cache
def _noun_kinds() -> dict[str, SpeakerKind]:
    kinds: dict[str, SpeakerKind] = {}
    for section, kind in (
        ("documents", SpeakerKind.DOCUMENT),
        ("organisations", SpeakerKind.ORGANISATION),
        ("groups", SpeakerKind.GROUP),
        ("persons", SpeakerKind.PERSON),
    ):
        for noun in words("roles", section):
            kinds[noun] = kind
    for noun in words("roles", "posts"):
        kinds.setdefault(noun.lower(), SpeakerKind.PERSON)
    return kinds


def noun_kind(word: str) -> SpeakerKind | None:
    """What a common noun is as a speaker; None for nouns that do not speak."""
    kinds = _noun_kinds()
    kind = kinds.get(word)
    if kind is None and word.endswith("-year-old"):
        return SpeakerKind.PERSON
    if kind is None and "-" in word:
        kind = kinds.get(word.rsplit("-", 1)[1])
    if kind is None and word.endswith("s"):
        singular = kinds.get(word[:-1])
        if singular is SpeakerKind.PERSON:
            return SpeakerKind.GROUP
        return singular
    return kind


class Subjects:
    """Finds subjects in one masked text."""

    def __init__(self, masked: str, names: Names) -> None:
        self.masked = masked
        self.names = names

    def before(self, low: int, position: int) -> Subject | None:
        """The subject of a verb that begins at `position`, not before `low`."""
        low = max(low, position - REACH)
        comma = self._comma_before_verb(low, position)
        if comma and (found := self._head_of_apposition(low, comma)) is not None:
            return found
        end = self._strip_tail(low, position)
        if end <= low:
            return None
        if self.masked[end - 1] in ",)—–":
            return self._head_of_apposition(low, end)
        return self.ending_at(low, end)

    def _comma_before_verb(self, low: int, position: int) -> int:
        """The end of "X, the long title, (also) said": past its last comma; 0 if there is none."""
        adverbs = words("speech_verbs", "adverbs") | words("speech_verbs", "auxiliaries")
        end = self._strip_blank(low, position)
        for _ in range(3):
            word = last_word(self.masked, max(low, end - 24), end)
            if word is None or word.group() not in adverbs:
                break
            end = self._strip_blank(low, word.start())
        return end if end > low and self.masked[end - 1] in ",—–" else 0

    def _strip_tail(self, low: int, end: int) -> int:
        """Leave out adverbs, auxiliaries, times and places between the subject and the verb."""
        adverbs = words("speech_verbs", "adverbs") | words("speech_verbs", "auxiliaries")
        text = self.masked
        for _ in range(8):
            end = self._strip_blank(low, end)
            word = last_word(text, max(low, end - 24), end)
            if word and word.group() in adverbs:
                end = word.start()
                continue
            if word and word.group().lower() in _TAIL_WORDS:
                tail = _TAILS.search(text, max(low, end - 70), end)
                if tail and tail.end() > tail.start() and tail.start() > low:
                    end = tail.start()
                    continue
            if end > low and text[end - 1] == ")":
                parenthesis = _PARENTHESIS.search(text, max(low, end - 70), end)
                if parenthesis:
                    end = parenthesis.start()
                    continue
            break
        return self._strip_blank(low, end)

    def _strip_blank(self, low: int, end: int) -> int:
        while end > low and self.masked[end - 1] in " \n":
            end -= 1
        return end

    def ending_at(self, low: int, end: int) -> Subject | None:
        """The noun phrase whose last character is before `end`."""
        run = self.names.by_end.get(end)
        if run is not None and run.lead >= low - 1:
            return self._named(low, run)
        word = last_word(self.masked, max(low, end - 40), end)
        if word is None:
            return None
        lowered = word.group().lower()
        if lowered in _RELATIVE:
            return self._antecedent(low, word.start())
        if lowered in _PRONOUNS:
            return self._pronoun(word.start(), end, lowered)
        if lowered in _SELVES:
            return None
        if lowered in ("and", "but", "then"):
            return self.first(low, word.start())
        return self._common(low, word.start(), end, lowered)

    def _pronoun(self, start: int, end: int, word: str) -> Subject | None:
        if word == "one":
            return None
        kind = {"they": SpeakerKind.GROUP, "it": SpeakerKind.ORGANISATION}.get(
            word, SpeakerKind.PERSON
        )
        return Subject(start, end, kind, pronoun=word)

    def _antecedent(self, low: int, position: int) -> Subject | None:
        end = self._strip_blank(low, position)
        if end > low and self.masked[end - 1] == ",":
            return self._head_of_apposition(low, end)
        return self.ending_at(low, end) if end > low else None

    def _named(self, low: int, run: Run) -> Subject | None:
        """A name right before the verb, unless it hangs on a noun: "a spokesman for X said"."""
        if run.parsed.kind is not NameKind.PERSON and (listed := self._of_list(low, run)):
            return listed
        start, word = self._word_before(low, run.lead)
        above = self._governor(low, start if word == "the" else run.lead)
        if above is None and word in ("in", "near") and self._is_place(run):
            return None
        if above is not None and not self._is_title_of(above, run):
            return above if above.run is not None else replace(above, end=run.end)
        return self._with_others(low, self.of_run(run))

    def _is_place(self, run: Run) -> bool:
        """ "A weaver in Virginia told me": after "in" a lone name is where, not who."""
        return len(run.parsed.tokens) <= 1 and not run.parsed.titled

    def _of_list(self, low: int, run: Run) -> Subject | None:
        """ "Observers from Nigeria, Kenya and the European Union": the noun before the list."""
        position, items = run.lead, 0
        for _ in range(8):
            joint = _LIST_JOINT.search(self.masked, max(low, position - 12), position)
            if joint is None or joint.start() <= low:
                break
            previous = self.names.by_end.get(joint.start())
            if previous is None:
                break
            position, items = previous.lead, items + 1
        above = self._governor(low, position) if items else None
        return replace(above, end=run.end) if above else None

    def _is_title_of(self, above: Subject, run: Run) -> bool:
        """ "Chief of Space Operations Gen. Chance Saltzman": the noun is the name's own title."""
        if run.parsed.kind is not NameKind.PERSON or run.start == run.lead:
            return False
        noun = self.masked[above.start : run.lead].rstrip()
        last = noun.removesuffix(" of the").removesuffix(" of").removesuffix(" for").split()[-1:]
        return bool(last) and last[0][0].isupper()

    def _governor(self, low: int, position: int) -> Subject | None:
        """The noun a prepositional phrase beginning before `position` hangs on, if it speaks."""
        start, word = self._word_before(low, position)
        if word not in _OF or start <= low:
            return None
        end = self._strip_blank(low, start)
        previous = last_word(self.masked, max(low, end - 40), end)
        if previous is None:
            return None
        noun = previous.group()
        if noun in _PREDICATIVE:
            # "two officials familiar with the discussions said".
            end = self._strip_blank(low, previous.start())
            previous = last_word(self.masked, max(low, end - 40), end)
            if previous is None:
                return None
            noun = previous.group()
        governing = self.names.by_end.get(end)
        if (
            governing is not None
            and governing.parsed.kind is NameKind.PERSON
            and (noun_kind(noun.lower()) is None)
        ):
            # "Dick Durbin of Illinois said", "Lord Grayling of Epsom said".
            return self.of_run(governing) if word in ("of", "from") else None
        if noun_kind(noun.lower()) is None:
            return self._governor(low, end) if end in self.names.by_end else None
        if noun[0].isupper() and end in self.names.by_end:
            run = self.names.by_end[end]
            if run.parsed.kind is NameKind.PERSON and len(run.parsed.tokens) > 1:
                return None
        return self._common(low, previous.start(), end, noun.lower())

    def _word_before(self, low: int, position: int) -> tuple[int, str]:
        end = self._strip_blank(low, position)
        word = last_word(self.masked, max(low, end - 30), end)
        return (word.start(), word.group().lower()) if word else (position, "")

    def of_run(self, run: Run) -> Subject:
        """The subject that a run is by itself."""
        if epithet := self._epithet(run):
            return epithet
        if common := self._capitalised_noun(run):
            return common
        kind = {
            NameKind.PERSON: SpeakerKind.PERSON,
            NameKind.ROLE: SpeakerKind.PERSON,
        }.get(run.parsed.kind, SpeakerKind.ORGANISATION)
        noun = None
        if run.parsed.kind is not NameKind.PERSON:
            noun = self.masked[run.start : run.end].split()[-1].lower()
            if run.parsed.kind is NameKind.ROLE:
                noun = self.masked[run.start : run.end].lower()
            elif (found := noun_kind(noun)) is not None and found is not SpeakerKind.PERSON:
                kind = found
        start = run.start if run.parsed.kind is NameKind.PERSON else run.lead
        if (
            run.parsed.kind is not NameKind.PERSON
            and self.masked[start - 4 : start].lower() == "the "
        ):
            start -= 4
        return Subject(start, run.end, kind, run, noun)

    def _epithet(self, run: Run) -> Subject | None:
        """ "the Ohio Democrat": a description with capitals, no name and no body."""
        last = self.masked[run.start : run.end].rsplit(" ", 1)[-1]
        if last not in _CAPITAL_EPITHETS or run.parsed.titled:
            return None
        start = run.lead - 4 if self.masked[run.lead - 4 : run.lead].lower() == "the " else run.lead
        if start == run.lead and not self.masked[max(0, start - 2) : start].strip(" "):
            return None
        return Subject(start, run.end, SpeakerKind.PERSON, noun=last.lower())

    def _capitalised_noun(self, run: Run) -> Subject | None:
        """ "Retailers said": a common noun that only the sentence's beginning capitalises."""
        parsed = run.parsed
        if parsed.kind is not NameKind.PERSON or len(parsed.tokens) != 1 or parsed.titled:
            return None
        kind = noun_kind(parsed.name.lower())
        if kind is None:
            return None
        before = self.masked[max(0, run.lead - 2) : run.lead].strip(" ")
        if run.lead and before and before[-1] not in ".?!”\n" + MASK:
            return None
        return Subject(run.lead, run.end, kind, noun=parsed.name.lower())

    def _with_others(self, low: int, subject: Subject) -> Subject:
        """ "Smith and Jones said": both of them."""
        if subject.run is None or subject.kind is not SpeakerKind.PERSON:
            return subject
        at = subject.run.lead
        if self.masked[max(low, at - 5) : at] != " and " or at - 5 <= low:
            return subject
        other = self.names.by_end.get(at - 5)
        if other is None or other.parsed.kind is not NameKind.PERSON:
            return subject
        return replace(subject, others=(self.of_run(other),))

    def _common(self, low: int, start: int, end: int, noun: str) -> Subject | None:
        """A common noun that speaks, with its determiner and adjectives."""
        kind = noun_kind(noun)
        if kind is None:
            above = self._governor(low, start)
            return replace(above, end=end) if above else self._hanging(low, start, end)
        above = self._governor(low, self._phrase_start(low, start))
        if above is not None:
            return replace(above, end=end)
        return Subject(self._phrase_start(low, start), end, kind, noun=noun)

    def _hanging(self, low: int, start: int, end: int) -> Subject | None:
        """ "members of the opposition said": the noun that the phrase hangs on."""
        position = start
        for _ in range(4):
            position, word = self._word_before(low, position)
            if not word or word in _BREAKS:
                return None
            if word in _OF:
                above = self._governor(low, self._after(position))
                return replace(above, end=end) if above else None
        return None

    def _after(self, position: int) -> int:
        end = self.masked.find(" ", position)
        return end + 1 if end >= 0 else position

    def _phrase_start(self, low: int, start: int) -> int:
        """Where the noun phrase begins whose head begins at `start`."""
        for _ in range(6):
            position, word = self._word_before(low, start)
            if word == "and" and (joined := self._joined(low, position)) >= 0:
                start = joined
                continue
            if not word or word in _BREAKS or word in _PREPOSITIONS:
                return start
            gap = self.masked[position + len(word) : start]
            if gap.strip():
                return start
            if word in words("speech_verbs", "adverbs") or word.endswith("ly"):
                return start
            start = position
            if word in _DETERMINERS or word.endswith(("'s", "’s", "s'", "s’")):
                return (
                    self._possessor(low, start)
                    if word not in _DETERMINERS
                    else self._whole(low, start, word)
                )
        return start

    def _whole(self, low: int, start: int, determiner: str) -> int:
        """ "the two sides": a numeral with its article."""
        if determiner in _ARTICLES:
            return start
        position, word = self._word_before(low, start)
        adjacent = position + len(word) + 1 == start
        return position if word in _ARTICLES and adjacent else start

    def _joined(self, low: int, conjunction: int) -> int:
        """ "U.S. and European leaders", "owners and union leaders": where the first part begins.

        -1 where what stands before "and" is a clause or another list's item.
        """
        position, word = self._word_before(low, conjunction)
        if not word or position + len(word) + 1 != conjunction:
            return -1
        printed = self.masked[position : position + len(word)]
        if printed in nation_vocabulary().forms or printed.removesuffix(",") in _DEMONYMS:
            return position
        return position if noun_kind(word) is SpeakerKind.GROUP and word.islower() else -1

    def _possessor(self, low: int, start: int) -> int:
        position = start
        for _ in range(3):
            position, word = self._word_before(low, position)
            if word in ("the", "a", "an"):
                return position
            if not word or word in _BREAKS or word in _PREPOSITIONS:
                break
        return start

    def _head_of_apposition(self, low: int, end: int) -> Subject | None:
        """The head of "X, the long title, " before a verb: the last that can be one."""
        chunks = self._chunks(low, end)
        named, pronoun, common = None, None, None
        for start, stop in reversed(chunks):
            first = _WORD.search(self.masked, start, stop)
            opens = first.group().lower() if first else ""
            stop = self._strip_blank(start, stop)
            run = self.names.by_end.get(stop)
            if run is not None and run.parsed.kind is NameKind.PERSON and run.lead >= start:
                if opens in _APPOSITIVE and run.lead > start + 1 and not self._opens_clause(opens):
                    continue
                subject = self._named(start, run)
                if subject and named is None and subject.run is run:
                    named = subject
            elif opens in ("he", "she") and pronoun is None and stop - start < 6:
                pronoun = Subject(stop - len(opens), stop, SpeakerKind.PERSON, pronoun=opens)
            elif (found := self.ending_at(start, stop)) is not None and not found.pronoun:
                common = found
        return named or pronoun or common

    def _opens_clause(self, word: str) -> bool:
        """Words that open a side clause whose subject may be the speaker's name's neighbour."""
        return word in ("in", "at", "on", "during", "after", "before", "when", "while", "asked")

    def _chunks(self, low: int, end: int) -> list[tuple[int, int]]:
        chunks = []
        start = low
        for match in _PUNCTUATION.finditer(self.masked, low, end):
            position = match.start()
            # What stands in parentheses, a party or an abbreviation, does not speak.
            if position > start and match.group() != ")":
                chunks.append((start, position))
            start = position + 1
        if end > start:
            chunks.append((start, end))
        return chunks[-12:]

    def first(self, low: int, end: int) -> Subject | None:
        """The subject of the clause that begins at `low`: its first noun phrase that can speak."""
        for start, stop in self._chunks(low, min(end, low + REACH)):
            subject = self._opening(start, stop)
            if subject is not None:
                return subject
        return None

    def _opening(self, low: int, high: int) -> Subject | None:
        """The subject that a clause opens with; None for "On Monday" and the like."""
        first = _WORD.search(self.masked, low, high)
        if first is None:
            return None
        word = first.group().lower()
        if word in ("and", "but", "so", "then", "yet", "also", "later", "meanwhile"):
            return self._opening(first.end(), high) if first.end() < high else None
        if word in ("he", "she", "they", "it"):
            return self._pronoun(first.start(), first.end(), word)
        if word in _PREPOSITIONS or word in ("when", "while", "because", "if", "asked", "although"):
            return None
        if self._opens_side_clause(first.start(), first.end(), word):
            return None
        return self.after(first.start(), high)

    def _opens_side_clause(self, start: int, end: int, word: str) -> bool:
        """ "Secondly, …", "Recognizing the risk, …": no names, though they have a capital."""
        run = self.run_from(start)
        if run is None or run.end != end or run.parsed.titled or run.start != start:
            return False
        if word.endswith("ly") and self.masked[end : end + 1] == ",":
            return True
        following = self.masked[end : end + 20].split(" ", 2)[1:2]
        return word.endswith("ing") and bool(following) and following[0] in _OBJECT_OPENERS

    def after(self, low: int, high: int) -> Subject | None:
        """The noun phrase that begins at `low`: what stands after "said" or "according to"."""
        high = min(high, low + REACH)
        text = self.masked
        while low < high and text[low] in " ,":
            low += 1
        run = self.run_from(low)
        if run is not None and self.masked[run.end : run.end + 2] in ("'s", "’s"):
            # "Schumer's deputy, Dick Durbin, was blunt": the possessor is not the one who speaks.
            return self._lower_case(run.end + 3, high)
        if run is not None and run.lead <= low <= run.start:
            if self._is_adjective(run, high):
                return self._lower_case(low, high)
            if run.parsed.kind is NameKind.PERSON:
                return self._with_followers(run, high)
            titled = self._titled_name(low, run, high)
            return titled or self.of_run(run)
        return self._lower_case(low, high)

    def _named_after(self, end: int, high: int) -> Subject | None:
        """ "said its leader, Hedi Gharbi": the name that the apposition gives."""
        match = _NAME_AFTER.match(self.masked, end)
        if match is None:
            return None
        run = self.run_from(match.end())
        if run is None or run.parsed.kind is not NameKind.PERSON or run.lead != match.end():
            return None
        # "According to the spokesman, Annika Brandt will present it": she is the next clause's.
        return (
            self.of_run(run)
            if (
                self.masked[run.end : run.end + 1] in ",.;)—\n"
                or self.masked.startswith(" of ", run.end)
            )
            else None
        )

    def _is_adjective(self, run: Run, high: int) -> bool:
        """ "Estonian premier", "Pentagon officials": the noun after it speaks."""
        if run.parsed.kind is NameKind.PERSON and (len(run.parsed.tokens) > 1 or run.parsed.rank):
            return False
        match = _NEXT_NOUNS.match(self.masked, run.end, high)
        return match is not None and any(
            noun_kind(word) is not None for word in match.group().split()
        )

    def run_from(self, low: int) -> Run | None:
        """The run that begins at or spans `low`."""
        at = bisect_left(self.names.starts, low)
        for index in (at, at - 1):
            if 0 <= index < len(self.names.runs):
                run = self.names.runs[index]
                if run.lead <= low < run.end or run.lead == low:
                    return run
        return None

    def _with_followers(self, run: Run, high: int) -> Subject:
        """ "said Smith and Jones": both of them."""
        subject = self.of_run(run)
        if self.masked[run.end : run.end + 5] == " and ":
            other = self.run_from(run.end + 5)
            if other is not None and other.parsed.kind is NameKind.PERSON and other.end <= high:
                return replace(subject, others=(self.of_run(other),))
        return subject

    def _titled_name(self, low: int, run: Run, high: int) -> Subject | None:
        """ "Chief of Space Operations Gen. Chance Saltzman": the name at the title's end."""
        position = run.end
        for _ in range(4):
            match = _TITLE_LINK.match(self.masked, position, high)
            if match is None:
                return None
            following = self.run_from(match.end())
            if following is None:
                return None
            if following.parsed.kind is NameKind.PERSON and len(following.parsed.tokens) > 0:
                return self.of_run(following)
            position = following.end
        return None

    def _lower_case(self, low: int, high: int) -> Subject | None:
        """ "the general", "a spokesman for X", "defence minister Jane Doe"."""
        text = self.masked
        head: tuple[int, int, str] | None = None
        last_end = low
        for count, match in enumerate(_WORD.finditer(text, low, high)):
            gap = text[last_end : match.start()]
            if count and (gap.strip() or count > 9):
                break
            word, lowered = match.group(), match.group().lower()
            if count == 0 and lowered.rstrip(".") in ("he", "she", "they", "it"):
                end = match.end() - lowered.endswith(".")
                return self._pronoun(match.start(), end, lowered.rstrip("."))
            run = self.run_from(match.start()) if word[0].isupper() else None
            if run is not None and not (count == 0 and self._is_adjective(run, high)):
                if run.parsed.kind is NameKind.PERSON and run.lead == match.start():
                    return self.of_run(run)
                if run.start > match.start() and run.parsed.kind is NameKind.PERSON:
                    return self.of_run(run)
            elif (
                lowered in _BREAKS
                or (lowered in _PREPOSITIONS and head is None and count)
                or lowered in _PREPOSITIONS
            ):
                break
            if noun_kind(lowered.rstrip(".")) is not None:
                head = (match.start(), match.end(), lowered.rstrip("."))
            last_end = match.end()
        if head is None:
            return None
        kind = noun_kind(head[2]) or SpeakerKind.PERSON
        if kind is SpeakerKind.PERSON and (named := self._named_after(last_end, high)):
            return named
        end = head[1] - (text[head[1] - 1] == ".")
        return Subject(low, end, kind, noun=head[2])


_ARTICLES = frozenset({"the", "a", "an", "these", "those", "our", "its", "their", "his", "her"})
_DEMONYMS = frozenset({"U.S.", "U.K.", "UK", "US", "EU", "E.U.", "European", "African", "Asian"})
_OBJECT_OPENERS = _ARTICLES | {"that", "how", "this", "for", "on", "to", "in", "both", "all"}
_CAPITAL_EPITHETS = frozenset(w for w in words("roles", "epithets") if w[0].isupper())
_PREDICATIVE = frozenset(
    {"familiar", "close", "involved", "briefed", "responsible", "present", "aware", "charged"}
)
_PUNCTUATION = re.compile(r"[,()—–;:]")
_LIST_JOINT = re.compile(r"(?:,|,? and)(?: the)? \Z")
_NEXT_NOUNS = re.compile(r" [a-z][\w-]+(?: [a-z][\w-]+)?")
_NAME_AFTER = re.compile(r", (?=[A-ZÀ-Þ])")
_TITLE_LINK = re.compile(
    r" (?:(?:of|for|and|to|the|in|at|de) ){1,2}| (?=[A-Z])|, (?=(?:Gen|Adm)\.)"
)
