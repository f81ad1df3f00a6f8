"""The verbs of speech of one document with their subjects, and what stands around quotations."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.extraction.facts import SpeakerKind
from loaders.extraction.persons.names import NameKind, Names
from loaders.extraction.speech.following_subjects import REACH
from loaders.extraction.speech.run_subjects import Subject
from loaders.extraction.speech.subjects import ASKED, Subjects
from loaders.extraction.speech.unlisted_nouns import is_unlisted
from loaders.extraction.speech.verbs import (
    BEFORE_SAYING,
    GOING_ON,
    VerbForm,
    VerbUse,
    find_verbs,
    previous_word,
)
from loaders.extraction.texts.document import MASK, Document, ParagraphKind, Quotation, Span

ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s quoted by)"
    r"(?! (?:plan|schedule|protocol|need|custom|tradition|law|rules)\b)(?= [\w])"
)
ONLY_ADVERBS = re.compile(
    r"[\s,—–-]*(?:(?:[a-z]+ly|also|then|later|once|has|had|have)[\s,]+){0,3}\Z"
)
#: A verb's own reported clause, with or without "that".
OWN_REPORT = re.compile(
    r" (?:that )?(?:there|he|she|it|they|we|the|a|an|his|her|its|their|no|such|this|these|those|"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*)\b(?: [\w.’'-]+){0,6}? (?:is|are|was|were|can|could|will|"
    r"would|"
    r"has|have|had|must|should|may|might|cannot|(?:do|does|did|is|are|was|were|ca|wo|"
    r"would)n[’']t)\b"
)
#: "Efe quoted Duterte as saying": Duterte speaks.
_AS_SAYING = re.compile(r" [^,.;:¤]{2,60}? as (?:saying|telling)\b")
#: "Nkabinde was quoted by the daily as saying": Nkabinde speaks.
_QUOTED = re.compile(
    r" (?:was|were|is|are|has been|have been) (?:[a-z]+ly )?(?:quoted|cited|reported)"
    r"(?: (?:by|in|on) [^,.;:¤]{2,60})? as\Z"
)
#: "issued a statement calling it": whoever issued it.
_ISSUED = re.compile(
    r" (?:issued|issues|released|releases|published|posted|put out|sent(?: out)?|circulated|wrote|"
    r"signed|filed|made|gave|delivered|read(?: out)?|tweeted|shared)\s\Z"
)
#: "He went on to say": whoever went on.
_GOING_ON = re.compile(rf"\b{GOING_ON} to \Z")
_FIRST_PERSON = re.compile(r"\b(?:I|we|you|We|You)(?: [a-z]+ly| also| have| had| just)? \Z")


def _find_according(masked: str) -> list[int]:
    """Where "according to" and its like end; most texts have few, so plain search finds them."""
    found = []
    for phrase in ("ccording to", "n the words of", "s quoted by"):
        at = masked.find(phrase)
        while at >= 0:
            match = ACCORDING.match(masked, at - 1) if at else None
            if match is not None:
                found.append(match.end())
            at = masked.find(phrase, at + len(phrase))
    return sorted(found)


_ATTRIBUTION_TAIL = re.compile(
    r"(?:[ ,]+(?:on|in|at|to|after|during|before|of|with|via|from|by|this|last|earlier|late|"
    r"reporters|lawmakers|journalists|the|a|an|his|her|their|its|when|while|as|[A-Z]|[a-z]+ly\b|"
    r"[a-z]+ing\b|again|today|yesterday|simply|it\b|him\b|"
    r"me\b|us\b|them\b|\d).*)?[.\s]*\Z",
    re.S,
)


_BARE_ATTRIBUTION = re.compile(
    r" (?:he|she|they|it|the (?:[a-z]+ ){0,2}?[a-z]+|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+) "
    r"(?:said|says|added|adds|stated|reads?|told|noted|warned|explained|wrote|tweeted)"
    r"(?: [^,.;:¤\n]{1,60})?\.?(?:\n|\Z)"
    r"| (?:said|says|added|asked|wrote) (?:[A-Z][\w.’'-]+ ?){1,5}[.,\n]"
)


_IN_STATEMENT = re.compile(
    r",? (?:on [A-Z]\w+,? )?(?:in|through|via) (?:a|an|its|their|his|"
    r"her) (?:[\w-]+ ){0,2}(?:statement|"
    r"release|letter|tweet|communique|communiqué|message|post) (?:(?:titled|"
    r"entitled) [^.\n]{2,120}?,? ?|"
    r"signed|issued|released|sent|made|shared|"
    r"posted|read)(?: on [A-Z]\w+| in [A-Z]\w+)? by\b"
)
_FINITE_NEXT = re.compile(
    r" (?:had|has|have|was|were|is|are|will|would|could|can|should|might|must|may|did|does|do)\b"
)
_IS = re.compile(r" (?:is|are|was|were|had been|has been|will be|would be)\b")
_CRITICISED = re.compile(
    r" (?P<be>(?:was|were|is|are|has been|have been) "
    r"(?:[a-z]+ (?:night|week|month|year) |[a-z]+ly )?)?"
    r"(?P<verb>(?:criticis|criticiz|condemn|ridicul|mock|attack|slamm|blast|denounc|blam|prais|"
    r"thank|rebuk|lambast|rapp|pann|castigat|chid|scold|accus)ed)(?= )[^,;:¤]*? (?:for|of) \Z"
)
_WHO = re.compile(r"(?P<who>\bwho)\b[^,;:¤]*\Z")
_ASIDES = frozenset({"after", "when", "while", "because", "before", "if", "since", "once"})
_NO_OWN_WORDS = re.compile(f"[ {MASK}—–-]*+")
_LONGEST_SUBJECT, _LONGEST_TITLE, _WIDEST_GAP = 60, 160, 40
#: What follows these is whom the words are said to.
_ADDRESSING = frozenset(
    {"tell", "inform", "remind", "assure", "reassure", "ask", "urge", "question"}
)
_GOVERNING = frozenset({"against", "at", "to", "from", "about", "over", "on", "for", "towards"})
_NO_CLAUSE = re.compile(
    r"(?:,(?! (?:adding|noting|saying|warning|stressing|and|but|though|while)\b)"
    r"|(?: (?:of|in|at|from|on|for|with|during|after|who|as|to)\b"
    r"(?:(?!\b(?:is|are|was|were|had|has|have|would|will|could|should|must|may|might|can)\b).)*"
    r"|[.\s]*)\Z)",
    re.S,
)


class VerbSubjects:
    """Who is the subject of each verb of speech, looked up once each."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document = document
        self.masked = document.masked
        self.names = names
        self.subjects = Subjects(document.masked, names)
        self.verbs = find_verbs(document.text, document.masked)
        self.verb_starts = [verb.start for verb in self.verbs]
        #: Where the first word of its own stands in the sentence that begins at an offset.
        self._own_words: dict[int, int] = {}
        self._memo: dict[int, Subject | None] = {}
        self._full_surnames: frozenset[str] | None = None
        self.according_ends = _find_according(document.masked)
        #: Set once it is known which quotations are statements, and which of these direct ones.
        self.statement_starts: list[int] = []
        self.direct_starts: set[int] = set()

    def subject_of(self, index: int) -> Subject | None:
        """The subject of the verb with this index."""
        if index not in self._memo:
            self._memo[index] = None
            self._memo[index] = self._find_subject(index)
        return self._memo[index]

    def _find_subject(self, index: int) -> Subject | None:
        verb = self.verbs[index]
        sentence = self._sentence(verb.start)
        low = self.after_quotation(sentence.start, verb.start)
        if going := _GOING_ON.search(self.masked, max(low, verb.start - 24), verb.start):
            return self.subjects.before(low, going.start())
        if verb.verb.base in ("quote", "cite") and _AS_SAYING.match(self.masked, verb.end):
            return self.subjects.after(verb.end, self._stop(verb.end, sentence.end))
        if verb.verb.form is VerbForm.PARTICIPLE:
            return self._subject_of_participle(index, verb, sentence, low)
        if ONLY_ADVERBS.match(self.masked, low, verb.start):
            return self.subjects.after(verb.end, self._stop(verb.end, sentence.end))
        found = self._ending_sentence(verb, sentence) or (
            self._of_statement(sentence.start, verb.start) or self.subjects.before(low, verb.start)
        )
        if found is None and _FIRST_PERSON.search(
            self.masked, max(low, verb.start - 24), verb.start
        ):
            return None
        if found is None and low > sentence.start:
            found = self.subjects.first(sentence.start, verb.start)
        if found is None and verb.verb.saying:
            found = self._inverted(verb, sentence) or self.subjects.first(low, verb.start)
        if found is None and verb.verb.saying and ASKED.match(self.masked, sentence.start):
            found = self._of_sentence_before(sentence)
        if found is not None and found.noun and not found.run:
            found = self._whom_headline_names(found) or found
        if found is not None and not verb.verb.saying and is_unlisted(found):
            # "a Hebrew term used to describe …": only saying makes a speaker of any noun.
            return None
        return found

    def _blamed(self, low: int, verb: VerbUse) -> Subject | None:
        """ "criticised Roe for saying …", "Roe was ridiculed for insisting …": Roe says so."""
        near = max(low, verb.start - REACH)
        match = _CRITICISED.search(self.masked, near, verb.start)
        if match is None:
            return None
        if match.group("be"):
            return self.subjects.before(low, match.start())
        return self.subjects.after(match.end("verb"), verb.start)

    def _whom_headline_names(self, found: Subject) -> Subject | None:
        """ "Ann Roe condemns court, says “…”": a headline's name, not the noun behind its verb."""
        paragraph = self.document.paragraphs[self.document.paragraph_at(found.start)]
        run = self.subjects.run_from(found.start)
        if paragraph.kind is not ParagraphKind.HEADING or run is None or run.end >= found.end:
            return None
        named = run.parsed.kind is NameKind.PERSON and len(run.parsed.tokens) > 1
        return self.subjects.of_run(run) if named else None

    def _of_sentence_before(self, sentence: Span) -> Subject | None:
        """ "Roe hedged, saying …. But asked when, added: …": whoever spoke just before."""
        at = bisect_left(self.verb_starts, sentence.start) - 1
        if at < 0 or self.verbs[at].start < self._sentence(sentence.start - 2).start:
            return None
        return self.subject_of(at) if self.verbs[at].verb.saying else None

    def _ending_sentence(self, verb: VerbUse, sentence: Span) -> Subject | None:
        """ "…, said senior officials in Bonn.": nothing with a verb of its own follows."""
        if not verb.verb.saying or verb.verb.form is VerbForm.BASE or verb.verb.base in _ADDRESSING:
            return None
        if self.masked[max(sentence.start, verb.start - 2) : verb.start] != ", ":
            return None
        found = self.subjects.after(verb.end, self._stop(verb.end, sentence.end))
        if found is None or found.pronoun:
            return None
        opening = self.masked[found.start : found.end].split(" ", 1)[0]
        if opening in ("his", "her", "its", "their") and is_unlisted(found):
            return None  # "Roe touted it, repeated his vow to go"
        if opening.endswith("ing"):
            return None  # ", who asked not to be named, acknowledged receiving a letter"
        quoted = self.masked.find(MASK, found.end, min(sentence.end, found.end + _LONGEST_TITLE))
        if quoted < 0 and sentence.end - found.end > _LONGEST_TITLE:
            return None
        if self.masked[verb.end : verb.end + 1] != " " or found.start - verb.end > _WIDEST_GAP:
            return None
        return found if _NO_CLAUSE.match(self.masked, found.end, sentence.end) else None

    def _of_statement(self, low: int, position: int) -> Subject | None:
        """ "The party in a statement signed by its secretary, Ann Roe, claimed": the party."""
        near = min(position, low + _LONGEST_SUBJECT + _LONGEST_TITLE)  # time grows with the text
        match = _IN_STATEMENT.search(self.masked, low, near)
        if match is None or match.start() - low > _LONGEST_SUBJECT:
            return None
        return self.subjects.ending_at(low, match.start())

    def _inverted(self, verb: VerbUse, sentence: Span) -> Subject | None:
        """ "…, said Raman": the verb stands right after the clause's comma."""
        before = self.masked[max(sentence.start, verb.start - 2) : verb.start].strip()
        if before not in (",", "—", "–") or verb.verb.form is VerbForm.BASE:
            return None
        found = self.subjects.after(verb.end, self._stop(verb.end, sentence.end))
        if found is not None and _FINITE_NEXT.match(self.masked, found.end):
            return None  # "The supplier, reached by phone, said both had gone."
        return found

    def _subject_of_participle(
        self, index: int, verb: VerbUse, sentence: Span, low: int
    ) -> Subject | None:
        """ "Smith left, saying …", "with Smith saying …", "Smith was quoted as saying …"."""
        if ONLY_ADVERBS.match(self.masked, sentence.start, verb.start):
            # "Calling it “a stunt”, Roe said …": whoever the main clause is about.
            comma = self.masked.find(",", verb.end, sentence.end)
            if comma < 0:
                return None
            return self.subjects.first(comma + 1, sentence.end)
        before = self.masked[max(low, verb.start - 24) : verb.start].rstrip()
        if (word := before.rsplit(" ", 1)[-1]) in BEFORE_SAYING:
            if word in ("for", "of") and (blamed := self._blamed(low, verb)):
                return blamed
            if relative := _WHO.search(self.masked, max(low, verb.start - REACH), verb.start):
                return self.subjects.before(low, relative.end("who"))
            return self.subjects.first(sentence.start, verb.start)
        if verb.verb.base == "add" and (found := self._of_finite_before(index, sentence)):
            return found  # "He said they blamed Mackay adding: …"
        if before and before[-1] not in ",—–-" + MASK:
            end = verb.start - (3 if before.endswith(" as") else 0)
            near = max(low, verb.start - REACH)
            if quoted := _QUOTED.search(self.masked, near, verb.start - 1):
                return self.subjects.before(low, quoted.start())
            found = self.subjects.before(low, end)
            if (
                found is not None
                and found.kind is SpeakerKind.DOCUMENT
                and (issued := _ISSUED.search(self.masked, near, found.start))
            ):
                return self.subjects.before(low, issued.start()) or found
            if found is not None and not self._is_governed(found, low):
                return found
        for at in range(index - 1, max(index - 5, -1), -1):
            if self.verbs[at].start < sentence.start:
                break
            if self.verbs[at].verb.form is not VerbForm.PARTICIPLE and not self._is_aside(at):
                return self._of_reported_clause(at, verb) or self.subject_of(at)
        found = self.subjects.first(sentence.start, verb.start)
        return found or self.subjects.last_person(sentence.start, verb.start)

    def _is_aside(self, index: int) -> bool:
        """ "Roe mocked Gill after he defended it, charging …": who defended it charges nothing."""
        subject = self.subject_of(index)
        if subject is None or not subject.pronoun:
            return False
        return previous_word(self.masked, subject.start) in _ASIDES

    def _of_finite_before(self, index: int, sentence: Span) -> Subject | None:
        """The subject of the sentence's finite verb of saying that stands last before a verb."""
        for at in range(index - 1, max(index - 5, -1), -1):
            verb = self.verbs[at]
            if verb.start < sentence.start:
                break
            if verb.verb.saying and verb.verb.form is not VerbForm.PARTICIPLE:
                return self.subject_of(at)
        return None

    def _is_governed(self, subject: Subject, low: int) -> bool:
        """ "Martin hit out against Sinn Féin stating …": who was hit does not state."""
        start = subject.run.lead if subject.run else subject.start
        return previous_word(self.masked, start) in _GOVERNING and start > low

    def _of_reported_clause(self, index: int, verb: VerbUse) -> Subject | None:
        """ "Roe pointed out that the MP Doe had written, alleging …": Doe alleges."""
        reporting = self.verbs[index]
        if (
            not self.masked.startswith(" that ", reporting.end)
            or MASK in (self.masked[reporting.end : verb.start])
        ):
            return None
        found = self.subjects.first(reporting.end + 6, verb.start)
        named = found is not None and found.run is not None and found.kind is SpeakerKind.PERSON
        if found is not None and _IS.match(self.masked, found.end):
            return None  # "Roe suggested that Doe was alarmed, implying …": Roe implies.
        return found if named else None

    def after_quotation(self, low: int, position: int) -> int:
        """The end of the last quoted stretch between `low` and `position`, else `low`."""
        return max(low, self.masked.rfind(MASK, max(low, position - REACH), position) + 1)

    def _sentence(self, position: int) -> Span:
        return self.document.sentences[self.document.sentence_at(position)]

    def _stop(self, position: int, end: int) -> int:
        quoted = self.masked.find(MASK, position, min(end, position + REACH))
        return quoted if quoted >= 0 else min(end, position + REACH)

    def can_close_speech(self, quotation: Quotation) -> bool:
        """Whether the quoted words end as speech does: a stop inside the mark, a comma after it."""
        last = self.masked_last(quotation)
        following = self.document.text[quotation.outer_end : quotation.outer_end + 2].lstrip()[:1]
        if last in ",?!—–…-.;:" or following in (",", "—", "–", "-"):
            return True
        # “We were informed of the plot” the statement reads.
        return _BARE_ATTRIBUTION.match(self.masked, quotation.outer_end) is not None

    def masked_last(self, quotation: Quotation) -> str:
        """The last character of the quoted words, nested marks aside."""
        end = quotation.end
        text = self.document.text
        while end > quotation.start + 1 and text[end - 1] in "'’\"” )":
            end -= 1
        return text[end - 1]

    def _reports(self, verb: VerbUse) -> bool:
        """Whether the verb has words of its own to report: X said: "…", X said that …."""
        rest = self.masked[verb.end : verb.end + 6].split("\n", 1)[0].lstrip()
        return rest.startswith((":", MASK, "that ")) or (
            rest[:1] == "," and MASK in self.masked[verb.end : verb.end + 3]
        )

    def _is_short(self, verb: VerbUse) -> bool:
        end = self._sentence(verb.start).end
        if end - verb.end > 90 or self._reports(verb):
            return False
        return _ATTRIBUTION_TAIL.match(self.masked, verb.end, end) is not None

    def _has_verb(self, start: int, end: int) -> bool:
        index = bisect_left(self.verb_starts, start)
        return index < len(self.verbs) and self.verbs[index].start < end

    def is_own_sentence(self, quotation: Quotation) -> bool:
        """Whether the quotation opens its sentence."""
        start = self._sentence(quotation.outer_start).start
        if start not in self._own_words:  # once a sentence: it may hold thousands of quotations
            blank = _NO_OWN_WORDS.match(self.masked, start)
            self._own_words[start] = blank.end() if blank else start
        return self._own_words[start] >= quotation.outer_start
