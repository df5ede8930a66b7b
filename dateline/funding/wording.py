"""What givers say, read before readers do: the policy that comments are read by, without the rules of a thread.

There is no "first comment" here and no rush, no list of words that belongs to the discussions, and nobody's earlier
words. A link is always a reason: what is paid for is read by more people, and is no place for advertising.
"""

from __future__ import annotations

import logging
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext as translated  # of sentences that are marked in screening
from django.utils.translation import gettext_noop as _

from dateline.people.models import Newsroom
from dateline.people.proof import is_ours
from dateline.screening import Reason, Submission, screen

log = logging.getLogger(__name__)
FAULT = _("Our own check failed on these words.")
LINKS = _("A link. Readers follow one only after somebody here has looked.")
OURS = _("The name is the newsroom’s, or that of somebody who works here.")


def doubts_about(name: str, message: str, dedication: str) -> list[dict[str, Any]]:
    """Return why a person should look at a giver's words first, as screening's reasons in dictionaries; none is fine.

    Never raises: what cannot be checked is held back, and the gift is taken all the same.
    """
    try:
        return _doubts(name, message, dedication)
    except Exception:
        log.exception("A giver's words could not be checked; they wait for a person")
        return [{"code": "fault", "words": FAULT, "weight": 1.0, "kind": "fault", "spans": []}]


def in_our_words(doubt: dict[str, Any]) -> str:
    """Return a reason as a sentence to whoever looks: screening writes English, which is in our catalogues."""
    facts = dict(doubt.get("facts", {}))
    if language := LANG_INFO.get(str(facts.get("language"))):
        facts["language"] = translated(language["name"])
    return translated(doubt["says"]) % facts if facts else translated(doubt["words"])


def _doubts(name: str, message: str, dedication: str) -> list[dict[str, Any]]:
    text = "\n".join(filter(None, (name, message, dedication)))
    if not text:
        return []
    newsroom = Newsroom.load()
    verdict = screen(Submission(text=text, author_name=name, hold_first=False, language=newsroom.language))
    found = [_told(reason) for reason in verdict.reasons] if verdict.outcome == "hold" else []
    if name and is_ours(name):
        found.append({"code": "ours", "words": OURS, "weight": 1.0, "kind": "policy", "spans": []})
    return found


def _told(reason: Reason) -> dict[str, Any]:
    """Return a reason as it is kept; of a link, givers have no "accepted comments" that would speak for them."""
    if reason.code == "links":
        return {"code": "links", "words": LINKS, "weight": reason.weight, "kind": reason.kind, "spans": []}
    return reason.as_dict()
