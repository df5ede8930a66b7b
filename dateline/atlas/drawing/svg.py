"""Writing SVG: one function for elements, one for numbers."""

from __future__ import annotations

from html import escape

Value = str | float | int | None


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel, in as few characters as can be: ``-.5``, ``3``, ``12.4``."""
    text = f"{value:.1f}"
    if text.endswith(".0"):
        text = text[:-2]
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def el(name: str, *children: str, **attributes: Value) -> str:
    """An element. ``class_`` and ``text_anchor`` lose or turn their underscores; attributes that are None are left out.

    Children are markup: text must have gone through ``words``.
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None:
            continue
        text = number(value) if isinstance(value, float) else escape(str(value))
        parts.append(f' {attribute_name(key)}="{text}"')
    inner = "".join(children)
    parts.append(f">{inner}</{name}>" if inner else "/>")
    return "".join(parts)


def attribute_name(key: str) -> str:
    """``stroke_width`` is ``stroke-width``, ``class_`` is ``class``; the two that SVG writes in camels stay."""
    return key if key in ("viewBox", "patternUnits", "patternTransform") else key.rstrip("_").replace("_", "-")


def words(text: str) -> str:
    """Text as markup. Control characters, which XML cannot carry, are dropped."""
    return escape("".join(char for char in text if char >= " " or char in "\t\n"), quote=False)
