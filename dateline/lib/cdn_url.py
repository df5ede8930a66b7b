"""Which cache stands in front of us and is told what has changed, in one line: ``http://varnish:80``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from .env import BadSetting

LOOKS = "DATELINE_CDN must look like http://varnish:80, cloudflare://token@zone or cloudfront://key:secret@distribution"
KEEP, EVERY = 3600, {"http": 1.0, "cloudflare": 1.0, "cloudfront": 30.0}  # Amazon takes money for each address
KNOWN = {"keep", "every"}


@dataclass(frozen=True, slots=True)
class Cdn:
    """``kind`` is whose words it understands, ``options`` are in those of Wagtail's ``frontend_cache``.

    Seconds: ``keep``, that it may keep a page of which nobody tells it anything, and ``every``, that lie between two
    purges of one address.
    """

    kind: str
    options: Mapping[str, str] = field(default_factory=dict, repr=False)
    keep: int = KEEP
    every: float = 1.0


def cdn_settings(url: str) -> Cdn | None:
    """Return what ``url`` says; None without one. Raises BadSetting, without repeating the secret."""
    if not url:
        return None
    parts, port = _parts(url)
    kind = "http" if parts.scheme == "https" else parts.scheme
    name, secret = unquote(parts.username or ""), unquote(parts.password or "")
    place = parts.netloc.rpartition("@")[2]  # as it is written: names of Amazon's are in capitals
    if not place or parts.path.strip("/") or (kind != "http" and port is not None):
        raise BadSetting(f"{LOOKS}.")
    if kind == "http" and name:
        raise BadSetting(f"{LOOKS}; a cache of your own is told by its address whom it may obey.")
    if (kind == "cloudflare" and (not name or secret)) or (kind == "cloudfront" and bool(name) != bool(secret)):
        raise BadSetting(f"{LOOKS}. Write / as %2F in a secret, + as %2B and @ as %40.")
    options = {
        "http": {"LOCATION": f"{parts.scheme}://{place}"},
        "cloudflare": {"ZONEID": place, "BEARER_TOKEN": name},
        "cloudfront": {"DISTRIBUTION_ID": place}
        | ({"AWS_ACCESS_KEY_ID": name, "AWS_SECRET_ACCESS_KEY": secret} if name else {}),
    }
    asked = dict(parse_qsl(parts.query))
    if strange := sorted(set(asked) - KNOWN):
        raise BadSetting(f"DATELINE_CDN says “{strange[0]}”; it knows {', '.join(sorted(KNOWN))}.")
    return Cdn(kind, options[kind], int(_seconds(asked, "keep", KEEP)), _seconds(asked, "every", EVERY[kind]))


def _parts(url: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(url)
        if parts.scheme in {*EVERY, "https"}:
            return parts, parts.port
    except ValueError:
        pass
    raise BadSetting(f"{LOOKS}.")


def _seconds(asked: Mapping[str, str], name: str, default: float) -> float:
    value = asked.get(name, str(default))
    try:
        if 0 < (seconds := float(value)) <= 31_536_000:
            return seconds
    except ValueError:
        pass
    raise BadSetting(f"DATELINE_CDN says {name}={value}; it must be a number of seconds.")
