"""The day of publication that an article's head gives, and days that are of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extraction import extract, extract_file

BODY = "Chile joined the Artemis Accords on Tuesday, its government said in a short note."


def published(*head: str) -> str | None:
    article = extract("\n\n".join((*head, BODY)))["article"]
    day: str | None = article["published"]
    return day


@pytest.mark.parametrize(
    "head",
    [
        "14 May 2026",
        "Thu 14 May 2026 10.15 BST",
        "May 14, 2026 9:30 a.m. EDT",
        "2026-05-14T09:30:00Z",
        "14.05.2026 - Press release",
        "Published 14 May 2026",
        "Answered on 14 May 2026",
        "Published on 14 May 2026 in Space",
        "Posted: 14 May 2026, 09:30 UTC",
        "Time stamp: 2026-05-14 09:30 UTC",
        "Date: 2026-05-14   Source: Ministry of Defence",
        "Release date: 14 May 2026",
        "FOR RELEASE: 14 MAY 2026",
        "FOR IMMEDIATE RELEASE – May 14, 2026",
        "Press release 12/2026 | Date: 2026-05-14",
        "News | May 14, 2026 | By Staff Sgt. Ana Ruiz",
        "By Ana Ruiz | May 14, 2026 | Orbit Daily",
        "By Ana Ruiz - Thursday, May 14, 2026 - Space Desk",
        "Weekly Space Brief — Thursday, 14 May 2026",
        "ORBIT WATCH – Thursday 14 May 2026",
        "Joint statement, Santiago, 14th May 2026",
        "Ottawa, Ontario – May 14, 2026 – Department of National Defence",
        "Updated - May 14, 2026 10:15 pm IST - SANTIAGO",
        "Andes Desk | Updated: 2026-05-14 09:30",
        "09:30 May 14, 2026",
        "By Ana Ruiz • May 14, 2026 • 3 min read",
        "Posted by Ana Ruiz on May 14, 2026",
        "Source: Andes Wire   Editor: Ruiz   2026-05-14 09:30:14",
        "2026.05.14 09:30",
        "May 14 (Thu), 2026",
        "May 14, 20264:15 PM UTCUpdated May 15, 2026",
        "Publié le 14 mai 2026",
        "14. Mai 2026",
        "Santiago, 14 de mayo de 2026",
        "Santiago (AWP) May 14, 2026",
    ],
)
def test_a_line_of_the_head_gives_the_day(head: str) -> None:
    assert published(head, "Chile signs") == "2026-05-14"
    assert published("Which nations are in, and which are not, one year on?", head) == "2026-05-14"


@pytest.mark.parametrize(
    "opening",
    [
        "SANTIAGO, 14 May 2026 (Andes Wire) - ",
        "SANTIAGO, Chile, May 14, 2026 /Andeswire/ -- ",
        "SANTIAGO (14 May 2026) — ",
        "SANTIAGO, Chile — (May 14, 2026) — ",
        "Santiago [14 May 2026] – ",
        "Santiago | 14 May 2026 — ",
        "Santiago, 14 May 2026. ",
        "14 May 2026, Santiago - ",
        "14/05/2026 - ",
        "SANTIAGO, Chile, May 14, 2026. — ",
        "SANTIAGO, 14 May 2026.- ",
        "SANTIAGO, May 14, 2026. /Andes/. ",
        "SANTIAGO--(ANDES WIRE)--May 14, 2026--",
        "Santiago, 14 May 2026 (AWP). ",
        "14 May 2026, Santiago – ",
        "SANTIAGO. — 14 May 2026. — ",
        "SANTIAGO AIR BASE, Chile – (May 14, 2026) ",
        "SANTIAGO AIR BASE, Chile (May 14, 2026) ",
        "(Santiago, May 14, 2026) ",
        "May 14, 2026, Santiago: ",
    ],
)
def test_so_does_the_opening_of_the_text(opening: str) -> None:
    assert extract(opening + BODY)["article"]["published"] == "2026-05-14"


@pytest.mark.parametrize(
    "head",
    [
        "Updated May 20, 2026",
        "Last modified: 20 May 2026",
        "Event: 20 June 2026, Santiago",
        "Event date: 20 June 2026",
        "Question 48213, tabled on 20 June 2026",
        "Launch: 20 June 2026",
        "Conference | 20 June 2026 | Santiago | Register now",
        "Register by 20 June 2026",
        "Chile joined the Artemis Accords on 3 May 2025",
        "The accords of 13 October 2020 were signed by eight nations, and many followed.",
    ],
)
def test_days_of_other_things_are_none(head: str) -> None:
    assert published(head) is None


def test_the_plainest_line_is_believed() -> None:
    assert published("Last updated: 20 May 2026", "Published: 14 May 2026") == "2026-05-14"
    assert published("Last updated", "20 May 2026", "Published on", "14 May 2026") == "2026-05-14"
    assert published("Space Day, Santiago, 3 May 2026", "14 May 2026") == "2026-05-14"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("05-02-2026", "They met.", None),
        ("05-02-2026", "They will meet on 5 February in Lima.", None),
        ("05-02-2026", "They met on 4 February in Lima.", "2026-02-05"),
        ("05/02/2026", "They met on Friday, May 1, in Lima.", "2026-05-02"),
        ("Thu 05/02/2026", "They met.", "2026-02-05"),
        ("News item | 05-02-2026 | 14:30", "They met.", "2026-02-05"),
        ("05/02/2026 9:30 AM EDT", "They met.", "2026-05-02"),
        ("Publié le 05/02/2026", "They met.", "2026-02-05"),
        ("Date Taken: 05.01.2026 | Date Posted: 05.02.2026 14:30", "They met.", "2026-05-02"),
    ],
)
def test_figures_are_a_day_where_something_tells_which(
    head: str, body: str, day: str | None
) -> None:
    assert extract(f"Talks open\n\n{head}\n\n{body}")["article"]["published"] == day


def test_the_last_change_tells_the_day_where_nothing_in_the_text_is_near() -> None:
    text = "Updated May 20, 2026\n\nThe members of the initiative are Chile and Peru, it says."
    assert extract(text)["article"]["published"] == "2026-05-20"


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("Published 14 May 2026", "2026-05-14"),
        ("Posted on May 14, 2026 | Updated: May 20, 2026", "2026-05-14"),
        ("This article was first published on 14 May 2026.", "2026-05-14"),
        ("Santiago, 14 May 2026", "2026-05-14"),
        ("Last updated: 14 May 2026", None),
        ("Done in Santiago, 14 May 2026", None),
        ("Peru joins the accords\n\nPublished 14 May 2026", None),
    ],
)
def test_a_line_below_the_text_gives_the_day(foot: str, day: str | None) -> None:
    assert extract(f"Chile signs\n\n{BODY}\n\n{BODY}\n\n{foot}")["article"]["published"] == day


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Santiago (AWP) May 14, 2026\n\n", "Santiago"),
        ("Lima, 14 May 2026\n\n", "Lima"),
        ("Arica, Chile, 14 May 2026\n\n", "Arica"),
        ("14 May 2026, Arica – ", "Arica"),
        ("Arica (14 May 2026) – ", "Arica"),
        ("Ana Ruiz, 14 May 2026\n\n", None),
        ("Ana Ruiz | 14 May 2026 — ", None),
    ],
)
def test_the_place_stands_beside_the_day(line: str, place: str | None) -> None:
    assert extract(f"Chile signs\n\n{line}{BODY}")["article"]["place"] == place


def test_a_title_line_with_its_day_is_no_dateline() -> None:
    article = extract("ORBIT WATCH – Thursday 14 May 2026\n\n" + BODY)["article"]
    assert article["place"] is None


def test_a_bulletin_has_its_dateline_in_one_line() -> None:
    text = "Toulouse, 3 April 2025. Portugal today joined NATO."
    article = extract(text)["article"]
    assert (article["place"], article["published"]) == ("Toulouse", "2025-04-03")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Talks open\n\nMay 3, 2024 – Japan and Peru met on Monday.", "2024-05-03"),
        ("Talks open\n\nPublished - May 03, 2024 01:38 pm IST - Oslo\n\nThey met.", "2024-05-03"),
        ("Talks open\n\nOslo - 3 May, 2024\n\nJapan and Peru met.", "2024-05-03"),
        ("Talks\n\nLast Updated\n\n4 June 2025\n\nPublished on\n\n3 May 2024\n\nA", "2024-05-03"),
        ("Talks open\n\nMay 3, 2024 was a good day for Japan.", None),
        (
            "Talks\n\nJapan has won the backing of Peru.\n\nOslo - MAY 3, 2024 - 05:40 CEST\n\nA",
            "2024-05-03",
        ),
        ("Talks\n\nJapan has won the backing of Peru.\n\nOslo - May 3, 2024 - the fair\n\nA", None),
        ("Talks open\n\nNews item | 23-05-2024 | 14:30\n\nThey met.", "2024-05-23"),
        ("Talks open\n\nNews item | 03-05-2024 | 11:30\n\nThey met.", None),
        ("Talks open\n\nFile 23-05-2024-7\n\nThey met.", None),
    ],
)
def test_a_line_tells_when_it_was_published(text: str, published: str | None) -> None:
    assert extract(text)["article"]["published"] == published


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2026-05-14T09:30:00Z">', "2026-05-14"),
        ('<meta property="article:published_time" content="2049-05-14T09:30:00Z">', "2049-05-14"),
        (
            '<meta property="article:modified_time" content="2026-06-20T09:30:00Z">'
            '<meta property="article:published_time" content="2026-05-14T09:30:00Z">',
            "2026-05-14",
        ),
        ("", None),
    ],
)
def test_a_page_has_the_day_that_it_states_and_no_year_of_its_text(
    tmp_path: Path, head: str, day: str | None
) -> None:
    told = "France joined the Combined Space Operations Initiative in 2020. " * 4
    page = tmp_path / "chile.html"
    page.write_text(
        f"<!DOCTYPE html><html><head><title>Chile signs</title>{head}</head><body><article>"
        f"<h1>Chile signs</h1><p>{BODY}</p><p>{told}</p></article></body></html>"
    )
    assert extract_file(page)["article"]["published"] == day
