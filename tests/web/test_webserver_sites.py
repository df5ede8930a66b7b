"""nginx and Caddy where something else stands in front of them, and what they cannot be configured for."""

from __future__ import annotations

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from dateline.delivery.store.kinds import leave
from dateline.delivery.store.made import Made
from dateline.delivery.store.store import Store
from dateline.delivery.webserver import caddy, nginx
from dateline.delivery.webserver.site import Site

from .conftest import Ear, free_port
from .fronts import Front, command, environment, needed, running

CONFIGURATIONS = {"nginx": nginx.configuration, "caddy": caddy.configuration}
WORDS = b"The water stands at the second step. " * 40
HOST = "news.example"
SHARED = "public, max-age=0, must-revalidate, s-maxage=600"
ASKED = b"ok\n"  # what the ear says


@pytest.fixture(params=["nginx", "caddy"])
def program(request: pytest.FixtureRequest) -> str:
    needed(request.param)
    return str(request.param)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An installation behind one proxy, with a few pages."""
    store = Store(tmp_path / "pages")
    for address in ("/", "/town/", "/theme.css", "/stra\xdfe/"):
        store.put(Made(address, (WORDS,)), changed_since=lambda: ())
    return Site(
        hosts=(HOST, ".sub.example"),
        store=tmp_path / "pages",
        static=tmp_path / "static",
        upstream="127.0.0.1:9",
        port=free_port(),
        is_plain=True,
        certificate="",
        key="",
        common={"X-Content-Type-Options": "nosniff"},
        policies={".html": "default-src 'none'"},
        leave=None,
        most=64 * 1024 * 1024,
        insists_on_tls=False,
        proxies=1,
    )


@contextmanager
def fronted(program: str, site: Site, folder: Path) -> Iterator[Front]:
    """Run a web server with an ear behind it."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(16)
        threading.Thread(target=Ear("").listen, args=[listening], daemon=True).start()
        site = replace(site, upstream=f"127.0.0.1:{listening.getsockname()[1]}")
        with running(program, folder, site.port, CONFIGURATIONS[program](site)) as front:
            yield front


def test_pages_for_https_alone_are_sent_where_the_proxy_in_front_says_https(
    program: str, site: Site, tmp_path: Path
) -> None:
    with fronted(program, replace(site, insists_on_tls=True, proxies=2), tmp_path / program) as front:
        assert front.ask("/", host=HOST).body == ASKED
        assert front.ask("/", "X-Forwarded-Proto: http", host=HOST).body == ASKED
        assert front.ask("/", "X-Forwarded-Proto: https", host=HOST).body == WORDS


def test_a_host_below_a_domain_of_ours_is_ours(program: str, site: Site, tmp_path: Path) -> None:
    with fronted(program, site, tmp_path / program) as front:
        assert front.ask("/", host="a.sub.example").body == WORDS
        assert front.ask("/", host="example").body == ASKED


def test_letters_beyond_ascii_name_the_same_page_however_they_are_written(
    program: str, site: Site, tmp_path: Path
) -> None:
    with fronted(program, site, tmp_path / program) as front:
        assert [front.ask(f"/stra{code}e/", host=HOST).body for code in ("%C3%9F", "%c3%9f")] == [WORDS, WORDS]
        assert front.ask("/stra%C3e/", host=HOST).body == ASKED


def test_a_cache_in_front_may_keep_pages_at_their_own_address(program: str, site: Site, tmp_path: Path) -> None:
    site = replace(site, leave=leave(HOST, kind="http", seconds=600))
    with fronted(program, site, tmp_path / program) as front:
        assert front.ask("/town/", host=HOST).headers["cache-control"] == SHARED
        assert front.ask("/theme.css", host=HOST).headers["cache-control"] == SHARED
        assert front.ask("/stra%C3%9Fe/", host=HOST).headers["cache-control"] == SHARED
        others = [
            ("/town/?utm_source=x", HOST),
            ("/town/?", HOST),
            ("/stra%c3%9fe/", HOST),
            ("/town/", "a.sub.example"),
        ]
        for target, host in others:
            answer = front.ask(target, host=host)
            assert (target, answer.body, answer.headers["cache-control"]) == (target, WORDS, "public, no-cache")
        assert "immutable" in front.ask("/theme.css?v=1", host=HOST).headers["cache-control"]


