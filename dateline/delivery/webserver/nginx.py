"""nginx: 1.18 or newer, with nothing but its own modules (Debian's nginx-light has them all)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..door.app import DOWN
from ..store.kinds import KINDS, REVALIDATE, STATIC_KINDS, VERSIONED, YEAR, Kind
from .site import ASKED, DATED, Site, Unfit, folders, hashed, kept_by_a_cache, leaves, one_of

MIB = 1024 * 1024
AGE = "Cache-Control"
HEAD = """\
# Dateline behind nginx, which reads ready pages itself. Printed by `dateline webserver nginx`: print it anew, do not
# edit it, after a change of settings or of Dateline. It belongs where http {} includes it, such as
# /etc/nginx/conf.d/dateline.conf. Each open page is a connection to nginx and one to Dateline: in nginx.conf let
# worker_connections, and worker_rlimit_nofile, be more than twice DATELINE_STREAMS.
"""


def configuration(site: Site) -> str:
    """Return the configuration. Raises Unfit."""
    if not site.is_plain and not (site.certificate and site.key):
        raise Unfit(
            "nginx fetches no certificate: name one with --certificate and --key, or say --plain where a proxy in "
            "front of nginx holds it."
        )
    parts = [HEAD, *asking(site), *sending(site), upstream(site), server(site)]
    if not site.is_plain and site.port == 443:
        parts.append(to_https(site))
    return "\n".join(parts)


def asking(site: Site) -> Iterator[str]:
    """Give the maps that tell what nginx answers by itself: where nothing says "ask", by the address as it came."""
    yield "# What is not plain is asked of Dateline."
    yield mapping("$request_method", "dateline_method", [("default", "ask"), ("GET", ""), ("HEAD", "")])
    hosts = [("hostnames", None), ("default", "ask"), *((host, "") for host in site.hosts)]
    yield mapping("$host", "dateline_host", hosts)
    yield mapping("$args", "dateline_query", [("default", ""), (f"~{ASKED}", "ask")])
    since = [("default", ""), (r"~^\|.", "ask")]  # a date alone does not tell two versions of one second apart
    yield mapping("$http_if_none_match|$http_if_modified_since", "dateline_date", since)
    reasons = "$dateline_method$dateline_host$dateline_query$dateline_date"
    if site.is_behind_another and site.insists_on_tls:
        yield mapping("$http_x_forwarded_proto", "dateline_proto", [("default", "ask"), ("https", "")])
        reasons += "$dateline_proto"
    pages = [("default", ""), (f"~^ {folders()}", "${uri}index.html"), (f"~^ {leaves()}", "$uri")]
    yield mapping(f"{reasons} $request_uri", "dateline_page", pages)
    yield mapping(f"{reasons} $request_uri", "dateline_static", [("default", ""), (f"~^ {hashed()}", "$uri")])


def sending(site: Site) -> Iterator[str]:
    """Give the maps from a file to the headers that not all are sent with. One pattern, then words: words are quick."""
    yield "# What a page is sent with, by how the name of its file ends."
    yield mapping(
        "$uri", "dateline_kind", [("default", ""), (f"~\\.(?<dateline_end>{one_of(KINDS)})$", "$dateline_end")]
    )
    yield mapping("$args", "dateline_version", [("default", ""), (f"~{DATED}", "version-")])
    yield from leave(site)
    for name, values in by_name(site.sent_with()).items():
        rows = [("default", ""), *((suffix[1:], value) for suffix, value in values.items())]
        if name != AGE:
            yield mapping("$dateline_kind", variable(name), rows)
            continue
        kept = site.leave.sent_with()[AGE] if site.leave else ""
        for suffix, value in values.items():
            rows.append((f"version-{suffix[1:]}", YEAR if suffix in VERSIONED else value))
            rows += [(f"kept-{suffix[1:]}", kept)] if kept else []
        yield mapping(f"{'$dateline_kept' if kept else ''}$dateline_version$dateline_kind", variable(name), rows)


def leave(site: Site) -> Iterator[str]:
    """Give the maps that tell a cache in front, if there is one, what it may keep."""
    if site.leave is None:
        return
    pages = [("default", ""), (f"~{kept_by_a_cache(site.leave)}", "kept-")]
    yield mapping("$http_host$request_uri", "dateline_kept", pages)
    for name, value in site.leave.sent_with().items():
        if name != AGE:
            yield mapping("$dateline_kept", variable(name), [("default", ""), ("kept-", value)])


def by_name(sent: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    """Return headers by name and then by how files end; the media type, which nginx has words of its own for, not."""
    found: dict[str, dict[str, str]] = {}
    for suffix, headers in sent.items():
        for name, value in headers.items():
            if name != "Content-Type":
                found.setdefault(name, {})[suffix] = value
    return found


def variable(header: str) -> str:
    """Return the name of the variable that holds a header's value."""
    return "dateline_" + header.lower().replace("-", "_")


def upstream(site: Site) -> str:
    """Return where Dateline is."""
    return f"upstream dateline {{\n    server {site.upstream};\n    keepalive 64;\n}}\n"


