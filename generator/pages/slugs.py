"""Names of towns and industries as parts of an address: their sounds without tones, 古山镇 → `gushanzhen`."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from pypinyin import lazy_pinyin


def slugs(names: Iterable[str]) -> dict[str, str]:
    """One slug for each name; names that sound alike, or have no sound, carry a mark made of the name alone."""
    spelt = {name: _spell(name) for name in sorted(set(names))}
    heard = Counter(spelt.values())
    return {name: slug if slug and heard[slug] == 1 else f"{slug or 'x'}-{_mark(name)}" for name, slug in spelt.items()}


def _spell(name: str) -> str:
    return re.sub("[^a-z0-9]", "", "".join(lazy_pinyin(name)).lower())


def _mark(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:6]
