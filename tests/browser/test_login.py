"""Curating on a hosted instance: a login with OpenID Connect, and a list of allowed addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from loaders.facts.yaml import read_yaml
from loaders.paths import REPOSITORY
from tests.browser.offline import free_port, opened, served, settled
from tests.fixture_data import two_articles

pytest.importorskip("authlib", reason="streamlit[auth] is not installed")
oidc = pytest.importorskip("tests.browser.oidc")

pytestmark = pytest.mark.browser

PEOPLE = {
    "ann": {"sub": "1", "email": "Ann@example.org", "email_verified": True, "name": "Ann Doe"},
    "eve": {"sub": "2", "email": "eve@example.org", "email_verified": True},
    "mallory": {"sub": "3", "email": "ann@example.org", "email_verified": False},
}
TEXT = """Sweden joins the initiative

OTTAWA, April 9, 2025 – Sweden joined the Combined Space Operations Initiative on Tuesday.
"""


@dataclass(frozen=True)
class Hosted:
    """A hosted instance with its login: its address, its data, its provider."""

    address: str
    data: Path
    provider: object


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    root, port = tmp_path_factory.mktemp("hosted"), free_port()
    data = two_articles(root / "data")
    with oidc.provided(PEOPLE) as provider, pytest.MonkeyPatch.context() as patch:
        (root / "secrets.toml").write_text(
            f'[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
            f'cookie_secret = "a-secret-of-these-tests-alone"\nclient_id = "{oidc.CLIENT}"\n'
            f'client_secret = "{oidc.SECRET}"\n'
            f'server_metadata_url = "{provider.issuer}/.well-known/openid-configuration"\n'
            '[curators]\nallowed = ["ann@example.org"]\n'
        )
        patch.setenv("ATLAS_CURATE", "login")
        patch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
        options = ("--secrets.files", str(root / "secrets.toml"))
        app = REPOSITORY / "dashboard" / "app.py"
        with served(app, *options, folder=REPOSITORY, data=data, port=port):
            yield Hosted(f"http://127.0.0.1:{port}", data, provider)


def log_in(page: Page, hosted: Hosted, who: str) -> None:
    page.goto(f"{hosted.address}/add")
    settled(page)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name=who, exact=True).click()
    page.wait_for_url(f"{hosted.address}/**")
    page.wait_for_selector("[data-testid=stApp]")
    page.goto(f"{hosted.address}/add")
    settled(page)


def read_over(page: Page) -> None:
    page.get_by_placeholder("Paste the whole article").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector(".st-key-proof")
    settled(page)


def facts_files(hosted: Hosted) -> int:
    return len(list(hosted.data.rglob("articles/**/*.yaml")))


def test_who_is_not_logged_in_may_read_and_take_along_but_not_save(
    browser: Browser, hosted: Hosted
) -> None:
    with opened(browser, f"{hosted.address}/add") as (page, outside):
        settled(page)
        expect(page.get_by_text("This server stores nothing")).to_be_visible()
        read_over(page)
        expect(page.get_by_role("button", name="Download the facts file")).to_be_visible()
        assert page.get_by_role("button", name="Save").count() == 0
        assert outside.requests == []
    with opened(browser, f"{hosted.address}/queue?article=cspo-principals-toulouse") as (page, _):
        settled(page)
        assert page.get_by_role("button", name="I have read it over").count() == 0
    assert facts_files(hosted) == 2


@pytest.mark.parametrize("who", ["eve", "mallory"])
def test_who_is_not_on_the_list_or_not_verified_is_told_and_refused(
    browser: Browser, hosted: Hosted, who: str
) -> None:
    with opened(browser, hosted.address) as (page, _):
        log_in(page, hosted, who)
        expect(page.get_by_text("not on this instance’s list of curators").first).to_be_visible()
        expect(page.get_by_text(str(PEOPLE[who]["email"]).lower()).first).to_be_visible()
        read_over(page)
        assert page.get_by_role("button", name="Save").count() == 0
        page.get_by_role("button", name="Log out").first.click()
        page.wait_for_timeout(1000)
        page.goto(f"{hosted.address}/add")
        settled(page)
        expect(page.get_by_role("button", name="Log in")).to_be_visible()
    assert facts_files(hosted) == 2


def test_who_is_on_the_list_saves_under_the_address_of_the_login(
    browser: Browser, hosted: Hosted
) -> None:
    with opened(browser, hosted.address) as (page, _):
        log_in(page, hosted, "ann")
        read_over(page)
        while page.get_by_role("button", name="Accept", exact=True).count():
            page.get_by_role("button", name="Accept", exact=True).first.click()
            settled(page)
        page.get_by_role("button", name="Save").click()
        page.wait_for_selector(".st-key-saved")
    (path,) = hosted.data.rglob("sweden-joins-the-initiative.yaml")
    article = read_yaml(path.read_text()).value["article"]
    assert (article["state"], article["compiled_by"]) == ("compiled", "ann@example.org")
    assert hosted.provider.refused == []  # type: ignore[attr-defined]


def test_a_cookie_of_ones_own_making_logs_nobody_in(browser: Browser, hosted: Hosted) -> None:
    with opened(browser, hosted.address) as (page, _):
        forged = '{"email": "ann@example.org", "email_verified": true, "is_logged_in": true}'
        page.context.add_cookies(
            [{"name": "_streamlit_user", "value": f"2|{forged}|x", "url": hosted.address}]
        )
        page.goto(f"{hosted.address}/add")
        settled(page)
        expect(page.get_by_role("button", name="Log in")).to_be_visible()
