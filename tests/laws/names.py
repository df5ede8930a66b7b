"""Names in strings that reach upward: what imports cannot show."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .house import HEIGHT, Breach, breach, calls, code, files, first_text, may_name

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField", "ParentalKey", "ParentalManyToManyField", "get_model"}
LOOKUPS = {"reverse", "reverse_lazy", "redirect", "resolve_url", "see_other"}
TEMPLATE_TAG = re.compile(r"{%-?\s*(extends|include|load|url)\s+([^%]*?)-?%}")
QUOTED = re.compile(r"""["']([^"']+)["']""")


def upward_relations(tree: Path) -> Iterator[Breach]:
    """A foreign key, or get_model, names its model's room in a string: that room must stand below."""
    for room, path, module in code(tree):
        for name, call in calls(module):
            other = first_text(call).split(".")[0].lower()
            if name in RELATIONS and other in HEIGHT and not may_name(room, other):
                yield breach(tree, path, call.lineno, f"{name} names {other}, which does not stand below {room}")


def upward_reversals(tree: Path) -> Iterator[Breach]:
    """A room gives addresses only of its own pages and of those below."""
    for room, path, module in code(tree):
        for name, call in calls(module):
            other = first_text(call).split(":")[0]
            if name in LOOKUPS and other in HEIGHT and not may_name(room, other):
                yield breach(tree, path, call.lineno, f"{name} names {other}, which does not stand below {room}")


def upward_dotted_names(tree: Path) -> Iterator[Breach]:
    """A dotted name of a room in a string is an import in disguise."""
    for room, path, module in code(tree):
        for node in ast.walk(module):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            match = re.fullmatch(r"dateline\.(\w+)(\.\w+)*", node.value)
            other = match.group(1) if match else ""
            if other in HEIGHT and not may_name(room, other):
                yield breach(tree, path, node.lineno, f"“{node.value}” does not stand below {room}")


def upward_templates(tree: Path) -> Iterator[Breach]:
    """A template extends, includes, loads and links only to its own room and those below; base.html is everyone's."""
    for room, path in files(tree, ".html", ".txt", ".xml", ".svg"):
        if "templates" not in path.parts:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for tag, words in TEMPLATE_TAG.findall(line):
                for other in named_rooms(tag, words):
                    if not may_name(room, other):
                        yield breach(tree, path, number, f"{tag} names {other}, which does not stand below {room}")


def named_rooms(tag: str, words: str) -> list[str]:
    """The rooms that a template tag names."""
    quoted = QUOTED.findall(words)[:1]
    names = words.split() if tag == "load" else [re.split(r"[/:]", text)[0] for text in quoted]
    return [name for name in names if name in HEIGHT]


def law_lines(tree: Path) -> Iterator[Breach]:
    """Each room's docstring begins with its law, word for word as in docs/architecture.md."""
    page = tree / "docs" / "architecture.md"
    told = (
        dict(re.findall(r"^\| `?(\w+)`? \| (.+?) \|$", page.read_text(encoding="utf-8"), re.M)) if page.exists() else {}
    )
    for room in HEIGHT:
        path = tree / "dateline" / room / "__init__.py"
        if not path.exists():
            continue
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        law = docstring.split("\n")[0]
        if not law:
            yield breach(tree, path, 1, f"{room} does not begin with its law")
        elif told.get(room) != law:
            yield breach(tree, path, 1, f"{room}'s law is “{law}” here and “{told.get(room)}” in docs/architecture.md")
