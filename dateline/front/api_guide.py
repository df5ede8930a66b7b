"""An OpenAPI description laid out for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

METHODS = ("get", "post", "put", "patch", "delete")
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A thing to send or to get: its name, what kind it is, and what is said about it."""

    name: str
    kind: str
    about: str
    is_needed: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing to ask for. ``sent`` are fields of the address and the body, ``got`` those of the answer."""

    method: str
    path: str
    title: str
    about: str
    sent: list[Field]
    got: list[Field]


def operations_of(schema: Json) -> list[Operation]:
    """Return every operation of ``schema``, in its order."""
    return [
        Operation(
            method=method.upper(),
            path=path,
            title=told.get("summary", ""),
            about=told.get("description", ""),
            sent=[*_in_address(told, schema), *_in_body(told.get("requestBody", {}), schema)],
            got=list(_in_answer(told, schema)),
        )
        for path, ways in schema["paths"].items()
        for method, told in ways.items()
        if method in METHODS
    ]


def _in_address(told: Json, schema: Json) -> Iterator[Field]:
    for each in told.get("parameters", []):
        about = each.get("description", "") or each["schema"].get("description", "")
        yield Field(each["name"], _kind(each["schema"], schema), about, each.get("required", False))


def _in_answer(told: Json, schema: Json) -> Iterator[Field]:
    for status, answer in told.get("responses", {}).items():
        if str(status).startswith("2"):
            yield from _in_body(answer, schema)


def _in_body(body: Json, schema: Json) -> Iterator[Field]:
    for content in body.get("content", {}).values():
        found = _resolved(content["schema"], schema)
        for name, each in found.get("properties", {}).items():
            yield Field(name, _kind(each, schema), each.get("description", ""), name in found.get("required", []))


def _kind(each: Json, schema: Json) -> str:
    """Say of what kind a value is, in a few words."""
    found = _resolved(each, schema)
    if "anyOf" in found:
        return " | ".join(_kind(one, schema) for one in found["anyOf"])
    if "enum" in found:
        return " | ".join(map(str, found["enum"]))
    if found.get("type") == "array":
        return f"[ {_kind(found['items'], schema)} ]"
    if "properties" in found:
        return str(found.get("title", "object")).removesuffix("Out").lower()
    return str(found.get("format") or found.get("const") or found.get("type", "any"))


def _resolved(each: Json, schema: Json) -> Json:
    """Follow a reference to what it names."""
    if "$ref" not in each:
        return each
    return _resolved(schema["components"]["schemas"][each["$ref"].rsplit("/", 1)[1]], schema)
