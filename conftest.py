"""What every test has: its own media folder and one moment to call now. Settings for tests are in tests/settings.py."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, settings
from pytest_django import Settings

from dateline.delivery.changes import BySnapshot, InOrder
from dateline.discussion import in_force
from dateline.lib.catalogues import compile_stale
from tests import prepared
from tests.databases import POSTGRESQL
from tests.once import is_the_same_everywhere


def pytest_configure(config: pytest.Config) -> None:
    """Tests read the translations as they are written now, and none of them is about how long a busy machine takes."""
    compile_stale()
    settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("busy")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a server, leave out what was said on SQLite already and cannot differ there."""
    again = [item for item in items if is_the_same_everywhere(item)] if POSTGRESQL else []
    if again:
        config.hook.pytest_deselected(items=again)
        left = set(again)
        items[:] = [item for item in items if item not in left]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take away what all processes of this run shared."""
    if not hasattr(config, "workerinput"):
        prepared.forget()


@pytest.fixture
def now() -> datetime:
    """A Friday morning in the middle of a month, far from every boundary."""
    return datetime(2025, 11, 14, 9, 30, tzinfo=UTC)


@pytest.fixture
def quickest() -> Callable[[Callable[[], object]], float]:
    """Processor seconds of a call at its quickest of five, without clearing memory for all that ran before.

    For what must never take seconds, whatever is sent. How fast things are is told by ``dateline bench``.
    """

    def seconds(call: Callable[[], object]) -> float:
        began = process_time()
        call()
        return process_time() - began

    def quickest_of_five(call: Callable[[], object]) -> float:
        gc.disable()
        try:
            return min(seconds(call) for _ in range(5))
        finally:
            gc.enable()

    return quickest_of_five


@pytest.fixture(autouse=True)
def own_media(tmp_path: Path, settings: Settings) -> Path:
    """No test writes into another's files."""
    media = tmp_path / "media"
    settings.MEDIA_ROOT = media
    return media


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """No test reads what another remembered, however soon it follows."""
    cache.clear()
    in_force.forget()


@pytest.fixture(autouse=True)
def changes_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL the order of changes tells transactions apart, and a test is one: within it, numbers are right.

    What it does between transactions is tested in processes of their own (tests/test_two_machines.py).
    """
    monkeypatch.setattr(BySnapshot, "since", InOrder.since)
