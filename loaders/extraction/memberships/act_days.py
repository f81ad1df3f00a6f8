"""Whether a sentence tells of a coming, a standing or a leaving, and the day that goes with it.

A standing has a day of its own where the sentence says since when it holds, until when, or when
those who have it founded the body: "has belonged to it since 2019", "was a member until 2024".
"""

from __future__ import annotations

import re

from loaders.extraction.dates.distances import SOME_TIME_FROM
from loaders.extraction.dates.precision import DAY_LONG
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.memberships.dates import time_of
from loaders.extraction.memberships.founding_days import TAKES_EFFECT, day_of_founders, day_of_known
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Told
from loaders.extraction.survey.clauses import Clause

_SINCE = re.compile(
    r"(?:[^.;Ⓝ]{0,50}?(?:, (?:a|an|which|something|the) [^.;Ⓝ]{0,50}?\b(?:have|has|had)\b"
    r"[^.;Ⓝ,]{0,40}?)?\b(?:since|(?:with effect|effective|as) from)"
    r"|(?:[’']s)? (?:(?:[a-z]+ )?as an? (?:[\w-]+ ){1,3})?from) "
    r"(?:early |late |mid-|joining (?:it )?in |(?:its|their|the) (?:very )?(?:founding|foundation|"
    r"beginnings?|creation|launch|start|inception|establishment|birth)(?: of Ⓒ)? (?:in|on) )?"
    r"(?=Ⓣ(?! to ))"
)
#: "Is a member along with Norway and six others since 2023".
_BESIDE = re.compile(
    r",? (?:(?:along|together|jointly) with|alongside|as well as) (?:the )?Ⓝ"
    r"(?:,? and [^.;,Ⓝ]{3,40}?)?(?=,? since )"
)
_SINCE_OPENS = re.compile(r"Since (?:early |late |mid-)?(?=Ⓣ)")
_AS_OF = re.compile(r"[^.;Ⓝ]{0,30}?\bas of (?=Ⓣ)")
_STANDING_UNTIL = re.compile(r"[^.;Ⓝ]{0,50}?\b(?:until|till) (?=Ⓣ)")
_OVER = re.compile(r"\b(?:was|were|had|belonged)\b")


#: A standing that was come to: "was granted observer status", "joined as an associate".
_OBTAINING = re.compile(
    r"\b(?:obtain|gain|grant|receiv|w[io]n\b|award|accord|attain|acquir|secur|got|assum|given|gave|"
    r"bec[ao]m|join|enter|acced|admit|welcom|take[ns]? up|took up|"
    r"(?:took|takes?|taking|taken) (?:its|their) (?:[a-z]+ )?(?:seat|place)|form\b|formed|found|"
    r"establish|born|creat|original|charter|initial|inaugural)"
)


_OF_THESE = re.compile(rf"{SOME_TIME_FROM.pattern}(?:[\w-]+ ){{0,2}}\Z")


def act_and_day(clause: Clause, told: Told) -> tuple[Act, TimeExpression | None]:
    """Whether a frame tells of a coming, a standing or a leaving, and the day that goes with it."""
    if (
        # "… on Thursday, a day after Chile did so"
        _OF_THESE.search(clause.reduced, 0, told.start) and "Ⓣ" not in clause.reduced[told.start :]
    ):
        return Act.STANDING, None
    return _act_and_day(clause, told)


def _act_and_day(clause: Clause, told: Told) -> tuple[Act, TimeExpression | None]:
    if told.status is Status.ANNOUNCED:
        when = since(clause, told.end, of_old=False) or time_of(clause, told.start, told.end)
        return Act.STANDING, when
    if told.act is Act.LEAVING:
        when = _time_at(clause, _EFFECT.match(clause.reduced, told.end))
        return told.act, when or time_of(clause, told.start, told.end)
    if told.act is Act.JOINING:
        return told.act, _day_of_joining(clause, told)
    if told.rule == "verb: belong" and _CHAIRING.search(clause.reduced, told.start, told.end):
        return told.act, None
    if ended := ending(clause, told.end) or until(clause, told.start, told.end):
        return Act.LEAVING, ended
    if told.rule == "roster: known":
        # Of a body whose members are known without being told, other days are of something else.
        when = day_of_known(clause, told.coalition, told.nations)
        return (Act.JOINING if when else told.act), when
    if when := _day_of_signature(clause, told) or _day_of_standing(clause, told):
        return Act.JOINING, when
    when = time_of(clause, told.start, told.end, _is_founding(told))
    first = 0 if told.rule == "roster: as" else told.start
    if when and _OBTAINING.search(clause.reduced, first, told.end):
        return Act.JOINING, when
    if founded := day_of_known(clause, told.coalition, told.nations):
        return Act.JOINING, founded
    return told.act, when


