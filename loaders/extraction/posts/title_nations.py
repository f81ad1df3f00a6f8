"""The nations of titles and bodies: what `organisations.yaml` lists, else what a name holds."""

from __future__ import annotations

import re
from functools import cache

from loaders.extraction.language.vocabulary import load
from loaders.extraction.nations.vocabulary import vocabulary as nation_vocabulary


@cache
def nation_of_word() -> dict[str, str]:
    """Nation names, abbreviations and demonyms → ISO code."""
    return {form: known.nation for form, known in nation_vocabulary().forms.items() if known.nation}


@cache
def _organisations() -> dict[str, str | None]:
    """Printed name in lower case → nation (None: multinational), of `organisations.yaml`."""
    found: dict[str, str | None] = {}
    for entry in load("organisations") or []:
        for name in (entry.get("name"), *(entry.get("aliases") or [])):
            if name:
                found[name.lower()] = entry.get("nation") or None
    return found


def organisation_nation_known(name: str) -> bool:
    """Whether `organisations.yaml` has this name."""
    return name.lower() in _organisations()


@cache
def nation_of_organisation(name: str) -> str | None:
    """The nation of a body: as listed, else the nation or demonym its name holds."""
    bare = re.sub(r"^(?:the|The|its|their|his|her) ", "", name)
    listed = _organisations()
    if bare.lower() in listed:
        return listed[bare.lower()]
    if _MULTINATIONAL.search(bare):
        return None
    nations = nation_of_word()
    parts = bare.split()
    for width in (3, 2, 1):
        for at in range(len(parts) - width + 1):
            phrase = " ".join(parts[at : at + width]).removesuffix("'s").removesuffix("’s")
            if phrase in nations:
                return nations[phrase]
    return None


_MULTINATIONAL = re.compile(r"\b(?:Multinational|Combined|NATO|Allied|European|United Nations)\b")


def nation_of_title(title: str) -> str | None:
    """The nation of a title that only one nation has ("Chief of Space Operations")."""
    lowered = title.lower()
    for phrase, nation in ((load("titles") or {}).get("nations") or {}).items():
        if phrase in lowered:
            return str(nation)
    return None
