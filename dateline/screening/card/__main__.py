"""``python -m dateline.screening.card DATA_DIR``: print the tables of docs/model-card.md that depend on the weights.

Takes three to five minutes on two processors, most of it for heads that have not seen a video. What it says of texts
that were written for the tests is printed by ``python -m dateline.screening.tests.card``, what a newsroom learns by
``python -m dateline.screening.rehearsal DATA_DIR``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ..measure.opinions import model_version
from .costs import cost_table
from .own import own_table
from .ranking import ranking_table
from .seen import Told, seen
from .thresholds import held_sentence, threshold_table
from .videos import unseen_videos


def main() -> int:
    """Measure and print; 1 where the folder is none."""
    parser = argparse.ArgumentParser(prog="python -m dateline.screening.card", description=(__doc__ or "").strip())
    parser.add_argument("data", type=Path, metavar="DATA_DIR", help="the folder with the data sets of the manifest")
    wanted = parser.parse_args()
    if not wanted.data.is_dir():
        told(f"{wanted.data} is no folder. Give the one that holds the data sets of the manifest.")
        return 1
    for part in parts(wanted.data, told):
        print(f"{part}\n", flush=True)  # noqa: T201
    return 0


def parts(folder: Path, told: Told) -> Iterator[str]:
    """Yield each part of the card in Markdown."""
    yield f"Edition `{model_version()}`"
    yield own_table()
    found = seen(folder, told)
    yield f"## How good it is\n\n{ranking_table(found, list(unseen_videos(folder, told)), folder)}"
    yield held_sentence(found)
    yield threshold_table(found)
    yield f"## Whom it costs something\n\n{cost_table(found)}"
    yield from (f"Not judged: {name}: {why}." for name, why in found.left_out.items())


def told(line: str) -> None:
    """Say how far it is."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
