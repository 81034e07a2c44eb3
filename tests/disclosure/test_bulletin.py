"""季度公告: which quarter, which units, and what is left when one of them has lapsed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.public import PublicBulletin, Quarter
from generator.disclosure.public import bulletin as public_bulletin
from generator.disclosure.site import tell
from generator.disclosure.told import decode, encode
from tests.casebook import Casebook

MAJOR = """
样例: true
单位:
  名称: 虚构戊集团有限公司
  统一社会信用代码: 91000000MA000004XL
  地址: 虚构路5号
  法定代表人: 虚构某戊
违法行为: [拖欠工资]
欠薪: {人数: 12名, 金额: 20万元}
违法事实: 逾期未付。
经过:
  - {日期: 2025-01-06, 事项: 接到投诉, 渠道: 来访}
  - {日期: 2025-01-14, 事项: 责令改正, 文书: 限期改正指令书, 期限: 2025-01-20}
  - {日期: 2025-02-13, 事项: 行政处理, 文书: 行政处理决定书, 文号: 样监理〔2025〕第1号}
公开:
  - {依据: 重大违法公布, 类别: 克扣或无故拖欠劳动报酬, 批准: {岗位: 治欠办主任, 日期: 2025-03-28}}
"""
WITH_REPORT = f"""{MAJOR}
  - 依据: 媒体转载
    来源: {{名称: 虚构报道, 日期: 2026-01-01}}
    批准: {{岗位: 治欠办主任, 日期: 2026-01-02}}
