"""Where a text mentions an event: a verb of the lexicon with the nouns that its frame asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.extraction.calendar import trigger_pattern
from loaders.extraction.document import MASK, Document, ParagraphKind, Span
from loaders.extraction.event_arguments import (
    EventNoun,
    coalition_nouns,
    find_event_nouns,
    noun_before,
    object_of,
    place_of,
    subject_of,
    within,
)
from loaders.extraction.event_lexicon import Frame, lexicon
from loaders.extraction.inflection import Form
from loaders.extraction.phrases import begins_word
from loaders.extraction.survey import Survey
from loaders.extraction.verb_groups import FINITE, Tense, VerbGroup, verb_group


class EventMention(NamedTuple):
    """An event as one clause tells it; `trigger` holds the verb, and its noun if that is near.

    `noun` is what the frame asked for, None where words alone fit.
    """

    kind: str
    sentence: Span
    trigger: Span
    group: VerbGroup
    noun: EventNoun | None

    @property
    def is_finite(self) -> bool:
        """Whether a finite verb reports it, not a participle or a noun by the way."""
        return self.group.tense in FINITE


_LONGEST_SENTENCE = 900


def event_nouns(survey: Survey) -> list[EventNoun]:
    """Every noun of an event in the text, the named coalitions and exercises among them."""
    document = survey.document
    headings = [p for p in document.paragraphs[:_TOP] if p.kind is ParagraphKind.HEADING]
    # In headlines every word has a capital: there only what is known is a name.
    named = [
        m
        for m in survey.coalitions
        if m.slug or not any(h.start <= m.start < h.end for h in headings)
    ]
    return sorted([*find_event_nouns(document.text), *coalition_nouns(document.text, named)])


_TOP = 12


def find_event_mentions(survey: Survey, nouns: Sequence[EventNoun]) -> Iterator[EventMention]:
    """Every mention outside quotations, in the text's order."""
    document, known = survey.document, lexicon()
    sentence, own = Span(0, 0), nouns[:0]
    for match in known.verbs.finditer(document.masked):
        start, end = match.span()
        if not begins_word(document.text, start) or document.text[start - 1 : start] == "-":
            continue
        if start >= sentence.end:
            sentence = document.sentences[document.sentence_at(start)]
            own = within(nouns, *sentence)
        if not _may_tell(document, sentence, start):
            continue
        reader = _Reader(document, own, sentence, Span(start, end))
        if mention := reader.mention(match.group()):
            yield mention


def _may_tell(document: Document, sentence: Span, start: int) -> bool:
    """Whether a verb can stand here: a capital only opens a sentence or stands in a headline."""
    if not sentence.start <= start < sentence.end:
        return False
    if sentence.end - sentence.start > _LONGEST_SENTENCE:
        return False
    if not document.text[start].isupper() or start == sentence.start:
        return True
    paragraph = document.paragraphs[document.paragraph_at(start)]
    return paragraph.kind is ParagraphKind.HEADING


_EVENT_NOUN = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Ff]ollowing|for|on|[Oo]n the (?:sidelines|margins) of) "
    r"(?:a|an|the|its|their|his|her|this|this year[’']s)(?: [\w’'-]+){0,5} \Z"
)
_SET_BEHIND = re.compile(
    r"(?:,? (?:held|here|this|last|next|on|in|at|that|by|with|to|of|for)\b| [A-Z]\w+day)"
)


def find_noun_mentions(
    survey: Survey, sentence: Span, nouns: Sequence[EventNoun]
) -> Iterator[EventMention]:
    """Events told by a noun with a preposition: "at their meeting in Oslo on Friday"."""
    text, kinds = survey.document.text, lexicon().noun_kinds
    for noun in within(nouns, *sentence):
        kind = next((kinds[c] for c in sorted(noun.classes) if c in kinds), None)
        kind = "accession" if "joining" in noun.classes else kind
        if kind is None or survey.document.masked[noun.start] == MASK:
            continue
        before = text[max(sentence.start, noun.start - 70) : noun.start]
        joins = kind == "accession"
        if joins and not _names_nation(survey, noun):
            continue
        if (_JOINING if joins else _EVENT_NOUN).search(before) and _SET_BEHIND.match(
            text, noun.end
        ):
            group = VerbGroup(noun.start, noun.end, Tense.NOMINAL, False, False, False)
            yield EventMention(kind, sentence, Span(noun.start, noun.end), group, noun)


