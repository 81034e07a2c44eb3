"""What can be printed, on which paper, and where each piece lies on its sheet. All lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

BLEED: Final = 3.0
_MARK: Final = 5.0
_OFF: Final = 2.0
"""How far a mark keeps from what is cut."""

Pair = tuple[float, float]

PAPER: Final[dict[str, Pair]] = {
    "A4": (210, 297),
    "A3": (297, 420),
    "A2": (420, 594),
    "A1": (594, 841),
}


class Product(StrEnum):
    """A kind of print file; the value is what a person reads."""

    POSTER = "海报"
    STICKERS = "贴纸"
    CARDS = "安全帽卡"
    BOARD = "告示牌"


class Finish(StrEnum):
    """How the sheet goes to the print shop."""

    PLAIN = "plain"
    BLEED = "bleed"
    """3 mm more on every side, with marks for the cutter."""
    IMPOSED = "imposed"
    """Two posters side by side on the next larger paper."""


class Theme(StrEnum):
    """A look of everything printed."""

    TEAL = "teal"
    VERMILION = "vermilion"


SIZES: Final[dict[Product, tuple[str, ...]]] = {
    Product.POSTER: ("A3", "A4", "A2"),
    Product.STICKERS: ("A4",),
    Product.CARDS: ("A4",),
    Product.BOARD: ("A2", "A1"),
}
"""The papers of each product, the usual one first."""

_STICKER: Final[Pair] = (95, 68)
_CARD: Final[Pair] = (85.6, 54)


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet: its paper, the size of a piece, and the upper left corner of each piece."""

    page: Pair
    piece: Pair
    cells: tuple[Pair, ...]
    bleed: float = 0.0
    gap: float = 0.0
    """Between the edge of a piece and its cut marks."""
    mark: float = 0.0
    """Length of a cut mark; 0 for none."""


def layout(product: Product, size: str, finish: Finish = Finish.PLAIN) -> Layout:
    """Where everything lies; small pieces are imposed and marked as they are."""
    match product:
        case Product.STICKERS:
            return _grid(PAPER[size], _STICKER, (2, 4))
        case Product.CARDS:
            return _grid(PAPER[size], _CARD, (2, 5))
        case Product.POSTER if finish is Finish.IMPOSED:
            return _two_up(PAPER[size])
        case Product.POSTER:
            return _single(PAPER[size], finish)
        case Product.BOARD:
            wide, high = PAPER[size]
            return _single((high, wide), finish)
        case _:
            assert_never(product)


def _single(piece: Pair, finish: Finish) -> Layout:
    if finish is not Finish.BLEED:
        return Layout(piece, piece, ((0.0, 0.0),))
    edge = BLEED + _OFF + _MARK
    page = (piece[0] + 2 * edge, piece[1] + 2 * edge)
    return Layout(page, piece, ((edge, edge),), BLEED, BLEED + _OFF, _MARK)


def _two_up(piece: Pair) -> Layout:
    wide, high = piece
    return Layout((2 * wide, high), piece, ((0.0, 0.0), (wide, 0.0)))


def _grid(page: Pair, piece: Pair, count: Pair) -> Layout:
    """Pieces with equal gutters between them and to the paper's edge; short marks in the gutters."""
    gutters = tuple((page[axis] - count[axis] * piece[axis]) / (count[axis] + 1) for axis in (0, 1))
    cells = tuple(
        (
            round(gutters[0] + column * (piece[0] + gutters[0]), 3),
            round(gutters[1] + row * (piece[1] + gutters[1]), 3),
        )
        for row in range(int(count[1]))
        for column in range(int(count[0]))
    )
    mark = min(gutters) / 2
    return Layout(page, piece, cells, gap=round(mark * 0.2, 3), mark=round(mark * 0.7, 3))
