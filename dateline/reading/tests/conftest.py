"""A gazetteer of a few towns and all areas, so that texts read the same wherever the tests run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.gazetteer.build import build
from dateline.atlas.gazetteer.tests.small import TOWNS


@pytest.fixture(scope="session")
def few_towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, made once in the run."""
    path = tmp_path_factory.mktemp("reading") / "few.sqlite3"
    build(path, towns=TOWNS)
    return path


@pytest.fixture
def gazetteer(few_towns: Path) -> Iterator[Gazetteer]:
    """It, opened."""
    opened = Gazetteer.open(few_towns)
    yield opened
    opened.close()
