"""Whether a clause reports an event: not wished, doubted, denied, asked, habitual or by the way."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.announcements.days import days_before
from loaders.extraction.announcements.mention import EventMention
from loaders.extraction.language.verb_groups import Tense
from loaders.extraction.language.vocabulary import ordered_words
from loaders.extraction.survey.article import Survey
from loaders.extraction.texts.document import ParagraphKind, Span

_FIRST_PARAGRAPHS = 3
_MOST_HEADINGS = 8
_RECENT_DAYS = 45


def is_real(survey: Survey, mention: EventMention) -> bool:
    """Whether the clause says that it happened, happens or will, once."""
    text, sentence = survey.document.text, mention.sentence
    if mention.group.denied or not _is_of_now(text, mention):
        return False
    if text[sentence.start : sentence.end].rstrip('”"’ ').endswith("?"):
        return False
    if _CAPTION.search(text, *sentence):
        return False
    if mention.group.tense is Tense.PERFECT and _SINCE.match(
        text, mention.trigger.end, sentence.end
    ):
        return False
    if _SO_FAR.search(text, max(sentence.start, mention.group.start - _NEAR), mention.trigger.end):
        return False
    relative = _relative_before(survey, mention)
    if relative and relative[0].startswith(","):
        return False
    if mention.group.tense is Tense.GERUND and not _is_adjunct(text, mention):
        return False
    if mention.kind == "statement" and mention.noun is None and not _of_nations(survey, mention):
        return False
    takes_up = mention.kind == "appointment" and not (mention.group.passive or mention.noun)
    before = text[sentence.start : mention.group.start]
    if takes_up and _BODY_BEFORE.search(before) and not _OF_BODY.search(before):
        return False
    if _is_deplored(mention, before):
        return False
    if mention.kind == "contract" and _BUDGET.search(before):
        return False
    if mention.kind == "policy" and mention.noun is None and not _is_by_lawgiver(survey, mention):
        return False
    if mention.kind == "visit" and not _DIGNITARY.search(text, *sentence):
        return False
    if mention.kind in _NOT_EXPECTED and text.startswith("would", mention.group.start):
        return False
    if _WOULD_IF.match(text, mention.group.start, sentence.end):
        return False
    if _HABIT.search(text, mention.trigger.start, min(sentence.end, mention.trigger.end + 60)):
        return False
    if mention.group.tense is Tense.NOMINAL and _AHEAD.search(before):
        return True
    return not _is_conditional(text, sentence, mention.group.start)


#: "Before the summit in Accra": the summit will be.
_AHEAD = re.compile(
    r"\b(?:[Bb]efore|[Aa]head of|[Uu]ntil) (?:a|an|the|its|their|\w+[’']s)(?: [\w’'-]+){0,5} \Z"
)


_WOULD_IF = re.compile(r"would\b.*\b(?:if|unless|were)\b")
#: "A statement that India had joined" tells it now; "had joined before" tells what went before.
_REPORTED = re.compile(r"\bthat (?:[\w’'-]+ ){1,6}\Z")


_ANNOUNCED_SINCE = frozenset({"accession", "agreement"})


def _is_of_now(text: str, mention: EventMention) -> bool:
    if mention.group.tense is not Tense.PLUPERFECT:
        return True
    if mention.kind not in _ANNOUNCED_SINCE:
        return False
    low = max(mention.sentence.start, mention.group.start - 70)
    return bool(_REPORTED.search(text[low : mention.group.start]))


_HABIT = re.compile(
    r"\b(?:every (?:\w+ )?(?:year|month|week|day|summer|spring)s?|annually|yearly(?= ?[,.;)])|"
    r"biannually|semi-?annually|quarterly|monthly(?! [a-z])|weekly(?! [a-z])|"
    r"each year|once a year|biennially|regularly|routinely|usually|typically|often)\b"
)
#: "Space Command has taken command of a station": no person takes up a post.
_BODY_BEFORE = re.compile(r"\b(?:Command|Force|Wing|Delta|Squadron|Cent(?:re|er)|Agency|NATO) \Z")
#: "Colonel Vik of the Norwegian Air Force took over": the body is only where the person is from.
_OF_BODY = re.compile(
    r"(?:\b(?:of|from|in|with)(?: the| [a-z]+ [A-Z][\w.]+)?(?: [A-Z][\w.’'-]+){1,5}|\)|,) \Z"
)
#: Whose travels are visits: not officers who move in, not tourists.
_DIGNITARY = re.compile(
    r"\b(?:[Pp]resident|[Mm]inisters?|[Pp]remier|[Ss]ecretary|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Pp]rince(?:ss)?|"
    r"[Dd]elegations?|[Cc]ommander|[Cc]hiefs?|[Cc]hair(?:man|woman)?|[Ll]eaders?|[Ee]nvoy|[Aa]mbassador|"
    r"[Oo]fficials?|[Dd]irector|[Aa]dministrator|[Cc]ounterparts?|[Rr]epresentatives|[Ss]tudents|"
    r"(?:Gen|Lt|Maj|Adm|Col|Brig|Sen|Rep|Dr|Mr|Ms|Mrs)\.|(?:state|official|working) visit|"
    r"General|Admiral|Marshal|Colonel|He|She|They|he|she|they)(?!\w)"
)
_COUNTED = re.compile(r"\b(?:nations|countries|allies|members|partners)\b")


def _of_nations(survey: Survey, mention: EventMention) -> bool:
    """Whether a commitment is renewed by the nations of a coalition, not by "the leaders"."""
    low, high = mention.sentence.start, mention.group.start
    return bool(_COUNTED.search(survey.document.text, low, high))


#: "Has provided over $12 billion since 2002": no single event.
_SINCE = re.compile(r"[^;]{0,160}\bsince \d{4}\b")
#: "Has so far signed only a letter": how things stand.
_SO_FAR = re.compile(r"\b(?:so far|to date|thus far)\b")
_NEAR = 20
#: "Condemned the test carried out in November": what is deplored is recalled.
_DEPLORED = re.compile(
    r"\b(?:concerns?|alarm|regret\w*|condemn\w*|denounc\w*|deplor\w*|criticis\w*|criticiz\w*|"
    r"protest\w*|outrage|dismay)\b[^,;]*\Z"
)


#: "The budget provides $20 million": nothing is ordered yet.
_BUDGET = re.compile(
    r"\b(?:[Bb]udget|[Bb]ill|[Aa]ppropriations?|[Ll]egislation|[Aa]ct|[Rr]equest|[Ee]stimates?)"
    r"(?: for [^,;]{1,30})?(?: [a-z]+)? \Z"
)
#: Who makes policy, if no nation is named: a firm that bans smoking does not.
_LAWGIVER = re.compile(
    r"\b(?:[Gg]overnments?|[Mm]inist(?:er|ers|ry|ries)|[Pp]arliament|[Cc]abinet|[Cc]ongress|[Ss]enate|"
    r"[Pp]resident|[Cc]ommission|[Cc]ouncil|[Nn]ations?|[Cc]ountr(?:y|ies)|[Ss]tates|[Aa]llies|"
    r"[Ll]aws?|[Rr]ules?|[Bb]ill|[Dd]ecree|[Dd]irective|[Ll]eaders|[Mm]embers|[Rr]egulators?|they|They|"
    r"[Aa]dministration|[Aa]ssembly|[Aa]gency|[Mm]oratorium|it|It|he|He|she|She|who|which)\b"
)


def _is_by_lawgiver(survey: Survey, mention: EventMention) -> bool:
    low, high = mention.sentence.start, mention.group.start
    if mention.group.passive:
        return True
    named = survey.mentions_in(low, high) or survey.coalition_mentions_in(low, high)
    return bool(named or _LAWGIVER.search(survey.document.text, low, high))


def _is_deplored(mention: EventMention, before: str) -> bool:
    return mention.group.tense is Tense.PARTICIPLE and bool(_DEPLORED.search(before))


#: What somebody says would be done or visited is no news of it yet.
_NOT_EXPECTED = frozenset({"operation", "visit"})
#: "Administrator Bill Nelson, left, and …": under a picture.
_CAPTION = re.compile(r", (?:(?:second|third|far|from) )*(?:left|right|center|centre),")
#: ", joining nine others", "with France becoming a member": told along with the main clause.
_ADJUNCT = re.compile(r"(?:, |\bwith (?:[\w’.-]+ ){1,6}|, and (?:[\w’.-]+ ){1,4})(?:\w+ly )?\Z")
_REACH = 110


def _is_adjunct(text: str, mention: EventMention) -> bool:
    low = max(mention.sentence.start, mention.group.start - 70)
    return bool(_ADJUNCT.search(text[low : mention.group.start]))


@cache
def _conditional() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in ordered_words("event_words", "unreal"))
    return re.compile(rf"\b(?:{words}|not|n[’']t)\b|n[’']t\b", re.IGNORECASE)


def _is_conditional(text: str, sentence: Span, start: int) -> bool:
    """Whether the clause opens with if, after, since …, or hangs on a wish or a refusal."""
    before = text[max(sentence.start, start - _REACH) : start]
    comma = max(before.rfind(edge) for edge in (", ", "; ", ": ", " that "))
    return bool(_conditional().search(before[comma + 1 :] if comma >= 0 else before))


def is_news(survey: Survey, mention: EventMention, when: str | None) -> bool:
    """Whether a real event is told for its own sake; `when` is the date in its clause, as EDTF.

    A year alone that is over, and what is told by the way without a day, are background.
    """
    past = days_before(survey, when)
    leads = _is_in_lead(survey, mention.sentence)
    if when and len(when) == 4 and past is not None and past > 0:
        return mention.kind in _OF_RECORD and _is_in_year(survey, mention)
    if not is_fresh(survey, mention, when):
        return False
    if _relative_before(survey, mention) and not _is_exact_or_recent(when, past):
        return False
    if when is None and mention.kind in _OF_A_LIFE and not leads and _is_of_life(survey, mention):
        return False
    tense, dated = mention.group.tense, when is not None
    if tense in (Tense.PARTICIPLE, Tense.GERUND):
        return dated
    if tense is Tense.NOMINAL:
        return dated or leads or mention.kind in _CEREMONIAL
    if tense is Tense.PRESENT:
        return dated or leads
    return True


def is_fresh(survey: Survey, mention: EventMention, when: str | None) -> bool:
    """Not if nations joined "later", "since": the history of a coalition takes a date."""
    if mention.kind != "accession":
        return True
    text = survey.document.text
    return when is not None or not _LATER.match(text, mention.trigger.end, mention.sentence.end)


_LATER = re.compile(r"[^.;]{0,60}\b(?:later|subsequently|since|afterwards|over the years)\b")
#: "He founded a firm, where he was elected president": somebody's life.
_OF_A_LIFE = frozenset({"establishment", "appointment", "contract", "conference", "operation"})
_PRONOUN = re.compile(r"\b(?:he|she|He|She|who) \Z")


def _is_of_life(survey: Survey, mention: EventMention) -> bool:
    low = max(mention.sentence.start, mention.group.start - 12)
    return bool(_PRONOUN.search(survey.document.text[low : mention.group.start]))


_IN_YEAR = re.compile(r"[^;]{0,90}?(?:\b(?:in|since) (?:early |late |mid-)?|\()\d{4}\b")
_YEAR_FIRST = re.compile(r"(?:[A-Z]\w+ ){0,2}[Ii]n \d{4}\b|Last year|[^,;]{0,40}\byears? ago\b")


def _is_in_year(survey: Survey, mention: EventMention) -> bool:
    """Whether the year goes with the verb: "was founded in 2014", not "the Act of 1952"."""
    text, sentence = survey.document.text, mention.sentence
    return bool(
        _YEAR_BEFORE.search(
            text, max(sentence.start, mention.group.start - 60), mention.group.start
        )
        or _IN_YEAR.match(text, mention.trigger.end, sentence.end)
        or _YEAR_FIRST.match(text, *sentence)
        or _YEARS_AGO.search(text, mention.trigger.end, sentence.end)
    )


#: "A 2014 memorandum signed by …".
_YEAR_BEFORE = re.compile(r"\b(?:a|the) \d{4} ")
_YEARS_AGO = re.compile(r"\b(?:years?|decades?) ago\b")
#: A year is all that history needs of these: "was founded in 2014".
_OF_RECORD = frozenset({"establishment", "policy", "strategy", "agreement", "accession"})
#: "at a signing ceremony", "the change of command": the noun alone is the news.
_CEREMONIAL = frozenset({"agreement", "appointment"})
#: "Oslo, where they agreed" goes on with the story; "Norway, which hosted talks" stops it.
_RELATIVE = re.compile(
    r"(?:(?:, (?:which|who|whose)| (?:which|who|whose)) (?:[\w’']+ ){0,3}|"
    r" that (?:[a-z]+ly |also )?)\Z"
)


def _relative_before(survey: Survey, mention: EventMention) -> re.Match[str] | None:
    if mention.group.tense is Tense.NOMINAL:
        return None
    low = max(mention.sentence.start, mention.group.start - 40)
    return _RELATIVE.search(survey.document.text[low : mention.group.start])


def _is_exact_or_recent(when: str | None, past: int | None) -> bool:
    if when is None:
        return False
    return (len(when.rstrip("~")) >= 10 and when[0] != "[") or (past or 0) <= _RECENT_DAYS


def _is_in_lead(survey: Survey, sentence: Span) -> bool:
    """Whether the sentence is of the headline or of the first paragraphs of the body."""
    document = survey.document
    index = document.paragraph_at(sentence.start)
    if index > _MOST_HEADINGS + _FIRST_PARAGRAPHS:
        return False
    body = sum(p.kind is not ParagraphKind.HEADING for p in document.paragraphs[: index + 1])
    return body <= _FIRST_PARAGRAPHS
