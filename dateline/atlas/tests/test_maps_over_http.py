"""Maps as readers get them: the page, the files, how long they may be kept, and none before it is published."""

from __future__ import annotations

import gzip
import hashlib
import re
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.test import Client
from PIL import Image
from pytest_django.fixtures import DjangoAssertNumQueries
from wagtail.models import Page, ReferenceIndex

from dateline.atlas.models import DrawnMap, MapSettings
from dateline.people.models import User

from . import geometry as g

pytestmark = pytest.mark.django_db


@pytest.fixture
def levee() -> DrawnMap:
    west, south, east, north = g.ORVA_EXTENT
    drawn = DrawnMap(
        slug="levee",
        title="Where the levee broke",
        description="The Orva floods the low ground.",
        credit="Map: Orva Courier",
        west=west,
        south=south,
        east=east,
        north=north,
        features=g.ORVA,
        ground=False,
    )
    drawn.full_clean()
    drawn.save()
    return drawn


@pytest.fixture
def published(levee: DrawnMap) -> DrawnMap:
    """Reports live above this room; the root of the tree, a page that readers can see, mentions the map instead."""
    root = Page.objects.get(depth=1)
    kinds = ContentType.objects.get_for_models(Page, DrawnMap)
    ReferenceIndex.objects.create(
        base_content_type=kinds[Page],
        content_type=kinds[Page],
        object_id=str(root.pk),
        to_content_type=kinds[DrawnMap],
        to_object_id=str(levee.pk),
        model_path="body",
        content_path="body",
        content_path_hash="0" * 32,
    )
    return levee


@pytest.fixture
def ada(client: Client) -> Client:
    user = User.objects.create_user("ada", password="-")
    user.groups.add(Group.objects.get(name="Reporter"))
    client.force_login(user)
    return client


PATHS = ["/maps/levee/", "/maps/levee.svg", "/maps/levee/narrow.svg", "/maps/levee.png", "/maps/levee/1x1.png"]


