"""Nations that are taken in: admitted, invited, expelled, joined by others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.lexicon import groups, nouns
from loaders.extraction.memberships.objects import (
    Object,
)
from loaders.extraction.memberships.rules import LESSER, Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied, of_exercise, sure
from loaders.extraction.memberships.sides import (
    acting_body,
    is_intended,
    joined_right,
    role_behind,
    subject_coalition,
)
from loaders.extraction.memberships.subjects import subject_of
from loaders.extraction.memberships.taken_into import (
    AS_WHAT_ROLE,
    ENLARGING,
    is_reduced,
    taken_into,
)

TAKING = frozenset({"admit", "invite", "expel", "join by"})


_TAKEN = re.compile(
    r"[bTl\"]*(?:td[aw]{1,2})?(?:[dawo#]{0,3}(?:[:-]|L(?:fK)?[,:(-]*V?)?)[lda]*(?P<n>[AML])"
)


def taking(scene: Scene, at: int, group: str) -> Iterator[Told]:
    """ "CSpO admitted Peru", "Peru was invited to join", "the group was joined by Peru"."""
    phrase = scene.reading.phrases[at]
    passive = phrase.has("x") and phrase.tokens[-1].sign in "JP" and group != "join by"
    # "was expanded to include Spain" is said of the body.
    passive = passive and not phrase.last_word.endswith(ENLARGING)
    # "Australia, an observer at first, upgraded to full membership."
    risen = phrase.last_word == "upgraded" and scene.reading.shape[at + 1 :][:1] == "t"
    if passive or risen or (group != "join by" and is_reduced(scene, at)):
        yield from _taken_in(scene, at, group)
    elif group == "join by":
        yield from _joined_by(scene, at)
    else:
        yield from _taken_object(scene, at, group)


def _taken_in(scene: Scene, at: int, group: str) -> Iterator[Told]:
    subject = subject_of(scene.reading, at, scene.resolve)
    if subject is None or not _can_be_taken_in(scene, subject[0]):
        return
    place, nations = subject
    found = taken_into(scene, at + 1, at, group)
    if found is None or is_denied(scene, place, at + 1) or _asks_for_it(scene, at):
        return
    yield _told_taken(scene, at, group, found, nations, place)


def _asks_for_it(scene: Scene, at: int) -> bool:
    """ "Canada has asked to be admitted": it has not been yet."""
    verb = scene.reading.phrases[max(0, at - 2)]
    asking = verb.group == "invite" and verb.last_word in ("asked", "asks", "ask", "asking")
    return asking and not verb.has("x") and scene.reading.phrases[at - 1].sign == "t"


_FOR_HELP = re.compile(
    r" (?:for|to) (?:its |their |more )?(?:help|support|assist|back|advice|advise)"
)


def _can_be_taken_in(scene: Scene, place: int) -> bool:
    """A nation or an institution of it; a minister who was invited is a guest."""
    phrase = scene.reading.phrases[place]
    following = scene.reading.shape[place + 1 : place + 2]
    if (phrase.sign == "M" and following in ("w", "W")) or (
        phrase.sign == "A" and following == "w"
    ):
        # "A U.S. resolution was approved": not the nation.
        return False
    return phrase.sign != "M" or any(t.text.lower() in nouns("institutions") for t in phrase.tokens)


def _taken_object(scene: Scene, at: int, group: str) -> Iterator[Told]:
    reading = scene.reading
    if asked_for := _ITS_REQUEST.match(reading.shape, at + 1):
        yield from _granted_request(scene, at, group, asked_for)
    match = _TAKEN.match(reading.shape, at + 1)
    if match is None:
        return
    place = match.start("n")
    behind = reading.phrases[place + 1] if place + 1 < len(reading.phrases) else None
    if behind and (behind.sign == "S" or (behind.sign == "V" and not behind.has("tG"))):
        return
    if group == "invite" and _FOR_HELP.match(reading.clause.reduced, reading.phrases[place].end):
        # "asked Portugal for help in joining": no invitation
        return
    if group == "invite" and reading.phrases[at].has("u"):
        # "We will invite Finland": not yet asked.
        return
    owned = _OWNED.match(reading.shape, place + 1)
    asked = behind is not None and (behind.has("t") or behind.sign in "te" or owned is not None)
    if not asked and not _can_be_taken_in(scene, place):
        return
    if reading.shape[place] == "L":
        if not reading.phrases[place].has("D"):
            return
        nations = reading.nations(place)
    else:
        nations = joined_right(scene, place)
    found = taken_into(scene, owned.end() if owned else place + 1, at, group)
    if found is None or is_denied(scene, at, at + 1):
        return
    if group == "expel" and not found.named and not _is_by_body(scene, at):
        return
    yield _told_taken(scene, at, group, found, nations, place)
    beside = _ALONGSIDE.match(reading.shape, place + 1)
    if beside and group == "admit" and found.named and not reading.phrases[at].has("uUt"):
        end = reading.phrases[beside.start("n")].end
        yield Told(
            found.coalition, joined_right(scene, beside.start("n")),
            of_exercise(Status.MEMBER, found.coalition), Act.STANDING, "roster: beside",
            sure(found, 0.75), end, end,
        )  # fmt: skip


def _is_by_body(scene: Scene, at: int) -> bool:
    """Whether a body expels or loses somebody: "the plan lost Sweden as a partner" is of none."""
    passive = scene.reading.phrases[at].has("x")
    return passive or acting_body(scene, at) is not None or scene.reading.shape[at - 1 : at] == "E"


def _granted_request(scene: Scene, at: int, group: str, asked_for: re.Match[str]) -> Iterator[Told]:
    place, noun = asked_for.start("n"), asked_for.start("noun")
    phrase = scene.reading.phrases[noun]
    if group != "admit" or phrase.tokens[0].text.lower() not in nouns("granted"):
        return
    # "application to join" is read as one phrase
    found = taken_into(scene, noun if phrase.sign == "V" else noun + 1, at, group)
    if found is not None and not is_denied(scene, at, at + 1):
        yield _told_taken(scene, at, group, found, scene.reading.nations(place), place)


#: "the Peruvian air force's Arequipa base"
_OWNED = re.compile(r"'[aowW]{1,4}(?:iW{1,2})?(?=[ti])")
#: "approved Chile's application to join it".
_ITS_REQUEST = re.compile(r"[bl]*(?P<n>P)[ao]{0,2}(?P<noun>[wZV])")
#: "welcomes Iceland into the force alongside the UK and Denmark".
_ALONGSIDE = re.compile(r"[bTl]*(?:[tifh]|if)[bda]*K,?k(?P<n>A)(?=[,;.]|\Z|[iq])")


def _told_taken(
    scene: Scene, at: int, group: str, found: Object, nations: tuple[str, ...], place: int
) -> Told:
    said, phrase = groups()[group], scene.reading.phrases[at]
    status = of_exercise(said.status, found.coalition)
    role = role_behind(scene, at)
    if role is not None and group == "admit":
        status = role
    elif group == "admit" and (given := _given_role(scene, place)) is Status.SIGNED:
        status = given
    act, rule = said.act, f"taken: {group}"
    ing = phrase.tokens[-1].sign == "G"
    headline = phrase.has("t") and scene.reading.shape[at - 1 : at] == "K"
    intended = phrase.has("t") and is_intended(scene, at)
    ahead = (
        phrase.has("uU")
        or (phrase.has("t") and phrase.has("x"))
        or scene.reading.shape[max(0, at - 2) : at] == "xt"
        or headline
        or intended
        or (ing and "U" in scene.reading.shape[: min(place, at)])
    )
    if group == "admit" and ahead:
        status, act, rule = Status.ANNOUNCED, Act.STANDING, "will join"
    end = max(found.end, phrase.end, scene.reading.phrases[place].end)
    start = min(phrase.start, scene.reading.phrases[place].start)
    return Told(found.coalition, nations, status, act, rule, sure(found, 0.8), start, end)


def _given_role(scene: Scene, place: int) -> Status | None:
    """ "welcomed Senegal as the newest signatory": what the nations are taken in as."""
    found = AS_WHAT_ROLE.match(scene.reading.shape, place + 1)
    return scene.reading.phrases[found.start("role")].status if found else None


_JOINED_BY = re.compile(r"[dawo#bTlL]{0,5}[:,(fh-]*(?:[hf][dl#]*)?(?P<n>[AM])(?![V])")


def _joined_by(scene: Scene, at: int) -> Iterator[Told]:
    """ "the seven founders were joined by Austria": both sides belong."""
    reading = scene.reading
    match = _JOINED_BY.match(reading.shape, at + 1)
    if match is None or is_denied(scene, max(0, at - 2), at + 1):
        return
    people = reading.shape[match.start("n")] == "M"
    newcomers = joined_right(scene, match.start("n"))
    found = _joined_in(scene, at, match.end())
    if found is None or (people and not is_exercise(found.coalition)):
        return
    phrases = reading.phrases
    status = of_exercise(Status.MEMBER, found.coalition)
    joined = _role_of_newcomers(scene, match) or status
    start, end = phrases[at].start, phrases[match.start("n")].end
    if phrases[at].has("uU") or reading.shape[max(0, at - 2) : at] == "xt":
        yield Told(found.coalition, newcomers, Status.ANNOUNCED, Act.STANDING, "will join",
                   sure(found, 0.75), start, end)  # fmt: skip
        return
    subject = subject_of(reading, at, scene.resolve) if phrases[at].has("x") else None
    if subject and reading.shape[subject[0]] in "AE":
        yield Told(found.coalition, subject[1], status, Act.STANDING, "roster: joined by",
                   sure(found, 0.75), end, end)  # fmt: skip
    act = Act.JOINING if joined is status else Act.STANDING
    yield Told(found.coalition, newcomers, joined, act, "joined by", sure(found, 0.8),
               start, end)  # fmt: skip


def _role_of_newcomers(scene: Scene, match: re.Match[str]) -> Status | None:
    """ "were joined by observers from Japan"."""
    roles = scene.reading.phrases[match.start() : match.start("n")]
    told = (p.status for p in roles if p.sign == "L")
    return next((s for s in told if s in LESSER), None)


def _joined_in(scene: Scene, at: int, after: int) -> Object | None:
    behind = _IN_BODY.match(scene.reading.shape, after)
    if behind and (coalition := scene.reading.coalition(behind.end() - 1)):
        return Object(coalition, scene.reading.phrases[behind.end() - 1].end)
    found = subject_coalition(scene, at)
    if found and scene.context and _SOURCE.match(scene.reading.shape):
        # "According to NATO they are …, joined by Peru": of what is spoken of.
        return Object(scene.context, scene.reading.phrases[at].end, named=False)
    return found


_IN_BODY = re.compile(r"[bTl]*[ie][bda]*K")
_SOURCE = re.compile(r"WtKE")
