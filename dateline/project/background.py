"""What goes on beside the pages: tasks that were put off, things that come due, and servers that keep us company."""

from __future__ import annotations

import io
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import datetime

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.module_loading import import_string
from django_tasks_db.management.commands.db_worker import Worker

from .turns import DOING_CHORES, KEEPING_TIME, turn

log = logging.getLogger("dateline.serve")
TICK_SECONDS = 10.0
STANDBY_SECONDS = 2.0
TASK_SECONDS = 1.0
PATIENCE_SECONDS = 8.0

Tick = Callable[..., object]
Companion = Callable[[], AbstractContextManager[object]]


def publish_due(*, now: datetime) -> None:
    """Publish what is scheduled for a moment that has come, take back what expired. Wagtail reads its own clock."""
    call_command("publish_scheduled", stdout=io.StringIO(), verbosity=0)


def run_ticks(ticks: list[Tick], now: datetime) -> None:
    """Run each of ``ticks`` once. One that fails is logged, keeps no other from running and is tried again."""
    for tick in ticks:
        try:
            tick(now=now)
        except Exception:  # one room's mistake must not stop another room's clock
            log.exception("%s failed; it is tried again in %d s", getattr(tick, "__name__", tick), TICK_SECONDS)
    close_old_connections()


def keep_time(stopped: threading.Event) -> None:
    """Run what takes no time and is waited for."""
    tick_until(stopped, [publish_due, *map(import_string, settings.SERVE_TICKS)], KEEPING_TIME)


def do_chores(stopped: threading.Event) -> None:
    """Run what may take minutes: whatever is due by the clock must not wait for a picture."""
    tick_until(stopped, [*map(import_string, settings.SERVE_CHORES)], DOING_CHORES)


def tick_until(stopped: threading.Event, ticks: list[Tick], what: int) -> None:
    """Run ``ticks`` every ten seconds until ``stopped``, while it is our turn among the machines."""
    with turn(what) as ours:
        while not stopped.is_set():
            if ours.look():
                run_ticks(ticks, timezone.now())
            stopped.wait(TICK_SECONDS if ours.is_ours else STANDBY_SECONDS)


class Tasks:
    """The worker that does what a page put off: mails, renditions, index entries."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self.worker: Worker | None = None

    def run(self) -> None:
        """Work until stopped; a worker that falls over (a database that went away) is made anew."""
        while not self.stopped.is_set():
            self.worker = new_worker()
            try:
                self.worker.run()
            except Exception:  # a thread that ends would leave every later mail and picture undone, in silence
                log.exception("The background worker failed; another one takes over")
                close_old_connections()
                self.stopped.wait(TASK_SECONDS * 5)

    @property
    def busy(self) -> bool:
        """Whether a task is being done just now. A worker that only waits need not be waited for."""
        return self.worker is not None and self.worker.running_task

    def stop(self) -> None:
        """Let the task in hand finish and take up no other."""
        self.stopped.set()
        if self.worker:
            self.worker.running = False


def new_worker() -> Worker:
    """A worker for every queue."""
    return Worker(
        queue_names=["*"],
        interval=TASK_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )


def keep_company(company: ExitStack) -> list[str]:
    """Open every companion; gives what they say of themselves. One that cannot start is logged: readers come first."""
    said: list[str] = []
    for name in settings.SERVE_COMPANIONS:
        companion: Companion = import_string(name)
        try:
            word = company.enter_context(companion())
        except OSError as error:
            log.error("%s could not start: %s", name, error)
            continue
        if isinstance(word, str):
            said.append(word)
    return said


@contextmanager
def background() -> Iterator[list[str]]:
    """Run everything beside the pages while the block runs; gives what each companion says about itself."""
    stopped, tasks = threading.Event(), Tasks()
    threads = [
        threading.Thread(target=keep_time, args=[stopped], name="ticks", daemon=True),
        threading.Thread(target=do_chores, args=[stopped], name="chores", daemon=True),
        threading.Thread(target=tasks.run, name="tasks", daemon=True),
    ]
    with ExitStack() as company:
        said = keep_company(company)
        for thread in threads:
            thread.start()
        try:
            yield said
        finally:
            stopped.set()
            tasks.stop()
            for thread, busy in zip(threads, (True, True, tasks.busy), strict=True):
                thread.join(PATIENCE_SECONDS if busy else 0)
