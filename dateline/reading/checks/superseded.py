"""What an editor confirmed since makes an older state of things old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.lib.later import gettext_noop as _

from ..proposal import Values, Warned
from .given import Recorded

MESSAGE = _("You write “%(said)s” as of %(date)s; “%(later)s” was confirmed as of %(later_date)s.")


def superseded(proposed: Iterable[Recorded], known: Iterable[Recorded]) -> Iterator[Warned]:
    """Yield each proposal that a later confirmed claim about the same thing and place makes old."""
    confirmed = [one for one in known if one.confirmed]
    for new in proposed:
        later = [one for one in confirmed if is_same(one, new) and one.when.date() > new.when.date()]
        if later:
            latest = max(later, key=lambda one: one.when)
            values: Values = {
                "said": new.said,
                "date": new.when.date(),
                "later": latest.said,
                "later_date": latest.when.date(),
            }
            yield Warned("superseded", MESSAGE, values, new.start, new.end)


def is_same(one: Recorded, other: Recorded) -> bool:
    """Whether two claims are about one thing at one place."""
    return (one.about, one.place) == (other.about, other.place)
