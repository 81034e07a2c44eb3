"""Values that are right from birth: dates, money, headcounts, periods, codes; each reads the text an editor writes."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Final, TypeVar

from pydantic import PlainValidator

from generator.model.malformed import malformed

T = TypeVar("T")

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_ABOUT: Final = "约|近|超|逾"
_MORE: Final = "余|多"
_MONEY: Final = re.compile(
    rf"({_ABOUT})?(\d{{1,12}}(?:\.\d+)?)({_MORE})?(万|亿)?(?:(?<=万)(\d{{1,4}}))?({_MORE})?元(左右|以上)?", re.ASCII
)
_HEADCOUNT: Final = re.compile(rf"({_ABOUT})?(\d{{1,7}})({_MORE})?(名|人)?(左右|以上)?", re.ASCII)
_DAYS: Final = re.compile(r"([1-9]\d?)(个工作日|天|日)", re.ASCII)
_PAYDAY: Final = re.compile(r"(?:每月|当月|次月)(?:(\d{1,2})日|最后一日)", re.ASCII)
_COPIES: Final = re.compile(r"([1-9]\d{0,4})(?:张|份|枚)", re.ASCII)
_FIRMS: Final = re.compile(r"([1-9]\d{0,5})家", re.ASCII)
_PHONE: Final = re.compile(r"(?:0\d{2,3}-)?\d{3,8}(?:-\d{1,6})?|400-\d{3}-?\d{4}|1[3-9]\d{9}", re.ASCII)
_YEAR_OF_NUMBER: Final = re.compile(r"[〔\[(（【]\s*((?:19|20)\d{2})\s*[〕\])）】]", re.ASCII)
_COURT_NUMBER: Final = re.compile(r"[(（]((?:19|20)\d{2})[)）]\w{2,20}?\d{1,6}号(?:之[一二三四五六七八九十])?")
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that no text may hold: YAML forbids them, or takes them for a line break where editors do not."""

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
    """From the first day to the last, both included; `by_day` where the file names days and not whole months."""

    first: date
    last: date
    by_day: bool = False

    @property
    def written(self) -> str:
        """As a file says it: 2021-08 至 2022-08."""
        form = "%Y-%m-%d" if self.by_day else "%Y-%m"
        return " 至 ".join(dict.fromkeys(day.strftime(form) for day in (self.first, self.last)))

    def __str__(self) -> str:
        days = (
            f"{day.year}年{day.month}月" + (f"{day.day}日" if self.by_day else "") for day in (self.first, self.last)
        )
        return "至".join(dict.fromkeys(days))


@dataclass(frozen=True, slots=True)
class Months:
    """A length in whole months, as a setting writes it: 36个月."""

    count: int

    def __str__(self) -> str:
        return f"{self.count}个月"


@dataclass(frozen=True, slots=True)
class Days:
    """A length in days, as a promise or a setting writes it: 7天, 15个工作日."""

    count: int
    working: bool = False

    def __str__(self) -> str:
        return f"{self.count}个工作日" if self.working else f"{self.count}天"


@dataclass(frozen=True, slots=True)
class PayDay:
    """The day of the month on which wages are paid, as written: 每月25日, 次月15日, 每月最后一日."""

    text: str
    day: int | None
    """None for the last of the month."""

    @property
    def every_month(self) -> bool:
        """True where each month has this day."""
        return self.day is None or self.day <= 28

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Copies:
    """How many sheets were printed, with the text as written."""

    number: int
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Firms:
    """How many firms, with the text as written: 12家."""

    number: int
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """文号 as the document bears it, with the year in its brackets, where there is one."""

    text: str
    year: int | None = None

    @property
    def standard(self) -> bool:
        """True where the year stands in 〔〕, as official documents have it."""
        return self.year is not None and f"〔{self.year}〕" in self.text

    def __str__(self) -> str:
        return self.text


def parse_day(text: str) -> date:
    """Read 2026-03-01 and nothing else."""
    match = _DAY.fullmatch(text)
    if _DAYS.fullmatch(text):
        raise malformed("要的是哪一天，不是多少天", "写那一天的日期，如 2026-03-01；期限写最后一天")
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
    """Read 171.8122万元, 6270142元, 171万8122元, 100余万元, 37.15万余元, 近500万元, 300万元以上."""
    match = _MONEY.fullmatch(text)
    if not match or (match[5] and "." in match[2]):
        raise malformed("写法不对", "写成 171.8122万元、50000元、100余万元、近500万元 这样")
    before, digits, among, unit, ones, more, after = match.groups()
    fen = Decimal(digits) * _UNIT_FEN[unit] + int(ones or 0) * _UNIT_FEN[None]
    if fen != int(fen):
        raise malformed("小于一分", "金额最多精确到分")
    if not fen:
        raise malformed("不能是零", "没有金额就不写这一项")
    return Money(int(fen), text, approximate=bool(before or among or more or after))


