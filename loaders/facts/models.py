"""The models of a facts file: everything one article says, one list per kind of fact.

Persons, posts, memberships and speeches follow Popolo (http://www.popoloproject.com), passages
the W3C Web Annotation TextQuoteSelector (https://www.w3.org/TR/annotation-model/), nations
ISO 3166-1 alpha-3, dates EDTF. Fields are documented for the person who writes the file: the
JSON Schema that editors complete and check with is made from these models.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from loaders import dates, nations, slugs


class ArticleKind(StrEnum):
    """What sort of text a source is."""

    PRESS_RELEASE = "press release"
    NEWS = "news"
    SPEECH = "speech"
    TRANSCRIPT = "transcript"
    JOINT_STATEMENT = "joint statement"
    FACT_SHEET = "fact sheet"
    FEATURE = "feature"
    REFERENCE = "reference"
    WEB_PAGE = "web page"
    RECORD = "parliamentary record"
    SOCIAL = "social media post"


class Tier(StrEnum):
    """How close a source is to those it speaks of, the closest first."""

    OFFICIAL = "official"
    PRESS = "press"
    REFERENCE = "reference"
    COPY = "copy"


class Rights(StrEnum):
    """Whether the body may be redistributed; only the first two may be committed."""

    PUBLIC_DOMAIN = "public domain"
    OPEN_LICENCE = "open licence"
    COPYRIGHTED = "copyrighted"
    UNKNOWN = "unknown"


FREE_RIGHTS = frozenset({Rights.PUBLIC_DOMAIN, Rights.OPEN_LICENCE})


class State(StrEnum):
    """Who has vouched for the facts: a rule, a compiler, or a second reader."""

    EXTRACTED = "extracted"
    COMPILED = "compiled"
    REVIEWED = "reviewed"


class SpeakerKind(StrEnum):
    """Who a statement comes from."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    DOCUMENT = "document"


class StatementKind(StrEnum):
    """How the words reach us: quoted whole, quoted in part, reported, or summed up by us."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"
    PARAPHRASE = "paraphrase"


#: The kinds whose text stands in the article between quotation marks.
QUOTED = (StatementKind.DIRECT, StatementKind.PARTIAL)


def _edtf(text: str) -> str:
    dates.bounds(text)
    return text


def _web_address(text: str) -> str:
    if re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", text):
        return text
    raise ValueError(f"{text!r} is not a web address: it must begin with https:// or http://")


def _listed(value: Any) -> Any:
    """Let one value stand for a list of one: `nations: FRA`."""
    return [value] if isinstance(value, str | dict) else value


def _different(values: list[str]) -> list[str]:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise ValueError(f"{value} stands in the list twice: keep one")
        seen.add(value)
    return values


Text = Annotated[str, Field(min_length=1)]
# Editors read a plain 2013 as a number; the loader does not, and the schema allows for both.
Edtf = Annotated[
    str,
    AfterValidator(_edtf),
    Field(description="An EDTF date", json_schema_extra={"type": ["string", "integer"]}),
]
Slug = Annotated[
    str,
    AfterValidator(slugs.require_slug),
    Field(json_schema_extra={"pattern": f"^{slugs.PATTERN}$"}),
]
Nation = Annotated[
    str, AfterValidator(nations.require_code), Field(description="ISO 3166-1 alpha-3")
]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Nations = Annotated[list[Nation], BeforeValidator(_listed), AfterValidator(_different)]
Slugs = Annotated[list[Slug], BeforeValidator(_listed), AfterValidator(_different)]
Texts = Annotated[list[Text], BeforeValidator(_listed)]


class Model(BaseModel):
    """Strict about names: a misspelt field is an error, not a loss."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Article(Model):
    """The source itself."""

    title: Text
    publisher: Text = Field(description="Whose text it is")
    via: WebAddress | None = Field(
        None, description="Whose copy was read, where not the publisher's own"
    )
    url: WebAddress | None = Field(None, description="The publisher's own page")
    author: Text | None = None
    published: Edtf | None = Field(None, description="EDTF; ~ = inferred; leave out if unknown")
    retrieved: Edtf | None = Field(
        None, description="When it was read; an undated source counts from then"
    )
    place: Text | None = Field(None, description="The dateline's place")
    kind: ArticleKind
    tier: Tier
    rights: Rights
    rights_note: Text | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    copy_of: Slug | None = Field(None, description="The article this one reproduces")
    text: Text | None = Field(None, description="Where the body is held: texts/2025/….txt")
    body_characters: int | None = Field(
        None, gt=0, description="Length of a body that is not held, to tell what share is quoted"
    )
    state: State
    compiled_by: Text | None = Field(None, description="Who last decided on its facts")
    compiled_on: Edtf | None = None
    reviewed_by: Text | None = None
    reviewed_on: Edtf | None = None

    @model_validator(mode="after")
    def _dated_and_vouched_for(self) -> Self:
        if not self.published and not self.retrieved:
            raise ValueError("give `published`, or `retrieved` where the source shows no date")
        if self.state is State.REVIEWED and not (self.reviewed_by and self.reviewed_on):
            raise ValueError("a reviewed article names `reviewed_by` and `reviewed_on`")
        if self.state is not State.REVIEWED and (self.reviewed_by or self.reviewed_on):
            raise ValueError("`reviewed_by` and `reviewed_on` belong to state: reviewed")
        if self.state is State.EXTRACTED and (self.compiled_by or self.compiled_on):
            raise ValueError("`compiled_by` and `compiled_on` belong to facts that a person read")
        return self


