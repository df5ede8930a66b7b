"""The editor in our ink."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def our_ink() -> SafeString:
    """Link the few colours that are ours."""
    return format_html('<link rel="stylesheet" href="{}">', static("front/css/editor.css"))
