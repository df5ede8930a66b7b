"""Where notices meet the editor: the newsroom's own programs."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .hook_desk import HookViewSet
from .views.hooks import again, log, try_out

register_snippet(HookViewSet)


@hooks.register("register_admin_urls")
def hook_paths() -> list[URLPattern]:
    """How the calls went, a test, and a call made again."""
    return [
        path("webhooks/<int:pk>/", log, name="webhook_log"),
        path("webhooks/<int:pk>/test/", try_out, name="webhook_test"),
        path("webhooks/calls/<int:pk>/again/", again, name="webhook_again"),
    ]
