"""What happens to a poster: a picture of a code, worn down in six ways, the same way every time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from PIL import Image, ImageDraw, ImageFilter

PIXELS: Final = 4
"""Pixels to a module in the pictures that are worn."""
MARGIN: Final = 5
"""Modules round the symbol in the pictures that are worn: its white margin, and one of whatever lies beyond."""
_SEED: Final = 117
_PAPER: Final = 255
_SCUFF: Final = 0.15
"""Share of the symbol that has been rubbed off."""


def blurred(picture: Image.Image) -> Image.Image:
    """A hand that shook: every edge smeared over most of a module."""
    return picture.filter(ImageFilter.GaussianBlur(1.6))


def noisy(picture: Image.Image) -> Image.Image:
    """A camera in the dark: a third of what it sees is noise."""
    return Image.blend(picture, _noise(picture.size), 0.33)


def turned(picture: Image.Image) -> Image.Image:
    """Held 10 degrees askew."""
    return picture.rotate(10, Image.Resampling.BILINEAR, expand=True, fillcolor=_PAPER)


def slanted(picture: Image.Image) -> Image.Image:
    """Seen from below: the far edge a fifth shorter than the near one, in true perspective."""
    wide, high = picture.size
    shrunk, depth = 1.25, 0.25 / high
    plane = (shrunk, depth * wide / 2, wide * (1 - shrunk) / 2, 0, shrunk, 0, 0, depth)
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, plane, Image.Resampling.BILINEAR, fillcolor=_PAPER
    )


def faded(picture: Image.Image) -> Image.Image:
    """Bleached by the sun: 60 % of the contrast is left."""
    return picture.point([int(82 + level * 0.6) for level in range(256)])


def scuffed(picture: Image.Image) -> Image.Image:
    """Rubbed off to grey over 15 % of the symbol, away from the three corners that a reader looks for."""
    worn = picture.copy()
    side = round((picture.size[0] - 2 * MARGIN * PIXELS) * _SCUFF**0.5)
    start = picture.size[0] // 2
    ImageDraw.Draw(worn).rectangle((start, start, start + side - 1, start + side - 1), fill=160)
    return worn


WEARS: Final[tuple[tuple[str, Callable[[Image.Image], Image.Image], int], ...]] = (
    ("模糊", blurred, 1),
    ("噪点", noisy, 1),
    ("旋转10度", turned, 1),
    ("斜看", slanted, 1),
    ("褪色", faded, 1),
    ("磨损15%", scuffed, 3),
)
"""What each is called, what it does, and in how many glances a reader has to have made it out.

Level H mends what the scuff takes, with every mask. But whether its grey counts as light or dark hangs, in a still
picture, on where the pixels lie: of 960 symbols 196 were not read in the first glance, and none was not in the second.
"""


def glances(picture: Image.Image) -> Iterator[Image.Image]:
    """What a phone in a hand gets of one thing, moment by moment: no two pictures have their pixels in one place."""
    yield picture
    aside = (1, 0, 0.5, 0, 1, 0.5)
    yield picture.transform(picture.size, Image.Transform.AFFINE, aside, Image.Resampling.BILINEAR, fillcolor=_PAPER)
    farther = (picture.size[0] * 3 // 4, picture.size[1] * 3 // 4)
    yield picture.resize(farther, Image.Resampling.BICUBIC)


@cache
def _noise(size: tuple[int, int]) -> Image.Image:
    grains = random.Random(_SEED).randbytes(size[0] * size[1])  # noqa: S311 - grains of a picture, nothing secret
    return Image.frombytes("L", size, grains)
