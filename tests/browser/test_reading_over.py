"""At the desk, as a curator would: select words, answer questions, meet a copy, another tab."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from loaders.facts.yaml import read_yaml
from loaders.paths import REPOSITORY
from tests.browser.offline import opened, served, settled
from tests.curation.test_uploads import pdf_file, word_file
from tests.fixture_data import TOULOUSE, two_articles

pytestmark = pytest.mark.browser

TEXT = """Ministers look back on Toulouse

PARIS, December 9, 2025 – The Combined Space Operations principals met in Toulouse last week.

“We stand with our partners,” said Gen. Stephen Whiting, commander of U.S. Space Command.

Norway signed a letter of intent last Friday to join the Lunar Safety Compact.

“It was time,” said Brig. Gen. Stefan Whiting-Poe, who led the talks.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_articles(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATLAS_CURATE", "on")
        app = REPOSITORY / "dashboard" / "app.py"
        with served(app, folder=REPOSITORY, data=root) as address:
            yield address


def press(page: Page, name: str, *, exact: bool = False) -> None:
    page.get_by_role("button", name=name, exact=exact).first.click()
    settled(page)


def pasted(page: Page, text: str = TEXT) -> None:
    page.get_by_placeholder("Paste the whole article").fill(text)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector(".st-key-proof")
    settled(page)


def select(page: Page, beginning: str) -> None:
    """Select the paragraph of the text that begins so, as a mouse would."""
    page.evaluate(
        """beginning => {
            const bare = part => part.textContent.replace(/\\s+/g, ' ').trim();
            const found = [...document.querySelectorAll('.st-key-proof p')]
                .find(part => bare(part).includes(beginning));
            const range = document.createRange();
            range.selectNodeContents(found);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        beginning,
    )


def test_selected_words_become_the_passage_of_a_new_fact(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/add") as (page, outside):
        pasted(page)
        select(page, "We stand with our partners")
        page.get_by_role("button", name="Add a fact").first.click()
        passage = page.locator('.st-key-new_fact [class*="_passage"] textarea')
        said = (
            "“We stand with our partners,” said Gen. Stephen Whiting, commander of U.S. Space "
            "Command."
        )
        expect(passage).to_have_value(said)
        settled(page)
        page.locator(".st-key-new_fact").get_by_text("Post", exact=True).click()
        settled(page)
        expect(passage).to_have_value(said)
        form = page.locator(".st-key-new_fact")
        form.get_by_role("combobox").first.click()
        page.keyboard.type("Whiting")
        page.get_by_role("option", name="Stephen Whiting").click()
        form.get_by_label("Post *").fill("Commander of the partners")
        press(page, "Add it")
        expect(form).to_have_count(0)
        page.get_by_text("Accepted (1)").click()
        settled(page)
        expect(page.get_by_text("Stephen Whiting: Commander of the partners")).to_be_visible()
        assert outside.requests == []


def test_an_announcement_is_offered_the_event_that_others_tell_of(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}/add") as (page, _):
        pasted(page)
        expect(page.get_by_text("Told already?")).to_be_visible()
        press(page, "Combined Space Operations principals meet")
        expect(page.get_by_text("Same event")).to_be_visible()
        expect(page.get_by_text("To decide")).to_be_visible()
        press(page, "An event of its own")
        expect(page.get_by_text("Told already?")).to_be_visible()
        press(page, "None of these")
        expect(page.get_by_text("Told already?")).to_have_count(0)


def test_a_question_is_answered_and_the_name_remembered(
    browser: Browser, address: str, root: Path
) -> None:
    with opened(browser, f"{address}/add") as (page, _):
        pasted(page, TEXT.replace("look back", "look back again"))
        expect(page.get_by_text("Who is “Stefan Whiting-Poe”?")).to_be_visible()
        press(page, "Stephen Whiting", exact=True)
        expect(page.get_by_text("Who is “Stefan Whiting-Poe”?")).to_have_count(0)
        press(page, "Remember “Stefan Whiting-Poe” as a name of Stephen Whiting")
        press(page, "A new one")
        form = page.locator('[class*="st-key-ask_"]').filter(has_text="Lunar Safety Compact")
        form.get_by_label("What it is, in one sentence").fill("A pact made up for a test.")
        press(page, "Declare the coalition")
        expect(page.get_by_text("New in the vocabulary: Lunar Safety Compact")).to_be_visible()
        page.get_by_role("button", name="Save").click()
        page.wait_for_selector(".st-key-saved")
    entries = read_yaml((root / "reference/officials.yaml").read_text()).value
    (whiting,) = (entry for entry in entries if entry["slug"] == "stephen-whiting")
    assert "Stefan Whiting-Poe" in whiting["other_names"]
    coalitions = read_yaml((root / "reference/coalitions.yaml").read_text()).value
    assert coalitions[-1]["slug"] == "lunar-safety-compact"
    facts = read_yaml(next(root.rglob("ministers-look-back-again*.yaml")).read_text()).value
    joined = [c for c in facts["memberships"] if c["coalition"] == "lunar-safety-compact"]
    assert [claim["nations"] for claim in joined] == [["NOR"]]


def test_a_corrected_day_resolves_relative_days_again(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/add") as (page, _):
        pasted(page, TEXT.replace("look back", "think"))
        page.get_by_role("textbox", name="Published").fill("2025-12-23")
        page.keyboard.press("Enter")
        settled(page)
        page.get_by_text("To decide").wait_for()
        expect(page.get_by_text("Which day").first).to_have_count(0)
        assert page.get_by_role("textbox", name="Published").input_value() == "2025-12-23"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_file_is_uploaded_and_read(
    browser: Browser, address: str, tmp_path: Path, kind: str
) -> None:
    line = (
        b"BT /F1 12 Tf 72 700 Td (France is a member of the Artemis Accords, said Ann Doe.) Tj ET"
    )
    path = tmp_path / f"article.{kind}"
    path.write_bytes(pdf_file(line) if kind == "pdf" else word_file())
    with opened(browser, f"{address}/add") as (page, _):
        page.get_by_role("tab", name="Upload a file").click()
        page.locator("input[type=file]").set_input_files(path)
        page.get_by_text(path.name).first.wait_for()
        settled(page)
        press(page, "Read the file")
        expect(page.locator(".st-key-proof")).to_contain_text("France is a member")


def test_a_copy_of_what_is_held_is_recognised(browser: Browser, address: str, root: Path) -> None:
    with opened(browser, f"{address}/add") as (page, _):
        pasted(page, (root / f"texts/2025/{TOULOUSE}.txt").read_text())
        expect(page.get_by_text("Held already?")).to_be_visible()
        press(page, "This is a copy of it")
        expect(page.get_by_text("counted with it as one source")).to_be_visible()


def test_the_second_of_two_tabs_is_told_and_shown_both(browser: Browser, address: str) -> None:
    text = TEXT.replace("look back on", "argue about")
    with (
        opened(browser, f"{address}/add") as (one, _),
        opened(browser, f"{address}/add") as (two, _),
    ):
        for page in (one, two):
            pasted(page, text)
        press(one, "Reject", exact=True)
        one.get_by_role("button", name="Save").click()
        one.wait_for_selector(".st-key-saved")
        press(two, "Accept", exact=True)
        two.get_by_role("button", name="Save").click()
        expect(two.get_by_text("Saved by somebody else meanwhile")).to_be_visible()
        press(two, "Keep both")
        two.get_by_role("button", name="Save").click()
        two.wait_for_selector(".st-key-saved")


def test_correct_this_leads_from_a_fact_to_its_form(browser: Browser, address: str) -> None:
    fact = f"{TOULOUSE}.m.cspo.FRA.member"
    with opened(browser, f"{address}/sources?article={TOULOUSE}&fact={fact}") as (page, _):
        settled(page)
        page.get_by_role("link", name="Correct this").first.click()
        settled(page)
        expect(page.get_by_role("textbox", name="Attested on")).to_be_visible()
        page.get_by_role("textbox", name="Attested on").fill("2025-12-04~")
        press(page, "Accept with these changes")
        page.get_by_placeholder("Your name").fill("Ann Doe")
        page.get_by_role("button", name="Save").click()
        page.wait_for_selector(".st-key-saved")
    with opened(browser, f"{address}/queue?article={TOULOUSE}") as (page, _):
        settled(page)
        expect(page.get_by_text("Compiled by Ann Doe on")).to_be_visible()


def test_a_paste_too_long_is_named_by_its_size_and_what_to_do(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}/add") as (page, _):
        page.get_by_placeholder("Paste the whole article").click()
        page.evaluate(
            """() => {
                const carried = new DataTransfer();
                carried.setData('text/plain', 'x'.repeat(50000000));
                document.activeElement.dispatchEvent(new ClipboardEvent(
                    'paste', {clipboardData: carried, bubbles: true, cancelable: true}));
            }"""
        )
        said = page.get_by_role("alert").filter(has_text="50,000,000 characters")
        expect(said).to_be_visible()
        expect(said).to_contain_text("at most 400,000")
        expect(said).to_contain_text("Paste one article at a time")
        page.get_by_placeholder("Paste the whole article").fill(TEXT)
        press(page, "Read it")
        expect(page.locator(".st-key-proof")).to_contain_text("We stand with our partners")
