"""How a room is furnished: where reads live, what starts effects, what a file may be called."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from .house import Breach, breach, calls, code, files

THIN = {"views", "templatetags", "commands"}
CLOCKS = {"now", "utcnow", "today", "localtime", "localdate", "time", "monotonic"}
CLOCK_OWNERS = {"datetime", "timezone", "date", "time", "dt"}
MODEL_SIGNALS = {"pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed", "pre_init", "post_init"}
DRAWERS = {"utils.py", "helpers.py", "common.py", "misc.py", "signals.py", "util.py", "helper.py"}

# Written backwards, so that the law does not itself name what no file may name.
REGISTRIES = [name[::-1] for name in ("gro.ipyp", "gro.detsohnohtyp", "gro.sjmpn.yrtsiger")]


def is_thin(path: Path) -> bool:
    """Whether a module is a view, a template tag or a command: one that asks, and leaves the how to a model's words."""
    return path.name == "views.py" or bool(THIN.intersection(path.parts))


def reads_in_thin_modules(tree: Path) -> Iterator[Breach]:
    """Reads are QuerySet words, beside the model: never ``.filter(`` or ``.exclude(`` in what only asks."""
    for _room, path, module in code(tree):
        if not is_thin(path):
            continue
        for name, call in calls(module):
            owner = getattr(call.func.value, "id", "") if isinstance(call.func, ast.Attribute) else "register"
            if name in {"filter", "exclude"} and owner != "register":  # @register.filter makes a template filter
                yield breach(tree, path, call.lineno, f".{name}( here: give the QuerySet a word for it")


def clocks_at_import(tree: Path) -> Iterator[Breach]:
    """Nothing reads the clock while it is being imported: the process lives longer than that moment."""
    for _room, path, module in code(tree):
        for node in outside_functions(module):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner = getattr(node.func.value, "id", getattr(node.func.value, "attr", ""))
            if node.func.attr in CLOCKS and owner in CLOCK_OWNERS:
                yield breach(tree, path, node.lineno, f"{owner}.{node.func.attr}() is read at import")


def outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs at import: all but the bodies of functions (their defaults do run)."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for default in [*child.args.defaults, *filter(None, child.args.kw_defaults), *child.decorator_list]:
                yield from ast.walk(default)
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from outside_functions(child)


def model_signals(tree: Path) -> Iterator[Breach]:
    """What follows from an action is in the action, not in a model's signal."""
    for _room, path, module in code(tree):
        for node in ast.walk(module):
            if isinstance(node, ast.ImportFrom) and node.module == "django.db.models.signals":
                for alias in node.names:
                    if alias.name in MODEL_SIGNALS:
                        yield breach(tree, path, node.lineno, f"{alias.name}: put the effect into the action")


def imports_in_functions(tree: Path) -> Iterator[Breach]:
    """What a module needs stands at its top."""
    for _room, path, module in code(tree):
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        yield breach(tree, path, node.lineno, f"import inside {function.name}")


def drawers(tree: Path) -> Iterator[Breach]:
    """A file is called by the noun in it, not by the drawer it was put into."""
    for _room, path in files(tree, ".py"):
        if path.name in DRAWERS or path.parent.name in {"utils", "helpers", "common", "misc"}:
            yield breach(tree, path, 1, "call it by the noun that it holds")


def machine_names(tree: Path) -> Iterator[Breach]:
    """No file knows on whose machine it was written, or from where packages are fetched."""
    pattern = re.compile(rf"/(?:work|home/\w+|Users/\w+|root)/|/tmp/\w|{'|'.join(map(re.escape, REGISTRIES))}")
    for path in tracked(tree):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="ignore").splitlines(), 1):
            found = pattern.search(line)
            if found:
                yield breach(tree, path, number, f"“{found.group()}” is true of one machine only")


def tracked(tree: Path) -> Iterator[Path]:
    """Files that could name a machine: everything written by hand outside the laws themselves."""
    kinds = {".py", ".toml", ".txt", ".in", ".md", ".html", ".css", ".js", ".json", ".yml", ".yaml", ".sh", ""}
    tops = [path for path in tree.glob("*") if path.is_file() and path.name != ".git"]  # a file in a second work tree
    for top in ("dateline", "tests", "docs", "requirements", "bin", ".ci"):
        tops.extend((tree / top).rglob("*"))
    for path in sorted(tops):
        spared = {"__pycache__", "laws"}.intersection(path.parts) or path.name in {
            "test_laws.py",
            ".git",
        }  # .git: a file in a working tree beside the first
        if path.is_file() and path.suffix in kinds and not spared:
            yield path
