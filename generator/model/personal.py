"""What personal information looks like in free text: the patterns that no record and no page may hold.

个人信息保护法 and 民法典 1034 protect what these find; workers appear as 某某 or 张某等21名, never by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.model.names import NAME, is_word

_BEFORE: Final = r"(?<![0-9A-Za-z])"
_AFTER: Final = r"(?![0-9A-Za-z])"
_NO_HEX: Final = r"(?<![0-9A-Fa-f])"  # a digest is full of digits
_NO_BASE64: Final = r"(?<![A-Za-z0-9+].)(?<![A-Za-z0-9+]/.)(?<!sha(?:256|384|512)-.)"
"""Behind the first letter. One digest of a script in 25 holds two Q in a row."""
_ACCOUNT: Final = r"[:：\s]*[A-Za-z0-9][A-Za-z0-9_-]{4,19}"
_STARS: Final = "[*＊xX×●]"
_COUNT: Final = r"(?:(?:\d+|[一二三四五六七八九十百]+)(?:余|多)?(?:名|人)|人)"
_WHO: Final = (
    "劳动者|工人|农民工|职工|民工|工友|员工|童工|未成年人|学徒工?|实习生|临时工|受害人|死者|伤者"
    "|投诉人|举报人|反映人|来访人|上访人|信访人|报案人|申请人|当事人|联系人|(?<!法定)代表人?|班组长|包工头"
)
_GOES_ON: Final = r"[，。、；：,;:（(\s]|$|反映|反应|投诉|举报|未|没|讨|称|说|要求|等|的|工资|受伤|签|领|到场|在"


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of text, by its offsets, and what kind of private fact it looks like."""

    start: int
    end: int
    kind: str


def _is_luhn(number: str) -> bool:
    digits = _digits(number)
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _digits(text: str) -> str:
    return re.sub(r"[^0-9Xx]", "", text)


def _is_birthday(text: str) -> bool:
    number = _digits(text)
    month, day = int(number[10:12]), int(number[12:14])
    return number[6:8] in {"19", "20"} and 1 <= month <= 12 and 1 <= day <= 31


def _is_account(text: str) -> bool:
    return len(_digits(text)) >= 10


def _is_name(text: str) -> bool:
    return any(not is_word(name) for name in text.split("、"))


def _is_plate(text: str) -> bool:
    return sum(char.isdigit() for char in text) >= 3


def _is_no_mobile(text: str) -> bool:
    return not _MASKED_MOBILE.fullmatch(text)


