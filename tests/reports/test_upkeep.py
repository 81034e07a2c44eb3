"""体检: what the settings and the records lack, in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from generator.reports import upkeep
from generator.reports.upkeep import Advice, Look, Upkeep, Weight
from tests.casebook import Casebook

WAGE = "[{{自: {since}, 月: 2260元, 小时: 22元, 文件: 某政发〔2024〕3号, 核实: {confirmed}}}]"
SAMPLE = "样例: true\n单位: {名称: 虚构甲公司}"


def said(book: Casebook, look: Look, on: date = date(2026, 6, 1), text: str = SAMPLE) -> list[tuple[Weight, str]]:
    book.write(text)
    return [(one.weight, one.says) for one in look(book.ledger(on))]


@pytest.mark.parametrize(
    ("since", "confirmed", "expected"),
    [
        ("2024-01-01", "待确认", "2024-01-01 起的最低工资（某政发〔2024〕3号）待主管部门确认"),
        (
            "2024-05-31",
            "已核实",
            "2024-05-31 起的最低工资（某政发〔2024〕3号）施行已超过 24 个月，待核实是否已有新标准",
        ),
        ("2024-06-01", "已核实", None),
        ("2026-06-02", "已核实", "没有写现行的最低工资"),
    ],
)
def test_minimum_wage(casebook: Casebook, since: str, confirmed: str, expected: str | None) -> None:
    casebook.portal["最低工资"] = WAGE.format(since=since, confirmed=confirmed)
    assert said(casebook, upkeep.minimum_wage) == ([(Weight.MUST, expected)] if expected else [])


def test_holidays_that_nobody_has_announced(casebook: Casebook) -> None:
    guess = "年的放假安排还不知道，期限暂按周末推算"
    assert said(casebook, upkeep.holidays, date(2026, 10, 31)) == []
    assert said(casebook, upkeep.holidays, date(2026, 11, 1)) == [(Weight.NOTE, f"2027 {guess}")]
    assert said(casebook, upkeep.holidays, date(2027, 1, 1)) == [(Weight.MUST, f"2027 {guess}")]
    filed = "单位: {名称: 虚构甲公司}\n经过: [{日期: 2026-10-20, 事项: 立案}]"
    assert said(casebook, upkeep.holidays, date(2026, 10, 21), filed) == [(Weight.NOTE, f"2027 {guess}")]
    casebook.portal["节假日"] = "[{日期: 2027-01-01, 安排: 休}]"
    assert said(casebook, upkeep.holidays, date(2026, 11, 1)) == []


def test_a_channel_without_a_number_and_a_board_with_blanks(casebook: Casebook) -> None:
    casebook.portal["投诉渠道"] = "[{名称: 甲热线, 方式: 电话}, {名称: 来访, 方式: 内部}]"
    weights = said(casebook, upkeep.telephones)
    assert weights[0] == (Weight.MUST, "写了电话渠道，没有号码：甲热线")
    assert weights[1][0] is Weight.NOTE
    assert weights[1][1].startswith("告示牌上留空的：")
    assert "最低工资" not in weights[1][1]


def test_what_nobody_could_read_is_named_with_its_present_length(casebook: Casebook) -> None:
    casebook.portal["办理期限"] = "{公示行政处罚: 9个工作日}"
    texts = [text for _, text in said(casebook, upkeep.unconfirmed)]
    assert texts[0].startswith("待主管部门确认的期限：公示行政处罚 9个工作日、核查重大违法异议 15个工作日")
    assert "《重大劳动保障违法行为社会公布办法》" in texts[2]


def test_what_marks_a_demonstration(casebook: Casebook) -> None:
    assert said(casebook, upkeep.demonstration) == [(Weight.NOTE, "有样例：案件 1 件、工地 0 个、宣讲 0 场")]
    casebook.portal["演示截至日期"] = "2026-11-01"
    assert said(casebook, upkeep.demonstration)[0] == (Weight.NOTE, "日期固定在 2026-11-01，是演示")


def test_what_lapses_within_thirty_days() -> None:
    today = date(2026, 6, 1)
    shown = {"yk-2026-0001": date(2026, 7, 1), "yk-2026-0002": date(2026, 7, 2), "yk-2026-0003": today}
    assert [one.says for one in upkeep.lapsing(shown, today)] == [
        "30 天之内公示期满：yk-2026-0003（2026-06-01）、yk-2026-0001（2026-07-01）"
    ]
    many = {f"yk-2026-{number:04d}": today for number in range(1, 13)}
    assert [one.says.endswith("、yk-2026-0010（2026-06-01） 等 12 件") for one in upkeep.lapsing(many, today)] == [True]
    assert list(upkeep.lapsing({}, today)) == []


def test_records_are_told_as_numbers(casebook: Casebook) -> None:
    casebook.write("单位: {名称: 虚构甲公司}\n备注: 13800138000")
    found = list(upkeep.records(casebook.problems()))
    assert [one.weight for one in found if "错误" in one.says] == [Weight.MUST]
    assert "13800138000" not in repr(found)
    assert list(upkeep.records([])) == []


def test_a_list_knows_what_is_sound() -> None:
    one = Advice(Weight.NOTE, "说", "办")
    found = Upkeep(date(2026, 6, 1), {"甲": (), "乙": (one,), "丙": ()})
    assert (found.sound, found.of(Weight.NOTE), found.of(Weight.MUST)) == (["甲", "丙"], [("乙", one)], [])
