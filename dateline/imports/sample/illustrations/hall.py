"""A school gym, which is what emergencies and elections have in common."""

from __future__ import annotations

from .canvas import BARE, BRICK, DEEP, HAZE, MIST, NIGHT, Canvas, line

FLOOR = 620.0


def hall(canvas: Canvas) -> None:
    """Walls, high windows with light falling in, wall bars, and a floor with its lines."""
    canvas.box(0, 0, 1600, FLOOR, (0.06, 0.14, 0.4), 0)
    canvas.box(0, 0, 1600, 90, (0.3, 0.26, 0.4), 0)
    for at in range(6):
        canvas.stroke(line([(at * 300 + 20, 0), (at * 300 - 10, 90)]), NIGHT, 10)
    for at in range(6):
        x = 70 + at * 256
        canvas.box(x, 130, 190, 170, BARE)
        canvas.box(x + 8, 138, 174, 154, canvas.fade([(0, MIST), (1, BARE)]))
        for part in (1, 2):
            canvas.stroke(line([(x + part * 63, 130), (x + part * 63, 300)]), NIGHT, 5)
        canvas.stroke(line([(x, 214), (x + 190, 214)]), NIGHT, 5)
        canvas.stroke(line([(x, 130), (x + 190, 130), (x + 190, 300), (x, 300), (x, 130)]), NIGHT, 6)
    for x in (10, 1480):
        for rung in range(9):
            canvas.stroke(line([(x, 350 + rung * 28), (x + 110, 350 + rung * 28)]), (0.3, 0.5, 0.7), 9)
        for post in (0, 110):
            canvas.stroke(line([(x + post, 336), (x + post, 600)]), NIGHT, 9)
    canvas.box(0, FLOOR, 1600, 460, canvas.fade([(0, (0.08, 0.3, 0.55)), (1, (0.2, 0.44, 0.7))]), 0)
    for at in range(-12, 29):
        canvas.stroke(line([(800 + (at - 8) * 52, FLOOR), (800 + (at - 8) * 190, 1080)]), (0.3, 0.5, 0.7), 2)
    canvas.stroke(line([(0, FLOOR), (1600, FLOOR)]), NIGHT, 7)
    for at in range(3):
        x = 240 + at * 470
        canvas.shape([(x, FLOOR + 40), (x + 170, FLOOR + 40), (x + 60, 1070), (x - 220, 1070)], (0.02, 0.14, 0.36), 0)


def court(canvas: Canvas) -> None:
    """The painted lines of three games at once."""
    canvas.stroke(line([(120, 1080), (420, FLOOR + 30), (1180, FLOOR + 30), (1480, 1080)]), DEEP, 9)
    canvas.stroke(line([(0, 860), (1600, 860)]), BRICK, 8)


def hoop(canvas: Canvas, x: float, y: float) -> None:
    """A backboard with its ring and net."""
    canvas.box(x - 96, y, 192, 126, BARE)
    canvas.stroke(line([(x - 96, y), (x + 96, y), (x + 96, y + 126), (x - 96, y + 126), (x - 96, y)]), NIGHT, 6)
    canvas.stroke(line([(x - 34, y + 96), (x - 34, y + 46), (x + 34, y + 46), (x + 34, y + 96)]), BRICK, 6)
    for at in range(-3, 4):
        canvas.stroke(line([(x + at * 15, y + 134), (x + at * 8 + 8, y + 196)]), HAZE if at % 2 else BARE, 3)
        canvas.stroke(line([(x + at * 15, y + 134), (x + at * 8 - 8, y + 196)]), NIGHT, 2)
    canvas.disc(x, y + 134, 50, BRICK, 10)
    canvas.disc(x, y + 132, 40, (0.3, 0.3, 0.4), 5)
