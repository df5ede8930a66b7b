"""What the figures of the public report are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dateline.discussion.models import FlagReason

OTHER = "other"
Words = Promise | str


@dataclass(frozen=True, slots=True)
class Group:
    """Counts whose names begin alike, with their words; those that have none are counted as others."""

    name: str
    title: Words
    about: Words
    words: Mapping[str, Words]

    def holds(self, name: str) -> bool:
        """Whether a count is one of these."""
        return name.startswith(f"{self.name}:")

    def key_of(self, name: str) -> str:
        """Return the line under which a count stands."""
        key = name.partition(":")[2]
        return key if key in self.words else OTHER

    def words_of(self, key: str) -> str:
        """Return what a line is called."""
        return str(self.words.get(key, _("Something else")))


DOUBTS: Mapping[str, Words] = {
    "first-comment": _("An author's first comment"),
    "hold-all": _("Every comment in that discussion waits"),
    "hold-author": _("A moderator decided to read whatever this author sends"),
    "list": _("Words or a link that moderators look at first"),
    "links": _("A link by an author none of whose comments was accepted yet"),
    "many-links": _("Many links"),
    "hidden-link": _("An address that was spelled out"),
    "link-in-name": _("A link in the name"),
    "money-scam": _("An offer of easy money"),
    "insult": _("An insult thrown at somebody"),
    "repeat": _("Nearly the words of an earlier comment"),
    "trap": _("The form was filled in by a program"),
    "length": _("Longer than what is checked by itself"),
    "phase-failed": _("One of our own checks failed"),
    "copy": _("Nearly the words of somebody else's comment"),
    "haste": _("Sent sooner than a comment can be written"),
    "model-spam": _("The model took it for advertising or fraud"),
    "model-abuse": _("The model took it for an insult or an attack"),
    "newsroom-spam": _("The model took it for advertising or fraud"),
    "newsroom-abuse": _("The model took it for an insult or an attack"),
    "proof": _("Sent without the check that browsers make while very many comments come at once"),
}
GROUPS = (
    Group(
        "held",
        _("Why comments waited"),
        _("What the automatic check doubted. A comment can have waited for more than one reason."),
        DOUBTS,
    ),
    Group(
        "doubted",
        _("Why comments were looked at that were published at once"),
        _("What the automatic check was not sure of. A person looks at them while everybody can read them."),
        DOUBTS,
    ),
    Group(
        "decided",
        _("What moderators decided"),
        _("Each decision was made by a person, is kept for good, and can be taken back."),
        {
            "approve": _("Published, or left where it was"),
            "reject": _("Not published"),
            "spam": _("Marked as spam"),
            "hold": _("Taken off the page to be looked at"),
            "unlink": _("A link taken out"),
            "note": _("Looked at after its author had deleted it"),
            "release": _("Let go with a list that was switched off"),
            "restore": _("An earlier decision taken back"),
        },
    ),
    Group(
        "flagged",
        _("What readers reported"),
        _("A report hides nothing by itself: a moderator looks, and decides."),
        {reason.value: reason.label for reason in FlagReason},
    ),
    Group(
        "placed",
        _("What was decided about people"),
        _("For a time, or until it is lifted. Whoever may not write may read everything."),
        {
            "warned": _("Warned"),
            "suspended": _("Suspended for a time"),
            "banned": _("Banned"),
            "shadowed": _("Every comment read before it appears"),
        },
    ),
    Group(
        "answered",
        _("What came of appeals"),
        _("Whoever was refused, suspended or banned can appeal once. Somebody other than who decided answers."),
        {"overturned": _("The decision was taken back"), "upheld": _("The decision stood")},
    ),
)
