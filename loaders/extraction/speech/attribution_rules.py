"""How a quotation's speaker was found, and what each way is worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.verbs import VerbUse
from loaders.extraction.texts.document import Quotation


class Rule(StrEnum):
    """How a speaker was found."""

    AFTER = "attribution after the quotation"
    ACCORDING = "according to"
    CREDIT = "credit"
    BEFORE = "verb before the quotation"
    COLON = "colon before the quotation"
    LATER = "verb later in the sentence"
    SAME_SENTENCE = "same sentence"
    CARRIED = "carried within the paragraph"
    CONTINUED = "continued from the paragraph before"
    SUBJECT = "subject of the sentence"
    PARAGRAPH = "paragraph before"
    NONE = "no attribution"


_CONFIDENCE = {
    Rule.AFTER: 0.97,
    Rule.ACCORDING: 0.95,
    Rule.CREDIT: 0.9,
    Rule.BEFORE: 0.95,
    Rule.COLON: 0.85,
    Rule.LATER: 0.9,
    Rule.SAME_SENTENCE: 0.9,
    Rule.CARRIED: 0.85,
    Rule.CONTINUED: 0.95,
    Rule.SUBJECT: 0.5,
    Rule.PARAGRAPH: 0.45,
    Rule.NONE: 0.2,
}


@dataclass(slots=True)
class Attribution:
    """A quotation with the noun phrase credited with it."""

    quotation: Quotation
    rule: Rule
    subject: Subject | None = None
    verb: VerbUse | None = None

    @property
    def confidence(self) -> float:
        """What the rule is worth."""
        return _CONFIDENCE[self.rule]