#: "With the addition of Peru", "following Peru's accession".
_JOINING = re.compile(
    r"\b(?:[Ww]ith|[Ff]ollowing|[Aa]fter|through|marks?|marked)(?: [\w’'-]+){0,5} \Z"
)


def _names_nation(survey: Survey, noun: EventNoun) -> bool:
    """Whether "of" and a nation follow: the addition of Peru, not of a camera."""
    if not survey.document.text.startswith(" of ", noun.end):
        return False
    return any(m.start <= noun.end + 8 for m in survey.mentions_in(noun.end, noun.end + 60))


class _Reader(NamedTuple):
    """One verb in its sentence."""

    document: Document
    nouns: Sequence[EventNoun]
    sentence: Span
    verb: Span

    def mention(self, printed: str) -> EventMention | None:
        """The event that the first fitting frame sees in the verb, if one fits."""
        known = lexicon()
        verb = known.nominalisations.get(printed)
        if verb and self.document.text.startswith(" of ", self.verb.end):
            return self._nominal(known.frames.get(verb, ()))
        for verb, form in known.forms.get(printed, ()):
            if (not self.nouns and verb not in known.wordy) or self._is_noun(form):
                continue
            group = verb_group(
                self.document.masked, self.sentence.start, self.verb.start, self.verb.end, form
            )
            for frame in known.frames[verb]:
                if found := self._fitted(frame, group, form):
                    return found
        return None

    def _is_noun(self, form: Form) -> bool:
        """Whether "chair", "visit" or "the closing session" only looks like a verb."""
        text, start = self.document.masked, self.verb.start
        before = text[max(self.sentence.start, start - 30) : start]
        if form.past or form.participle:
            # "the planned launch", "a signed copy"
            return bool(_DETERMINER.search(before))
        if form.third and not form.base:
            return False
        if form.base and start > self.sentence.start:
            paragraph = self.document.paragraphs[self.document.paragraph_at(start)]
            in_headline = paragraph.kind is ParagraphKind.HEADING
            return not (in_headline or _BEFORE_BASE.search(before))
        return bool(_BEFORE_NOUN.search(before))

    def _fitted(self, frame: Frame, group: VerbGroup, form: Form) -> EventMention | None:
        if frame.after is not None and not frame.after.match(
            self.document.text, self.verb.end, self.sentence.end
        ):
            return None
        if frame.voice == "passive" and not group.passive:
            if not (group.bare and form.participle and not frame.objects):
                return None
            group = group._replace(tense=Tense.PARTICIPLE, passive=True)
        if frame.voice == "active" and group.passive:
            return None
        if frame.tense and group.tense != frame.tense:
            return None
        if not (frame.objects or frame.subjects or frame.places):
            return self._of(frame, group, None)
        return self._with_noun(frame, group, form)

    def _with_noun(self, frame: Frame, group: VerbGroup, form: Form) -> EventMention | None:
        text, end = self.document.text, self.sentence.end
        after = (self.verb.end, end)
        if frame.places:
            noun = place_of(text, self.nouns, after, frame.places)
            return self._of(frame, group, noun) if noun else None
        if frame.subjects:
            noun = self._subject(group, frame.subjects)
            return self._of(frame, group, noun) if noun else None
        if not group.passive or frame.dative:
            noun = object_of(text, self.nouns, after, frame.objects, frame.loose)
            if noun and self._is_followed(frame, noun):
                return self._of(frame, group, noun)
        if group.passive:
            if frame.then is not None and not frame.then.match(text, self.verb.end, end):
                return None
            noun = self._subject(group, frame.objects)
            return self._of(frame, group, noun) if noun else None
        if group.bare and form.participle and self._is_reduced():
            # "the conference hosted by …", "Contract awarded": a participle behind its noun.
            noun = noun_before(text, self.nouns, self.verb.start, frame.objects)
            reduced = group._replace(tense=Tense.PARTICIPLE, passive=True)
            return self._of(frame, reduced, noun) if noun else None
        return None

    def _is_reduced(self) -> bool:
        """Whether "opened" is a participle: always with "by", but not in "the office opened"."""
        text, end = self.document.text, self.verb.end
        stands_alone = text[self.verb.start : end] in _ALSO_OF_ITSELF
        return text.startswith(" by ", end) or not stands_alone

    def _subject(self, group: VerbGroup, classes: frozenset[str]) -> EventNoun | None:
        return subject_of(self.document.text, self.nouns, self.sentence.start, group.start, classes)

    def _is_followed(self, frame: Frame, noun: EventNoun) -> bool:
        """Whether the words that the frame asks for behind the noun are there."""
        return frame.then is None or bool(
            frame.then.match(self.document.text, noun.end, self.sentence.end)
        )

    def _nominal(self, frames: Sequence[Frame]) -> EventMention | None:
        """ "the signing of a treaty", where words around it say that it happened."""
        text = self.document.text
        if not self._is_governed():
            return None
        span = (self.verb.end + 3, self.sentence.end)
        for frame in frames:
            if not frame.objects:
                continue
            noun = object_of(text, self.nouns, span, frame.objects, frame.loose)
            if noun and self._is_followed(frame, noun):
                group = VerbGroup(*self.verb, Tense.NOMINAL, True, True, False)
                return self._of(frame, group, noun)
        return None

    def _is_governed(self) -> bool:
        low = max(self.sentence.start, self.verb.start - 50)
        before = _DETERMINED.sub("", self.document.masked[low : self.verb.start])
        if before.endswith(",") or (low == self.sentence.start and len(before.split()) < 2):
            # "On 18 January, the signing of …", "The launch of …": the subject of the sentence.
            return True
        word = _LAST_WORD.search(before)
        if word is None:
            return False
        known, governor = lexicon(), word[0].lower()
        behind = self.document.text[self.verb.end : self.sentence.end]
        return governor in known.governors or (
            governor in known.weak_governors and bool(trigger_pattern().search(behind))
        )

    def _of(self, frame: Frame, group: VerbGroup, noun: EventNoun | None) -> EventMention | None:
        start, end = group.start, group.end
        if noun is not None and noun.end > end:
            end = noun.end
        text = self.document.text
        if frame.excluded is not None and frame.excluded.search(text, start, end + 30):
            return None
        if (
            noun is not None
            and MASK in self.document.masked[noun.start : noun.end]
            and frame.subjects
        ):
            return None
        return EventMention(frame.kind, self.sentence, Span(start, end), group, noun)


_DETERMINER = re.compile(r"\b(?:the|a|an|its|their|his|her|this|these|those|any|newly) \Z")
_BEFORE_BASE = re.compile(
    r"(?:[a-z]{3,}s|\b(?:they|we|who|that|and [A-Z]\w+|to|will|would|shall|must|may|might|can|"
    r"could|should|not|did|do|does|[a-z]+ly|then|also|jointly|together|both|now|soon|again|first|"
    r"today|yesterday|[A-Z]\w+day|and|or|[’']ll|week|month|year))(?: [a-z]+ly)? \Z"
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|this|that|first|second|third|new|next|last|joint|annual|"
    r"of|no|any|recent)|[’']s?) \Z"
)
#: Verbs whose subject may be the event itself.
_ALSO_OF_ITSELF = frozenset(
    {"opened", "closed", "concluded", "started", "ended", "finished", "resumed", "convened",
     "kicked off", "wrapped up", "launched", "ran", "met", "completed"}
)  # fmt: skip
_DETERMINED = re.compile(r"(?: (?:the|a|an|its|their|his|her|this)(?: [\w-]+){0,2})? \Z")
_LAST_WORD = re.compile(r"\w+\Z")
