"""The breach from the air: striped fields, a river, a gap, and a fan of water."""

from __future__ import annotations

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
    STRAW,
    Canvas,
    Mix,
    Point,
    curve,
    line,
)

FIELDS: tuple[Mix, ...] = (
    *((0.1, 0.1, 0.6), (0.4, 0.06, 0.7), (0.06, 0.24, 0.55), (0.5, 0.1, 0.6), (0.16, 0.3, 0.5), (0.28, 0.04, 0.5)),
    *(MOSS, STRAW),
)
COURSE: tuple[Point, ...] = (
    *((-80, 250), (160, 330), (380, 280), (600, 330), (760, 450), (940, 520), (1140, 470), (1340, 520), (1700, 680)),
)


def shifted(by: float) -> list[Point]:
    """The river's course moved down the sheet."""
    return [(x - by * 0.24, y + by) for x, y in COURSE]


def fields(canvas: Canvas) -> None:
    """A patchwork that leans with the river; every field is ploughed in its own direction."""
    canvas.box(0, 0, 1600, 1070, (0.3, 0.1, 0.6), 0)
    for row in range(-2, 8):
        for column in range(-2, 11):
            x, y = column * 190.0 + row * 40, row * 160.0 + column * 22
            patch = [(x, y), (x + 182, y + 20), (x + 222, y + 172), (x + 36, y + 150)]
            patch = [(canvas.near(px, 7), canvas.near(py, 7)) for px, py in patch]
            canvas.shape(patch, FIELDS[canvas.chance.randrange(len(FIELDS))], 0)
            turn = canvas.chance.choice((8, 14, 80, 88, 50))
            canvas.hatch(patch, (0.6, 0.3, 0.6), canvas.chance.choice((9, 12, 16)), turn, 1.8)
    for x, y in ((220, 60), (1020, 130), (1330, 250), (560, 90), (1480, 880), (240, 900)):
        for _ in range(9):
            px, py, across = canvas.near(x, 44), canvas.near(y, 26), canvas.near(17, 5)
            canvas.disc(px + 4, py + 5, across, NIGHT)
            canvas.disc(px, py, across, (0.6, 0.12, 0.7))


def village(canvas: Canvas) -> None:
    """Roofs in the water's way, and the road that leads into it."""
    road = [(1240, 1080), (1180, 930), (1200, 800), (1090, 700), (1060, 640)]
    canvas.stroke(curve(road), NIGHT, 26)
    canvas.stroke(curve(road), HAZE, 19)
    for x, y, turn in (
        *((940, 790, 0), (1010, 850, 1), (900, 880, 1), (1060, 770, 0), (1100, 880, 1), (970, 950, 1)),
        *((1270, 810, 0), (1330, 870, 1), (1270, 950, 0)),
    ):
        wide, deep = (66, 40) if turn else (44, 60)
        canvas.box(x + 8, y + 10, wide, deep, NIGHT)
        canvas.box(x, y, wide, deep, BRICK)
        half = [(x, y), (x + wide, y), (x + wide, y + deep / 2), (x, y + deep / 2)]
        canvas.hatch(half, NIGHT, 7, 0, 1.6)


def fan(canvas: Canvas) -> None:
    """The water behind the bank: brown where it tears, blue where it lies."""
    edge = [(676, 470), (560, 600), (420, 700), (330, 850), (380, 990), (560, 1040), (760, 1010), (900, 1060)]
    edge += [(1040, 970), (1000, 850), (930, 800), (900, 690), (820, 600), (770, 520)]
    canvas.fill(curve(edge, True), RIVER)
    inner = [(690, 490), (600, 640), (520, 740), (560, 850), (700, 880), (790, 800), (800, 660), (756, 540)]
    canvas.fill(curve(inner, True), (0.4, 0.3, 0.42))
    for at in range(26):
        end = (330 + at * 27, 980 - abs(at - 12) * 11)
        middle = (570 + at * 9, 720)
        path = curve([(706 + at * 1.6, 478 + at), middle, end])
        dash = f'stroke-dasharray="{canvas.near(60, 30):.0f} {canvas.near(34, 16):.0f}"'
        canvas.stroke(path, (BARE, NIGHT, MIST)[at % 3], 3.4 if at % 3 else 2.4, dash)
    canvas.stroke(curve(edge, True), NIGHT, 4)


def river(canvas: Canvas) -> None:
    """The Vess between its banks, and the levee with its gap."""
    canvas.stroke(curve(shifted(0)), (0.5, 0.3, 0.5), 190)
    canvas.stroke(curve(shifted(0)), DEEP, 170)
    for at in range(-7, 8):
        dash = f'stroke-dasharray="{canvas.near(110, 60):.0f} {canvas.near(70, 40):.0f}"'
        canvas.stroke(curve(shifted(at * 11)), (MIST, RIVER, NIGHT)[at % 3], 4, dash)
    bank = shifted(112)
    left = [*bank[:3], (560, 432), (664, 486)]
    right = [(784, 560), (838, 602), *bank[5:]]
    for part in (left, right):
        canvas.stroke(curve(part), NIGHT, 42)
        canvas.stroke(curve(part), (0.2, 0.3, 0.6), 34)
        canvas.stroke(curve(part), STRAW, 9)
    for end, lean in (((664, 486), 1), ((784, 560), -1)):
        for _ in range(16):
            canvas.disc(canvas.near(end[0] + lean * 6, 24), canvas.near(end[1], 22), canvas.near(8, 4), EARTH)
    canvas.box(520, 404, 46, 22, EMBER)
    canvas.box(470, 392, 40, 22, EMBER)


def draw(canvas: Canvas) -> None:
    """The gap in the Long Bank."""
    fields(canvas)
    fan(canvas)
    village(canvas)
    river(canvas)
    for x, y in ((1200, 300), (1260, 326), (1160, 340)):
        wings = [(x - 26, y - 10), (x - 8, y - 2), (x, y + 6), (x + 8, y - 2), (x + 26, y - 10)]
        canvas.stroke(line(wings), BARE, 6)