def parse_headcount(text: str) -> Headcount:
    """Read 159名, 20余名, 约30人; 近百名 is not a number and is refused."""
    match = _HEADCOUNT.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 159名、20余名、约30人 这样")
    before, digits, among, unit, after = match.groups()
    if not int(digits):
        raise malformed("不能是零", "没有人数就不写这一项")
    named = text if unit else f"{text.removesuffix(after or '')}名{after or ''}"
    return Headcount(int(digits), named, approximate=bool(before or among or after))


def parse_period(text: str) -> Period:
    """Read 2021-08 至 2022-08, 2021-08-15 至 2021-12-31, or one month alone."""
    parts = [part.strip() for part in text.split("至")]
    by_day = all(_DAY.fullmatch(part) for part in parts)
    firsts = [parse_day(part) if by_day else _parse_month(part) for part in parts]
    if len(firsts) > 2 or firsts[-1] < firsts[0]:
        raise malformed("起止颠倒", "先写起始月，再写结束月，中间用「至」")
    return Period(firsts[0], firsts[-1] if by_day else _last_of_month(firsts[-1]), by_day)


def _parse_month(text: str) -> date:
    match = _MONTH.fullmatch(text)
    if not match or not 1 <= int(match[2]) <= 12:
        raise malformed("写法不对", "写成 2021-08 至 2022-08 这样；只有一个月就写 2021-08")
    return parse_day(f"{text}-01")


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def parse_days(text: str) -> Days:
    """Read 7天 or 15个工作日."""
    match = _DAYS.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 7天 或 15个工作日")
    return Days(int(match[1]), working=match[2] == "个工作日")


def parse_payday(text: str) -> PayDay:
    """Read 每月25日, 当月25日, 次月15日 or 每月最后一日."""
    match = _PAYDAY.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 每月25日、次月15日 或 每月最后一日")
    day = int(match[1]) if match[1] else None
    if day is not None and not 1 <= day <= 31:
        raise malformed("没有这一天", "日子在 1 到 31 之间；月底写 每月最后一日")
    return PayDay(text, day)


def parse_copies(text: str) -> Copies:
    """Read 5张, 20份, 300枚."""
    match = _COPIES.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 5张、20份、300枚 这样")
    return Copies(int(match[1]), text)


def parse_firms(text: str) -> Firms:
    """Read 12家."""
    match = _FIRMS.fullmatch(text)
    if not match:
        raise malformed("写法不对", "写成 12家 这样；没有统计就不写这一项")
    return Firms(int(match[1]), text)


def parse_phone(text: str) -> str:
    """Read a telephone number as it is dialled: 12345, 0000-12345678, a mobile number; one number and nothing else."""
    if not _PHONE.fullmatch(text):
        raise malformed("不像电话号码", "只写一个号码，区号和号码之间用半角短横；不知道就不写这一项")
    return text


def parse_document_number(text: str) -> DocumentNumber:
    """Read a 文号 as its document bears it, e.g. 某人社监令〔2026〕3号."""
    number = parse_text(text)
    if len(number) > 60 or not re.search(r"\d", number):
        raise malformed("不像文号", "照文书抄写，例如 某人社监令〔2026〕3号；没有文号就不写这一项")
    year = _YEAR_OF_NUMBER.search(number)
    return DocumentNumber(number, int(year[1]) if year else None)


def parse_court_number(text: str) -> str:
    """Read a court's 案号, e.g. （2023）某0000刑初123号."""
    if not _COURT_NUMBER.fullmatch(text):
        raise malformed("写法不对", "照判决书抄写，例如 （2023）某0000刑初123号")
    return text


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
    if FORBIDDEN.search(text) or "\t" in text or "\r" in text or len(text) > 2000:
        raise malformed("文字含有控制字符或超过 2000 字", "删去看不见的字符，或缩短文字")
    return text


def parse_flag(text: str) -> bool:
    """Read true or 是； leave a flag out to say no."""
    if text not in {"true", "是"}:
        raise malformed("这一项只能写 true", "不是的话，删去这一行")
    return True


def _reads(parse: Callable[[str], T]) -> PlainValidator:
    # The same days, offices and documents come back in every record; values are frozen, so they can be shared.
    known = lru_cache(maxsize=8192)(parse)

    def read(value: object) -> T:
        if not isinstance(value, str):
            raise malformed("这里应当是一段文字", "直接在冒号后面写内容，不要另起列表或下一级")
        return known(value)

    return PlainValidator(read)


Day = Annotated[date, _reads(parse_day)]
Amount = Annotated[Money, _reads(parse_money)]
People = Annotated[Headcount, _reads(parse_headcount)]
Interval = Annotated[Period, _reads(parse_period)]
Length = Annotated[Months, _reads(parse_months)]
DayCount = Annotated[Days, _reads(parse_days)]
PayDayText = Annotated[PayDay, _reads(parse_payday)]
Sheets = Annotated[Copies, _reads(parse_copies)]
FirmCount = Annotated[Firms, _reads(parse_firms)]
Phone = Annotated[str, _reads(parse_phone)]
Number = Annotated[DocumentNumber, _reads(parse_document_number)]
CourtNumber = Annotated[str, _reads(parse_court_number)]
Text = Annotated[str, _reads(parse_text)]
Flag = Annotated[bool, _reads(parse_flag)]