"""


def bulletins(casebook: Casebook, as_of: date) -> list[PublicBulletin]:
    return list(casebook.disclosed(as_of).site.bulletins)


@pytest.mark.parametrize(
    ("as_of", "quarters"),
    [
        (date(2025, 3, 27), []),
        (date(2025, 3, 31), []),
        (date(2025, 4, 1), ["2025Q1"]),
        (date(2025, 12, 31), ["2025Q3", "2025Q2", "2025Q1"]),
    ],
)
def test_a_bulletin_for_every_finished_quarter_since_the_first(
    casebook: Casebook, as_of: date, quarters: list[str]
) -> None:
    casebook.write(MAJOR)
    assert [str(one.quarter) for one in bulletins(casebook, as_of)] == quarters


def test_the_first_is_that_of_the_earliest_publication(casebook: Casebook) -> None:
    casebook.write(MAJOR).write(MAJOR.replace("2025-03-28", "2025-08-01"), "cases/2025/yk-2025-0002.yml")
    found = bulletins(casebook, date(2025, 10, 1))
    assert [(str(one.quarter), len(one.annexes)) for one in found] == [("2025Q3", 1), ("2025Q2", 0), ("2025Q1", 1)]


def test_the_quarter_is_that_of_the_first_day_of_publication(casebook: Casebook) -> None:
    casebook.write(MAJOR.replace("2025-03-28", "2025-04-01"))
    assert [str(one.quarter) for one in bulletins(casebook, date(2025, 7, 1))] == ["2025Q2"]


def test_says_what_the_order_asks_for(casebook: Casebook) -> None:
    casebook.write(MAJOR)
    (found,) = bulletins(casebook, date(2025, 4, 1))
    assert found.title == "2025年第一季度重大劳动保障违法行为公告"
    assert "2025年第一季度（2025年1月1日至2025年3月31日）开始公布的重大劳动保障违法行为1件" in found.paragraphs[0]
    (annex,) = found.annexes
    assert dict(annex.rows) == {
        "违法主体全称": ("虚构戊集团有限公司",),
        "统一社会信用代码（注册号）": ("91000000MA000004XL",),
        "地址": ("虚构路5号",),
        "法定代表人（负责人）": ("虚构某戊",),
        "主要违法事实": ("逾期未付。", "拖欠金额：20万元；涉及人数：12名。"),
        "相关处理情况": (
            "2025年1月6日　接到劳动者投诉",
            "2025年1月14日　责令限期改正（文书：《限期改正指令书》；限期：2025年1月20日前改正）",
            "2025年2月13日　作出行政处理决定（文书：《行政处理决定书》；文号：样监理〔2025〕第1号）",
        ),
        "公布期限": ("2025年3月28日起，到2028年2月13日",),
        "案件编号": (annex.number,),
    }
    assert found.samples == (annex.number,)
    assert found.until == date(2028, 2, 13)


def test_a_quarter_without_any_says_so(casebook: Casebook) -> None:
    casebook.write(MAJOR)
    second, _ = bulletins(casebook, date(2025, 7, 1))
    assert second.paragraphs[1] == "2025年第二季度（2025年4月1日至2025年6月30日），没有开始公布的重大劳动保障违法行为。"
    assert (second.annexes, second.ended, second.lapsed, second.until) == ((), (), 0, None)


def test_what_has_lapsed_leaves_a_number_and_no_name(casebook: Casebook) -> None:
    casebook.write(MAJOR)
    assert bulletins(casebook, date(2028, 2, 13))[-1].annexes
    found = bulletins(casebook, date(2028, 2, 14))[-1]
    assert (found.annexes, found.lapsed) == ((), 0)
    assert [(one.number, one.ended, one.reason) for one in found.ended] == [
        ("yk-2026-0001", date(2028, 2, 14), "公示期满，依法停止公开。")
    ]
    assert "现在都已停止公布。" in found.paragraphs[1]
    assert "虚构戊" not in repr(found)


def test_a_number_that_still_leads_to_the_name_is_only_counted(casebook: Casebook) -> None:
    """The page lives on under the reprint: its number in the bulletin would say what no longer may be said of it."""
    casebook.write(WITH_REPORT)
    found = bulletins(casebook, date(2028, 2, 14))[-1]
    assert casebook.disclosed(date(2028, 2, 14)).site.cases
    assert (found.annexes, found.ended, found.lapsed) == ((), (), 1)
    assert "yk-2026" not in repr(found)


def test_only_this_basis_speaks(casebook: Casebook) -> None:
    """What the penalty or the list shows beside it has its own term, and is no part of the bulletin."""
    casebook.write(WITH_REPORT)
    (annex,) = bulletins(casebook, date(2026, 4, 1))[-1].annexes
    assert annex.since == date(2025, 3, 28)
    assert annex.until == date(2028, 2, 13)
    casebook.write(MAJOR.split("公开:", maxsplit=1)[0] + "公开:\n" + WITH_REPORT.split("公开:\n")[1].split("\n", 1)[1])
    assert bulletins(casebook, date(2026, 4, 1)) == []


def test_a_withdrawn_decision_takes_the_name_away_at_once(casebook: Casebook) -> None:
    revoked = "  - {日期: 2025-06-02, 事项: 文书撤销, 对象: {事项: 行政处理, 日期: 2025-02-13}, 理由: 事实有误}\n公开:"
    casebook.write(MAJOR.replace("公开:", revoked))
    assert bulletins(casebook, date(2025, 6, 1))[-1].annexes
    after = bulletins(casebook, date(2025, 6, 2))[-1]
    assert after.annexes == ()
    assert [one.number for one in after.ended] == ["yk-2026-0001"]


def test_the_next_bulletin_is_a_change_of_the_site(casebook: Casebook) -> None:
    casebook.write(MAJOR)
    assert casebook.disclosed(date(2025, 5, 5)).site.next_change == date(2025, 7, 1)


def test_what_was_told_is_read_again(casebook: Casebook) -> None:
    casebook.write(WITH_REPORT)
    for day in (date(2025, 3, 1), date(2025, 5, 1), date(2028, 6, 1)):
        ledger = casebook.ledger(day)
        told = tell(ledger.cases[0], ledger)
        assert decode(encode(told)) == told


@given(st.dates(date(1900, 1, 1), date(2900, 1, 1)))
def test_quarters_part_the_days(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first <= day <= quarter.last
    assert Quarter.parse(str(quarter)) == quarter
    assert quarter.after.first == quarter.last + timedelta(days=1)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026Q0", "2026Q5", "2026q3", "2026Q33", "0000Q1", "9999Q4", "２０２６Q1"]
)
def test_no_quarter(text: str) -> None:
    with pytest.raises(ValueError, match="写成 2026Q3 这样"):
        Quarter.parse(text)


@pytest.mark.parametrize(
    ("name", "said"), [("12345安薪热线", "可以拨打12345安薪热线反映。"), ("安薪热线", "可以拨打安薪热线12345反映。")]
)
def test_a_number_is_said_once(casebook: Casebook, name: str, said: str) -> None:
    casebook.portal["投诉渠道"] = f"[{{名称: {name}, 方式: 电话, 号码: '12345'}}, {{名称: 来访, 方式: 内部}}]"
    found = bulletins(casebook.write(MAJOR), date(2025, 4, 1))[0]
    assert found.paragraphs[-1] == f"被拖欠工资的劳动者，{said}"


def test_what_is_owed_stands_below_the_facts_where_it_is_known(casebook: Casebook) -> None:
    told = []
    for text in (MAJOR, MAJOR.replace("欠薪: {人数: 12名, 金额: 20万元}\n", "")):
        rows = dict(bulletins(casebook.write(text), date(2025, 4, 1))[0].annexes[0].rows)
        told.append(rows["主要违法事实"])
    assert told == [("逾期未付。", "拖欠金额：20万元；涉及人数：12名。"), ("逾期未付。",)]


def test_parts_are_numbered_from_one(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public_bulletin, "MOST_ANNEXES", 1)
    casebook.write(MAJOR).write(MAJOR, "cases/2025/yk-2025-0002.yml")
    found = bulletins(casebook, date(2025, 4, 1))[0].parts()
    assert [(one.part, one.of, one.before, len(one.annexes)) for one in found] == [(1, 2, 0, 1), (2, 2, 1, 1)]
