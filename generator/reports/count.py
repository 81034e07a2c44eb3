"""数: a figure as a number or a share, and in what it is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """In what a figure is told."""

    CASES = "件"
    MATTERS = "起"
    FEN = "万元"
    """Counted in 分, told in 万元."""
    SHARE = "%"
    SESSIONS = "场"
    FIRMS = "家"


@dataclass(frozen=True, slots=True)
class Count:
    """A number, or a part of a whole."""

    number: int
    of: int | None = None
    """What it is a part of; None for a plain number."""
    approximate: bool = False
    """True where an amount in it says 约 or 余."""
    least: bool = False
    """True where a record that belongs to it does not say how many."""

    def plus(self, other: Count) -> Count:
        """Both together."""
        of = None if self.of is None or other.of is None else self.of + other.of
        return Count(self.number + other.number, of, self.approximate or other.approximate, self.least or other.least)
