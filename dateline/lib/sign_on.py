"""Who else vouches for readers: an OpenID Connect provider, or a newsroom that has users of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from .env import BadSetting

SHORTEST = 32  # bytes of a shared key; RFC 7518, section 3.2: as long as the hash
ALGORITHMS = ("HS256", "RS256", "EdDSA")
PEM = "-----BEGIN"


def oidc_settings(url: str, client: str, secret: str, name: str) -> dict[str, Any]:
    """Return allauth's settings for the provider at ``url``; none where nothing is set. Raises BadSetting."""
    if not any((url, client, secret)):
        return {}
    _need_address("DATELINE_OIDC_URL", url)
    if not client or not secret:
        raise BadSetting("DATELINE_OIDC_URL needs DATELINE_OIDC_CLIENT and DATELINE_OIDC_SECRET beside it.")
    app = {
        "provider_id": "sign-on",
        "name": name or urlsplit(url).hostname,
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": url, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


@dataclass(frozen=True, slots=True)
class SignOn:
    """A newsroom's own sign-in: its page, what it signs with, who it says that it is, and its name on our button."""

    page: str
    algorithm: str
    key: str = field(repr=False)
    issuer: str
    name: str


def sso_settings(page: str, algorithm: str, key: str, issuer: str, name: str) -> SignOn | None:
    """Return what these say; None where nothing is set. Raises BadSetting, without repeating the key.

    A key of the other kind is refused here already: a public key taken for a shared one could be used by anybody.
    """
    if not any((page, key, issuer)):
        return None
    _need_address("DATELINE_SSO_PAGE", page)
    if not issuer or not key:
        raise BadSetting("DATELINE_SSO_PAGE needs DATELINE_SSO_ISSUER and DATELINE_SSO_KEY beside it.")
    if algorithm not in ALGORITHMS:
        raise BadSetting(f"DATELINE_SSO_ALGORITHM must be one of {', '.join(ALGORITHMS)}.")
    if algorithm == "HS256" and (PEM in key or len(key.encode()) < SHORTEST):
        raise BadSetting(f"DATELINE_SSO_KEY must be a shared secret of at least {SHORTEST} bytes for HS256.")
    if algorithm != "HS256" and "-----BEGIN PUBLIC KEY-----" not in key:
        raise BadSetting(f"DATELINE_SSO_KEY must be a public key in PEM for {algorithm}.")
    return SignOn(page, algorithm, key, issuer, name or str(urlsplit(page).hostname))


def origin_of(url: str) -> list[str]:
    """Return the origin of ``url`` as a policy names it, in a list; an empty one where there is none."""
    parts = urlsplit(url)
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def _need_address(name: str, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadSetting(f"{name} must be an address such as https://id.example/realms/news.")
