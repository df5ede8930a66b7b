"""Words that readers or colleagues would see and that gettext was never handed: in templates, in Python, in scripts.

Each function takes the folder that holds the ``dateline`` package and yields breaches, as the laws of the house do.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tests.laws.house import Breach, breach, calls, code, files

# What is the same in every language: names, formats, and what machines read.
SAME_EVERYWHERE = {"Dateline", "JSON", "openapi", "json", "GET", "POST"}
WORD = re.compile(r"[^\W\d_]{2,}")
IN_TAGS = re.compile(
    r"{%\s*block\s+\w*_class\s*%}.*?{%\s*endblock\b.*?%}|{%\s*comment\b.*?endcomment\s*%}|{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}|{#.*?#}|{{.*?}}|{%.*?%}",
    re.S,
)
ENTITY = re.compile(r"&#?\w+;")
SHOWN = {"placeholder", "title", "aria-label", "aria-description", "alt", "label", "aria-valuetext"}
UNSEEN = {"script", "style", "code", "pre", "kbd"}

# Arguments by which forms, fields and messages are told what to say; and calls whose first words are said.
SAYING = {"label", "help_text", "verbose_name", "verbose_name_plural", "heading", "placeholder", "empty_label", "title"}
SAYING_CALLS = {"ValidationError", "MultiFieldPanel"}
NOTICES = {"success", "warning", "info", "error"}  # of django.contrib.messages
CHOICES = {"TextChoices", "IntegerChoices", "Choices"}
# Rooms that speak to the person at the terminal, in English, like the names of its commands.
TERMINAL = ("dateline/bench/", "dateline/imports/", "dateline/project/")
IN_SCRIPT = re.compile(
    r"(?:textContent|innerText|title|placeholder|\?\?)\s*=?\s*([\"'`])([A-Z][^\"'`]*)\1|"
    r"aria-label[\"'],\s*([\"'`])([A-Za-z][^\"'`]*)\3"
)


class Shown(HTMLParser):
    """Collects what a page shows: its text and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.unseen = 0
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes that people are shown or told."""
        self.unseen += tag in UNSEEN
        given = dict(attrs)
        names = SHOWN | ({"value"} if tag == "input" and given.get("type") in {"submit", "button", "reset"} else set())
        names |= {"content"} if given.get("name") == "description" else set()
        self.note(*(given[name] or "" for name in names & given.keys()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without an end holds nothing unseen."""
        self.handle_starttag(tag, attrs)
        self.unseen -= tag in UNSEEN

    def handle_endtag(self, tag: str) -> None:
        """Whatever was not for people's eyes has ended."""
        self.unseen = max(self.unseen - (tag in UNSEEN), 0)

    def handle_data(self, data: str) -> None:
        """Note a run of text."""
        if not self.unseen:
            self.note(data)

    def note(self, *texts: str) -> None:
        """Keep those that hold words."""
        self.found += [(self.getpos()[0], text.strip()) for text in texts if words_in(text)]


def words_in(text: str) -> list[str]:
    """The words of a text that would be different in another language."""
    return [word for word in WORD.findall(ENTITY.sub(" ", text)) if word not in SAME_EVERYWHERE]


def in_templates(tree: Path) -> Iterator[Breach]:
    """Text of a page or mail outside of ``translate`` and ``blocktranslate``."""
    for _room, path in files(tree, ".html", ".txt"):
        if "templates" not in path.parts:
            continue
        blank = IN_TAGS.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), path.read_text(encoding="utf-8"))
        parser = Shown()
        parser.feed(blank)
        parser.close()
        for line, text in parser.found:
            yield breach(tree, path, line, f"“{text[:60]}” is not translated")


def in_code(tree: Path) -> Iterator[Breach]:
    """Labels, help texts, choices and errors that are plain strings."""
    for _room, path, module in code(tree):
        if path.relative_to(tree).as_posix().startswith(TERMINAL):
            continue
        for name, call in calls(module):
            said = [keyword.value for keyword in call.keywords if keyword.arg in SAYING]
            said += call.args[:2] if name in SAYING_CALLS or is_notice(name, call) else []
            yield from (breach(tree, path, node.lineno, f"{text!r} is not translated") for node, text in plain(said))
        for node, text in plain(labels_of_choices(module)):
            yield breach(tree, path, node.lineno, f"{text!r} is not translated")


def is_notice(name: str, call: ast.Call) -> bool:
    """Whether a call puts a line at the top of the next page."""
    return name in NOTICES and getattr(getattr(call.func, "value", None), "id", "") == "messages"


def plain(nodes: list[ast.expr]) -> Iterator[tuple[ast.expr, str]]:
    """Those that are sentences or words written out, not handed to gettext."""
    for node in nodes:
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        text = "".join(
            str(part.value) for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
        )
        if words_in(text):
            yield node, text


def labels_of_choices(module: ast.Module) -> list[ast.expr]:
    """The second half of each member of an enumeration that a form would print."""
    found: list[ast.expr] = []
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef) and CHOICES & {
            getattr(base, "attr", getattr(base, "id", "")) for base in node.bases
        }:
            members = [line.value for line in node.body if isinstance(line, ast.Assign)]
            found += [member.elts[1] for member in members if isinstance(member, ast.Tuple) and len(member.elts) > 1]
    return found


def in_scripts(tree: Path) -> Iterator[Breach]:
    """Words of a script: it takes its words from the page, which has them translated."""
    for _room, path in files(tree, ".js"):
        text = path.read_text(encoding="utf-8")
        for found in IN_SCRIPT.finditer(text):
            yield breach(tree, path, text.count("\n", 0, found.start()) + 1, f"{found[0]} is not translated")


def unmarked(tree: Path) -> list[Breach]:
    """All of them."""
    return [*in_templates(tree), *in_code(tree), *in_scripts(tree)]