def _always(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Pattern:
    """`expression` finds; its first group, where it has one, is the private part, which `confirm` has to accept."""

    kind: str
    expression: re.Pattern[str]
    confirm: Callable[[str], bool] = _always
    needs: str = ""
    """Without one of these characters there is nothing to find; a look at them is cheaper than the expression.
    Where none is named, it is ten digits in a row, at most one separator between two."""


_MASKED_MOBILE: Final = re.compile(rf"{_BEFORE}1[3-9]\d{_STARS}{{4,6}}\d{{2,4}}{_AFTER}")

_NUMBERS: Final = (
    Pattern("身份证号", re.compile(rf"{_BEFORE}[1-9]\d{{16}}[0-9Xx]{_AFTER}"), _is_birthday),
    Pattern(
        "遮盖不全的身份证号",
        re.compile(rf"{_BEFORE}[1-9]\d{{2,13}}(?:{_STARS}{{3,12}}\d{{0,6}}|{_STARS}{{2}}\d{{1,6}})[0-9Xx]?{_AFTER}"),
        _is_no_mobile,
        needs="*＊xX×●",
    ),
    Pattern(
        "身份证号",
        re.compile(r"(?<!\d)[1-9]\d{5}[ -]\d{8}[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])"),
        _is_birthday,
    ),
    Pattern(
        "身份证号",
        re.compile(rf"(?:身份证|证件|护照|通行证|居住证)[^\d\n]{{0,6}}?({_BEFORE}[A-Z]{{0,2}}\d{{7,18}}[Xx]?){_AFTER}"),
        needs="证照",
    ),
    Pattern("手机号", re.compile(rf"{_NO_HEX}(?:\+?86[- ]?)?1[3-9]\d[-— ·]?\d{{4}}[-— ·]?\d{{4}}(?![0-9A-Fa-f])")),
    Pattern("遮盖不全的手机号", _MASKED_MOBILE, needs="*＊xX×●"),
    Pattern("固定电话", re.compile(rf"{_BEFORE}0\d{{2,3}}[-— ]\d{{7,8}}{_AFTER}")),
    Pattern("固定电话", re.compile(rf"{_BEFORE}(?<!\d )0\d{{2,3}}[-— ]\d{{4}}[- ]\d{{4}}{_AFTER}")),
    Pattern("固定电话", re.compile(rf"[（(]0\d{{2,3}}[)）][- ]?\d{{3,4}}[- ]?\d{{4}}{_AFTER}"), needs="（("),
    Pattern(
        "固定电话",
        re.compile(r"(?:电话|座机|手机|致电|拨打?)[:：\s]*(0\d{9,11}|[2-8]\d{6,7})(?!\d)"),
        needs="电机拨",
    ),
    Pattern("号码尾号", re.compile(r"(?:尾号|后四位)[:：为是]?\s*(\d{4})(?!\d)"), needs="尾后"),
    Pattern("银行卡号", re.compile(rf"{_BEFORE}[3-6]\d{{15,18}}{_AFTER}"), _is_luhn),
    Pattern(
        "银行卡号",
        re.compile(rf"{_BEFORE}[3-6]\d{{3}}(?:[ -]\d{{4}}){{3}}(?:[ -]?\d{{1,3}})?{_AFTER}"),
        _is_luhn,
    ),
    Pattern(
        "银行账号",
        re.compile(r"(?:账号|帐号|账户|帐户|卡号)[^\d\n]{0,6}(\d{4}(?: ?\d{2,5}){1,6})(?!\d)"),
        _is_account,
        needs="账帐卡",
    ),
    Pattern(
        "出生日期",
        re.compile(r"(?:出生(?:日期|年月)?|生于)[:：]?\s*((?:19|20)\d{2}[年.-]\d{1,2}(?:[月.-]\d{1,2}日?)?)"),
        needs="生",
    ),
    Pattern(
        "出生日期",
        re.compile(r"(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?(?:出生|生(?=[，。、；）]|$))"),
        needs="生",
    ),
    Pattern(
        "车牌号",
        re.compile(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
            r"[A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9-])"
        ),
        _is_plate,
        needs="京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼",
    ),
    Pattern("电子邮箱", re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z]{2,})+"), needs="@"),
)
"""Looked for only where `_DIGITS` finds anything."""

_WORDS: Final = (
    Pattern("手机号", re.compile(r"[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}"), needs="幺一"),
    Pattern("微信号或QQ号", re.compile(rf"微信号?{_ACCOUNT}"), needs="信"),
    Pattern(
        "微信号或QQ号",
        # Each letter in both cases: a search that ignores case cannot skip to where a W or a Q stands.
        re.compile(
            rf"[WwQq]{_NO_BASE64}(?:(?<=[Ww])[Ee](?:[Ii][Xx][Ii][Nn]|[Cc][Hh][Aa][Tt])|(?<=[Qq])[Qq]号?){_ACCOUNT}"
        ),
        needs="wWqQ",
    ),
    Pattern("微信号或QQ号", re.compile(r"加(?:微(?!信)|[Vv]信?)[:：\s]*([A-Za-z0-9_-]{5,20})"), needs="加"),
    Pattern(
        "家庭住址",
        re.compile(
            r"(?:家住|家庭住址|现住|租住|暂住|居住[在于]|(?:住址|户籍地?)[在是为:：])"
            r"[于在是为]?[:：]?\s*[一-鿿0-9（）()-]{4,30}[号室栋幢]"
        ),
        needs="住籍",
    ),
    Pattern(
        "家庭住址",
        re.compile(r"(?:家住|家庭住址|租住|暂住)[于在是为]?[:：]?\s*[一-鿿0-9]{2,20}[村组]"),
        needs="住",
    ),
    Pattern("劳动者姓名", re.compile(rf"({NAME}(?:、{NAME})*)(?=等{_COUNT})"), _is_name, needs="等"),
    Pattern("劳动者姓名", re.compile(rf"[一-鿿]{{1,6}}·[一-鿿]{{1,8}}等{_COUNT}"), needs="·"),
    Pattern("劳动者姓名", re.compile(rf"(?:{_WHO})({NAME})(?={_GOES_ON})"), _is_name, needs="者工人徒生表长"),
    Pattern(
        "劳动者姓名",
        re.compile(rf"(?:拖欠|克扣|欠付|支付)了?({NAME}(?:、{NAME})*)(?=等?的?(?:工资|劳动报酬|工钱))"),
        _is_name,
        needs="欠扣付",
    ),
    Pattern("姓名", re.compile(rf"姓名[:：]\s*({NAME})(?![一-鿿])"), _is_name, needs="姓"),
    Pattern(
        "健康状况",
        re.compile(r"(?:患有|身患|罹患|确诊)[一-鿿]{0,8}?(?:病|癌|炎|瘤|症|尘肺|抑郁|艾滋)"),
        needs="患诊",
    ),
    Pattern(
        "健康状况",
        re.compile(
            r"某{1,2}[一-鿿，]{0,6}?(?:患[一-鿿]{0,6}?[病癌炎瘤症]|怀孕|流产|残疾|[一二三四五六七八九十]级伤残)"
        ),
        needs="某",
    ),
)

