"""Water Street, Tamsin: a line of people, a wall of sandbags, one floodlight."""

from __future__ import annotations

from .canvas import BARE, BRICK, DEEP, EMBER, MIST, NIGHT, RIVER, STRAW, Canvas, Mix, curve, line
from .people import hood, person

COATS: tuple[Mix, ...] = (BRICK, EMBER, (0.75, 0.3, 0.1), STRAW, (0.55, 0.7, 0.2), RIVER, BRICK, EMBER, (0.8, 0.5, 0.1))


def bag(canvas: Canvas, x: float, y: float, width: float, tall: float, mix: Mix) -> None:
    """One sandbag: a pillow with a tied end."""
    corners = [
        (x + width * 0.04, y + tall * 0.2),
        (x + width * 0.3, y),
        (x + width * 0.75, y + tall * 0.03),
        (x + width * 0.98, y + tall * 0.25),
        (x + width, y + tall * 0.8),
        (x + width * 0.7, y + tall),
        (x + width * 0.25, y + tall * 0.98),
        (x, y + tall * 0.78),
    ]
    loose = [(canvas.near(px, width * 0.02), canvas.near(py, tall * 0.05)) for px, py in corners]
    canvas.fill(curve(loose, True), mix)
    canvas.stroke(curve(loose, True), NIGHT, 4)
    low = [(x + width * 0.08, y + tall * 0.62), *((px, py) for px, py in loose[4:8])]
    canvas.hatch([(x + width * 0.97, y + tall * 0.58), *loose[4:8], low[0]], NIGHT, 8, 20, 1.8)


def wall(canvas: Canvas) -> None:
    """Seven courses; the nearest rows are widest."""
    for row, (y, tall, width) in enumerate(((700, 82, 172), (768, 92, 196), (846, 106, 226), (938, 124, 262))):
        x = -60.0 - (row % 2) * width / 2
        while x < canvas.width:
            warm: Mix = (canvas.near(0.12, 0.06), canvas.near(0.22, 0.08), canvas.near(0.5, 0.12))
            bag(canvas, x, canvas.near(y, 5), width * 1.02, tall, warm)
            x += width


def light(canvas: Canvas) -> None:
    """Night, houses, and the cone of a floodlight on a mast."""
    canvas.box(0, 0, canvas.width, canvas.height, canvas.fade([(0, NIGHT), (0.5, DEEP), (1, (0.6, 0.2, 0.05))]), 0)
    for x, width, eaves in ((-20, 260, 210), (250, 210, 270), (470, 250, 190), (990, 230, 250), (1230, 400, 170)):
        roof = [(x, 560), (x, eaves), (x + width / 2, eaves - 110), (x + width, eaves), (x + width, 560)]
        canvas.shape(roof, (0.98, 0.62, 0.1))
        for at in range(3):
            if canvas.chance.random() < 0.55:
                canvas.box(x + width * (0.16 + at * 0.26), eaves + 50, width * 0.13, width * 0.2, STRAW)
    canvas.shape([(1128, 84), (1182, 84), (1640, 720), (240, 720)], (0.34, 0.1, 0.42))
    canvas.shape([(1138, 90), (1174, 90), (1330, 720), (560, 720)], (0.1, 0.05, 0.5))
    canvas.stroke(line([(1156, 90), (1156, 640)]), NIGHT, 12)
    canvas.box(1108, 62, 98, 34, NIGHT)
    canvas.box(1120, 78, 74, 16, BARE)


def draw(canvas: Canvas) -> None:
    """The sandbag line."""
    light(canvas)
    canvas.box(0, 560, canvas.width, 240, canvas.fade([(0, (0.5, 0.3, 0.2)), (1, (0.7, 0.5, 0.2))]), 0)
    for at in range(13):
        person(canvas, 60 + at * 124, 640, 200, (0.9, 0.6, 0.1), reach=0.5 if at % 2 else -0.5)
    for at, coat in enumerate(COATS):
        x = 70 + at * 184
        tall = canvas.near(372, 26)
        skin = person(canvas, x, 776, tall, coat, reach=0.62 if at % 2 else -0.5)
        if at % 3 != 1:
            hood(canvas, x + (0.19 if at % 2 else -0.15) * tall / 8, 776, tall, coat, skin)
        if at % 2 == 0:
            bag(canvas, x + 52, 776 - tall * 0.56, 92, 50, (0.1, 0.2, 0.5))
    wall(canvas)
    canvas.rain(MIST, 260)
