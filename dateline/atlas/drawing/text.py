"""How wide words will be, without a font at hand.

The reader's device chooses the font, so widths are estimates, a little generous: a label with some air beside
it is better than two that touch.
"""

from __future__ import annotations

import unicodedata
from functools import cache

NARROW, WIDE = set("iljtfrI.,:;'’|!()[]-·/ "), set("mwMW@%—…&")
FULL = {"W", "F"}  # East Asian widths
GENEROUS = 1.06


@cache
def char_width(char: str) -> float:
    """The width of one character in ems, for a humanist sans."""
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in FULL:
        return 1.0
    if char in NARROW:
        return 0.3
    if char in WIDE:
        return 0.87
    return 0.66 if char.isupper() else 0.55


def text_width(text: str, size: float, weight: float = 1.0, spacing: float = 0.0) -> float:
    """The width of a line of text in pixels; ``spacing`` is the letter-spacing in ems."""
    return (sum(map(char_width, text)) * weight * GENEROUS + spacing * len(text)) * size


def in_lines(text: str, longest: int = 16) -> tuple[str, ...]:
    """One line, or two of about equal length where a label is long and has a space to break at."""
    spaces = [index for index, char in enumerate(text) if char == " "]
    if len(text) <= longest or not spaces:
        return (text,)
    middle = min(spaces, key=lambda index: abs(index - len(text) / 2))
    return text[:middle], text[middle + 1 :]


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The text in as many lines as the width asks for. A word that is too long, or a script without spaces, is cut."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if text_width(joined, size) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for char in word:
            if lines[-1] and text_width(lines[-1] + char, size) > width:
                lines.append("")
            lines[-1] += char
    return [line for line in lines if line]
