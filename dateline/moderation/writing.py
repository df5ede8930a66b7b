"""Who may write, in words: what is in force on a page, where it comes from, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from dateline.discussion.in_force import policies_above
from dateline.discussion.models import Clauses, Mode, Night, Policy, Thread
from dateline.discussion.terms import inherited, lasting
from dateline.people.moments import short


@dataclass(frozen=True, slots=True)
class Line:
    """One clause in force: what it is about, what holds, and what says so; None where the house does."""

    name: str
    label: str
    words: str
    source: Policy | None


def labels() -> dict[str, str]:
    """What each clause is about."""
    return {
        "mode": _("Who may write"),
        "close_after": _("Closes by itself"),
        "slow": _("Slow mode"),
        "night": _("Night mode"),
        "night_until": _("First comments wait until somebody is back"),
        "held_spam": _("The model against spam"),
        "held_abuse": _("The model against insults"),
        "own_model": _("What was learned from moderators"),
    }


def in_force(on: Page | Thread, now: datetime) -> list[Line]:
    """Return what holds there, clause by clause, each with where it comes from."""
    policies = policies_above(None, on) if isinstance(on, Thread) else policies_above(on)
    held = in_words(inherited(policies).clauses, now)
    return [Line(name, label, held[name], _source(name, policies, now)) for name, label in labels().items()]


def _source(name: str, policies: Sequence[Policy], now: datetime) -> Policy | None:
    """The nearest that says something about a clause; of moments, the latest."""
    if name == "night_until":
        coming = [policy for policy in policies if policy.night_until and policy.night_until > now]
        return max(coming, key=lambda policy: policy.night_until or now, default=None)
    said = [policy for policy in policies if getattr(policy.clauses, name) not in ("", None)]
    return said[-1] if said else None


def in_words(said: Clauses, now: datetime) -> dict[str, str]:
    """Return each clause as words; an empty one is as above."""
    above = _("as above")
    return {
        "mode": f"{Mode(said.mode).label} {said.words}".strip() if said.mode else above,
        "close_after": above if said.close_after is None else _age(said.close_after),
        "slow": above if said.slow is None else _pace(said.slow),
        "night": _night(said) if said.night else above,
        "night_until": _back(said.night_until, now),
        "held_spam": above if said.held_spam is None else _rate(said.held_spam),
        "held_abuse": above if said.held_abuse is None else _rate(said.held_abuse),
        "own_model": above if said.own_model is None else _("is used") if said.own_model else _("is not used"),
    }


def _age(days: int) -> str:
    if not days:
        return _("never")
    return ngettext("%(number)d day after a report", "%(number)d days after a report", days) % {"number": days}


def _pace(seconds: int) -> str:
    return _("one comment every %(time)s") % {"time": lasting(seconds)} if seconds else _("off")


def _rate(held: float) -> str:
    if not held:
        return _("off")
    return _("may hold %(number)s of 1,000 clean comments") % {"number": number_format(f"{held:g}")}


def _night(said: Clauses) -> str:
    if said.night == Night.HOURS and said.night_from and said.night_to:
        return f"{said.night_from:%H:%M}–{said.night_to:%H:%M}"
    return str(Night(said.night).label)


def _back(until: datetime | None, now: datetime) -> str:
    return _("until %(moment)s at the latest") % {"moment": short(until, now)} if until and until > now else _("no")


def changes_in_words(before: Clauses, after: Clauses, now: datetime) -> Iterator[str]:
    """Give a sentence for each clause that is another one now; ``now`` is when it was changed."""
    old, new = in_words(before, now), in_words(after, now)
    for name, label in labels().items():
        if old[name] != new[name]:
            yield f"{label}: {old[name]} → {new[name]}"
