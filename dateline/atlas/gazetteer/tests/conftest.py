"""A gazetteer of eight towns and all areas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.build import build

from .small import TOWNS


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once in the run."""
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite3"
    build(path, towns=TOWNS)
    return path


@pytest.fixture
def small(small_file: Path) -> Iterator[Gazetteer]:
    """It, opened."""
    gazetteer = Gazetteer.open(small_file)
    yield gazetteer
    gazetteer.close()
