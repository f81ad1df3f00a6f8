"""Nations that a text names once as a group and takes up as one: "all four Quad partners".

What was told of a body so far is its group, as are the nations of a closed one. A phrase that
means all of a group ("each of its members", "the five Nordic partners but Iceland") is read as
if it named them, so that every frame that takes nations takes it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.memberships.known_rosters import closed_roster
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.phrases import Reading
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Told

#: Standings of those who make up a body.
_OF_IT = (Status.MEMBER, Status.SIGNED, Status.PARTICIPANT, Status.HOST)
#: Fewer nations than these told at once are no whole roster.
_ROSTER = 3


class Groups:
    """Who makes up which body, as far as a text has told."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, None]] = {}
        self._listed: set[str] = set()
        #: The nations named last, beside whom "the other three" stand.
        self.last: frozenset[str] = frozenset()

    def keep(self, reading: Reading, told: Iterable[Told]) -> None:
        """Take in what a sentence named and told."""
        if named := _named(reading):
            self.last = named
        for one in told:
            key = one.coalition.key
            known = self._told.setdefault(key, {})
            if one.act is Act.LEAVING:
                for nation in one.nations:
                    known.pop(nation, None)
            elif one.status in _OF_IT:
                known |= dict.fromkeys(one.nations)
                if one.rule.startswith("roster") and len(one.nations) >= _ROSTER:
                    self._listed.add(key)

    def of(self, body: CoalitionMention, number: int | None) -> tuple[str, ...]:
        """All nations of a body: as many as are stated, else those of a whole roster."""
        closed = closed_roster(body)
        known = closed or tuple(self._told.get(body.key, ()))
        whole = closed or body.key in self._listed
        return known if (len(known) == number if number else whole) else ()


def _named(reading: Reading, end: int | None = None) -> frozenset[str]:
    """The nations named in a sentence, or up to a place of it."""
    places = (k for k, sign in enumerate(reading.shape[:end]) if sign in "AMP")
    return frozenset(n for k in places for n in reading.nations(k))


#: "all Quad partners", "all members of the pact except Chile".
_GROUP = re.compile(
    r"(?P<role>L)(?P<of>f(?:[da]*K|d[aow]{0,2}[wm]|E))?"
    r"(?P<but>,?(?P<except>[sqkwZ])[dl]*(?P<n>A)(?:,[^;:V]{1,9},|,)?)?(?P<and>,?&[bl]?[AM])?"
)
#: What stands between them and what they do.
_DOING = re.compile(r"[bTl,]*(?:XL?)?(?P<verb>[Vx])")
_BY = re.compile(r"y[bdl]*\Z")
#: Before a subject none of these stands: a verb that has it for its object, a preposition.
_GOVERNED = frozenset("xViqthfFek")


def with_groups(reading: Reading, groups: Groups, context: CoalitionMention | None) -> Reading:
    """The sentence in which phrases that mean all nations of a body name them."""
    at = reading.shape.find("L")
    while at >= 0:
        found = _group_at(reading, at)
        if found is not None and (nations := _meant(reading, found, groups, context)):
            at = found.start()
            reading = reading.naming(at, found.start("role"), _end(found), nations)
        at = reading.shape.find("L", at + 1)
    return reading


def _end(found: re.Match[str]) -> int:
    """Behind the group, those left out of it included."""
    return found.end("but") if found["but"] else _end_of_role(found)


def _end_of_role(found: re.Match[str]) -> int:
    return found.end("of") if found["of"] else found.end("role")


def _group_at(reading: Reading, at: int) -> re.Match[str] | None:
    """A role that means all who have it, and stands where nations act: subject or agent."""
    if not _is_whole(reading, at):
        return None
    found = _GROUP.match(reading.shape, at)
    if found is None:
        return None
    if _BY.search(reading.shape, 0, found.start()) is not None:
        return found
    if found.start() and reading.shape[found.start() - 1] in _GOVERNED:
        return None
    doing = _DOING.match(reading.shape, found.end("and") if found["and"] else _end(found))
    if doing is None:
        return None
    verb = doing.start("verb")
    if reading.shape[verb] == "x":
        # "All its members are Chile and Peru": no group taken up.
        return None if reading.shape[verb + 1 : verb + 2] in ("A", "M") else found
    return found if reading.phrases[verb].group in _ACTS else None


_ACTS = frozenset({"join", "sign", "belong", "become", "found", "take part", "leave", "do so"})


def _is_whole(reading: Reading, at: int) -> bool:
    """ "all its members", "the four Quad partners": no other word narrows it."""
    role = reading.phrases[at]
    opening = reading.phrases[at - 1] if reading.shape[at - 1 : at] == "l" else role
    if opening.tokens[0].text.lower() not in nouns("whole"):
        return False
    known = nouns("of_all") | nouns("remaining")
    return all(t.sign in "dl#fgrCc'" or t.text.lower() in known for t in role.tokens)


def _meant(
    reading: Reading, found: re.Match[str], groups: Groups, context: CoalitionMention | None
) -> tuple[str, ...]:
    """The nations of the group, without those that are left out; none where it is not known."""
    role = reading.phrases[found.start("role")]
    body = _body(reading, found, context)
    if body is None:
        return ()
    if any(token.text.lower() in nouns("remaining") for token in role.tokens):
        return _rest(
            groups.of(body, None), _named(reading, found.start()) or groups.last, role.number
        )
    nations = groups.of(body, role.number)
    if not found["but"] or not nations:
        return nations
    if reading.phrases[found.start("except")].last_word not in nouns("excepting"):
        return ()
    left_out = reading.nations(found.start("n"))
    return tuple(n for n in nations if n not in left_out)


def _rest(nations: tuple[str, ...], beside: frozenset[str], number: int | None) -> tuple[str, ...]:
    """Those of a group who are not named beside it; none if they are not as many as stated."""
    rest = tuple(n for n in nations if n not in beside)
    return rest if len(rest) < len(nations) and number in (None, len(rest)) else ()


def _body(
    reading: Reading, found: re.Match[str], context: CoalitionMention | None
) -> CoalitionMention | None:
    """Whose group it is: the body named in the phrase, else the one spoken of."""
    named = [k for k in range(found.start(), _end_of_role(found)) if reading.shape[k] in "KL"]
    body = next((b for k in named if (b := reading.coalition(k)) is not None), None)
    if body is not None:
        return body
    if found["of"]:
        meant = reading.phrases[found.end("of") - 1].last_word in nouns("anaphora") | {"it"}
        return context if meant else None
    # "the three countries signed a pact, AUKUS": those named before, not who will be in it.
    leans = reading.phrases[found.start("role")].has("r")
    before = context is not None and context.start < reading.clause.start
    return context if leans and before else None
