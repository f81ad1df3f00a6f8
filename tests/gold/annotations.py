"""The gold set's annotations: what a reader wrote beside each article, found again in its text.

Annotations quote the text instead of counting characters (README.md gives the format), so an
article can be mended without renumbering anything; `locate` turns a quotation into offsets.
"""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, field_validator

HERE = Path(__file__).parent
UNJUDGED = "?"
"""Where an annotation says this, any value, or none, is accepted: the text does not settle it."""

Span = tuple[int, int]
IGNORABLE = "[\u00ad\u200b\u2060\ufeff]*"


class GoldError(ValueError):
    """An annotation that its article does not bear out."""


class Annotation(BaseModel):
    """Base of every annotated thing: unchangeable, and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Annotation):
    """Words of the article, verbatim but for white space; `occurrence` counts from 1."""

    text: str
    occurrence: int = 1


class Speaker(Annotation):
    """Whoever is credited: as printed and, for a person, the full name the text supports."""

    as_printed: str
    kind: str = "person"
    name: str | None = None
    pronoun: bool = False


class Statement(Annotation):
    """One thing said; a quotation split by its attribution or by paragraphs has several spans."""

    kind: str
    spans: tuple[Quote, ...]
    speakers: tuple[Speaker, ...]
    date: str | None = None
    optional: bool = False

    @field_validator("spans", mode="before")
    @classmethod
    def plain_strings_are_quotes(cls, spans: object) -> object:
        """Let an annotator write a bare string where it occurs once, or the first is meant."""
        if not isinstance(spans, list):
            return spans
        return [{"text": span} if isinstance(span, str) else span for span in spans]


class Person(Annotation):
    """A person named in the text; rank and nationality only where the text gives them."""

    name: str
    rank: str | None = None
    nationality: str | None = None
    nationality_from: str | None = None
    optional: bool = False


class Post(Annotation):
    """A post the text gives a person; `acting` and `former` as printed there."""

    person: str
    title: str
    organisation: str | None = None
    organisation_nation: str | None = None
    acting: bool = False
    former: bool = False
    optional: bool = False


class Membership(Annotation):
    """What the text claims of some nations' standing in one coalition."""

    coalition: str | None = None
    coalition_as_printed: str | None = None
    nations: tuple[str, ...]
    status: str
    start_date: str | None = None
    end_date: str | None = None
    attested_on: str | None = None
    optional: bool = False


class Announcement(Annotation):
    """An event the article reports; `passage` is a stretch its evidence must touch."""

    kind: str
    date: str | None = None
    event_date: str | None = None
    place: str | None = UNJUDGED
    nations: tuple[str, ...] | str = UNJUDGED
    coalitions: tuple[str, ...] | str = UNJUDGED
    passage: str
    optional: bool = False


class Gold(Annotation):
    """All that is expected of one article. A list left out is not judged; an empty one is."""

    published: str | None = None
    published_from: str | None = None
    place: str | None = None
    statements: tuple[Statement, ...] | None = None
    persons: tuple[Person, ...] | None = None
    posts: tuple[Post, ...] | None = None
    nations: dict[str, tuple[str, ...]] | None = None
    not_nations: tuple[str, ...] = ()
    maybe_nations: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] | None = None
    not_members: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    announcements: tuple[Announcement, ...] | None = None
    problems: tuple[str, ...] = ()


class Article(Annotation):
    """A text of the gold set with its annotations."""

    path: Path
    text: str
    gold: Gold

    @property
    def visible(self) -> str:
        """The text a reader sees: for HTML, without tags and with entities resolved."""
        if self.path.suffix != ".html":
            return self.text
        return html.unescape(re.sub(r"<[^>]+>", " ", self.text))

    @property
    def published_flag(self) -> str | None:
        """The date handed to `extract`, where the text itself gives none."""
        return self.gold.published if self.gold.published_from == "flag" else None


def read_article(text_path: Path) -> Article:
    """Read one text and the YAML beside it; raise GoldError where either is wrong."""
    raw = text_path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    beside = text_path.with_suffix(".yaml")
    # BaseLoader reads every scalar as a string: NO stays Norway's code, 2013 a year.
    loaded = yaml.load(beside.read_text(encoding="utf-8"), yaml.BaseLoader)
    try:
        gold = Gold.model_validate(_without_nulls(loaded))
    except ValueError as error:
        raise GoldError(f"{beside.name}: {error}") from error
    return Article(path=text_path, text=text, gold=gold)


def read_half(folder: Path) -> list[Article]:
    """Read every article of a folder, in the order of the file names."""
    texts = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".md", ".html"})
    return [read_article(path) for path in texts]


def _without_nulls(value: object) -> object:
    """Drop keys whose scalar is YAML's null: BaseLoader reads it as an empty or 'null' string."""
    if isinstance(value, dict):
        return {k: _without_nulls(v) for k, v in value.items() if v not in ("", "null", "~")}
    if isinstance(value, list):
        return [_without_nulls(item) for item in value]
    return value


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """A pattern for words: any white space between them, invisible characters within them."""
    parts = [IGNORABLE.join(re.escape(char) for char in word) for word in words.split()]
    return re.compile(r"[\s\u200b]+".join(parts))


def locate(text: str, quote: Quote) -> Span | None:
    """Where a quotation stands in a text, or None."""
    pattern = _pattern(quote.text)
    found = pattern.search(text)
    for _ in range(quote.occurrence - 1):
        found = found and pattern.search(text, found.start() + 1)
    return found.span() if found else None


def locate_nations(text: str, gold: Gold) -> dict[Span, str]:
    """Every mention of a nation: all occurrences of the annotated names as whole words.

    A longer name hides a shorter one inside it (Republic of Korea, Korea), and `not_nations`
    hides what only looks like one (Georgia Tech). The article before a name is left out.
    """
    names = {
        re.sub("^[Tt]he ", "", name): nation
        for nation, all_names in (gold.nations or {}).items()
        for name in all_names
    }
    traps = dict.fromkeys(gold.not_nations, "")
    taken: dict[Span, str] = {}
    for name, nation in sorted((names | traps).items(), key=lambda item: -len(item[0])):
        whole = re.compile(rf"(?<!\w){_pattern(name).pattern}(?!\w)")
        for found in whole.finditer(text):
            if not any(a < found.end() and found.start() < b for a, b in taken):
                taken[found.span()] = nation
    return {span: nation for span, nation in sorted(taken.items()) if nation}
