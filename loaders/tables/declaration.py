"""The one declaration of all tables.

Columns, types, keys and a one-line meaning each. Dtypes, checks, the data dictionary and
`datapackage.json` all come from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """A column's type, with its Frictionless name as the value where there is one."""

    STRING = "string"
    CATEGORY = "category"
    EDTF = "edtf"
    DAY = "date"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    STRINGS = "array"


@dataclass(frozen=True)
class Column:
    """One column: `references` names the table whose key its values (or list items) are."""

    name: str
    type: Type
    meaning: str
    required: bool = False
    references: str | None = None


@dataclass(frozen=True)
class Table:
    """One table; `id` is its key unless another column is named."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: str = "id"

    def column(self, name: str) -> Column:
        """Find a column by name; raises KeyError."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name!r}")

    @property
    def names(self) -> list[str]:
        """The names of all columns, in order."""
        return [column.name for column in self.columns]


def _dated(name: str, meaning: str) -> tuple[Column, ...]:
    """An EDTF date and the two day columns derived from it."""
    return (
        Column(name, Type.EDTF, f"{meaning} (EDTF)"),
        Column(f"{name}_earliest", Type.DAY, f"First day that {name} can mean; empty = open"),
        Column(f"{name}_latest", Type.DAY, f"Last day that {name} can mean; empty = open"),
    )


_KEY = Column("id", Type.STRING, "Stable key, also the fact's permalink", required=True)
_ARTICLE = Column("article", Type.CATEGORY, "The article that makes the claim", True, "articles")
_FACT = (
    _KEY,
    _ARTICLE,
    Column("evidence", Type.STRING, "What the fact rests on first", True, "evidence"),
    Column("state", Type.CATEGORY, "extracted, compiled or reviewed", required=True),
    Column("confidence", Type.NUMBER, "0 to 1 for an extracted fact; empty where compiled"),
)
_NATIONS = Column("nations", Type.STRINGS, "ISO 3166-1 alpha-3 codes of the nations it names")
_COALITIONS = Column("coalitions", Type.STRINGS, "Coalitions it names", references="coalitions")

ARTICLES = Table(
    "articles",
    "One source text.",
    (
        _KEY,
        Column("title", Type.STRING, "Headline as printed, else a description in brackets", True),
        Column("publisher", Type.CATEGORY, "Whose text it is", True),
        Column(
            "via",
            Type.STRING,
            "Web address of the copy that was read, where not the publisher's own",
        ),
        Column("copy_of", Type.STRING, "The article it reproduces", references="articles"),
        Column("copy_group", Type.CATEGORY, "Articles that count as one source share this", True),
        Column("url", Type.STRING, "Web address at the publisher"),
        Column("author", Type.STRING, "By-line"),
        *_dated("published", "Day of publication; ~ = inferred"),
        *_dated("retrieved", "Day on which the text was read"),
        Column(
            "known_from",
            Type.DAY,
            "Latest day on which it can have become public: publication, else retrieval",
        ),
        Column("place", Type.STRING, "Place in the dateline"),
        Column("kind", Type.CATEGORY, "press release, news, speech, transcript …", True),
        Column("tier", Type.CATEGORY, "official, press, reference or copy", True),
        Column(
            "rights", Type.CATEGORY, "public domain, open licence, copyrighted or unknown", True
        ),
        Column("rights_note", Type.STRING, "What the source says of its rights"),
        Column("language", Type.CATEGORY, "ISO 639 code of the text's language", True),
        Column("text_path", Type.STRING, "The held body, relative to the data directory"),
        Column("text_sha256", Type.STRING, "SHA-256 of the held body"),
        Column("state", Type.CATEGORY, "extracted, compiled or reviewed", True),
        Column("compiled_by", Type.STRING, "Who last decided on its facts, where recorded"),
        Column("compiled_on", Type.EDTF, "On which day"),
        Column("reviewed_by", Type.STRING, "Who read the facts over"),
        Column("reviewed_on", Type.EDTF, "On which day"),
        Column("facts_path", Type.STRING, "The facts file, relative to the data directory"),
    ),
)

EVIDENCE = Table(
    "evidence",
    "What one fact rests on: a passage of an article, or our summary where none was read.",
    (
        _KEY,
        Column("fact", Type.STRING, "Key of the fact that rests on it", True),
        Column("fact_table", Type.CATEGORY, "The table that the fact is in", True),
        _ARTICLE,
        Column("exact", Type.STRING, "The passage, verbatim (W3C TextQuoteSelector)"),
        Column("note", Type.STRING, "Our own summary, where no passage was read"),
        Column("prefix", Type.STRING, "Text just before the passage, where the body is held"),
        Column("suffix", Type.STRING, "Text just after the passage, where the body is held"),
        Column("start", Type.INTEGER, "Offset of the passage in the held body, in code points"),
        Column("end", Type.INTEGER, "Offset just after the passage"),
        Column("rule", Type.CATEGORY, "The extraction rule, or 'compiled'", True),
    ),
)