@pytest.mark.parametrize("path", PATHS)
def test_a_map_that_no_page_shows_is_hidden_from_readers(client: Client, levee: DrawnMap, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_ada_sees_it_before_and_nothing_between_may_keep_it(ada: Client, levee: DrawnMap, path: str) -> None:
    response = ada.get(path)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_the_page_of_a_map_has_the_drawing_and_the_words(client: Client, published: DrawnMap) -> None:
    page = client.get("/maps/levee/").content.decode()
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="m-map"' in page
    assert 'href="#levee"' in page
    assert "The Orva floods the low ground." in page
    assert "Two missing hikers, within 7 km of Grell." in page
    assert not re.search(r"<style|\sstyle=", page)


def test_the_version_in_the_address_lets_it_be_kept_for_ever(client: Client, published: DrawnMap) -> None:
    assert "immutable" in client.get(f"/maps/levee.svg?v={published.version}")["Cache-Control"]
    assert "immutable" not in client.get("/maps/levee.svg?v=old")["Cache-Control"]


def test_a_browser_that_has_the_drawing_is_told_so(client: Client, published: DrawnMap) -> None:
    first = client.get("/maps/levee.svg")
    again = client.get("/maps/levee.svg", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_policy_of_a_drawing_lets_its_own_style_in_and_nothing_else(client: Client, published: DrawnMap) -> None:
    response = client.get("/maps/levee.svg")
    style = re.search(r"<style>(.*?)</style>", response.content.decode())
    assert style
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("shape", "size"), [("og", (1200, 630)), ("1x1", (1200, 1200)), ("4x3", (1200, 900)), ("16x9", (1200, 675))]
)
def test_a_share_picture_has_the_shape_that_was_asked_for(
    client: Client, published: DrawnMap, shape: str, size: tuple[int, int]
) -> None:
    response = client.get(f"/maps/levee/{shape}.png")
    assert Image.open(BytesIO(response.content)).size == size


@pytest.mark.parametrize("path", ["/maps/levee/huge.svg", "/maps/levee/huge.png", "/maps/nowhere/"])
def test_what_we_do_not_draw_is_not_found(client: Client, published: DrawnMap, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_version_moves_with_what_is_drawn_and_only_then(levee: DrawnMap) -> None:
    before = levee.version
    levee.caption = "Another caption"
    assert levee.version == before
    levee.as_of = None
    levee.features = g.collection()
    assert levee.version != before


def test_asking_whether_a_page_shows_a_map_takes_two_queries(
    levee: DrawnMap, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    DrawnMap.objects.published().first()  # content types are now remembered
    with django_assert_max_num_queries(2):
        assert DrawnMap.objects.published().first() is None


def test_a_map_is_hidden_again_when_its_page_is_taken_down(client: Client, published: DrawnMap) -> None:
    assert client.get("/maps/levee.svg").status_code == 200
    Page.objects.update(live=False)
    assert client.get("/maps/levee.svg").status_code == 404


def test_the_editor_offers_the_form_with_help_and_refuses_a_broken_extent(ada: Client) -> None:
    form = ada.get("/newsroom/snippets/atlas/drawnmap/add/")
    assert form.status_code == 200
    assert "A GeoJSON FeatureCollection." in form.content.decode()
    sent = {
        "title": "X",
        "slug": "x",
        "description": "d",
        "west": 10,
        "east": 10,
        "south": 5,
        "north": 1,
        "units": "km",
    }
    answer = ada.post("/newsroom/snippets/atlas/drawnmap/add/", {**sent, "features": '{"type": "Feature"}'})
    said = answer.content.decode()
    assert "North must lie above south" in said
    assert "not a GeoJSON FeatureCollection" in said


@pytest.fixture
def fitted(published: DrawnMap) -> DrawnMap:
    published.west = published.south = published.east = published.north = None
    published.ground = True
    published.features = g.collection(
        {**g.point("claimed", 31.2, 30.0, note="A claim"), "properties": {"kind": "claimed", "from": "2026-03-04"}},
        g.point("confirmed", 31.6, 30.3, note="Seen by us", until="2026-03-05"),
    )
    published.full_clean()
    published.save()
    return published


def test_a_map_without_edges_is_fitted_to_its_features_and_lies_in_the_world(client: Client, fitted: DrawnMap) -> None:
    west, south, east, north = fitted.extent
    assert west < 31.2 < 31.6 < east
    assert south < 30.0 < 30.3 < north
    assert "m-river" in client.get("/maps/levee.svg").content.decode()


def test_old_maps_keep_just_what_is_on_them(client: Client, published: DrawnMap) -> None:
    assert 'class="m-state"' not in client.get("/maps/levee.svg").content.decode()


def test_marks_say_from_when_until_when_in_the_map_and_in_the_list(client: Client, fitted: DrawnMap) -> None:
    page = client.get("/maps/levee/").content.decode()
    assert page.count('data-from="2026-03-04"') == 2
    assert page.count('data-until="2026-03-05"') == 2


def test_every_mark_leads_to_its_line_and_every_line_to_its_mark(client: Client, fitted: DrawnMap) -> None:
    page = client.get("/maps/levee/").content.decode()
    for number in (1, 2):
        for name in (f"map-levee-mark-{number}", f"map-levee-line-{number}"):
            assert f'href="#{name}"' in page
            assert f'id="{name}"' in page


def test_what_a_newsroom_decides_about_borders_moves_its_maps_and_no_others(levee: DrawnMap) -> None:
    plain, drawn = levee.version, DrawnMap(slug="x", title="x", ground=True).version
    MapSettings.objects.create(disputed=MapSettings.Borders.NONE)
    assert DrawnMap.objects.get().version == plain
    assert DrawnMap(slug="x", title="x", ground=True).version != drawn


def test_half_an_extent_is_refused(published: DrawnMap) -> None:
    published.west = None
    with pytest.raises(ValidationError, match="Give all four edges, or none"):
        published.full_clean()


def test_editors_decide_about_borders_and_reporters_do_not(db: None) -> None:
    for role, may in (("Editor", True), ("Reporter", False)):
        held = Group.objects.get(name=role).permissions.filter(codename="change_mapsettings")
        assert held.exists() == may


def test_the_scripts_of_a_map_weigh_less_than_six_kilobytes() -> None:
    scripts = Path(__file__).parent.parent / "static" / "atlas"
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts.glob("*.js")) < 6_000
