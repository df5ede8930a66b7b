"""A memory that several processes and machines share, which may be away without anybody noticing.

Whatever is kept in it can be made anew, so while Redis does not answer every entry is a miss. Not so the counts that
hold guesses and floods back: those are kept in rows meanwhile, by all processes together.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from .counting import CountedRows

log = logging.getLogger("dateline.redis")
PAUSE_SECONDS = 2.0  # in which Redis is not asked again: each try may cost a second
TELL_SECONDS = 60.0


class Absence:
    """Whether Redis answers, as far as this process knows. Shared by its threads, which have a cache object each."""

    def __init__(self) -> None:
        self.until = 0.0
        self.told = float("-inf")
        self.lasts = False

    def begins(self, error: Exception) -> None:
        """Ask no more for a moment, and say so once in a while."""
        now = time.monotonic()
        self.until, self.lasts = now + PAUSE_SECONDS, True
        if now - self.told >= TELL_SECONDS:
            self.told = now
            log.error(
                "Redis does not answer (%s). Until it does, pages are made anew and tries counted in rows.", error
            )

    def ends(self) -> None:
        """Say that it is over, if it was."""
        if self.lasts:
            self.lasts, self.told = False, float("-inf")
            log.warning("Redis answers again.")

    @property
    def is_fresh(self) -> bool:
        """Whether Redis failed a moment ago."""
        return self.lasts and time.monotonic() < self.until


class Client(RedisCacheClient):
    """Django's, but emptying it takes away our own entries only: others may keep theirs in the same Redis."""

    def clear_under(self, prefix: str) -> None:
        """Delete all entries whose key begins with ``prefix``."""
        client = self.get_client(None, write=True)
        pattern = re.sub(r"([*?\[\]\\])", r"\\\1", prefix) + "*"
        for keys in _by_the_thousand(client.scan_iter(match=pattern, count=1000)):
            client.delete(*keys)


def _by_the_thousand(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    left = iter(keys)
    while batch := list(islice(left, 1000)):
        yield batch


class SharedMemory(RedisCache):
    """Redis, with a stand-in for ``counts``: the beginnings of keys that must be counted whatever happens."""

    _clients: dict[tuple[str, ...], Client] = {}
    _absences: dict[tuple[str, ...], Absence] = {}

    def __init__(self, server: list[str] | str, params: dict[str, Any]) -> None:
        options = dict(params.get("OPTIONS", {}))
        self.counts = tuple(options.pop("counts", ()))
        super().__init__(server, params | {"OPTIONS": options})
        self.servers: list[str] = [server] if isinstance(server, str) else server
        self.options = options
        self.where = tuple(self.servers)
        self.absence = self._absences.setdefault(self.where, Absence())
        self.stand_in = CountedRows()

    @property
    def _cache(self) -> Client:
        """One client for all threads: Django makes a cache object for each request, and would connect for each.

        A lost connection is made once more at once, as after a restart of Redis; who is away longer is a miss.
        """
        known = self._clients.get(self.where)
        return known or self._clients.setdefault(
            self.where, Client(self.servers, retry=Retry(NoBackoff(), 1), **self.options)
        )

    def _ask(self, verb: str, key: str, *args: Any, miss: Any = None, **kwargs: Any) -> Any:
        """Ask Redis, or the stand-in for what is counted; give ``miss`` for anything else while Redis is away."""
        if not self.absence.is_fresh:
            try:
                answer = getattr(super(), verb)(key, *args, **kwargs)
            except (RedisError, OSError) as error:
                self.absence.begins(error)
            else:
                if self.absence.lasts:
                    self.absence.ends()
                return answer
        return getattr(self.stand_in, verb)(key, *args, **kwargs) if key.startswith(self.counts) else miss

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._ask("add", key, value, timeout, version, miss=True)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._ask("get", key, default, version, miss=default)

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._ask("set", key, value, timeout, version)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._ask("touch", key, timeout, version, miss=False)

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._ask("delete", key, version, miss=False)

    def has_key(self, key: str, version: int | None = None) -> bool:
        return self._ask("has_key", key, version, miss=False)

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Raises ValueError for what is not there, as Django has it."""
        if (number := self._ask("incr", key, delta, version)) is None:
            raise ValueError(f"Key '{key}' not found.")
        return number

    # One by one, so that each entry goes where it belongs; nothing of ours asks for many.
    get_many = BaseCache.get_many
    set_many = BaseCache.set_many
    delete_many = BaseCache.delete_many

    def clear(self) -> None:
        """Forget our own entries. Others may keep theirs in the same Redis, where Django would empty it all."""
        try:
            self._cache.clear_under(f"{self.key_prefix}:")
        except (RedisError, OSError) as error:
            self.absence.begins(error)
