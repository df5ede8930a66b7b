"""What browsers are sent: templates, styles and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .house import Breach, breach, files

COMMENT = re.compile(r"/\*.*?\*/", re.S)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>", re.I)
INLINE_STYLE = re.compile(r"<style\b|\sstyle\s*=\s*[\"']", re.I)
HANDLER = re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']|javascript:", re.I)
PHYSICAL = re.compile(
    r"(?<![\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|left\s*:|right\s*:"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right)\b)"
)
ID_SELECTOR = re.compile(r"(?:^|[\s,>+~}(])#[a-zA-Z][\w-]*(?=[^;{}]*\{)", re.M)
MODULE_IMPORT = re.compile(r"""(?:import|export)\s[^;'"]*?from\s*["']([^"']+)["']|import\s*\(?\s*["']([^"']+)["']""")


def markup(tree: Path) -> Iterator[tuple[Path, int, str]]:
    """Each line of each template that is sent to a browser as a page of ours; comments of templates left out."""
    for _room, path in files(tree, ".html"):
        if "templates" in path.parts:
            text = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"))
            yield from ((path, number, line) for number, line in enumerate(text.splitlines(), 1))


def inline_code(tree: Path) -> Iterator[Breach]:
    """No script or style stands in a page: the policy that we send would refuse it, and protects because it does."""
    for path, number, line in markup(tree):
        for pattern, what in ((INLINE_SCRIPT, "script"), (INLINE_STYLE, "style"), (HANDLER, "handler")):
            if pattern.search(line):
                yield breach(tree, path, number, f"inline {what}")


def sheets(tree: Path) -> Iterator[tuple[Path, str]]:
    """Each style sheet, comments blanked so that lines keep their numbers."""
    for _room, path in files(tree, ".css"):
        blank = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), path.read_text(encoding="utf-8"))
        yield path, blank


def shouting(tree: Path) -> Iterator[Breach]:
    """No !important and no id selectors: both end the conversation between sheets."""
    for path, sheet in sheets(tree):
        for found in re.finditer(r"!\s*important", sheet):
            yield breach(tree, path, sheet.count("\n", 0, found.start()) + 1, "!important")
        for found in ID_SELECTOR.finditer(sheet):
            yield breach(tree, path, sheet.count("\n", 0, found.end()) + 1, f"id selector {found.group().strip()}")


def physical_sides(tree: Path) -> Iterator[Breach]:
    """Start and end, not left and right: a page in Arabic then needs no sheet of its own."""
    for path, sheet in sheets(tree):
        for found in PHYSICAL.finditer(sheet):
            yield breach(
                tree, path, sheet.count("\n", 0, found.start()) + 1, f"“{found.group()}” is a side of the screen"
            )


def script_knots(tree: Path) -> Iterator[Breach]:
    """Modules of script import each other in no circle."""
    graph = {path.resolve(): imported(path) for _room, path in files(tree, ".js")}
    for start in graph:
        if start in reachable(graph, start):
            yield breach(tree.resolve(), start, 1, "imports itself in a circle")


def imported(path: Path) -> set[Path]:
    """The modules that a module names by relative path."""
    names = (first or second for first, second in MODULE_IMPORT.findall(path.read_text(encoding="utf-8")))
    return {(path.parent / name).resolve() for name in names if name.startswith(".")}


def reachable(graph: dict[Path, set[Path]], start: Path) -> set[Path]:
    """Every module that ``start`` needs, directly or not."""
    seen: set[Path] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        path = waiting.pop()
        if path not in seen:
            seen.add(path)
            waiting.extend(graph.get(path, ()))
    return seen
