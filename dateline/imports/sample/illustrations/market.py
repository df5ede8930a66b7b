"""The market square, fifteen days later, below the brown line."""

from __future__ import annotations

import math

from .canvas import (
    BARE,
    BRICK,
    DEEP,
    EARTH,
    EMBER,
    HAZE,
    MIST,
    MOSS,
    NIGHT,
    RIVER,
    ROSE,
    STRAW,
    Canvas,
    Mix,
    curve,
    line,
)
from .people import person

SQUARE = 640.0
TIDE = 486.0


def houses(canvas: Canvas) -> None:
    """Fronts with their windows; a stain from the ground to the tide mark."""
    canvas.box(0, 0, 1600, SQUARE, canvas.fade([(0, MIST), (1, (0.04, 0.06, 0.2))]), 0)
    fronts: tuple[tuple[float, float, float, Mix], ...] = (
        *((-40, 300, 190, ROSE), (256, 250, 130, (0.02, 0.1, 0.4)), (502, 300, 210, (0.3, 0.06, 0.16))),
        *((798, 280, 110, (0, 0.26, 0.5)), (1074, 260, 200, HAZE), (1330, 320, 150, ROSE)),
    )
    for x, wide, eaves, wall in fronts:
        canvas.box(x, eaves, wide, SQUARE - eaves, wall)
        canvas.shape([(x - 8, eaves + 4), (x + wide * 0.5, eaves - 110), (x + wide + 8, eaves + 4)], (0.3, 0.7, 0.4))
        canvas.hatch([(x - 8, eaves + 4), (x + wide * 0.5, eaves - 110), (x + wide + 8, eaves + 4)], NIGHT, 11, 4, 1.8)
        for at in range(6):
            left, top = x + wide * (0.13 + at % 3 * 0.28), eaves + 36 + at // 3 * 116
            if top < TIDE - 90:
                canvas.box(left, top, wide * 0.17, 76, DEEP)
                canvas.stroke(line([(left + wide * 0.085, top), (left + wide * 0.085, top + 76)]), BARE, 4)
                canvas.stroke(line([(left, top + 30), (left + wide * 0.17, top + 30)]), BARE, 4)
        stain = [(x, TIDE), (x + wide, TIDE), (x + wide, SQUARE), (x, SQUARE)]
        canvas.shape(stain, (0.24, 0.34, 0.5), 0)
        canvas.hatch(stain, (0.5, 0.5, 0.6), 12, 90, 1.8)
        canvas.stroke(line([(x, eaves), (x, SQUARE)]), NIGHT, 4)
    canvas.stroke(line([(x * 100.0, canvas.near(TIDE, 4)) for x in range(17)]), EARTH, 11)


def bunting(canvas: Canvas) -> None:
    """Two strings of flags."""
    for start, end, sag in (((-20, 150), (820, 90), 120), ((800, 90), (1620, 170), 130)):
        run = [
            (
                start[0] + (end[0] - start[0]) * at / 14,
                start[1] + (end[1] - start[1]) * at / 14 + sag * math.sin(math.pi * at / 14),
            )
            for at in range(15)
        ]
        canvas.stroke(curve(run), NIGHT, 3.4)
        for at, (x, y) in enumerate(run[1:-1]):
            canvas.shape([(x - 20, y), (x + 20, y), (x, y + 52)], (BRICK, STRAW, BARE, RIVER)[at % 4])
            canvas.stroke(line([(x - 20, y), (x, y + 52), (x + 20, y)]), NIGHT, 2.6)


