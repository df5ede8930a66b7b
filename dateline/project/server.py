"""The newsroom as processes: a door, a desk, a writer, a tender and a clock below one parent.

The door sends what lies ready and runs no Django; the desk is the application; the writer stores comments, many with
one write to disk; the tender makes pages right ahead of readers; the clock publishes on schedule and does what was
put off. So nothing slow ever holds the interpreter of something quick. Why, and the numbers:
docs/decisions/0013-door-desk-tender.md.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn
from django.conf import settings
from django.http.request import split_domain_port, validate_host

from dateline import __version__
from dateline.delivery.desk import Desk
from dateline.delivery.door.running import Plan, run_door
from dateline.delivery.door.streams import Limits
from dateline.delivery.intake import App
from dateline.delivery.keeping import store
from dateline.delivery.renderer import renderer
from dateline.delivery.store.kinds import Leave, leave
from dateline.delivery.tender import tend
from dateline.delivery.writer import Writer
from dateline.lib.cdn_url import Cdn
from dateline.lib.database_url import REQUEST_SECONDS

from .application import LARGER, build
from .background import background
from .children import Child, Children, KeepsDying
from .patience import hurry
from .sockets import Sockets, opened

SWITCH = (
    0.001  # seconds a thread may hold the interpreter while another waits; the usual five are a reader's whole patience
)
GRACE = 5
CLOCK_GRACE = 9.0  # a mail or a picture in hand may be finished
ROOT = Path(__file__).resolve().parent.parent


def serve(host: str, port: int, *, announce: Callable[[list[str]], None], access_log: bool = False) -> None:
    """Serve until SIGINT or SIGTERM; raises SystemExit(1) when a process keeps dying."""
    application = build()  # here, not in a fork: a mistake in it is told before anything is started
    sys.setswitchinterval(SWITCH)
    with opened(host, port, settings.HOME) as sockets:
        ear, mouth = os.pipe()
        children = Children(processes(application, sockets, mouth, access_log=access_log))
        children.start()
        os.close(mouth)
        with os.fdopen(ear, encoding="utf-8") as words:
            announce(json.loads(words.readline() or "[]"))
        try:
            children.wait()
        except KeepsDying as error:
            raise SystemExit(f"dateline: {error}; the server has stopped.") from error
        finally:
            children.stop()


def processes(application: App, sockets: Sockets, mouth: int, *, access_log: bool) -> list[Child]:
    """Return the processes in the order in which they start; the last stops first."""
    plan = door_plan(sockets, access_log=access_log)
    tended = [Child("the tender", run_tender)] if settings.DELIVERY_FOLDER else []
    return [
        Child("the clock", lambda: run_clock(mouth), grace=CLOCK_GRACE),
        *tended,
        Child("the writer", lambda: run_writer(sockets.writer)),
        Child("the desk", lambda: run_desk(application, sockets.desk), grace=GRACE + 1),
        Child("the door", lambda: run_door(plan, [sockets.public]), grace=GRACE + 1),
    ]


def door_plan(sockets: Sockets, *, access_log: bool) -> Plan:
    """Tell the door all that it needs to know."""
    return Plan(
        folder=Path(settings.DELIVERY_FOLDER or settings.HOME / "run"),
        static=Path(settings.STATIC_ROOT),
        desk=sockets.desk.getsockname(),
        writer=sockets.writer.getsockname(),
        lane=re.compile(settings.DELIVERY_LANE_PATHS.encode()),
        is_our_host=is_our_host,
        forwarded_proto=b"https" if settings.SECURE_SSL_REDIRECT else b"",
        larger=LARGER,
        common=common_headers(),
        policies=renderer().policies(),
        leave=leave_of(settings.DELIVERY_CDN),
        memory=settings.DELIVERY_MEMORY_MIB * 1024 * 1024,
        streams=Limits(
            settings.DELIVERY_STREAMS, settings.DELIVERY_STREAMS_PER_ADDRESS, proxies=settings.TRUSTED_PROXIES
        ),
        access_log=access_log,
    )


def leave_of(cdn: Cdn | None) -> Leave | None:
    """Say what the cache in front, if there is one, may keep."""
    return leave(urlsplit(settings.BASE_URL).netloc, kind=cdn.kind, seconds=cdn.keep) if cdn else None


def is_our_host(host: str) -> bool:
    """Return whether Django would answer for this name."""
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


def common_headers() -> dict[str, str]:
    """What Django's own middleware puts on every answer."""
    headers = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": settings.X_FRAME_OPTIONS,
        "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    }
    if settings.SECURE_HSTS_SECONDS and settings.SECURE_SSL_REDIRECT:
        words = "; includeSubDomains; preload" if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else ""
        headers["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}{words}"
    return headers


def told_to_stop() -> threading.Event:
    """Return what is set once SIGTERM has come."""
    told = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: told.set())
    return told


def run_writer(listening: socket.socket) -> None:
    """Store plain forms; what is waited for in vain is told by the desk, which has words for it."""
    hurry(REQUEST_SECONDS)
    Writer(listening).run(told_to_stop().is_set)


def run_desk(application: App, listening: socket.socket) -> None:
    """Answer what does not lie ready."""
    hurry(REQUEST_SECONDS)
    config = uvicorn.Config(
        Desk(application),
        ws="none",
        loop="uvloop",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        date_header=False,
        access_log=False,
        log_config=None,
        timeout_keep_alive=3600,
        timeout_graceful_shutdown=GRACE,
    )
    uvicorn.Server(config).run(sockets=[listening])


def run_tender() -> None:
    """Make pages right."""
    tend(store(), maker=maker(), stopped=told_to_stop().is_set)


def run_clock(mouth: int) -> None:
    """Do what goes on beside the pages, and tell the parent what its companions say of themselves."""
    stopped = told_to_stop()
    with background() as said:
        with os.fdopen(mouth, "w", encoding="utf-8") as words:
            words.write(json.dumps(said) + "\n")
        stopped.wait()


def maker() -> str:
    """Name the program and what its pages depend on beside rows: pages that another one made are not ours."""
    digest = hashlib.sha256(repr((__version__, settings.BASE_URL, settings.MODE, settings.TIME_ZONE)).encode())
    for path in sorted([*ROOT.rglob("*.py"), *ROOT.rglob("*.html"), Path(settings.STATIC_ROOT) / ".collected"]):
        if path.exists():
            digest.update(f"{path}\0{path.stat().st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]
