"""A seeded city whose cases are on file and mostly not public: what statistics are made of."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Final

from tests.casebook import Casebook

TOWNS: Final = ("甲镇", "乙镇", "丙镇", "丁街道", "戊街道", "己镇", "庚开发区")
_INDUSTRIES: Final = ("工程建设", "工程建设", "工程建设", "制造业", "制造业", "住宿餐饮", "批发零售")
_VIOLATIONS: Final = ("拖欠工资", "拖欠工资, 未设工资专用账户", "拖欠工资, 未实行实名制管理", "克扣工资")
_PORTAL: Final = f"[{', '.join(TOWNS)}, 辛镇, 壬镇]"


def build(casebook: Casebook, cases: int, seed: int = 7, until: date = date(2026, 11, 1)) -> Casebook:
    """Cases of three years up to a day; every twentieth is public, every thirtieth has no amount."""
    random = Random(seed)  # noqa: S311 - made-up data, nothing secret
    casebook.portal["镇街"] = _PORTAL
    for serial in range(1, cases + 1):
        start = until - timedelta(days=random.randrange(1, 1000))
        casebook.write(case(random, start, serial), f"cases/{start.year}/yk-{start.year}-{serial:04}.yml")
    return casebook


def case(random: Random, start: date, serial: int) -> str:
    """One complaint on its way."""
    days = [start + timedelta(days=gap) for gap in (0, 1, random.choice((1, 1, 2, 5)), random.randrange(3, 90))]
    town = TOWNS[min(random.randrange(7), random.randrange(7))]
    amount = "" if serial % 30 == 0 else f", 金额: {random.randrange(1, 90)}万元"
    return f"""单位:
  名称: 虚构第{serial}劳务有限公司
行业: {random.choice(_INDUSTRIES)}
镇街: {town}
违法行为: [{random.choice(_VIOLATIONS)}]
欠薪: {{人数: {random.randrange(1, 60)}名{amount}}}
经过:
  - {{日期: {days[0]}, 事项: 接到投诉, 渠道: 热线}}
  - {{日期: {days[1]}, 事项: 分派, 承办: {town}}}
  - {{日期: {days[2]}, 事项: 联系当事人}}
{_ending(random, days[3])}{_disclosure(serial, days[3])}"""


def _ending(random: Random, on: date) -> str:
    match random.randrange(5):
        case 0:
            return ""
        case 1:
            return f"  - {{日期: {on}, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}}\n"
        case _:
            paid = f"  - {{日期: {on}, 事项: 支付, 金额: {random.randrange(1, 90)}万元}}\n"
            return f"{paid}  - {{日期: {on}, 事项: 回复销号, 结果: 工资已付清}}\n"


def _disclosure(serial: int, on: date) -> str:
    if serial % 20:
        return ""
    return (
        f"  - {{日期: {on}, 事项: 行政处罚, 文号: 样监罚〔{on.year}〕{serial}号, 金额: 1万元, 情节: 严重}}\n"
        f"公开:\n  - {{依据: 行政处罚, 批准: {{岗位: 治欠办主任, 日期: {on}}}}}\n"
    )
