"""The four who write, as a woodcutter would have had them."""

from __future__ import annotations

from .canvas import BARE, BRICK, DEEP, EMBER, HAZE, MIST, NIGHT, RIVER, ROSE, STRAW, Canvas, Mix, curve, line

# Ground, coat, skin, hair, cut of the hair.
SITTERS: tuple[tuple[Mix, Mix, Mix, Mix, str], ...] = (
    (STRAW, DEEP, (0.42, 0.62, 0.66), NIGHT, "crown"),
    (MIST, BRICK, (0.02, 0.2, 0.26), (0.3, 0.6, 0.8), "parted"),
    (ROSE, RIVER, (0.1, 0.32, 0.42), (0.6, 0.7, 0.5), "long"),
    (HAZE, (0.8, 0.4, 0.3), (0.03, 0.2, 0.26), (0.7, 0.6, 0.4), "beard"),
)


def draw(canvas: Canvas, number: int) -> None:
    """The author with that number."""
    ground, coat, skin, hair, cut = SITTERS[number % len(SITTERS)]
    canvas.box(0, 0, 640, 640, ground, 0)
    canvas.disc(320, 330, 250, BARE if cut != "beard" else STRAW)
    if cut == "long":
        mane = [(206, 520), (186, 330), (210, 170), (320, 110), (430, 170), (454, 330), (436, 520)]
        canvas.fill(curve(mane, True), hair)
    if cut == "crown":
        canvas.disc(320, 214, 150, hair, 132)
    shoulders = [(60, 660), (90, 548), (210, 486), (320, 500), (430, 486), (550, 548), (580, 660)]
    canvas.fill(curve(shoulders) + "Z", coat)
    canvas.hatch([(330, 500), (430, 490), (550, 548), (580, 650), (330, 650)], NIGHT, 12, 64, 2.6)
    canvas.shape([(268, 420), (372, 420), (384, 512), (320, 556), (256, 512)], skin)
    face = [(232, 250), (238, 350), (272, 420), (320, 446), (368, 420), (402, 350), (408, 250), (320, 160)]
    canvas.fill(curve(face, True), skin)
    shade = [(352, 190), (400, 236), (404, 330), (366, 420), (326, 440), (372, 330)]
    canvas.hatch(shade, NIGHT, 9, 58, 2.4)
    features(canvas, cut)
    hairline(canvas, cut, hair)
    collar(canvas, cut)


def features(canvas: Canvas, cut: str) -> None:
    """Eyes, brows, nose, mouth: few strokes."""
    for x in (282, 358):
        canvas.disc(x, 300, 8, NIGHT, 9)
        canvas.stroke(curve([(x - 24, 274), (x, 264), (x + 22, 272)]), NIGHT, 7)
    canvas.stroke(curve([(322, 296), (310, 346), (316, 356), (334, 354)]), NIGHT, 5)
    canvas.stroke(curve([(286, 388), (318, 398), (352, 384)]), NIGHT, 6)
    if cut in ("parted", "crown"):
        for x in (280, 360):
            canvas.stroke(curve([(x - 32, 300), (x, 270), (x + 32, 300), (x, 332)], True), NIGHT, 5)
        canvas.stroke(line([(312, 298), (328, 298)]), NIGHT, 5)


def hairline(canvas: Canvas, cut: str, hair: Mix) -> None:
    """What the hair does in front."""
    if cut == "crown":
        canvas.fill(
            curve([(226, 262), (236, 180), (320, 140), (404, 180), (414, 262), (372, 208), (270, 208)], True), hair
        )
        for _ in range(26):
            canvas.disc(canvas.near(320, 130), canvas.near(168, 74), 9, DEEP)
    elif cut == "parted":
        fringe = [
            (222, 290),
            (214, 190),
            (300, 122),
            (402, 140),
            (424, 220),
            (414, 286),
            (390, 214),
            (290, 202),
            (244, 232),
        ]
        canvas.fill(curve(fringe, True), hair)
        canvas.hatch(fringe, NIGHT, 10, 30, 2.2)
    elif cut == "long":
        canvas.fill(
            curve(
                [(224, 320), (226, 190), (320, 134), (414, 190), (418, 320), (386, 218), (312, 176), (262, 224)], True
            ),
            hair,
        )
        canvas.stroke(curve([(206, 480), (200, 340), (230, 200)]), NIGHT, 4)
    else:
        canvas.fill(
            curve(
                [(222, 280), (224, 176), (320, 128), (416, 176), (418, 280), (392, 204), (320, 184), (248, 204)], True
            ),
            hair,
        )
        jaw = [(234, 320), (250, 410), (320, 470), (390, 410), (406, 320), (376, 372), (320, 366), (264, 372)]
        canvas.fill(curve(jaw, True), hair)
        canvas.hatch(jaw, NIGHT, 9, 80, 2.2)
        canvas.stroke(curve([(290, 392), (318, 398), (348, 390)]), BRICK, 7)


def collar(canvas: Canvas, cut: str) -> None:
    """What is worn."""
    if cut == "parted":
        canvas.shape([(250, 494), (320, 560), (296, 596), (226, 520)], BARE)
        canvas.shape([(390, 494), (320, 560), (344, 596), (414, 520)], BARE)
    elif cut == "long":
        canvas.stroke(curve([(236, 506), (320, 580), (404, 506)]), EMBER, 26)
    elif cut == "crown":
        canvas.stroke(curve([(240, 500), (320, 566), (400, 500)]), STRAW, 14)
    else:
        canvas.stroke(line([(320, 556), (320, 640)]), NIGHT, 5)
        canvas.stroke(curve([(256, 510), (320, 566), (384, 510)]), BRICK, 20)
