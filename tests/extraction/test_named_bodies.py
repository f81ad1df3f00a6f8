"""What an article is about: the body of its opening, else the one named most often so far."""

from __future__ import annotations

from loaders.extraction.coalitions.mention import CoalitionMention
from loaders.extraction.survey.named_bodies import NamedBodies


def named(*places: tuple[int, str]) -> NamedBodies:
    return NamedBodies([CoalitionMention(at, at + 5, None, name) for at, name in places])


def main(bodies: NamedBodies, position: int) -> str | None:
    found = bodies.main(position)
    return found.name if found else None


def test_the_only_body_is_meant_from_where_it_is_named() -> None:
    late = named((900, "Pact"), (1500, "Pact"))
    assert main(late, 800) is None
    assert main(late, 1000) == "Pact"
    assert main(named((300, "Pact")), 0) == "Pact"


def test_a_body_of_the_opening_must_be_named_again() -> None:
    bodies = named((10, "Forum"), (50, "Pact"), (5000, "Pact"), (6000, "Bank"))
    assert main(bodies, 9000) == "Pact"
    assert main(named((10, "Forum"), (50, "Pact")), 9000) is None


def test_without_one_it_is_the_body_named_most_often_of_those_named_so_far() -> None:
    bodies = named(
        *((1000 + at, "Pact") for at in range(4)),
        *((2000 + at, "Forum") for at in range(4)),
        *((3000 + at, "Bank") for at in range(5)),
    )
    assert main(bodies, 1000) is None
    assert main(bodies, 2500) == "Pact"
    assert main(bodies, 3001) == "Bank"


def test_namings_are_counted_up_to_a_position_and_the_alliance_is_left_out() -> None:
    bodies = NamedBodies(
        [
            CoalitionMention(5, 9, "nato", "NATO"),
            CoalitionMention(10, 15, None, "Pact"),
            CoalitionMention(20, 28, None, "Pact", common_noun=True),
            CoalitionMention(30, 35, None, "Pact"),
        ]
    )
    assert [bodies.count_before("Pact", at) for at in (10, 11, 30, 31)] == [0, 1, 1, 2]
    assert bodies.count_before("nato", 100) == 0
