"""The claims desk's addresses inside the editor."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import desk
from .views.pin import pin
from .views.place_names import place_names


def desk_paths() -> list[URLPattern]:
    """Of a report's desk, and of each step with one claim."""
    report, claim = "reports/<int:pk>/claims/", "claims/<int:pk>/"
    return [
        path("claims/pin.svg", pin, name="reports_claim_pin"),
        path(report, desk.desk, name="reports_claims"),
        path(f"{report}take/", desk.take, name="reports_claim_take"),
        path(f"{report}sentence/", desk.sentence, name="reports_claim_sentence"),
        path(f"{report}dismiss/", desk.wave_away, name="reports_claim_wave_away"),
        path(f"{report}dismissed/<int:dismissal>/", desk.take_up, name="reports_claim_take_up"),
        path(f"{claim}places/", place_names, name="reports_claim_place_names"),
        path(f"{claim}confirm/", desk.confirm_it, name="reports_claim_confirm"),
        path(f"{claim}follow/", desk.follow_it, name="reports_claim_follow"),
        path(f"{claim}undo/", desk.undo_it, name="reports_claim_undo"),
        path(f"{claim}drop/", desk.drop, name="reports_claim_drop"),
        path(f"{claim}change/", desk.change, name="reports_claim_change"),
        path(f"{claim}dispute/", desk.dispute_it, name="reports_claim_dispute"),
        path(f"{claim}supersede/", desk.supersede_it, name="reports_claim_supersede"),
        path(f"{claim}uphold/", desk.uphold_it, name="reports_claim_uphold"),
        path(f"{claim}retract/", desk.retract_it, name="reports_claim_retract"),
        path(f"{claim}protect/", desk.protect_it, name="reports_claim_protect"),
    ]
