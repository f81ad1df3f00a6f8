"""Who does the saying: the noun phrase before a verb of speech, and what opens a clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import replace
from functools import cache

from loaders.extraction.dates.calendar import any_weekday
from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.nations.vocabulary import vocabulary as nation_vocabulary
from loaders.extraction.persons.names import NameKind, Run
from loaders.extraction.speech.clause_patterns import FINITE_LOOSE
from loaders.extraction.speech.following_subjects import REACH, WORD, FollowingSubjects, is_past
from loaders.extraction.speech.noun_phrases import ARTICLES, PREPOSITIONS
from loaders.extraction.speech.run_subjects import Subject, post_words
from loaders.extraction.speech.speaker_nouns import last_word, strip_blank
from loaders.extraction.speech.unlisted_nouns import unlisted_before
from loaders.extraction.texts.document import MASK

_PARENTHESIS = re.compile(r"\s*\([^()]{1,60}\)\s*\Z")
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "one"})
_SELVES = frozenset({"i", "we", "you"})
_RELATIVE = frozenset({"who", "which", "that"})
_APPOSITIVE = words("grammar", "appositive")
_TAILS = re.compile(
    r"(?:,? ?\b(?:on|late on|early on|last|this|earlier|late|early)? ?"
    rf"(?:{any_weekday()}|today|yesterday|tonight|week|month|year|night|"
    r"morning|afternoon|evening)(?: (?:morning|afternoon|evening|night))?"
    r"|,? in (?:a|an|his|her|their|its) (?:[\w-]+ ){0,4}(?:statement|speech|interview|tweet|post|"
    r"letter|email|call|address|briefing|remarks|report|video|op-ed|message|release|memo)"
    r"|,? (?:for (?:his|her|their|its) part|in turn|by contrast|for instance|for example|of course)"
    r"),?\s*\Z"
)


_NO_ADVERBS = words("grammar", "no_adverbs")
_TAIL_WORDS = words("grammar", "tail_words")


@cache
def _between() -> frozenset[str]:
    """What stands between a subject and its verb: "also", "has"."""
    return words("speech_verbs", "adverbs") | words("speech_verbs", "auxiliaries")


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb by its form: "sharply", no "family"."""
    return word.endswith("ly") and len(word) > 4 and word.islower() and word not in _NO_ADVERBS


