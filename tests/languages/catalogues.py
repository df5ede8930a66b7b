"""The catalogues against the code: nothing missing, nothing left over, and each translation fit to be filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib

from .extraction import Message

# How many forms of plural a language has, and which number takes which: from CLDR, as gettext writes it.
PLURALS = {
    "de": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
NAMED = re.compile(r"%\((\w+)\)([a-z])")
BRACED = re.compile(r"{(\w*)}")
PLAIN = re.compile(r"(?<!%)%([sd])")
TAG = re.compile(r"</?([a-z]+)\b[^>]*>")


def path_of(tree: Path, language: str) -> Path:
    """Where the catalogue of a language lies."""
    return tree / "dateline" / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> polib.POFile:
    """A catalogue, with lines as long as its sentences, so that a changed word changes one line."""
    return polib.pofile(str(path), encoding="utf-8", wrapwidth=0)


def empty(language: str) -> polib.POFile:
    """A catalogue of nothing. It has no dates: when something was changed is git's to say."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    return catalogue


def key_of(entry: polib.POEntry) -> tuple[str, str]:
    """As ``Message.key``."""
    return entry.msgctxt or "", entry.msgid


def faults(catalogue: polib.POFile, language: str, wanted: dict[tuple[str, str], Message]) -> Iterator[str]:
    """Whatever is wrong with a catalogue, one line each."""
    known = {key_of(entry): entry for entry in catalogue if not entry.obsolete}
    if catalogue.metadata.get("Plural-Forms") != PLURALS[language]:
        yield f"Plural-Forms should be {PLURALS[language]}"
    yield from (f"missing: {sentence!r}" for _context, sentence in sorted(wanted.keys() - known.keys()))
    yield from (f"nobody says any more: {sentence!r}" for _context, sentence in sorted(known.keys() - wanted.keys()))
    for key in sorted(known.keys() & wanted.keys()):
        yield from wrong_in(known[key], wanted[key], forms_of(language))


def forms_of(language: str) -> int:
    """How many forms a number's sentence has."""
    return int(PLURALS[language].split(";")[0].split("=")[1])


def wrong_in(entry: polib.POEntry, message: Message, forms: int) -> Iterator[str]:
    """What is wrong with one translation."""
    if entry.fuzzy:
        yield f"unsure: {message.sentence!r}"
    if (entry.msgid_plural or "") != message.plural:
        yield f"another plural: {message.sentence!r}"
    elif message.plural and set(entry.msgstr_plural) != set(range(forms)):
        yield f"needs {forms} forms: {message.sentence!r}"
    for written in translations(entry):
        if not written.strip():
            yield f"untranslated: {message.sentence!r}"
        elif misfit := misfit_of(message, written):
            yield f"{misfit}: {message.sentence!r} became {written!r}"


def translations(entry: polib.POEntry) -> list[str]:
    """The one translation of a message, or those for each kind of number."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def misfit_of(message: Message, written: str) -> str:
    """How the slots, the markup or the edges of a translation differ from what the code fills in; empty if they do not.

    Forms of a number may leave the number out: “one comment” needs no figure.
    """
    source = message.plural or message.sentence
    if slots(written) != slots(source) and not (message.plural and slots(written) <= slots(source)):
        return "slots differ"
    if Counter(TAG.findall(written)) != Counter(TAG.findall(source)):
        return "markup differs"
    return "edges differ" if edges(written) != edges(source) else ""


def slots(text: str) -> set[tuple[str, ...]]:
    """What a sentence leaves to be filled in, with how it is printed."""
    named = {("%", name, kind) for name, kind in NAMED.findall(text)}
    plain = {("%", str(number), kind) for number, kind in enumerate(PLAIN.findall(NAMED.sub("", text)))}
    return named | plain | {("{", name) for name in BRACED.findall(text)}


def edges(text: str) -> tuple[bool, bool]:
    """Whether blanks stand at the beginning and at the end; where they do, something is put beside them."""
    return text[:1].isspace(), text[-1:].isspace()


def brought_up_to_date(catalogue: polib.POFile, language: str, wanted: dict[tuple[str, str], Message]) -> int:
    """Put in what is missing, take out what nobody says, sort; return how many are untranslated."""
    known = {key_of(entry): entry for entry in catalogue}
    catalogue.clear()
    for key in sorted(wanted, key=lambda key: (key[1].casefold(), key)):
        catalogue.append(entry_of(wanted[key], known.get(key), forms_of(language)))
    catalogue.metadata["Plural-Forms"] = PLURALS[language]
    return sum(not all(translations(entry)) for entry in catalogue)


def entry_of(message: Message, known: polib.POEntry | None, forms: int) -> polib.POEntry:
    """The entry of a message, with its translation where there was one that fits its shape."""
    entry = polib.POEntry(msgid=message.sentence, msgctxt=message.context or None)
    flag = "python-format" if "%(" in message.sentence or PLAIN.search(message.sentence) else ""
    entry.flags = [flag] if flag else []
    entry.tcomment = known.tcomment if known else ""
    if message.plural:
        entry.msgid_plural = message.plural
        old = known.msgstr_plural if known else {}
        entry.msgstr_plural = {form: old.get(form, "") for form in range(forms)}
    else:
        entry.msgstr = known.msgstr if known else ""
    return entry
