"""The Old Bridge of 1841, with the river almost at its keystones."""

from __future__ import annotations

import math

from .canvas import BARE, DEEP, EARTH, HAZE, MIST, MOSS, NIGHT, RIVER, Canvas, Mix, Point, curve, line

DECK = 430.0
ARCHES = ((40, 300), (330, 620), (650, 970), (1000, 1290), (1320, 1570))
WATER = 690.0
SURFACE = 596.0


def hills(canvas: Canvas) -> None:
    """Rain clouds and three ranges."""
    canvas.box(0, 0, 1600, 700, canvas.fade([(0, (0.62, 0.2, 0.04)), (0.6, MIST), (1, (0.1, 0.12, 0.24))]), 0)
    for y, lift, mix in ((360, 110, (0.36, 0.08, 0.12)), (410, 80, (0.5, 0.14, 0.3)), (470, 60, (0.66, 0.22, 0.5))):
        ridge = [(x * 160.0, y - lift * abs(math.sin(x * 1.3 + y))) for x in range(-1, 12)]
        canvas.fill(curve(ridge) + "L1760 700L-160 700Z", mix)
    for x, y, wide in ((250, 120, 260), (760, 80, 330), (1280, 150, 300)):
        cloud = [(x - wide, y), (x - wide / 2, y - 60), (x, y - 34), (x + wide / 2, y - 70), (x + wide, y)]
        canvas.fill(curve([*cloud, (x + wide / 2, y + 24), (x - wide / 3, y + 20)], True), (0.74, 0.3, 0.08))


def opening(left: float, right: float) -> list[Point]:
    """An arch from the water up to its crown and down again."""
    middle, reach = (left + right) / 2, (right - left) / 2
    rise = 152.0
    steps = [math.pi * at / 24 for at in range(25)]
    return [(middle - reach * math.cos(turn), WATER - rise * math.sin(turn) ** 0.8) for turn in steps]


def stones(canvas: Canvas) -> None:
    """The body of the bridge in courses, its parapet and its lamps."""
    body = [(-20, DECK + 40), (800, DECK - 30), (1620, DECK + 40), (1620, WATER + 60), (-20, WATER + 60)]
    stone: Mix = (0.26, 0.2, 0.36)
    canvas.shape(body, stone, 0)
    for row in range(11):
        y = DECK + 16 + row * 28
        for at in range(24):
            x = at * 70 + (row % 2) * 35 - 30
            top = y - 46 * (1 - abs(x - 800) / 820)
            if canvas.chance.random() < 0.8:
                wide = canvas.near(56, 8)
                shade: Mix = (canvas.near(0.3, 0.12), canvas.near(0.24, 0.1), canvas.near(0.4, 0.1))
                canvas.box(x, top, wide, 20, shade)
    rail = [
        (-20, DECK + 18),
        (800, DECK - 56),
        (1620, DECK + 18),
        (1620, DECK + 44),
        (800, DECK - 28),
        (-20, DECK + 44),
    ]
    canvas.shape(rail, EARTH, 0)
    canvas.stroke(line(rail[:3]), NIGHT, 6)
    canvas.stroke(line([rail[5], rail[4], rail[3]]), NIGHT, 4)
    for x in (315, 635, 985, 1305):
        top = DECK - 56 + 74 * abs(x - 800) / 820
        canvas.stroke(line([(x, top), (x, top - 92)]), NIGHT, 7)
        canvas.disc(x, top - 104, 17, (0, 0.1, 0.7))
        canvas.stroke(line([(x - 14, top - 84), (x + 14, top - 84)]), NIGHT, 6)


def piers(canvas: Canvas) -> None:
    """Dark openings, their rings of voussoirs, and the cutwaters between."""
    for left, right in ARCHES:
        arch = opening(left, right)
        canvas.fill(line([*arch, (right, WATER + 60), (left, WATER + 60)], True), NIGHT)
        canvas.stroke(line(arch), NIGHT, 26)
        canvas.stroke(line(arch), (0.2, 0.2, 0.3), 18)
        for at in range(1, 24):
            (x, y), (to_x, to_y) = arch[at], arch[at + 1] if at < 24 else arch[at]
            run = math.hypot(to_x - x, to_y - y) or 1
            out = (-(to_y - y) / run * 10, (to_x - x) / run * 10)
            canvas.stroke(line([(x - out[0], y - out[1]), (x + out[0], y + out[1])]), NIGHT, 2.6)
    for x in (315, 635, 985, 1305):
        cutwater = [(x - 40, 750), (x - 30, 560), (x, 530), (x + 30, 560), (x + 40, 750)]
        canvas.shape(cutwater, (0.4, 0.3, 0.4))
        canvas.hatch([(x, 530), (x + 30, 560), (x + 40, 750), (x, 750)], NIGHT, 9, 70, 2)
        canvas.stroke(line(cutwater), NIGHT, 4)


def flow(canvas: Canvas) -> None:
    """The river: bands that bend around the piers, foam, and a slick under each arch."""
    canvas.box(-10, SURFACE, 1620, 490, canvas.fade([(0, (0.5, 0.34, 0.5)), (0.3, RIVER), (1, DEEP)]), 0)
    for left, right in ARCHES:
        canvas.shape([(left, SURFACE), (right, SURFACE), (right + 30, 700), (left - 30, 700)], (0.78, 0.4, 0.3), 4)
    for band in range(54):
        y = SURFACE + 10 + band * 8.2 + band * band * 0.05
        steps = [(x * 80.0, y + math.sin(x * 0.8 + band * 0.5) * (3 + band * 0.34)) for x in range(-1, 22)]
        mix = (NIGHT, MIST, DEEP, (0.4, 0.3, 0.4))[band % 4]
        dash = f'stroke-dasharray="{canvas.near(150, 90):.0f} {canvas.near(60, 40):.0f}"'
        canvas.stroke(curve(steps), mix, 1.6 + band * 0.07, dash)
    for x in (315, 635, 985, 1305):
        for step in range(6):
            wide = 46 + step * 34
            low = SURFACE + 26 + step * 15
            wake = [(x - wide, low + 16), (x - wide * 0.4, low - 4), (x, low - 12), (x + wide * 0.4, low - 4)]
            dash = f'stroke-dasharray="{120 - step * 12} {4 + step * 9}"'
            canvas.stroke(curve([*wake, (x + wide, low + 18)]), BARE if step < 3 else HAZE, 8 - step, dash)
    canvas.ripples(SURFACE + 130, 1080, HAZE, 70)


def trunk(canvas: Canvas) -> None:
    """A spruce that came down from Upper Sallow and stayed."""
    for at in range(12):
        x, y = 480 + at * 36, 700 - at * 8
        canvas.stroke(line([(x, y), (x + 34, y - canvas.near(60, 18))]), NIGHT, 7)
        canvas.stroke(line([(x + 8, y), (x + 50, y + canvas.near(44, 14))]), MOSS, 7)
        canvas.stroke(line([(x + 4, y), (x + 44, y - canvas.near(50, 12))]), MOSS, 4)
    canvas.stroke(line([(430, 716), (640, 660), (900, 612)]), NIGHT, 30)
    canvas.stroke(line([(434, 710), (640, 655), (896, 608)]), EARTH, 17)
    canvas.ripples(690, 740, BARE, 10, 420, 760)


def draw(canvas: Canvas) -> None:
    """The Old Bridge in high water."""
    hills(canvas)
    stones(canvas)
    piers(canvas)
    flow(canvas)
    trunk(canvas)
    canvas.rain(MIST, 150, lean=0.3)
