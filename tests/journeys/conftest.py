"""The real server on a free port with a home of its own, and Debian's Chromium in front of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from dateline.delivery.store.gauge import Gauge
from tests.databases import own_data
from tests.identity_provider import CLIENT, SECRET, Provider, identity_provider
from tests.own_site import ISSUER, KEY, OwnSite, own_site

from .people import sign_in

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
# Tests write faster than people, who would wait for a moderator then: these browsers do not say when they began.
HASTY = """{
  const plain = window.fetch;
  window.fetch = (asked, ...more) => (asked === "/comments/opened.json" ? Promise.reject() : plain(asked, ...more));
}"""
PATIENCE = 60  # seconds for the server to answer first
BROWSER_PATIENCE = 60_000  # milliseconds for whatever a browser waits for, on a machine that does much else
LOOPBACK = {"127.0.0.1", "localhost"}
DATA: dict[Path, dict[str, str]] = {}  # where the rows of each home lie


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every journey; without a browser skip it and say so, except in CI, where it has to run."""
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="There is no Chromium here; apt-get install chromium brings it."))


@dataclass
class Newsroom:
    """A newsroom that is being served.

    ``places`` is what seed.py printed; ``guild`` and ``own_site`` vouch for readers.
    """

    url: str
    home: Path
    password: str
    places: dict[str, str]
    guild: Provider
    own_site: OwnSite
    given: set[str] = field(default_factory=set)  # codes

    def dateline(self, *arguments: str) -> str:
        """Run a command of this newsroom and return what it printed."""
        return run(self.home, "-m", "dateline", *arguments)

    def settle(self) -> None:
        """Wait until pages say what the rows say: a quarter of a second, but longer on a busy machine."""
        gauge, until = Gauge(self.home / "pages" / "gauge"), time.monotonic() + PATIENCE
        while gauge.read("settled") < self.latest_change():
            assert time.monotonic() < until, "the tender has fallen behind"
            time.sleep(0.02)

    def latest_change(self) -> int:
        """Return the number of the last change of what readers see."""
        address = DATA[self.home]["DATABASE_URL"]
        opened = psycopg.connect(address) if address.startswith("postgres") else sqlite3.connect(urlsplit(address).path)
        with closing(opened) as database:
            found = database.execute("SELECT coalesce(max(id), 0) FROM delivery_change").fetchone()
        return int(found[0]) if found else 0

    def mails(self) -> list[str]:
        """Return all mails that were sent, oldest first."""
        files = sorted((self.home / "mail").glob("*"), key=lambda file: file.stat().st_mtime_ns)
        return [file.read_text(encoding="utf-8") for file in files]

    def code_for(self, address: str) -> str:
        """Wait for a code in a mail to ``address`` that nobody was given here yet, and return it."""
        until = time.monotonic() + PATIENCE
        while not (fresh := [code for code in self.codes_to(address) if code not in self.given]):
            assert time.monotonic() < until, f"no code came to {address}"
            time.sleep(0.1)
        self.given.update(fresh)
        return fresh[-1]

    def codes_to(self, address: str) -> list[str]:
        """Return the codes in the mails to ``address``, oldest first."""
        own = [mail for mail in self.mails() if f"\nTo: {address}\n" in mail]
        return [code for mail in own for code in re.findall(r"^    (\S+)$", mail, re.MULTILINE)]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the variables of a process that works in ``home``, whatever else runs on this machine."""
    settings = {"DATELINE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "dateline.project.settings"}
    return {**os.environ, **settings, **DATA[home], **more}


def run(home: Path, *arguments: str) -> str:
    """Run Python in ``home``; a failure shows what it said."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment(home), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return once ``url`` answers; fail with the server's own words when it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"The server did not answer.\n{log.read_text()}")


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """Prepare a newsroom with its sample, add what the journeys need, serve it."""
    home, port = tmp_path_factory.mktemp("newsroom"), free_port()
    with own_data(home) as data, identity_provider() as guild, own_site() as site:
        DATA[home] = {**data, **vouchers(guild, site), "DATELINE_BASE_URL": f"http://127.0.0.1:{port}"}
        said = run(home, "-m", "dateline", "prepare")
        password = re.findall(r"Password, shown only now: (\S+)", said)[0]
        places = json.loads(run(home, "-m", "tests.journeys.seed"))
        with served(home, port) as url:
            yield Newsroom(url, home, password, places, guild, site)


def vouchers(guild: Provider, site: OwnSite) -> dict[str, str]:
    """Return the variables by which a newsroom knows who vouches for its readers."""
    provider = {"URL": guild.url, "CLIENT": CLIENT, "SECRET": SECRET, "NAME": "The Guild"}
    house = {"PAGE": site.page, "KEY": KEY, "ISSUER": ISSUER, "NAME": "The Courier"}
    return {
        **{f"DATELINE_OIDC_{name}": value for name, value in provider.items()},
        **{f"DATELINE_SSO_{name}": value for name, value in house.items()},
    }


@contextmanager
def served(home: Path, port: int) -> Iterator[str]:
    """Serve the newsroom in ``home`` while the block runs; gives its address."""
    log = home / "server.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "dateline", "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment(home, DATELINE_REHEARSAL_PORT=str(free_port()), DATELINE_TRUSTED_PROXIES="1"),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{url}/healthz", server, log)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's own process."""
    expect.set_options(timeout=BROWSER_PATIENCE)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, which asks nobody anything."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, chromium_sandbox=False)
    yield browser
    browser.close()


@dataclass
class Watched:
    """What a browser asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def strangers(self) -> list[str]:
        """Return requests to hosts that are not ours."""
        return [url for url in self.requests if url.startswith("http") and urlsplit(url).hostname not in LOOPBACK]


Opener = Callable[..., Page]
HOUSEHOLDS = count()


def household() -> str:
    """Return an address that nobody has yet; all of them at one would soon have written too much for it."""
    high, low = divmod(next(HOUSEHOLDS), 250)
    return f"198.18.{high}.{low + 1}"


@pytest.fixture
def open_browser(newsroom: Newsroom, chromium: Browser) -> Iterator[Opener]:
    """Return a function that opens a page in a browser of its own: ``open_browser(javascript=False, width=360)``.

    Each comes from an address of its own, as a proxy in front of the newsroom would tell it.
    At the end no page may have asked another host for anything or run into our content security policy.
    """
    contexts: list[BrowserContext] = []
    watched = Watched()

    def open_one(*, javascript: bool = True, width: int = 1280, dark: bool = False, is_hasty: bool = True) -> Page:
        context = chromium.new_context(
            base_url=newsroom.url,
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            extra_http_headers={"X-Forwarded-For": household()},
        )
        context.set_default_timeout(BROWSER_PATIENCE)
        if is_hasty:
            context.add_init_script(HASTY)
        contexts.append(context)
        context.on("request", lambda request: watched.requests.append(request.url))
        context.on("console", lambda message: watched.complaints.append(message.text))
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert watched.strangers == []
    assert [words for words in watched.complaints if "Content Security Policy" in words] == []


@pytest.fixture
def page(open_browser: Opener) -> Page:
    """One page with JavaScript on a wide screen."""
    return open_browser()


@pytest.fixture
def editor(open_browser: Opener, newsroom: Newsroom) -> Page:
    """A page on which the editor has signed in with the password that ``dateline init`` printed."""
    page = open_browser()
    sign_in(page, newsroom)
    return page