class Subjects(FollowingSubjects):
    """Finds subjects in one masked text."""

    def before(self, low: int, position: int) -> Subject | None:
        """The subject of a verb that begins at `position`, not before `low`."""
        low = max(low, position - REACH)
        comma = self._comma_before_verb(low, position)
        if comma and (found := self._head_of_apposition(low, comma)) is not None:
            return found
        end = self._strip_tail(low, position)
        if end <= low:
            return None
        dashed = self.masked[end - 1] in "—–" or self.masked[end - 2 : end] == " -"
        aside = self._before_aside(low, end) if dashed else -1
        if aside > low and (found := self.ending_at(low, aside) or self._whole_clause(low, aside)):
            # "A group of senators — led by Sen. Roe and Sen. Doe — said".
            return found
        if self.masked[end - 1] in ",)—–":
            return self._head_of_apposition(low, end)
        found = self.ending_at(low, end) or self._whole_clause(low, end)
        itself = found is not None and found.end == end
        if found and itself and found.noun and not found.run and self._is_object(low, found):
            # "A person not authorized to speak on the record told us".
            return self.first(low, found.start) or found
        return found

    def _is_object(self, low: int, subject: Subject) -> bool:
        """Whether a preposition stands right before: the phrase is no subject."""
        end = strip_blank(self.masked, low, subject.start)
        word = last_word(self.masked, max(low, end - 16), end)
        # "with the chamber saying …": there it is one all the same.
        found = word.group().lower() if word is not None else ""
        return found in PREPOSITIONS - _CONJUNCTIONS and end < subject.start

    def _before_aside(self, low: int, end: int) -> int:
        """Where the aside between dashes begins that ends before `end`; -1 if there is none."""
        opened = max(self.masked.rfind(dash, low, end - 2) for dash in ("—", "–", " - "))
        return strip_blank(self.masked, low, opened) if opened > low else -1

    def _whole_clause(self, low: int, end: int) -> Subject | None:
        """ ", two officials familiar with the talks said": the phrase that opens the clause."""
        start = max(self.masked.rfind(sign, low, end) for sign in _CLAUSE_OPENERS) + 1
        word = WORD.search(self.masked, max(start, low), end)
        if word is None or not low < word.start() or end - word.start() > _LONGEST_PHRASE:
            return unlisted_before(self.masked, low, end)
        found = self.lower_case(word.start(), end) if word.group().islower() else None
        if found is None or found.pronoun or found.run is not None:
            return unlisted_before(self.masked, low, end)
        return replace(found, end=end)

    def _comma_before_verb(self, low: int, position: int) -> int:
        """The end of "X, the long title, (also) said": past its last comma; 0 if there is none."""
        end = strip_blank(self.masked, low, position)
        for _ in range(3):
            word = last_word(self.masked, max(low, end - 24), end)
            if word is None or not (word.group() in _between() or is_adverb(word.group())):
                break
            end = strip_blank(self.masked, low, word.start())
        return end if end > low and self.masked[end - 1] in ",—–" else 0

    def _strip_tail(self, low: int, end: int) -> int:
        """Leave out adverbs, auxiliaries, times and places between the subject and the verb."""
        text = self.masked
        for _ in range(8):
            end = strip_blank(self.masked, low, end)
            word = last_word(text, max(low, end - 24), end)
            if word and (word.group() in _between() or is_adverb(word.group())):
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
        return strip_blank(self.masked, low, end)

    def ending_at(self, low: int, end: int) -> Subject | None:
        """The noun phrase whose last character is before `end`."""
        run = self.names.by_end.get(end)
        if run is not None and run.lead >= low - 1:
            return self._named(low, run)
        if seat := _SEAT.search(self.masked, max(low, end - 12), end):
            return Subject(seat.start(), end, SpeakerKind.ORGANISATION, noun="office")
        word = last_word(self.masked, max(low, end - 40), end)
        if word is None:
            return None
        lowered = word.group().lower()
        if lowered in _RELATIVE:
            return self._antecedent(low, word.start(), lowered)
        if lowered == "another":
            return Subject(word.start(), end, SpeakerKind.PERSON, noun=lowered)
        if lowered in _PRONOUNS:
            return self._pronoun(word.start(), end, lowered)
        if lowered in _SELVES:
            return None
        if lowered in ("and", "but", "then"):
            return self.first(low, word.start())
        return self._common(low, word.start(), end, lowered)

    def _antecedent(self, low: int, position: int, relative: str) -> Subject | None:
        end = strip_blank(self.masked, low, position)
        if end > low and self.masked[end - 1] == ",":
            near = self.ending_at(low, end - 1) if relative == "which" else None
            if near is not None and near.kind is not SpeakerKind.PERSON:
                return near  # "Roe, Gill and Tan signed the letter, which warned …"
            run = self.names.by_end.get(end - 1)
            if run is not None and run.parsed.kind is NameKind.PERSON:
                return self.of_run(run)
            return self._head_of_apposition(low, end)
        return self.ending_at(low, end) if end > low else None

    def _head_of_apposition(self, low: int, end: int) -> Subject | None:
        """The head of "X, the long title, " before a verb: the last that can be one."""
        chunks = self._chunks(low, end)
        named, pronoun, common = None, None, None
        for start, stop in reversed(chunks):
            first = WORD.search(self.masked, start, stop)
            opens = first.group().lower() if first else ""
            stop = strip_blank(self.masked, start, stop)
            run = self.names.by_end.get(stop)
            if run is not None and run.parsed.kind is NameKind.PERSON and run.lead >= start:
                apposed = opens in _APPOSITIVE or is_past(opens) or opens in _PARTICIPLES
                apposed = apposed or self._is_title_with_body(start, run)
                apposed = apposed or _DONE_BY.match(self.masked, start, run.lead) is not None
                apposed = apposed and run.lead > start + 1
                if apposed and not (self._opens_clause(opens) or start == chunks[0][0]):
                    continue
                subject = self._named(start, run)
                if subject and named is None and subject.run is not None:
                    named = subject  # the run itself, or "Patrick Leahy" of "… of Vermont"
                elif subject and subject.run is None:
                    common = subject  # "A spokeswoman for Orbital, a Canadian company, said".
            elif opens in ("he", "she") and pronoun is None and stop - start < 6:
                pronoun = Subject(stop - len(opens), stop, SpeakerKind.PERSON, pronoun=opens)
            elif start == chunks[0][0] and (
                self._asks(start, stop) or (common is not None and self._introduces(opens))
            ):
                continue  # "Prompting laughter in the Commons, the minister, however, said"
            elif (found := self.ending_at(start, stop)) is not None and not found.pronoun:
                common = found
        return named or pronoun or common

    def _is_title_with_body(self, start: int, run: Run) -> bool:
        """ ", Commander of the Rotational Force Darwin, said": the body's name is no person's."""
        match = _POST_OF.match(self.masked, start, run.lead)
        return match is not None and match.group("post").lower() in post_words()

    def _asks(self, start: int, stop: int) -> bool:
        """ "But asked when there would be an agreement, added": no speaker is named here."""
        return ASKED.match(self.masked, start, stop) is not None

    def _introduces(self, word: str) -> bool:
        """Whether a phrase that begins so stands in front of the clause's subject."""
        return word in PREPOSITIONS or word.endswith("ing")

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
        waiting = False
        for start, stop in self._chunks(low, min(end, low + REACH)):
            if waiting or SUBORDINATOR.match(self.masked, start, stop):
                # "Although the chair, Ann Roe, was out, insiders said": past its own verb.
                waiting = FINITE_LOOSE.search(self.masked, start, stop) is None
                continue
            if self.masked[stop : stop + 1] == ":" and self._runs_in(start, stop, end):
                continue  # "Nigeria: The opposition warned", "Raipur: Former Minister Roe said".
            subject = self._opening(start, stop)
            if subject is not None:
                return subject
        return None

    def _runs_in(self, start: int, stop: int, end: int) -> bool:
        """Whether a place or a heading stands before a colon, and the clause behind it."""
        printed = self.masked[start:stop].strip()
        if printed in nations():
            return True
        behind = self.masked[stop + 1 : end].strip(" ,.:—–-" + MASK)
        return printed.count(" ") <= 1 and len(behind) > _SHORTEST_CLAUSE

    def last_person(self, low: int, end: int) -> Subject | None:
        """ "That got Mazzone on her feet, saying …": the person named last before `end`."""
        at = bisect_left(self.names.starts, end) - 1
        while at >= 0 and self.names.runs[at].lead >= low:
            run = self.names.runs[at]
            if run.parsed.kind is NameKind.PERSON and self.masked[run.end] not in "'’":
                return self.of_run(run)
            at -= 1
        return None

    def _opening(self, low: int, high: int) -> Subject | None:
        """The subject that a clause opens with; None for "On Monday" and the like."""
        first = WORD.search(self.masked, low, high)
        if first is None:
            return None
        word = first.group().lower()
        if word in ("and", "but", "so", "then", "yet", "also", "later", "meanwhile"):
            return self._opening(first.end(), high) if first.end() < high else None
        if word in ("he", "she", "they", "it"):
            return self._pronoun(first.start(), first.end(), word)
        if word == "one" and (named := self._one_of_them(first.end())):
            return named
        if word in PREPOSITIONS or word in ("when", "while", "because", "if", "asked", "although"):
            return None
        if self._opens_side_clause(first.start(), first.end(), word):
            return None
        return self.after(first.start(), high)

    def _one_of_them(self, position: int) -> Subject | None:
        """ "One of the party's principals, Ann Roe was upbeat": who it is."""
        match = _ONE_OF.match(self.masked, position)
        run = self.run_from(match.end()) if match else None
        named = run is not None and run.parsed.kind is NameKind.PERSON
        return self.of_run(run) if run and named else None

    def _opens_side_clause(self, start: int, end: int, word: str) -> bool:
        """ "Secondly, …", "Recognizing the risk, …": no names, though they have a capital."""
        run = self.run_from(start)
        if run is None or run.end != end or run.parsed.titled or run.start != start:
            return False
        if word.endswith("ly") and self.masked[end : end + 1] == ",":
            return True
        following = self.masked[end : end + 20].split(" ", 2)[1:2]
        return word.endswith("ing") and bool(following) and following[0] in _OBJECT_OPENERS


