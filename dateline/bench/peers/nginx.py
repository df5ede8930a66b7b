"""nginx, the limit: one worker, no log, files compressed ahead (ngx_http_gzip_static_module)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from ..newsroom import Newsroom, environment_of, told
from ..program import LOOPBACK, Program, free_port

PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/nginx/sbin/nginx")
WHOLE = """
{user}
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000000; server_tokens off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  {site}
}}
"""
PLAIN = """
  types {{ text/html html; application/rss+xml rss; text/css css; text/javascript js; image/svg+xml svg; }}
  charset utf-8; gzip_static on; gzip_vary on;
  server {{ listen {host}:{port}; root {root}; index index.html; {headers} }}
"""


Headers = Sequence[tuple[str, str]]
ITS_OWN = {"accept-ranges", "content-encoding", "content-length", "content-type", "etag", "last-modified", "vary"}


def binary() -> str | None:
    """Return where nginx is; None where it is not."""
    return shutil.which("nginx") or next((place for place in PLACES if os.access(place, os.X_OK)), None)


def plain(root: Path, folder: Path, name: str = "nginx", headers: Headers = ()) -> Program | None:
    """Return nginx with the static files below ``root``; None where it is not installed.

    It adds ``headers``, but for those that it makes by itself.
    """
    port = free_port()
    added = " ".join(f'add_header {key} "{value}" always;' for key, value in headers if key not in ITS_OWN)
    return _program(name, folder, port, PLAIN.format(host=LOOPBACK, port=port, root=root, headers=added))


def over_store(rooms: Newsroom, folder: Path, *, behind: int) -> Program | None:
    """Return nginx reading the page store as we tell it to, with Dateline at the port ``behind`` for the rest."""
    port = free_port()
    options = ["--plain", "--port", str(port), "--upstream", f"{LOOPBACK}:{behind}"]
    site = told(["-m", "dateline", "webserver", "nginx", *options], environment_of(rooms.home, rooms.port))
    return _program("nginx on the store", folder, port, site)


def _program(name: str, folder: Path, port: int, site: str) -> Program | None:
    path = binary()
    if path is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""  # a worker of another user could not enter a temporary folder
    (folder / "nginx.conf").write_text(WHOLE.format(folder=folder, user=user, site=site), encoding="utf-8")
    command = [path, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    return Program(name, command, port=port)
