"""The files that come with us: light, and with the world in them where it belongs."""

from __future__ import annotations

import pytest

from dateline.atlas.ground.scales import path_of, rank_of, sheaf, sheaf_for

ALL = (-180.0, -90.0, 180.0, 90.0)


def test_all_three_weigh_less_than_four_megabytes() -> None:
    assert sum(path_of(name).stat().st_size for name in ("far", "middle", "near")) < 4_000_000


@pytest.mark.parametrize("name", ["far", "middle", "near"])
def test_each_scale_has_coasts_borders_rivers_and_lakes(name: str) -> None:
    for layer in ("land", "border", "disputed", "river", "lake"):
        assert any(True for _ in sheaf(name).within(ALL, layer)), layer


def test_rivers_have_their_letters_back() -> None:
    names = {outline.name for outline in sheaf("near").within(ALL, "river")}
    assert {"Paraná", "São Francisco", "Marañón", "Danube", "Klarälven"} <= names
    assert not [name for name in names if "?" in name or "\x80" <= min(name, default="a") <= "\x9f"]


def test_a_wide_map_is_drawn_from_the_coarse_file_and_a_small_one_from_the_fine() -> None:
    assert sheaf_for((-120.0, 20.0, -60.0, 60.0), 9.0) is sheaf("far")
    assert sheaf_for((0.0, 40.0, 20.0, 55.0), 2.0) is sheaf("middle")
    assert sheaf_for((6.0, 50.0, 8.0, 52.0), 0.2) is sheaf("near")


def test_where_there_are_only_islands_they_are_drawn_fine() -> None:
    assert sheaf_for((71.0, -1.0, 75.0, 8.0), 1.6) is sheaf("near")


def test_more_comes_into_sight_as_one_comes_nearer() -> None:
    ranks = [rank_of(scale) for scale in (40.0, 4.0, 0.4, 0.04)]
    assert ranks == sorted(ranks)
    assert ranks[0] < 25 < 80 < ranks[-1]
