"""Wagtail notes, in a task a row, what each saved row refers to. Only what editors make is worth that."""

from __future__ import annotations

from django.apps import apps
from wagtail.models import ReferenceIndex


def test_only_what_editors_make_is_followed() -> None:
    followed = {
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("dateline.") and ReferenceIndex.model_is_indexable(model)
    }
    assert followed == {
        "people.Newsroom",
        "reports.Author",
        "reports.FrontPage",
        "reports.Picture",
        "reports.ReportPage",
        "reports.SectionPage",
        "reports.SituationPage",
        "reports.StandingPage",
    }
