"""Where uploads lie, in one line: ``s3://key:secret@host/bucket?region=eu-central-1``, or a folder of ours."""

from __future__ import annotations

from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from .env import BadSetting

IN_A_FOLDER = "django.core.files.storage.FileSystemStorage"
SCHEMES = {"s3": "https", "s3+http": "http"}
KNOWN = {"region", "prefix", "public", "style"}
LOOKS = "DATELINE_MEDIA_URL must look like s3://key:secret@host/bucket?region=eu-central-1"


def media_storage(url: str, bucket: str) -> dict[str, Any]:
    """Return Django's settings of the storage at ``url``; a folder without one. Raises BadSetting.

    ``bucket`` is the dotted name of the storage that speaks S3. Without a host it is Amazon's, without a key that of
    the machine itself.
    """
    if not url:
        return {"BACKEND": IN_A_FOLDER}
    parts = _parts(url)
    asked = dict(parse_qsl(parts.query))
    _check(parts, asked)
    netloc = parts.netloc.rpartition("@")[2]
    options = {
        "access_key": unquote(parts.username or "") or None,
        "secret_key": unquote(parts.password or "") or None,
        "endpoint_url": f"{SCHEMES[parts.scheme]}://{netloc}" if netloc else None,
        "bucket_name": parts.path.strip("/"),
        "region_name": asked.get("region"),
        "location": asked.get("prefix", "").strip("/"),
        "addressing_style": asked.get("style", "path" if netloc else "auto"),
        "public": asked.get("public", "").rstrip("/"),
    }
    return {"BACKEND": bucket, "OPTIONS": options}


def public_origin(storage: dict[str, Any]) -> list[str]:
    """Return the origin that readers fetch uploads from, as a list of one; of none where it is our own."""
    public = urlsplit(storage.get("OPTIONS", {}).get("public", ""))
    return [f"{public.scheme}://{public.netloc}"] if public.netloc else []


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        known = parts.scheme in SCHEMES and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise BadSetting(f"{LOOKS}.")
    return parts


def _check(parts: SplitResult, asked: dict[str, str]) -> None:
    """Raise BadSetting, without repeating the secret."""
    bucket = parts.path.strip("/")
    if not bucket or "/" in bucket:
        raise BadSetting(f"{LOOKS}; what stands behind the host is the bucket's name alone.")
    if bool(parts.username) != bool(parts.password):
        raise BadSetting(f"{LOOKS}; a key needs its secret. Write / as %2F in them, + as %2B and @ as %40.")
    if strange := sorted(set(asked) - KNOWN):
        raise BadSetting(f"DATELINE_MEDIA_URL says “{strange[0]}”; it knows {', '.join(sorted(KNOWN))}.")
    if asked.get("style", "path") not in {"path", "virtual"}:
        raise BadSetting("DATELINE_MEDIA_URL says another style than path or virtual.")
    public = urlsplit(asked.get("public", "https://x"))
    if public.scheme not in {"http", "https"} or not public.hostname:
        raise BadSetting(
            "DATELINE_MEDIA_URL says a public address that is none. Write it as public=https://files.example."
        )
