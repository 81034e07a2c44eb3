"""Ways to write a column shortly; `theme/assets/lookup.js` reads each of them back.

Names and numbers stay readable: the sweep of every published byte has to find a name that must not be there, and no run
of packed digits may look to it like a telephone number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_ORGANISATION: Final = (3, 7, 9, 10, 5, 8, 4, 2)


def steps(values: Sequence[int]) -> list[int]:
    """Each number as its distance from the one before, the first from nothing."""
    return [later - earlier for earlier, later in pairwise((0, *values))]


def ranks(values: Sequence[str]) -> tuple[list[str], list[int]]:
    """The different values, the commonest first, and each value as its place among them."""
    different = [value for value, _ in Counter(values).most_common()]
    places = {value: place for place, value in enumerate(different)}
    return different, [places[value] for value in values]


def stem(code: str) -> str:
    """A credit code without its two check characters, where they follow from the rest; whatever else as it is."""
    if len(code) != 18 or set(code) - set(_ALPHABET):
        return code
    first = code[:16]
    return first if with_checks(first) == code else code


def with_checks(stem: str) -> str:
    """16 places with the check characters of GB 11714 and of GB 32100 behind them."""
    body = sum(int(char, 36) * weight for char, weight in zip(stem[8:], _ORGANISATION, strict=True))
    first = stem + "0123456789X0"[11 - body % 11]
    total = sum(_ALPHABET.index(char) * 3**place for place, char in enumerate(first))
    return first + _ALPHABET[-total % 31]
