"""名单到哪天 and 提出异议: the days by the code that the bureau's own records run by."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.calculator import said
from generator.law.calculator.listing import Stay, listing
from generator.law.calculator.objection import objection
from generator.law.calendar import WorkCalendar
from generator.law.terms import months_after
from tests.casebook import Casebook

CALENDAR = WorkCalendar()
DECIDED = date(2026, 3, 16)
DAYS = st.dates(date(2022, 1, 1), date(2090, 12, 31))


def told(stay: Stay) -> dict[str, str]:
    return {step.key.partition(".")[2]: said(step) for step in listing(stay, CALENDAR)}


def test_nothing_mended_nothing_to_ask_for() -> None:
    assert told(Stay(DECIDED)) == {
        "unmended": "还没有改正，提前移出的日子算不出来。先付清工资，再算。",
        "end": "名单的最后一天：从作出决定的2026年3月16日起三年，到2029年3月16日。",
        "take_down": "期满以后10个工作日内移出名单、停止公开，最晚2029年3月30日（暂按周末推算）。",
        "repair": (
            "「信用中国」网站的修复是另一件事：最短公示期可能是12个月，要到2027年3月16日。"
            "它和6个月怎样衔接，没有定论，申请以前先问承办部门。"
        ),
    }


@pytest.mark.parametrize(
    ("mended", "start"),
    [(date(2026, 1, 5), "2026年9月16日"), (date(2026, 4, 30), "2026年10月30日"), (date(2026, 8, 31), "2027年2月28日")],
)
def test_six_months_from_the_later_day(mended: date, start: str) -> None:
    assert told(Stay(DECIDED, mended))["removal"] == f"从{start}起，可以申请提前移出；还要书面承诺不再欠薪。"


def test_six_months_after_the_term_help_nobody() -> None:
    found = told(Stay(DECIDED, date(2028, 10, 1)))
    assert found["removal_late"] == "满6个月是2029年4月1日，名单2029年3月16日已经期满，不用申请提前移出。"


def test_what_bars_removal_leaves_no_day_to_hope_for() -> None:
    assert list(told(Stay(DECIDED, date(2026, 4, 30), barred=True))) == ["barred", "end", "take_down", "repair"]


def test_an_application_is_decided_within_15_working_days() -> None:
    found = told(Stay(DECIDED, date(2026, 4, 30), applied=date(2026, 9, 21)))
    assert found["applied_early"] == "2026年9月21日还没有满6个月，这时申请，条件不够。"
    assert found["decision"] == "部门收到申请15个工作日内决定：2026年9月21日收到的，最晚2026年10月19日。"


def test_on_the_day_itself_an_application_is_not_early() -> None:
    for applied, early in ((date(2026, 10, 29), True), (date(2026, 10, 30), False)):
        assert ("applied_early" in told(Stay(DECIDED, date(2026, 4, 30), applied=applied))) == early


def test_appeals_run_from_the_service() -> None:
    found = told(Stay(DECIDED, served=date(2026, 8, 31)))
    assert found["review"].endswith("到2026年10月30日。")
    assert found["suit"] == "也可以直接向法院起诉，6个月内，到2027年2月28日。"


def test_an_objection_over_a_long_holiday() -> None:
    """22 September 2026 is a Tuesday; 25 to 27 are off, 1 to 7 October too, 20 September and 10 October are worked."""
    steps = objection(date(2026, 9, 22), date(2026, 9, 28), date(2026, 9, 15), CALENDAR)
    assert [said(step) for step in steps] == [
        "最晚2026年9月30日提出异议。",
        "2026年9月22日收到告知，第二天起算5个工作日。",
        "部门2026年9月28日收到异议，5个工作日内核实、告知结果，最晚2026年10月10日。",
        (
            "责令支付的期限2026年9月15日届满，20个工作日内作出列入决定，最晚2026年10月19日；"
            "复杂的，经批准再延20个工作日，最晚2026年11月16日。"
        ),
        "决定作出以前付清、并且书面承诺不再欠薪，可以不列入。",
    ]


def test_an_objection_on_the_last_day_is_in_time() -> None:
    steps = objection(date(2026, 9, 22), date(2026, 9, 30), None, CALENDAR)
    assert [step.key for step in steps][2] == "objection.verify"


def test_a_late_objection_has_no_clock() -> None:
    steps = objection(date(2026, 9, 22), date(2026, 10, 8), None, CALENDAR)
    assert [step.key for step in steps] == ["objection.object", "objection.counted", "objection.late", "objection.mend"]


def test_the_page_agrees_with_the_record(casebook: Casebook) -> None:
    """
    单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 法定代表人: 虚构某甲}
    经过:
      - {日期: 2026-02-02, 事项: 责令改正, 期限: 2026-02-09}
      - {日期: 2026-03-16, 事项: 列入失信名单}
      - {日期: 2026-04-30, 事项: 改正完毕}
    """
    record = str(test_the_page_agrees_with_the_record.__doc__)
    case = casebook.write(record).ledger(date(2026, 11, 1)).cases[0]
    steps = {step.key: step.values for step in listing(Stay(DECIDED, date(2026, 4, 30)), CALENDAR)}
    stands = case.standing
    assert stands.listing is not None
    assert stands.removal_from == date(2026, 10, 30)
    assert steps["listing.removal"]["from"] == "2026年10月30日"
    assert stands.repair_from == date(2027, 3, 16)
    assert steps["listing.repair"]["from"] == "2027年3月16日"
    assert stands.listing.last_day == date(2029, 3, 16)
    assert steps["listing.end"]["last"] == "2029年3月16日"


@given(DAYS, DAYS)
def test_removal_is_never_before_six_months_on_the_list(decided: date, mended: date) -> None:
    steps = listing(Stay(decided, mended), CALENDAR)
    start = next(step.values["from"] for step in steps if step.key == "listing.six_months")
    later = months_after(max(decided, mended), 6)
    assert start == f"{later.year}年{later.month}月{later.day}日"
    assert later >= months_after(decided, 6)
