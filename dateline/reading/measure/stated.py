"""``python -m dateline.reading.measure.stated FILE``: how far off stated distances are, and what the checks see of it.

False alarms are counted on statements as they were written, less those that are off threefold: there another place of
the name is meant, or the number is of something else, and a question is right. Then each number is made wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.atlas.gazetteer import Gazetteer
from dateline.atlas.geodesy import bearing_deg, distance_km

from ..checks.bearings import MOST
from ..checks.far import WRONG, judged
from ..distances.compass import opposite
from .statements import Statement, statements

LEAST_KM = 5.0
THREEFOLD = 3.0
ERRORS = (10.0, 2.0, 0.5, 1.5, 0.1)
SHARES = (1, 5, 50, 95, 99)


@dataclass(frozen=True, slots=True)
class Pair:
    """What is stated, what is measured, and by how many degrees the direction is off, if one is stated."""

    stated: float
    measured: float
    turned: float | None


def pair(one: Statement) -> Pair:
    """Measure one statement."""
    reference = one.reference.latitude, one.reference.longitude
    subject = one.subject.latitude, one.subject.longitude
    bearing = one.found.bearing
    turned = opposite(bearing, bearing_deg(reference, subject)) if bearing is not None else None
    return Pair(one.found.km or 0.0, distance_km(reference, subject), turned)


def percentile(values: Sequence[float], share: int) -> float:
    """The value below which ``share`` of a hundred lie, by the nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def shares(pairs: Sequence[Pair], factor: float) -> tuple[float, float]:
    """Which share gets a warning, and which one any question, where numbers are ``factor`` times as great."""
    codes = [judged(one.stated * factor, one.measured) for one in pairs]
    return codes.count(WRONG) / len(codes), sum(map(bool, codes)) / len(codes)


def report(pairs: Sequence[Pair]) -> str:
    """The figures as a person reads them."""
    far = [one for one in pairs if one.stated >= LEAST_KM]
    meant = [one for one in far if 1 / THREEFOLD <= one.measured / one.stated <= THREEFOLD]
    if not meant:
        return "No statements with both places known."
    ratios = [one.measured / one.stated for one in meant]
    turned = [one.turned for one in meant if one.turned is not None]
    rows = [
        f"{len(pairs)} statements, {len(far)} of {LEAST_KM:g} km or more, {len(far) - len(meant)} off threefold",
        "measured / stated: " + "  ".join(f"p{share} {percentile(ratios, share):.2f}" for share in SHARES),
    ]
    if turned:
        rows.append("degrees off: " + "  ".join(f"p{share} {percentile(turned, share):.0f}" for share in SHARES))
        rows.append(f"direction: {sum(one > MOST for one in turned) / len(turned):.3f} asked about")
    for factor in (1.0, *ERRORS):
        warned, asked = shares(meant, factor)
        rows.append(f"number x {factor:g}: {warned:.3f} warned, {asked:.3f} warned or asked")
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> int:
    """Print the figures."""
    options = argparse.ArgumentParser(prog="measure.stated", description=(__doc__ or "").split("\n")[0])
    options.add_argument("file", type=Path, help="distance-statements.xml")
    found = statements(options.parse_args(arguments).file, Gazetteer.open())
    sys.stdout.write(report([pair(one) for one in found]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
