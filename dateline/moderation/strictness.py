"""How strict the models can be set, and about how much of what they look for they catch then."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.translation import gettext as _

RATES = ("0.5", "1", "2", "5", "10", "20", "50", "100")  # clean comments of a thousand that may be held
# Of ten text messages that advertise, and of ten attacks in English, at the common rates. The model's card has the
# figures (docs/model-card.md, what the newsroom can bear); a test tells where these are no longer near them.
CAUGHT = {
    "held_spam": {"2": 6, "5": 9, "10": 9, "20": 9, "50": 9},
    "held_abuse": {"2": 2, "5": 4, "10": 5, "20": 6, "50": 8},
}


def choices_of(clause: str) -> Iterator[tuple[str, str]]:
    """Give each rate with its words, and about how much is caught at it where that is known."""
    for rate in RATES:
        words, caught = number_format(rate), CAUGHT[clause].get(rate)
        if caught:
            words = _("%(rate)s: catches about %(caught)s in 10") % {"rate": words, "caught": caught}
        yield rate, words
