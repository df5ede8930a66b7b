"""A three-drum press: one SVG whose red, green and blue stand for three inks becomes a grainy printed picture.

Drawing in ink densities rather than in colours is what keeps the pictures of one family: whatever a scene does,
it can only ever use these three inks on this paper, as a duplicator would.
"""

from __future__ import annotations

import io
import math
import random
from functools import cache

from PIL import Image, ImageChops, ImageFilter

from dateline.lib.raster import png_of

PAPER = (244, 236, 221)
BLUE, RED, YELLOW = (22, 72, 108), (226, 78, 54), (244, 184, 66)
ANGLES = (15, 45, 75)
DRIFT = ((0, 0), (2, 1), (-1, 2))
TILE = 240
CELL = 6.0


@cache
def screen(size: tuple[int, int], angle: float) -> Image.Image:
    """A field of round halftone dots at ``angle`` degrees, as thresholds from 0 to 255."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    step = 2 * math.pi / CELL
    tile = bytearray(TILE * TILE)
    for y in range(TILE):
        for x in range(TILE):
            wave = math.cos((x * cos + y * sin) * step) + math.cos((y * cos - x * sin) * step)
            tile[y * TILE + x] = int((wave + 2) / 4 * 255)
    field = Image.new("L", size)
    stamp = Image.frombytes("L", (TILE, TILE), bytes(tile))
    for top in range(0, size[1], TILE):
        for left in range(0, size[0], TILE):
            field.paste(stamp, (left, top))
    return field


def grain(size: tuple[int, int], seed: int) -> Image.Image:
    """Paper tooth: soft noise around 128, the same for the same ``seed``."""
    noise = Image.frombytes("L", size, random.Random(seed).randbytes(size[0] * size[1]))  # noqa: S311 (a picture)
    return noise.filter(ImageFilter.GaussianBlur(0.9))


def struck(density: Image.Image, angle: float, tooth: Image.Image) -> Image.Image:
    """How much ink one drum leaves: half smooth tone and half dots, with the paper's tooth bitten out."""
    dots = ImageChops.add(density, screen(density.size, angle), 1, -127).point(lambda v: max(0, min(255, (v - 96) * 4)))
    dots = ImageChops.multiply(dots, density.point(lambda v: 255 if v > 10 else v * 25))
    tone = Image.blend(density, dots, 0.24)
    bite = tooth.point(lambda v: max(0, min(255, 255 - int((v - 156) * 1.3))))
    return ImageChops.multiply(tone, bite)


def moved(plate: Image.Image, right: int, down: int) -> Image.Image:
    """A plate out of register. Its edge is repeated: a wrapped one would print a line along the far side."""
    shifted = plate.copy()
    shifted.paste(plate, (right, down))
    return shifted


def printed(svg: str, width: int, height: int, seed: int) -> Image.Image:
    """Run ``svg`` through the three drums, each a little out of register, onto paper."""
    picture = Image.open(io.BytesIO(png_of(svg, width)))
    tooth = grain((width, height), seed)
    sheet = Image.new("RGB", (width, height), PAPER)
    white = Image.new("RGB", (width, height), (255, 255, 255))
    plates = zip(picture.convert("RGB").split(), (BLUE, RED, YELLOW), ANGLES, DRIFT, strict=True)
    for plate, ink, angle, (right, down) in plates:
        inked = struck(moved(plate, right, down), angle, tooth)
        sheet = ImageChops.multiply(sheet, Image.composite(Image.new("RGB", sheet.size, ink), white, inked))
    # Dry ink has no pixel edges, and the file is smaller without them.
    return sheet.filter(ImageFilter.GaussianBlur(0.5))


def jpeg(sheet: Image.Image, limit: int = 250_000) -> bytes:
    """``sheet`` as a JPEG of at most ``limit`` bytes."""
    for quality in (82, 74, 66, 58, 50, 40):
        out = io.BytesIO()
        sheet.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= limit:
            break
    return out.getvalue()
