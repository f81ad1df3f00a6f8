"""The day that goes with an act of joining, signing or leaving, where the sentence states one.

A date belongs to an act where nothing with a verb of its own stands between: behind it ("joined
the pact in Oslo on Monday"), inside it ("on Monday joined"), before it ("the pact today welcomed")
or at the opening of its clause ("At its session on Monday the pact welcomed"). What is said to have
come before or after another thing ("joined ahead of the summit in May") has no day of its own.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.dates.datelines import is_of_dateline
from loaders.extraction.dates.precision import is_within
from loaders.extraction.dates.temporal import TimeExpression
from loaders.extraction.memberships.founding_days import founded
from loaders.extraction.survey.clauses import COALITION, TIME, Clause

_Placed = tuple[int, TimeExpression]

_ANNOUNCED_BY = re.compile(
    r"\b(?:announced?s?|said|says|told|confirmed|reported|disclosed|wrote|declared|revealed|"
    r"statement|release|according to)\b(?:(?! (?:that|will|would|to) )[^,;]){0,30}\Z"
)
_FARTHEST_DATE = 70
_FARTHEST_OF_ALL = 240
_FARTHEST_BEFORE = 240
_LONGEST_OPENING = 120
#: No sentence that a person wrote has more dates around an act.
_MOST_DATES = 16
#: Between the verb and a date that is not its own: "…, established in 2022", "net zero by 2050".
_OTHER_ACT = re.compile(
    r"[;]|\b(?:by(?! (?:[A-Z]|its |their ))|and (?:have |has )?since|that|which|who|whose|"
    r"to(?! (?:the )?[A-ZⓃ])|established|inaugurated|founded|"
    r"launched|created|grounded|focused|since|after|before|ahead of|following|prior to|until|till|"
    r"while|but|because|although|despite|and (?:also |then |later )?(?:hosted|hosts|will|has|have|"
    r"had|is|was|plans|left|withdrew|quit)|"
    # "is a founder of it and joined the other in 2019"
    r"and (?:also |then |later |now )?(?:join|sign|enter|acced|ratif|participat|t[ao]+k)[a-z]*"
    rf"(?= [^,;]{{0,40}}{COALITION})|"
    # "three of its members – Chile, Peru and Spain – joined the other in 2020"
    r"(?:joined|signed|entered|acceded|ratified|left|t[ao]+k[a-z]* part)"
    rf"(?= [^,;]{{0,40}}{COALITION}))\b"
)
#: What says more of the place of an act, or of its occasion, and so keeps its date near.
_OCCASION = re.compile(
    r"(?i:summit|meeting|ceremony|session|conference|council|assembly|event|talks|forum|signing|"
    r"gathering)[^,;]{0,30},? (?:which|that) (?:took place|was held|were held|met|opened|closed|"
    r"ended)\b"
)
#: "joined as they signed a declaration on Friday": by what the act was done.
_BESIDES = re.compile(
    r",? (?:as|when|after|with|by) (?:(?:its|their|the|his|her|it|they|both|all|Ⓝ)\b ?)?"
    r"(?:[\w’'-]+ ){0,6}?(?:sign(?:ed|s|ing)|rais(?:ed|ing)|deposit(?:ed|ing)|hand(?:ed|ing)|"
    r"hoist(?:ed|ing)|put|inked|countersigned|ratif(?:ied|ying)|accept(?:ed|ing))\b"
)
#: "…, founded in 2008, …": an aside, with a date of its own.
_ASIDE = re.compile(
    r",? (?:which|who|that|founded|established|launched|created|set up|formed|led|before|after|"
    r"because|although|despite)\b[^,;]*,"
)
#: A verb of its own, in what stands between an act and a date far behind or before it.
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|said|says|told|met|meets|held|took|takes|gave|"
    r"began|begins|left|went|saw|won|made|makes|wants|which|who|whose|that|when|where|after|"
    r"before|since|until|following|to|(?!Unit|signed\b)\w{2,}ed)\b|[;:]"
)
_LEAD_OF_ANOTHER = re.compile(
    r"\b(?:before|after|until|till|ahead of|following|prior to|by|through|than|[Ss]ince)"
    r"(?: early| late| the end of)? \Z"
)
_OPENING = re.compile(r"(?:\A|[,;:—–] ?)(?P<words>[^,;:—–]*)\Z")
_OPENING_SENTENCE = re.compile(r"\A(?P<words>(?:At|In|On|During|With|From)\b[^;:—–]*)\Z")
#: "The 2025 election": a date that tells which is meant.
_NOUN_NEXT = re.compile(
    r" (?!(?:and|or|in|on|at|by|as|with|when|to|from|the|after|before)\b)"
    rf"[A-Za-z{COALITION}]"
)
_ARTICLE = re.compile(r"\b(?:the|its|a|an|their|this) \Z")
_PLACE = re.compile(r"\b(?:in|at|near|outside) (?:the )?(?:[A-ZÀ-Þ][\w’'-]*,? )*\Z")


def time_of(
    clause: Clause, position: int, end: int, founding: bool = False
) -> TimeExpression | None:
    """The date that goes with what stands from `position` to `end` of the reduced form."""
    placed = [
        (p, i)
        for p, i in sorted(clause.items.items())
        if isinstance(i, TimeExpression)
        and (p < _LONGEST_OPENING or position - _FARTHEST_BEFORE < p < end + _FARTHEST_OF_ALL)
    ][:_MOST_DATES]
    counted_on = day_of_tally(clause.reduced)
    own = [
        (p, i)
        for p, i in placed
        if p != counted_on
        and not _leads_another(clause.reduced, p)
        and (founding or not _ANNOUNCED_BY.search(clause.reduced, 0, p))
        and not is_of_dateline(clause.reduced[:p], clause.reduced[p + 1 :])
    ]
    telling = [one for one in own if not _tells_which(clause.reduced, one)]
    chosen = (
        _behind(clause, position, end, telling, _FARTHEST_DATE)
        or _before(clause, position, telling)
        or _behind(clause, position, end, telling, _FARTHEST_OF_ALL)
        or _behind(clause, position, end, own, _FARTHEST_DATE)
        or _of_founding(clause, position, telling)
    )
    return _exact(clause, chosen, placed) if chosen else None


#: "As of May, 55 nations have signed them", "By May, Peru had joined", "As of now, 73 have".
_TALLY = re.compile(
    r"(?:As of|By|As at|Up to|Until) (?:early |mid-|late |the end of )?"
    rf"(?=(?:{TIME}|now\b)[^.;:]{{0,120}}?(?<!will )\b(?:have|has|had)\b)"
)


def day_of_tally(reduced: str) -> int | None:
    """Where the day stands on which a count was taken, if it opens a sentence in the perfect."""
    opening = _TALLY.match(reduced)
    return opening.end() if opening else None


def _leads_another(reduced: str, place: int) -> bool:
    """ "before May, Peru signed"; not "Since May, when Peru signed, …": the day of the signing."""
    leads = _LEAD_OF_ANOTHER.search(reduced, max(0, place - 30), place)
    return leads is not None and not reduced.startswith(", when", place + 1)


def _tells_which(reduced: str, one: _Placed) -> bool:
    """Whether a date only tells which thing is meant: "the 2025 election"."""
    return bool(
        _ARTICLE.search(reduced, max(0, one[0] - 8), one[0])
        and _NOUN_NEXT.match(reduced, one[0] + 1)
    )


def _behind(
    clause: Clause, position: int, end: int, times: list[_Placed], reach: int
) -> _Placed | None:
    """The first date inside the act or behind it, before other nations and other verbs."""
    reduced = clause.reduced
    others = [
        p for p in clause.items
        if p >= end and clause.nations(p) and not _PLACE.search(reduced, end, p)
    ]  # fmt: skip
    edge = min([end + reach, *others])
    for place, item in times:
        if place < position or _is_of_former(reduced, position, place, end):
            continue
        if place >= edge or (place >= end and _opens_next(reduced, end, place)):
            return None
        between = _BESIDES.sub("", reduced[min(end, place) : place])
        between = _ASIDE.sub("", _OCCASION.sub("", between))
        far = place - end > _FARTHEST_DATE
        if not _OTHER_ACT.search(between) and not (far and _VERB.search(between)):
            return place, item
    return None


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|left|became|took|withdrew|quit|came|went|sent|put|gave|"
    r"leaving|joining|becoming|did not \w+|\w{3,}ed)\b"
)
#: "In a ceremony held on Monday": no other act.
_HELD = re.compile(r"\b(?:held|hosted|organi[sz]ed|chaired|convened|attended)\b")


#: By the deed told before.
THUS = r"(?:so|thus|thereby|hence|therefore|with (?:that|this)|(?:by|in) doing so)"
#: "deposited its ratification on Monday and so became the ninth member".
_SO = re.compile(rf",? (?:and )?(?:{THUS}|(?=becoming))\b")
#: "is in the one and in 2019 joined the other": said of what follows.
_AND_IN = re.compile(r"\band,? (?:in|on|since|from) (?:early |late |mid-)?\Z")
#: "Peru, which wrote in May, withdrew": the day of a clause that closes before the act.
_IN_RELATIVE = re.compile(r", (?:which|who|whose)\b[^,;]*\Z")


#: "took part in the one, and it will observe the other in March".
_IT_WILL = re.compile(
    r", (?:and|but) (?:it|they) (?:will|would|plans? to|hopes? to) (?!be\b)[a-z]+ Ⓒ"
)


def _opens_next(reduced: str, end: int, place: int) -> bool:
    """ "a founder of it, and in 2020 the first to join …": the day of what is told next."""
    if _IT_WILL.search(reduced, end, place):
        return True
    goes_on = reduced[place + 1 : place + 4].lstrip(", ")[:1].isalpha()
    return goes_on and _AND_IN.search(reduced, end, place) is not None


def _is_of_former(reduced: str, position: int, place: int, end: int) -> bool:
    """Whether a date inside an act goes with a verb before: "joined in 2019 and left it"."""
    if place >= end:
        return False
    if "," in reduced[place:end] and _IN_RELATIVE.search(reduced, position, place):
        return True
    two = "Ⓒ" in reduced[position:place] and "Ⓒ" in reduced[place:end]
    if two and reduced[place + 1 : place + 2] == ",":
        # "Peru, a member of the one since 2020, joined the other in 2022"
        return True
    if _AND_IN.search(reduced, position, place) or _SO.match(reduced, place + 1):
        return False
    return bool(_FINITE.search(reduced, position, place) and _FINITE.search(reduced, place, end))


#: "The enlargement came in 2022, when Austria joined"; "ratified it on Monday and so became".
_LEADS_TO = re.compile(
    r",? (?:(?:when|in which|on which|that|the year in which|the day on which) (?:the )?"
    rf"[^,;:]{{0,40}}|(?:[^.;]{{0,40}},? )?(?:and|,) ?{THUS}(?: also)? (?:[^,;:]{{0,40}} )?"
    r"|[^.;]{0,40}, (?:thereby |thus |so )?(?=becom))\Z"
)
#: "In 2023 the group grew when Italy joined": when all of it was.
_OPENS = re.compile(
    r"(?:[Bb]ack |[Ee]arly |[Ll]ater? )?(?:[Ii]n|[Oo]n|[Aa]t) (?:early |mid-|late )?\Z|\A\Z"
)
_WHEN_THEY = re.compile(
    r",? (?!when\b)(?:(?!\b(?:since|until|before|after|while|whether|if|says?|said|that|than)\b)"
    rf"[^;:{TIME}]){{3,140}}?(?<!even)(?<!only),? (?:when|as) (?:the )?[^,;:]{{0,40}}\Z"
)
#: "2008: Hungary joins", "– 1 July 2025 – Malta follows".
_LABEL = re.compile(r"[\s*•·|(–—-]*(?:[Ii]n |[Oo]n |[Ss]ince )?\Z")
_LABELLED = re.compile(r"[)*_]*(?:,? (?:[A-Z][\w’'-]*,? ?){1,3})?(?: ?:|\.| [–—|-])[*_]* ")


_GOES_ON = re.compile(rf",? (?:and|but) (?!{THUS}\b)")


#: "The centre, accredited by the alliance in July 2023, was founded": not by then.
_IN_ASIDE = re.compile(r", (?:which|who|whose|[a-z]+ed)\b[^,;]*\Z")


def _is_aside(reduced: str, place: int) -> bool:
    """Whether a date is that of an aside, which ends with it."""
    return reduced.startswith(",", place + 1) and _IN_ASIDE.search(reduced, 0, place) is not None


def _before(clause: Clause, position: int, times: list[_Placed]) -> _Placed | None:
    """The last date before the act that no verb parts from it and that opens its clause."""
    reduced = clause.reduced
    for place, item in reversed(times):
        if place >= position or _is_aside(reduced, place):
            continue
        if _LEADS_TO.fullmatch(reduced, place + 1, position) or (
            _LABEL.fullmatch(reduced, 0, place) and _LABELLED.match(reduced, place + 1)
        ):
            return place, item
        if _OPENS.fullmatch(reduced, 0, place) and _WHEN_THEY.fullmatch(
            reduced, place + 1, position
        ):
            return place, item
        if _VERB.search(_ASIDE.sub("", reduced[place + 1 : position])):
            continue
        if _GOES_ON.match(reduced, place + 1, position) and _FINITE.search(reduced, 0, place):
            # "China unveiled it in 2021 and brought in Peru"
            continue
        if position - place <= len("Ⓣ has "):
            # "the pact today welcomed", "who on Monday signed"
            return place, item
        opening = _OPENING.search(reduced, 0, place) or _OPENING_SENTENCE.match(reduced, 0, place)
        longer = _OPENING_SENTENCE.match(reduced, 0, place)
        if any(m and not _VERB.search(_HELD.sub("", m["words"])) for m in (opening, longer)):
            return place, item
    return None


@cache
def _born() -> re.Pattern[str]:
    """ "The accords were born in 2020 with the signature of Japan and Italy"."""
    return re.compile(rf"\b(?:born|{founded()})(?: [\w-]+){{0,3}}? (?:in|on) \Z")


_WITH = re.compile(r",? (?:(?:together|along) )?(?:with|through|upon|by) [^,;:.]{0,50}\Z")


def _of_founding(clause: Clause, position: int, times: list[_Placed]) -> _Placed | None:
    """The date on which a body was founded, of those with whose deed it was."""
    for place, item in times:
        if place >= position or not _born().search(clause.reduced, 0, place):
            continue
        if _WITH.fullmatch(clause.reduced, place + 1, position):
            return place, item
    return None


_CLOSE = 12


def _exact(clause: Clause, chosen: _Placed, placed: list[_Placed]) -> TimeExpression:
    """The day itself where it stands right behind its month: "in January, on the 15th"."""
    place, item = chosen
    for later, other in placed:
        gap = clause.reduced[place + 1 : later]
        if 0 < later - place <= _CLOSE and re.fullmatch(r",? (?:on )?", gap):
            return other if is_within(other.edtf, item.edtf) else item
    return item
