"""1,126 envelopes on the line."""

from __future__ import annotations

import math

from .canvas import BARE, BRICK, DEEP, MIST, NIGHT, STRAW, Canvas, Mix, curve, line
from .hall import court, hall, hoop
from .people import person


def rope(canvas: Canvas, y: float, size: float, sag: float) -> None:
    """A washing line from wall to wall with its envelopes, each by one peg."""
    hang = [(x * 100.0, y + sag * math.sin(math.pi * x / 16)) for x in range(17)]
    canvas.stroke(curve(hang), NIGHT, 4)
    x = canvas.near(40, 20)
    while x < 1570:
        top = y + sag * math.sin(math.pi * x / 1600)
        lean = canvas.near(0, size * 0.1)
        paper: Mix = canvas.chance.choice((BARE, BARE, (0.05, 0.03, 0.16), (0.14, 0.04, 0.08), (0.02, 0.12, 0.24)))
        sheet = [
            (x, top + 6),
            (x + size, top + 6 + lean),
            (x + size - lean, top + size * 0.68 + lean),
            (x - lean, top + size * 0.68),
        ]
        canvas.shape(sheet, paper, 1.5)
        canvas.stroke(line([*sheet, sheet[0]]), NIGHT, 3)
        middle = (x + size / 2 - lean / 2, top + size * 0.4)
        canvas.stroke(line([sheet[0], middle, sheet[1]]), NIGHT, 2.4)
        canvas.stroke(
            line([(x + size / 2, top - 8), (x + size / 2, top + 18)]), canvas.chance.choice((BRICK, DEEP, STRAW)), 9
        )
        x += size * canvas.near(1.22, 0.1)


def fan(canvas: Canvas, x: float, y: float) -> None:
    """A fan from the turkey farm."""
    canvas.stroke(line([(x, y), (x - 60, y + 190)]), NIGHT, 12)
    canvas.stroke(line([(x, y), (x + 60, y + 190)]), NIGHT, 12)
    canvas.disc(x, y, 118, NIGHT)
    canvas.disc(x, y, 106, MIST)
    for blade in range(4):
        turn = blade * math.pi / 2 + 0.4
        tip = (x + 92 * math.cos(turn), y + 92 * math.sin(turn))
        side = (x + 70 * math.cos(turn + 0.7), y + 70 * math.sin(turn + 0.7))
        canvas.fill(curve([(x, y), tip, side], True), BRICK)
    for ring in (34, 70, 106):
        hoop_points = [(x + ring * math.cos(at / 4), y + ring * math.sin(at / 4)) for at in range(26)]
        canvas.stroke(curve(hoop_points), NIGHT, 3)
    canvas.disc(x, y, 14, NIGHT)


def bench(canvas: Canvas) -> None:
    """Three observers, three campaigns, one thermos."""
    for x, coat in ((980, BRICK), (1110, DEEP), (1290, STRAW)):
        person(canvas, x, 1040, 296, coat, reach=0.2)
    canvas.box(880, 930, 520, 34, (0.3, 0.5, 0.7))
    canvas.stroke(line([(880, 930), (1400, 930), (1400, 964), (880, 964), (880, 930)]), NIGHT, 5)
    for x in (920, 1350):
        canvas.stroke(line([(x, 964), (x, 1050)]), NIGHT, 14)
    canvas.box(1192, 866, 34, 64, (0.1, 0.8, 0.5))
    canvas.box(1198, 850, 22, 20, NIGHT)


def draw(canvas: Canvas) -> None:
    """Ballots drying."""
    hall(canvas)
    court(canvas)
    hoop(canvas, 800, 60)
    for y, size, sag in ((300, 64, 30), (400, 82, 44), (520, 104, 60)):
        rope(canvas, y, size, sag)
    bench(canvas)
    fan(canvas, 300, 820)
    for at in range(5):
        y = 740 + at * 38
        canvas.stroke(curve([(440, y), (520, y - 14), (590, y + 6), (680, y - 10)]), BARE, 5)
    rope(canvas, 600, 124, 30)
