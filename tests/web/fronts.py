"""Real web servers in front of Dateline, each with the configuration that we print for it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline.bench.peers.nginx import binary

from .conftest import wait_until
from .wire import PATIENCE, ask

PROGRAMS = {"nginx": binary(), "caddy": shutil.which("caddy")}
PACKAGES = {"nginx": "nginx-light", "caddy": "caddy"}
# What Debian's nginx.conf says, and what somebody may have added, is not to change what we send.
NGINX = """
{user} daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; tcp_nopush on; gzip on; etag off; if_modified_since before;
  open_file_cache max=100 inactive=60s; open_file_cache_valid 60s; include /etc/nginx/mime.types;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  include {folder}/site;
}}
"""
CADDY = "{\n\tadmin off\n}\nimport %s\n"


def needed(program: str) -> str:
    """Return where a program is; without it the test is skipped and says so, except in CI, where it has to run."""
    path = PROGRAMS[program]
    if path is None:
        assert not os.environ.get("CI"), f"{program} is not here"
        pytest.skip(f"There is no {program} here; apt-get install {PACKAGES[program]} brings it.")
    return path


@dataclass
class Front:
    """A web server at a port of this machine."""

    program: str
    port: int

    def ask(self, target: str, *lines: str, method: str = "GET", host: str = "localhost") -> Any:
        return ask(self.port, target, *lines, method=method, host=host)


def command(program: str, folder: Path, words: str) -> list[str]:
    """Write a configuration into ``folder`` and return the command that runs it; checking it has one word more."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site").write_text(words, encoding="utf-8")
    whole = folder / "whole"
    if program == "nginx":
        user = "user root;" if os.geteuid() == 0 else ""  # its workers are to enter a test's own folder
        whole.write_text(NGINX.format(folder=folder, user=user), encoding="utf-8")
        return [needed(program), "-p", str(folder), "-c", str(whole), "-e", str(folder / "error.log")]
    whole.write_text(CADDY % (folder / "site"), encoding="utf-8")
    return [needed(program), "run", "--adapter", "caddyfile", "--config", str(whole)]


def environment(folder: Path) -> dict[str, str]:
    """Return the variables of a web server, which leaves nothing outside ``folder``."""
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_DATA_HOME": str(folder)}


@contextmanager
def running(program: str, folder: Path, port: int, words: str) -> Iterator[Front]:
    """Run a web server until the end of the block."""
    log = folder.with_suffix(".log").open("ab")
    arguments = command(program, folder, words)
    with log, subprocess.Popen(arguments, env=environment(folder), stdout=log, stderr=log) as process:
        try:
            wait_until(lambda: listens(port) or process.poll() is not None)
            assert process.poll() is None, folder.with_suffix(".log").read_text()
            yield Front(program, port)
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE)
            process.kill()


def listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False
