"""A seeded synthetic city: any number of invented cases on every basis, with the shipped portal and pages."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random

from generator.model.codes import check_character, organisation_check
from generator.model.sitecode import draw

_TRADES = ("建设", "建筑劳务", "装饰工程", "五金制造", "门业", "物流", "服装加工", "市政园林", "钢结构", "餐饮管理")
_SIGNS = "安邦诚达丰广恒宏华嘉金锦聚凯隆明瑞盛顺泰通祥鑫兴永裕远中卓"
_REAL = ("2022", "2023")
_TOWNS = ("芝英镇", "古山镇", "东城街道", "石柱镇", "象珠镇", "唐先镇")
_CONTENTS = "[列入事由, 列入依据, 联合惩戒措施提示, 提前移出条件和程序, 救济措施]"


def make(shipped: Path, root: Path, cases: int, seed: int = 20261101) -> None:
    """Write a root folder with `cases` invented cases beside the shipped portal and pages.

    None says that it is a sample, for what a sample is left out of would cost nothing: the open data above all.
    """
    shutil.copytree(shipped / "content", root / "content")
    shutil.copy(shipped / "mkdocs.yml", root / "mkdocs.yml")
    for shown in _REAL:  # the lessons lead to them
        shutil.copytree(shipped / "cases" / shown, root / "cases" / shown)
    random = Random(seed)  # noqa: S311 - made-up data, nothing secret
    for serial in range(cases):
        year, number = 2024 + serial % 3, serial // 3 + 1
        folder = root / "cases" / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        text = case(random, date(year, 1, 4) + timedelta(days=random.randrange(180)), serial, random.choice(_TOWNS))
        (folder / f"yk-{year}-{number:04d}.yml").write_text(text, encoding="utf-8")


def case(random: Random, start: date, serial: int, town: str) -> str:
    """One invented record; a third each on the list, with a penalty, and published as a major violation.

    Every tenth case is a unit's second one; every fiftieth contact comes a day late.
    """
    unit = serial - 3 if serial % 10 == 9 else serial
    sign = "".join(_SIGNS[unit // 29**place % 29] for place in range(3))
    person = f"虚构{_SIGNS[unit % 29]}{_SIGNS[unit // 29 % 29]}"
    order, due = start + timedelta(days=20), start + timedelta(days=27)
    ordered = _number(order, "令", serial)
    head = f"""单位:
  名称: 基准{sign}{_TRADES[unit // 29**3 % 10]}有限公司
  统一社会信用代码: {_code(unit)}
  地址: 虚构市样例路 {unit % 900 + 1} 号
  法定代表人: {person}
行业: {random.choice(("工程建设", "制造业", "批发零售"))}
镇街: {town}
违法行为: [拖欠工资]
欠薪: {{人数: {random.randrange(3, 160)}名, 金额: {random.randrange(100, 20000) / 100}万元}}
违法事实: 拖欠劳动者工资，经责令限期支付，逾期未支付。
经过:
  - {{日期: {start}, 事项: 接到投诉, 渠道: 12345安薪热线}}
  - {{日期: {start}, 事项: 分派, 承办: {town}}}
  - {{日期: {start + timedelta(days=2 if serial % 50 == 0 else 1)}, 事项: 联系当事人}}
  - {{日期: {start + timedelta(days=2)}, 事项: 受理}}
  - {{日期: {start + timedelta(days=6)}, 事项: 立案}}
  - {{日期: {order}, 事项: 责令改正, 文书: 劳动保障监察限期改正指令书, 文号: {ordered}, 期限: {due}}}
"""
    return head + _decision(serial % 3, serial, start + timedelta(days=50), person)


def _code(unit: int) -> str:
    body = f"MA{unit % 1_000_000:06d}"
    code = "91000000" + body + organisation_check(body)
    return code + check_character(code)


def _number(on: date, kind: str, serial: int) -> str:
    return f"样监{kind}〔{on.year}〕{serial}号"


def _decision(kind: int, serial: int, decided: date, person: str) -> str:
    approval = f"批准: {{岗位: 治欠办主任, 日期: {decided + timedelta(days=4)}}}"
    told = decided - timedelta(days=14)
    if kind == 0:
        return f"""  - {{日期: {told}, 事项: 列入告知, 文号: {_number(told, "列告", serial)}}}
  - 日期: {decided}
    事项: 列入失信名单
    文号: {_number(decided, "列", serial)}
    列入事由: 拖欠农民工工资，经责令限期支付，逾期未支付
    决定书载明: {_CONTENTS}
    人员: [{{姓名: {person}, 身份: 法定代表人}}]
公开:
  - {{依据: 失信名单, {approval}}}
"""
    if kind == 1:
        document = f"文号: {_number(decided, '罚', serial)}"
        return f"""  - {{日期: {told}, 事项: 处罚告知, 文号: {_number(told, "罚告", serial)}}}
  - {{日期: {decided}, 事项: 行政处罚, {document}, 种类: 罚款, 金额: 20000元, 情节: 严重}}
公开:
  - {{依据: 行政处罚, {approval}}}
"""
    return f"""  - {{日期: {decided}, 事项: 行政处理, 文号: {_number(decided, "理", serial)}, 内容: 责令支付拖欠的工资}}
公开:
  - {{依据: 重大违法公布, 类别: 克扣或无故拖欠劳动报酬, {approval}}}
"""


def worksites(root: Path, count: int, seed: int = 20261101) -> None:
    """Write `count` invented worksites in place of those that `root` has: every tenth with a name of 40 characters."""
    folder = root / "content/worksites"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    random = Random(seed)  # noqa: S311 - made-up data, nothing secret
    for serial in range(count):
        code = draw(random.choice)
        (folder / f"{code}.yml").write_text(worksite(serial), encoding="utf-8")


def worksite(serial: int) -> str:
    """One invented record; one to thirty subcontractors, and gaps as real files have them."""
    sign = "".join(_SIGNS[serial // 29**place % 29] for place in range(3))
    long = "高端装备产业协同创新综合体及配套基础设施建设提升改造工程施工总承包一标段"
    project = f"虚构{sign}{long}"[:40] if serial % 10 == 0 else f"虚构{sign}花园{serial % 9 + 1}期工程"
    parties = 30 if serial % 50 == 0 else serial % 4 + 1
    labour = "".join(
        f"  - {{名称: 虚构{sign}第{number}建筑劳务有限公司, 分包内容: 木工劳务}}\n" for number in range(1, parties + 1)
    )
    return f"""样例: true
项目: {project}
地址: 虚构路 {serial % 900 + 1} 号
镇街: {_TOWNS[serial % len(_TOWNS)]}
主管部门:
  - {{名称: 建设局, 投诉电话: "12345"}}
建设单位: 虚构{sign}置业有限公司
施工总承包单位:
  名称: 虚构{sign}建设有限公司
  项目部: 虚构{sign}项目部
分包单位:
{labour}劳资专管员: {{姓名: 虚构某{sign[0]}}}
工资支付日: 每月{serial % 27 + 1}日
计划: {{开工: 2026-03-01, 竣工: 2027-12-31}}
"""
