"""The kinds of caches that we can tell, by the scheme of their address."""

from __future__ import annotations

from typing import Protocol

from wagtail.contrib.frontend_cache.utils import get_backends

from dateline.lib.cdn_url import Cdn

KINDS = {
    "http": "dateline.delivery.cdn.http.Http",
    "cloudflare": "dateline.delivery.cdn.cloudflare.Cloudflare",
    "cloudfront": "dateline.delivery.cdn.cloudfront.CloudFront",
}


class Backend(Protocol):
    """What we ask of one; ``most`` is how many addresses it is told in one word."""

    most: int

    def purge_batch(self, urls: list[str]) -> None:
        """Drop these. Raises CdnAway where it did not drop all of them."""

    def purge_everything(self) -> bool:
        """Drop all that it has; return whether it can. Raises CdnAway."""


def backend_of(cdn: Cdn) -> Backend:
    """Return the way to it, by Wagtail's hand.

    Not by its setting: with that Wagtail purges as an editor publishes, and so before the page is right.
    """
    backend: Backend = get_backends({"ours": {"BACKEND": KINDS[cdn.kind], **cdn.options}})["ours"]
    return backend
