"""Whether the newsroom's colour can be read."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dateline.lib.colour import PAPER_DARK, PAPER_LIGHT, READABLE, contrast


def accent_errors(accent: str, accent_dark: str) -> dict[str, ValidationError]:
    """Return an error for each colour that links could not be read in; both must already be ``#rrggbb``."""
    pairs = {"accent": (accent, PAPER_LIGHT), "accent_dark": (accent_dark, PAPER_DARK)}
    return {field: unreadable(*pair) for field, pair in pairs.items() if contrast(*pair) < READABLE}


def unreadable(colour: str, paper: str) -> ValidationError:
    """Say how far off the colour is and what would help."""
    advice = _("Choose a darker one.") if paper == PAPER_LIGHT else _("Choose a lighter one.")
    return ValidationError(
        _("Hard to read on our paper: the contrast is %(ratio)s to 1 and should be at least %(least)s. %(advice)s"),
        params={"ratio": f"{contrast(colour, paper):.1f}", "least": READABLE, "advice": advice},
    )