class Selector(Model):
    """A passage; one that occurs more than once is told apart by what stands around it."""

    exact: Text
    prefix: str = ""
    suffix: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"exact": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Let editors accept the plain text as well as its fields."""
        fields = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [{"type": "string", "minLength": 1}, fields]}


Passages = Annotated[list[Selector], BeforeValidator(_listed)]


class Fact(Model):
    """What every fact carries: the passage it rests on, or our summary where none was read."""

    passage: Passages | None = Field(None, description="The article's own words, verbatim")
    note: Text | None = Field(None, description="Our own summary, where no passage was read")
    rule: Text | None = Field(None, description="The extraction rule; absent where compiled")
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if not self.passage and not self.note and not self._is_its_own_passage():
            raise ValueError("give `passage` (the article's words) or `note` (our summary)")
        return self

    def _is_its_own_passage(self) -> bool:
        return False


class Person(Fact):
    """A claim about a person: rank or honorific, nationality."""

    official: Slug
    as_printed: Text | None = None
    rank: Text | None = Field(None, description="Rank or honorific, as printed")
    nationality: Nation | None = None
    nationality_from: Annotated[str, Field(pattern="^(stated|organisation)$")] | None = None

    @model_validator(mode="after")
    def _says_whence(self) -> Self:
        if bool(self.nationality) != bool(self.nationality_from):
            raise ValueError(
                "`nationality` and `nationality_from` (stated, organisation) go together"
            )
        return self


class Membership(Fact):
    """One article's claim that nations stand in some relation to a coalition."""

    coalition: Slug
    nations: Nations
    status: Text
    start_date: Edtf | None = Field(None, description="When they joined, where stated")
    end_date: Edtf | None = Field(None, description="When they left, or the edition's last day")
    attested_on: Edtf | None = Field(None, description="A day on which they stood so")

    @model_validator(mode="after")
    def _some_nation(self) -> Self:
        if not self.nations:
            raise ValueError("`nations` is empty: name at least one, or leave the claim out")
        return self


class Post(Fact):
    """One article's claim that a person holds or held a post."""

    official: Slug
    rank: Text | None = None
    title: Text
    organisation: Text | None = None
    organisation_nation: Nation | None = Field(
        None, description="Only where organisations.yaml does not know it"
    )
    acting: bool = False
    former: bool = False
    start_date: Edtf | None = None
    end_date: Edtf | None = None
    attested_on: Edtf | None = None


class Announcement(Fact):
    """One article's claim about one event."""

    event: Slug = Field(description="Shared by all claims about the same event")
    title: Text
    kind: Text
    date: Edtf | None = Field(None, description="The day it was announced")
    event_date: Edtf | None = Field(
        None, description="When it happens or happened; leave out if unknown"
    )
    place: Text | None = None
    nations: Nations = []
    coalitions: Slugs = []
    officials: Slugs = []


class Statement(Fact):
    """One thing said. A quotation split by its attribution is a list of its parts."""

    speaker: Slug | None = Field(
        None, description="The official; leave out for a group or document"
    )
    as_printed: Text | None = Field(None, description="The speaker as the article prints it")
    speaker_kind: SpeakerKind = SpeakerKind.PERSON
    post_as_printed: Text | None = None
    kind: StatementKind
    text: Texts
    date: Edtf | None = Field(
        None, description="The stated day; else it counts as on or before publication"
    )
    nations: Nations = []
    coalitions: Slugs = []
    topics: Slugs = []

    @model_validator(mode="after")
    def _has_a_speaker(self) -> Self:
        if not self.speaker and not self.as_printed:
            raise ValueError("name the `speaker`, or give `as_printed` where it is no known person")
        if self.speaker and self.speaker_kind is not SpeakerKind.PERSON:
            raise ValueError("`speaker` is for persons; a group goes into `as_printed`")
        return self

    def _is_its_own_passage(self) -> bool:
        return self.kind is not StatementKind.PARAPHRASE


#: The lists of facts in a facts file, in the order in which files are written.
SECTIONS: dict[str, type[Fact]] = {
    "persons": Person,
    "posts": Post,
    "memberships": Membership,
    "announcements": Announcement,
    "statements": Statement,
}


class Gap(Model):
    """What could not be settled: it becomes a row in problems, never silence."""

    kind: Text
    text: Text
    why: Text


class FactsFile(Model):
    """One article and every fact it holds."""

    article: Article
    persons: list[Person] = []
    memberships: list[Membership] = []
    posts: list[Post] = []
    announcements: list[Announcement] = []
    statements: list[Statement] = []
    problems: list[Gap] = []
