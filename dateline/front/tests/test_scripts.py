"""All that readers' browsers are asked to run is small, and stays so."""

import gzip
from pathlib import Path

ROOMS = Path(__file__).parents[2]
STAFF = {"moderation"}
MOST = 8 * 1024  # bytes, compressed, of all scripts together


def test_all_scripts_for_readers_together_are_small():
    scripts = [path for path in ROOMS.glob("*/static/**/*.js") if path.relative_to(ROOMS).parts[0] not in STAFF]
    assert len(scripts) > 5
    assert sum(len(gzip.compress(path.read_bytes())) for path in scripts) < MOST
