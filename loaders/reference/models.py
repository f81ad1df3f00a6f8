"""The models of the reference files under data/reference/."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from loaders.facts.models import Edtf, Model, Nation, Slug, Text, WebAddress


class Vocabulary(StrEnum):
    """The reference files that facts name entries of."""

    COALITIONS = "coalitions.yaml"
    STATUSES = "statuses.yaml"
    ANNOUNCEMENT_KINDS = "announcement_kinds.yaml"
    ORGANISATIONS = "organisations.yaml"
    OFFICIALS = "officials.yaml"

    @property
    def path(self) -> str:
        """Where it is in the data directory."""
        return f"reference/{self}"


class CoalitionKind(StrEnum):
    """What sort of grouping a coalition is."""

    MILITARY = "military"
    CIVIL = "civil"
    CIVIL_MILITARY = "civil-military"
    COMMERCIAL = "military-commercial"
    ALLIANCE = "alliance"
    EXERCISE_SERIES = "exercise series"
    EXERCISE = "exercise"


class Coalition(Model):
    """A coalition, operation, accord, programme, exercise series, or one of its editions."""

    slug: Slug
    name: Text
    short_name: Text
    aliases: list[Text] = Field([])
    parent: Slug | None = Field(None, description="What it is part of: an edition's series")
    predecessor: Slug | None = None
    kind: CoalitionKind
    description: Text
    first_day: Edtf | None = Field(None, description="When it began; open bounds begin there")
    last_day: Edtf | None = Field(None, description="When it ended; an exercise edition's last day")
    source: WebAddress | None = None


class Status(Model):
    """How a nation can stand to a coalition, and whether that counts as membership."""

    slug: Text
    label: Text
    counts: bool
    meaning: Text


class Kind(Model):
    """A kind of announcement."""

    slug: Slug
    label: Text
    meaning: Text


class Organisation(Model):
    """A body that people hold posts in; its nation, or none where it is multinational."""

    slug: Slug
    name: Text
    aliases: list[Text] = Field([])
    nation: Nation | None = None
    parent: Slug | None = None


class Official(Model):
    """A person: one slug for all spellings. Rank and nationality come from claims."""

    slug: Slug
    name: Text
    family_name: Text
    other_names: list[Text] = Field([])
