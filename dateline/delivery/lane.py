"""What a fast lane takes and gives: a form as it came over the wire, and where its sender is led.

A lane is two functions. ``prepare(posted, now)`` writes nothing; ``store(drafts, now)`` keeps a whole batch in the
writer's one transaction, so that one write to disk is shared. Either gives None for what it does not handle: the
ordinary view then answers that request from the beginning, with its own words and pages. So a lane knows the plain case
only, and nothing that it is unsure of is ever said or stored twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NEVER_CACHED = "max-age=0, no-cache, no-store, must-revalidate, private"  # as never_cache says on the ordinary answer


@dataclass(frozen=True, slots=True)
class Posted:
    """One form: the path it was sent to, its headers under the names of ``request.META``, and the body as it came."""

    path: str
    meta: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """A 303 to ``location``, with ``NEVER_CACHED``; ``cookie`` is a whole ``Set-Cookie`` value or None."""

    location: str
    cookie: str | None = None
