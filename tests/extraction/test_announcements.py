"""What an article announces."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.extraction import extract


def only(text: str, published: str = "2025-12-05") -> dict[str, Any]:
    (found,) = extract(text, published=published)["announcements"]
    return dict(found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministers of France and Italy met in Rome on Monday.", "meeting"),
        ("Japan and Peru signed a memorandum on launches in Lima.", "agreement"),
        ("Panama signed the Artemis Accords on Wednesday.", "accession"),
        ("Germany stood up its Space Command in July 2021.", "establishment"),
        ("Exercise AsterX began in Toulouse on Monday.", "exercise"),
        ("The U.S. and France conducted a proximity operation in November.", "operation"),
        ("India launched two satellites on Friday.", "launch"),
        ("Canada pledged not to test missiles against satellites on Monday.", "policy"),
        ("Maj. Gen. Ann Lee took command of U.S. Space Forces Korea on Monday.", "appointment"),
        ("France published its first Space Strategy on Nov. 12.", "strategy"),
        ("The leaders of Japan and India issued a joint statement on Monday.", "statement"),
        ("Australia awarded Boeotia a contract worth $3 million on Monday.", "contract"),
        ("A space conference opened in Norway on Monday.", "conference"),
        ("Gen. Lee visited Norway on Monday.", "visit"),
    ],
)
def test_each_kind_is_told_by_its_verb(text: str, kind: str) -> None:
    assert only(text)["kind"] == kind


def test_the_day_announced_and_the_day_it_happens_are_two_dates() -> None:
    text = (
        "The service will unveil the “Space Strategy” in January, Gen. Ann Lee announced Tuesday."
    )
    found = only(text)
    assert (found["date"], found["event_date"]) == ("2025-12-02", "2026-01")


def test_without_a_stated_day_it_was_announced_on_publication() -> None:
    found = only("Ministers of France and Italy met in Rome.")
    assert (found["date"], found["event_date"], found["place"]) == ("2025-12-05", None, "Rome")


def test_a_visit_that_ended_spans_its_days() -> None:
    text = "Japan's minister promised boats to Palau during a two-day visit that ended Thursday."
    assert only(text)["event_date"] == "2025-12-03/2025-12-04"


def test_all_ten_nations_are_those_of_the_roster() -> None:
    text = (
        "Leaders from all 3 nations of the CSpO Initiative met in Oslo this week.\n\n"
        "The CSpO Initiative unites the 3 nations of Canada, France and Norway."
    )
    found = only(text)
    assert found["nations"] == ["CAN", "FRA", "NOR"]
    assert found["coalitions"] == ["cspo"]


def test_the_dateline_is_the_place_where_the_sentence_has_none() -> None:
    text = "KOUROU, Dec. 5, 2025 — A rocket carried two satellites into orbit on Monday."
    found = extract(text)
    assert found["article"]["place"] == "KOUROU"
    assert found["article"]["published_from"] == "dateline"
    assert found["announcements"][0]["place"] == "KOUROU"


@pytest.mark.parametrize(
    "text",
    [
        "France might sign an agreement with Italy.",
        "Japan declined to sign the treaty.",
        "Will India and Japan sign a treaty on Monday?",
        '"We signed an agreement with France on Monday," she said.',
        "Norway, which hosted talks in May, was pleased.",
    ],
)
def test_what_did_not_happen_or_was_only_said_is_no_announcement(text: str) -> None:
    assert extract(text, published="2025-12-05")["announcements"] == []


def test_a_transcript_announces_nothing_that_its_speakers_do_not_date() -> None:
    text = "THE PRESIDENT: We signed a treaty with France.\n\n" * 5
    assert extract(text, published="2025-12-05")["announcements"] == []


# --- one event, many wordings: the frame, not the sentence, is what is known


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway and Peru inked a memorandum on launches on Monday.", "agreement"),
        ("A memorandum on launches was signed by Norway and Peru on Monday.", "agreement"),
        ("Officials announced the signing of a treaty with Peru on Monday.", "agreement"),
        ("Col. Ann Lee assumed command of Space Delta 4 on Monday.", "appointment"),
        ("Dr. Ann Lee was sworn in as administrator of Japan's agency on Monday.", "appointment"),
        ("Japan's agency has elected Ann Lee as its next president.", "appointment"),
        ("A rocket with a Japanese satellite lifted off from Tanegashima on Monday.", "launch"),
        ("Japan put a weather satellite into orbit on Monday.", "launch"),
        ("The Japanese satellite was carried into orbit on Monday.", "launch"),
        ("Norway opened a space operations centre on Monday.", "establishment"),
        ("A Norwegian space operations centre opened its doors on Monday.", "establishment"),
        ("Norway announced the creation of a space agency on Monday.", "establishment"),
        ("The exercise Northern Arc drew to a close in Norway on Monday.", "exercise"),
        ("Crews from Norway and Peru gathered on Monday for a wargame.", "exercise"),
        ("Norway and Peru are to hold a joint drill in May.", "exercise"),
        ("NASA has been awarded a contract by Norway.", "contract"),
        ("Norway picked Boeotia Systems to build two radars on Monday.", "contract"),
        ("Norway vowed on Monday that it would not test such missiles.", "policy"),
        ("Norway's doctrine for space was made public on Monday.", "strategy"),
        ("Ministers of Norway and Peru held talks in Oslo on Monday.", "meeting"),
        ("Talks between Norway and Peru got under way in Oslo on Monday.", "meeting"),
        ("The minister of Peru flew to Oslo on Monday.", "visit"),
        ("Norway convened a workshop on debris on Monday.", "conference"),
        ("The ministers of Norway and Peru put out a joint communiqué on Monday.", "statement"),
        ("Norway's radar went online on Monday.", "operation"),
        ("Peru acceded to the Artemis Accords on Monday.", "accession"),
        ("NASA welcomed Peru to the Artemis Accords on Monday.", "accession"),
        ("Peru became the 41st nation to sign the Artemis Accords on Monday.", "accession"),
        ("Peru withdrew from the Artemis Accords on Monday.", "policy"),
    ],
)
def test_an_event_is_read_in_any_voice_and_by_its_synonyms(text: str, kind: str) -> None:
    assert only(text)["kind"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Norway read the agreement text on Monday.",
        "Norway chairs the panel, and its chair of talks is Ann Lee.",
        "Norway could hold an exercise in May.",
        "Norway never signed the treaty.",
        "Norway would sign the treaty if Peru did.",
        "Norway is thought to have signed the treaty on Monday.",
        "Norway holds an exercise every year.",
        "Norway had opened a space centre in May.",
        "The two steps met the needs of Norway.",
        "Norway's Space Command has taken command of a radar.",
        "The founding members of the initiative are Norway and Peru.",
        "The first officer arrived in Colorado Springs on Monday.",
        "Ann Lee of Norway, left, signs the treaty on Monday.",
    ],
)
def test_what_shares_only_its_words_with_an_event_is_none(text: str) -> None:
    assert extract(text, published="2025-12-05")["announcements"] == []


def kinds_and_days(text: str) -> list[tuple[str, str | None]]:
    found = extract(text, published="2025-12-05")["announcements"]
    return [(a["kind"], a["event_date"]) for a in found]


def test_a_sentence_may_tell_of_two_events_each_with_its_day() -> None:
    text = (
        "Norway and Peru met in Oslo on Monday and will sign a treaty in May, officials said.\n\n"
        "Nothing else was agreed."
    )
    assert kinds_and_days(text) == [("meeting", "2025-12-01"), ("agreement", "2026-05")]


def test_what_leaders_met_for_is_an_event_too() -> None:
    text = "Norway's minister will visit Lima from 11 to 13 May to sign an agreement with Peru."
    assert [kind for kind, _ in kinds_and_days(text)] == ["visit", "agreement"]


def test_the_day_of_a_clause_behind_is_not_that_of_the_event() -> None:
    assert kinds_and_days("Norway signed a treaty that takes effect in May.") == [
        ("agreement", None)
    ]


def test_an_event_told_in_headline_lead_and_body_is_one() -> None:
    text = (
        "Norway and Peru hold first joint exercise\n\n"
        "Norway and Peru held a joint exercise in Oslo this week.\n\n"
        "Two hundred people took part.\n\n"
        "The exercise ran from 1 to 4 December."
    )
    assert kinds_and_days(text) == [("exercise", "2025-12-01/2025-12-04")]


def test_the_next_edition_is_another_event() -> None:
    text = (
        "Norway and Peru held a joint exercise in Oslo on Monday.\n\n"
        "The next exercise will take place in May."
    )
    assert kinds_and_days(text) == [("exercise", "2025-12-01"), ("exercise", "2026-05")]


def test_a_headline_counts_where_the_body_does_not_tell() -> None:
    text = "Peru joins Artemis Accords\n\nThe two ministers smiled for a long time and said little."
    assert kinds_and_days(text) == [("accession", None)]


def test_history_of_a_year_is_told_of_foundings_only() -> None:
    text = (
        "Norway and Peru met in Oslo on Monday.\n\n"
        "The Artemis Accords were established by eight nations in 2020.\n\n"
        "Norway hosted a conference in 2019."
    )
    assert kinds_and_days(text) == [("meeting", "2025-12-01"), ("establishment", "2020")]


def test_what_a_release_reports_in_quotation_marks_is_told_too() -> None:
    text = (
        "Norway was busy.\n\n"
        '"Norway and Peru signed a treaty in Oslo on Monday," said a release from the ministry.\n\n'
        '"We signed a memorandum with Japan on Tuesday," the minister said.'
    )
    assert kinds_and_days(text) == [("agreement", "2025-12-01")]


def test_dated_history_is_told_and_undated_history_is_not() -> None:
    text = (
        "Norway and Peru met in Oslo on Monday.\n\n"
        "Peru joined the Artemis Accords in 2024. Japan and Canada joined later."
    )
    assert kinds_and_days(text) == [("meeting", "2025-12-01"), ("accession", "2024")]


def test_many_who_sign_at_once_conclude_an_agreement() -> None:
    text = "Norway, Peru, Japan, Canada, France and Italy signed the Artemis Accords on Monday."
    assert only(text)["kind"] == "agreement"


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        ("NASA of the United States welcomed Peru to the Artemis Accords on Monday.", ["PER"]),
        ("The U.S. announced the accession of Peru to the Artemis Accords.", ["PER"]),
        ("Peru joined the U.S.-led Artemis Accords on Monday.", ["PER"]),
        ("Norway launched a command on Monday, a body with echoes of the U.S. one.", ["NOR"]),
    ],
)
def test_only_those_who_take_part_are_nations_of_an_event(text: str, nations: list[str]) -> None:
    assert only(text)["nations"] == nations


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Ministers of Norway and Peru met in the U.S. state of California on Monday.",
            "California",
        ),
        ("A committee, whose seat is in Oslo, met in Lima on Monday.", "Lima"),
        ("Norway's minister will visit Lima from 11 to 13 May.", "Lima"),
        ("Norway will launch a satellite from Andøya in May.", "Andøya"),
    ],
)
def test_the_place_is_where_it_happens(text: str, place: str) -> None:
    assert only(text)["place"] == place


@pytest.mark.parametrize(
    "text",
    [
        "The ministers of Norway and Peru met in June2025.",
        "Envoys of Peru met on Monday at the Philippines’ request.",
    ],
)
def test_what_is_no_name_is_no_place(text: str) -> None:
    assert only(text)["place"] is None


@pytest.mark.parametrize(
    "text",
    [
        "President Lee of Norway was joined on Monday by Minister Ana Paz of Peru at NASA.",
        "Norway welcomed Peru's bid to host the games in partnership with Japan.",
        "The agency shall issue guidance to Norway by May.",
        "Norway welcomes more countries to join the Artemis Accords.",
        "Two Norwegian trucks were assembled in Troy on Monday.",
        "Norway recalled a 1967 treaty.",
    ],
)
def test_near_misses_of_accessions_meetings_and_rules(text: str) -> None:
    assert extract(text, published="2025-12-05")["announcements"] == []


PUBLISHED = "2025-12-05"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru became the 60th nation to endorse the principles on Monday.", "accession"),
        ("Peru and Chile put their names to the Artemis Accords on Monday.", "accession"),
        ("Peru signed agreements here to take part in the Artemis Accords.", "accession"),
        ("Latvia and Greece signed the programme's memorandum on Thursday.", "accession"),
        ("The venture was agreed by Australia and Japan on Dec. 2.", "agreement"),
        ("The Space Operations Centre changed hands in Norway on Thursday.", "appointment"),
        ("Colonel Ole Vik of the Norwegian Air Force took over from Ann Lee.", "appointment"),
        ("The service announced today the following assignments in Japan.", "appointment"),
        ("India flew a navigation satellite from Sriharikota on 3 December.", "launch"),
        ("New Zealand will require a licence for every ground station.", "policy"),
        ("The president of Peru arrived here Tuesday for a four-day state visit.", "visit"),
        ("Admiral Paul Lac of France is due to visit next week.", "visit"),
        ("Exercise Ocean Lantern ended off Palau on Friday.", "exercise"),
        ("The next meeting of the ministers of Peru is set for Dec. 12.", "meeting"),
        ("Angola will reply before the summit in Accra on December 12.", "meeting"),
        ("Last month's table-top exercise with Chile was a success.", "exercise"),
        ("Peru's ministers and Chile's will see each other in Lima on Friday.", "meeting"),
        ("Chile and Kenya shook hands on a data deal on Friday.", "agreement"),
        ("The Space Data Association came into being on Monday.", "establishment"),
        ("Troops from Peru and Chile rehearsed a collision this week.", "exercise"),
        ("Two Kenyan satellites met in orbit on Monday.", "operation"),
        ("Japan's radar took up its work on Monday.", "operation"),
        ("Spain's satellite rode a Falcon 9 into orbit on Tuesday.", "launch"),
        ("Norway will exempt small satellites from the levy.", "policy"),
        ("The rule takes effect in Kenya on Jan. 1.", "policy"),
        ("Brig. Ann Otieno becomes head of Kenya's space command on 1 January.", "appointment"),
        ("Norway's new space doctrine came out on Monday.", "strategy"),
        ("In a joint statement on Monday, Japan and Kenya thanked Peru.", "statement"),
        ("Kenya's minister received Gen. Ole Vik in Nairobi on Monday.", "visit"),
        ("Officials of Kenya and Norway discussed debris by video link on Tuesday.", "meeting"),
        ("Kenya disbanded its space squadron on Monday.", "establishment"),
        ("Norway and Canada ended a week of drills in Alta on Friday.", "exercise"),
        ("Norwegian soldiers seized 900 kilos of drugs at sea on Monday.", "operation"),
        ("The first Norwegian rocket failed 30 seconds after liftoff on Sunday.", "launch"),
        ("Kenya's government decided to open its market on Monday.", "policy"),
        ("Gen. Ole Vik of Norway will hand over to Gen. Ann Lee on 12 December.", "appointment"),
        ("Norway fired its chief of defence, Gen. Ole Vik, on Monday.", "appointment"),
        ("Norway bought a ground station from Boeotia on Monday.", "contract"),
        ("Norway's prime minister goes to Nairobi on 9 December.", "visit"),
        ("Norway's foreign minister wound up a visit to Kenya on Monday.", "visit"),
        ("The ministers of Peru and Chile will next meet in Lima on 3 March.", "meeting"),
        ("Norway commissioned Boeotia to build two satellites on Monday.", "contract"),
    ],
)
def test_an_event_may_be_told_in_other_words(text: str, kind: str) -> None:
    assert only(text, PUBLISHED)["kind"] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Wing Commander Ann Lal, an Australian officer, joins in November.",
        "They condemned the destructive test carried out by Russia in November 2025.",
        "Albania has so far signed only a letter of intent.",
        "The centre in Norway will move to round-the-clock shifts on Dec. 12.",
        "Peru's ministry called the drill a lantern.",
        "Discussions are underway between Kenya and Norway.",
        "Norway's budget provides $20 million for radars.",
        "Norway's company joined the index on Monday.",
        "The tourists arrived in Oslo on Monday for a visit.",
        "Peru has taken part in 31 negotiations.",
        "Norway's chief of defence passed the exam on Monday.",
        "A company banned phones from its office on Monday.",
        "The satellite meets the requirements of Norway's navy.",
    ],
)
def test_what_only_sounds_like_an_event_is_none(text: str) -> None:
    assert extract(text, published=PUBLISHED)["announcements"] == []


def test_a_speech_announces_what_its_speaker_dates() -> None:
    text = (
        "MR. LEE: Thank you. We met many friends.\n\nQ: And then?\n\n"
        "MR. LEE: Today we have signed a contract worth $2 million with Norway.\n\n"
        "Q: Have you signed a treaty with Peru?\n\nMR. LEE: We may."
    )
    assert only(text, PUBLISHED)["kind"] == "contract"


def test_what_is_on_the_calendar_lies_ahead() -> None:
    text = "The steering group meets in Copenhagen on January 17 and 18."
    assert only(text, PUBLISHED)["event_date"] == "2026-01-17/2026-01-18"


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
    ],
)
def test_a_line_tells_when_it_was_published(text: str, published: str | None) -> None:
    assert extract(text)["article"]["published"] == published


FILLER = "The committee talked about schools, roads and hospitals for an hour. " * 30


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("On Monday the governor signed an executive order on gun violence.", []),
        ("On Monday Acme announced a $2 billion investment in films.", []),
        ("On Monday Acme announced a $2 billion investment in satellites.", ["contract"]),
        ("On Monday Kenya's parliament passed a law on radar stations.", ["policy"]),
    ],
)
def test_what_is_domestic_in_a_long_text_is_no_announcement(text: str, kinds: list[str]) -> None:
    rows = extract(f"{FILLER}\n\n{text}", published="2025-12-05")["announcements"]
    assert [row["kind"] for row in rows] == kinds


def test_what_was_done_recently_is_told_behind_the_lead_too() -> None:
    lead = "The service rests on three goals, its chief thinks. " + "Its allies are many.\n\n" * 60
    told = (
        "Also Tuesday, officials disclosed that Chile and Peru recently demonstrated a "
        "“docking operation” in orbit for the first time."
    )
    for text in (told, lead + told):
        [operation] = extract(text, published="2025-04-09")["announcements"]
        assert (operation["kind"], operation["date"]) == ("operation", "2025-04-08")
        assert operation["nations"] == ["CHL", "PER"]
