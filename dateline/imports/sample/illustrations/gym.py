"""Polling day in the high school on Castle Rise."""

from __future__ import annotations

from .canvas import BARE, BRICK, DEEP, EMBER, MOSS, NIGHT, RIVER, ROSE, STRAW, Canvas, Mix, line
from .hall import court, hall, hoop
from .people import person

QUEUE: tuple[tuple[float, float, float, Mix], ...] = (
    *((1500, 1010, 500, BRICK), (1330, 960, 440, RIVER), (1190, 916, 396, MOSS), (1080, 884, 356, EMBER)),
    *((990, 856, 326, DEEP), (1420, 880, 240, STRAW)),
)


def booth(canvas: Canvas, x: float, busy: bool) -> None:
    """A screen on legs; somebody's feet show below when it is busy."""
    if busy:
        person(canvas, x + 62, 700, 240, (0.6, 0.5, 0.2))
    canvas.box(x, 470, 124, 150, BARE)
    canvas.box(x, 470, 124, 30, BRICK)
    canvas.stroke(line([(x, 470), (x + 124, 470), (x + 124, 620), (x, 620), (x, 470)]), NIGHT, 5)
    canvas.hatch([(x + 84, 500), (x + 124, 500), (x + 124, 620), (x + 84, 620)], NIGHT, 9, 70, 1.8)
    for leg in (8, 116):
        canvas.stroke(line([(x + leg, 620), (x + leg, 704)]), NIGHT, 6)


def table(canvas: Canvas) -> None:
    """The clerk's table with the lists and the box."""
    for x, coat in ((300, DEEP), (470, ROSE)):
        person(canvas, x, 870, 360, coat, reach=0.3)
    canvas.shape([(190, 760), (840, 760), (880, 830), (150, 830)], (0.2, 0.4, 0.6))
    canvas.box(150, 830, 730, 150, (0.34, 0.56, 0.6))
    canvas.hatch([(150, 830), (880, 830), (880, 980), (150, 980)], NIGHT, 14, 86, 2)
    canvas.stroke(line([(190, 760), (840, 760), (880, 830), (150, 830), (190, 760)]), NIGHT, 5)
    for x in (260, 390, 480):
        canvas.shape([(x, 776), (x + 84, 776), (x + 80, 814), (x - 14, 814)], BARE)
        for row in range(4):
            canvas.stroke(line([(x + 4, 784 + row * 7), (x + 66, 784 + row * 7)]), NIGHT, 2)


def box(canvas: Canvas) -> None:
    """The ballot box, with one on its way in."""
    canvas.shape([(630, 620), (800, 620), (820, 650), (614, 650)], MIX_LID)
    canvas.box(614, 650, 206, 150, DEEP)
    canvas.hatch([(750, 650), (820, 650), (820, 800), (750, 800)], NIGHT, 9, 70, 2.2)
    canvas.stroke(line([(614, 650), (820, 650), (820, 800), (614, 800), (614, 650)]), NIGHT, 6)
    canvas.stroke(line([(670, 636), (764, 636)]), NIGHT, 8)
    canvas.shape([(684, 560), (752, 548), (760, 634), (690, 634)], BARE)
    canvas.stroke(line([(684, 560), (752, 548), (760, 634)]), NIGHT, 4)
    canvas.shape([(680, 700), (754, 700), (754, 752), (680, 752)], BARE)
    canvas.stroke(line([(696, 724), (712, 740), (742, 708)]), BRICK, 8)


MIX_LID: Mix = (0.7, 0.2, 0)


def draw(canvas: Canvas) -> None:
    """Voting in the gym."""
    hall(canvas)
    court(canvas)
    hoop(canvas, 800, 300)
    for at, busy in enumerate((True, False, True, True)):
        booth(canvas, 930 + at * 140, busy)
    for x, foot, tall, coat in sorted(QUEUE, key=lambda one: one[1]):
        person(canvas, x, foot, tall, coat, facing=False)
    table(canvas)
    box(canvas)