def server(site: Site) -> str:
    """Return the server."""
    away = [f"root {quoted(site.store / 'aside')};", "try_files /pages$dateline_page @dateline_sorry;"]
    pages = [f"root {quoted(site.store / 'pages')};", "try_files $dateline_page @dateline;"]
    gone = "error_page 403 404 500 = @dateline;"  # taken away after it was found, or not to be read
    last_good = {**page_headers(replace(site, leave=None)), AGE: REVALIDATE}
    sorry = [
        "default_type 'text/plain; charset=utf-8';",
        "add_header Cache-Control no-store always;",
        "add_header X-Content-Type-Options nosniff always;",
        "add_header Retry-After 5 always;",
        f"return 503 {quoted(DOWN.decode())};",
    ]
    lines = [
        *listening(site),
        *manners(site),
        *types(KINDS),
        *block("location /", [*pages, gone, *headers(site, page_headers(site))]),
        *block("location /static/", [*static(site), gone]),
        *block("location @dateline", ["proxy_pass http://dateline;"]),
        *block("location @dateline_away", [*away, *headers(site, last_good)]),
        *block("location @dateline_sorry", sorry),
    ]
    return "\n".join(block("server", lines)) + "\n"


def listening(site: Site) -> list[str]:
    """Return where the server listens, and for whom."""
    how = "" if site.is_plain else " ssl http2"
    lines = [f"listen {site.port}{how};", f"listen [::]:{site.port}{how};", f"server_name {' '.join(site.hosts)};"]
    if not site.is_plain:
        lines += [
            f"ssl_certificate {quoted(site.certificate)};",
            f"ssl_certificate_key {quoted(site.key)};",
            "ssl_protocols TLSv1.2 TLSv1.3;",
            "ssl_session_cache shared:dateline:10m;",
        ]
    return lines


def manners(site: Site) -> list[str]:
    """Return how the server treats files and Dateline, whatever stands in nginx.conf."""
    proto = "$http_x_forwarded_proto" if site.is_behind_another else "$scheme"
    return [
        "server_tokens off;",
        "etag on;",
        "if_modified_since exact;",
        "open_file_cache off;  # or a page that was taken away would still be sent",
        "max_ranges 0;  # a page is always sent whole",
        "gzip off;  # pages lie there compressed",
        "gzip_static on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        "sendfile on;",
        "tcp_nopush off;  # it held back the end of a page for 40 ms",
        "merge_slashes off;",
        "log_not_found off;",
        f"client_max_body_size {site.most // MIB + 1}m;  # Dateline counts more exactly",
        "proxy_http_version 1.1;",
        'proxy_set_header Connection "";',
        "proxy_set_header Host $http_host;",
        "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;",
        f"proxy_set_header X-Forwarded-Proto {proto};",
        "recursive_error_pages on;",
        "error_page 502 504 = @dateline_away;",
    ]


def types(kinds: Mapping[str, Kind]) -> list[str]:
    """Return the media types of files by how they end."""
    return block("types", [f"{quoted(kind.content_type)} {suffix[1:]};" for suffix, kind in kinds.items()])


def static(site: Site) -> list[str]:
    """Return what the place of static files holds."""
    sent = {name: value for kind in STATIC_KINDS.values() for name, value in kind.sent_with().items()}
    del sent["Content-Type"]
    return [
        f"root {quoted(site.static.parent)};",
        "try_files $dateline_static @dateline;",
        *types(STATIC_KINDS),
        *headers(site, sent),
    ]


def page_headers(site: Site) -> dict[str, str]:
    """Return the headers of pages, their values being variables; nginx leaves out a header whose value is empty."""
    told = site.leave.sent_with() if site.leave else {}
    return {name: f"${variable(name)}" for name in [*by_name(site.sent_with()), *told]}


def headers(site: Site, own: Mapping[str, str]) -> list[str]:
    """Return the directives that send headers.

    Without a date: it would not tell apart two versions of one second, and nginx cannot know when that second is over.
    """
    lines = [f"add_header {name} {quoted(value, names=True)};" for name, value in {**own, **site.common}.items()]
    return [*lines, 'add_header Last-Modified "";']


def to_https(site: Site) -> str:
    """Return the server that leads on from http."""
    leading = ["listen 80;", "listen [::]:80;", f"server_name {' '.join(site.hosts)};"]
    return "\n".join(block("server", [*leading, "return 301 https://$host$request_uri;"])) + "\n"


def mapping(source: str, name: str, rows: Iterable[tuple[str, str | None]]) -> str:
    """Return a map from ``source`` to a variable; a row without a value is a word of the map's own."""
    lines = [f"{key};" if value is None else f"{row_key(key)} {quoted(value, names=True)};" for key, value in rows]
    return "\n".join(block(f'map "{source}" ${name}', lines)) + "\n"


def row_key(key: str) -> str:
    """Return the key of a row; a pattern stands in quotes, for it holds braces and blanks."""
    return '"' + key.replace('"', '\\"') + '"' if key.startswith("~") else key


def block(name: str, lines: Iterable[str]) -> list[str]:
    """Return a block with its lines indented."""
    return [f"{name} {{", *(f"    {line}" for line in lines), "}"]


def quoted(value: object, *, names: bool = False) -> str:
    """Return a value as nginx reads it, in quotes; with ``names`` it may name variables. Raises Unfit."""
    text = str(value)
    if "$" in text and not names:
        raise Unfit(f"nginx takes what follows a dollar sign for a variable, and there is one in {text}.")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
