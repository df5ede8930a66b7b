"""Learning anew that came to nothing: how often, since when, and when it is tried again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models

FIRST = timedelta(seconds=10)  # doubled with each try
LONGEST = timedelta(hours=1)
DOUBLINGS = 9  # after which it is longer than the longest anyway
PLACE = 120  # characters


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """How it is asked for and kept."""

    def at_hand(self) -> Attempt | None:
        """The one that is under way or has failed; None where the last one was brought to its end."""
        return self.filter(pk=1).first()

    def failing(self) -> Attempt | None:
        """The same where it came to nothing at least once; of a first try without an error nobody knows yet."""
        attempt = self.at_hand()
        return attempt if attempt and (attempt.error or attempt.tries > 1) else None

    def begin(self, *, until: int, now: datetime) -> Attempt:
        """Write down, before anything is done, that it is tried: a process that is ended by it has failed, too."""
        attempt = self.at_hand() or Attempt(pk=1, since=now)
        attempt.tries, attempt.until, attempt.began_at = attempt.tries + 1, until, now
        attempt.save()
        return attempt

    def fail(self, error: str) -> None:
        """Keep why, unless somebody else has brought it to an end meanwhile."""
        self.filter(pk=1).update(error=error)


class Attempt(models.Model):
    """One row from when learning anew begins until it succeeds, with all tries between; else none.

    ``until`` is the latest decision that there was at the last try, ``began_at`` when that began, ``since`` when the
    first did. ``error`` names the last failure and the line where it arose, without anybody's words; it is empty where
    the process ended before the try did.
    """

    tries = models.PositiveIntegerField(default=0)
    until = models.PositiveBigIntegerField(default=0)
    since = models.DateTimeField()
    began_at = models.DateTimeField()
    error = models.CharField(max_length=PLACE, blank=True)

    objects = AttemptQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.tries}: {self.error}"

    @property
    def next_at(self) -> datetime:
        """From when on it is tried again, also without new decisions."""
        return self.began_at + min(LONGEST, FIRST * 2 ** min(self.tries, DOUBLINGS))
