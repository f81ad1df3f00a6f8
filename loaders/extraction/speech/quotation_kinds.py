"""What a quotation is: a statement, direct or partial, or a name, a title, a scare quote."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.facts import SpeakerKind, StatementKind
from loaders.extraction.language.tries import trie
from loaders.extraction.language.vocabulary import ordered_words, words
from loaders.extraction.speech.attribution import Attributor
from loaders.extraction.speech.attribution_rules import Attribution, Rule
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.speaker_nouns import noun_kind
from loaders.extraction.speech.verbs import VerbUse, lexicon
from loaders.extraction.texts.document import MASK, Document, ParagraphKind

_SMALL_WORDS = words("grammar", "small_words")
_WORD = re.compile(r"\w[\w’'-]*")
_WHAT_CALLED = re.compile(
    r"\b(?:what|which|whom|that) (?:\S+ ){1,6}(?:called|calls|termed|labell?ed|branded|"
    r"described as|dubbed)(?: an?| the)?(?: [a-z]+ of(?: an?| the)?)?\s*\Z"
)
_FEWEST_UNCREDITED = 6
_WEAK = frozenset({Rule.PARAGRAPH, Rule.SUBJECT, Rule.NONE, Rule.CARRIED})
_FEWEST_OF_SUBJECT = 4


_SHORT_SUBJECT, _FEWEST_OF_CLAUSE, _FARTHEST_OPENING = 4, 7, 200
_CLAUSE_OPENERS = frozenset(
    {"the", "this", "that", "these", "those", "there", "it", "he", "she", "they", "we", "you", "no"}
)
#: "this is not over", "we haven't started": a pronoun with its verb.
_IS_CLAUSE = re.compile(
    r"(?:this|that|it|he|she|they|we|you|there) (?:is|are|was|were|will|have|has|had|can|would|"
    r"(?:have|has|is|are|was|do|does|did|ca|wo)n[’']t)\b",
    re.I,
)
_COPULA = re.compile(r"\b(?:is|are|was|were|be|been) (?:the |a |an )?\Z")
#: What is announced or proposed under a title is called by it.
_PRESENTING = frozenset({"announce", "propose", "present", "mention", "reveal", "recommend"})
_VOTES = frozenset({"no", "yes", "yea", "nay", "aye", "present", "abstain"})
_VOTING = re.compile(r"\bvot(?:e|ed|es|ing)\b")
_CITING = re.compile(r"\b(?:quot|cit)(?:e|ed|es|ing)\Z")
#: "with banners asking them to “go home”".
_ON_BANNER = re.compile(
    r"\b(?:banner|placard|poster|sign|slogan|T-shirt|t-shirt|badge|leaflet|billboard)s?\b"
    rf"[^.;:\n{MASK}]{{0,50}}?\b[a-z]+ing\b[^.;:\n{MASK}]*\Z"
)
#: "he said on “Morning Country.”": a programme.
_ON_AIR = re.compile(r"\b(?:on|of|in|for) (?:[A-Z][\w.]*[’']s? )?\Z")
_LONGEST_TERM, _LONGEST_TERM_LETTERS, _FARTHEST_VERB = 3, 40, 30


@cache
def naming_ends() -> frozenset[str]:
    """The last words that `naming_pattern` can match: without one of them it need not be tried."""
    phrases = ordered_words("speech_verbs", "naming")
    return frozenset({"a", "an", "the"} | {phrase.split()[-1] for phrase in phrases})


@cache
def naming_pattern() -> re.Pattern[str]:
    """What stands right before a quoted name, title or term: "a song named", "so-called"."""
    phrases = trie(ordered_words("speech_verbs", "naming"))
    return re.compile(rf"\b{phrases}[ ,:]*(?:a |an |the )?\Z", re.I)


def is_verb_of_weighing(verb: VerbUse | None) -> bool:
    """Whether the verb takes the words into a paraphrase ("called it “a mistake”")."""
    return verb is not None and verb.verb.weighing and not verb.verb.saying


def _as_term(text: str) -> str:
    return text.strip(".,").casefold()


def _is_verb_first(text: str) -> bool:
    """Whether the quoted words begin with the verb of their own attribution, or an adverb to it."""
    opening = text.split(maxsplit=3)[:2]
    if opening and opening[0].endswith("ly"):
        opening = opening[1:]
    return len(text.split(maxsplit=2)) > 1 and bool(opening) and opening[0] in lexicon()


class QuotationKinds:
    """Tells statements from other quoted words, in one document."""

    def __init__(self, document: Document, attributor: Attributor) -> None:
        self.document = document
        self.attributor = attributor
        #: Where each short phrase is quoted first.
        self._quoted_at: dict[str, int] = {}
        for quotation in document.quotations:
            if quotation.end - quotation.start < _LONGEST_TERM_LETTERS:
                term = _as_term(document.text[quotation.start : quotation.end])
                self._quoted_at.setdefault(term, quotation.outer_start)

    def is_statement(self, attribution: Attribution) -> bool:
        """Whether quoted words are somebody's, no name, title, term or scare quote."""
        quotation = attribution.quotation
        text = self.document.text[quotation.start : quotation.end]
        count = len(_WORD.findall(text[:400]))
        if "://" in text[:200] and " " not in text:
            return False
        if count == 0 or not any(c.isalpha() for c in text[:400]):
            return False
        own = self.attributor.is_own_sentence(quotation)
        if not own and (self._is_named(attribution) or self._is_mentioned(attribution, text)):
            return False
        if not own and count <= 8 and self._is_title(text, attribution):
            return False
        if self.document.paragraphs[quotation.paragraph].kind is ParagraphKind.HEADING and not own:
            return attribution.rule in (Rule.AFTER, Rule.BEFORE, Rule.LATER, Rule.COLON)
        return self._is_credited(attribution, count, own, text)

    def _is_credited(self, attribution: Attribution, count: int, own: bool, text: str) -> bool:
        rule = attribution.rule
        finished = text[-1] in ".,!?…—"
        if own and rule in _WEAK and not self.attributor.can_close_speech(attribution.quotation):
            sentence = self.document.sentences[
                self.document.sentence_at(attribution.quotation.outer_start)
            ]
            if attribution.quotation.outer_end < sentence.end - 1:
                # “This is our moment” was the slogan: the quotation is a subject, not speech.
                return False
        if rule is Rule.NONE:
            return (own and (finished or count > 3)) or count >= _FEWEST_UNCREDITED
        if rule is Rule.PARAGRAPH:
            return finished or count > 3
        if rule is Rule.SUBJECT and not own and _is_verb_first(text):
            # The four "note with concern" the growth of debris.
            return attribution.subject is not None
        if rule is Rule.SUBJECT and not own and self._is_predicate(attribution):
            # The radar is “the eye of the north”: nobody says so.
            return False
        if rule is Rule.SUBJECT and not own:
            return count >= _FEWEST_OF_SUBJECT and self._is_person(attribution.subject)
        if rule is Rule.LATER and not own and count == 1:
            return not text[0].isupper()
        if rule in (Rule.BEFORE, Rule.SAME_SENTENCE) and not own and count == 1:
            return not text[0].isupper() or is_verb_of_weighing(attribution.verb) or finished
        return True

    def _is_predicate(self, attribution: Attribution) -> bool:
        start = attribution.quotation.outer_start
        return _COPULA.search(self.document.masked, max(0, start - 16), start) is not None

    def _is_person(self, subject: Subject | None) -> bool:
        return subject is not None and subject.kind is not SpeakerKind.DOCUMENT

    def _is_named(self, attribution: Attribution) -> bool:
        quotation = attribution.quotation
        masked = self.document.masked
        low = max(0, quotation.outer_start - 48)
        before = masked[low : quotation.outer_start]
        before = before[before.rfind("\n") + 1 :]
        ending = before.rstrip(" ,:").rsplit(" ", 1)[-1].lower()
        if ending not in naming_ends() or not naming_pattern().search(before):
            return False
        if _WHAT_CALLED.search(before):
            return False
        verb = attribution.verb if attribution.rule is Rule.BEFORE else None
        if verb is not None and before.rstrip().endswith((":", ",")):  # noqa: SIM102
            if verb.end >= quotation.outer_start - 4:
                return verb.verb.base in ("call", "name", "sing", "chant")
        return True

    def _is_title(self, text: str, attribution: Attribution) -> bool:
        """ "International Space Strategy": every word of weight has a capital."""
        if text[-1] in "!?…":
            return False
        parts = _WORD.findall(text)
        named = _ON_AIR.search(
            self.document.masked,
            max(0, attribution.quotation.outer_start - 24),
            attribution.quotation.outer_start,
        )
        if len(parts) < 2 or (text[-1] in ".," and attribution.rule not in _WEAK and not named):
            return False
        weighty = [p for p in parts if p.lower() not in _SMALL_WORDS]
        if not weighty or not all(p[0].isupper() or p[0].isdigit() for p in weighty):
            return False
        verb = attribution.verb
        if attribution.rule is not Rule.BEFORE or verb is None or not verb.verb.saying:
            return True
        if verb.verb.base == "tell" and text[-1] not in ".,":
            return True  # told “Morning Country” that “…”: the programme listens.
        if verb.verb.base in _PRESENTING:
            return True
        return attribution.quotation.outer_start - verb.end > 3

    def _goes_on(self, attribution: Attribution) -> bool:
        """ "A doorbell, he went on, “is useful only if somebody's home”": begun outside."""
        subject = attribution.subject
        sentence = self.document.sentences[
            self.document.sentence_at(attribution.quotation.outer_start)
        ]
        if subject is None or subject.start < sentence.start:
            return False
        low = max(sentence.start, subject.start - _FARTHEST_OPENING)
        before = self.document.masked[low : subject.start].rstrip()
        return before.endswith(",") and MASK not in before and before.count(" ") < _SHORT_SUBJECT

    def _is_clause(self, attribution: Attribution) -> bool:
        """ "She said “the way in which it is divided should not matter.”": a whole clause."""
        quotation = attribution.quotation
        text = self.document.text[quotation.start : quotation.end]
        first = text.split(maxsplit=1)[0].lower()
        if first not in _CLAUSE_OPENERS:
            return False
        return (text[-1] in ".!?" and len(text.split()) >= _FEWEST_OF_CLAUSE) or (
            _IS_CLAUSE.match(text) is not None
        )

    def _is_mentioned(self, attribution: Attribution, text: str) -> bool:
        """Words spoken of, not spoken: voted “no”, quoting “informed officials”, his “toolkit”."""
        masked, quotation = self.document.masked, attribution.quotation
        if _ON_BANNER.search(masked, max(0, quotation.outer_start - 90), quotation.outer_start):
            return True
        low = max(0, quotation.outer_start - 24)
        before = masked[low : quotation.outer_start].rstrip().rsplit("\n", 1)[-1]
        if text.strip(".,").lower() in _VOTES:
            after = masked[quotation.outer_end : quotation.outer_end + 6]
            return (
                bool(_VOTING.search(before)) or before.endswith(" to") or after.startswith(" vote")
            )
        if _CITING.search(before) and noun_kind(text.strip(".,").split()[-1].lower()):
            return True
        verb = attribution.verb
        apart = verb is None or not 0 <= quotation.outer_start - verb.end <= _FARTHEST_VERB
        weak = attribution.rule in _WEAK or (before.endswith(" the") and apart)
        if not weak or len(text.split()) > _LONGEST_TERM:
            return False
        # A short phrase that was quoted before is a term by now.
        return self._quoted_at.get(_as_term(text), quotation.outer_start) < quotation.outer_start

    def kind(self, attribution: Attribution) -> StatementKind:
        """Direct where what is reported stands between the marks as a whole."""
        quotation = attribution.quotation
        text = self.document.text
        masked = self.document.masked
        sentence = self.document.sentences[self.document.sentence_at(quotation.outer_start)]
        before = masked[max(sentence.start, quotation.outer_start - 60) : quotation.outer_start]
        bare = before.rstrip()
        if not bare.strip("—–- " + MASK):
            closes = self.attributor.can_close_speech(quotation) or not quotation.closed
            ends = quotation.outer_end >= sentence.end - 1
            return StatementKind.DIRECT if closes or ends else StatementKind.PARTIAL
        first = text[quotation.start]
        verb = attribution.verb
        adjacent = verb is not None and 0 <= quotation.outer_start - verb.end <= 3
        saying = verb is not None and verb.verb.saying
        if bare.endswith(":"):
            return StatementKind.DIRECT
        if bare.endswith(",") and adjacent and first.islower() and self._goes_on(attribution):
            return StatementKind.PARTIAL
        if bare.endswith(",") and (adjacent or first.isupper()):
            return StatementKind.DIRECT
        if adjacent and saying and (first.isupper() or first in "…["):
            return StatementKind.DIRECT
        if adjacent and saying and self._is_clause(attribution):
            return StatementKind.DIRECT
        return StatementKind.PARTIAL
