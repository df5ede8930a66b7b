"""Whole addresses. They are made from the configured base, never from what a request claims its host to be."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from django.conf import settings

LINKED = re.compile(r'(?P<before>\b(?:href|src|poster)=")(?P<path>/(?!/)[^"]*|#[^"]*)"')
SRCSET = re.compile(r'\bsrcset="(?P<list>[^"]*)"')


def absolute(path: str) -> str:
    """Return ``path`` as a whole address; one that is whole already stays as it is."""
    return urljoin(f"{settings.BASE_URL}/", path)


def with_whole_links(html: str, base: str) -> str:
    """Return ``html`` with every link and picture addressed wholly; a ``#`` link leads to ``base``."""
    html = LINKED.sub(lambda found: f'{found["before"]}{urljoin(base, found["path"])}"', html)
    return SRCSET.sub(lambda found: f'srcset="{_whole_srcset(found["list"])}"', html)


def _whole_srcset(candidates: str) -> str:
    """Return a srcset with whole addresses; sizes keep their place."""
    return ", ".join(absolute(candidate.strip()) for candidate in candidates.split(","))
