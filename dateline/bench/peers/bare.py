"""The same newsroom without its store: Wagtail making the page for each reader, in one process under uvicorn."""

from __future__ import annotations

import sys

from ..newsroom import Newsroom, environment_of
from ..program import Program, free_port

BARE = "bare Wagtail"


def bare(newsroom: Newsroom) -> Program:
    """Return the program."""
    port = free_port()
    application = "dateline.project.asgi:application"
    words = ["--port", str(port), "--log-level", "error", "--no-access-log", "--lifespan", "off"]
    environment = environment_of(newsroom.home, port) | {"DJANGO_SETTINGS_MODULE": "dateline.bench.peers.bare_settings"}
    command = [sys.executable, "-m", "uvicorn", application, *words]
    return Program(BARE, command, port=port, environment=environment)
