"""A staff gauge in the rain: red and white, with the river at the wrong end of it."""

from __future__ import annotations

import math

from .canvas import BARE, BRICK, DEEP, EARTH, HAZE, MIST, NIGHT, RIVER, Canvas, Mix, curve, line

LEFT, WIDE = 860.0, 250.0
METRE = 230.0
FIVE = 150.0
WATER = 640.0
DIGITS = {
    3: ((0, 0), (1, 0), (0.35, 0.42), (0.8, 0.5), (1, 0.74), (0.7, 1), (0, 0.94)),
    4: ((0.78, 1), (0.78, 0), (0, 0.68), (1.05, 0.68)),
    5: ((1, 0), (0.1, 0), (0.04, 0.44), (0.6, 0.4), (1, 0.7), (0.7, 1), (0, 0.95)),
}


def board(canvas: Canvas) -> None:
    """The measuring board: decimetres as blocks, metres as numbers."""
    canvas.box(LEFT - 46, 20, WIDE + 92, 1060, EARTH)
    canvas.hatch(
        [(LEFT - 46, 20), (LEFT + WIDE + 46, 20), (LEFT + WIDE + 46, 1070), (LEFT - 46, 1070)], NIGHT, 13, 89, 2
    )
    canvas.box(LEFT, 40, WIDE, 1040, BARE, 0)
    for tenth in range(-5, 26):
        y = FIVE + tenth * METRE / 10
        if tenth % 2 == 0:
            side = LEFT if (tenth // 10) % 2 == 0 else LEFT + WIDE * 0.5
            canvas.box(side, y, WIDE * 0.5, METRE / 10, BRICK, 0.6)
    for number in (5, 4, 3):
        y = FIVE + (5 - number) * METRE
        canvas.stroke(line([(LEFT, y), (LEFT + WIDE, y)]), NIGHT, 5)
        x = LEFT + WIDE * (0.62 if (5 - number) % 2 == 0 else 0.14)
        drawn = [(x + px * 56, y + 20 + py * 82) for px, py in DIGITS[number]]
        canvas.stroke(line(drawn), NIGHT, 15)
    for y in (90, 560):
        canvas.disc(LEFT + WIDE / 2, y, 9, NIGHT)


def behind(canvas: Canvas) -> None:
    """The far bank: poplars, a fence going under, a low grey sky."""
    canvas.box(0, 0, 1600, 700, canvas.fade([(0, (0.6, 0.2, 0.04)), (0.55, MIST), (1, (0.14, 0.08, 0.16))]), 0)
    for x, tall, mix in (
        (70, 330, 0.62),
        (150, 390, 0.7),
        (238, 350, 0.6),
        (330, 300, 0.52),
        (1290, 310, 0.52),
        (1388, 380, 0.66),
        (1490, 340, 0.6),
    ):
        foot = 560.0
        tree = [
            (x - 34, foot),
            (x - 44, foot - tall * 0.5),
            (x, foot - tall),
            (x + 44, foot - tall * 0.5),
            (x + 34, foot),
        ]
        canvas.fill(curve(tree, True), (mix, 0.2, 0.5))
        canvas.hatch(tree, NIGHT, 12, 76, 2)
    bank = [(-20, 560), (300, 540), (700, 556), (1200, 544), (1620, 560), (1620, 680), (-20, 680)]
    canvas.fill(line(bank, True), (0.55, 0.25, 0.6))
    for at in range(9):
        x = 90 + at * 82
        canvas.stroke(line([(x, 560 + at * 5), (x, 640 + at * 4)]), NIGHT, 9)
    canvas.stroke(line([(70, 584), (760, 622)]), NIGHT, 5)


def river(canvas: Canvas) -> None:
    """Brown water around the board, pushed up on the side it comes from."""
    canvas.fill(
        f"M0 {WATER}L1600 {WATER}L1600 1070L0 1070Z", canvas.fade([(0, (0.42, 0.3, 0.4)), (0.35, RIVER), (1, DEEP)])
    )
    swell = [
        (LEFT - 300, WATER + 40),
        (LEFT - 90, WATER + 4),
        (LEFT + WIDE / 2, WATER + 14),
        (LEFT + WIDE + 120, WATER + 30),
    ]
    canvas.fill(curve([*swell, (LEFT + WIDE + 360, WATER + 60), (LEFT, WATER + 90)], True), (0.5, 0.2, 0.26))
    canvas.stroke(curve(swell), BARE, 9)
    for band in range(26):
        y = WATER + 26 + band * 16
        wave = [(x * 90.0, y + math.sin(x * 0.9 + band) * (4 + band * 0.5)) for x in range(-1, 20)]
        mix: Mix = (NIGHT, MIST, HAZE, DEEP)[band % 4]
        canvas.stroke(
            curve(wave),
            mix,
            2 + band * 0.12,
            f'stroke-dasharray="{canvas.near(170, 90):.0f} {canvas.near(80, 40):.0f}"',
        )
    for x, y in ((LEFT - 40, WATER + 10), (LEFT + 130, WATER + 30), (LEFT + WIDE + 60, WATER + 36)):
        for ring in range(3):
            canvas.stroke(
                curve(
                    [(x - 70 - ring * 30, y + ring * 18), (x, y + 14 + ring * 20), (x + 80 + ring * 34, y + ring * 14)]
                ),
                BARE,
                5 - ring,
            )


def draw(canvas: Canvas) -> None:
    """The gauge."""
    behind(canvas)
    board(canvas)
    river(canvas)
    canvas.rain(DEEP, 120, lean=0.26, width=3)
    canvas.rain(BARE, 150, lean=0.26)
