"""A cache in front is told what has changed: after the page is right, not too often, and in the end always."""

from __future__ import annotations

import itertools
import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from botocore.exceptions import ClientError

from dateline.delivery.cdn.cloudflare import Cloudflare
from dateline.delivery.cdn.cloudfront import CloudFront
from dateline.delivery.cdn.kinds import backend_of
from dateline.delivery.purger import Purger
from dateline.delivery.store.made import Made
from dateline.delivery.store.store import Store
from dateline.lib.cdn_url import Cdn, cdn_settings
from tests.cache import Cache, cache
from tests.serving import free_port

pytestmark = pytest.mark.own_database

BASE = "https://news.example"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Pages that hang on one tag each, and all on ``frame``."""
    store = Store(tmp_path, owes=True)
    for address in ("/", "/town/", "/town/levée/", "/town/levée/?page=2"):
        keep(store, address)
    return store


def keep(store: Store, address: str, words: bytes = b"old") -> None:
    store.put(Made(address, (words,), tags=frozenset({"frame", f"page:{address}"})), changed_since=lambda: ())


def change(store: Store, *addresses: str) -> None:
    """Change a page and make it right, as a tender does."""
    store.touch({f"page:{address}" for address in addresses})
    store.drop(addresses)
    for address in addresses:
        keep(store, address, b"new")


@contextmanager
def telling(store: Store, cdn: Cdn | None, **words: Any) -> Iterator[Purger]:
    assert cdn
    purger = Purger(store.files.folder, cdn, base=BASE, **words)
    thread = threading.Thread(target=purger.run)
    thread.start()
    try:
        yield purger
    finally:
        purger.stopped.set()
        thread.join(20)


def to(there: Cache, **words: object) -> Cdn | None:
    return cdn_settings(f"{there.url}/?" + "&".join(f"{name}={value}" for name, value in words.items()))


def wait_until(holds: Callable[[], object], within: float = 20.0) -> None:
    until = time.monotonic() + within
    while not holds():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.01)


def test_what_has_changed_is_purged_by_its_public_address(store: Store) -> None:
    with cache() as front, telling(store, to(front, every=0.05)):
        change(store, "/town/levée/", "/town/levée/?page=2")
        wait_until(lambda: not store.index.debts.count())
    levee = "/town/lev%C3%A9e/"
    assert {(host, target) for _at, host, target in front.purged} == {
        ("news.example", levee),
        ("news.example", f"{levee}?page=2"),
    }


def test_an_old_page_is_not_purged_before_it_is_right(store: Store) -> None:
    seen = []
    page = store.files.folder / "pages/town/index.html"
    with cache(on_purge=lambda _target: seen.append(page.read_bytes())) as front, telling(store, to(front)):
        store.touch({"page:/town/"})
        time.sleep(0.3)
        assert front.purged == []
        keep(store, "/town/", b"new")
        wait_until(lambda: front.purged)
    assert seen[0].rstrip() == b"new"


def test_a_burst_is_one_purge_an_interval_and_the_last_change_is_always_told(store: Store) -> None:
    with cache() as front, telling(store, to(front, every=0.5)):
        for _each in range(300):
            change(store, "/town/")
            time.sleep(0.005)
        last = time.monotonic()
        wait_until(lambda: not store.index.debts.count())
    times = [at for at, _host, _target in front.purged]
    assert len(times) <= (times[-1] - times[0]) / 0.5 + 2
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) > 0.4
    assert times[-1] > last


def test_a_change_is_told_twice_for_an_answer_may_have_been_on_its_way(store: Store) -> None:
    with cache() as front, telling(store, to(front, every=0.3)):
        change(store, "/")
        wait_until(lambda: not store.index.debts.count())
    assert front.targets() == ["/", "/"]


def test_what_is_taken_away_is_purged(store: Store) -> None:
    with cache() as front, telling(store, to(front, every=0.05)):
        store.forget(["/town/"])
        wait_until(lambda: front.purged)
    assert set(front.targets()) == {"/town/"}


@pytest.mark.parametrize("drop", [lambda store: store.drop(["/town/"]), Store.drop_all], ids=["one", "all"])
def test_a_page_that_was_right_and_is_away_is_told_for_nothing_tells_when_it_changes(
    store: Store, drop: Callable[[Store], None]
) -> None:
    with cache() as front, telling(store, to(front, every=0.05)):
        drop(store)
        wait_until(lambda: not store.index.debts.count())
        assert "/town/" in front.targets()
        store.touch({"page:/town/"})
        assert store.index.debts.count() == 0, "the cache can have none"


def test_all_pages_that_were_known_are_purged_when_a_store_is_emptied(store: Store) -> None:
    with cache() as front, telling(store, to(front, every=0.05)):
        store.clear()
        wait_until(lambda: not store.index.debts.count())
    assert set(front.targets()) == {"/", "/town/", "/town/lev%C3%A9e/", "/town/lev%C3%A9e/?page=2"}


def test_a_store_with_no_cache_in_front_owes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keep(store, "/")
    change(store, "/")
    store.clear()
    assert store.index.debts.count() == 0


def test_what_a_cache_was_not_told_waits_until_it_is_back(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    port = free_port()
    with telling(store, cdn_settings(f"http://127.0.0.1:{port}?every=0.05")):
        begun = time.monotonic()
        change(store, "/", "/town/")
        assert time.monotonic() - begun < 5, "a cache that is away delays nobody"
        wait_until(lambda: "Next try in 1 s" in caplog.text)
        with cache(port) as front:
            wait_until(lambda: not store.index.debts.count())
    assert set(front.targets()) == {"/", "/town/"}
    assert "answers again" in caplog.text


def test_a_slow_cache_delays_no_page(store: Store) -> None:
    with cache(waits=0.5) as front, telling(store, to(front)):
        change(store, "/")
        time.sleep(0.2)
        begun = time.monotonic()
        for _each in range(20):
            change(store, "/town/")
        assert time.monotonic() - begun < 5, "half a second for each would be ten"
        wait_until(lambda: "/town/" in front.targets())


def test_one_address_that_cannot_be_purged_holds_up_no_other(store: Store) -> None:
    with cache(refused={"/"}) as front, telling(store, to(front, every=0.05)):
        change(store, "/", "/town/", "/town/levée/")
        wait_until(lambda: store.index.debts.count() == 1)
    assert {"/town/", "/town/lev%C3%A9e/"} < set(front.targets())


def test_debts_of_a_process_that_was_killed_are_paid_by_the_next(store: Store) -> None:
    change(store, "/town/")
    del store.index  # as if nobody had lived to tell
    with cache() as front, telling(Store(store.files.folder, owes=True), to(front)):
        wait_until(lambda: front.purged)
    assert front.targets()[0] == "/town/"


def test_what_the_cache_has_thrown_away_by_itself_is_not_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    change(store, "/town/")
    now = time.time_ns()
    monkeypatch.setattr("dateline.delivery.purger.time_ns", lambda: now + 200 * 10**9)
    with cache() as front, telling(store, to(front, keep=100)):
        time.sleep(0.2)
    assert (front.purged, store.index.debts.count()) == ([], 0)


def test_squid_says_404_of_what_it_does_not_have(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    with cache(says=404) as front, telling(store, to(front, every=0.05)):
        change(store, "/")
        wait_until(lambda: not store.index.debts.count())
    assert caplog.records == []


def cloudflare(there: Cache) -> Cloudflare:
    backend = backend_of(cdn_settings("cloudflare://token@zone?every=0.05") or Cdn("http"))
    assert isinstance(backend, Cloudflare)
    assert backend.cloudflare_purge_endpoint_url.endswith("/zones/zone/purge_cache")
    backend.cloudflare_purge_endpoint_url = there.url
    return backend


def test_cloudflare_is_told_many_at_once_and_everything_when_we_know_no_better(store: Store) -> None:
    cdn = Cdn("cloudflare", every=0.05)
    with cache() as front, telling(store, cdn, backend=cloudflare(front)):
        change(store, "/", "/town/")
        wait_until(lambda: not store.index.debts.count())
        files = [json.loads(body).get("files") for _path, _key, body in front.posted]
        assert sorted(files[0]) == [f"{BASE}/", f"{BASE}/town/"]
        assert front.posted[0][1] == "Bearer token"
        store.owe(["*", "/"])
        wait_until(lambda: not store.index.debts.count())
    assert json.loads(front.posted[-1][2]) == {"purge_everything": True}


def test_more_than_can_be_said_becomes_everything(store: Store) -> None:
    with cache() as front:
        store.owe(f"/reports/{number}/" for number in range(2_000))
        with telling(store, Cdn("cloudflare", every=0.05), backend=cloudflare(front)):
            wait_until(lambda: not store.index.debts.count())
    assert {body for _path, _key, body in front.posted} == {b'{"purge_everything": true}'}


@pytest.mark.parametrize("answer", [b'{"success": false, "errors": [{"message": "no"}]}', b"<html>"])
def test_a_refusal_of_cloudflares_is_not_taken_for_done(
    store: Store, answer: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with cache(answer=answer) as front, telling(store, Cdn("cloudflare"), backend=cloudflare(front)):
        change(store, "/")
        wait_until(lambda: "could not be told" in caplog.text)
    assert store.index.debts.count() == 1


def test_cloudfront_is_told_in_one_batch_and_its_refusal_counts(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    backend = backend_of(cdn_settings("cloudfront://KEY:secret@E2ABC") or Cdn("http"))
    assert isinstance(backend, CloudFront)
    refusal = ClientError({"Error": {"Code": "TooManyInvalidationsInProgress"}}, "CreateInvalidation")
    backend.client = Mock()
    backend.client.create_invalidation.side_effect = [refusal, None, None, None]
    with telling(store, Cdn("cloudfront", every=0.05), backend=backend):
        change(store, "/", "/town/")
        wait_until(lambda: not store.index.debts.count())
    asked = backend.client.create_invalidation.call_args_list[1].kwargs
    assert asked["DistributionId"] == "E2ABC"
    assert sorted(asked["InvalidationBatch"]["Paths"]["Items"]) == ["/", "/town/"]
    assert "TooManyInvalidationsInProgress" in caplog.text


def test_whoever_tells_survives_what_nobody_thought_of(
    store: Store, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.delivery.purger.STUMBLE", 0.05)
    caplog.set_level(logging.ERROR)
    backend = Mock(most=1)
    backend.purge_batch.side_effect = [ZeroDivisionError, None, None]
    with telling(store, Cdn("http", every=0.05), backend=backend):
        change(store, "/")
        wait_until(lambda: not store.index.debts.count())
    assert "could not be seen to" in caplog.text
