"""Inputs that make a careless parser slow: each is a small thing many times over."""

from __future__ import annotations

from collections.abc import Callable

REPEATED: dict[str, Callable[[int], str]] = {
    "opened brackets": lambda size: "[" * size,
    "opened brackets of pictures": lambda size: "![" * (size // 2),
    "links within links": lambda size: "[a](" * (size // 4),
    "closed links": lambda size: "[" * (size // 2) + "](https://a.example)" * (size // 40),
    "opened emphasis": lambda size: "*a " * (size // 3),
    "emphasis of two kinds": lambda size: "*a _b " * (size // 6),
    "emphasis, closed in one go": lambda size: "*a" * (size // 3) + "*" * (size // 3),
    "strong and weak": lambda size: "a**b*c" * (size // 6),
    "struck out": lambda size: "~~a " * (size // 4),
    "quotes in quotes": lambda size: ">" * size,
    "quotes and lists": lambda size: "> - " * (size // 4),
    "lists in lists": lambda size: "".join(" " * (2 * level) + "- a\n" for level in range(int(size**0.5) - 2)),
    "numbered": lambda size: "1) " * (size // 3),
    "ticks of every length": lambda size: " ".join("`" * each for each in range(1, int((2 * size) ** 0.5) - 1)),
    "fences": lambda size: "```\n" * (size // 4),
    "opened angles": lambda size: "<" * size,
    "opened elements": lambda size: "<a " * (size // 3),
    "opened comments": lambda size: "<!--" * (size // 4),
    "addresses": lambda size: "https://a.example/ " * (size // 19),
    "one address": lambda size: "https://" + "a(" * (size // 2 - 4),
    "schemes without an address": lambda size: "https:" * (size // 6),
    "backslashes": lambda size: "\\" * size,
    "entities": lambda size: "&amp;" * (size // 5),
    "halves of entities": lambda size: "&#x" * (size // 3),
    "blank lines": lambda size: "a\n\n" * (size // 3),
    "blanks": lambda size: " " * (size - 1) + "a",
    "marks above": lambda size: "a" + "\u0301" * (size - 1),
}
