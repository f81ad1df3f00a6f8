"""The forms nations are named by, from `data/reference/nations.yaml`, ready to be found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from loaders.extraction.language.phrases import Phrases, apostrophe_variants
from loaders.extraction.language.vocabulary import load


class FormKind(StrEnum):
    """What a form is to its nation."""

    NAME = "name"
    DEMONYM = "demonym"
    ABBREVIATION = "abbreviation"
    TRAP = "trap"
    AMBIGUOUS = "ambiguous"
    WITHOUT_CODE = "without code"


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form: its nation ("" where it is none or several) and the guards it needs."""

    text: str
    kind: FormKind
    nation: str = ""
    choices: tuple[str, ...] = ()
    also_person: str = ""
    also_place: bool = False
    language: bool = False
    needs_the: bool = False
    in_capitals: bool = False

    @property
    def guarded(self) -> bool:
        """Whether its neighbours decide what it means."""
        return bool(self.also_person or self.language or self.needs_the or self.in_capitals)


@dataclass(frozen=True, slots=True)
class NationVocabulary:
    """All forms by their print, and as phrases to be found."""

    forms: dict[str, Form]
    phrases: Phrases


@cache
def vocabulary() -> NationVocabulary:
    """The vocabulary of `nations.yaml`."""
    written: Any = load("nations")
    forms = dict(_forms(written))
    return NationVocabulary(forms, Phrases(forms, lasting=True))


def _forms(written: Any) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    for form in _plain_forms(written):
        guarded = _with_guards(form, written)
        for text in apostrophe_variants(form.text):
            forms.setdefault(text, replace(guarded, text=text))
            if form.kind in (FormKind.NAME, FormKind.DEMONYM, FormKind.TRAP):
                forms.setdefault(text.upper(), replace(guarded, text=text))
    return forms


def _plain_forms(written: Any) -> list[Form]:
    found = [Form(trap, FormKind.TRAP) for line in written["traps"] for trap in line]
    for nation, ways in written["nations"].items():
        kinds = (
            ("names", FormKind.NAME),
            ("demonyms", FormKind.DEMONYM),
            ("abbreviations", FormKind.ABBREVIATION),
        )
        for section, kind in kinds:
            found += [Form(text, kind, nation) for text in ways.get(section) or ()]
    found += [Form(text, FormKind.WITHOUT_CODE) for text in written["without_code"]]
    for text, choices in written["ambiguous"].items():
        found.append(Form(text, FormKind.AMBIGUOUS, choices=tuple(choices)))
    return found


def _with_guards(form: Form, written: Any) -> Form:
    if form.kind is FormKind.TRAP:
        return form
    strength = next((s for s, names in written["also_persons"].items() if form.text in names), "")
    return replace(
        form,
        also_person=strength,
        also_place=form.text in written["also_places"],
        language=form.text in written["languages"],
        needs_the=form.text in written["only_after_the"],
        in_capitals=form.text == "US",
    )