def test_a_cache_that_has_a_header_of_its_own_is_told_by_that(program: str, site: Site, tmp_path: Path) -> None:
    site = replace(site, leave=leave(HOST, kind="cloudflare", seconds=600))
    with fronted(program, site, tmp_path / program) as front:
        found = front.ask("/town/", host=HOST).headers
        assert (found["cache-control"], found["cdn-cache-control"]) == ("public, no-cache", "public, max-age=600")
        assert "cdn-cache-control" not in front.ask("/town/?x=1", host=HOST).headers


def test_nobody_may_keep_the_last_good_page(program: str, site: Site, tmp_path: Path) -> None:
    for kind in ("http", "cloudflare"):
        told = replace(site, leave=leave(HOST, kind=kind, seconds=600))
        Store(site.store).drop(["/town/"])
        with running(program, tmp_path / kind, site.port, CONFIGURATIONS[program](told)) as front:
            answer = front.ask("/town/", host=HOST)
        assert (answer.status, answer.body) == (200, WORDS)
        assert answer.headers["cache-control"] == "public, no-cache"
        assert "cdn-cache-control" not in answer.headers


def test_with_a_certificate_it_is_a_configuration_that_the_program_takes(
    program: str, site: Site, tmp_path: Path
) -> None:
    words = CONFIGURATIONS[program](replace(site, is_plain=False, port=443, **certificate(tmp_path)))
    arguments = command(program, tmp_path / program, words)
    if program == "nginx":
        arguments.append("-t")
        assert "return 301 https://$host$request_uri;" in words
    else:
        arguments[1] = "validate"
    done = subprocess.run(
        arguments, env=environment(tmp_path / program), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def certificate(folder: Path) -> dict[str, Any]:
    """Make a certificate that nobody trusts."""
    names = {"certificate": str(folder / "certificate.pem"), "key": str(folder / "key.pem")}
    arguments = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    arguments += ["-subj", f"/CN={HOST}", "-keyout", names["key"], "-out", names["certificate"]]
    subprocess.run(arguments, check=True, capture_output=True, timeout=60)
    return names


def test_nginx_cannot_be_told_of_a_folder_with_a_dollar_sign(site: Site) -> None:
    with pytest.raises(ValueError, match="dollar"):
        nginx.configuration(replace(site, store=Path("/srv/$news")))


@pytest.mark.parametrize(
    ("options", "wrong", "words"),
    [
        ([], {}, "name one with --certificate"),
        (["--plain"], {"TRUSTED_PROXIES": 0}, "DATELINE_TRUSTED_PROXIES=1"),
        (["--plain"], {"DELIVERY_FOLDER": ""}, "DATELINE_DEBUG"),
        (["--plain"], {"SECURE_SSL_REDIRECT": True}, "DATELINE_TRUSTED_PROXIES=2"),
        (["--plain", "--domain", "other.example"], {}, "other.example is no name of ours"),
        (["--plain"], {"ALLOWED_HOSTS": ["*"]}, "--domain"),
        (["--certificate", "a.pem"], {}, "belong together"),
    ],
)
def test_what_would_not_do_is_said_instead(
    settings: Settings, options: list[str], wrong: dict[str, Any], words: str
) -> None:
    fit = {"TRUSTED_PROXIES": 1, "DELIVERY_FOLDER": "/srv/news/pages", "ALLOWED_HOSTS": [HOST]}
    for name, value in {**fit, **wrong}.items():
        setattr(settings, name, value)
    with pytest.raises(CommandError, match=words):
        call_command("webserver", "nginx", *options)
