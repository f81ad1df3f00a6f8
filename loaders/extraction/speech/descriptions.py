"""Whom "the general", "the French minister", "its commander" mean, where the text supports it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.genders import Gender
from loaders.extraction.persons.individuals import Individual, Individuals, words_for_titles
from loaders.extraction.posts.title_nations import nation_of_word
from loaders.extraction.posts.title_words import TITLE_ADJECTIVES, is_post_noun
from loaders.extraction.speech.fitting import (
    GENERIC,
    epithets,
    fit,
    is_otherwise_posted,
    longer_posts,
    may_speak_for,
    named_most,
    office_of,
)
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.salience import OF_REPORTED, TOPICAL, Salience
from loaders.extraction.texts.document import MASK, Document, ParagraphKind, Span

#: Whom everybody knows is not introduced: "the president" after a senator is not the senator.
_KNOWN_ALONE = frozenset({"president", "premier", "pope", "king", "queen", "pm", "first lady"})
_FARTHEST_ANEW = 1200
_SENTENCES_AHEAD = 5


class Resolved(NamedTuple):
    """Whom a subject means, and how sure that is."""

    individual: Individual | None
    confidence: float


class Described(NamedTuple):
    """A description that tells a post of someone who is named elsewhere."""

    individual: Individual
    phrase: Span


class Descriptions(Salience):
    """Leads descriptions back to persons."""

    def __init__(self, document: Document, people: Individuals) -> None:
        super().__init__(document, people)
        #: What descriptions told of persons, in the order of the text.
        self.described_posts: list[Described] = []
        #: Whom a longer description has meant before: "the Asawase MP" stays the same.
        self._led: dict[str, tuple[int, list[Individual]]] = {}
        self._described_so: dict[str, Individual] = {}

    def latest(
        self,
        position: int,
        gender: Gender | None,
        weaken: float = 1.0,
        introduced: frozenset[int] = frozenset(),
    ) -> Resolved:
        """The likeliest person spoken of before `position`; those who read pronouns know."""
        raise NotImplementedError

    def described(self, subject: Subject) -> Resolved:
        """ "the general", "the French minister": the bearer of such a rank or post."""
        phrase = self._text[subject.start : subject.end].lower()
        noun = office_of((subject.noun or "").lower(), phrase)
        opening = phrase.split(" ", 1)[0]
        if opening == noun:  # a title without an article, as headlines print it
            opening, phrase = "the", f"the {phrase}"
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
        if self._is_cataphoric(phrase) and (coming := self._named_next(subject, noun, gender)):
            return Resolved(self._note_described(coming, subject), 0.6)
        found = self._bearer(subject.start, noun, phrase, gender)
        if found is None and noun in words_for_titles():
            found = self._bearer(subject.start, words_for_titles()[noun], phrase, gender)
        if found is not None and noun in GENERIC and found.mentions[0].start > subject.start:
            # Whoever has just spoken, rather than "Ann Roe, another MP" further down.
            found = self._described_anew(subject, noun, gender) or found
        if found is not None:
            if opening == "the" and self._tells_more(found, subject):
                self._note_described(found, subject)
            return Resolved(found, 0.85)
        if opening == "the" and (known := self._known_leaders(subject, phrase)):
            likely = named_most(known)
            if likely is None:
                return Resolved(None, 0.4)
            return Resolved(self._note_described(likely, subject), 0.75)
        if (again := self._described_so.get(phrase)) is not None:
            return Resolved(again, 0.6)
        if opening == "the" and (latest := self._described_anew(subject, noun, gender)):
            if phrase.count(" ") > 1:
                self._described_so[phrase] = latest
            return Resolved(self._note_described(latest, subject), 0.6)
        if " of " in phrase or " for " in phrase or opening not in ("the", "his", "her", "their"):
            return Resolved(None, 0.6)
        if (noun in epithets() or noun.endswith("-year-old")) and opening == "the":
            return self.latest(subject.start, gender, weaken=0.8)
        return Resolved(None, 0.5)

    def _known_leaders(self, subject: Subject, phrase: str) -> list[Individual]:
        """Whom "the prime minister" can mean: Boris Johnson, in a text that names him."""
        # "the Kenyan president" may be somebody else.
        former = phrase.startswith("the former ")
        office = phrase.removeprefix("the ").removeprefix("former ")
        office = words_for_titles().get(office, office)
        names = words("leaders", office)
        if not names:
            return []
        spoke = bisect_left(self._spoke_at, subject.start)
        replies = _REPLIES.match(self._text, subject.end)
        answered = self._spoke[spoke - 1] if spoke and replies else None
        return [
            individual
            for individual in self._leaders(office, names)
            if (former or office not in individual.past_nouns)
            and (former or not is_otherwise_posted(individual, office))
            and individual is not answered
        ]

    def _leaders(self, office: str, names: frozenset[str]) -> list[Individual]:
        """All individuals so named; looked for anew only where more have become known."""
        people = self._people.individuals
        known, found = self._led.get(office, (0, []))
        if known < len(people):
            found = [*found, *(person for person in people[known:] if person.name in names)]
            self._led[office] = (len(people), found)
        return found

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

    def _tells_more(self, individual: Individual, subject: Subject) -> bool:
        """ "the minority affairs minister" of one who was a "Union minister": another title."""
        printed = self._text[subject.start : subject.end].split()[1:]
        fuller = " ".join(printed).lower()
        if len(printed) < 2 or any(
            fuller in noun or noun in fuller for noun in longer_posts(individual)
        ):
            return False
        if {word.lower() for word in printed[:-1]} <= individual.bodies:
            return False  # "the NDP leader" of the leader of the NDP.
        return all(
            word.lower() in TITLE_ADJECTIVES or (word[0].isupper() and word not in nation_of_word())
            for word in printed[:-1]
        )

    def _note_described(self, individual: Individual, subject: Subject) -> Individual:
        """Keep what the description tells of the person: a post, if its noun heads one."""
        noun = (subject.noun or "").lower()
        if is_post_noun(noun.split()[-1]) and noun not in words("roles", "descriptions"):
            self.described_posts.append(Described(individual, Span(subject.start, subject.end)))
            individual.nouns.add(noun)
        return individual

    def _is_cataphoric(self, phrase: str) -> bool:
        """ "its commander", "France's foreign minister", "the agency's chief": named later."""
        opening = phrase.split(" ", 1)[0]
        return opening in ("its", "their", "the") or "'s " in phrase or "’s " in phrase

    def _named_next(self, subject: Subject, noun: str, gender: Gender | None) -> Individual | None:
        """The name that the next sentence opens with, where nobody has been named before."""
        people, document = self._people, self._document
        at = bisect_left(people.mention_starts, subject.start)
        here = document.sentence_at(subject.start)
        if not self._is_first(at):
            return None
        while at < len(people.mentions) and (
            document.sentence_at(people.mentions[at].start) == here
        ):
            at += 1  # "The minister claimed Starmer had misled them. Zahawi alleged …"
        if noun in _KNOWN_ALONE or at == len(people.mentions):
            return None
        mention = people.mentions[at]
        if not here < document.sentence_at(mention.start) <= here + 2:
            return None
        individual = mention.individual
        if not individual.is_full or individual.gender not in (None, gender or individual.gender):
            return None
        if individual.holds_post and not fit(individual, noun, noun):
            return None
        return individual if self.weight(mention.run) >= TOPICAL else None

    def _is_first(self, at: int) -> bool:
        """Whether prose names nobody before the mention with this index."""
        paragraphs = self._document.paragraphs
        kinds = (
            paragraphs[self._document.paragraph_at(mention.start)].kind
            for mention in self._people.mentions[max(0, at - 4) : at]
        )
        return all(kind is ParagraphKind.HEADING for kind in kinds) and at <= 4

    def _described_anew(
        self, subject: Subject, noun: str, gender: Gender | None
    ) -> Individual | None:
        """ "…," General Vannier began. "…," the head of French Space Command told the crews.

        Whoever spoke last or was last spoken of, with no other post and nobody else named since.
        """
        position = subject.start
        at = bisect_left(self._people.mention_starts, position)
        if not at or noun in _KNOWN_ALONE:
            return None
        mention = self._people.mentions[at - 1]
        latest = mention.individual
        paragraphs = self._document.paragraph_at(position) - self._document.paragraph_at(
            mention.start
        )
        if position - mention.start > _FARTHEST_ANEW or (
            paragraphs > 1 and not self._are_quoted(mention.start, position)
        ):
            return None
        if f" {noun}" in self._text[mention.run.end : position].lower():
            # "The commissioner for industry raised a glass. … the commissioner said."
            return None
        spoke = bisect_left(self._spoke_at, position)
        last = self._spoke[spoke - 1] if spoke else latest
        if latest is not last and self.weight(mention.run) <= OF_REPORTED:
            latest = last  # Who was named last was only spoken of.
        if latest is not last or self._nameless_at > mention.start:
            return None
        speaks_for = noun.startswith("spokes") and latest.spoke and may_speak_for(latest)
        sits = latest.spoke and noun in words("titles", "legislators")
        if (
            (latest.holds_post and not latest.nouns <= GENERIC and not (speaks_for or sits))
            or not latest.is_full
            or not latest.is_certain
        ):
            return None
        if gender is not None and latest.gender not in (None, gender):
            return None
        if self._is_otherwise_described(latest, subject):
            return None
        named = {m.individual.number for m in self._people.mentions[max(0, at - 3) : at]}
        return latest if len(named) == 1 or latest.spoke else None

    def _are_quoted(self, start: int, end: int) -> bool:
        """Whether nothing but quotations stands in the paragraphs between two places."""
        document = self._document
        first, last = document.paragraph_at(start), document.paragraph_at(end)
        between = document.paragraphs[first + 1 : last]
        return all(self._text[paragraph.start] == MASK for paragraph in between)

    def _is_otherwise_described(self, individual: Individual, subject: Subject) -> bool:
        """ "Dudek, a dairy farmer, said … the Ukrainian ambassador wrote": somebody else."""
        phrase = self._text[subject.start : subject.end].split()
        nation = nation_of_word().get(phrase[1]) if len(phrase) > 2 else None
        if nation is not None and individual.nations and nation not in individual.nations:
            return True
        for run in individual.mentions:
            told = _APPOSED.match(self._text, run.end)
            if told is not None and not is_post_noun(told.group(1)):
                return told.group(1) != (subject.noun or "").lower()
        return False

    def _bearer(
        self, position: int, noun: str, phrase: str, gender: Gender | None
    ) -> Individual | None:
        at = bisect_left(self._people.mention_starts, position)
        nation = self._nation_in(position, len(phrase))
        seen: set[int] = set()
        best, best_score = None, 0.0
        behind = range(at - 1, max(at - 60, -1), -1)
        ahead = range(at, self._end_of_lead(at, position))
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
            score = fit(individual, noun, phrase) - order * 0.02
            if nation in individual.nations:
                score += 0.5 if score > 0 else 0.0
            if score > best_score:
                best, best_score = individual, score
        return best

    def _end_of_lead(self, at: int, position: int) -> int:
        """How far ahead a description may be explained: a few sentences."""
        last = self._document.sentence_at(position) + _SENTENCES_AHEAD
        mentions = self._people.mentions
        end = at
        while end < min(at + 30, len(mentions)) and (
            self._document.sentence_at(mentions[end].start) <= last
        ):
            end += 1
        return end

    def _nation_in(self, start: int, length: int) -> str | None:
        """The nation that a description names: "the Danish minister"."""
        nations = nation_of_word()
        printed = self._text[start : start + length].split()
        return next((nations[word] for word in printed if word in nations), None)


#: Nobody replies to himself.
_REPLIES = re.compile(r" (?:replied|responded|retorted|countered|hit back|shot back|fired back)\b")
#: "Marta Dudek, 41, a dairy farmer from Zamość": the noun that says what she is.
_APPOSED = re.compile(
    r"(?:, \d{1,3})?, an? (?:[a-z’'-]+ ){0,3}?([a-z’'-]+)(?= (?:from|in|of|at|who|and|with)\b|[,.])"
)
