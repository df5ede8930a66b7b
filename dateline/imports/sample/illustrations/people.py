"""Figures seen from far away: a coat, a head, two legs; enough to say that somebody is there."""

from __future__ import annotations

from .canvas import NIGHT, Canvas, Mix, curve, line


def person(
    canvas: Canvas, x: float, foot: float, tall: float, coat: Mix = NIGHT, skin: Mix = NIGHT, reach: float = 0
) -> None:
    """Someone standing at ``x`` with the feet at ``foot``; ``reach`` leans the arms to a side (-1 to 1)."""
    unit = tall / 8
    shoulder, hip = foot - unit * 6.3, foot - unit * 3.2
    for side in (-1, 1):
        step = [(x + side * unit * 0.42, hip), (x + side * canvas.near(unit * 0.55, unit * 0.12), foot)]
        canvas.stroke(line(step), NIGHT, unit * 0.72)
    back = [
        (x - unit * 1.05, shoulder + unit * 0.3),
        (x, shoulder - unit * 0.2),
        (x + unit * 1.05, shoulder + unit * 0.3),
        (x + unit * 1.15, hip + unit * 0.5),
        (x - unit * 1.15, hip + unit * 0.5),
    ]
    canvas.fill(curve(back, closed=True), coat)
    for side in (-1, 1):
        hand = (x + side * unit * 1.2 + reach * unit * 2.1, hip - unit * (0.4 + abs(reach) * 1.2))
        elbow = (x + side * unit * 1.25 + reach * unit * 0.9, shoulder + unit * 1.9)
        canvas.stroke(curve([(x + side * unit * 0.9, shoulder + unit * 0.6), elbow, hand]), coat, unit * 0.62)
    canvas.disc(x + reach * unit * 0.3, foot - unit * 7.3, unit * 0.62, skin, unit * 0.74)


def hood(canvas: Canvas, x: float, foot: float, tall: float, mix: Mix) -> None:
    """A raised hood on a :func:`person` of the same measures."""
    unit = tall / 8
    top = foot - unit * 7.5
    rim = [(x - unit * 0.95, top + unit), (x - unit * 0.8, top - unit * 0.3), (x, top - unit * 0.95)]
    rim += [(x + unit * 0.8, top - unit * 0.3), (x + unit * 0.95, top + unit)]
    canvas.fill(curve(rim, closed=True), mix)
    canvas.disc(x, top + unit * 0.25, unit * 0.46, NIGHT, unit * 0.55)
