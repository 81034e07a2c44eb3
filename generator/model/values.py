"""Values that are right from birth: dates, money, headcounts, periods, codes; each reads the text an editor writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, TypeVar

from pydantic import PlainValidator

from generator.model.malformed import malformed

T = TypeVar("T")

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_MONEY: Final = re.compile(r"(约|近)?(\d{1,12}(?:\.\d+)?)(余)?(万|亿)?(余)?元", re.ASCII)
_HEADCOUNT: Final = re.compile(r"(约|近)?(\d{1,7})(余|多)?(名|人)?", re.ASCII)
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2099
_UNIT_FEN: Final = {None: 100, "万": 100 * 10**4, "亿": 100 * 10**8}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in integer 分 with the text as written; `approximate` for 约, 近 and 余."""

    fen: int
    text: str
    approximate: bool = False

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Headcount:
    """A number of people with the text as written, e.g. 159名, 20余名."""

    number: int
    text: str
    approximate: bool = False

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """Whole months from `first` to `last`, both as the first day of their month."""

    first: date
    last: date

    def __str__(self) -> str:
        first, last = (f"{day.year}年{day.month}月" for day in (self.first, self.last))
        return first if first == last else f"{first}至{last}"


@dataclass(frozen=True, slots=True)
class Months:
    """A length in whole months, as a setting writes it: 36个月."""

    count: int

    def __str__(self) -> str:
        return f"{self.count}个月"


def parse_day(text: str) -> date:
    """Read 2026-03-01 and nothing else."""
    match = _DAY.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 2026-03-01 这样：四位年、两位月、两位日，用半角短横相连")
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        raise malformed("没有这一天", "核对月份和日子，例如 2 月没有 30 日") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise malformed("年份不对", f"年份在 {_FIRST_YEAR} 到 {_LAST_YEAR} 之间")
    return day


def parse_money(text: str) -> Money:
    """Read 171.8122万元, 6270142元, 100余万元, 37.15万余元, 近500万元."""
    match = _MONEY.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 171.8122万元、50000元、100余万元、近500万元 这样")
    before, digits, among, unit, after = match.groups()
    fen = Decimal(digits) * _UNIT_FEN[unit]
    if fen != int(fen):
        raise malformed("小于一分", "金额最多精确到分")
    if not fen:
        raise malformed("不能是零", "没有金额就不写这一项")
    return Money(int(fen), text, approximate=bool(before or among or after))


def parse_headcount(text: str) -> Headcount:
    """Read 159名, 20余名, 近百名 is not a number and is refused."""
    match = _HEADCOUNT.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 159名、20余名、约30人 这样")
    before, digits, among, unit = match.groups()
    if not int(digits):
        raise malformed("不能是零", "没有人数就不写这一项")
    return Headcount(int(digits), text if unit else f"{text}名", approximate=bool(before or among))


def _parse_month(text: str) -> date:
    match = _MONTH.fullmatch(text)
    if not match or not 1 <= int(match[2]) <= 12:
        raise malformed("写法不对", "写成 2021-08 至 2022-08 这样；只有一个月就写 2021-08")
    return date(int(match[1]), int(match[2]), 1)


def parse_period(text: str) -> Period:
    """Read 2021-08 至 2022-08, or one month alone."""
    first, *rest = (_parse_month(part.strip()) for part in text.split("至"))
    last = rest[0] if rest else first
    if len(rest) > 1 or last < first:
        raise malformed("起止颠倒", "先写起始月，再写结束月，中间用「至」")
    return Period(first, last)


def parse_months(text: str) -> Months:
    """Read 36个月 or 3年."""
    match = re.fullmatch(r"([1-9]\d?)(个月|年)", text, re.ASCII)
    if not match:
        raise malformed("写法不对", "写成 36个月 或 3年")
    return Months(int(match[1]) * (12 if match[2] == "年" else 1))


def parse_text(text: str) -> str:
    """Read one line of text: no blanks at its ends, no control characters, at most 2,000 characters."""
    if text != text.strip():
        raise malformed("首尾有空白", "删去首尾的空格")
    if any(ord(char) < 32 and char != "\n" for char in text) or len(text) > 2000:
        raise malformed("文字含有控制字符或超过 2000 字", "删去看不见的字符，或缩短文字")
    return text


def parse_flag(text: str) -> bool:
    """Read true or 是； leave a flag out to say no."""
    if text not in {"true", "是"}:
        raise malformed("这一项只能写 true", "不是的话，删去这一行")
    return True


def _reads(parse: Callable[[str], T]) -> PlainValidator:
    def read(value: object) -> T:
        if not isinstance(value, str):
            raise malformed("这里应当是一段文字", "直接在冒号后面写内容，不要另起列表或下一级")
        return parse(value)

    return PlainValidator(read)


Day = Annotated[date, _reads(parse_day)]
Amount = Annotated[Money, _reads(parse_money)]
People = Annotated[Headcount, _reads(parse_headcount)]
Interval = Annotated[Period, _reads(parse_period)]
Length = Annotated[Months, _reads(parse_months)]
Text = Annotated[str, _reads(parse_text)]
Flag = Annotated[bool, _reads(parse_flag)]
