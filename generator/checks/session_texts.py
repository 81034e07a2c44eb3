"""场次的文字: whether what everybody reads of a session gives away a person, a home, a number, or whom it caught."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.checks.naming import names_somebody
from generator.checks.rule import Finding, ledger_check, session_check
from generator.checks.session import ANSWER, public_texts
from generator.law.articles import PERSONAL
from generator.ledger import Ledger, LedgerSession
from generator.model import personal
from generator.model.names import fold
from generator.problems import Severity

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
    return "姓名" if names_somebody(text) else None


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