_OBJECT_OPENERS = ARTICLES | {"that", "how", "this", "for", "on", "to", "in", "both", "all"}


def nations() -> Container[str]:
    """The printed names of nations."""
    return nation_vocabulary().forms


_POST_OF = re.compile(r"\s*(?P<post>[A-Za-z-]+) (?:of|for|at|in) ")
#: "The report, written by Ann Gill, concludes".
_DONE_BY = re.compile(r"\s*[a-z]+ (?:[a-z]+ )?by ")
_ONE_OF = re.compile(r" of (?:the|its|his|her|their) [^,;:()\n]{3,60}, (?=[A-ZÀ-Þ])")
SUBORDINATOR = re.compile(
    r"\s*(?:(?:But|And|So) )?(?:[Aa]lthough|[Tt]hough|[Ww]hen|[Ww]hile|[Ii]f|[Bb]ecause|[Ss]ince|"
    r"[Uu]nless|[Ww]hereas) (?=[A-Za-z])"
)
ASKED = re.compile(
    r"\s*(?:(?:But|And|Then|When|So) )?(?:[Aa]sked|[Pp]ressed|[Qq]uizzed|[Qq]uestioned)\b"
)
_CONJUNCTIONS = frozenset({"with", "after", "before", "as", "than", "like", "via", "during"})
_PARTICIPLES = frozenset({"seen", "known", "born", "widely", "long", "already", "still", "chosen"})
#: Downing Street by its number.
_SEAT = re.compile(r"\b(?:No\.? ?1[01]|Number (?:1[01]|Ten|Eleven))\Z")
_CLAUSE_OPENERS = ",;:—–" + MASK
_LONGEST_PHRASE, _SHORTEST_CLAUSE = 90, 30
_PUNCTUATION = re.compile(r"[,()—–;:]")
