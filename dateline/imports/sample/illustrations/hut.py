"""The gauge hut above the Sallow weir, at five to eleven at night."""

from __future__ import annotations

import math

from .canvas import BARE, BRICK, DEEP, HAZE, MIST, NIGHT, STRAW, Canvas, Mix, curve, line
from .people import hood, person


def night(canvas: Canvas) -> None:
    """Hills against a night that is not quite black."""
    canvas.box(0, 0, 1600, 1070, canvas.fade([(0, NIGHT), (0.5, (0.94, 0.42, 0.02)), (1, DEEP)]), 0)
    for y, lift, mix in ((470, 170, (0.86, 0.5, 0.06)), (560, 120, (0.94, 0.64, 0.1))):
        ridge = [(x * 170.0, y - lift * abs(math.sin(x * 0.9 + y))) for x in range(-1, 12)]
        canvas.fill(curve(ridge) + "L1760 900L-160 900Z", mix)
    for at in range(34):
        x = canvas.chance.uniform(0, 1600)
        foot = 640 + canvas.near(0, 20)
        tall = canvas.near(110, 40)
        canvas.shape([(x - 24, foot), (x, foot - tall), (x + 24, foot)], (1, 0.74, 0.16 + at % 3 * 0.06), 3)


def beam(canvas: Canvas) -> None:
    """Headlights across the meadow, onto the hut."""
    canvas.shape([(232, 744), (1620, 250), (1620, 870), (232, 782)], (0.62, 0.24, 0.24), 0)
    canvas.shape([(232, 752), (1620, 400), (1620, 850), (232, 776)], (0.2, 0.08, 0.46), 0)


def hut(canvas: Canvas) -> None:
    """Boards, a door, a tin roof, and an aerial that says nothing."""
    canvas.box(930, 700, 380, 130, (0.4, 0.36, 0.4))
    canvas.hatch([(930, 700), (1310, 700), (1310, 830), (930, 830)], NIGHT, 16, 25, 2)
    canvas.box(950, 430, 340, 274, (0.1, 0.2, 0.4))
    for at in range(9):
        x = 950 + at * 40
        canvas.stroke(line([(x, 432), (x, 702)]), NIGHT, 3)
    canvas.hatch([(1180, 432), (1290, 432), (1290, 702), (1180, 702)], NIGHT, 9, 74, 2.4)
    canvas.box(1010, 510, 104, 192, BRICK)
    canvas.stroke(line([(1010, 702), (1010, 510), (1114, 510), (1114, 702)]), NIGHT, 5)
    canvas.disc(1098, 612, 6, NIGHT)
    canvas.box(1150, 506, 76, 66, (0.98, 0.6, 0.1))
    canvas.shape([(915, 440), (1120, 330), (1330, 440)], NIGHT)
    canvas.stroke(line([(1230, 400), (1230, 110)]), MIST, 9)
    for at, wide in enumerate((90, 74, 58, 42)):
        y = 130 + at * 42
        canvas.stroke(line([(1230 - wide, y), (1230 + wide, y)]), MIST, 6)
    canvas.stroke(line([(1230, 230), (1320, 436)]), NIGHT, 3)


def weir(canvas: Canvas) -> None:
    """The river going over its step."""
    canvas.fill("M0 830L1600 800L1600 1070L0 1070Z", (0.86, 0.3, 0.06))
    meadow = [(-20, 770), (500, 800), (900, 826), (1620, 812), (1620, 872), (900, 890), (400, 880), (-20, 850)]
    canvas.fill(curve(meadow, True), (0.8, 0.5, 0.5))
    canvas.stroke(line([(-20, 934), (700, 906), (1620, 900)]), BARE, 10)
    for at in range(120):
        x = at * 13.6
        top = 934 - x * 0.03
        fall = canvas.near(74, 16)
        mix: Mix = (BARE, MIST, HAZE, NIGHT)[at % 4]
        canvas.stroke(line([(x, top), (canvas.near(x, 5), top + fall)]), mix, canvas.near(4, 1.5))
    canvas.ripples(1000, 1075, BARE, 46)
    canvas.ripples(1000, 1075, NIGHT, 30)


def car(canvas: Canvas) -> None:
    """Somebody's own car, bonnet open."""
    body = [(-40, 800), (-40, 690), (40, 640), (140, 640), (180, 700), (240, 716), (246, 806)]
    canvas.fill(curve(body) + "Z", BRICK)
    canvas.stroke(curve(body), NIGHT, 6)
    canvas.shape([(30, 654), (128, 654), (156, 700), (20, 700)], (0.9, 0.4, 0))
    canvas.stroke(line([(176, 704), (206, 612)]), NIGHT, 12)
    canvas.disc(70, 806, 44, NIGHT)
    canvas.disc(70, 806, 18, MIST)
    canvas.disc(236, 762, 20, STRAW)
    canvas.disc(236, 762, 10, BARE)


def draw(canvas: Canvas) -> None:
    """The hut."""
    night(canvas)
    beam(canvas)
    hut(canvas)
    weir(canvas)
    car(canvas)
    skin = person(canvas, 640, 858, 250, (0.75, 0.3, 0.05), reach=0.6)
    hood(canvas, 640 + 5.6, 858, 250, (0.75, 0.3, 0.05), skin)
    canvas.box(690, 724, 74, 52, NIGHT)
    canvas.box(700, 716, 12, 10, BRICK)
    canvas.box(742, 716, 12, 10, MIST)
    canvas.rain(MIST, 190, lean=0.2)
