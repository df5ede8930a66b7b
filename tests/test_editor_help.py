"""Whoever fills in a field of ours in the editor is told what belongs there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.forms import BaseForm, HiddenInput
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel, PublishingPanel
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.contrib.settings.registry import registry
from wagtail.contrib.settings.views import get_setting_edit_handler
from wagtail.fields import StreamField
from wagtail.images.forms import get_image_form
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from dateline.funding.models import Gift, Posting, Supporter
from dateline.funding.treasury_forms import ExpenseForm, GiftForm, OfflineGiftForm
from dateline.reports.forms import ChangeForm, LiveEntryForm
from dateline.reports.models import Picture

OURS = "dateline."
READ_ONLY = (Gift, Posting, Supporter)  # nobody fills these in
FORMS = [ChangeForm, LiveEntryForm, ExpenseForm, GiftForm, OfflineGiftForm, get_image_form(Picture)]


def handlers() -> Iterator[tuple[str, Panel]]:
    """The edit form of every page, snippet and setting of ours."""
    for model in get_page_models():
        if model is not Page and model.__module__.startswith(OURS):
            yield model.__name__, model.get_edit_handler()
    for model in get_snippet_models():
        if model.__module__.startswith(OURS) and model not in READ_ONLY:
            yield model.__name__, model.snippet_viewset.get_edit_handler()
    for model in registry:
        yield model.__name__, get_setting_edit_handler(model)


def silent_panels(panel: Panel, fields: dict[str, Any]) -> Iterator[str]:
    """The names of fields that say nothing about themselves."""
    if isinstance(panel, PublishingPanel):
        return  # Wagtail shows it in a dialog that explains itself
    if isinstance(panel, FieldPanel):
        field = fields.get(panel.field_name)
        if not panel.help_text and not getattr(field, "help_text", ""):
            yield panel.field_name
    elif isinstance(panel, InlinePanel):
        if not panel.help_text:
            yield panel.relation_name
        form = panel.child_edit_handler.get_form_class()
        yield from silent_panels(panel.child_edit_handler, form.base_fields)
    for child in getattr(panel, "children", []):
        yield from silent_panels(child, fields)


def silent_blocks(block: Block, path: str) -> Iterator[str]:
    """The paths of a body's fields that say nothing about themselves."""
    if isinstance(block, StructBlock | StreamBlock):
        for name, child in block.child_blocks.items():
            yield from silent_blocks(child, f"{path}.{name}")
    elif isinstance(block, ListBlock):
        yield from silent_blocks(block.child_block, f"{path}[]")
    if not isinstance(block, StructBlock | StreamBlock) and not getattr(block.meta, "help_text", ""):
        field = getattr(block, "field", None)
        if not getattr(field, "help_text", ""):
            yield path


@pytest.mark.parametrize(
    ("name", "handler"), list(handlers()), ids=lambda given: given if isinstance(given, str) else ""
)
def test_every_panel_of_ours_has_a_help_text(name: str, handler: Panel) -> None:
    assert list(silent_panels(handler, handler.get_form_class().base_fields)) == []


def test_every_block_of_ours_has_a_help_text() -> None:
    streams = [
        (model, field)
        for model in apps.get_models()
        if model.__module__.startswith(OURS)
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    assert streams
    silent = [word for model, field in streams for word in silent_blocks(field.stream_block, model.__name__)]
    assert silent == []


@pytest.mark.parametrize("form", FORMS)
def test_every_field_of_our_forms_has_a_help_text(form: type[BaseForm]) -> None:
    fields = form.base_fields  # type: ignore[attr-defined]
    silent = {
        name for name, field in fields.items() if not field.help_text and not isinstance(field.widget, HiddenInput)
    }
    assert silent <= {"money", "collection"}  # the currency, known when the form is shown; Wagtail's own list
