"""Varnish, Squid and whatever else takes a PURGE of an address."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from wagtail.contrib.frontend_cache.backends import HTTPBackend
from wagtail.contrib.frontend_cache.backends.http import PurgeRequest

from .asking import answer_to

NOT_HELD = {404}  # Squid's answer to a purge of what it does not have


class Http(HTTPBackend):
    """Purges one address after the other."""

    most = 1

    def purge(self, url: str) -> None:
        """Raises CdnAway, where Wagtail's waits for ever or passes over it."""
        asked = urlsplit(url)
        where = urlunsplit((self.cache_scheme, self.cache_netloc, asked.path, asked.query, ""))
        answer_to(PurgeRequest(where, headers={"Host": asked.netloc, "User-Agent": "Dateline"}), also=NOT_HELD)

    def purge_everything(self) -> bool:
        """Return False: it has no word for that."""
        return False
