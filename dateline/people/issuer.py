"""Who somebody is to an OpenID Connect provider: its own name and its number for them, never the number alone."""

from __future__ import annotations

import hashlib
from typing import Any

from allauth.socialaccount.providers.base.provider import ProviderException
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider


class IssuerBound(OpenIDConnectProvider):
    """Named by SOCIALACCOUNT_PROVIDERS in the settings.

    ``sub`` is unique within one issuer (OpenID Connect Core 1.0, section 2): at another the same one is somebody else.
    """

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Return the key of the person. Raises ProviderException where two answers are about two people (5.3.2)."""
        told = data.get("id_token") or {}
        issuer, subject = told.get("iss"), told.get("sub")
        if not issuer or not subject:
            raise ProviderException("The provider's token does not say who it is about.")
        if (data.get("userinfo") or {"sub": subject}).get("sub") != subject:
            raise ProviderException("The provider's two answers are about two people.")
        return identity(str(issuer), str(subject))


def identity(issuer: str, subject: str) -> str:
    """Return what is kept of both: of one length, for a subject may be longer than the column."""
    return hashlib.sha256(f"{issuer}\n{subject}".encode()).hexdigest()
