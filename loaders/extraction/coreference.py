"""Whom "he", "she", "the general" and "the minister" mean, where the text supports it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from loaders.extraction.document import Document
from loaders.extraction.facts import SpeakerKind
from loaders.extraction.individuals import Gender, Individual, Individuals
from loaders.extraction.names import Run
from loaders.extraction.noun_phrases import Subject
from loaders.extraction.titles import may_be_title, nation_of_word
from loaders.extraction.vocabulary import words

_PRONOUN = re.compile(r"\b(?:[Hh](?:e|is|im(?:self)?|er|ers|erself)|[Ss]he)\b")
_SYNONYMS = {"premier": "prime minister", "pm": "prime minister"}
_LESSER = frozenset({"prime", "vice", "deputy", "assistant", "under"})
_LATEST_MENTIONS = 16
_FARTHEST = 1800
_AFTER_SUBJECT = re.compile(
    r"(?:,|’s|'s)? ?(?:who |also |has |had |was |is |will |would |did |does |[a-z]+ed\b|[a-z]+s\b|"
    r"told|took|put|went|came|left|spoke|met|won|lost|made|gave|got|ran|led|held|sat|stood|said|began)"
)
_OBJECT_WORDS = words("grammar", "object_words")


class Resolved(NamedTuple):
    """Whom a subject means, and how sure that is."""

    individual: Individual | None
    confidence: float


class Coreference:
    """Resolves the subjects of one article, in the order of the text.

    `note_speaker` tells it who spoke, for "he" is mostly whoever spoke last.
    """

    def __init__(self, document: Document, people: Individuals) -> None:
        self._document = document
        self._text = document.masked
        self._people = people
        self._spoke_at: list[int] = []
        self._spoke: list[Individual] = []
        self._nameless_at = -1
        self._nameless_noun = ""
        self._pronouns: list[tuple[int, Gender]] | None = None
        self._subject_memo: dict[int, float] = {}

    def note_speaker(self, position: int, individual: Individual) -> None:
        """Remember that `individual` is the subject of a verb of speech at `position`."""
        individual.spoke = True
        if self._spoke_at and position < self._spoke_at[-1]:
            at = bisect_right(self._spoke_at, position)
            self._spoke_at.insert(at, position)
            self._spoke.insert(at, individual)
            return
        self._spoke_at.append(position)
        self._spoke.append(individual)

    def note_nameless(self, position: int, noun: str) -> None:
        """Remember that someone without a name ("a spokesman") spoke at `position`."""
        self._nameless_at = max(self._nameless_at, position)
        self._nameless_noun = noun

    def resolve(self, subject: Subject) -> Resolved:
        """The individual a subject means; (None, …) where it is nobody or cannot be told."""
        if subject.kind is not SpeakerKind.PERSON:
            return Resolved(None, 1.0)
        if subject.run is not None and subject.noun is None:
            return Resolved(self._people.take_for_person(subject.run), 1.0)
        if subject.pronoun in ("he", "she"):
            gender = Gender.MALE if subject.pronoun == "he" else Gender.FEMALE
            return self._latest(subject.start, gender)
        if subject.noun is not None:
            return self._described(subject)
        return Resolved(None, 0.5)

    def _described(self, subject: Subject) -> Resolved:
        """ "the general", "the French minister": the bearer of such a rank or post."""
        noun = (subject.noun or "").lower()
        phrase = self._text[subject.start : subject.end].lower()
        opening = phrase.split(" ", 1)[0]
        if opening in ("a", "an", "one", "another", "some", "no"):
            return Resolved(None, 0.9)
        if self._is_same_nameless(subject.start, noun):
            # "A senior official acknowledged … “It was short,” the official said."
            return Resolved(None, 0.9)
        if opening == "the" and self._introduced_nameless(subject.start, noun):
            return Resolved(None, 0.9)
        gender = None
        if noun in words("roles", "female"):
            gender = Gender.FEMALE
        elif noun in words("roles", "male"):
            gender = Gender.MALE
        found = self._bearer(subject.start, noun, phrase, gender)
        if found is not None:
            return Resolved(found, 0.85)
        if opening == "the" and (known := self._described_anew(subject.start, noun)):
            return Resolved(known, 0.6)
        if " of " in phrase or " for " in phrase or opening not in ("the", "his", "her", "their"):
            return Resolved(None, 0.6)
        if (noun in _epithets() or noun.endswith("-year-old")) and opening == "the":
            return self._latest(subject.start, gender, weaken=0.8)
        return Resolved(None, 0.5)

    def _introduced_nameless(self, position: int, noun: str) -> bool:
        """ "A senior official at the ministry acknowledged a letter. …" the official said."""
        low = max(0, position - 400)
        indefinite = rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){{0,3}}{re.escape(noun)}\b"
        found = [m.end() for m in re.finditer(indefinite, self._text[low:position])]
        if not found:
            return False
        at = bisect_left(self._people.mention_starts, position)
        latest = self._people.mention_starts[at - 1] if at else -1
        return low + found[-1] > latest

    def _is_same_nameless(self, position: int, noun: str) -> bool:
        if self._nameless_at < 0 or noun != self._nameless_noun:
            return False
        spoke = bisect_left(self._spoke_at, position)
        latest = self._spoke_at[spoke - 1] if spoke else -1
        return latest < self._nameless_at < position and position - self._nameless_at < 600

    def _described_anew(self, position: int, noun: str) -> Individual | None:
        """ "…," General Vannier began. "…," the head of French Space Command told the crews.

        Whoever spoke right before, in the paragraph, with no other post and nobody else named.
        """
        spoke = bisect_left(self._spoke_at, position)
        if not spoke:
            return None
        started, latest = self._spoke_at[spoke - 1], self._spoke[spoke - 1]
        document = self._document
        same = document.paragraph_at(started) == document.paragraph_at(position)
        at = bisect_left(self._people.mention_starts, position)
        last = self._people.mentions[at - 1].individual if at else None
        free = not latest.holds_post and self._nameless_at < started
        return latest if same and free and last is latest and latest.is_full else None

    def _bearer(
        self, position: int, noun: str, phrase: str, gender: Gender | None
    ) -> Individual | None:
        at = bisect_left(self._people.mention_starts, position)
        noun = _SYNONYMS.get(noun, noun)
        nation = self._nation_in(position, len(phrase))
        seen: set[int] = set()
        best, best_score = None, 0.0
        behind = range(at - 1, max(at - 60, -1), -1)
        ahead = range(at, min(at + 30, len(self._people.mentions)))
        window = [*behind, *ahead] if phrase[:2] != "a " else [*behind]
        for order, index in enumerate(window):
            individual = self._people.mentions[index].individual
            if individual.number in seen:
                continue
            seen.add(individual.number)
            if gender is not None and individual.gender not in (None, gender):
                continue
            if nation and individual.nations and nation not in individual.nations:
                continue
            score = _fit(individual, noun, phrase) - order * 0.02
            if nation in individual.nations:
                score += 0.5 if score > 0 else 0.0
            if score > best_score:
                best, best_score = individual, score
        return best

    def _nation_in(self, start: int, length: int) -> str | None:
        """The nation that a description names: "the Danish minister"."""
        nations = nation_of_word()
        printed = self._text[start : start + length].split()
        return next((nations[word] for word in printed if word in nations), None)

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

    def _latest(self, position: int, gender: Gender | None, weaken: float = 1.0) -> Resolved:
        """The likeliest person spoken of before `position` who agrees in gender."""
        people = self._people
        if gender is not None and self._is_kin(position, gender):
            return Resolved(None, 0.4)
        at = bisect_left(people.mention_starts, position)
        spoke = bisect_left(self._spoke_at, position)
        latest = self._spoke[spoke - 1] if spoke else None
        sentence = self._document.sentence_at(position)
        topical = False
        scores: dict[int, float] = {}
        candidates: dict[int, Individual] = {}
        for index in range(at - 1, max(at - 1 - _LATEST_MENTIONS, -1), -1):
            mention = people.mentions[index]
            if position - mention.start > _FARTHEST:
                break
            if not self._agrees(mention.individual, gender):
                continue
            distance = sentence - self._document.sentence_at(mention.start)
            weight = self._weight(mention.run)
            topical = topical or (mention.start > self._nameless_at and weight >= 2.0)
            score = weight - 0.55 * distance + (0.5 if distance == 0 else 0.0)
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
        return self._best(candidates, scores, gender, weaken)

    def _best(
        self,
        candidates: dict[int, Individual],
        scores: dict[int, float],
        gender: Gender | None,
        weaken: float,
    ) -> Resolved:
        if not scores:
            return Resolved(None, 0.3)
        for number, individual in candidates.items():
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
        if not one.mentions or not other.mentions:
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

    def _weight(self, run: Run) -> float:
        """How much a mention is its sentence's topic: a subject, a genitive, an object."""
        memo = self._subject_memo.get(run.start)
        if memo is None:
            memo = self._subject_memo[run.start] = self._weigh(run)
        return memo

    def _weigh(self, run: Run) -> float:
        index = self._document.sentence_at(run.start)
        opened = self._document.sentences[index].start if self._document.sentences else 0
        before = self._text[max(opened, run.lead - 40) : run.lead]
        last = before.split()[-1:] or [""]
        leads = self._text[opened : run.lead] if run.lead - opened < 60 else None
        after = self._text[run.end : run.end + 16]
        genitive = after[:2] in ("'s", "’s") or after[:1] in ("'", "’")
        if run.lead - opened <= 1 or (run.lead - opened < 40 and before.endswith(", ")):
            return 1.9 if genitive else 2.5
        if leads is not None and all(may_be_title(word) for word in leads.split()):
            return 1.9 if genitive else 2.5
        if last[0].lower() in _OBJECT_WORDS:
            return 0.9
        if last[0].lower() in ("said", "says", "that", "saying"):
            # The subject of a reported clause: "he" after it is mostly whoever reported.
            return 1.3
        if _AFTER_SUBJECT.match(after) and not genitive:
            return 2.0
        return 1.2


