"""SECURITY.md names for each danger the tests that hold it off; each of them is there, and no danger is left out."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DANGERS = {*(f"A{number}" for number in range(1, 24)), *(f"B{number}" for number in range(1, 25))}
DANGERS |= {f"C{number}" for number in range(1, 24)}
ROW = re.compile(r"^\| ([ABC]\d+) \| (.+?) \| (.+) \|$", re.M)
TEST = re.compile(r"`([\w/.]+\.py)::(test_\w+)`")


def rows(text: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The rows of the table: number, what is said, the tests as (file, name)."""
    return [(number, said, TEST.findall(tests)) for number, said, tests in ROW.findall(text)]


@cache
def defined_in(file: str) -> frozenset[str]:
    """The tests that a file has for pytest to collect; none where there is no such file."""
    path = ROOT / file
    if not path.is_file() or not path.name.startswith("test_"):
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def absent(text: str) -> list[str]:
    """The tests that a table names and that are not there."""
    return [f"{file}::{name}" for _, _, tests in rows(text) for file, name in tests if name not in defined_in(file)]


TABLE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_no_danger_is_left_out_and_none_stands_twice() -> None:
    numbers = [number for number, _, _ in rows(TABLE)]
    assert set(numbers) == DANGERS
    assert len(numbers) == len(DANGERS)


@pytest.mark.parametrize("number", sorted(DANGERS))
def test_each_is_held_off_by_a_test(number: str) -> None:
    [tests] = [tests for each, _, tests in rows(TABLE) if each == number]
    assert tests


def test_each_test_that_is_named_is_there() -> None:
    assert absent(TABLE) == []


def test_one_that_is_not_there_would_be_found() -> None:
    here = "tests/test_security_table.py"
    named = (f"{here}::test_each_is_held_off_by_a_test", f"{here}::test_of_nothing", "tests/test_no.py::test_x")
    planted = f"| A1 | a danger | {', '.join(f'`{name}`' for name in named)} |"
    assert absent(planted) == [f"{here}::test_of_nothing", "tests/test_no.py::test_x"]
