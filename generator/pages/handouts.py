"""What there is to download beside the lessons: paper to hand out, slides to teach with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """One file, as the page offers it."""

    path: str
    """Below `site/`."""
    name: str
    size: str
    """Its paper, or the shape of its slides."""
    pages: int
    use: str
    """How it is printed and what it is good for."""
    specimen: bool
    """True where it must not be handed out."""
    told: str
    """Digest of all that the file depends on: whoever says how large it is depends on that too."""
    kilobytes: int | None = None
    """None while it has not been made."""
