"""The kept pictures. ``python -m dateline.atlas.tests.pictures`` draws them anew; look at each before you keep it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from dateline.atlas.drawing.features import Feature
from dateline.atlas.drawing.palette import adaptive_stylesheet
from dateline.atlas.drawing.sheet import SIZES, draw
from dateline.atlas.scenery import Extent, Scenery
from dateline.atlas.showcase import PLACES, RIGHT_TO_LEFT, plan_for

GOLDEN = Path(__file__).parent / "golden"
COUNTRIES = {
    "AQ": "Antarctica", "BE": "Belgium", "BR": "Brazil", "CA": "Canada", "CN": "China", "DE": "Germany",
    "DZ": "Algeria", "FI": "Finland", "FJ": "Fiji", "GL": "Greenland", "IN": "India", "IQ": "Iraq", "ML": "Mali",
    "MV": "Maldives", "NE": "Niger", "NL": "Netherlands", "NO": "Norway", "PH": "Philippines", "PK": "Pakistan",
    "RU": "Russia", "SE": "Sweden", "SY": "Syria", "TR": "Turkey", "US": "United States",
}  # fmt: skip
NILE = {
    "القاهرة": (31.25, 30.06), "الإسكندرية": (29.92, 31.2), "السويس": (32.55, 29.97), "بورسعيد": (32.3, 31.26),
    "طنطا": (31.0, 30.79), "دمياط": (31.81, 31.42),
}  # fmt: skip
STYLE = "<style></style>"
NUMBER = re.compile(r"-?\d*\.?\d+")
ROUNDING = 0.21  # pixels; processors may differ in the last digit of a sine


def towns_of_the_nile(extent: Extent, km_per_pixel: float) -> list[Feature]:
    """Names as a gazetteer would give them, so that no picture hangs on one that was built."""
    return [Feature("place", point=at, label=name, properties={"ground": True}) for name, at in NILE.items()]


def picture(name: str) -> str:
    """One of the places as a phone shows it, with the style sheet taken out, which has tests of its own."""
    names = dict.get if name not in RIGHT_TO_LEFT else (lambda known, code, without: without)
    scenery = Scenery(
        names=lambda code: names(COUNTRIES, code, ""),
        towns=towns_of_the_nile if name in RIGHT_TO_LEFT else None,
        latin=name not in RIGHT_TO_LEFT,
    )
    svg = draw(plan_for(name, scenery), SIZES["narrow"], style=adaptive_stylesheet()).svg
    return re.sub(r"<style>.*?</style>", STYLE, svg)


def same(one: str, other: str) -> bool:
    """Whether two pictures are the same, but for the last digit of their numbers."""
    if NUMBER.sub("#", one) != NUMBER.sub("#", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    return all(abs(float(a) - float(b)) <= ROUNDING for a, b in pairs)


def main() -> None:
    """Draw all of them, and say where they lie."""
    for name in PLACES:
        (GOLDEN / f"{name}.svg").write_text(picture(name), encoding="utf-8")
    sys.stdout.write(f"{len(PLACES)} pictures in {GOLDEN}\n")


if __name__ == "__main__":
    main()
