"""Nations that lead a body and so belong to it: "the pact, led by Chile, …", "Chile leads it"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.phrases import Phrase
from loaders.extraction.memberships.rules import Act, Status, is_document
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_exercise
from loaders.extraction.memberships.sides import joined_right

_BY = r"(?P<w>[wW])y[bdl]*(?P<n>[AM])"
#: "The operation, which is led by the United States, …", "Coordinated by Italy, the project …".
_LED = (
    re.compile(rf"(?P<k>K)(?:,?(?:Rx)?|x)b*{_BY}(?!['w])"),
    re.compile(rf"(?:\A|[,;])b?{_BY},[bda]*(?P<k>K)"),
)
#: "Led by Chile, the pact …", "the pact, led by Chile, …", "the pact is led by Chile and …".
_LED_BEFORE = re.compile(rf"(?:\A|K,|Kxb?){_BY}(?=,|&)")
#: "Chile leads the operation".
_LEADS = re.compile(r"(?:\A|[,;&s])b?(?P<n>A)b?(?P<w>w)(?:d[ao]*[wm],)?(?P<k>K)")
#: "Chile is the leader of the pact", "Chile, founder and leader of the pact,".
_LEADER = re.compile(r"(?P<n>A)(?:x|V|,)[bda]*(?:[Lm]&)?(?P<w>[mw])f[bda]*(?P<k>K)")
_LED_BY, _LEADS_IT = "roster: led by", "roster: leads"
#: What these rules tell is of those who lead alone.
LEADING = (_LED_BY, _LEADS_IT)
#: More than so many lead nothing together.
_MOST = 3


def led_frames(scene: Scene) -> Iterator[Told]:
    """What is said of bodies led by nations; less surely of one called by a mere noun."""
    for pattern in _LED:
        for match in pattern.finditer(scene.reading.shape):
            if any(phrase.has("Z") for phrase in scene.reading.phrases[slice(*match.span())]):
                continue
            coalition = _body(scene, match, "leading")
            if coalition and coalition.common_noun:
                yield from _told(scene, match.start("n"), coalition, _LEADS_IT, 0.65)
            elif coalition:
                yield from _told(scene, match.start("n"), coalition, _LED_BY, 0.75)


def leading_frames(scene: Scene) -> Iterator[Told]:
    """What is said of nations that lead a body."""
    for at in _led_by_compound(scene):
        coalition = scene.reading.coalition(at)
        if coalition is None or coalition.common_noun or coalition.slug == "nato":
            continue
        # "the US-led accords" says who promotes them, not who has signed.
        if not is_document(coalition.name):
            yield from _told(scene, at, coalition, _LED_BY, 0.7)
    for match in _LEADER.finditer(scene.reading.shape):
        coalition = _body(scene, match, "leaders")
        if coalition and not is_denied(scene, *match.span()):
            yield from _told(scene, match.start("n"), coalition, _LEADS_IT, 0.65)
    for match in _LEADS.finditer(scene.reading.shape):
        coalition = _body(scene, match, "leads")
        past = scene.reading.phrases[match.start("w")].last_word == "led"
        if past and not (coalition and is_exercise(coalition)):
            continue
        if coalition and not is_denied(scene, *match.span()):
            yield from _told(scene, match.start("n"), coalition, _LEADS_IT, 0.65)
            yield from _in_company(scene, match, coalition)


def _led_by_compound(scene: Scene) -> Iterator[int]:
    """Where a body is called by who leads it: "the US-led operation"."""
    for at, phrase in enumerate(scene.reading.phrases):
        signs = "".join(token.sign for token in phrase.tokens) if phrase.sign == "K" else ""
        dash = signs.find("-")
        if dash < 1 or signs[dash - 1] not in "DN":
            continue
        if phrase.tokens[dash + 1].text.lower() in nouns("leading"):
            yield at


#: "France led the exercise, with Germany and Italy".
_WITH = re.compile(r"[bT]*(?:[iq](?:T|W{1,2}))?,?k[bdl]*(?P<n>A)(?=[,.;:)]|\Z)")


def _in_company(scene: Scene, match: re.Match[str], body: CoalitionMention) -> Iterator[Told]:
    """Those with whom a nation is told to have led an exercise."""
    found = _WITH.match(scene.reading.shape, match.end())
    if found and is_exercise(body):
        end = scene.reading.phrases[found.start("n")].end
        nations = joined_right(scene, found.start("n"))
        yield Told(body, nations, Status.PARTICIPANT, Act.STANDING, _LEADS_IT, 0.65, end, end)


def _body(scene: Scene, match: re.Match[str], section: str) -> CoalitionMention | None:
    """The body of a match whose word is one of leading; who leads the alliance is no news."""
    body = scene.reading.coalition(match.start("k")) if _leads(scene, match, section) else None
    if body is None or body.slug == "nato":
        return None
    leader = scene.reading.phrases[match.start("n")]
    if leader.sign == "M" and not (is_exercise(body) and _is_institution(leader)):
        # "led by a Chilean officer": whose the officer is does not matter.
        return None
    return body


def _is_institution(leader: Phrase) -> bool:
    """ "led by the French Space Command": a part of the state, not somebody of it."""
    words = {token.text.lower() for token in leader.tokens}
    return not words.isdisjoint(nouns("institutions") | nouns("commands"))


def _told(
    scene: Scene, at: int, body: CoalitionMention, rule: str, certainty: float
) -> Iterator[Told]:
    nations = joined_right(scene, at)
    if len(nations) <= _MOST:
        status, end = of_exercise(Status.MEMBER, body), scene.reading.phrases[at].end
        yield Told(body, nations, status, Act.STANDING, rule, certainty, end, end)
        if len(nations) == 1 and status is Status.PARTICIPANT:
            yield Told(body, nations, Status.HOST, Act.STANDING, rule, certainty, end, end)


def leaders_before(scene: Scene, at: int) -> tuple[str, ...]:
    """Those who lead the body that is said at a place of the shape to include others."""
    found = _LED_BEFORE.search(scene.reading.shape, 0, at)
    if found is None or not _leads(scene, found, "leading"):
        return ()
    return scene.reading.nations(found.start("n"))


def _leads(scene: Scene, match: re.Match[str], section: str) -> bool:
    """Whether the word of a match is one of leading, of a section of the lexicon."""
    return scene.reading.phrases[match.start("w")].last_word in nouns(section)
