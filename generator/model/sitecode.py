"""安薪码: the short code of a worksite, printed under its QR, read out on the telephone, known when it is revoked.

Eight places of the alphabet of GB 32100, which leaves out I, O, S, V and Z: a letter, six more, and a check character
by that standard's arithmetic. The powers of 3 begin at 3¹, so that no two of the eight places weigh the same; at 3⁰, as
in the standard, the first place would weigh what the check character does, and changing the two over would go unseen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from generator.model.codes import CODE_ALPHABET

LENGTH: Final = 8
"""Two groups of four, as people read numbers out; 1.9e10 codes, so that one made up at random meets none in use."""

_MODULUS: Final = len(CODE_ALPHABET)
_WEIGHTS: Final = tuple(3**place % _MODULUS for place in range(1, LENGTH))
_FIRST: Final = re.sub(r"\d", "", CODE_ALPHABET)
"""A letter first: no program and no person takes such a code for a telephone number, a date or an amount."""

_BLANKS: Final = re.compile(r"[\s\-‐‑‒–—―−·._]+")
_LOOK_ALIKES: Final = {"I": "1", "O": "0", "S": "5", "V": "UY", "Z": "2"}
_MAX_SWAPPED: Final = 4


@dataclass(frozen=True, order=True, slots=True)
class SiteCode:
    """A code whose check character holds; make one by `read` or `draw`."""

    text: str

    @property
    def printed(self) -> str:
        """As people see it: in two groups of four."""
        return f"{self.text[:4]}-{self.text[4:]}"

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a text is no code, and what may have been meant."""

    message: str
    hint: str


def check_character(first: str) -> str:
    """The last place of a code, from those before it."""
    total = sum(CODE_ALPHABET.index(char) * weight for char, weight in zip(first, _WEIGHTS, strict=True))
    return CODE_ALPHABET[-total % _MODULUS]


def draw(choose: Callable[[str], str]) -> SiteCode:
    """A new code; `choose` picks one character of a text, at random but in tests."""
    first = choose(_FIRST) + "".join(choose(CODE_ALPHABET) for _ in range(LENGTH - 2))
    return SiteCode(first + check_character(first))


def fold(text: str) -> str:
    """A code as anybody may write it, less width, case, blanks and hyphens."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text)).upper()


def read(text: str) -> SiteCode | Misread:
    """Read a code however it is written, or say what is wrong with it."""
    folded = fold(text)
    if len(folded) != LENGTH:
        return Misread(
            f"不是 {LENGTH} 位", f"安薪码是 {LENGTH} 位字母和数字，印在二维码下面，四位一组；核对有没有漏抄、多抄"
        )
    strange = sorted(set(folded) - set(CODE_ALPHABET))
    if strange:
        return _strange(folded, [char for char in strange if char in _LOOK_ALIKES])
    if folded[0] not in _FIRST:
        return Misread("第一位不是字母", "安薪码的第一位总是字母；核对有没有抄错、抄颠倒")
    if check_character(folded[:-1]) != folded[-1]:
        return Misread("校验位对不上", "有一位抄错，或者两位抄颠倒了；照海报逐位核对")
    return SiteCode(folded)


def _strange(folded: str, alike: list[str]) -> Misread:
    if not alike:
        return Misread("有安薪码里没有的字", "安薪码只有数字和大写字母")
    meant = [code for code in _swapped(folded) if isinstance(code, SiteCode)]
    seen = "；".join(f"{char} 是不是 {'或 '.join(_LOOK_ALIKES[char])}" for char in alike)
    found = f"，合起来应是 {meant[0].printed}" if len(meant) == 1 else ""
    return Misread("有安薪码里没有的字母", f"安薪码不用 I、O、S、V、Z，免得认错：{seen}{found}")


def _swapped(folded: str) -> Iterator[SiteCode | Misread]:
    if sum(char in _LOOK_ALIKES for char in folded) > _MAX_SWAPPED:
        return
    for chars in product(*(_LOOK_ALIKES.get(char, char) for char in folded)):
        if not set(chars) - set(CODE_ALPHABET):
            yield read("".join(chars))
