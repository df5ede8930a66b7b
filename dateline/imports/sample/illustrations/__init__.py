"""Pictures drawn by the newsroom: each scene is a module with one ``draw(canvas)``; nothing binary is kept."""

from __future__ import annotations

from . import ballots, bridge, busts, gauge, gym, hut, levee, market, sandbags, street
from .canvas import Canvas
from .press import jpeg, printed

WIDE = (1600, 1067)
SQUARE = (640, 640)
SCENES = {
    "ballots": ballots,
    "bridge": bridge,
    "gauge": gauge,
    "gym": gym,
    "hut": hut,
    "levee": levee,
    "market": market,
    "sandbags": sandbags,
    "street": street,
}
SEED = 1976


def scene(name: str) -> bytes:
    """A scene as a JPEG; the same bytes every time."""
    canvas = Canvas(*WIDE, seed=SEED)
    SCENES[name].draw(canvas)
    return jpeg(printed(canvas.svg(), *WIDE, seed=SEED))


def portrait(number: int) -> bytes:
    """The bust of the author with that number, as a JPEG."""
    canvas = Canvas(*SQUARE, seed=SEED + number)
    busts.draw(canvas, number)
    return jpeg(printed(canvas.svg(), *SQUARE, seed=SEED + number), limit=90_000)
