"""Make the files of lines anew: ``python -m dateline.atlas.ground.survey FOLDER``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..scales import path_of
from ..sheaf import write
from .layers import SCALES, surveyed


def main() -> int:
    """Read the sources, write each scale, say how large it came out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", type=Path, help="The folder in which the packages were unpacked.")
    asked = parser.parse_args()
    for scale in SCALES:
        size = write(path_of(scale.name), surveyed(asked.sources, scale), scale.quantum)
        sys.stdout.write(f"{scale.name}: {size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