def stall(canvas: Canvas, x: float, y: float, wide: float, mix: Mix, goods: Mix) -> None:
    """A striped awning, a counter, and something round for sale."""
    tall = wide * 0.62
    for post in (0.04, 0.96):
        canvas.stroke(line([(x + wide * post, y - tall), (x + wide * post, y + wide * 0.3)]), NIGHT, 9)
    person(canvas, x + wide * 0.5, y + wide * 0.26, wide * 0.78, EARTH)
    stripes = 8
    for at in range(stripes):
        left, right = x + wide * at / stripes, x + wide * (at + 1) / stripes
        inset = wide * 0.08
        top_left, top_right = (x + inset + (wide - 2 * inset) * part / stripes for part in (at, at + 1))
        shade = mix if at % 2 == 0 else BARE
        canvas.shape(
            [(top_left, y - tall - 60), (top_right, y - tall - 60), (right, y - tall + 30), (left, y - tall + 30)],
            shade,
            0,
        )
        canvas.disc((left + right) / 2, y - tall + 30, wide / stripes / 2, shade, 16)
    canvas.stroke(
        line(
            [
                (x + wide * 0.08, y - tall - 60),
                (x, y - tall + 30),
                (x + wide, y - tall + 30),
                (x + wide * 0.92, y - tall - 60),
                (x + wide * 0.08, y - tall - 60),
            ]
        ),
        NIGHT,
        4,
    )
    canvas.box(x, y, wide, wide * 0.3, (0.2, 0.46, 0.7))
    canvas.hatch([(x, y), (x + wide, y), (x + wide, y + wide * 0.3), (x, y + wide * 0.3)], NIGHT, 13, 88, 2)
    for row in range(2):
        for at in range(11):
            canvas.disc(x + wide * (0.07 + at * 0.086), y - 6 - row * 18, wide * 0.044, goods)
            canvas.stroke(
                curve(
                    [
                        (x + wide * (0.05 + at * 0.086), y - 12 - row * 18),
                        (x + wide * (0.07 + at * 0.086), y - 18 - row * 18),
                    ]
                ),
                BARE,
                2.4,
            )
    canvas.stroke(line([(x, y), (x + wide, y)]), NIGHT, 6)


def basket(canvas: Canvas, x: float, y: float) -> None:
    """A full basket, carried."""
    canvas.fill(curve([(x - 34, y), (x - 26, y + 44), (x + 26, y + 44), (x + 34, y)]), (0.2, 0.5, 0.8))
    for at in range(4):
        canvas.disc(x - 22 + at * 15, y - 4, 11, (BRICK, MOSS)[at % 2])
    canvas.stroke(curve([(x - 30, y), (x, y - 50), (x + 30, y)]), NIGHT, 5)


def draw(canvas: Canvas) -> None:
    """The market is back."""
    houses(canvas)
    canvas.box(0, SQUARE, 1600, 440, canvas.fade([(0, (0.14, 0.14, 0.3)), (1, (0.26, 0.24, 0.36))]), 0)
    for row in range(16):
        y = SQUARE + 8 + row * row * 1.9
        canvas.stroke(line([(0, y), (1600, y)]), (0.4, 0.36, 0.42), 2, f'stroke-dasharray="{46 + row * 6} {9 + row}"')
    bunting(canvas)
    for x, y, wide, mix, goods in (
        (30, 700, 300, BRICK, STRAW),
        (420, 690, 290, RIVER, MOSS),
        (830, 694, 290, EMBER, BRICK),
        (1240, 704, 310, DEEP, EMBER),
    ):
        stall(canvas, x, y, wide, mix, goods)
    for x, foot, tall, coat in ((372, 850, 300, STRAW), (770, 838, 290, BRICK), (1190, 846, 300, RIVER)):
        person(canvas, x, foot, tall, coat, facing=False)
    stall(canvas, 560, 960, 470, BRICK, (0.1, 0.8, 0.5))
    for x, foot, tall, coat in (
        (200, 1000, 420, RIVER),
        (400, 1040, 290, EMBER),
        (1210, 1010, 430, MOSS),
        (1430, 1030, 440, BRICK),
    ):
        person(canvas, x, foot, tall, coat, facing=False)
    basket(canvas, 268, 830)
    basket(canvas, 1144, 828)
