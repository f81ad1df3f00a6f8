"""Noun phrases that speak, read backwards from their end: names, nouns, what they hang on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.nations.vocabulary import vocabulary as nation_vocabulary
from loaders.extraction.persons.names import NameKind, Names, Run
from loaders.extraction.speech.joint_speakers import JointSpeakers
from loaders.extraction.speech.run_subjects import RunSubjects, Subject, post_words
from loaders.extraction.speech.speaker_nouns import last_word, noun_kind, strip_blank, word_before

PREPOSITIONS = words("grammar", "prepositions")
_OF = words("grammar", "of")
_DETERMINERS = words("grammar", "determiners")
BREAKS = words("grammar", "breaks")
ARTICLES = frozenset({"the", "a", "an", "these", "those", "our", "its", "their", "his", "her"})
_DEMONYMS = words("roles", "regional_demonyms")
_PREDICATIVE = words("grammar", "predicative")
_APOSTROPHE = re.compile(r"[’']")
_ISSUED = re.compile(
    r" (?:read out|read|signed|issued|released|sent|written|made|delivered|published|posted|"
    r"put out)\Z"
)
_FROM_BODY = re.compile(r" (?:of|from|at|in|for|with) [^,;:.()\n¤]{2,50}\Z")
_MOST_PREMODIFIERS = 4
_LIST_JOINT = re.compile(r"(?:,|,? and)(?: the)? \Z")


class NounPhrases:
    """Reads the noun phrases of one masked text."""

    def __init__(self, masked: str, names: Names) -> None:
        self.masked = masked
        self.names = names
        self.runs = RunSubjects(masked)
        self.joint = JointSpeakers(masked, names, self.runs)

    def of_run(self, run: Run) -> Subject:
        """The subject that a run is by itself."""
        return self.runs.of_run(run)

    def _pronoun(self, start: int, end: int, word: str) -> Subject | None:
        if word == "one":
            return None
        kind = {"they": SpeakerKind.GROUP, "it": SpeakerKind.ORGANISATION}.get(
            word, SpeakerKind.PERSON
        )
        return Subject(start, end, kind, pronoun=word)

    def _named(self, low: int, run: Run) -> Subject | None:
        """A name right before the verb, unless it hangs on a noun: "a spokesman for X said"."""
        if run.parsed.kind is not NameKind.PERSON and (listed := self._of_list(low, run)):
            return listed
        start, word = word_before(self.masked, low, run.lead)
        above = self._governor(low, start if word == "the" else run.lead)
        if above is None and word in ("in", "near") and self._is_place(run):
            return None
        if above is None and run.parsed.kind is NameKind.PERSON:
            # "Allies of leadership favourite Rishi Sunak": words without a capital in between.
            opened = self._premodified(low, run.lead)
            above = self._governor(low, opened) if opened < run.lead else None
            if above is not None and above.noun and self._is_field(above, opened, run.lead):
                above = None
        if above is not None and not self._is_title_of(above, run):
            return above if above.run is not None else replace(above, end=run.end)
        if word in PREPOSITIONS or word == "the":
            earlier = self._named_before(low, run)
            if earlier is not None:
                return self.of_run(earlier)
        subject = self.joint.with_bodies(low, self.joint.with_others(low, self.of_run(run)))
        if subject.kind is SpeakerKind.GROUP and subject.noun is not None:
            # "Cunningham and other Labour MPs".
            whole = replace(subject, start=self._phrase_start(low, subject.start))
            return self.joint.with_name_before(low, whole)
        return subject

    def _premodified(self, low: int, position: int) -> int:
        """Where the plain words right before a name begin: "leadership favourite Rishi Sunak"."""
        for _ in range(_MOST_PREMODIFIERS):
            start, word = word_before(self.masked, low, position)
            if not word.isalpha() or word in _OF or word in BREAKS or word in PREPOSITIONS:
                break
            if start + len(word) + 1 != position or not self.masked[start].islower():
                break
            position = start
        return position

    def _named_before(self, low: int, run: Run) -> Run | None:
        """ "MP Ann Roe from Macron's Republic on the Move": the full name that a lone word ends."""
        if run.parsed.kind is not NameKind.PERSON or len(run.parsed.tokens) > 1 or run.parsed.rank:
            return None
        at = bisect_left(self.names.starts, run.lead) - 1
        for other in self.names.runs[max(0, at - 2) : at + 1]:
            between = self.masked[other.end : run.lead]
            if other.lead < low or not _FROM_BODY.match(between):
                continue
            if other.parsed.kind is NameKind.PERSON and len(other.parsed.tokens) > 1:
                return other
        return None

    def _is_field(self, above: Subject, start: int, end: int) -> bool:
        """ "manager of opposition business Ann Roe": all before the name is her post."""
        field = self.masked[start:end].split()
        return above.noun in post_words() and all(
            noun_kind(word) is not SpeakerKind.PERSON for word in field
        )

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
            if previous is None or (not items and "and" not in joint.group()):
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
        start, word = word_before(self.masked, low, position)
        if word not in _OF or start <= low:
            return None
        end = strip_blank(self.masked, low, start)
        previous = last_word(self.masked, max(low, end - 40), end)
        if previous is None:
            return None
        noun = previous.group()
        if noun in _PREDICATIVE:
            # "two officials familiar with the discussions said".
            end = strip_blank(self.masked, low, previous.start())
            previous = last_word(self.masked, max(low, end - 40), end)
            if previous is None:
                return None
            noun = previous.group()
        if word == "by" and (issued := _ISSUED.search(self.masked, low, end)):
            # "the statement read out by Vital Kamerhe said".
            end = issued.start()
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
            return self._governor(low, governing.lead) if governing else None
        if noun[0].isupper() and end in self.names.by_end:
            run = self.names.by_end[end]
            if run.parsed.kind is NameKind.PERSON and len(run.parsed.tokens) > 1:
                return None
        return self._common(low, previous.start(), end, noun.lower())

    def _common(self, low: int, start: int, end: int, noun: str) -> Subject | None:
        """A common noun that speaks, with its determiner and adjectives."""
        kind = noun_kind(noun)
        if kind is None:
            above = self._governor(low, start)
            return replace(above, end=end) if above else self._hanging(low, start, end)
        opened = self._phrase_start(low, start)
        above = self._governor(low, opened)
        if above is not None:
            return replace(above, end=end)
        return self.joint.with_name_before(low, Subject(opened, end, kind, noun=noun))

    def _hanging(self, low: int, start: int, end: int) -> Subject | None:
        """ "members of the opposition said": the noun that the phrase hangs on."""
        position = start
        for _ in range(4):
            position, word = word_before(self.masked, low, position)
            if not word or word in BREAKS:
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
            position, word = word_before(self.masked, low, start)
            if word == "and" and (joined := self._joined(low, position)) >= 0:
                start = joined
                continue
            if not word or word in BREAKS or word in PREPOSITIONS:
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
        if determiner in ARTICLES:
            return start
        position, word = word_before(self.masked, low, start)
        adjacent = position + len(word) + 1 == start
        return position if word in ARTICLES and adjacent else start

    def _joined(self, low: int, conjunction: int) -> int:
        """ "U.S. and European leaders", "owners and union leaders": where the first part begins.

        -1 where what stands before "and" is a clause or another list's item.
        """
        position, word = word_before(self.masked, low, conjunction)
        if not word or position + len(word) + 1 != conjunction:
            return -1
        printed = self.masked[position : position + len(word)]
        if printed in nation_vocabulary().forms or printed.removesuffix(",") in _DEMONYMS:
            return position
        return position if noun_kind(word) is SpeakerKind.GROUP and word.islower() else -1

    def _possessor(self, low: int, start: int) -> int:
        mark = _APOSTROPHE.search(self.masked, start, start + 40)
        owner = self.names.by_end.get(mark.start()) if mark else None
        if owner is not None and low <= owner.lead < start:
            # "Northern Ireland's finance minister": the whole name possesses.
            start = owner.lead
        position = start
        for _ in range(3):
            position, word = word_before(self.masked, low, position)
            if word in ("the", "a", "an"):
                return position
            if not word or word in BREAKS or word in PREPOSITIONS:
                break
        return start
