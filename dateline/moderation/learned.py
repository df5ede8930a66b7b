"""What the machine has learned, as the desk shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as translated  # of sentences that are marked in screening
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import Learned
from dateline.discussion.terms import Terms
from dateline.screening.learning import Report

from .lessons import EVERY
from .models import Decision

WIDTH = 100  # of the longest bar
OWN = {"stacked", "site"}  # choices with something learned here in them
TITLES = {"spam": _("Advertising and fraud"), "abuse": _("Insults and attacks")}
CANDIDATES = {
    "shipped": _("The model that Dateline comes with"),
    "stacked": _("Both together"),
    "site": _("Only what was decided here"),
}
JUDGES = {
    "shipped": _("The model that Dateline comes with judges."),
    "stacked": _("The newsroom's own model judges, together with the one that Dateline comes with."),
    "site": _("The newsroom's own model judges alone."),
}
UNUSED = {
    "off": _("No model judges: it is switched off for the newsroom."),
    "left_out": _("The model that Dateline comes with judges. What was learned here foretells more, and is left out."),
}
FEW = _(
    "Refused for it so far: %(found)s; let stand: %(clean)s. It takes %(least)s decisions, with %(each)s of either, by "
    "enough different authors, before the newsroom's own model is compared with the one that Dateline comes with. It "
    "judges only once it has foretold more."
)
STATES = {
    "nothing": _("What is learned here may be used. Nothing is yet: the model that Dateline comes with judges."),
    "not_chosen": _(
        "What was learned here may be used, but has not foretold more so far. So the model that Dateline comes with "
        "judges."
    ),
    "in_force": _("What was learned here judges comments for: %(kinds)s."),
    "left_out": _("Only the model that Dateline comes with judges. It goes on learning."),
}


@dataclass(frozen=True, slots=True)
class Loss:
    """How far a candidate was off, on average, where it had to foretell decisions; ``width`` is its bar."""

    words: str
    loss: str
    width: float
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Told:
    """How it stands with one kind."""

    title: str
    judges: str
    why: str
    losses: list[Loss]


def told(latest: Learned | None, terms: Terms) -> list[Told]:
    """Return how it stands with each kind; nothing before anything was learned."""
    return [_told(report, _judge(report, terms)) for report in _reports(latest)]


def state(latest: Learned | None, terms: Terms) -> str:
    """Return in a sentence whether what was learned judges comments."""
    if not terms.own_model:
        return str(STATES["left_out"])
    kinds = [str(TITLES[report.kind]) for report in _reports(latest) if _judge(report, terms) in OWN]
    if kinds:
        return str(STATES["in_force"]) % {"kinds": "; ".join(kinds)}
    return str(STATES["not_chosen" if latest else "nothing"])


def missing(latest: Learned | None) -> int:
    """Return how many decisions are missing until it is learned for the first time, or anew."""
    return EVERY - Decision.objects.newer_than(latest.until if latest else 0)[:EVERY].count()


def _reports(latest: Learned | None) -> list[Report]:
    return [Report(**each) for each in latest.reports] if latest else []


def _judge(report: Report, terms: Terms) -> str:
    """Which candidate judges, whatever was chosen: none where the newsroom has switched the models off."""
    if not (terms.held_spam if report.kind == "spam" else terms.held_abuse):
        return ""
    return report.choice if terms.own_model else "shipped"


def _told(report: Report, judge: str) -> Told:
    left_out = judge == "shipped" and report.choice in OWN
    judges = UNUSED["left_out"] if left_out else JUDGES.get(judge, UNUSED["off"])
    sentence = str(FEW) if report.why == "few" else translated(report.words)
    return Told(
        title=str(TITLES[report.kind]),
        judges=str(judges),
        why="" if left_out else sentence % report.facts,
        losses=list(_losses(report.losses, judge)),
    )


def _losses(losses: Mapping[str, float], judge: str) -> Iterator[Loss]:
    longest = max(losses.values(), default=0.0) or 1.0
    for name, loss in losses.items():
        told = number_format(round(loss, 3), 3)
        yield Loss(str(CANDIDATES[name]), told, round(WIDTH * loss / longest, 1), name == judge)


def context_of(latest: Learned | None, terms: Terms) -> dict[str, Any]:
    """What the page prints of what was learned, where ``terms`` hold for the newsroom."""
    return {
        "latest": latest,
        "told": told(latest, terms),
        "state": state(latest, terms),
        "uses_own": terms.own_model,
        "missing": missing(latest),
        "every": EVERY,
    }
