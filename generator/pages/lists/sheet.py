"""A long list cut into pages that an old phone can draw.

The list's own address shows the newest rows; older ones stand on pages of a fixed size that are numbered from the
oldest, so that a new row leaves them as they are. Nothing on an older page counts the others: it would change with
them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from generator import routes

PAGE: Final = 50
"""Rows of an older page; the newest page has fewer than two of these."""
_NEAR: Final = 2
"""Neighbours on each side that an older page links to."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as others link to it: by its number and by the months of its rows."""

    number: int
    address: str
    months: str


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """One page of a list, newest row first."""

    head: str
    """Address of the newest page."""
    address: str
    number: int | None
    """None for the newest page."""
    rows: tuple[R, ...]
    newer: str | None
    older: str | None
    leaves: tuple[Leaf, ...]
    """Older pages to choose from, newest first: all on the newest page, elsewhere the neighbours and the oldest."""


def sheets(head: str, rows: Sequence[R], day: Callable[[R], date]) -> tuple[Sheet[R], ...]:
    """Every page of a list whose rows come newest first; the newest page exists even where there is no row."""
    newest, *older = _cut(rows)
    count = len(older)
    leaves = [
        Leaf(count - place, routes.page(head, count - place), months(day(cut[-1]), day(cut[0])))
        for place, cut in enumerate(older)
    ]
    ways = [head, *(leaf.address for leaf in leaves)]
    first = Sheet(head, head, None, tuple(newest), None, ways[1] if older else None, tuple(leaves))
    rest = (
        Sheet(
            head=head,
            address=leaves[place].address,
            number=leaves[place].number,
            rows=tuple(cut),
            newer=ways[place],
            older=ways[place + 2] if place + 1 < count else None,
            leaves=_near(leaves, place),
        )
        for place, cut in enumerate(older)
    )
    return (first, *rest)


def months(first: date, last: date) -> str:
    """The months from one day to another: 2026年3月, 2026年3月至5月, 2025年12月至2026年2月."""
    begin = f"{first.year}年{first.month}月"
    if first.year != last.year:
        return f"{begin}至{last.year}年{last.month}月"
    return begin if first.month == last.month else f"{begin}至{last.month}月"


def _cut(rows: Sequence[R]) -> list[Sequence[R]]:
    """The newest page, then full pages down to the oldest."""
    newest = len(rows) - max(0, len(rows) // PAGE - 1) * PAGE
    return [rows[:newest], *(rows[start : start + PAGE] for start in range(newest, len(rows), PAGE))]


def _near(leaves: Sequence[Leaf], place: int) -> tuple[Leaf, ...]:
    near = leaves[max(0, place - _NEAR) : place + _NEAR + 1]
    return (*near, *(leaves[-1:] if near[-1] != leaves[-1] else ()))
