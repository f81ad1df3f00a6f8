"""Which nations a text names."""

from __future__ import annotations

import pycountry
import pytest

from loaders import nations as iso
from loaders.extraction.nations.mentions import find_nations


def named(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.nation) for m in find_nations(text).mentions]


@pytest.mark.parametrize("name", ["Jordan", "Chad", "Georgia", "Israel", "Kenya", "Togo"])
@pytest.mark.parametrize(
    "headline",
    [
        "NASA Welcomes {} as Newest Artemis Accords Signatory",
        "{} Joins Artemis Accords",
        "NASA, {} Sign Accords",
        "{} Becomes 50th Signatory",
        "{} to Sign Artemis Accords Friday",
        "NASA Invites Media to {} Artemis Accords Signing",
        "{} Artemis Accords Signing Ceremony",
    ],
)
def test_in_a_headline_a_capital_beside_a_nation_makes_no_person(headline: str, name: str) -> None:
    text = f"{headline}\n\n{name} signed the Artemis Accords on Tuesday."
    assert [printed for printed, _ in named(text.format(name))] == [name, name]


@pytest.mark.parametrize(
    "text",
    [
        "Chad Franks Takes Command\n\nGen. Chad Franks took command.",
        "Michael Jordan Wins Award\n\nJordan said so.",
        "The governor welcomes Jordan Peele.",
    ],
)
def test_persons_stay_persons_in_headlines(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. and French forces", [("U.S.", "USA"), ("French", "FRA")]),
        ("the U.S Space Force", [("U.S", "USA")]),
        ("from the United Kingdom to Türkiye", [("United Kingdom", "GBR"), ("Türkiye", "TUR")]),
        ("the Republic of Korea", [("Republic of Korea", "KOR")]),
        (
            "Democratic People’s Republic of Korea",
            [("Democratic People’s Republic of Korea", "PRK")],
        ),
        ("Northern Ireland", [("Northern Ireland", "GBR")]),
        (
            "United Kingdom of Great Britain and Northern Ireland",
            [("United Kingdom of Great Britain and Northern Ireland", "GBR")],
        ),
        ("AMERICAN AND BRITISH CREWS", [("AMERICAN", "USA"), ("BRITISH", "GBR")]),
        ("a Dutch-Norwegian cell", [("Dutch", "NLD"), ("Norwegian", "NOR")]),
        ("Jordan, Egypt and Chad", [("Jordan", "JOR"), ("Egypt", "EGY"), ("Chad", "TCD")]),
        (
            "Ukraine, Georgia and Moldova",
            [("Ukraine", "UKR"), ("Georgia", "GEO"), ("Moldova", "MDA")],
        ),
        ("talks in Tbilisi, where Georgia hosts", [("Georgia", "GEO")]),
        ("near Exmouth, Western Australia", []),
        ("the Emirates agreed", [("Emirates", "ARE")]),
        ("Niger and Nigeria", [("Niger", "NER"), ("Nigeria", "NGA")]),
        ("Israel's minister", [("Israel", "ISR")]),
    ],
)
def test_a_nation_is_found_by_name_short_form_abbreviation_and_demonym(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Georgia Tech",
        "Atlanta, Georgia",
        "Dalton, Georgia",
        "Voters in Georgia elected Senator Warnock",
        "Michael Jordan",
        "Col. Chad Franks",
        "Israel Ortiz, the chair",
        "Dr. Jordan May",
        "Gen. France",
        "Mr. England",
        "New Mexico",
        "Gulf of Oman",
        "the South China Sea",
        "British Columbia",
        "French Guiana",
        "Lebanon, Tennessee",
        "Panama City, Florida",
        "She spoke in French.",
        "Latin America",
        "turkey sandwiches off the good china",
        "COME AND JOIN US TODAY",
        "Emirates Airline",
        "the Vietnam War",
    ],
)
def test_what_only_looks_like_a_nation_is_passed_over(text: str) -> None:
    assert named(text) == []


def test_a_surname_met_before_is_no_nation_unless_a_place_is_meant() -> None:
    text = "Michael Jordan came. Jordan said so. He has never been in Jordan."
    assert [m.start for m in find_nations(text).mentions] == [text.rindex("Jordan")]


def test_a_name_of_two_nations_is_settled_by_the_fuller_one_or_left_open() -> None:
    assert find_nations("Congo").unsettled[0].why.endswith("COD, COG")
    both = "the Democratic Republic of the Congo. Congo agreed"
    assert [m.nation for m in find_nations(both).mentions] == ["COD", "COD"]


def test_a_nation_without_a_code_is_reported_not_guessed() -> None:
    found = find_nations("Kosovo")
    assert not found.mentions
    assert "ISO 3166-1" in found.unsettled[0].why


@pytest.mark.parametrize("code", sorted(iso.codes()))
def test_every_sovereign_name_we_print_is_found_as_the_nation_it_is(code: str) -> None:
    name = iso.name(code)
    found = named(name)
    country = pycountry.countries.get(alpha_3=code)
    if not found:
        assert code in DEPENDENCIES, f"{name} is not in nations.yaml"
    elif code not in DEPENDENCIES and code not in {"COG"}:
        assert found == [(found[0][0], country.alpha_3)]


#: Territories, which are no nations of their own here.
DEPENDENCIES = frozenset(
    [
        "ABW",
        "AIA",
        "ALA",
        "ASM",
        "ATA",
        "ATF",
        "BES",
        "BLM",
        "BMU",
        "BVT",
        "CCK",
        "COK",
        "CUW",
        "CXR",
        "CYM",
        "COG",
        "ESH",
        "FLK",
        "FRO",
        "GGY",
        "GIB",
        "GLP",
        "GRL",
        "GUF",
        "GUM",
        "HKG",
        "HMD",
        "IMN",
        "IOT",
        "JEY",
        "MAC",
        "MAF",
        "MNP",
        "MSR",
        "MTQ",
        "MYT",
        "NCL",
        "NFK",
        "NIU",
        "PCN",
        "PRI",
        "PYF",
        "REU",
        "SGS",
        "SHN",
        "SJM",
        "SPM",
        "SXM",
        "TCA",
        "TKL",
        "UMI",
        "VGB",
        "VIR",
        "WLF",
    ]
)
