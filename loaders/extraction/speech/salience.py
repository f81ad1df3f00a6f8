"""Who has spoken so far in an article, who was named how prominently: what coreference goes by."""

from __future__ import annotations

import re
from bisect import bisect_right

from loaders.extraction.language.vocabulary import words
from loaders.extraction.persons.individuals import Individual, Individuals
from loaders.extraction.persons.names import Run
from loaders.extraction.posts.title_words import may_be_title
from loaders.extraction.speech.verbs import lexicon
from loaders.extraction.texts.document import Document

#: A mention from this weight on is the topic of its sentence.
TOPICAL = 1.9
_AFTER_SUBJECT = re.compile(
    r"(?:, \d{1,3},|,|’s|'s)? ?(?:who |also |has |had |was |is |will |would |did |does |"
    r"[a-z]+ed\b|[a-z]+s\b|told|took|put|went|came|left|spoke|met|won|lost|made|gave|got|ran|led|held|sat|stood|said|began)"
)
_OBJECT_WORDS = words("grammar", "object_words")
_APPOSED_SUBJECT = re.compile(
    r"(?:(?:The|His|Her|Its|Their|A|An|One|[A-Z][\w.]*[’']s) (?:[\w.’'-]+ ){0,5}[\w.’'-]+), "
    r"(?:(?:the|a|an) (?:[a-z’'-]+ ){1,4})?\Z"
)


_OPENING_PHRASE = re.compile(
    r"(?:[A-Z][a-z]+ing|In|At|On|After|Before|During|While|When|As|With|Despite|Following|Asked|"
    r"Accompanied|Joined|Flanked)\b(?: [^\s,]+){2,40}, \Z"
)
_VERB_AFTER = re.compile(r" (?:[a-z]+ly |also |has |had |then )*(?P<verb>[a-z]+)\b")
#: A mention from this weight on is what its paragraph is about.
TOPICAL_HERE = 2.8
_OF_SUBJECT, _OF_ACT = 2.3, 0.5
OF_REPORTED = 1.3
_FARTHEST_VERB = 400
_REPORTING = re.compile(
    r"\b(?:said|says|saying|that|told|added|claimed|alleged|warned|argued|insisted)\b"
)


class Salience:
    """The course of one article: `note_speaker` and `note_nameless` are told in its order."""

    def __init__(self, document: Document, people: Individuals) -> None:
        self._document = document
        self._text = document.masked
        self._people = people
        self._spoke_at: list[int] = []
        self._spoke: list[Individual] = []
        self._nameless_at = -1
        self._nameless_noun = ""
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

    def weight(self, run: Run) -> float:
        """How much a mention is its sentence's topic: a subject, a genitive, an object."""
        memo = self._subject_memo.get(run.start)
        if memo is None:
            memo = self._subject_memo[run.start] = self._weigh(run)
        return memo

    def _weigh(self, run: Run) -> float:
        weight = self._weigh_place(run)
        opened = self._document.sentences[self._document.sentence_at(run.start)].start
        opened = max(opened, run.lead - _FARTHEST_VERB)
        if weight > OF_REPORTED and _REPORTING.search(self._text, opened, run.lead):
            # The subject of a reported clause: "he" after it is mostly whoever reported.
            return OF_REPORTED
        return weight

    def _weigh_place(self, run: Run) -> float:
        """What the place in the sentence is worth, more for the subject of a verb of speech."""
        weight = self._weigh_position(run)
        verb = _VERB_AFTER.match(self._text, run.end) if weight >= _OF_SUBJECT else None
        acts = verb is not None and (verb["verb"] in lexicon() or verb["verb"].endswith("ed"))
        return weight + _OF_ACT if acts else weight

    def _weigh_position(self, run: Run) -> float:
        index = self._document.sentence_at(run.start)
        opened = self._document.sentences[index].start if self._document.sentences else 0
        before = self._text[max(opened, run.lead - 40) : run.lead]
        last = before.split()[-1:] or [""]
        leads = self._text[opened : run.lead] if run.lead - opened < 60 else None
        after = self._text[run.end : run.end + 20]
        genitive = after[:2] in ("'s", "’s") or after[:1] in ("'", "’")
        if run.lead - opened <= 1 or (run.lead - opened < 40 and before.endswith(", ")):
            return 1.9 if genitive else 2.5
        if _APPOSED_SUBJECT.match(self._text, opened, run.lead):
            # "His predecessor, Kwon Tae-il, was scathing.": the name is the subject's.
            return 2.5
        if before.endswith(", ") and _OPENING_PHRASE.match(self._text, opened, run.lead):
            # "Addressing reporters with the party's chief, Gandhi accused": the main clause.
            return 2.3
        if leads is not None and all(may_be_title(w) or w[0].isupper() for w in leads.split()):
            return 1.9 if genitive else 2.5
        if last[0].lower() in _OBJECT_WORDS:
            return 0.9
        if _AFTER_SUBJECT.match(after) and not genitive:
            return 2.0
        return 1.2
