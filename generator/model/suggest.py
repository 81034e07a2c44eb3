"""The right writing of a value that was written wrongly: 2026年3月1日 is 2026-03-01. Nothing is changed by itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from pydantic_core import PydanticCustomError

from generator.model.codes import CODE_ALPHABET, CreditCode, parse_credit_code
from generator.model.personal import mask
from generator.model.values import (
    Headcount,
    Money,
    Months,
    PayDay,
    Period,
    parse_day,
    parse_headcount,
    parse_money,
    parse_months,
    parse_payday,
    parse_period,
)

_LONGEST: Final = 60
_DAY: Final = re.compile(r"(\d{4})\s*[-/.年—–·]\s*(\d{1,2})\s*[-/.月—–·]\s*(\d{1,2})\s*[日号]?|(\d{4})(\d{2})(\d{2})")
_TIME: Final = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2})?$")
_MONTH: Final = re.compile(r"(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?")
_YEARLESS: Final = re.compile(r"\d{1,2}月")
_TO: Final = re.compile(r"\s*(?:至|到|~|—+|–|--|(?<=月)-|-(?=(?:19|20)\d{2}[-/.年]))\s*")
_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_CHINESE: Final = re.compile("[零〇一二两三四五六七八九十百千]+")


def right_writing(kinds: tuple[object, ...], written: str) -> str | None:
    """How a value of one of these kinds should have been written; None where that cannot be told, or is private."""
    if len(written) > _LONGEST:
        return None
    folded = unicodedata.normalize("NFKC", written).strip()
    for kind in kinds:
        candidates, parse = _WRITINGS.get(kind, (_nothing, parse_day))
        for candidate in candidates(folded):
            if candidate != written and _reads(parse, candidate) and mask(candidate) == candidate:
                return candidate
    return None


def _reads(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except PydanticCustomError:
        return False
    return True


def _nothing(_: str) -> Iterator[str]:
    yield from ()


def _days(text: str) -> Iterator[str]:
    match = _DAY.fullmatch(_TIME.sub("", text))
    if match:
        year, month, day = (part for part in match.groups() if part)
        yield f"{year}-{int(month):02d}-{int(day):02d}"


def _amounts(text: str) -> Iterator[str]:
    bare = re.sub(r"人民币|RMB|CNY|[¥￥,，\s]", "", _in_digits(text)).replace("圆", "元").replace("块", "元")
    bare = re.sub("元?(?:整|正)$", "元", bare)
    yield bare
    yield f"{bare}元"


def _headcounts(text: str) -> Iterator[str]:
    bare = re.sub(r"\s", "", _in_digits(text))
    yield f"{bare}名" if bare.isdecimal() else re.sub("个?人$|位$|个$", "人", bare)


def _periods(text: str) -> Iterator[str]:
    parts = _TO.split(text)
    year = parts[0][:4]
    months = [_MONTH.fullmatch(f"{year}年{part}" if _YEARLESS.fullmatch(part) else part) for part in parts]
    found = [f"{match[1]}-{int(match[2]):02d}" for match in months if match]
    if len(found) == len(months):
        yield " 至 ".join(found)


def _lengths(text: str) -> Iterator[str]:
    bare = re.sub(r"\s", "", _in_digits(text))
    yield bare
    yield re.sub("个?月$", "个月", bare)


def _paydays(text: str) -> Iterator[str]:
    bare = re.sub(r"\s", "", _in_digits(text)).replace("每个月", "每月").replace("下月", "次月").replace("号", "日")
    yield bare
    yield f"每月{bare}"
    if bare.endswith(("月底", "月末")):
        yield "每月最后一日"


def _codes(text: str) -> Iterator[str]:
    bare = re.sub(r"[\s-]", "", text).upper()
    yield bare
    swapped = bare.translate(str.maketrans("IOSVZ", "10502"))
    if not set(swapped) - set(CODE_ALPHABET) and len(swapped) == 18 and CreditCode(swapped).valid:
        yield swapped


def _in_digits(text: str) -> str:
    """The text with its Chinese numbers in digits, up to 千; 万 and 亿 are units that stay."""
    return _CHINESE.sub(lambda match: str(_number(match[0])), text)


def _number(chinese: str) -> int:
    if not set(chinese) & set(_UNITS):
        return int("".join(str(_DIGITS[character]) for character in chinese))
    total, digit = 0, 0
    for character in chinese:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


_WRITINGS: Final[Mapping[object, tuple[Callable[[str], Iterator[str]], Callable[[str], object]]]] = {
    date: (_days, parse_day),
    Money: (_amounts, parse_money),
    Headcount: (_headcounts, parse_headcount),
    Period: (_periods, parse_period),
    Months: (_lengths, parse_months),
    PayDay: (_paydays, parse_payday),
    CreditCode: (_codes, parse_credit_code),
}
