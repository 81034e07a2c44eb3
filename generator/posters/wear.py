"""What happens to a poster: a picture of a code, worn down in six ways, the same way every time."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Final

from PIL import Image, ImageDraw, ImageFilter

_SEED: Final = 117
_PAPER: Final = 255
_SCUFF: Final = 0.15
"""Share of the symbol that has been rubbed off."""
_SYMBOL: Final = 0.75
"""The symbol's part of the picture's width."""


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
    side = picture.size[0] * _SYMBOL * _SCUFF**0.5
    start = picture.size[0] * 0.5
    ImageDraw.Draw(worn).rectangle((start, start, start + side, start + side), fill=160)
    return worn


WEARS: Final[tuple[tuple[str, Callable[[Image.Image], Image.Image]], ...]] = (
    ("模糊", blurred),
    ("噪点", noisy),
    ("旋转10度", turned),
    ("斜看", slanted),
    ("褪色", faded),
    ("磨损15%", scuffed),
)


@cache
def _noise(size: tuple[int, int]) -> Image.Image:
    grains = random.Random(_SEED).randbytes(size[0] * size[1])  # noqa: S311 - grains of a picture, nothing secret
    return Image.frombytes("L", size, grains)
