"""Lists of words and domains: written, put into force, withdrawn, and each of it taken back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dateline.discussion.models import ListKind, WordList
from dateline.people.models import User
from dateline.screening import entries_of

from ..models import Switch, Wording
from .overtaken import Overtaken
from .sweep import begin_sweep


@transaction.atomic
def make_list(
    *, name: str, kind: ListKind, text: str, holds: bool, moderator: User, now: datetime, note: str = ""
) -> WordList:
    """Make a list with its first version, which is not in force. Raises ``screening.Unreadable``."""
    wordlist = WordList.objects.create(name=name, kind=kind)
    reword(wordlist=wordlist, text=text, holds=holds, moderator=moderator, now=now, note=note, expected=0)
    return wordlist


@transaction.atomic
def reword(
    *, wordlist: WordList, text: str, holds: bool, moderator: User, now: datetime, expected: int, note: str = ""
) -> Wording:
    """Write the next version of a list; what is in force stays so. ``expected`` is the version that was changed.

    Raises ``screening.Unreadable``, and Overtaken where somebody has written another version meanwhile.
    """
    WordList.objects.select_for_update().get(pk=wordlist.pk)
    entries = len(entries_of(text, "domains" if wordlist.kind == ListKind.DOMAINS else "words"))
    latest = Wording.objects.of_list(wordlist).first()
    if expected != (latest.number if latest else 0):
        raise Overtaken(_("Somebody has changed this list meanwhile. Nothing was changed; your lines are still below."))
    return Wording.objects.create(
        wordlist=wordlist,
        number=expected + 1,
        text=text,
        holds=holds,
        entries=entries,
        note=note,
        moderator=moderator,
        at=now,
    )


@transaction.atomic
def switch(
    *, wordlist: WordList, version: int, expected: int, moderator: User, now: datetime, note: str = ""
) -> Switch:
    """Put ``version`` of a list into force, or with 0 withdraw it, and let go what only the version before had held.

    Where that is much it goes on afterwards: ``Switch.sweep`` tells how far it is. ``expected`` is the version that was
    in force; raises Overtaken where it is another by now.
    """
    fresh = _locked(wordlist, expected)
    _put_into_force(fresh, version)
    change = Switch.objects.create(
        wordlist=fresh, previous=expected, version=version, note=note, moderator=moderator, at=now
    )
    begin_sweep(switch=change, now=now)
    return change


@transaction.atomic
def undo_switch(*, change: Switch, moderator: User, now: datetime, note: str = "") -> Switch:
    """Put back into force what was before ``change``. What it had let go waits again, except what was decided since.

    That may go on afterwards, as with ``switch``. Raises Overtaken where the list was changed since.
    """
    fresh = _locked(change.wordlist, change.version)
    latest = Switch.objects.of_list(fresh).first()
    if latest is None or latest.pk != change.pk:
        raise Overtaken(_("Somebody has switched this list meanwhile. Nothing was changed."))
    _put_into_force(fresh, change.previous)
    back = Switch.objects.create(
        wordlist=fresh,
        previous=change.version,
        version=change.previous,
        note=note,
        moderator=moderator,
        at=now,
        undoes=change,
    )
    begin_sweep(switch=back, now=now)
    return back


def _locked(wordlist: WordList, expected: int) -> WordList:
    fresh = WordList.objects.select_for_update().get(pk=wordlist.pk)
    if expected != (fresh.version if fresh.in_force else 0):
        raise Overtaken(_("Somebody has switched this list meanwhile. Nothing was changed."))
    return fresh


def _put_into_force(wordlist: WordList, version: int) -> None:
    """Make ``version`` what every comment is held against from now on."""
    wording = Wording.objects.of_list(wordlist).numbered(version) if version else None
    if version and wording is None:
        raise Overtaken(_("There is no such version of this list. Nothing was changed."))
    wordlist.in_force = wording is not None
    if wording:
        wordlist.say(version=wording.number, text=wording.text, holds=wording.holds)
    wordlist.save()