_THEN = re.compile(r" (?:in|on) (?=Ⓣ(?:[.;,]|\Z))")


def _day_of_signature(clause: Clause, told: Told) -> TimeExpression | None:
    """ "New Zealand was a signatory of it in 2015": then it signed, though it still is one."""
    if told.rule != "roster: is a member" or told.status is not Status.SIGNED:
        return None
    if " was " not in clause.reduced[told.start : told.end]:
        return None
    return _time_at(clause, _THEN.match(clause.reduced, told.end))


#: "Assumed the chairmanship on Monday", "has chaired it since 2025": no day of belonging.
_CHAIRING = re.compile(
    r"\b(?:co-)?chair(?:s|ed|ing)?\b(?! of)|\bpresid(?:es?|ed) over\b"
    r"|\b(?:took|takes|assumed|assumes) (?:over )?the "
    r"(?:rotating )?(?:[Pp]residency|[Cc]hair|[Cc]hairmanship|helm|lead)\b"
)


def _is_founding(told: Told) -> bool:
    return told.rule.startswith("found")


def _day_of_joining(clause: Clause, told: Told) -> TimeExpression | None:
    when = time_of(clause, told.start, told.end, _is_founding(told))
    if when is None and _is_founding(told):
        # "since 2014, when it was founded with A and B"
        when = day_of_founders(clause, told.nations)
    if when is None:
        return _time_at(clause, _LETS_IN.search(clause.reduced))
    becoming = _day_of_becoming(clause, when) if told.status is Status.MEMBER else None
    return becoming or when


#: "the entry of Peru into the pact as an observer in May".
_AS_ROLE = re.compile(r",? as (?:an? |its |the )?[^.;,ⓉⓃⒸ]{3,30}? (?:in|on) (?=Ⓣ)")
#: "takes part in the centre in Toulouse, which it joined in 2025".
_WHICH_IT_JOINED = re.compile(
    r"(?: (?:in|at) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)?,? (?:to )?which "
    r"(?:it|they|the country|he|she) (?:(?:had|has|have|formally|officially|only|first) )*"
    r"(?:joined|entered|signed(?: up to)?|acceded(?: to)?|ratified) (?:in|on) (?=Ⓣ)"
)


def _day_of_standing(clause: Clause, told: Told) -> TimeExpression | None:
    """The day from which a standing holds, as the sentence says of the standing itself."""
    when = span(clause, told.end) or since(clause, told.end) or _since_inside(clause, told)
    if when is None and told.rule == "noun: join":
        when = _time_at(clause, _AS_ROLE.match(clause.reduced, told.end))
    when = when or _time_at(clause, _WHICH_IT_JOINED.match(clause.reduced, told.end))
    return when or (as_of(clause, told.end) if len(told.nations) == 1 else None)


def since(clause: Clause, end: int, of_old: bool = True) -> TimeExpression | None:
    """ "has belonged to it since 2019": the day from which a standing holds.

    Of what will be only "from 2027" tells it: "will be a member, an observer since 2019" does not.
    """
    beside = _BESIDE.match(clause.reduced, end)
    found = _SINCE.match(clause.reduced, beside.end() if beside else end)
    if not of_old and (found is None or found[0].endswith("since ")):
        return None
    if found is None:
        return _time_at(clause, _SINCE_OPENS.match(clause.reduced))
    if _SINCE_AND.match(clause.reduced, max(0, found.end() - _SINCE_AND_REACH)):
        return None
    return _time_at(clause, found)


