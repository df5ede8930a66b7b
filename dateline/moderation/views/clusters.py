"""Many comments at once: those that are nearly the same, or by one author; what was done to them, and its undo."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dateline.delivery.redirects import see_other
from dateline.discussion.models import Comment

from .. import actions
from ..actions.batch import MOST
from ..clusters import copies_of, waiting_of_author
from ..desk import moderator_of, moderators_only
from ..forms import BatchForm
from ..models import About, Action, Batch, Decision
from .queue import CONFLICT


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def cluster(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Show a comment with its copies, or with all that waits of its author, and decide about those that are ticked."""
    comment = get_object_or_404(Comment.objects.select_related("thread__page"), pk=comment_id)
    about = About.AUTHOR if request.GET.get("by") == "author" else About.COPIES
    form = BatchForm(request.POST)
    sentence = ""
    if request.method == "POST":
        if not form.is_valid():
            return HttpResponse(status=400)
        sentence = _("Nothing was ticked, so nothing was changed.")
        if wanted := form.cleaned_data["seen"]:
            try:
                batch = actions.decide_all(
                    seen=wanted,
                    action=Action(form.cleaned_data["action"]),
                    about=about,
                    note=form.cleaned_data["note"],
                    moderator=moderator_of(request),
                    now=timezone.now(),
                )
                return see_other("moderation:batch", batch_id=batch.pk)
            except actions.Overtaken as overtaken:
                sentence = str(overtaken)
    members = waiting_of_author(comment) if about == About.AUTHOR else copies_of(comment)
    context = {"comment": comment, "members": members, "about": about, "sentence": sentence, "most": MOST}
    return render(request, "moderation/cluster.html", context, status=CONFLICT if sentence else None)


@moderators_only
@require_safe
def batch(request: HttpRequest, batch_id: int) -> HttpResponse:
    """What was done in one go, to which comments, what was left alone, and the way back."""
    return _batch(request, get_object_or_404(Batch.objects.with_all(), pk=batch_id))


@moderators_only
@require_POST
def undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Take a whole batch back."""
    found = get_object_or_404(Batch.objects.with_all(), pk=batch_id)
    try:
        back = actions.undo_all(batch=found, moderator=moderator_of(request), now=timezone.now())
    except actions.Overtaken as overtaken:
        return _batch(request, found, str(overtaken))
    return see_other("moderation:batch", batch_id=back.pk)


def _batch(request: HttpRequest, found: Batch, sentence: str = "") -> HttpResponse:
    decisions = Decision.objects.of_batch(found.pk).with_all()[:MOST]
    left = Comment.objects.with_ids(found.left[:MOST]).oldest_first()
    context = {"batch": found, "decisions": decisions, "left": left, "sentence": sentence}
    return render(request, "moderation/batch.html", context, status=CONFLICT if sentence else None)
