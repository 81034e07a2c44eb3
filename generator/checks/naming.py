"""指名道姓: a name written out beside a post, a home or a grievance, in the free words of sessions and worksites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.model.names import NAME, is_word

_WORKERS: Final = (
    "村民|居民|户主|(?<!行)业主(?!方)|农民工|民工|工人|劳动者|职工|员工|工友|包工头|班组长|学徒工?|实习生|临时工"
)
_POST: Final = "网格员|联络员|书记|主任|站长|讲师|老师(?!傅)|律师|法官|民警|联系人|负责人|老板"
_ENDS: Final = r"$|[，。、；：,;:（）()\s]|的|等|家|患|生病|感冒|住院|受伤|工伤|因|讨|欠|跑|带|反映|授课|主讲|来讲"
_AT_HOME: Final = rf"({NAME})(?<![村镇庄国])(?=家(?![园具电居纺私政庭苑村宅乡宴属])|住处|住所)"
_NAMED: Final = (
    re.compile(rf"(?:{_POST}|{_WORKERS})({NAME})(?={_ENDS})"),
    re.compile(_AT_HOME),
    re.compile(rf"({NAME})(?=讨薪|欠薪|跑路|工伤)"),
)
_AT_WORK: Final = (
    re.compile(rf"(?:{_WORKERS})({NAME})(?={_ENDS}|宿舍|工棚|住|签|说|称|领|到场|在|要求|投诉|反应|讨薪|受伤)"),
    re.compile(rf"{_AT_HOME}(?<![两几多每各这那])(?!家[单公分企班劳总])"),
)
"""Of a worksite. There it is units that owe, and so many units (两家分包); who signed for an office may be noted."""
_NO_NAME: Final = re.compile(
    "平安|全[省市县镇村]|农[忙业闲]|房[产建]|水利|时代|明[德珠]|卫校|文[体艺]|金[都城]|古[山建]"
)
"""Words that begin with what is also a surname, common in the names of halls and in the titles of lessons."""


def names_somebody(text: str) -> bool:
    """True where what everybody reads seems to name a person."""
    return _any(_NAMED, text)


def names_a_worker(text: str) -> bool:
    """True where a worker, a foreman or a neighbour seems to be named; whoever holds an office is not looked for."""
    return _any(_AT_WORK, text)


def _any(patterns: Iterable[re.Pattern[str]], text: str) -> bool:
    names = (found[1] for pattern in patterns for found in pattern.finditer(text))
    return any(not is_word(name) and not _NO_NAME.match(name) for name in names)
