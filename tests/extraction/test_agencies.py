"""Space agencies that stand for their nations, and those that only do their own work."""

from __future__ import annotations

import pytest

from loaders.extraction.nations.agencies import with_agencies
from loaders.extraction.nations.mentions import find_nations


def agencies(text: str) -> list[tuple[str, str]]:
    """The agencies read as nations: as printed, and their nations."""
    mentions = find_nations(text).mentions
    added = [m for m in with_agencies(text, mentions) if m not in mentions]
    return [(text[m.start : m.end], m.nation) for m in added]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The members are ISRO and CONAE.", [("ISRO", "IND"), ("CONAE", "ARG")]),
        (
            "It unites Peru's CONIDA, the Polish Space Agency (POLSA) and DLR.",
            [("Polish Space Agency (POLSA)", "POL"), ("DLR", "DEU")],
        ),
        (
            "The Kenya Space Agency (KSA) spoke. KSA has joined the pact.",
            [("KSA", "KEN")],
        ),
        ("Argentina's CONAE joins the charter.", [("Argentina's CONAE", "ARG")]),
        (
            "NARIT of Thailand and SUPARCO signed.",
            [("NARIT of Thailand", "THA"), ("SUPARCO", "PAK")],
        ),
        ("The partners are NASA, ESA and JAXA.", [("NASA, ESA", "USA"), ("JAXA", "JPN")]),
        ("JAXA President Ana Ruiz signed the charter.", [("JAXA", "JPN")]),
        ("A satellite built by NASA and ISRO flew.", []),
        ("NASA joins the search.", []),
        ("NASA and CNES officials met.", []),
        ("ISRO launched a rocket.", []),
        ("ISRO's chairman signed for JAXA's rocket.", []),
        ("The European Space Agency and NASA met.", []),
    ],
)
def test_agencies_that_act_for_nations(text: str, expected: list[tuple[str, str]]) -> None:
    assert agencies(text) == expected
