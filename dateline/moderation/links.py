"""Links by which somebody appeals from a mail, in whatever browser: signed, and good for as long as an appeal is."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse

from .models import Decision, Measure

SALT = "dateline.moderation.appeal"
KINDS: dict[str, type[Decision | Measure]] = {"decision": Decision, "measure": Measure}


def appeal_link(against: Decision | Measure) -> str:
    """Return the whole address of the page on which an author appeals against ``against``, or reads the answer.

    Whoever has it can do that, once, and read the comment: send it to its author only. It ends with the time for
    appeals, or as long after an answer: see ``cases.is_over``.
    """
    kind = "decision" if isinstance(against, Decision) else "measure"
    token = signing.Signer(salt=SALT).sign(f"{kind}-{against.pk}")
    return f"{settings.BASE_URL}{reverse('moderation:appeal_by_link', args=[token])}"


def behind(token: str) -> Decision | Measure | None:
    """Return what a link is about; None for one that we did not make."""
    try:
        kind, _dash, number = signing.Signer(salt=SALT).unsign(token).partition("-")
    except signing.BadSignature:
        return None
    found = KINDS[kind].objects.with_all().filter(pk=int(number)).first()
    return found if isinstance(found, Decision | Measure) else None
