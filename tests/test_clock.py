"""What comes due waits for nothing that takes long."""

from __future__ import annotations

import threading
from datetime import datetime

import pytest
from django.conf import LazySettings

from dateline.project.background import do_chores, keep_time

begun, done, ticked = threading.Event(), threading.Event(), threading.Event()


def develop(*, now: datetime) -> None:
    """A chore that goes on until somebody says so."""
    begun.set()
    done.wait(30)


def tick(*, now: datetime) -> None:
    """Whatever is waited for."""
    ticked.set()


@pytest.mark.django_db(transaction=True)
def test_a_chore_that_takes_long_holds_no_tick(settings: LazySettings):
    settings.SERVE_TICKS, settings.SERVE_CHORES = [f"{__name__}.tick"], [f"{__name__}.develop"]
    stopped = threading.Event()
    chores = threading.Thread(target=do_chores, args=[stopped])
    time = threading.Thread(target=keep_time, args=[stopped])
    try:
        chores.start()
        assert begun.wait(30)
        time.start()
        assert ticked.wait(30)
        assert not done.is_set()
    finally:
        stopped.set()
        done.set()
        for thread in (chores, time):
            thread.join(30)
