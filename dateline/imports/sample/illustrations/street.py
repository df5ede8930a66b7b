"""Ferry Street, Aldermarsh, the evening after the breach."""

from __future__ import annotations

from .canvas import BARE, BRICK, DEEP, EMBER, MIST, NIGHT, RIVER, ROSE, STRAW, Canvas, Mix, curve, line
from .people import person

HORIZON = 610.0


def house(canvas: Canvas, x: float, width: float, eaves: float, wall: Mix, lit: int) -> None:
    """One gabled house with its feet in the water; ``lit`` windows are burning, counted from the left."""
    foot, peak = HORIZON + 70, eaves - width * 0.42
    canvas.box(x, eaves, width, foot - eaves, wall)
    canvas.hatch([(x, eaves), (x + width * 0.4, eaves), (x + width * 0.4, foot), (x, foot)], NIGHT, 9, 78, 1.7)
    roof = [(x - 14, eaves + 6), (x + width / 2, peak), (x + width + 14, eaves + 6)]
    canvas.shape(roof, NIGHT)
    canvas.hatch(roof, RIVER, 11, 8, 1.6)
    canvas.box(x + width * 0.68, peak + width * 0.02, width * 0.12, width * 0.3, NIGHT)
    pane = width * 0.17
    for number in range(6):
        left = x + width * (0.13 + 0.29 * (number % 3))
        top = eaves + 28 + (number // 3) * pane * 2.1
        canvas.box(left, top, pane, pane * 1.35, STRAW if number < lit else DEEP, 1.5)
        canvas.stroke(line([(left + pane / 2, top), (left + pane / 2, top + pane * 1.35)]), NIGHT, 2.4)
        canvas.stroke(line([(left, top + pane * 0.6), (left + pane, top + pane * 0.6)]), NIGHT, 2.4)


def sky(canvas: Canvas) -> None:
    """Dusk, with the light going down behind the end of the street."""
    glow = canvas.fade([(0, DEEP), (0.45, (0.52, 0.3, 0.02)), (0.78, ROSE), (1, EMBER)])
    canvas.box(0, 0, canvas.width, HORIZON + 70, glow, 0)
    canvas.disc(820, HORIZON - 52, 62, STRAW)
    for y, mix in ((120, (0.72, 0.34, 0)), (205, (0.6, 0.4, 0.04)), (300, (0.4, 0.46, 0.1)), (372, (0.25, 0.5, 0.2))):
        for _ in range(4):
            x, long = canvas.near(800, 800), canvas.near(300, 120)
            band = [
                (x - long, y),
                (x - long / 2, y - 15),
                (x, y - 8),
                (x + long / 2, y - 18),
                (x + long, y),
                (x, y + 12),
            ]
            canvas.fill(curve([(px, canvas.near(py, 8)) for px, py in band], True), mix)


def water(canvas: Canvas) -> None:
    """The street as a dark mirror: the sun's path down its middle, the lit windows at its sides."""
    deep = canvas.fade([(0, (0.7, 0.4, 0.06)), (0.3, (0.86, 0.4, 0.02)), (1, DEEP)])
    canvas.box(0, HORIZON + 62, canvas.width, canvas.height - HORIZON, deep, 0)
    for step in range(58):
        y = HORIZON + 64 + step * 6.8
        reach = canvas.near(96 + step * 2.2, 46)
        glint = EMBER if step < 14 else ROSE if step % 3 else STRAW
        ends = [(canvas.near(800, 14 + step) - reach, y), (canvas.near(800, 14 + step) + reach, y)]
        canvas.stroke(line(ends), glint, 6.6 - step * 0.07)
    for x in (90, 182, 470, 1150, 1320, 1446):
        for step in range(13):
            y = HORIZON + 100 + step * 22
            width = canvas.near(44, 14) * (1 - step / 26)
            canvas.stroke(line([(x - width / 2 + canvas.near(0, 10), y), (x + width / 2, y)]), EMBER, 7)
    canvas.ripples(HORIZON + 80, canvas.height + 10, MIST, 120)
    canvas.ripples(HORIZON + 80, canvas.height + 10, NIGHT, 90)


def boat(canvas: Canvas, x: float, y: float) -> None:
    """Two people of the fire service, a lantern, and somebody's dog."""
    canvas.disc(x, y + 34, 190, NIGHT, 13)
    hull = [
        (x - 180, y - 22),
        (x - 140, y + 26),
        (x + 138, y + 26),
        (x + 190, y - 26),
        (x + 60, y - 10),
        (x - 60, y - 10),
    ]
    person(canvas, x - 62, y + 16, 150, NIGHT, facing=False)
    person(canvas, x + 40, y + 16, 138, DEEP, reach=0.7)
    canvas.fill(curve([(x - 130, y), (x - 128, y - 44), (x - 106, y - 60), (x - 92, y - 40), (x - 98, y)]), NIGHT)
    canvas.fill(line(hull, True), NIGHT)
    canvas.stroke(line([(x - 172, y - 14), (x - 60, y), (x + 60, y), (x + 180, y - 16)]), ROSE, 5)
    canvas.stroke(line([(x + 118, y - 18), (x + 118, y - 100)]), NIGHT, 6)
    canvas.disc(x + 118, y - 112, 30, (0, 0.14, 0.6))
    canvas.disc(x + 118, y - 112, 14, BARE)
    canvas.stroke(line([(x - 96, y - 8), (x - 250, y + 52)]), NIGHT, 7)


def lamp(canvas: Canvas, x: float, top: float, foot: float) -> None:
    """A street lamp that is out."""
    canvas.stroke(curve([(x, foot), (x, top + 40), (x + 20, top), (x + 64, top)]), NIGHT, 9)
    canvas.box(x + 48, top - 4, 44, 18, NIGHT)


def draw(canvas: Canvas) -> None:
    """Flooded street at dusk."""
    sky(canvas)
    for x, width, eaves, wall, lit in (
        (716, 60, 470, (0.5, 0.5, 0.1), 0),
        (880, 66, 462, (0.5, 0.5, 0.1), 0),
        (560, 160, 408, (0.55, 0.6, 0.16), 1),
        (945, 150, 415, (0.5, 0.56, 0.14), 0),
        (330, 236, 322, (0.3, 0.72, 0.3), 2),
        (1082, 240, 330, (0.62, 0.5, 0.1), 3),
        (-30, 370, 205, (0.42, 0.66, 0.2), 5),
        (1310, 330, 222, BRICK, 4),
    ):
        house(canvas, x, width, eaves, wall, lit)
    water(canvas)
    lamp(canvas, 655, 330, 760)
    lamp(canvas, 1010, 388, 720)
    boat(canvas, 800, 810)
