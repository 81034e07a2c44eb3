"""The symbol that is printed: of the eight that say the same, one that stands what happens to posters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from PIL import Image

from generator.posters.code import MASKS, QUIET, Code, encode
from generator.posters.proof import PIXELS, read
from generator.posters.wear import scuffed

_MARGIN: Final = QUIET + 1


@lru_cache(maxsize=4096)
def sturdy(address: str) -> Code:
    """The usual symbol of an address, or the first other that can still be read when it is scuffed.

    A scuff of 15 % of its area takes almost all that level H can mend at version 3. Where it lies, the letters of the
    host begin: with every third domain, all usual symbols lose a codeword too many by chance of their dark modules.
    Where no mask helps, the proof will say so.
    """
    usual = encode(address)
    return next((code for code in _all(usual) if bears(code)), usual)


def _all(usual: Code) -> Iterator[Code]:
    """The usual one first; the others are only drawn when they are asked for."""
    yield usual
    yield from (encode(usual.address, mask) for mask in MASKS)


def bears(code: Code) -> bool:
    """True where it is read with 15 % of its area rubbed off."""
    return read(scuffed(picture_of(code))) == [code.address]


def picture_of(code: Code) -> Image.Image:
    """The symbol as the proof will see it."""
    side = len(code.rows)
    modules = Image.frombytes("L", (side, side), bytes(0 if dark else 255 for row in code.rows for dark in row))
    whole = Image.new("L", ((side + 2 * _MARGIN) * PIXELS,) * 2, 255)
    whole.paste(modules.resize((side * PIXELS,) * 2, Image.Resampling.NEAREST), (_MARGIN * PIXELS,) * 2)
    return whole
