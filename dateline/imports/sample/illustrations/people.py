"""Figures seen from far away: a coat, a head, two legs; enough to say that somebody is there."""

from __future__ import annotations

from .canvas import MIST, NIGHT, STRAW, Canvas, Mix, curve, line

SKINS: tuple[Mix, ...] = ((0.02, 0.2, 0.26), (0.05, 0.3, 0.4), (0.22, 0.48, 0.56), (0.45, 0.64, 0.66), (0, 0.26, 0.3))
HAIRS: tuple[Mix, ...] = (NIGHT, (0.36, 0.66, 0.7), (0.1, 0.56, 0.8), STRAW, MIST, (0.6, 0.66, 0.5))


def person(
    canvas: Canvas, x: float, foot: float, tall: float, coat: Mix = NIGHT, reach: float = 0, facing: bool = True
) -> Mix:
    """Someone at ``x`` with the feet at ``foot``; ``reach`` leans the arms to a side (-1 to 1). Returns their skin."""
    unit = tall / 8
    shoulder, hip = foot - unit * 6.3, foot - unit * 3.2
    for side in (-1, 1):
        step = [(x + side * unit * 0.42, hip), (x + side * canvas.near(unit * 0.55, unit * 0.12), foot)]
        canvas.stroke(line(step), NIGHT, unit * 0.72)
    skin = canvas.chance.choice(SKINS)
    head(canvas, x + reach * unit * 0.3, foot - unit * 7.2, unit, skin, facing)
    back = [
        (x - unit * 1.0, shoulder + unit * 0.3),
        (x, shoulder - unit * 0.15),
        (x + unit * 1.0, shoulder + unit * 0.3),
        (x + unit * 1.2, hip + unit * 0.5),
        (x, hip + unit * 0.8),
        (x - unit * 1.2, hip + unit * 0.5),
    ]
    canvas.fill(curve(back, closed=True), coat)
    for side in (-1, 1):
        hand = (x + side * unit * 1.2 + reach * unit * 2.1, hip - unit * (0.4 + abs(reach) * 1.2))
        elbow = (x + side * unit * 1.25 + reach * unit * 0.9, shoulder + unit * 1.9)
        canvas.stroke(curve([(x + side * unit * 0.86, shoulder + unit * 0.6), elbow, hand]), coat, unit * 0.6)
        if abs(hand[0] - x) > unit:
            canvas.disc(hand[0], hand[1] + unit * 0.16, unit * 0.27, skin)
        crease = [(x + side * unit * 0.62, shoulder + unit * 1.4), (x + side * unit * 0.74, hip + unit * 0.3)]
        canvas.stroke(curve(crease), NIGHT, max(1.6, unit * 0.05))
    return skin


def head(canvas: Canvas, x: float, y: float, unit: float, skin: Mix, facing: bool) -> None:
    """A head on its neck, with the hair in front or behind."""
    hair = canvas.chance.choice(HAIRS)
    canvas.stroke(line([(x, y), (x, y + unit * 0.9)]), skin, unit * 0.56)
    canvas.disc(x, y, unit * 0.6, skin if facing else hair, unit * 0.72)
    if facing:
        cap = [(x - unit * 0.66, y + unit * 0.1), (x - unit * 0.52, y - unit * 0.62), (x, y - unit * 0.86)]
        cap += [(x + unit * 0.52, y - unit * 0.62), (x + unit * 0.66, y + unit * 0.1), (x + unit * 0.3, y - unit * 0.3)]
        canvas.fill(curve([*cap, (x - unit * 0.3, y - unit * 0.34)], True), hair)


def hood(canvas: Canvas, x: float, foot: float, tall: float, mix: Mix, skin: Mix) -> None:
    """A raised hood on a :func:`person` of the same measures."""
    unit = tall / 8
    top = foot - unit * 7.4
    rim = [(x - unit * 0.95, top + unit), (x - unit * 0.8, top - unit * 0.3), (x, top - unit * 0.95)]
    rim += [(x + unit * 0.8, top - unit * 0.3), (x + unit * 0.95, top + unit)]
    canvas.fill(curve(rim, closed=True), mix)
    canvas.disc(x, top + unit * 0.2, unit * 0.56, NIGHT, unit * 0.66)
    canvas.disc(x, top + unit * 0.3, unit * 0.44, skin, unit * 0.52)
