"""Where it is set how strict the models are, about how much they catch then is said, near what the model card has."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from wagtail.models import Page

from dateline.moderation.strictness import CAUGHT, choices_of

CARD = Path(__file__).parents[3] / "docs" / "model-card.md"
ROWS = {"held_spam": "SMS spam", "held_abuse": "attacks on Wikipedia"}


def shares(what: str) -> dict[str, float]:
    """The row of the operating table that counts ``what``, by clean comments of a thousand."""
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in CARD.read_text(encoding="utf-8").splitlines()]
    [rates] = [cells[1:] for cells in lines if cells and cells[0].startswith("what the newsroom can bear")]
    [row] = [cells[1:] for cells in lines if cells and cells[0] == f"and catches: {what}"]
    return {rate: float(cell.rstrip("% ")) / 100 for rate, cell in zip(rates, row, strict=True)}


@pytest.mark.parametrize("clause", ROWS)
def test_what_the_choices_say_is_near_the_figures_of_the_model_card(clause: str):
    found = shares(ROWS[clause])
    far = {rate: found[rate] for rate, tenths in CAUGHT[clause].items() if abs(found[rate] - tenths / 10) > 0.1}
    assert not far, "write these, rounded, into strictness.py"


def test_each_choice_has_its_words():
    words = dict(choices_of("held_abuse"))
    assert words["10"] == f"10: catches about {CAUGHT['held_abuse']['10']} in 10"
    assert words["0.5"] == "0.5"


@pytest.mark.django_db
def test_the_desk_leads_there_by_its_name(desk: Client, flood: Page):
    queue = desk.get("/moderation/").text
    assert '<a href="/moderation/writing/">Who may write, how strict</a>' in queue
    front = flood.get_parent()
    assert f'href="/moderation/threads/{front.pk}/#strictness"' in desk.get("/moderation/learned/").text
    page = desk.get(f"/moderation/threads/{front.pk}/").text
    assert 'id="strictness"' in page
    assert "it may doubt two others: those are published" in page
    assert "5: catches about" in page
