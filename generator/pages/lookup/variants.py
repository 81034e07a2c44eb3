"""繁体 → 简体 for the characters of the names: who types 浙江景悅 means 浙江景悦."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Final

_IDEOGRAPHS: Final = range(0x4E00, 0xA000)


def variants(names: Sequence[str]) -> dict[str, str]:
    """Simplified character → the traditional ones that stand for it and occur in no name themselves."""
    used = set(chain.from_iterable(names))
    found = {simple: "".join(char for char in _traditional().get(simple, "") if char not in used) for simple in used}
    return {simple: chars for simple, chars in sorted(found.items()) if chars}


@cache
def _traditional() -> dict[str, str]:
    """Every simplified character with its traditional forms."""
    from opencc import OpenCC  # noqa: PLC0415 - costs 60 ms, and a build with nothing to do never needs it

    chars = [chr(code) for code in _IDEOGRAPHS]
    found: dict[str, str] = {}
    for char, simple in zip(chars, OpenCC("t2s").convert("\n".join(chars)).split("\n"), strict=True):
        if char != simple:
            found[simple] = found.get(simple, "") + char
    return found
