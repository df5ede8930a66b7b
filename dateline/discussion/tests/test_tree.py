"""A flat loop prints a tree: what is opened is closed, at every depth."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.discussion.models import Comment
from dateline.discussion.paths import ancestors_in, ids_in, segment
from dateline.discussion.said import said_by_itself
from dateline.discussion.tree import fair_shares, lay_out


@given(st.lists(st.integers(1, 8), max_size=40))
def test_every_list_that_is_opened_is_closed(steps: list[int]):
    depths = [0]
    for step in steps:
        depths.append(min(step, depths[-1] + 1))
    nodes = lay_out([said_by_itself(Comment(depth=depth)) for depth in depths])
    level = 0
    for node in nodes:
        assert node.level == level
        level += node.opens
        level -= node.closes
    assert level == 0


@given(st.lists(st.integers(1, 36**7 - 1), min_size=1, max_size=20))
def test_a_path_tells_its_ancestors(ids: list[int]):
    path = "".join(segment(number) for number in ids)
    assert ids_in(path) == ids
    assert ancestors_in(path) == ids[:-1]


@given(st.integers(1, 36**7 - 1), st.integers(1, 36**7 - 1))
def test_paths_sort_as_ids_do(one: int, other: int):
    assert (segment(one) < segment(other)) == (one < other)


@given(st.lists(st.integers(0, 60), max_size=25), st.integers(25, 250))
def test_room_is_shared_fairly(wanted: list[int], room: int):
    shares = fair_shares(wanted, room)
    assert sum(shares) == min(sum(wanted), room)
    cut = [share for share, wish in zip(shares, wanted, strict=True) if share < wish]
    if cut:
        assert max(cut) - min(cut) <= 1
        assert all(share <= min(cut) + 1 for share in shares)
