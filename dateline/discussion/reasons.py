"""What an author is told about a held comment: plain, honest, and no lesson in getting past the filter."""

from __future__ import annotations

from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext as translated  # of sentences that are marked in screening
from django.utils.translation import gettext_lazy as _

from .models import Comment, Explanation, Status, latest_verdict

WORDS = {
    "first-comment": _("It is your first comment here. A moderator reads first comments before they appear."),
    "hold-all": _("Every comment in this discussion is read by a moderator before it appears."),
    "links": _("It holds a link, and none of your comments has been accepted here yet."),
    "many-links": _("It holds many links."),
    "list": _("It holds words or a link that a moderator looks at first here."),
    "hidden-link": _("It holds an address that is spelled out."),
    "link-in-name": _("The name holds a link."),
    "money-scam": _("It reads like an offer of easy money."),
    "insult": _("It may insult somebody in the discussion."),
    "copy": _("It is nearly the same as a comment by somebody else."),
    "repeat": _("It is nearly the same as an earlier comment of yours."),
    "haste": _("It was sent sooner than a comment can be written."),
    "proof": _("Very many comments came at once, and your browser did not do what it was asked for then."),
    "trap": _("The form was filled in the way programs do it."),
    "length": _("It is longer than what is checked by itself."),
    "phase-failed": _("One of our own checks failed on it. That is our fault, not yours."),
}
MEANT = {  # by a model, which points at words
    "model-spam": (_("It reads like advertising or fraud."), _("It reads like advertising or fraud: %(words)s.")),
    "model-abuse": (_("It reads like an insult or an attack."), _("It reads like an insult or an attack: %(words)s.")),
    "newsroom-spam": (
        _("It is like comments that moderators here took for advertising."),
        _("It is like comments that moderators here took for advertising: %(words)s."),
    ),
    "newsroom-abuse": (
        _("It is like comments that moderators here took for insults."),
        _("It is like comments that moderators here took for insults: %(words)s."),
    ),
}
LONGEST, QUOTED = 40, 3  # letters of a place that is quoted, and places
SILENT = {"hold-author"}  # codes that an author is not told
LAST = _("A moderator reads it before it appears.")
STATES = {
    Status.PUBLISHED: _("Your comment is published."),
    Status.HELD: _("Your comment waits for a moderator. Only you can see it until then."),
    Status.REJECTED: _("A moderator decided not to publish your comment."),
    Status.SPAM: _("A moderator decided that your comment is spam."),
    Status.DELETED: _("You deleted your comment."),
}


def state_of(comment: Comment) -> str:
    """Return where the comment stands, as a sentence to its author."""
    return str(STATES[Status(comment.status)])


def words_to_author(comment: Comment) -> str:
    """Return what the moderator who decided says to the author; empty where nothing was said."""
    explanation: Explanation | None = getattr(comment, "explanation", None)
    return explanation.words if explanation else ""


def was_revised(comment: Comment) -> bool:
    """Return whether the words are not the author's alone: a moderator has taken something out of them."""
    return any(edit.by_moderator and edit.edited_at == comment.edited_at for edit in comment.edits.all())


def why_held(comment: Comment) -> list[str]:
    """Return the reasons as sentences to the author, each once.

    The last is the same for all: so a comment that waits because its author is held whatever they write reads as one
    that a moderator has held by hand.
    """
    verdict = latest_verdict(comment)
    if verdict is None:
        return [str(LAST)]
    text = comment.text if verdict.is_about(comment) else ""
    told = (_to_author(reason, text) for reason in verdict.reasons)
    return [*dict.fromkeys(filter(None, told)), str(LAST)]


def _to_author(reason: dict[str, Any], text: str) -> str:
    """A reason as a sentence to the author; empty where nothing is said of it."""
    code = reason["code"]
    if code not in MEANT:
        return str(WORDS.get(code, ""))
    plain, pointing = MEANT[code]
    words = dict.fromkeys(text[start:end].strip()[:LONGEST] for start, end in reason["spans"])
    quoted = [f"“{each}”" for each in words if each][:QUOTED]
    return str(pointing) % {"words": ", ".join(quoted)} if quoted else str(plain)


def in_our_words(reason: dict[str, Any]) -> str:
    """Return a reason of screening, as a verdict keeps it, as a sentence to a moderator.

    Screening writes English and knows no other language; its sentences are in our catalogues.
    """
    facts = dict(reason.get("facts", {}))
    if language := LANG_INFO.get(str(facts.get("language"))):
        facts["language"] = translated(language["name"])
    return translated(reason["says"]) % facts if facts else translated(reason["words"])
