"""Stripe's form encoding: ``line_items[0][price_data][currency]=eur`` is a list of things of things."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlencode

KEY = re.compile(r"\[([^\[\]]*)\]")
DEEPEST, MOST = 8, 500  # brackets, and fields


def encoded(said: dict[str, Any]) -> str:
    """Return ``said`` as a form."""
    return urlencode([*_flat("", said)])


def decoded(form: str) -> dict[str, Any]:
    """Return what a form says; all values are text. Raises ValueError."""
    found: dict[str, Any] = {}
    for key, value in parse_qsl(form, keep_blank_values=True, max_num_fields=MOST):
        first, _, rest = key.partition("[")
        path = [first, *KEY.findall(f"[{rest}" if rest else "")]
        if len(path) > DEEPEST:
            raise ValueError("A field is nested too deep.")
        _put(found, path, value)
    return {key: _lists(value) for key, value in found.items()}


def _flat(path: str, said: Any) -> Any:
    if isinstance(said, dict):
        for key, value in said.items():
            yield from _flat(f"{path}[{key}]" if path else key, value)
    elif isinstance(said, list | tuple):
        for place, value in enumerate(said):
            yield from _flat(f"{path}[{place}]", value)
    else:
        yield path, {True: "true", False: "false"}.get(said, said) if isinstance(said, bool) else said


def _put(within: dict[str, Any], path: list[str], value: str) -> None:
    *above, last = path
    for name in above:
        within = within.setdefault(name, {})
        if not isinstance(within, dict):
            raise ValueError("A field is both a value and a list.")
    within[last or str(len(within))] = value


def _lists(value: Any) -> Any:
    """Turn what is counted from nought into a list."""
    if not isinstance(value, dict):
        return value
    inner = {key: _lists(each) for key, each in value.items()}
    if inner and all(key.isdecimal() for key in inner):
        return [inner[key] for key in sorted(inner, key=int)]
    return inner
