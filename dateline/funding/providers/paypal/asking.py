"""One account at PayPal: who asks, where, and for what by name."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings

from dateline.funding.providers.interface import ProviderRefused

from .places import address, is_live
from .wire import Refused, Said, wire_to

PAGE = 50  # disputes in one answer, and pages of them: the most that PayPal gives
MOST_PAGES = 50


class Account:
    """The account that the settings name."""

    def __init__(self) -> None:
        self.live = is_live(address())
        self.wire = wire_to(address(), settings.PAYPAL_CLIENT, settings.PAYPAL_SECRET)

    def get(self, kind: str, name: str) -> Said:
        """Return a thing by its name."""
        return self.wire.ask("GET", path_of(kind, name))

    def find(self, kind: str, name: str) -> Said:
        """Return a thing by its name; nothing where PayPal knows none."""
        try:
            return self.get(kind, name)
        except Refused as error:
            if error.status != 404:
                raise
            return {}

    def disputes(self, asked: Said) -> Iterator[Said]:
        """Yield disputes, as the list tells them, page by page."""
        for page in range(1, MOST_PAGES + 1):
            said = self.wire.ask("GET", "/v1/customer/disputes", {**asked, "page_size": PAGE, "page": page})
            found = said.get("items") or ()
            yield from found
            if len(found) < PAGE:
                return


def path_of(kind: str, name: str, deed: str = "") -> str:
    """Return where a thing is asked for; whatever it is called, it leads nowhere else. Raises ProviderRefused."""
    if name in {"", ".", ".."}:
        raise ProviderRefused("This is no name of a thing at PayPal.")
    return f"{kind}/{quote(name, safe='')}" + (f"/{deed}" if deed else "")
