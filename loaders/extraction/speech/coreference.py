"""Whom "he", "she", "the general" and "the minister" mean, where the text supports it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.genders import Gender
from loaders.extraction.persons.individuals import Individual, Individuals
from loaders.extraction.persons.names import NameKind
from loaders.extraction.speech.descriptions import Descriptions, Resolved
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.salience import TOPICAL_HERE
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.texts.document import Document, Span

_PRONOUN = re.compile(r"\b(?:[Hh](?:e|is|im(?:self)?|er|ers|erself)|[Ss]he)\b")
_LATEST_MENTIONS = 16
_FARTHEST, _FARTHEST_LONE = 1800, 500


class Coreference(Descriptions):
    """Resolves the subjects of one article, in the order of the text.

    `note_speaker` tells it who spoke, for "he" is mostly whoever spoke last.
    """

    def __init__(self, document: Document, people: Individuals) -> None:
        super().__init__(document, people)
        self._pronouns: list[tuple[int, Gender]] | None = None
        self._lone: Counter[str] | None = None

    def resolve(self, subject: Subject, clause: Span | None = None) -> Resolved:
        """The individual a subject means; (None, …) where it is nobody or cannot be told.

        `clause` is what the subject reports: "Minister Roe will travel, he added" is not by Roe.
        """
        if subject.kind is not SpeakerKind.PERSON:
            return Resolved(None, 1.0)
        if subject.run is not None and subject.noun is None:
            return Resolved(self._people.take_for_person(subject.run), 1.0)
        if subject.pronoun in ("he", "she"):
            gender = Gender.MALE if subject.pronoun == "he" else Gender.FEMALE
            return self.latest(subject.start, gender, introduced=self._introduced_in(clause))
        if subject.noun is not None:
            return self.described(subject)
        return Resolved(None, 0.5)

    def _introduced_in(self, clause: Span | None) -> frozenset[int]:
        """Who is named for the first time in a clause: nobody reports himself by his full name."""
        if clause is None:
            return frozenset()
        starts = self._people.mention_starts
        inside = self._people.mentions[
            bisect_left(starts, clause.start) : bisect_left(starts, clause.end)
        ]
        return frozenset(
            m.individual.number
            for m in inside
            if m.individual.is_full and m.individual.mentions[0].start >= clause.start
        )

    def _is_kin(self, position: int, gender: Gender | None) -> bool:
        """ "Her brother, a driver, was there; he had no regrets.": a nameless subject."""
        sentence = self._document.sentences[self._document.sentence_at(position)]
        sentences = self._document.sentences
        before = sentences[max(0, self._document.sentence_at(position) - 1)]
        for start in {sentence.start, before.start}:
            match = _KIN.match(self._text, start, min(position, start + 40))
            if match is None or not self._text[match.end() : match.end() + 2].startswith(
                (" ", ", ")
            ):
                continue
            noun = match.group(1)
            listed = "male" if gender is Gender.MALE else "female"
            following = self._text[match.end() :].lstrip(" ,")[:1] if match else ""
            if noun in words("roles", listed) and not following.isupper():
                return True
        return False

    def _is_of_nameless(self, position: int) -> bool:
        """ "A minister resigned as he attacked …": the sentence's own subject has no name."""
        sentence = self._document.sentences[self._document.sentence_at(position)]
        match = _INDEFINITE.match(self._text, sentence.start, min(position, sentence.start + 90))
        if match is None or noun_kind(match.group("noun").lower()) is not SpeakerKind.PERSON:
            return False
        at = bisect_left(self._people.mention_starts, position)
        return not at or self._people.mention_starts[at - 1] < sentence.start

    def latest(
        self,
        position: int,
        gender: Gender | None,
        weaken: float = 1.0,
        introduced: frozenset[int] = frozenset(),
    ) -> Resolved:
        """The likeliest person spoken of before `position` who agrees in gender."""
        people = self._people
        if gender is not None and (
            self._is_kin(position, gender) or self._is_of_nameless(position)
        ):
            return Resolved(None, 0.4)
        at = bisect_left(people.mention_starts, position)
        spoke = bisect_left(self._spoke_at, position)
        latest = self._spoke[spoke - 1] if spoke else None
        sentence = self._document.sentence_at(position)
        here = self._document.paragraph_at(position)
        topical = False
        scores: dict[int, float] = {}
        candidates: dict[int, Individual] = {}
        for index in range(at - 1, max(at - 1 - _LATEST_MENTIONS, -1), -1):
            mention = people.mentions[index]
            if position - mention.start > _FARTHEST:
                break
            if not self._agrees(mention.individual, gender):
                continue
            if mention.individual.number in introduced:
                continue
            distance = sentence - self._document.sentence_at(mention.start)
            weight = self.weight(mention.run)
            topical = topical or (mention.start > self._nameless_at and weight >= 2.0)
            score = weight - 0.55 * distance + (0.5 if distance == 0 else 0.0)
            if weight >= TOPICAL_HERE and self._document.paragraph_at(mention.start) == here:
                score += 0.7  # the paragraph is about this person
            number = mention.individual.number
            candidates[number] = mention.individual
            scores[number] = max(scores.get(number, -99.0), score)
        if latest is not None and self._agrees(latest, gender):
            candidates[latest.number] = latest
            distance = sentence - self._document.sentence_at(self._spoke_at[spoke - 1])
            speaking = 1.9 - 0.3 * min(distance, 5)
            scores[latest.number] = max(scores.get(latest.number, -99.0) + 0.7, speaking)
        nameless = sentence - self._document.sentence_at(max(self._nameless_at, 0))
        spoke_last = spoke and self._spoke_at[spoke - 1] > self._nameless_at
        if self._nameless_at >= 0 and nameless <= 2 and not topical and not spoke_last:
            # "The minister's spokesman said … Asked again, he said": the spokesman.
            return Resolved(None, 0.4)
        if not scores and (unknown := self._lone_name(position)):
            return Resolved(unknown, 0.5)
        return self._best(candidates, scores, gender, weaken)

    def _lone_name(self, position: int) -> Individual | None:
        """The last lone surname before `position` that the text prints more than once."""
        names = self._people.names
        at = bisect_left(names.starts, position) - 1
        for run in reversed(names.runs[max(0, at - 3) : at + 1]):
            tokens = run.parsed.tokens
            if position - run.end > _FARTHEST_LONE or len(tokens) != 1 or tokens[0].isupper():
                continue
            if self._people.of_run(run) is not None or run.parsed.kind is not NameKind.PERSON:
                continue  # whoever is known has been thought of
            if self._is_repeated(tokens[0]):
                return self._people.take_for_person(run)
        return None

    def _is_repeated(self, surname: str) -> bool:
        if self._lone is None:
            self._lone = Counter(
                run.parsed.tokens[0]
                for run in self._people.names.runs
                if len(run.parsed.tokens) == 1 and run.parsed.kind is NameKind.PERSON
            )
        return self._lone[surname] > 1

    def _best(
        self,
        candidates: dict[int, Individual],
        scores: dict[int, float],
        gender: Gender | None,
        weaken: float,
    ) -> Resolved:
        if not scores:
            return Resolved(None, 0.3)
        if any(candidates[number].is_certain for number in scores):
            scores = {n: score for n, score in scores.items() if candidates[n].is_certain}
        for number, individual in candidates.items():
            if number not in scores:
                continue
            if gender is not None and self.gender_of(individual) is gender:
                scores[number] += 0.8
            if not individual.is_certain:
                scores[number] -= 1.5
        ranked = sorted(scores, key=lambda number: -scores[number])
        if len(ranked) > 1 and self._are_joined(candidates[ranked[0]], candidates[ranked[1]]):
            return Resolved(None, 0.3)
        margin = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else 2.0
        confidence = 0.9 if margin > 0.8 else 0.75 if margin > 0.3 else 0.6
        return Resolved(candidates[ranked[0]], confidence * weaken)

    def _are_joined(self, one: Individual, other: Individual) -> bool:
        """ "Ryder and Kirkby worked on it. … he said": either of the two."""
        if not one.mentions or not other.mentions or one.gender is not other.gender:
            return False
        first, second = sorted((one.mentions[-1], other.mentions[-1]), key=lambda run: run.start)
        return self._text[first.end : second.lead] == " and " and not (one.spoke or other.spoke)

    def _agrees(self, individual: Individual, gender: Gender | None) -> bool:
        if gender is None:
            return individual.is_certain
        known = self.gender_of(individual)
        return known is None or known is gender

    def gender_of(self, individual: Individual) -> Gender | None:
        """Gender by title or given name, else by the pronouns the text uses of the person."""
        if individual.gender is None and not individual.gender_sought:
            individual.gender_sought = True
            individual.gender = self._gender_by_pronouns(individual)
        return individual.gender

    def _gender_by_pronouns(self, individual: Individual) -> Gender | None:
        """The first pronoun after a mention with no other person named in between."""
        if self._pronouns is None:
            self._pronouns = [
                (m.start(), _gender_of_pronoun(m.group())) for m in _PRONOUN.finditer(self._text)
            ]
        votes = {Gender.MALE: 0, Gender.FEMALE: 0}
        for run in individual.mentions[:10]:
            at = bisect_left(self._pronouns, (run.end,), key=lambda item: (item[0],))
            if at == len(self._pronouns):
                break
            position, gender = self._pronouns[at]
            for later in self._pronouns[at : at + 3]:
                if later[0] - run.end < 120 and self._text[later[0] : later[0] + 3].lower() in (
                    "he ",
                    "she",
                ):
                    # "Ratna Kusuma, sitting beside him, said she …": the subject is she.
                    position, gender = later
                    break
            following = bisect_right(self._people.mention_starts, run.start)
            another = (
                self._people.mention_starts[following]
                if following < len(self._people.mention_starts)
                else len(self._text)
            )
            if position < another and position - run.end < 200:
                votes[gender] += 1
        if votes[Gender.MALE] == votes[Gender.FEMALE]:
            return None
        return max(votes, key=lambda gender: votes[gender])


_INDEFINITE = re.compile(
    r"(?:An?|One|Another) (?:[\w’'-]+ ){0,4}?(?P<noun>(?!third )[A-Za-z-]+)"
    r"(?= (?:who |has |had |was |is |from |in |of |[a-z]+ly |[a-z]+ed |[a-z]+s ))"
)
_KIN = re.compile(r"(?:His|Her|Their) ([a-z]+)")


def _gender_of_pronoun(word: str) -> Gender:
    lowered = word.lower()
    return Gender.FEMALE if lowered.startswith(("she", "her")) else Gender.MALE
