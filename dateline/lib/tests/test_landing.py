"""A file lands whole, in place of what was there."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.lib.landing import land


def test_the_draft_takes_the_name(tmp_path: Path) -> None:
    (tmp_path / "draft").write_bytes(b"new")
    (tmp_path / "kept").write_bytes(b"old")
    land(tmp_path / "draft", tmp_path / "kept")
    assert (tmp_path / "kept").read_bytes() == b"new"
    assert not (tmp_path / "draft").exists()


def test_a_draft_that_is_not_there_leaves_what_was(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"old")
    with pytest.raises(FileNotFoundError):
        land(tmp_path / "draft", tmp_path / "kept")
    assert (tmp_path / "kept").read_bytes() == b"old"
