"""Writing the archive: walk, then turn each link into the way to a file, and each form into what it is here."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote, urljoin

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from dateline.people.models import Newsroom

from .addresses import target_of, way
from .links import Link, change_links
from .walking import TEXTS, Dead, Page, Walk

FORM = re.compile(r"""<form\b[^>]*\bmethod\s*=\s*["']?post\b[^>]*>.*?</form>""", re.S | re.I)
ASKS = re.compile(r"<(?:textarea|select|input\b(?![^>]*\btype=[\"']?hidden))", re.I)
BUTTON = re.compile(r"<button(?=[\s>])", re.I)
SAYING = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "text/plain")


class NotExported(Exception):
    """Nothing was written, with a sentence why. Trying again helps once that is set right."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many files and bytes, and which links of ours lead nowhere."""

    folder: Path
    files: int
    size: int
    dead: list[Dead]


def export_site(
    *, folder: Path, now: datetime, base: str = "", note: str = "", progress: Callable[[int, int], None]
) -> Exported:
    """Write the public newsroom below ``folder``, which must be empty or not there. Raises NotExported.

    ``base`` is the address where the copy will stand, if it is known: what tells its own address then tells that.
    ``note`` stands where a page would ask for words or money.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotExported(f"{folder} holds something already. Nothing was written; name an empty folder.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            walk = Walk(draft, import_string(f"{settings.DELIVERY_RENDERER}.render"), ours(base), progress).walk()
            Copyist(walk, base, note or note_of(now)).write()
            draft.chmod(0o755)
            draft.replace(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise NotExported(f"{folder} could not be written: {error.strerror}. Nothing was written.") from error
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Exported(folder, len(sizes), sum(sizes), walk.dead)


def ours(base: str) -> frozenset[str]:
    """The origins whose pages are ours."""
    return frozenset({settings.BASE_URL, base} - {""})


def note_of(now: datetime) -> str:
    """Say when the copy was made and what it cannot do, in the newsroom's language."""
    newsroom = Newsroom.load()
    with translation.override(newsroom.language):
        day = date_format(timezone.localtime(now, newsroom.zone), "DATE_FORMAT")
        return _("This copy was made on {day}. Nothing can be written or given in it.").format(day=day)


@dataclass(frozen=True, slots=True)
class Copyist:
    """Turns pages as they were sent into files that lead to each other."""

    walk: Walk
    base: str
    note: str

    def write(self) -> None:
        """Rewrite every page that has links, or tells its address."""
        for address, page in self.walk.pages.items():
            if page.kind in (*TEXTS, *SAYING):
                path = self.walk.folder / page.file
                path.write_text(self.copied(address, page, path.read_text(encoding="utf-8")), encoding="utf-8")

    def copied(self, address: str, page: Page, text: str) -> str:
        """Return a page as it stands in the copy."""
        if self.base:
            text = text.replace(f"{settings.BASE_URL}/", f"{self.base}/")
        text = change_links(page.kind, text, lambda link: self.led(link, address, page))
        return self.without_forms(address, text) if page.kind == "text/html" else text

    def led(self, link: Link, address: str, page: Page) -> str | None:
        """Return what a link becomes: the way to a file; to the newsroom itself for what only lives there."""
        target = None if link.told else target_of(link.url, address, self.walk.ours)
        if target is None:
            return None
        there = self.walk.page_at(target)
        if there and not link.form:
            return way(page.file, there.file, target.fragment)
        return urljoin(f"{settings.BASE_URL}{quote(address.partition('?')[0])}", link.url)

    def without_forms(self, address: str, text: str) -> str:
        """Say once where the page asked for something; buttons alone stay, and can no longer be pressed."""
        live = html.escape(f"{settings.BASE_URL}{address}")
        notes = iter([f'<p class="notice">{html.escape(self.note)} <a href="{live}">{settings.BASE_URL}</a></p>'])

        def told(found: re.Match[str]) -> str:
            return next(notes, "") if ASKS.search(found[0]) else BUTTON.sub("<button disabled", found[0])

        return FORM.sub(told, text)
