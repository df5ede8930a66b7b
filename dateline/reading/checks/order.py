"""Who came nearer is not farther off afterwards, unless they withdrew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.lib.later import gettext_noop as _

from ..proposal import Values, Warned
from .given import Told, rounded, ways

SHARE, KM = 0.2, 2.0  # by which two distances may differ without a move
BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retreat\w*|pull(?:s|ed|ing)? back|fell back|fall(?:en|ing)? back|pushed back|driven back"
    r"|drove back|lost|recaptur\w+|retook|retaken|retake|counter-?(?:attack|offensive)\w*|evacuat\w+)\b",
    re.IGNORECASE,
)
MESSAGE = _("%(after)s km from %(of)s on %(later)s, but %(before)s km already on %(earlier)s: did they go back?")


def out_of_order(told: Sequence[Told], text: str) -> Iterator[Warned]:
    """Yield distances that grow from one day to a later one in a text that tells of no way back."""
    if BACK.search(text):
        return
    for before, after in ways(told):
        if after.when.date() > before.when.date() and after.km > before.km * (1 + SHARE) + KM:
            values: Values = {
                "before": rounded(before.km),
                "after": rounded(after.km),
                "of": after.of,
                "earlier": before.when.date(),
                "later": after.when.date(),
            }
            yield Warned("order", MESSAGE, values, after.start, after.end)