@cache
def _epithets() -> frozenset[str]:
    return frozenset(word.lower() for word in words("roles", "epithets"))


_KIN = re.compile(r"(?:His|Her|Their) ([a-z]+)")


def _gender_of_pronoun(word: str) -> Gender:
    lowered = word.lower()
    return Gender.FEMALE if lowered.startswith(("she", "her")) else Gender.MALE


def _fit(individual: Individual, noun: str, phrase: str) -> float:
    """How well a person's ranks and posts go with "the French minister"; 0 for not at all."""
    best = 0.0
    objects = {w for w in _AFTER_OF.split(phrase, 1)[-1].split() if len(w) > 3 and w != "the"}
    if " of " not in phrase and " for " not in phrase:
        objects = set()
    for known in individual.nouns:
        if (
            known.endswith(" " + noun)
            and known.split()[0] in _LESSER
            and (known.split()[0] not in phrase)
        ):
            # Nobody calls the prime minister "the minister".
            continue
        if known == noun or known.endswith(" " + noun):
            score = 1.0 + 0.5 * sum(w in phrase for w in known.split()[:-1])
        elif noun.endswith(" " + known):
            score = 0.9
        else:
            continue
        if (known in individual.past_nouns) != ("former" in phrase):
            # "the prime minister" is the successor, where there is one.
            score -= 0.5
        if known in individual.shared_nouns:
            score -= 0.3
        best = max(best, score)
    if best and objects and individual.bodies:
        # "the head of the budget office" is not the head of the Space Agency.
        best += 0.6 if objects & individual.bodies else -0.6
    return best


_AFTER_OF = re.compile(r" (?:of|for) ")
