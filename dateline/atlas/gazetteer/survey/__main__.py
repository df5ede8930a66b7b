"""Make ``written/areas.tsv`` from outlines: ``python -m dateline.atlas.gazetteer.survey FOLDER``.

The folder holds ``world_map.gpkg`` (Natural Earth, as QGIS carries it) and ``counties-10m.json`` (US Census, as
us-atlas carries it). docs/places.md says where they come from.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dateline.atlas.gazetteer import written

from .areas import HEADINGS, surveyed


def main() -> int:
    """Read the outlines, write the table, say how many rows it has."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sources", type=Path, help="The folder with the outlines.")
    asked = parser.parse_args()
    lines = ["\t".join(row) for row in surveyed(asked.sources)]
    written.AREAS.write_text("\n".join(["\t".join(HEADINGS), *lines, ""]), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} areas, {written.AREAS.stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
