"""The newsroom's own places: written down by editors, asked for before the gazetteer."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from dateline.atlas.models import Place

pytestmark = pytest.mark.django_db


def station(**changed: object) -> Place:
    """A pumping station that no gazetteer has."""
    told = {"name": "T-2", "aliases": "T2\n\n T-2 pumping station ", "kind": Place.Kind.STATION, "country": "SY"}
    return Place(**{**told, "latitude": 34.4, "longitude": 40.15, **changed})


def test_a_place_stands_beside_the_gazetteers_with_all_its_names() -> None:
    place = station()
    place.full_clean()
    place.save()
    ((shadow, names),) = Place.objects.shadows()
    assert (shadow.key, shadow.name, shadow.kind) == (f"own:{place.pk}", "T-2", "other")
    assert (shadow.latitude, shadow.longitude, shadow.country) == (34.4, 40.15, "SY")
    assert names == ["T2", "T-2 pumping station"]


def test_letters_of_a_country_are_made_large() -> None:
    place = station(country="sy")
    place.full_clean()
    assert place.country == "SY"


@pytest.mark.parametrize(
    ("field", "value"),
    [("latitude", 91), ("latitude", -90.5), ("longitude", 181), ("longitude", float("nan")), ("country", "S1")],
)
def test_what_lies_nowhere_is_refused_at_its_field(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        station(**{field: value}).full_clean()
    assert set(refused.value.error_dict) == {field}


@pytest.mark.parametrize("role", ["Reporter", "Editor"])
def test_who_reports_may_write_places_down(role: str) -> None:
    held = Group.objects.get(name=role).permissions.filter(content_type__app_label="atlas")
    assert {"add_place", "change_place", "view_place"} <= set(held.values_list("codename", flat=True))


def test_an_editor_writes_a_place_down(admin_client: Client) -> None:
    page = admin_client.get(reverse("wagtailsnippets_atlas_place:add"))
    assert "How the newsroom knows where it is" in page.content.decode()
    form = {"name": "T-2", "aliases": "T2", "kind": "station", "country": "sy", "precision": "near", "note": ""}
    sent = {**form, "latitude": "34.4", "longitude": "40.15"}
    admin_client.post(reverse("wagtailsnippets_atlas_place:add"), sent)
    assert Place.objects.get().country == "SY"
