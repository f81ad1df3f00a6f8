"""Subjects behind their verb: the noun phrase that begins at a place ("said X")."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.tries import trie
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.persons.names import NameKind, Run
from loaders.extraction.posts.title_words import may_be_title
from loaders.extraction.speech.noun_phrases import (
    ARTICLES,
    BREAKS,
    PREPOSITIONS,
    NounPhrases,
)
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.speech.unlisted_nouns import unlisted_after
from loaders.extraction.speech.verbs import lexicon
from loaders.extraction.texts.document import MASK

#: How far from its verb a subject is looked for.
REACH = 320
WORD = re.compile(r"[^\s,;:()—–]+")
_IRREGULAR_PASTS = words("grammar", "irregular_pasts")
#: "according to him".
_OBLIQUE = {"him": "he", "her": "she", "them": "they"}
#: "Tovu's answer came by text message.": what he said is his.
_WORDS_OF = re.compile(rf" (?:[a-z-]+ ){{0,2}}{trie(ordered_words('grammar', 'own_words'))}\b")
_OWN_WORDS_OF = re.compile(
    rf"(?P<whose>[Hh]is|[Hh]er) (?:[a-z-]+ ){{0,2}}{trie(ordered_words('grammar', 'own_words'))}\b"
)
_NEXT_NOUNS = re.compile(r" [a-z][\w-]+(?: [a-z][\w-]+)?")
_NAME_AFTER = re.compile(rf"(?: (?:of|for|at|to|in) [^,.;:()\n{MASK}]{{2,60}})?, (?=[A-ZÀ-Þ])")
_LONGEST_TITLE = 120
_TITLE_SIGNS = re.compile(r"[,()]")
_TITLE_LINK = re.compile(
    r" (?:(?:of|for|and|to|the|in|at|de) ){1,2}| (?=[A-Z])|, (?=(?:Gen|Adm)\.)"
)


def is_past(word: str) -> bool:
    """Whether a lower-case word looks like the past of a verb: "the minister sounded …"."""
    return word in _IRREGULAR_PASTS or (word.endswith("ed") and len(word) > 4)


class FollowingSubjects(NounPhrases):
    """Reads noun phrases forwards, in one masked text."""

    def after(self, low: int, high: int) -> Subject | None:
        """The noun phrase that begins at `low`: what stands after "said" or "according to"."""
        high = min(high, low + REACH)
        text = self.masked
        while low < high and text[low] in " ,":
            low += 1
        run = self.run_from(low)
        if run is not None and self.masked[run.end : run.end + 2] in ("'s", "’s"):
            # "Schumer's deputy, Dick Durbin, was blunt": the possessor is not the one who speaks.
            found = self.lower_case(run.end + 3, high)
            if found is None or found.kind is SpeakerKind.DOCUMENT:
                own = _WORDS_OF.match(self.masked, run.end + 2, high)
                if own and not self._says(own.end()):
                    return self.of_run(run)
            return replace(found, start=run.lead) if found and found.run is None else found
        if run is not None and run.lead <= low <= run.start:
            if self._is_adjective(run, high):
                return self.lower_case(low, high)
            if run.parsed.kind is NameKind.PERSON:
                return self._with_followers(run, high)
            titled = self._titled_name(run, high) or self._name_behind(run)
            return titled or self.of_run(run)
        return self._of_own_words(low, high) or self.lower_case(low, high)

    def _of_own_words(self, low: int, high: int) -> Subject | None:
        """ "His verdict: …", "Her answer was short.": he and she, unless the letter says it."""
        own = _OWN_WORDS_OF.match(self.masked, low, high)
        if own is None or self._says(own.end()):
            return None
        return self.possessor(low, own.end("whose"))

    def possessor(self, start: int, end: int) -> Subject | None:
        """Whom "his", "her" or "their" means, as the subject of what he, she or they say."""
        whose = self.masked[start:end].lower()
        return self._pronoun(start, end, {"his": "he", "her": "she", "their": "they"}[whose])

    def _says(self, position: int) -> bool:
        """Whether a verb of saying follows: "Roe's letter says"."""
        return self.masked[position : position + 24].lstrip().split(" ", 1)[0] in lexicon()

    def _is_alone(self, end: int) -> bool:
        """Whether no noun follows: "according to her, …" but "according to her lawyer"."""
        return not self.masked[end : end + 2].strip(" ").isalpha()

    def _goes_on(self, end: int) -> bool:
        """Whether a word follows at once: "another" alone, but "another minister"."""
        return self.masked[end : end + 1] == " " and self.masked[end + 1 : end + 2].isalpha()

    def _is_compound(self, noun: str, following: str) -> bool:
        """Whether a document's noun only stands before another: "the budget row"."""
        return (
            noun_kind(noun) is SpeakerKind.DOCUMENT
            and following.isalpha()
            and following.islower()
            and noun_kind(following) is None
            and following not in lexicon()
            and not following.endswith(("s", "ed", "ing", "ly"))
        )

    def _named_after(self, end: int) -> Subject | None:
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

    def _titled_name(self, run: Run, high: int) -> Subject | None:
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

    def _name_behind(self, run: Run) -> Subject | None:
        """ "BJP MP and national spokesperson, Ann Roe": the name that a longer title leads to."""
        at = bisect_left(self.names.starts, run.lead) + 1
        for other in self.names.runs[at : at + 4]:
            if run.parsed.kind is not NameKind.ROLE or other.lead - run.end > _LONGEST_TITLE:
                break
            between = _TITLE_SIGNS.sub(" ", self.masked[run.end : other.lead]).split()
            if not all(may_be_title(word) for word in between):
                break
            if other.parsed.kind is NameKind.PERSON and len(other.parsed.tokens) > 1:
                return self.of_run(other)
        return None

    def lower_case(self, low: int, high: int) -> Subject | None:
        """ "the general", "a spokesman for X", "defence minister Jane Doe"."""
        text = self.masked
        head: tuple[int, int, str] | None = None
        last_end = low
        for count, match in enumerate(WORD.finditer(text, low, high)):
            gap = text[last_end : match.start()]
            if count and (gap.strip() or count > 9):
                break
            word, lowered = match.group(), match.group().lower()
            pronoun = lowered.rstrip(".")
            if pronoun != "her" or self._is_alone(match.end()):
                pronoun = _OBLIQUE.get(pronoun, pronoun)
            if count == 0 and pronoun in ("another", "others") and not self._goes_on(match.end()):
                kind = SpeakerKind.PERSON if pronoun == "another" else SpeakerKind.GROUP
                return Subject(match.start(), match.start() + len(pronoun), kind, noun=pronoun)
            if count == 0 and pronoun in ("he", "she", "they", "it"):
                end = match.end() - lowered.endswith(".")
                return self._pronoun(match.start(), end, pronoun)
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
            behind_article = count == 1 and text[low : match.start()].strip() in ARTICLES
            if (
                head is None
                and count
                and not behind_article
                and (is_past(lowered) or lowered == "also")
            ):
                break  # "said retired Adm. Roe": right behind the verb it is an adjective.
            if head is not None and self._is_compound(head[2], lowered):
                return None  # "the briefing war": no briefing speaks.
            if noun_kind(lowered.rstrip(".")) is not None:
                head = (match.start(), match.end(), lowered.rstrip("."))
                if lowered.endswith("."):
                    break
            last_end = match.end()
        if head is None:
            unlisted = unlisted_after(text, low, high)
            return (self._named_after(unlisted.end) or unlisted) if unlisted else None
        kind = noun_kind(head[2]) or SpeakerKind.PERSON
        if kind is SpeakerKind.PERSON and (named := self._named_after(last_end)):
            return named
        end = head[1] - (text[head[1] - 1] == ".")
        return Subject(low, end, kind, noun=head[2])
