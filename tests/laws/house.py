"""Rooms, their order, and the files in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOMS = (
    ("bench",),
    ("project",),
    ("imports", "front"),
    ("notices",),
    ("moderation",),
    ("reports", "funding", "discussion"),
    ("reading",),
    ("atlas", "screening", "delivery"),
    ("people",),
    ("lib",),
)  # as the layers of pyproject.toml; test_laws holds the two equal
HEIGHT = {room: len(ROOMS) - level for level, rooms in enumerate(ROOMS) for room in rooms}


@dataclass(frozen=True)
class Breach:
    """Where a law is broken and how."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


def may_name(room: str, other: str) -> bool:
    """Whether ``room`` may know of ``other``: itself or one that stands below it."""
    return room == other or HEIGHT[room] > HEIGHT[other]


def files(tree: Path, *suffixes: str, tests: bool = False) -> Iterator[tuple[str, Path]]:
    """Every file of every room with one of ``suffixes``, as (room, path); tests only when asked for."""
    for room in HEIGHT:
        for path in sorted((tree / "dateline" / room).rglob("*")):
            in_tests = "tests" in path.parts
            if path.suffix in suffixes and path.is_file() and "__pycache__" not in path.parts and in_tests == tests:
                yield room, path


def code(tree: Path) -> Iterator[tuple[str, Path, ast.Module]]:
    """Every Python module of every room but tests and migrations."""
    for room, path in files(tree, ".py"):
        if "migrations" not in path.parts:
            yield room, path, parsed(path, path.stat().st_mtime_ns)


@cache
def parsed(path: Path, _changed: int) -> ast.Module:
    """The syntax tree of a module; read once for all laws."""
    return ast.parse(path.read_text(encoding="utf-8"))


def breach(tree: Path, path: Path, line: int, what: str) -> Breach:
    """A breach with its path as seen from ``tree``."""
    return Breach(str(path.relative_to(tree)), line, what)


def calls(module: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call as (last word of what is called, call)."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def first_text(call: ast.Call) -> str:
    """The first argument where it is a literal string."""
    literal = call.args[0] if call.args else None
    return literal.value if isinstance(literal, ast.Constant) and isinstance(literal.value, str) else ""
