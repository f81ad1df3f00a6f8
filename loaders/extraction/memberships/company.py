"""Nations beside others: those they join, follow, or stand alongside in a coalition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.memberships.objects import Object
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import (
    Scene,
    Told,
    is_denied,
    of_document,
    of_exercise,
    sure,
)
from loaders.extraction.memberships.sides import (
    joined_right,
    status_beside,
    subject_coalition,
)
from loaders.extraction.memberships.subjects import subject_of

INTO_IT = re.compile(r"[bl]*(?P<n>A)(?:[,&]+A)*t[bda]*(?P<k>K)")


def followed(scene: Scene, at: int, into: re.Match[str]) -> Iterator[Told]:
    """ "Malta followed Cyprus into the accords." """
    reading = scene.reading
    coalition = reading.coalition(into.start("k"))
    subject = subject_of(reading, at, scene.resolve)
    if coalition is None or subject is None or is_denied(scene, subject[0], at + 1):
        return
    status = of_exercise(Status.MEMBER, coalition)
    start, end = reading.phrases[subject[0]].start, reading.phrases[into.start("k")].end
    yield Told(coalition, subject[1], status, Act.JOINING, "verb: follow", 0.75, start, end)
    before = joined_right(scene, into.start("n"))
    yield Told(coalition, before, status, Act.STANDING, "roster: beside", 0.7, end, end)


_BESIDE_THEM = re.compile(
    r"[bTl]*(?:[Law]|dw|[dao]*[gL]e)?[-:(,]?[lb]*(?P<n>[AM])(?:[,&]+[AM])*(?:,?&L(?:,?V(?P<m>A)|[-,(]A)?)?[-)]?(?P<in>(?:[iF]|ei?)(?=w?(?:dwf|i[da]*)?K|L|dw|V))?"
)
_JUST_THEM = re.compile(
    r"(?:[,&]+(?:d?[aW]{1,3},)?[AM])*[-)]?(?:,?R|,?&L(?=[,;R]|\Z)|[,;]|\Z|[iF])"
)
_ALONGSIDE = re.compile(r"[^;sRVx,]{0,3}?,?k(?:[LMdaw]{0,2}[fh:,]?)?(?P<n>A)(?=[,;]|\Z|[iq&])")


#: So begins what says that others did it on the same day.
_AT_ONCE = ("together", "jointly", "simultaneously")
#: Verbs whose nations may have others beside them.
_IN_COMPANY = frozenset({"join", "belong", "take part", "observe", "sign"})


def company(scene: Scene, at: int, group: str, found: Object, status: Status) -> Iterator[Told]:
    """Those whom the nation joins: "joins Chile and Spain in CSpO", "alongside Norway"."""
    if group not in _IN_COMPANY or status is Status.ANNOUNCED:
        return
    shape = scene.reading.shape
    if group == "sign":
        yield from _signed_too(scene, at, found, status)
        return
    beside = _BESIDE_THEM.match(shape, at + 1) if group == "join" else None
    if (
        beside
        and not beside["in"]
        and not _JUST_THEM.match(shape, beside.end("m") if beside["m"] else beside.end("n"))
    ):
        beside = None
    beside = beside or _ALONGSIDE.match(shape, at + 1)
    if beside is None and is_exercise(found.coalition):
        beside = _CREWS.match(shape, at + 1)
    if beside is None:
        return
    if shape[beside.start("n")] == "M" and not is_exercise(found.coalition):
        return
    nations = joined_right(scene, beside.start("n"))
    if beside.groupdict().get("m"):
        # "joined Chile and other partners, including Peru and Spain"
        listing = scene.reading.phrases[beside.start("m") - 1].group == "comprise"
        nations = (*nations, *(joined_right(scene, beside.start("m")) if listing else ()))
    standing = of_document(Status.MEMBER, found.coalition)
    if group == "observe":
        standing = Status.OBSERVER
    standing = status_beside(scene, beside.start("n")) or standing
    verb, link = scene.reading.phrases[at], scene.reading.phrases[beside.start("n") - 1]
    if group == "join" and link.tokens[0].text.lower().startswith(_AT_ONCE):
        # "entered in 2018 together with Norway"
        last = scene.reading.phrases[beside.start("n")].end
        yield Told(
            found.coalition, nations, standing, Act.JOINING, "verb: join", sure(found, 0.75),
            min(verb.start, scene.reading.phrases[max(0, at - 1)].start), last,
        )  # fmt: skip
        return
    yield Told(
        found.coalition, nations, standing, Act.STANDING, "roster: beside", sure(found, 0.75),
        found.end, found.end,
    )  # fmt: skip


def _signed_too(scene: Scene, at: int, found: Object, status: Status) -> Iterator[Told]:
    """Those along with whom a pact, or a letter of intent, was signed."""
    if too := _SIGNED_TOO.match(scene.reading.shape, at + 1):
        nations = joined_right(scene, too.start("n"))
        yield Told(found.coalition, nations, status, Act.JOINING, "verb: sign",
                   sure(found, 0.75), found.end, found.end)  # fmt: skip


#: "signed the pact (in Rome on Monday), along with the UK": not "signed the accords with the UK".
_SIGNED_TOO = re.compile(
    r"[^;sRVx]{0,8}?K(?:[bl]|[iq]?T|id?W{1,3}){0,3},[b]*k[bdl]*(?P<n>A)(?=[,;.]|\Z|[iq])"
)
#: "trained with crews from New Zealand and Japan".
_CREWS = re.compile(r"[^;sRVx]{0,6}?,?k[bdl]*(?P<n>M)")


_INVERTED = re.compile(r"[lb]*(?:(?P<n>A)(?:i[dab]*K)?|[it]?(?P<k>K))?[bTl]*x[lb]*(?P<m>A)")


def inverted(scene: Scene, at: int) -> Iterator[Told]:
    """ "Joining the United States were Australia and Canada", "Joining CSpO are …"."""
    match = _INVERTED.match(scene.reading.shape, at + 1)
    coalition = subject_coalition(scene, len(scene.reading.shape) - 1)
    verb = scene.reading.phrases[at]
    asked = verb.group == "invite" and verb.tokens[-1].sign == "J"
    if match is None or coalition is None or not (asked or verb.tokens[-1].sign == "G"):
        return
    bare = not match["n"] and not match["k"]
    if bare and not (asked or is_exercise(coalition.coalition)):
        return
    if is_denied(scene, at, at + 1):
        return
    before = scene.reading.nations(match.start("n")) if match["n"] else ()
    nations = (*before, *joined_right(scene, match.start("m")))
    status = Status.INVITED if asked else of_exercise(Status.MEMBER, coalition.coalition)
    end = scene.reading.phrases[match.start("m")].end
    yield Told(coalition.coalition, tuple(dict.fromkeys(nations)), status, Act.STANDING,
               "roster: joining", sure(coalition, 0.8), 0, end)  # fmt: skip
