"""Where pieces lie: inside the paper, apart from each other, with room for the cutter."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.posters.product import SIZES, Finish, Layout, Product, layout

EVERY = [(product, size, finish) for product in Product for size in SIZES[product] for finish in Finish]


@pytest.mark.parametrize(("product", "size", "finish"), EVERY)
def test_pieces_are_whole_and_do_not_overlap(product: Product, size: str, finish: Finish) -> None:
    made = layout(product, size, finish)
    wide, high = made.piece
    assert all(x >= 0 and y >= 0 for x, y in made.cells)
    assert all(x + wide <= made.page[0] + 0.01 and y + high <= made.page[1] + 0.01 for x, y in made.cells)
    assert all(abs(a[0] - b[0]) >= wide or abs(a[1] - b[1]) >= high for a, b in combinations(made.cells, 2))


@pytest.mark.parametrize(
    ("product", "size", "finish", "page", "pieces"),
    [
        (Product.POSTER, "A3", Finish.PLAIN, (297, 420), 1),
        (Product.POSTER, "A3", Finish.BLEED, (317, 440), 1),
        (Product.POSTER, "A4", Finish.IMPOSED, (420, 297), 2),
        (Product.STICKERS, "A4", Finish.PLAIN, (210, 297), 8),
        (Product.CARDS, "A4", Finish.IMPOSED, (210, 297), 10),
        (Product.BOARD, "A2", Finish.PLAIN, (594, 420), 1),
        (Product.BOARD, "A1", Finish.BLEED, (861, 614), 1),
    ],
)
def test_paper(product: Product, size: str, finish: Finish, page: tuple[float, float], pieces: int) -> None:
    made = layout(product, size, finish)
    assert (made.page, len(made.cells)) == (page, pieces)


@pytest.mark.parametrize(("product", "size", "finish"), EVERY)
def test_no_mark_reaches_into_a_piece_or_its_bleed(product: Product, size: str, finish: Finish) -> None:
    made = layout(product, size, finish)
    if made.mark:
        assert made.gap >= made.bleed
        assert _room(made) >= made.gap + made.mark


def _room(made: Layout) -> float:
    """The narrowest way from a piece to the paper's edge or to its neighbour."""
    edges = [min(x, y, made.page[0] - x - made.piece[0], made.page[1] - y - made.piece[1]) for x, y in made.cells]
    ways = [
        max(abs(a[0] - b[0]) - made.piece[0], abs(a[1] - b[1]) - made.piece[1]) for a, b in combinations(made.cells, 2)
    ]
    return min([*edges, *ways])
