"""Which messages the code holds: every sentence that is handed to gettext, in Python and in templates.

Templates are read by Django's own ``templatize``, which turns one into calls of gettext; so what is found is what will
be asked for.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

from tests.laws.house import HEIGHT

# What is called, and what its literal arguments are: s a sentence, p its plural, c its context.
CALLS = {
    "_": "s",
    "gettext": "s",
    "gettext_lazy": "s",
    "gettext_noop": "s",
    "ngettext": "sp",
    "ngettext_lazy": "sp",
    "pgettext": "cs",
    "pgettext_lazy": "cs",
    "npgettext": "csp",
    "npgettext_lazy": "csp",
    # A bank's sentences, which travel with their slots and are said in a language where they are read.
    "bank_says": "s",
    "AnotherAccount": "s",
    "BadBic": "s",
    "BadIban": "s",
    "NotForThisCode": "s",
    "UnreadableStatement": "s",
}
IN_TEMPLATE = re.compile(r"(?<![\w.])(?:n|p|np)?gettext\s*\(|(?<![\w.])_\(")
WRITTEN_FOR_PEOPLE = (".html", ".txt", ".svg", ".xml")


@dataclass(frozen=True, order=True)
class Message:
    """A sentence as the code has it. ``plural`` and ``context`` are empty where there is none."""

    sentence: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue knows it by."""
        return self.context, self.sentence


@dataclass(frozen=True)
class Place:
    """Where a message stands."""

    path: str
    line: int
    message: Message


class NotLiteral(ValueError):
    """Something is handed to gettext that can be read only while the program runs, so nobody could translate it."""


def messages(tree: Path) -> dict[tuple[str, str], Message]:
    """Every message of the rooms below ``tree``, by its key, once; one with a plural covers one without."""
    found: dict[tuple[str, str], Message] = {}
    for place in places(tree):
        known = found.get(place.message.key)
        if known is None or not known.plural:
            found[place.message.key] = place.message
    return found


def places(tree: Path) -> Iterator[Place]:
    """Every place where a message stands, tests left out."""
    for room in HEIGHT:
        for path in sorted((tree / "dateline" / room).rglob("*")):
            if not path.is_file() or {"tests", "__pycache__", "migrations"} & set(path.parts):
                continue
            name = path.relative_to(tree).as_posix()
            if path.suffix == ".py":
                yield from (Place(name, *found) for found in in_code(path.read_text(encoding="utf-8"), name))
            elif path.suffix in WRITTEN_FOR_PEOPLE and "templates" in path.parts:
                yield from (Place(name, *found) for found in in_template(path.read_text(encoding="utf-8"), name))


def in_code(code: str, name: str = "") -> Iterator[tuple[int, Message]]:
    """The messages of a module, with their lines. Raises NotLiteral."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in CALLS:
                yield node.lineno, message_of(node, CALLS[called], name)


def in_template(source: str, name: str = "") -> Iterator[tuple[int, Message]]:
    """The messages of a template, with their lines."""
    calls = templatize(source, origin=name)
    for start in IN_TEMPLATE.finditer(calls):
        line = calls.count("\n", 0, start.start()) + 1
        yield from ((line, message) for _line, message in in_code(one_call(calls[start.start() :]), name))


def one_call(text: str) -> str:
    """The call that ``text`` begins with; what follows it is no Python."""
    for end in re.finditer(r"\)", text):
        candidate = text[: end.end()].replace("\n", " ")
        try:
            ast.parse(candidate)
        except SyntaxError:
            continue
        return candidate
    raise NotLiteral(f"This call does not end: {text[:80]}")


def message_of(call: ast.Call, shape: str, name: str) -> Message:
    """The message that a call asks for."""
    words = [literal(argument, name, call.lineno) for argument in call.args[: len(shape)]]
    if len(words) < len(shape):
        raise NotLiteral(f"{name}:{call.lineno}: a sentence is missing")
    parts = dict(zip(shape, words, strict=True))
    return Message(parts["s"], parts.get("p", ""), parts.get("c", ""))


def literal(argument: ast.expr, name: str, line: int) -> str:
    """The text of a literal argument."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise NotLiteral(f"{name}:{line}: what is translated must be written out, not put together")
