"""维权信息告示牌: which of the 13 things of article 34 nobody has filled in; the board leaves room for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.rule import Finding, ledger_check, whole_worksite_check
from generator.law.board import BOARD, Slot, city_slots, slots
from generator.ledger import Ledger, LedgerWorksite
from generator.problems import Severity


@whole_worksite_check("C607", Severity.WARNING)
def board_says_what_it_must(site: LedgerWorksite, ledger: Ledger) -> Iterator[Finding]:
    """维权信息告示牌要写明的 13 项里，由工地提供的 8 项都要有；没有分包的写「无分包」。不知道的不编，告示牌上留空。

    ✓ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        主管部门: [{名称: 建设局, 投诉电话: "12345"}]
        建设单位: 虚构甲置业公司
        施工总承包单位: {名称: 虚构甲公司, 项目部: 虚构甲工程项目部}
        无分包: true
        劳资专管员: {姓名: 虚构某甲}
        工资支付日: 每月25日

    ✗ content/worksites/A2345678.yml
        样例: true
        项目: 虚构甲工程
        主管部门: [{名称: 建设局}]
        施工总承包单位: {名称: 虚构甲公司}
    """
    missing = _missing(slot for slot in slots(site.record, ledger.portal.record, ledger.as_of) if not slot.of_city)
    if missing:
        message = f"维权信息告示牌还缺 {len(missing)} 项：{'、'.join(missing)}"
        yield Finding(site.loaded.at("项目"), message, "向施工总承包单位问清楚再补上；不知道的不要编", BOARD)


@ledger_check("C608", Severity.WARNING)
def city_board_says_what_it_must(ledger: Ledger) -> Iterator[Finding]:
    """维权信息告示牌要写明的 13 项里，各工地相同的 5 项写在 content/portal.yml。

    这 5 项是：核实过、没有过期的最低工资，和「告示牌」里的四项。

    ✓ content/worksites/A2345678.yml content/portal.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        ---
        最低工资: [{自: 2026-01-01, 月: 2000元, 小时: 20元, 文件: 某文〔2025〕1号, 核实: 已核实}]
        告示牌:
          劳动保障监察投诉电话: "12333"
          劳动争议调解仲裁: {名称: 甲市仲裁院}
          法律援助: {名称: 甲市法律援助中心}
          公共法律服务热线: "12348"

    ✗ content/worksites/A2345678.yml content/portal.yml
        样例: true
        项目: 虚构甲工程
        施工总承包单位: {名称: 虚构甲公司}
        ---
        最低工资: [{自: 2026-01-01, 月: 2000元, 小时: 20元, 文件: 某文〔2025〕1号, 核实: 待确认}]
        告示牌: {公共法律服务热线: "12348"}
    """
    missing = _missing(city_slots(ledger.portal.record, ledger.as_of))
    if missing and ledger.worksites:
        message = f"各工地的维权信息告示牌还缺 {len(missing)} 项：{'、'.join(missing)}"
        hint = "向有关机构问清楚，写进「告示牌」和「最低工资」；不知道的不要编，告示牌上会留空"
        yield Finding(ledger.portal.at("告示牌"), message, hint, BOARD)


def _missing(slots_: Iterable[Slot]) -> list[str]:
    return [slot.label for slot in slots_ if not slot.filled]
