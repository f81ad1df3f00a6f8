"""Nations that house a body: its headquarters, or as the host that was chosen for it.

"The agency has its headquarters in Beijing, China", "Egypt was chosen as the host of the agency".
Who hosts an exercise or a centre is told by verbs (`verbs.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extraction.coalitions.exercises import is_exercise
from loaders.extraction.coalitions.mentions import CoalitionMention
from loaders.extraction.memberships.leaning import named_before
from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.objects import role_coalition
from loaders.extraction.memberships.rules import Act, Status
from loaders.extraction.memberships.scene import Scene, Told, is_denied
from loaders.extraction.memberships.sides import is_intended, is_seated
from loaders.extraction.memberships.subjects import subject_of

_SURE = 0.75
#: Without one of these in it a sentence tells of no host.
_WORDS = re.compile(r"headquarter|\bbased\b|\bhosts?\b|host nation|framework n")
_OFFERS = ("proposal", " offer", " bid ", "candida")
#: Plain search for their stems spares most sentences the pattern.
_STEMS = ("headquarter", "based", "host", "framework n")
#: "in (the city of) Addis Ababa, Ethiopia".
_IN = re.compile(r"(?:x?b?[wV]?i[dawf]{0,3}|,?iW?)(?:W{1,3},?)?(?P<n>[AP])")
_OF_BODY = re.compile(r"f[bda]*(?P<k>K)")
#: "the agency's permanent headquarters"; "its headquarters".
_OWNED = re.compile(r"(?P<c>c)[aow]{0,3}\Z|(?P<its>d)[aow]{0,3}\Z")
#: "the agency, headquartered in", "the agency is based in".
_BASED = re.compile(r"(?P<k>K|E)(?:\([^)]{1,9}\))?,?(?:R?x(?:d[aowW]*[wm])?|xb)?b?\Z")


#: "chose the proposal of France, which offered Toulouse as the home of …", "France's bid to host".
_OFFERED = re.compile(
    r"\b(?:ch[oe]o?se|chosen|selected|picked|accepted|approved|retained|opted for|backed)\b"
    r"(?P<by>[^.;Ⓝ]{0,20}?)(?:(?P<owner>[ⓃⒹ])(?:[’']s)? (?P<what>[\w-]+ )?|(?:the )?)"
    r"(?:proposal|offer|bid|candidacy|candidature)(?(owner)| (?:of|from|by) (?:the )?(?P<n>Ⓝ))"
    r"[^.;]{0,60}?\b(?:host|home|house|seat|headquarters)\b"
)


def _offering(scene: Scene) -> Iterator[Told]:
    """The nation whose offer to house a centre was taken."""
    clause = scene.reading.clause
    found = _OFFERED.search(clause.reduced)
    if found is None or "not" in clause.reduced[: found.start()].split(" "):
        return
    place = found.start("owner") if found["owner"] else found.start("n")
    shape, reading = scene.reading.shape, scene.reading
    named = [reading.coalition(k) for k, sign in enumerate(shape) if sign == "K"]
    offered = clause.nations(place)
    leant_on = (body for body in (scene.near, scene.context) if body and body.slug)
    bodies = [body for body in (*named, *leant_on) if body and _is_centre(body)]
    if bodies and offered and len(offered.nations) == 1:
        yield Told(bodies[0], offered.nations, Status.HOST, Act.STANDING, "roster: hosts", _SURE,
                   found.start(), found.end())  # fmt: skip


def _is_centre(body: CoalitionMention) -> bool:
    return body.slug != "nato" and is_seated(body)


def host_frames(scene: Scene) -> Iterator[Told]:
    """What a sentence tells of those who house a body."""
    yield from _located(scene)
    reduced = scene.reading.clause.reduced
    if any(stem in reduced for stem in _OFFERS):
        yield from _offering(scene)
    if not (any(stem in reduced for stem in _STEMS) and _WORDS.search(reduced)):
        return
    for at, phrase in enumerate(scene.reading.phrases):
        word = phrase.last_word
        if word in nouns("seats"):
            yield from _seat(scene, at)
        elif word in nouns("seated"):
            yield from _based(scene, at)
        elif phrase.status is Status.HOST:
            yield from _chosen(scene, at)


#: "the Space Centre of Excellence in Toulouse, France".
_LOCATED = re.compile(r"(?P<k>K)i(?:dwf)?W{1,3},(?P<n>A)(?=[,.;)VxwR]|\Z)")


def _located(scene: Scene) -> Iterator[Told]:
    """The nation in which a named centre stands."""
    reading = scene.reading
    for found in _LOCATED.finditer(reading.shape):
        body = reading.coalition(found.start("k"))
        if reading.shape[: found.start()] in ("i", "&i") and reading.shape[found.end() :][:1] in (
            "V",
            "x",
            "w",
        ):
            # "In the Centre in Toulouse, Germany is one of fifteen."
            continue
        if body is not None and is_seated(body, "located_bodies"):
            nations = reading.nations(found.start("n"))
            yield from _told(scene, body, nations, found.start("k"), found.start("n"))


def _told(
    scene: Scene, body: CoalitionMention, nations: tuple[str, ...], first: int, last: int
) -> Iterator[Told]:
    """The claim, unless a word of doubt stands between the two places of the shape."""
    if nations and not is_denied(scene, min(first, last), max(first, last) + 1):
        start, end = (scene.reading.phrases[k] for k in sorted((first, last)))
        yield Told(body, nations, Status.HOST, Act.STANDING, "roster: hosts", _SURE, start.start,
                   end.end)  # fmt: skip


def _seat(scene: Scene, at: int) -> Iterator[Told]:
    """ "the headquarters of the agency in Cairo, Egypt", "Egypt inaugurated the headquarters"."""
    reading = scene.reading
    behind = _OF_BODY.match(reading.shape, at + 1)
    owned = _OWNED.search(reading.shape, 0, at)
    body = None
    if behind:
        body = reading.coalition(behind.start("k"))
    elif owned and owned["c"]:
        body = reading.coalition(owned.start("c"))
    elif owned and reading.phrases[owned.start()].last_word == "its":
        body = named_before(reading, owned.start()) or scene.near
    if body is None or is_exercise(body) or body.slug == "nato":
        return
    end = behind.end() if behind else at + 1
    if found := _IN.match(reading.shape, end):
        yield from _told(scene, body, reading.nations(found.start("n")), at, found.start("n"))
        return
    first = owned.start() if owned else at
    verb = first - 1
    if verb < 0 or reading.phrases[verb].last_word not in nouns("housing"):
        return
    if reading.phrases[verb].has("U") or (
        reading.phrases[verb].has("t") and not is_intended(scene, verb)
    ):
        return
    subject = subject_of(reading, verb, scene.resolve)
    if subject and len(subject[1]) == 1:
        yield from _told(scene, body, subject[1], subject[0], end - 1)


def _based(scene: Scene, at: int) -> Iterator[Told]:
    reading = scene.reading
    before = _BASED.search(reading.shape, 0, at)
    found = _IN.match(reading.shape, at + 1)
    body = reading.coalition(before.start("k")) if before else None
    if before and before["k"] == "E":
        # "It is headquartered in Beijing, China."
        text = reading.phrases[before.start()].last_word
        body = scene.near if text == "it" else None
    if body is None or found is None or is_exercise(body) or body.slug == "nato":
        return
    yield from _told(scene, body, reading.nations(found.start("n")), at, found.start("n"))


#: "selected France as the framework nation", "Egypt was chosen as the permanent host".
_AS_HOST = re.compile(r"(?P<n>[AP])(?:[xw][bw]*(?P<w>[wV])|'?[aow]{0,2})?e[dbaow]*\Z")
#: "the framework nation for the centre".
_FOR_BODY = re.compile(r"F[bda]*K")
#: "host nation Norway".
_BEHIND = re.compile(r"(?P<n>A)(?![w'])")


def _chosen(scene: Scene, at: int) -> Iterator[Told]:
    reading = scene.reading
    chosen = _AS_HOST.search(reading.shape, 0, at)
    named = _BEHIND.match(reading.shape, at + 1)
    place = chosen.start("n") if chosen else named.start("n") if named else None
    if place is None:
        return
    found, _ = role_coalition(reading, at, scene.context)
    behind = _FOR_BODY.match(reading.shape, at + 1)
    body = found.coalition if found else scene.near
    if found is None and (centre := named_before(reading, place)) and is_seated(centre):
        # "… of establishing the centre, when Peru was selected as the framework nation".
        body = centre
    if behind:
        body = reading.coalition(behind.end() - 1)
    if body is None or not (is_exercise(body) or is_seated(body)):
        return
    nations = reading.nations(place)
    if len(nations) == 1:
        yield from _told(scene, body, nations, place, at)
