"""The 13 slots of article 34: in its order, filled by what is known and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from generator.law.board import city_slots, is_stale, slots, wage_in_force
from generator.law.systems import SYSTEMS
from generator.ledger import Ledger
from generator.model.portal import SIX_SYSTEMS
from tests.casebook import Casebook

FILE: Final = "content/worksites/A2345678.yml"
WAGE: Final = "[{{自: {}, 月: 2000元, 小时: 20元, 文件: 某文〔2025〕1号, 核实: {}}}]"
WHOLE: Final = """
样例: true
项目: 虚构甲工程
主管部门: [{名称: 建设局, 投诉电话: "12345"}, {名称: 水务局}]
建设单位: 虚构甲置业公司
施工总承包单位: {名称: 虚构甲公司, 项目部: 虚构甲项目部}
分包单位: [{名称: 虚构乙公司, 分包内容: 钢筋劳务}, {名称: 虚构丙公司}]
劳资专管员: {姓名: 虚构某甲, 电话: "666666", 说明: 本人签了同意书}
工资支付日: 次月15日
"""
BOARD: Final = """{
  主管部门: [{名称: 水务局, 投诉电话: "12346"}, {名称: 建设局, 投诉电话: "12347"}],
  劳动保障监察投诉电话: "12333", 劳动争议调解仲裁: {名称: 甲市仲裁院, 地址: 甲路 1 号, 电话: "12334"},
  法律援助: {名称: 甲市法律援助中心}, 公共法律服务热线: "12348"}"""


@pytest.fixture
def whole(casebook: Casebook) -> Ledger:
    casebook.portal["告示牌"] = BOARD
    casebook.portal["最低工资"] = WAGE.format("2026-01-01", "已核实")
    return casebook.write(WHOLE, FILE).ledger()


def test_all_thirteen_in_the_order_of_the_article(whole: Ledger) -> None:
    found = slots(whole.worksites[0].record, whole.portal.record, whole.as_of)
    assert [(slot.label, slot.values) for slot in found] == [
        ("建设单位", ("虚构甲置业公司",)),
        ("施工总承包单位", ("虚构甲公司",)),
        ("施工总承包单位项目部", ("虚构甲项目部",)),
        ("分包单位", ("虚构乙公司（钢筋劳务）", "虚构丙公司")),
        ("相关行业工程建设主管部门", ("建设局", "水务局")),
        ("劳资专管员", ("虚构某甲", "666666")),
        ("当地最低工资标准", ("每月 2000元", "非全日制每小时 20元", "某文〔2025〕1号，自2026年1月1日起施行")),
        ("工资支付日期", ("次月15日",)),
        ("相关行业工程建设主管部门投诉举报电话", ("建设局：12345", "水务局：12346")),
        ("劳动保障监察投诉举报电话", ("12333",)),
        ("劳动争议调解仲裁申请渠道", ("甲市仲裁院，甲路 1 号，12334",)),
        ("法律援助申请渠道", ("甲市法律援助中心",)),
        ("公共法律服务热线", ("12348",)),
    ]
    assert all(slot.filled for slot in found)
    assert [slot.label for slot in found if slot.of_city] == [
        slot.label for slot in city_slots(whole.portal.record, whole.as_of)
    ]
    assert [slot.label for slot in found if slot.on_site] == ["劳资专管员"]


def test_what_nobody_knows_stays_blank(casebook: Casebook) -> None:
    """
    样例: true
    项目: 虚构甲工程
    主管部门: [{名称: 建设局, 投诉电话: "12345"}, {名称: 水务局}]
    施工总承包单位: {名称: 虚构甲公司}
    劳资专管员: {姓名: 虚构某甲, 电话: "666666"}
    """
    ledger = casebook.write(test_what_nobody_knows_stays_blank.__doc__ or "", FILE).ledger()
    found = slots(ledger.worksites[0].record, ledger.portal.record, ledger.as_of)
    assert [slot.label for slot in found if slot.filled] == ["施工总承包单位", "相关行业工程建设主管部门", "劳资专管员"]
    half = next(slot for slot in found if slot.label == "相关行业工程建设主管部门投诉举报电话")
    assert (half.values, half.filled) == (("建设局：12345",), False)
    assert [slot.values for slot in found if slot.label == "劳资专管员"] == [("虚构某甲",)]
    assert {slot.values for slot in found if not slot.filled and slot is not half} == {()}


def test_an_officer_whom_nobody_has_named_is_a_blank(casebook: Casebook) -> None:
    record = "样例: true\n项目: 虚构甲工程\n施工总承包单位: {名称: 虚构甲公司}"
    ledger = casebook.write(record, FILE).ledger()
    found = slots(ledger.worksites[0].record, ledger.portal.record, ledger.as_of)
    assert [slot.filled for slot in found if slot.label == "劳资专管员"] == [False]


def test_none_subcontracted_is_said_and_is_no_blank(casebook: Casebook) -> None:
    text = "样例: true\n项目: 虚构甲工程\n施工总承包单位: {名称: 虚构甲公司}\n无分包: true"
    ledger = casebook.write(text, FILE).ledger()
    slot = slots(ledger.worksites[0].record, ledger.portal.record, ledger.as_of)[3]
    assert (slot.values, slot.filled) == (("无分包单位",), True)


@pytest.mark.parametrize(
    ("since", "confirmed", "filled"),
    [
        ("2024-11-01", "已核实", True),
        ("2024-10-31", "已核实", False),
        ("2026-01-01", "待确认", False),
        ("2026-11-02", "已核实", False),
    ],
)
def test_a_minimum_wage_is_printed_confirmed_and_recent(
    casebook: Casebook, since: str, confirmed: str, *, filled: bool
) -> None:
    casebook.portal["最低工资"] = WAGE.format(since, confirmed)
    ledger = casebook.write(WHOLE, FILE).ledger(date(2026, 11, 1))
    assert city_slots(ledger.portal.record, ledger.as_of)[0].filled is filled


def test_the_latest_wage_that_has_taken_effect_counts(casebook: Casebook) -> None:
    casebook.portal["最低工资"] = (
        "[{自: 2026-06-01, 月: 2元, 小时: 2元, 文件: 乙, 核实: 已核实},"
        " {自: 2024-01-31, 月: 1元, 小时: 1元, 文件: 甲, 核实: 已核实}]"
    )
    wages = casebook.write(WHOLE, FILE).ledger().portal.record.wages
    in_force = [wage_in_force(wages, date(2026, month, 1)) for month in (1, 6)]
    assert [wage.document for wage in in_force if wage] == ["甲", "乙"]
    assert wage_in_force(wages, date(2024, 1, 30)) is None
    assert [is_stale(wages[1], date(2026, 1, day)) for day in (30, 31)] == [False, False]
    assert is_stale(wages[1], date(2026, 2, 1))


def test_the_six_that_hold_unless_the_city_says_otherwise_have_articles_and_bearers() -> None:
    assert len(SIX_SYSTEMS) == len(set(SIX_SYSTEMS)) == 6
    assert [str(SYSTEMS[name].articles[0])[-5:] for name in SIX_SYSTEMS] == [
        *("第二十八条", "第二十四条", "第二十六条"),
        *("第三十一条", "第三十二条", "第三十四条"),
    ]
    assert SYSTEMS["人工费用拨付"].duty == "建设单位"
