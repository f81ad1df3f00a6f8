"""What a verb of the lexicon reports in its sentence: the first of its frames that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from loaders.extraction.announcements.arguments import object_of, place_of, subject_of
from loaders.extraction.announcements.event_noun import EventNoun
from loaders.extraction.announcements.headlines import is_heading, opens_with_day
from loaders.extraction.announcements.lexicon import (
    Frame,
    day_between,
    day_told,
    frames_beside,
    lexicon,
    words_behind,
)
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.announcements.relatives import noun_before, noun_of_relative
from loaders.extraction.dates.calendar import trigger_pattern
from loaders.extraction.language.inflection import Form
from loaders.extraction.language.verb_groups import FINITE, Tense, VerbGroup, verb_group
from loaders.extraction.texts.document import MASK, Document, Span


class VerbInSentence(NamedTuple):
    """One verb in its sentence: `readable` is the text without what is only quoted, `classes` are
    those of all nouns of the sentence.
    """

    document: Document
    readable: str
    nouns: Sequence[EventNoun]
    classes: frozenset[str]
    sentence: Span
    verb: Span

    def mention(self, printed: str) -> EventMention | None:
        """The event that the first fitting frame sees in the verb, if one fits."""
        known = lexicon()
        verb = known.nominalisations.get(printed)
        if verb and (behind := _behind_noun(verb).match(self.document.text, self.verb.end)):
            return self._nominal(known.frames.get(verb, ()), behind.end())
        if whole := self._with_last_word(printed):
            verb_and_word, end = whole
            apart = self._replace(verb=Span(self.verb.start, end))
            if found := apart.mention(verb_and_word):
                return found
        without_day: str | None = None
        for verb, form in known.forms.get(printed, ()):
            text, span = self.document.text, (self.verb.end, self.sentence.end)
            asked = words_behind(verb)
            plain = asked is None or asked.match(text, *span)
            if without_day is None and (not plain or asked is None):
                without_day = self._without_day()
            if not (plain or (asked and without_day and asked.match(without_day))):
                continue
            # The words that a frame asks for right behind the verb are there.
            fitting = [
                frame
                for frame in frames_beside(verb, self.classes)
                if frame.after is None
                or frame.after.match(text, *span)
                or (without_day and frame.after.match(without_day))
            ]
            if not fitting or self._is_noun(form):
                continue
            group = verb_group(
                self.readable, self.sentence.start, self.verb.start, self.verb.end, form
            )
            for frame in fitting:
                if found := self._fitted(frame, group, form):
                    return found
        return None

    def _with_last_word(self, printed: str) -> tuple[str, int] | None:
        """The verb with its last word, and where that ends: "signed off on Monday on"."""
        text, end = self.document.text, self.verb.end
        if printed.endswith(" on"):
            # Of "signed off on Monday on" the first "on" is the day's.
            printed, end = printed.removesuffix(" on"), end - len(" on")
        if printed not in lexicon().split:
            return None
        day = day_between().match(text, end, self.sentence.end)
        if day is None or day["object"]:
            return None
        last = _WORD.match(text, day.end())
        whole = f"{printed}{last[0]}" if last else ""
        return (whole, day.end() + len(last[0])) if last and whole in lexicon().forms else None

    def _without_day(self) -> str:
        """What stands behind the verb without a day that stands near; empty if none does."""
        text, end = self.document.text, self.verb.end
        day = day_between().match(text, end, self.sentence.end)
        return f"{day['object'] or ''}{text[day.end() : self.sentence.end]}" if day else ""

    def _is_noun(self, form: Form) -> bool:
        """Whether "chair", "visit" or "the closing session" only looks like a verb."""
        text, start = self.readable, self.verb.start
        before = text[max(self.sentence.start, start - 30) : start]
        if form.past or form.participle:
            # "the planned launch", "a signed copy"
            return bool(_DETERMINER.search(before))
        if form.third and not form.base:
            return bool(_BEFORE_PLURAL.search(before))
        if form.base and _LISTED.search(before):
            return True
        if form.base and start > self.sentence.start:
            if is_heading(self.document, start) or opens_with_day(text, self.sentence.start):
                named = lexicon().classes.get(text[start : self.verb.end], frozenset())
                return "body" in named or bool(
                    _BEFORE_NOUN.search(before) or _BEHIND_PREPOSITION.search(before)
                )
            return not (_BEFORE_BASE.search(before) or _HELPING.search(before))
        if form.ing and text.startswith("eeting", start + 1):
            # "Proposed a summit meeting in a third country"
            return not _BEFORE_MEETING.search(before)
        return bool(_BEFORE_NOUN.search(before))

    def _fitted(self, frame: Frame, group: VerbGroup, form: Form) -> EventMention | None:
        if frame.voice == "passive" and not group.passive:
            if not (group.bare and form.participle and not frame.objects):
                return None
            text, start, end = self.document.text, self.sentence.start, self.verb.end
            if _OBJECT_NEXT.match(text, end):
                return None
            if _APPOSED.search(text, start, self.verb.start) and _LAST.match(text, end):
                # "It never answered, the director, Paul Roe, admitted on Thursday."
                return None
            group = group._replace(tense=Tense.PARTICIPLE, passive=True)
        if frame.voice == "active" and group.passive:
            return None
        if frame.tense and group.tense != frame.tense:
            return None
        if not frame.nouns:
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
            if noun is None and group.tense is Tense.PARTICIPLE:
                # "to join the talks expected to take place in May"
                noun = noun_before(text, self.nouns, group.start, frame.subjects)
            return self._of(frame, group, noun) if noun else None
        if not group.passive or frame.dative:
            noun = object_of(text, self.nouns, after, frame.objects, frame.loose)
            if noun and self._is_followed(frame, noun):
                return self._of(frame, group, noun)
            if noun is None and (gap := self._with_gap(frame, group)):
                return gap
        if frame.then is not None and not frame.then.match(text, self.verb.end, end):
            return None
        if group.passive:
            noun = None
            if group.tense is Tense.INFINITIVE:
                # "On KS-2, a satellite to be launched in June".
                noun = noun_before(text, self.nouns, group.start, frame.objects)
            noun = noun or self._subject(group, frame.objects)
            return self._of(frame, group, noun) if noun else None
        if group.bare and form.participle and (opened := self._behind_opening(frame)):
            noun = object_of(text, self.nouns, (opened, end), frame.objects, frame.loose)
            told = group._replace(tense=Tense.PAST, passive=True)
            return self._of(frame, told, noun) if noun else None
        if group.bare and form.participle and frame.voice != "active" and self._is_reduced():
            # "the conference hosted by …", "Contract awarded": a participle behind its noun.
            noun = noun_before(text, self.nouns, self.verb.start, frame.objects)
            reduced = group._replace(tense=Tense.PARTICIPLE, passive=True)
            return self._of(frame, reduced, noun) if noun else None
        return None

    def _behind_opening(self, frame: Frame) -> int | None:
        """Where the event stands behind "Signed on Tuesday:", if the verb opens the sentence so."""
        if self.verb.start != self.sentence.start:
            return None
        text, span = self.document.text, (self.verb.end, self.sentence.end)
        opening = _LABEL.match(text, *span)
        if opening is None:
            opening = _FRONTED.match(text, *span)
        return opening.end() if opening else None

    def _with_gap(self, frame: Frame, group: VerbGroup) -> EventMention | None:
        """ "the pact that Kenya and Peru signed on Monday": told by the way, with its day."""
        text, low = self.document.text, self.sentence.start
        asks_for_object = bool(frame.objects) and frame.then is None and group.tense in FINITE
        if not (asks_for_object and _NO_OBJECT.match(text, self.verb.end)):
            return None
        noun = noun_of_relative(text, self.nouns, (low, group.start), frame.objects)
        tense = Tense.FUTURE if group.tense is Tense.FUTURE else Tense.PARTICIPLE
        told = group._replace(tense=tense, passive=True)
        return self._of(frame, told, noun) if noun else None

    def _is_reduced(self) -> bool:
        """Whether "opened" is a participle: always with "by", but not in "the office opened"."""
        text, end = self.document.text, self.verb.end
        if _OBJECT_NEXT.match(text, end):
            return False
        if object_of(text, self.nouns, (end, self.sentence.end), _PAPERS):
            # "The agency signed cooperation agreements with its neighbours".
            return False
        stands_alone = text[self.verb.start : end] in _ALSO_OF_ITSELF
        aside = text.endswith(", ", 0, self.verb.start)
        if aside and _BEHIND_ASIDE.search(text, self.sentence.start, self.verb.start):
            return False
        return aside or text.startswith(" by ", end) or not stands_alone

    def _subject(self, group: VerbGroup, classes: frozenset[str]) -> EventNoun | None:
        return subject_of(self.document.text, self.nouns, self.sentence.start, group.start, classes)

    def _is_followed(self, frame: Frame, noun: EventNoun) -> bool:
        """Whether the words that the frame asks for behind the noun are there."""
        return frame.then is None or bool(
            frame.then.match(self.document.text, noun.end, self.sentence.end)
        )

    def _nominal(self, frames: Sequence[Frame], start: int) -> EventMention | None:
        """ "the signing of a treaty", where words around it say that it happened."""
        text = self.document.text
        if not self._is_governed():
            return None
        span = (start - 1, self.sentence.end)
        for frame in frames:
            if not frame.objects or (frame.after and not frame.after.match(text, *span)):
                continue
            noun = object_of(text, self.nouns, span, frame.objects, frame.loose)
            if noun and self._is_followed(frame, noun):
                group = VerbGroup(*self.verb, Tense.NOMINAL, True, True, False)
                return self._of(frame, group, noun)
        return None

    def _is_governed(self) -> bool:
        low = max(self.sentence.start, self.verb.start - 50)
        before = _DETERMINED.sub("", self.readable[low : self.verb.start])
        if before.endswith((",", "—", "–")) or (
            low == self.sentence.start and len(before.split()) < 2
        ):
            # "On 18 January, the signing of …", "The launch of …": the subject of the sentence.
            return True
        behind = self.document.text[self.verb.start - _DAY_BEFORE : self.sentence.end]
        before = _DAY_BETWEEN.sub("", before)
        if _OF_NAMED.search(before):
            # "Kenya's July 14 signing of …": whoever did it on a day did it.
            return bool(trigger_pattern().search(behind))
        word = _LAST_WORD.search(before)
        if word is None:
            return False
        known, governor = lexicon(), word[0].lower()
        return governor in known.governors or (
            governor in known.weak_governors and bool(trigger_pattern().search(behind))
        )

    def _of(self, frame: Frame, group: VerbGroup, noun: EventNoun | None) -> EventMention | None:
        start, end = group.start, group.end
        if noun is not None and noun.start < start < noun.end < end:
            # "The next is planned": its adverb is the noun.
            start = noun.end + 1
            group = group._replace(start=start)
        if noun is not None and noun.end > end:
            end = noun.end
        text = self.document.text
        if frame.excluded is not None and frame.excluded.search(text, start, end + 30):
            return None
        if noun is not None and MASK in self.readable[noun.start : noun.end] and frame.subjects:
            return None
        return EventMention(frame.kind, self.sentence, Span(start, end), group, noun)


@cache
def _behind_noun(verb: str) -> re.Pattern[str]:
    """What joins a noun made from a verb to its object: "signing of", "accession to"."""
    _, _, preposition = verb.partition(" ")
    if preposition in ("to", "from"):
        return re.compile(r" (?:to|into|from) ")
    return re.compile(rf"(?: (?:{day_told()}),?)? of | on the (?=\w)")


_PAPERS = frozenset({"document", "paper", "statement"})
#: "Signed on Tuesday: an agreement …".
_LABEL = re.compile(r"(?: (?:on|in|at|last|this|today|yesterday)\b[^:,.]{0,30})?:(?= )")
#: "Released Monday with little fanfare, the policy".
_FRONTED = re.compile(
    r" (?!by )[^,;:]{2,60},(?: (?:with|under|by|at|following|after|as|on) [^,;:]{2,90},)?"
    r"(?= (?:the|its|this|[A-Z][\w.-]+[’']s?) )"
)
#: Behind the verb stands no object: "signed on Monday", "opened in Oslo will".
_NO_OBJECT = re.compile(
    r"[,.]|\Z| (?:on|in|at|from|between|during|last|next|later|this|earlier|yesterday|today|"
    r"here|there|to (?!the|an?\b)|will|would|is|are|was|were|has|have|had|can|may|aims?|covers?|"
    r"[A-Z]\w+day|[A-Z][a-z]{2,8}\.? \d)\b"
)
#: "NATO endorsed forty proposals": with an object the verb is active.
_OBJECT_NEXT = re.compile(
    r" (?:an?|the|its|their|his|her|new|several|many|more than|both|"
    r"that (?!(?:same )?(?:year|month|week|day|morning|spring|summer|autumn|fall|winter)\b)|"
    r"(?:two|three|four|five|six|seven|"
    r"eight|nine|ten|[a-z]+(?:teen|ty)) (?!years?|days?|weeks?|months?|decades?))\b"
)
_APPOSED = re.compile(r", [^,;]{2,60}, \Z")
_LAST = re.compile(r"[^,;.]*\.")
#: "Kenya, which joined the bank in May, opened talks": behind the clause the main verb comes.
_BEHIND_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,;]*, \Z")
_DETERMINER = re.compile(r"\b(?:the|a|an|its|their|his|her|this|these|those|any|newly) \Z")
#: "Held bilateral talks", "after the talks": a plural, no third person.
_BEFORE_PLURAL = re.compile(
    r"(?:[’']s?|\b(?:[Tt]he|[Bb]oth|[Aa]ll|[Tt]hese|held|hold|holds|holding|had|have|of|for|the|in|during|after|their|its|his|her|new|more|"
    r"peace|security|trade|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|"
    r"[Ee]leven|[Tt]welve|[Ss]everal|[Mm]any|[a-z]{3,}al|[a-z]{3,}ed|[a-z-]+-level)) \Z"
)
#: "Buses, payloads and launch slots".
_LISTED = re.compile(r", [\w-]+s,? (?:and|or) \Z")
_HELPING = re.compile(r"\b(?:help(?:ed|s)|saw|sees) (?:(?:the |and )?[A-Z]\w+ ){0,3}\Z")
_BEFORE_BASE = re.compile(
    r"(?:[a-z]{3,}s|\b(?:they|we|who|that|and [A-Z]\w+|to|will|would|shall|must|may|might|can|"
    r"could|should|not|did|do|does|and the [A-Z][\w.]+|[a-z]+ly|next|then|also|jointly|together|"
    r"both|now|soon|again|first|today|yesterday|[A-Z]\w+day|and|or|[’']ll|week|month|year))"
    r"(?: [a-z]+ly)? \Z"
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|this|that|first|second|third|new|next|last|joint|annual|"
    r"of|no|any|recent|only|sole|main|own|same|single)|[’']s?) \Z"
)
_BEFORE_MEETING = re.compile(
    r"(?:\A|[,;:] |\b(?:after|by|upon|before|without|is|are|was|were|be|been|[a-z]+ly|also|while|"
    r"when|started|began|[Aa]fter|[Bb]y) )\Z"
)
_BEHIND_PREPOSITION = re.compile(r"\b(?:on|for|in|at|with|from|by|after|before|over|ahead of) \Z")
#: Verbs whose subject may be the event itself.
_ALSO_OF_ITSELF = frozenset(
    {"opened", "closed", "concluded", "started", "ended", "finished", "resumed", "convened",
     "kicked off", "wrapped up", "launched", "ran", "met", "completed", "joined", "rejoined"}
)  # fmt: skip
_WORD = re.compile(r" \w+")
_DAY_BEFORE = 20
#: "Announced on Monday the creation of …".
_DAY_BETWEEN = re.compile(r"(?: (?:on|last|this))? (?:[A-Z]\w+day|today|yesterday|week|month)\Z")
_OF_NAMED = re.compile(
    r"(?:\b[A-Z][\w.-]+(?:[’']s|s[’'])|\b(?:countr(?:y|ies)|nations?|alliance|governments?)[’']s?)"
    r"(?: (?:[A-Z][\w.]+ )?\d{1,2}| [a-z]+){0,2}\Z"
)
_DETERMINED = re.compile(
    r"(?:(?: |\A)(?:[Tt]he|an?|its|their|his|her|this)(?: [\w-]+){0,2}"
    r"(?: [A-Z][a-z]{2,8}\.? \d{1,2})?)? \Z"
)
_LAST_WORD = re.compile(r"\w+\Z")
