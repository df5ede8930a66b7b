"""Caddy: 2.6 or newer.

It makes validators of its own, which are never taken for ours nor ours for them: who was sent a page by the one and
asks the other is sent it once more. What goes by other validators than If-None-Match is asked of the door.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..door.app import DOWN
from ..store.kinds import KINDS, REVALIDATE, STATIC_KINDS, TEXT, VERSIONED, YEAR, Kind
from .site import ASKED, DATED, NO_LEAF, Site, folders, hashed, kept_by_a_cache, leaves

HEAD = """\
# Dateline behind Caddy, which reads ready pages itself. Printed by `dateline webserver caddy`: print it anew, do not
# edit it, after a change of settings or of Dateline. It may be the whole of /etc/caddy/Caddyfile, or be imported there.
"""
PATH, QUERY, TARGET = "{http.request.uri.path}", "{http.request.orig_uri.query}", "{http.request.orig_uri}"
ODD = ("If-Match", "If-Unmodified-Since")
HTTPS = 443
AGE = "Cache-Control"
UNSENT = ("Last-Modified", "Accept-Ranges")  # a date does not tell two versions of one second apart


def configuration(site: Site) -> str:
    """Return the configuration. Raises Unfit."""
    lines = [
        *([f"tls {quoted(site.certificate)} {quoted(site.key)}"] if site.certificate else []),
        *ready(site, "", site.store / "pages"),
        *found(site, "static", hashed(), site.static.parent, PATH),
        *block("handle @static", [*kinds(site, STATIC_KINDS), *sending(site, site.static.parent)]),
        *block("handle", dateline(site)),
        *block("handle_errors", errors(site)),
    ]
    return HEAD + "\n".join(block(", ".join(addresses(site)), lines)) + "\n"


def addresses(site: Site) -> list[str]:
    """Return what Caddy listens for."""
    if site.is_plain:
        return [f"http://:{site.port}"]
    return names(site) if site.port == HTTPS else [f"https://{name}:{site.port}" for name in names(site)]


def names(site: Site) -> list[str]:
    """Return the host names; one that begins with a dot is a domain and all below it."""
    return [name for host in site.hosts for name in ([host[1:], f"*{host}"] if host.startswith(".") else [host])]


def ready(site: Site, name: str, folder: Path, *how: str, is_last: bool = False) -> list[str]:
    """Return what answers with the pages that lie in ``folder``; ``how`` is for what sends the files."""
    first = [] if is_last else ages(site)
    page = block("header", fields_of(site, ".html", KINDS[".html"], is_last=is_last))
    rest = {suffix: kind for suffix, kind in KINDS.items() if suffix not in NO_LEAF}
    leaf = kinds(site, rest, is_last=is_last)
    return [
        *found(site, f"{name}folder", folders(), folder, f"{PATH}index.html"),
        *found(site, f"{name}leaf", leaves(), folder, PATH),
        *block(f"handle @{name}folder", [*first, *page, *sending(site, folder, *how)]),
        *block(f"handle @{name}leaf", [*first, *leaf, *sending(site, folder, *how)]),
    ]


def found(site: Site, name: str, pattern: str, folder: Path, file: str) -> list[str]:
    """Return the matcher of requests that Caddy answers by itself: plain ones, for what lies in ``folder``."""
    proto = ["header X-Forwarded-Proto https"] if site.is_behind_another and site.insists_on_tls else []
    lines = [
        "method GET HEAD",
        f"host {' '.join(names(site))}",
        *proto,
        *block("not", ["header If-Modified-Since *", "header !If-None-Match"]),
        *(f"not header {name} *" for name in ODD),
        f"not vars_regexp {QUERY} {ASKED}",
        f"vars_regexp {TARGET} ^{pattern}",
        *block("file", [f"root {quoted(folder)}", f"try_files {file}"]),
    ]
    return block(f"@{name}", lines)


def kinds(site: Site, among: Mapping[str, Kind], *, is_last: bool = False) -> list[str]:
    """Return the headers by how names of files end; last of all, so that a file which went away leaves none behind."""
    lines: list[str] = []
    for suffix, kind in among.items():
        fields = fields_of(site, suffix, kind, is_last=is_last)
        lines += [f"@{suffix[1:]} path *{suffix}", *block(f"header @{suffix[1:]}", fields)]
    return lines


def fields_of(site: Site, suffix: str, kind: Kind, *, is_last: bool) -> list[str]:
    """Return what a file of a kind is sent with; the last good version may be kept by nobody."""
    sent = kind.sent_with(site.policies.get(suffix, ""))
    if kind.cache_control == REVALIDATE and not is_last:
        sent[AGE] = "{dateline_age}" if suffix in VERSIONED else "{dateline_kept}"
    vary = ["Vary Accept-Encoding"] if suffix in TEXT else []
    return [*(f"{name} {quoted(value)}" for name, value in sent.items()), *vary, "defer"]


def ages(site: Site) -> list[str]:
    """Return for how long a page may be kept, by whom."""
    told = site.leave.sent_with() if site.leave else {}
    kept = [f'"~{kept_by_a_cache(site.leave)}" {quoted(told.pop(AGE))}'] if site.leave else []
    source = f"{{http.request.hostport}}{TARGET}"
    lines = [
        *block(f"map {source} {{dateline_kept}}", [*kept, f"default {quoted(REVALIDATE)}"]),
        *block(f"map {QUERY} {{dateline_age}}", [f'"~{DATED}" {quoted(YEAR)}', "default {dateline_kept}"]),
    ]
    if site.leave and told:
        lines.append(f"@kept vars_regexp {source} {kept_by_a_cache(site.leave)}")
        lines += block("header @kept", [*(f"{name} {quoted(value)}" for name, value in told.items()), "defer"])
    return lines


def sending(site: Site, folder: Path, *how: str) -> list[str]:
    """Return what sends a file, whole, and with what every answer has."""
    fields = [f"{name} {quoted(value)}" for name, value in site.common.items()]
    return [
        f"root * {quoted(folder)}",
        "request_header -Range",
        *block("header", [*fields, *(f"-{name}" for name in UNSENT), "defer"]),
        *block("file_server", ["precompressed zstd br gzip", "disable_canonical_uris", *how]),
    ]


def dateline(site: Site) -> list[str]:
    """Return what asks Dateline, which counts proxies from the right: each appends whom it was asked by."""
    lines = ['header_up X-Forwarded-For "{http.request.header.X-Forwarded-For}, {http.request.remote.host}"']
    if site.is_behind_another:
        lines.append('header_up X-Forwarded-Proto "{http.request.header.X-Forwarded-Proto}"')
    return block(f"reverse_proxy {site.upstream}", lines)


def errors(site: Site) -> list[str]:
    """Return what is done where a file has just gone away, and where Dateline does not answer."""
    sorry = ['Content-Type "text/plain; charset=utf-8"', "Cache-Control no-store", "X-Content-Type-Options nosniff"]
    return [
        *block("@gone", ["method GET HEAD", "expression `!({http.error.status_code} in [502, 504])`"]),
        *block("handle @gone", dateline(site)),
        *ready(site, "away_", site.store / "aside" / "pages", "status 200", is_last=True),
        *block("handle", [*block("header", [*sorry, "Retry-After 5"]), f"respond {quoted(DOWN.decode())} 503"]),
    ]


def quoted(value: object) -> str:
    """Return a value as Caddy reads it, in quotes."""
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def block(name: str, lines: Iterable[str]) -> list[str]:
    """Return a block with its lines indented."""
    return [f"{name} {{", *(f"\t{line}" for line in lines), "}"]
