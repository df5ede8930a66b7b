"""Moderators read why screening spoke up in their language, and reasons of long ago as they were kept."""

from __future__ import annotations

from django.template import Context, Template
from django.utils import translation

from dateline.moderation.why import Why, sentence_of
from dateline.screening import Submission, screen

WHY = Template('{% include "moderation/_why.html" %}')


def desk_says(reasons: list[dict[str, object]], language: str) -> str:
    with translation.override(language):
        return WHY.render(Context({"card": {"whys": [Why(reason, sentence_of(reason), None) for reason in reasons]}}))


def test_a_reason_is_told_in_the_language_of_the_desk() -> None:
    reasons = [reason.as_dict() for reason in screen(Submission(text="See https://one.example", accepted=0)).reasons]
    assert "Links: 1. The author has no accepted comment yet." in desk_says(reasons, "en")
    assert "Links: 1. Von dieser Person wurde noch kein Kommentar angenommen." in desk_says(reasons, "de")
    assert "أول تعليق للكاتب." in desk_says(reasons, "ar")


def test_a_reason_of_long_ago_reads_as_it_was_kept() -> None:
    kept = {"code": "links", "words": "2 links; 100% unknown.", "weight": 1.0, "kind": "policy", "spans": []}
    assert "2 links; 100% unknown." in desk_says([kept], "de")


def test_what_a_list_says_is_escaped() -> None:
    reason = {"words": "", "says": "On the list “%(list)s”: %(entries)s.", "facts": {"list": "<b>", "entries": "x"}}
    assert "„&lt;b&gt;“" in desk_says([reason], "de")