#: "is a member of the one and, since 2019, an observer of the other": of the other.
_SINCE_AND = re.compile(r".*?\band,? since (?:early |late |mid-)?Ⓣ,? (?!which\b|then\b)\w")
_SINCE_AND_REACH = len("and, since early ")
#: "members of the pact since 2023: Norway and Italy", "and, since 2019, an observer of it".
_SINCE_INSIDE = re.compile(
    r"[^Ⓝ.;]*?\bsince (?=Ⓣ ?(?::|[–—-]|are\b|is\b))"
    r"|.*\band,? since (?:early |late |mid-)?(?=Ⓣ,? (?:also )?(?:an?|to|of|in|with) )"
)


def _since_inside(clause: Clause, told: Told) -> TimeExpression | None:
    return _time_at(clause, _SINCE_INSIDE.match(clause.reduced, told.start, told.end))


#: "its withdrawal, which takes effect on 30 June", "no longer a member since 1 January".
_EFFECT = re.compile(
    rf"[^.;Ⓝ]{{0,40}}?\b(?:{TAKES_EFFECT}|effective|since|with effect)"
    r"(?: (?:on|in|from|as of|at))? (?=Ⓣ)"
)
#: "Under a decision that takes effect on 1 April, the pact admits A, B and C".
_LETS_IN = re.compile(
    rf"\b(?:{TAKES_EFFECT}|effective|with effect) (?:(?:on|in|from|as of) )?(?=Ⓣ)"
)
#: "ratified its charter in August and became a member on 1 October": the second is the joining.
_BECAME = re.compile(
    r",? (?:and|before) (?:so |thus |then |formally |finally |officially )?"
    r"(?:bec[ao]mes?|becoming|entered|joined|acceded|has been)\b[^.;ⓉⓃ]{0,40}? "
    r"(?:on|in|from|since) (?=Ⓣ)"
    # "its accession, approved in June, took effect on 1 August"
    rf"|,? (?:and |but |will |would )*(?:{TAKES_EFFECT}) (?:(?:on|in|from|as of) )?(?=Ⓣ)"
)
_ON_THE_WAY = re.compile(
    r"\b(?:ratif|deposit|approv|signed|appl(?:y|ied)|vote)[^ⓉⒸ]{0,60}Ⓒ?[^Ⓣ]*\Z"
)


def _day_of_becoming(clause: Clause, first: TimeExpression) -> TimeExpression | None:
    """The day of the second of two steps, where the first only led there."""
    place = next((p for p, item in clause.items.items() if item is first), None)
    if place is None or not _ON_THE_WAY.search(clause.reduced, 0, place):
        return None
    return _time_at(clause, _BECAME.match(clause.reduced, place + 1))


#: "Argentina's membership will end on 31 December".
_ENDING = re.compile(
    r"[^.;,Ⓝ]{0,30}?\b(?:ends?|ended|expire[sd]?|lapse[sd]?|cease[sd]?|comes? to an end|runs? out|"
    r"came to an end|terminate[sd]?)\b(?: [a-z]+){0,2}? "
    r"(?:(?:on|in|at|from|with effect from) )?(?=Ⓣ)"
)


def ending(clause: Clause, end: int) -> TimeExpression | None:
    """ "membership of it ended in 2024": the day on which a standing ended, told of itself."""
    return _time_at(clause, _ENDING.match(clause.reduced, end))


def as_of(clause: Clause, end: int) -> TimeExpression | None:
    """ "is a member as of 18 September": the same, said of one nation."""
    found = _time_at(clause, _AS_OF.match(clause.reduced, end))
    return found if found and len(found.edtf or "") >= DAY_LONG else None


def until(clause: Clause, start: int, end: int) -> TimeExpression | None:
    """ "was a member until 2024": the day on which a standing ended."""
    if not _OVER.search(clause.reduced, start, end):
        return None
    return _time_at(clause, _STANDING_UNTIL.match(clause.reduced, end))


def span(clause: Clause, end: int) -> TimeExpression | None:
    """ "belonged to it between 2019 and 2024": the years of a standing that is over."""
    found = _time_at(clause, _FOR.match(clause.reduced, end))
    return found if found and _YEARS.fullmatch(found.edtf or "") else None


_FOR = re.compile(r" (?:(?:from|in|during) )?(?=Ⓣ)")
_YEARS = re.compile(r"\d{4}(?:-\d\d)?/\d{4}(?:-\d\d)?")


def _time_at(clause: Clause, found: re.Match[str] | None) -> TimeExpression | None:
    return clause.time(found.end()) if found else None
