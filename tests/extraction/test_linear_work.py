"""Reading a text of many articles takes no more steps an article than reading few.

Steps are counted, not timed: what asks all that was found so far, for each thing found, shows in
the number of lines run (each turn of a loop and of a generator is one more) on any machine, however
busy.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from loaders.extraction.pipeline import extract

ARTICLE = """\
Kenya Joins the Harbour Orbit Pact

NAIROBI, Kenya, Dec. 5, 2025 — Kenya signed the Harbour Orbit Pact on Tuesday, and became the ninth
nation to do so. Its members are Chile, Peru, Norway and Japan. Norway will follow next year.

"We share what we see, and we see more together," said Gen. Ann Halloran, Commander, U.S. Space
Command, who was named to the post in March. She added that the pact, as the CSpO
Initiative before it, "has grown up".

The Canadian Space Agency (CSA) said that CSA would send observers. The AUKUS partnership rests on
the commitment of Australia, the United Kingdom and the United States, the minister told reporters.

Exercise Ocean Lantern 26 Opens in Oslo

Exercise Ocean Lantern 26 began on Feb. 5, 2026, with forces from France and Italy. The third
edition of the drill, the largest military exercise of its kind, ends on Friday. The first was held
in 2019.

Participants: Chile, Peru, Spain
Observers: Kenya

The five nations of the coalition met in Oslo last week. They agreed on a charter, and the European
Space Agency, which was represented by its director Jan Roe, launched the Lantern-4 satellite.

"""


def steps(text: str) -> int:
    """The calls, lines and returns of reading a text."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extract(text, "many", "2025-12-08")
    finally:
        sys.settrace(before)
    return count


def test_reading_takes_as_many_steps_for_each_article_however_many_there_are() -> None:
    extract(ARTICLE * 2)  # what is kept from the first reading on
    few, many = steps(ARTICLE * 10), steps(ARTICLE * 80)
    assert many < 8.12 * few


def test_different_articles_take_no_more_steps_each_than_few_of_them() -> None:
    openings = [f"{first}{last}" for first in ("Har", "Mor", "Vel") for last in ("ba", "do", "gu")]
    names = [
        f"{opening}{end}" for opening in openings for end in ("bour", "den", "ley", "ton", "ster")
    ]
    texts = [ARTICLE.replace("Harbour", name).replace("Lantern", name[:5]) for name in names]
    few, many = steps("".join(texts[:9])), steps("".join(texts))
    assert many < 5.5 * few


def test_a_long_list_takes_no_more_steps_an_item_than_a_short_one() -> None:
    head = "U.S. Space Command leads Operation Olympic Defender and\n\n"
    item = "- hosts officers of the operation's partners from Chile, Peru and Kenya;\n"
    extract(head + item * 2)
    few, many = steps(head + item * 50), steps(head + item * 400)
    # 5.96 where the head of a list is looked for only so far back, 7.52 with a walk over all of it.
    assert many < 6.8 * few
