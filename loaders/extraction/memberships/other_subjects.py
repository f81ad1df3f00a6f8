"""Who did it where the verb's own subject does not say: on whose behalf, who was praised for it."""

from __future__ import annotations

import re

from loaders.extraction.memberships.lexicon import nouns
from loaders.extraction.memberships.scene import Scene
from loaders.extraction.memberships.sides import is_intended, joined_right

_PRAISED = re.compile(r"(?P<w>[wV])[bdl]*(?P<n>A)(?:[,&]+A)*[tF]\Z")


def praised(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "congratulated Poland on joining", "thanked Malta for signing"."""
    found = _PRAISED.search(scene.reading.shape, 0, at)
    if found is None or scene.reading.phrases[at].tokens[-1].sign != "G":
        return None
    word = scene.reading.phrases[found.start("w")].last_word
    if word not in nouns("praise"):
        return None
    return found.start("n"), joined_right(scene, found.start("n"))


_DECIDED = re.compile(r"(?P<n>[PA])[aow]{0,2}\Z")


def decided_by(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "India welcomed the U.S. decision to join": theirs whose decision it is."""
    if scene.reading.phrases[at].tokens[-1].sign != "B":
        return None
    found = _DECIDED.search(scene.reading.shape, 0, at)
    if found is None or not is_intended(scene, at):
        return None
    verb = scene.reading.phrases[at].tokens[0].text.lower().split(" ")[0]
    if scene.reading.shape[found.start("n")] == "A" and verb not in nouns("intending"):
        return None
    return found.start("n"), scene.reading.nations(found.start("n"))


#: "Thousands took part in the exercise from Australia, Canada and Japan."
_FROM_BEHIND = re.compile(r"[^;:sAM]{0,6}?h[bdl]*(?P<n>A)")
_LISTED_BEHIND = re.compile(r"[^;sAM]{0,8}?(?:[:-]|,?[bl]*V|,[bl]*e|,[bl]*,?|h)[bl]*(?P<n>A)")


def listed_behind(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "Fourteen nations took part: France, …": the subject is a number, its list stands behind."""
    shape = scene.reading.shape
    k = at - 1
    while k >= 0 and shape[k] in "bTl":
        k -= 1
    if k < 0 or not (shape[k] in "Lgmw" or re.search(r"L&[daW]+\Z", shape[: k + 1])):
        return None
    pattern = _LISTED_BEHIND
    if shape[k] in "mw" and "#" not in shape[:k]:
        pattern = _FROM_BEHIND
    match = pattern.match(shape, at + 1) or _counted_behind(scene, k, at)
    if match is None:
        return None
    listing = scene.reading.phrases[match.start("n") - 1]
    if listing.sign == "V" and listing.group != "comprise":
        return None
    nations = joined_right(scene, match.start("n"))
    return (match.start("n"), nations) if len(nations) > 1 else None


#: "Three countries joined the committee, the office announced, after the vote: A, B and C".
_AT_THE_END = re.compile(r"[^;:AM]*:[bl]*(?P<n>A)[.\"]*\Z")


def _counted_behind(scene: Scene, k: int, at: int) -> re.Match[str] | None:
    """The list that ends the sentence, if it is as long as the subject's number says."""
    found = _AT_THE_END.match(scene.reading.shape, at + 1)
    number = scene.reading.phrases[k].number
    fits = found is not None and number == len(scene.reading.nations(found.start("n")))
    return found if fits else None


_OPENING_BEHALF = re.compile(r"F(?P<n>A)(?:,|(?=d))")
_BEHALF = re.compile(r"[^;sRVx]{0,8}?F(?P<n>[AM])(?![VwW])")


def on_behalf(scene: Scene, at: int) -> tuple[int, tuple[str, ...]] | None:
    """ "signed the accords on behalf of Senegal", "for Chile"."""
    if scene.reading.phrases[at].group not in ("sign", "join"):
        return None
    found = _BEHALF.match(scene.reading.shape, at + 1) or _OPENING_BEHALF.match(
        scene.reading.shape, 0, at
    )
    return (found.start("n"), scene.reading.nations(found.start("n"))) if found else None
