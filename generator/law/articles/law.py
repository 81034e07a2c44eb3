"""What a law and an article are, and how they are cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

_DIGITS = "零一二三四五六七八九"


class Certainty(StrEnum):
    """How sure we are of a text: read in an official text, or still to be confirmed by the bureau."""

    READ = "已核对原文"
    UNCONFIRMED = "待主管部门确认"


@dataclass(frozen=True, slots=True)
class Law:
    """A law, regulation or rule with its official title and the day it took effect."""

    key: str
    title: str
    effective: date
    certainty: Certainty = Certainty.READ
    issued: str = ""
    """Who issued it, when and under which number, as its own text says; empty where we have not read that."""
    seen: str = ""
    """Of what time the text is that we read; a later amendment is not in it."""
    remark: str = ""
    """What else a reader has to know before relying on it."""
    short: tuple[str, ...] = ()
    """What our own pages call it besides its title."""
    repealed: date | None = None
    """The first day on which it no longer held."""

    def art(self, number: int, inserted: int = 0) -> Article:
        """Cite article `number`."""
        return Article(self, number, inserted)

    def in_force(self, on: date) -> bool:
        """True where an act of that day can stand on it; nothing is judged by a law that came later."""
        return self.effective <= on and (self.repealed is None or on < self.repealed)


class Article:
    """One article of a law; it prints as 《…》第十一条.

    Wherever values are written down, its anchor stands for it (`anchor_of`, `article_of`): tens of thousands of cases
    would otherwise each hold the whole of every law that they cite.
    """

    __slots__ = ("inserted", "law", "number")

    def __init__(self, law: Law, number: int, inserted: int = 0) -> None:
        self.law: Final = law
        self.number: Final = number
        self.inserted: Final = inserted
        """1 for 第二百七十六条之一: an article put in by an amendment."""

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Article) and self._place() == other._place())

    def __hash__(self) -> int:
        return hash((self.law.key, self.number, self.inserted))

    def __repr__(self) -> str:
        return f"Article({self.anchor})"

    def _place(self) -> tuple[Law, int, int]:
        return self.law, self.number, self.inserted

    def in_force(self, on: date) -> bool:
        """True where an act of that day can stand on it."""
        return self.law.in_force(on)

    @property
    def anchor(self) -> str:
        """Stable identifier, e.g. `order45-11`, `criminal-276-1`."""
        return f"{self.law.key}-{self.number}" + (f"-{self.inserted}" if self.inserted else "")

    @property
    def ordinal(self) -> str:
        """第十一条, without its law."""
        after = f"之{chinese_number(self.inserted)}" if self.inserted else ""
        return f"第{chinese_number(self.number)}条{after}"

    def __str__(self) -> str:
        return f"《{self.law.title}》{self.ordinal}"


def chinese_number(number: int) -> str:
    """Write 1–9999 the way articles are numbered: 11 → 十一, 276 → 二百七十六, 1034 → 一千零三十四.

    Raises ValueError outside that range.
    """
    if not 0 < number < 10_000:
        raise ValueError(f"no article number: {number}")
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += f"{_DIGITS[digit]}{name}"
        elif text and number % unit and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if 10 <= number < 20 else text
