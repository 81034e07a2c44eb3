"""Names of towns and industries as parts of an address: their sounds without tones, 古山镇 → `gushanzhen`."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from pypinyin import lazy_pinyin

_LONGEST: Final = 60
"""Letters: no folder of any system bears more than 255 bytes as its name, and no address is read out that long."""


def slugs(names: Iterable[str]) -> dict[str, str]:
    """One slug for each name; names that sound alike, or have no sound, carry a mark made of the name alone."""
    spelt = {name: _spell(name) for name in sorted(set(names))}
    heard = Counter(spelt.values())
    return {
        name: slug if _is_good(slug, heard) else f"{slug[:_LONGEST] or 'x'}-{_mark(name)}"
        for name, slug in spelt.items()
    }


def _is_good(slug: str, heard: Counter[str]) -> bool:
    return 0 < len(slug) <= _LONGEST and heard[slug] == 1


def _spell(name: str) -> str:
    return re.sub("[^a-z0-9]", "", "".join(lazy_pinyin(name)).lower())


def _mark(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:6]
