"""What personal information looks like in free text: the patterns that no record and no page may hold.

个人信息保护法 and 民法典 1034 protect what these find; workers appear as 某某 or 张某等21名, never by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_BEFORE: Final = r"(?<![0-9A-Za-z])"
_AFTER: Final = r"(?![0-9A-Za-z])"
_NO_HEX: Final = r"(?<![0-9A-Fa-f])"  # a digest is full of digits
_COUNT: Final = r"(?:(?:\d+|[一二三四五六七八九十百]+)(?:余|多)?(?:名|人)|人)"
_SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄"
    "米贝明臧计成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万"
    "支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠曲家封靳井段富巫乌焦巴牧山谷车侯"
    "全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡"
    "劳逄姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎连习容向古易廖终居衡步都耿满弘匡国文寇广东欧"
    "肖闫付"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of text, by its offsets, and what kind of private fact it looks like."""

    start: int
    end: int
    kind: str


def _is_luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _is_birthday(text: str) -> bool:
    month, day = int(text[10:12]), int(text[12:14])
    return text[6:8] in {"19", "20"} and 1 <= month <= 12 and 1 <= day <= 31


def _is_spaced_birthday(text: str) -> bool:
    return _is_birthday(re.sub("[ -]", "", text))


def _always(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    expression: re.Pattern[str]
    confirm: Callable[[str], bool] = _always


_PATTERNS: Final = (
    _Pattern("身份证号", re.compile(rf"{_BEFORE}[1-9]\d{{16}}[0-9Xx]{_AFTER}"), _is_birthday),
    _Pattern("遮盖不全的身份证号", re.compile(rf"{_BEFORE}[1-9]\d{{2,13}}[*＊xX×●]{{2,12}}\d{{0,6}}[0-9Xx]?{_AFTER}")),
    _Pattern(
        "身份证号", re.compile(r"(?<!\d)[1-9]\d{5}[ -]\d{8}[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])"), _is_spaced_birthday
    ),
    _Pattern("手机号", re.compile(rf"{_NO_HEX}(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{{4}}[- ]?\d{{4}}(?![0-9A-Fa-f])")),
    _Pattern("固定电话", re.compile(rf"{_BEFORE}0\d{{2,3}}[-— ]\d{{7,8}}{_AFTER}")),
    _Pattern("固定电话", re.compile(r"(?:电话|座机|致电|拨打?)[:：\s]*0\d{9,11}(?!\d)")),
    _Pattern("银行卡号", re.compile(rf"{_BEFORE}[3-6]\d{{15,18}}{_AFTER}"), _is_luhn),
    _Pattern("电子邮箱", re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z]{2,})+")),
    _Pattern("微信号或QQ号", re.compile(r"(?:微信号?|weixin|wechat|QQ号?)[:：\s]*[A-Za-z0-9_-]{5,20}", re.IGNORECASE)),
    _Pattern("家庭住址", re.compile(r"(?:家住|现住|户籍地?|住址)[:：]?[一-鿿0-9]{4,30}[号室栋]")),
    _Pattern("劳动者姓名", re.compile(rf"[{_SURNAMES}](?!某)[一-鿿]{{1,2}}(?<![某])(?:等{_COUNT})")),
    _Pattern(
        "劳动者姓名",
        re.compile(rf"(?:劳动者|工人|农民工|职工|民工)[{_SURNAMES}](?!某)[一-鿿]{{1,2}}(?=[，。、；反投未没讨])"),
    ),
)

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}

# Every pattern asks for one of these: eleven signs of a number, a number with signs over it, or a word.
_MAYBE: Final = re.compile(
    r"\d[\d —-]{10}|\d[*＊xX×●]{2}|@|微信|电话|座机|致电|拨|家住|现住|户籍|住址"
    r"|等(?:\d|[一二三四五六七八九十百人])|劳动者|工人|农民工|职工|民工|[wW][eE]|[qQ][qQ]"
)

PHONES: Final = frozenset({"手机号", "固定电话"})


@lru_cache(maxsize=10_000)  # the same words and dates come back in every record
def is_suspicious(text: str) -> bool:
    """A quick look: False where nothing private can be found, True where it is worth searching."""
    return _MAYBE.search(_folded(text)) is not None


def is_private(text: str) -> bool:
    """True where anything in the text looks private."""
    return is_suspicious(text) and next(find(text), None) is not None


def _folded(text: str) -> str:
    return text if text.isascii() else text.translate(_FULL_WIDTH)


def find(text: str) -> Iterator[Finding]:
    """Everything in `text` that looks private, in the order of the patterns; findings may overlap.

    Full-width digits and letters count as their plain forms.
    """
    if not is_suspicious(text):
        return
    folded = _folded(text)
    for pattern in _PATTERNS:
        for match in pattern.expression.finditer(folded):
            if pattern.confirm(match.group()):
                yield Finding(match.start(), match.end(), pattern.kind)


def mask(text: str) -> str:
    """The text with every private stretch replaced by as many ▇, so that columns stay where they are."""
    if not is_suspicious(text):
        return text
    characters = list(text)
    for finding in find(text):
        characters[finding.start : finding.end] = "▇" * (finding.end - finding.start)
    return "".join(characters)
