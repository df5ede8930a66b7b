"""``python -m dateline.screening.train DATA_DIR``: build the shipped heads anew from the sources of the manifest.

The same sources give the same weights to the last bit, on any processor; ``--check`` builds and compares, and changes
nothing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..model.heads import WEIGHTS
from .manifest import Unusable
from .shipping import build, differences, write


def main() -> int:
    """Build, then write or compare; 1 where they differ, 2 where the sources are not right."""
    parser = argparse.ArgumentParser(prog="python -m dateline.screening.train", description=(__doc__ or "").strip())
    parser.add_argument("data", type=Path, metavar="DATA_DIR", help="the folder with the data sets of manifest.toml")
    parser.add_argument("--check", action="store_true", help="compare with the shipped weights and write nothing")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="where the weights are written")
    wanted = parser.parse_args()
    try:
        built = build(wanted.data, _told)
    except Unusable as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return 2
    if not wanted.check:
        write(built, wanted.to)
        return 0
    different = differences(built, wanted.to)
    print("\n".join(different) or "All weights are the same to the last bit.")  # noqa: T201
    return 1 if different else 0


def _told(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
