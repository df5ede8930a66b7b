"""Maps of places where maps go wrong: what pictures are kept of, and what the bench draws."""

from __future__ import annotations

from .drawing.features import Feature
from .drawing.sheet import Plan, Surroundings

Extent = tuple[float, float, float, float]

PLACES: dict[str, tuple[str, Extent]] = {
    "town": ("A town on a river", (-92.75, 31.1, -92.15, 31.5)),
    "basin": ("A river basin", (36.0, 32.0, 49.0, 38.5)),
    "archipelago": ("An archipelago", (117.0, 5.0, 127.0, 19.0)),
    "antimeridian": ("Islands on both sides of the 180th meridian", (176.5, -19.5, -178.0, -15.5)),
    "arctic": ("Around the north pole", (-180.0, 62.0, 180.0, 90.0)),
    "antarctic": ("Around the south pole", (-180.0, -90.0, 180.0, -62.0)),
    "fjords": ("A coast of fjords", (4.5, 58.5, 12.0, 63.5)),
    "lakes": ("A country of lakes", (20.0, 60.0, 32.0, 66.0)),
    "atolls": ("A state of small islands", (71.0, -1.0, 75.0, 8.0)),
    "large": ("A large country", (-74.0, -34.0, -34.0, 6.0)),
    "dense": ("A dense region", (5.8, 50.6, 8.2, 52.2)),
    "desert": ("A desert", (-6.0, 16.0, 12.0, 28.0)),
    "delta": ("دلتا النيل", (29.0, 29.0, 33.5, 32.0)),
    "disputed": ("Disputed borders", (72.0, 32.0, 80.5, 37.5)),
    "world": ("The world", (-170.0, -58.0, -170.1, 78.0)),
}
RIGHT_TO_LEFT = {"delta"}
CLAIMS = ("confirmed", "claimed", "disputed", "ring", "sector")


def plan_for(name: str, scenery: Surroundings) -> Plan:
    """A map of one of the places, with a claim of each kind in the middle of it."""
    title, (west, south, east, north) = PLACES[name]
    across = (east - west) % 360 or 360
    tall = north - south
    reach = tall * 111 / 8
    claims = [
        Feature(
            kind,
            point=(west + across * (0.3 + 0.1 * index), south + tall * (0.4 + 0.05 * index)),
            number=index + 1,
            properties={"radius_km": reach / 2, "distance_km": reach, "bearing": 50, "from": f"2026-03-0{index + 1}"},
        )
        for index, kind in enumerate(CLAIMS)
    ]
    return Plan(title, (west, south, east, north), claims, scenery=scenery, rtl=name in RIGHT_TO_LEFT, wording=WORDS)


WORDS = {
    "confirmed": "Confirmed by us",
    "claimed": "Claimed, not confirmed",
    "disputed": "Disputed",
    "ring": "Somewhere within this ring",
    "sector": "Placed by stated distance and direction",
    "disputed-border": "Disputed border",
}
