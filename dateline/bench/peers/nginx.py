"""nginx, the limit: one worker, no log, files compressed ahead (ngx_http_gzip_static_module)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..program import LOOPBACK, Program, free_port

PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/nginx/sbin/nginx")
CONFIGURATION = """
{user}
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off; sendfile on; keepalive_requests 1000000000; server_tokens off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  types {{ text/html html; application/rss+xml rss; text/css css; text/javascript js; image/svg+xml svg; }}
  charset utf-8; gzip_static on; gzip_vary on;
  server {{ listen {host}:{port}; root {root}; {how} }}
}}
"""
PLAIN = "index index.html;"
STORE = 'location / {{ try_files ${{uri}}index.html $uri @dateline; add_header Cache-Control "no-cache"; }}' + (
    " location @dateline {{ proxy_pass http://{host}:{behind}; proxy_set_header Host $http_host;"
    ' proxy_http_version 1.1; proxy_set_header Connection ""; }}'
)


def binary() -> str | None:
    """Return where nginx is; None where it is not."""
    return shutil.which("nginx") or next((place for place in PLACES if os.access(place, os.X_OK)), None)


def plain(root: Path, folder: Path) -> Program | None:
    """Return nginx with the static files below ``root``; None where it is not installed."""
    return _program("nginx", root, folder, PLAIN)


def over_store(root: Path, folder: Path, *, behind: int) -> Program | None:
    """Return nginx reading the page store itself, with Dateline at the port ``behind`` for what does not lie there."""
    return _program("nginx on the store", root, folder, STORE.format(host=LOOPBACK, behind=behind))


def _program(name: str, root: Path, folder: Path, how: str) -> Program | None:
    path = binary()
    if path is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    user = "user root;" if os.geteuid() == 0 else ""  # a worker of another user could not enter a temporary folder
    words = CONFIGURATION.format(folder=folder, root=root, port=port, how=how, user=user, host=LOOPBACK)
    (folder / "nginx.conf").write_text(words, encoding="utf-8")
    command = [path, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    return Program(name, command, port=port)
