"""How long things may be. What is wanted is printed; what is allowed is held."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .house import Breach, breach, code, files


@dataclass(frozen=True)
class Budget:
    """Lines that a thing should have at most, and lines that it may not exceed."""

    wanted: int
    allowed: int


BUDGETS = {
    "function": Budget(25, 60),
    "class": Budget(200, 300),
    "module": Budget(250, 400),
    "style sheet": Budget(250, 400),
    "script": Budget(250, 400),
    "template": Budget(80, 160),
}


def lengths(tree: Path) -> Iterator[tuple[str, Path, int, str, int]]:
    """(kind, path, line, name, length) of everything that has a budget."""
    for _room, path, module in code(tree):
        yield "module", path, 1, path.name, line_count(path)
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                kind = "class" if isinstance(node, ast.ClassDef) else "function"
                yield kind, path, node.lineno, node.name, (node.end_lineno or node.lineno) - node.lineno + 1
    for suffix, kind in ((".html", "template"), (".css", "style sheet"), (".js", "script")):
        for _room, path in files(tree, suffix):
            yield kind, path, 1, path.name, line_count(path)


def line_count(path: Path) -> int:
    """Lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def over_budget(tree: Path) -> Iterator[Breach]:
    """What exceeds what is allowed."""
    for kind, path, line, name, length in lengths(tree):
        if length > BUDGETS[kind].allowed:
            yield breach(tree, path, line, f"{kind} {name} has {length} lines of {BUDGETS[kind].allowed}")


def report(tree: Path) -> str:
    """For each kind: how many there are, the longest, and how many are longer than wanted."""
    found = list(lengths(tree))
    rows = [f"{'':12}{'count':>7}{'longest':>9}{'wanted':>8}{'longer':>8}"]
    for kind, budget in BUDGETS.items():
        sizes = [length for a_kind, _path, _line, _name, length in found if a_kind == kind]
        longer = sum(size > budget.wanted for size in sizes)
        rows.append(f"{kind:12}{len(sizes):7}{max(sizes, default=0):9}{budget.wanted:8}{longer:8}")
    return "\n".join(rows)
