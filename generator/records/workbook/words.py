"""Several texts in one cell: joined by 、; a text that holds this sign itself stands in double quotes, as in CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_SPECIAL: Final = re.compile(r'[、\n]|^"|^$')
_ITEM: Final = re.compile(r'(?:"((?:[^"]|"")*)"(?=[、\n]|\Z)|([^、\n]*))([、\n]|\Z)')


def join(items: Iterable[str]) -> str:
    """甲、乙; an item with 、 or a line break in it: "甲、乙"、丙."""
    return "、".join(f'"{item.replace(chr(34), chr(34) * 2)}"' if _SPECIAL.search(item) else item for item in items)


def split(text: str) -> list[str]:
    """The items; a line break within the cell separates as 、 does, and nothing between two signs is no item."""
    found: list[str] = []
    at = 0
    while match := _ITEM.match(text, at):
        if match[1] is not None:
            found.append(match[1].replace('""', '"'))
        elif match[2]:
            found.append(match[2])
        at = match.end()
        if not match[3]:
            break
    return found
