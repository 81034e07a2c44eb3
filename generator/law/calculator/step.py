"""A step of an answer, the sentence that it says, and how amounts, hours and dates are written in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.articles import Article, Law
from generator.law.calendar import Moment

PROVISIONAL = "（暂按周末推算）"
"""Behind a day whose year the holiday calendar does not know yet."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a step says: text with `{names}` of its values, and what it stands on."""

    text: str
    sources: tuple[Article | Law, ...] = ()
    """A whole law where its article is not known to us."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an answer; the first one is the answer itself."""

    key: str
    values: Mapping[str, str]


def step(key: str, **values: str) -> Step:
    """A step whose values are already written out."""
    return Step(key, values)


def rounded(numerator: int, denominator: int) -> int:
    """The quotient to the nearest whole number, half of one upwards; for amounts that are not negative."""
    return (2 * numerator + denominator) // (2 * denominator)


def yuan(fen: int) -> str:
    """1234.50元: always with both places, so that nobody has to guess."""
    return f"{fen // 100}.{fen % 100:02}元"


def hours(hundredths: int) -> str:
    """12.5小时, without zeros at the end."""
    text = f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
    return f"{text}小时"


def day(on: date) -> str:
    """2026年3月10日."""
    return f"{on.year}年{on.month}月{on.day}日"


def moment(reached: Moment) -> str:
    """The same, and whether its year's holidays are known."""
    return day(reached.day) + (PROVISIONAL if reached.provisional else "")
