"""A model that several processes or threads make ready at the same moment is whole for each of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dateline.screening.learning import Learned, learn
from dateline.screening.learning.tests.made_up import shipped, stream

HEADS = shipped()


def test_whoever_writes_at_the_same_time_finds_it_whole(tmp_path: Path):
    taught = learn(stream(160), HEADS)
    path = tmp_path / "model"

    def ready(_turn: int) -> bool:
        taught.write(path)
        return Learned.map(path, HEADS).to_bytes() == taught.to_bytes()

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ready, range(64)))
    assert [each.name for each in tmp_path.iterdir()] == ["model"]