COALITIONS = Table(
    "coalitions",
    "A coalition, operation, accord, programme, exercise series or one of its editions.",
    (
        Column("slug", Type.STRING, "Stable key", True),
        Column("name", Type.STRING, "Full name", True),
        Column("short_name", Type.STRING, "Name used on charts", True),
        Column("aliases", Type.STRINGS, "Other printed names"),
        Column("parent", Type.STRING, "What it is part of", references="coalitions"),
        Column("predecessor", Type.STRING, "What it came out of", references="coalitions"),
        Column("kind", Type.CATEGORY, "military, civil, alliance, exercise …", True),
        Column("description", Type.STRING, "What it is, in one line", True),
        *_dated("first_day", "When it began"),
        *_dated("last_day", "When it ended"),
        Column("source", Type.STRING, "Where that is stated"),
    ),
    key="slug",
)

MEMBERSHIPS = Table(
    "memberships",
    "One article's claim about one nation in one coalition.",
    (
        *_FACT,
        Column("coalition", Type.CATEGORY, "The coalition", True, "coalitions"),
        Column("nation", Type.CATEGORY, "ISO 3166-1 alpha-3", True),
        Column("status", Type.CATEGORY, "Slug of the status claimed", True),
        Column("counts", Type.BOOLEAN, "Whether that status counts as membership", True),
        *_dated("start_date", "When the nation joined, where stated"),
        *_dated("end_date", "When it left, or the edition's last day"),
        *_dated("attested_on", "A day on which the source shows it standing so"),
    ),
)

ANNOUNCEMENTS = Table(
    "announcements",
    "One article's claim about one event.",
    (
        *_FACT,
        Column("event", Type.CATEGORY, "Slug shared by all claims about the event", True),
        Column("title", Type.STRING, "What was announced, in our words", True),
        Column("kind", Type.CATEGORY, "Slug of the kind", True),
        *_dated("date", "When it was announced"),
        *_dated("event_date", "When it happened or will; empty = unknown"),
        Column("place", Type.STRING, "Where"),
        _NATIONS,
        _COALITIONS,
        Column("officials", Type.STRINGS, "Officials it names", references="officials"),
    ),
)

OFFICIALS = Table(
    "officials",
    "One person; rank and nationality come from claims.",
    (
        Column("slug", Type.STRING, "Stable key", True),
        Column("name", Type.STRING, "Full name", True),
        Column("family_name", Type.STRING, "Name to sort by", True),
        Column("other_names", Type.STRINGS, "Other spellings in the sources"),
    ),
    key="slug",
)

PERSONS = Table(
    "persons",
    "One article's claim about a person: rank or honorific, nationality.",
    (
        *_FACT,
        Column("official", Type.CATEGORY, "The person", True, "officials"),
        Column("as_printed", Type.STRING, "The name as the article prints it"),
        Column("rank", Type.CATEGORY, "Rank or honorific as printed"),
        Column("nationality", Type.CATEGORY, "ISO 3166-1 alpha-3"),
        Column("nationality_from", Type.CATEGORY, "stated, or by the organisation served"),
    ),
)

POSTS = Table(
    "posts",
    "One article's claim that a person holds or held a post.",
    (
        *_FACT,
        Column("official", Type.CATEGORY, "Who holds it", True, "officials"),
        Column("rank", Type.CATEGORY, "Rank as printed beside the post"),
        Column("title", Type.STRING, "The post's title", True),
        Column(
            "organisation",
            Type.CATEGORY,
            "The organisation, by its name in the reference, else as printed",
        ),
        Column(
            "organisation_nation", Type.CATEGORY, "Its nation; empty if multinational or unknown"
        ),
        Column("acting", Type.BOOLEAN, "Performing the duties without holding the post", True),
        Column("former", Type.BOOLEAN, "The source speaks of it as past", True),
        *_dated("start_date", "When the post was taken up, where stated"),
        *_dated("end_date", "When it was given up, where stated"),
        *_dated("attested_on", "A day on which the source shows the person in the post"),
    ),
)

STATEMENTS = Table(
    "statements",
    "One thing said.",
    (
        *_FACT,
        Column("text", Type.STRING, "The words said; for a paraphrase, ours", True),
        Column("kind", Type.CATEGORY, "direct, partial, indirect or paraphrase", True),
        Column("speaker_as_printed", Type.STRING, "The speaker as the article prints it"),
        Column("speaker_kind", Type.CATEGORY, "person, group, organisation or document", True),
        Column("official", Type.CATEGORY, "The person who said it", references="officials"),
        Column("post_as_printed", Type.STRING, "The post beside the name, as printed"),
        *_dated("date", "When it was said: the stated day, else on or before publication"),
        _NATIONS,
        _COALITIONS,
        Column("topics", Type.STRINGS, "Topics, as slugs"),
    ),
)

PROBLEMS = Table(
    "problems",
    "What could not be settled.",
    (
        _KEY,
        Column("article", Type.CATEGORY, "The article it arose in", references="articles"),
        Column("kind", Type.CATEGORY, "What sort of problem", True),
        Column("text", Type.STRING, "The words or value in question", True),
        Column("why", Type.STRING, "Why it could not be settled", True),
    ),
)

TABLES: tuple[Table, ...] = (
    ARTICLES, EVIDENCE, COALITIONS, MEMBERSHIPS, ANNOUNCEMENTS, OFFICIALS, PERSONS, POSTS,
    STATEMENTS, PROBLEMS,
)  # fmt: skip

FACT_TABLES: tuple[Table, ...] = (MEMBERSHIPS, ANNOUNCEMENTS, PERSONS, POSTS, STATEMENTS)


def table(name: str) -> Table:
    """Find a table by name; raises KeyError."""
    for declared in TABLES:
        if declared.name == name:
            return declared
    raise KeyError(f"there is no table {name!r}")
