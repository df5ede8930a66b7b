"""Places where maps go wrong look as they did when somebody last looked at them."""

from __future__ import annotations

import pytest

from dateline.atlas.showcase import PLACES

from .pictures import GOLDEN, picture, same


@pytest.mark.parametrize("name", PLACES)
def test_a_place_looks_as_it_did(name: str) -> None:
    kept = (GOLDEN / f"{name}.svg").read_text(encoding="utf-8")
    assert same(picture(name), kept), "draw it anew with `python -m dateline.atlas.tests.pictures`, and look at it"


def test_a_picture_that_differs_is_seen() -> None:
    assert same('<path d="M1 2l3 4"/>', '<path d="M1.1 2l3 4.1"/>')
    assert not same('<path d="M1 2l3 4"/>', '<path d="M1 2l3 5"/>')
    assert not same("<text>Halm</text>", "<text>Holm</text>")


def test_no_picture_is_kept_that_nobody_draws() -> None:
    assert {path.stem for path in GOLDEN.glob("*.svg")} == set(PLACES)