_FULL_WIDTH: Final = {
    code: code - 0xFEE0
    for code in range(0xFF01, 0xFF5F)
    if chr(code - 0xFEE0).isalnum() or chr(code - 0xFEE0) in "@.-_+"
}

PHONES: Final = frozenset({"手机号", "固定电话"})
MAIL: Final = frozenset({"电子邮箱"})

PATTERNS: Final = (*_NUMBERS, *_WORDS)
"""Everything that is looked for."""
_SIGN: Final = re.compile(f"[{re.escape(''.join(pattern.needs for pattern in PATTERNS))}]")
_WIDE: Final = re.compile(f"[{re.escape(''.join(map(chr, _FULL_WIDTH)))}]")
_LONG: Final = re.compile(r"\d(?:[-— ·]?\d){9}")
"""The least that a pattern of numbers holds which needs no sign."""
_DIGITS: Final = re.compile(r"[\dA-Za-z*＊×●]{4}|@")
"""The least that every pattern of numbers holds."""
_SHORT: Final = 80
"""Texts up to this length come again and again in thousands of records; longer ones hardly do."""


def is_private(text: str) -> bool:
    """True where anything in the text looks private."""
    return bool(_known(text)) if len(text) <= _SHORT else next(_search(text), None) is not None


def plain(text: str) -> str:
    """Full-width digits and letters as their plain forms."""
    return text.translate(_FULL_WIDTH) if _WIDE.search(text) else text


def find(text: str) -> Iterator[Finding]:
    """Everything in `text` that looks private, in the order of the patterns; findings may overlap.

    Full-width digits and letters count as their plain forms.
    """
    return iter(_known(text)) if len(text) <= _SHORT else _search(text)


@lru_cache(maxsize=65536)
def _known(text: str) -> tuple[Finding, ...]:
    return tuple(_search(text))


def _search(text: str) -> Iterator[Finding]:
    folded = plain(text)
    numbers, long = _DIGITS.search(folded) is not None, _LONG.search(folded) is not None
    for pattern in _possible(frozenset(_SIGN.findall(folded)), numbers, long):
        for match in pattern.expression.finditer(folded):
            group = 1 if pattern.expression.groups else 0
            if pattern.confirm(match[group]):
                yield Finding(*match.span(group), pattern.kind)


@lru_cache(maxsize=65536)
def _possible(signs: frozenset[str], numbers: bool, long: bool) -> tuple[Pattern, ...]:  # noqa: FBT001 - facts of a text
    """What a text may hold by the signs in it; most texts hold few, and the same ones."""
    return tuple(
        pattern
        for pattern in (PATTERNS if numbers else _WORDS)
        if (not signs.isdisjoint(pattern.needs) if pattern.needs else long)
    )


def mask(text: str) -> str:
    """The text with every private stretch replaced by as many ▇, so that columns stay where they are."""
    characters = list(text)
    for finding in find(text):
        characters[finding.start : finding.end] = "▇" * (finding.end - finding.start)
    return "".join(characters)
