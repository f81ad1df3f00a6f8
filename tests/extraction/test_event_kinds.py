"""Which words tell of an event of which kind, and which only look so."""

from __future__ import annotations

import pytest

from loaders.extraction import extract
from tests.extraction.events import only


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
    assert only(text)["kind"] == kind


def test_many_who_sign_at_once_conclude_an_agreement() -> None:
    text = "Norway, Peru, Japan, Canada, France and Italy signed the Artemis Accords on Monday."
    assert only(text)["kind"] == "agreement"


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
    assert extract(text, published="2025-12-05")["announcements"] == []


FILLER = "The committee talked about schools, roads and hospitals for an hour. " * 30


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("On Monday the governor signed an executive order on gun violence.", []),
        ("On Monday Acme announced a $2 billion investment in films.", []),
        ("On Monday Acme announced a $2 billion investment in satellites.", []),
        ("On Monday Kenya announced a $2 billion investment in satellites.", ["policy"]),
        ("On Monday Kenya's parliament passed a law on radar stations.", ["policy"]),
    ],
)
def test_what_is_domestic_in_a_long_text_is_no_announcement(text: str, kinds: list[str]) -> None:
    rows = extract(f"{FILLER}\n\n{text}", published="2025-12-05")["announcements"]
    assert [row["kind"] for row in rows] == kinds
