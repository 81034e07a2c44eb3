"""场次的文字: whether what everybody reads of a session gives away a person, a home, a number, or whom it caught."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.checks.rule import Finding, ledger_check, session_check
from generator.checks.session import ANSWER, public_texts
from generator.law.articles import PERSONAL
from generator.ledger import Ledger, LedgerSession
from generator.model import personal
from generator.model.names import NAME, fold, is_word
from generator.problems import Severity

_POST: Final = (
    "网格员|联络员|书记|主任|站长|讲师|老师(?!傅)|律师|法官|民警|联系人|负责人|老板|包工头|班组长|村民|居民|户主|业主"
    "|农民工|工人|劳动者|职工|员工|工友"
)
_ENDS: Final = r"$|[，。、；：,;:（）()\s]|的|等|家|患|生病|感冒|住院|受伤|工伤|因|讨|欠|跑|带|反映|授课|主讲|来讲"
_NAMED: Final = (
    re.compile(rf"(?:{_POST})({NAME})(?={_ENDS})"),
    re.compile(rf"({NAME})(?<![村镇庄])(?=家(?![园具电居纺私政庭苑村宅乡宴])|住处|住所)"),
    re.compile(rf"({NAME})(?=讨薪|欠薪|跑路|工伤)"),
)
_NO_NAME: Final = re.compile(
    "平安|全[省市县镇村]|农[忙业闲]|房[产建]|水利|时代|明[德珠]|卫校|文[体艺]|金[都城]|古[山建]"
)
"""Words that begin with what is also a surname, common in the names of halls and in the titles of lessons."""
_NUMBER: Final = re.compile(
    r"(?<!\d)(?!\d{4}-\d{3}(?!\d))\d(?:[ -]?\d){6,}(?!\d)|[零〇一二三四五六七八九幺]{7,}|\d+单元"
)
"""Of a telephone, in any spelling, or of a flat; the number of another session is neither."""


@session_check("C818", Severity.WARNING)
def session_names_nobody(session: LedgerSession, _: Ledger) -> Iterator[Finding]:
    """场次公开的「地点」「村或网格」「内容」「取消」，不写谁的姓名、谁的家、电话号码和门牌单元。

    ✓ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 一月一村, 日期: 2026-11-20, 镇街: 甲镇, 村或网格: 某村第三网格, 地点: 某村文化礼堂}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 一月一村, 日期: 2026-11-20, 镇街: 甲镇, 村或网格: 某村, 地点: 村民张小三家院子}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 镇礼堂, 取消: 讲师王小明住院}

    ✗ content/outreach/2026.yml
        场次:
          - {编号: 2026-001, 种类: 开工第一课, 日期: 2026-11-20, 镇街: 甲镇, 地点: 镇礼堂（联系87654321）}
    """
    if session.record.explanation:
        return
    for key, text in public_texts(session.record).items():
        what = _given_away(text) if text and not personal.is_private(text) else None
        if what:
            hint = f"写村、礼堂、路口的名称就够；姓名和号码删去；{ANSWER}"
            yield Finding(session.at(key), f"公开的「{key}」里像是有{what}", hint, PERSONAL.art(25), private=True)


def _given_away(text: str) -> str | None:
    """What a text seems to hold; numbers in any spelling, names beside a post, a home or a grievance."""
    if _NUMBER.search(personal.plain(text)):
        return "电话号码或者门牌单元"
    names = (found[1] for pattern in _NAMED for found in pattern.finditer(text))
    return "姓名" if any(not is_word(name) and not _NO_NAME.match(name) for name in names) else None


@ledger_check("C819", Severity.WARNING)
def found_unit_is_not_hinted_at(ledger: Ledger) -> Iterator[Finding]:
    """「发现」里的单位，简称也不写进任何一场公开的文字：去掉「有限公司」，还是认得出来。

    ✓ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            种类: 开工第一课
            日期: 2026-10-20
            镇街: 甲镇
            地点: 工业区食堂
            人数: 30人
            发现:
              - {问题: 未提供工资清单, 单位: 某城五金有限公司}

    ✗ content/outreach/2026.yml
        场次:
          - 编号: 2026-001
            种类: 开工第一课
            日期: 2026-10-20
            镇街: 甲镇
            地点: 某城五金三楼会议室
            人数: 30人
            发现:
              - {问题: 未提供工资清单, 单位: 某城五金有限公司}
    """
    units = {found.employer for one in ledger.sessions for found in one.record.findings if found.employer}
    for session in ledger.sessions if units else ():
        for key, text in public_texts(session.record).items():
            if text and not session.record.explanation and any(_hints(text, unit) for unit in units):
                hint = f"改写成村、路或者园区的名称；{ANSWER}"
                yield Finding(session.at(key), f"公开的「{key}」里像是有问题单位的简称", hint, private=True)


_LEGAL_FORM: Final = re.compile(
    r"[(（][^()（）]*[)）]|(?:股份|集团)?有限(?:责任)?公司$|(?:集团|分)?公司$|(?:经营|门市)部$"
)
_SHORTEST: Final = 3


def _hints(text: str, unit: str) -> bool:
    """True where the name without its legal form, and not the whole of it, stands in the text."""
    core = _LEGAL_FORM.sub("", fold(unit))
    return unit not in text and len(core) >= _SHORTEST and core in fold(text)
