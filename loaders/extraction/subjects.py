"""Who does the saying: the noun phrase before or after a verb of speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import replace

from loaders.extraction.document import MASK
from loaders.extraction.facts import SpeakerKind
from loaders.extraction.names import NameKind, Run
from loaders.extraction.nation_vocabulary import vocabulary as nation_vocabulary
from loaders.extraction.noun_phrases import ARTICLES, BREAKS, PREPOSITIONS, NounPhrases, Subject
from loaders.extraction.speaker_nouns import last_word, noun_kind
from loaders.extraction.unlisted_nouns import unlisted_after, unlisted_before
from loaders.extraction.vocabulary import words

#: How far from its verb a subject is looked for.
REACH = 320
_WORD = re.compile(r"[^\s,;:()—–]+")
_PARENTHESIS = re.compile(r"\s*\([^()]{1,60}\)\s*\Z")
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "one"})
_SELVES = frozenset({"i", "we", "you"})
_RELATIVE = frozenset({"who", "which", "that"})
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


_TAIL_WORDS = words("grammar", "tail_words")


class Subjects(NounPhrases):
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
        if found is not None and found.noun and found.run is None and self._is_object(low, found):
            # "A person not authorized to speak on the record told us".
            return self.first(low, found.start) or found
        return found

    def _is_object(self, low: int, subject: Subject) -> bool:
        """Whether a preposition stands right before: the phrase is no subject."""
        end = self._strip_blank(low, subject.start)
        word = last_word(self.masked, max(low, end - 16), end)
        # "with the chamber saying …": there it is one all the same.
        found = word.group().lower() if word is not None else ""
        return found in PREPOSITIONS - _CONJUNCTIONS and end < subject.start

    def _before_aside(self, low: int, end: int) -> int:
        """Where the aside between dashes begins that ends before `end`; -1 if there is none."""
        opened = max(self.masked.rfind(dash, low, end - 2) for dash in ("—", "–", " - "))
        return self._strip_blank(low, opened) if opened > low else -1

    def _whole_clause(self, low: int, end: int) -> Subject | None:
        """ ", two officials familiar with the talks said": the phrase that opens the clause."""
        start = max(self.masked.rfind(sign, low, end) for sign in _CLAUSE_OPENERS) + 1
        word = _WORD.search(self.masked, max(start, low), end)
        if word is None or not low < word.start() or end - word.start() > _LONGEST_PHRASE:
            return unlisted_before(self.masked, low, end)
        found = self._lower_case(word.start(), end) if word.group().islower() else None
        if found is None or found.pronoun or found.run is not None:
            return unlisted_before(self.masked, low, end)
        return replace(found, end=end)

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
            return self._antecedent(low, word.start())
        if lowered in _PRONOUNS:
            return self._pronoun(word.start(), end, lowered)
        if lowered in _SELVES:
            return None
        if lowered in ("and", "but", "then"):
            return self.first(low, word.start())
        return self._common(low, word.start(), end, lowered)

    def _antecedent(self, low: int, position: int) -> Subject | None:
        end = self._strip_blank(low, position)
        if end > low and self.masked[end - 1] == ",":
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
            first = _WORD.search(self.masked, start, stop)
            opens = first.group().lower() if first else ""
            stop = self._strip_blank(start, stop)
            run = self.names.by_end.get(stop)
            if run is not None and run.parsed.kind is NameKind.PERSON and run.lead >= start:
                apposed = opens in _APPOSITIVE or is_past(opens) or opens in _PARTICIPLES
                apposed = apposed and run.lead > start + 1
                if apposed and not (self._opens_clause(opens) or start == chunks[0][0]):
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
            if self.masked[stop : stop + 1] == ":" and self.masked[start:stop].strip() in nations():
                continue  # "Nigeria: The opposition warned": a heading runs in.
            subject = self._opening(start, stop)
            if subject is not None:
                return subject
        return None

    def last_person(self, low: int, end: int) -> Subject | None:
        """ "That got Mazzone on her feet, saying …": the person named last before `end`."""
        at = bisect_left(self.names.starts, end) - 1
        while at >= 0 and self.names.runs[at].lead >= low:
            run = self.names.runs[at]
            if run.parsed.kind is NameKind.PERSON:
                return self.of_run(run)
            at -= 1
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
        if word in PREPOSITIONS or word in ("when", "while", "because", "if", "asked", "although"):
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
            found = self._lower_case(run.end + 3, high)
            return replace(found, start=run.lead) if found and found.run is None else found
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
        following = match.group().split() if match else []
        return any(noun_kind(word) is not None for word in following) and (
            # "Treviño met governors": a verb, no noun that the name goes with.
            noun_kind(following[0]) is not None or not is_past(following[0])
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
                lowered in BREAKS
                or lowered in PREPOSITIONS
                or (head is not None and is_past(lowered))
            ):
                break
            if head is None and (is_past(lowered) or lowered == "also"):
                break
            if noun_kind(lowered.rstrip(".")) is not None:
                head = (match.start(), match.end(), lowered.rstrip("."))
            last_end = match.end()
        if head is None:
            unlisted = unlisted_after(text, low, high)
            return (self._named_after(unlisted.end, high) or unlisted) if unlisted else None
        kind = noun_kind(head[2]) or SpeakerKind.PERSON
        if kind is SpeakerKind.PERSON and (named := self._named_after(last_end, high)):
            return named
        end = head[1] - (text[head[1] - 1] == ".")
        return Subject(low, end, kind, noun=head[2])


_OBJECT_OPENERS = ARTICLES | {"that", "how", "this", "for", "on", "to", "in", "both", "all"}


def nations() -> Container[str]:
    """The printed names of nations."""
    return nation_vocabulary().forms


_CONJUNCTIONS = frozenset({"with", "after", "before", "as", "than", "like", "via", "during"})
_PARTICIPLES = frozenset({"seen", "known", "born", "widely", "long", "already", "still", "chosen"})
_IRREGULAR_PASTS = words("grammar", "irregular_pasts")


def is_past(word: str) -> bool:
    """Whether a lower-case word looks like the past of a verb: "the minister sounded …"."""
    return word in _IRREGULAR_PASTS or (word.endswith("ed") and len(word) > 4)


#: Downing Street by its number.
_SEAT = re.compile(r"\b(?:No\.? ?1[01]|Number (?:1[01]|Ten|Eleven))\Z")
_CLAUSE_OPENERS = ",;:—–" + MASK
_LONGEST_PHRASE = 90
_PUNCTUATION = re.compile(r"[,()—–;:]")
_NEXT_NOUNS = re.compile(r" [a-z][\w-]+(?: [a-z][\w-]+)?")
_NAME_AFTER = re.compile(r", (?=[A-ZÀ-Þ])")
_TITLE_LINK = re.compile(
    r" (?:(?:of|for|and|to|the|in|at|de) ){1,2}| (?=[A-Z])|, (?=(?:Gen|Adm)\.)"
)
