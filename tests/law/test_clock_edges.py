"""Clocks on the very day: which act, which order and which approval still counts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casebook import Casebook
from tests.law.test_deadlines import Row, rows

LISTING = """
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-02, 事项: 责令改正, 期限: 2026-03-06}
      - {日期: 2026-03-09, 事项: 列入告知, 延期批准: 2026-03-30}
      - {日期: 2026-03-20, 事项: 列入失信名单}
    公开:
      - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2026-03-24}}
"""


def clocks(casebook: Casebook, text: str, as_of: date = date(2026, 11, 1)) -> list[Row]:
    return rows(casebook.write(text).ledger(as_of).cases[0].deadlines)


def test_an_act_and_an_approval_count_from_their_own_day(casebook: Casebook) -> None:
    found = {day: clocks(casebook, LISTING, date(2026, 3, day))[1:] for day in (19, 20, 23, 24)}
    decided = ("作出列入决定", "2026-03-06", "2026-04-03", "2026-03-20")
    assert found == {
        19: [(*decided[:3], None)],
        20: [decided, ("公开失信名单", "2026-03-20", "2026-04-20", None)],
        23: [decided, ("公开失信名单", "2026-03-20", "2026-04-20", None)],
        24: [decided, ("公开失信名单", "2026-03-20", "2026-04-20", "2026-03-24")],
    }


def test_a_longer_time_to_decide_counts_from_its_approval(casebook: Casebook) -> None:
    # 04-04 to 04-06 and 05-01 to 05-05 are off.
    due = [clocks(casebook, LISTING, date(2026, 3, day))[1][2] for day in (29, 30)]
    assert due == ["2026-04-03", "2026-05-07"]


@pytest.mark.parametrize(
    ("approved", "stopped"), [("2026-03-19", None), ("2026-03-20", "2026-03-20"), ("2026-03-21", "2026-03-21")]
)
def test_an_approval_answers_only_a_decision_that_it_could_know(
    casebook: Casebook, approved: str, stopped: str | None
) -> None:
    assert clocks(casebook, LISTING.replace("2026-03-24", approved))[-1][3] == stopped


@pytest.mark.parametrize(
    ("orders", "since"),
    [
        (["2026-03-02, 事项: 责令改正, 期限: 2026-03-06"], ["2026-03-06"]),
        (["2026-03-02, 事项: 责令改正"], []),
        (["2026-03-02, 事项: 行政处理, 期限: 2026-03-05"], ["2026-03-05"]),
        (["2026-03-09, 事项: 责令改正, 期限: 2026-03-12"], ["2026-03-12"]),
        (["2026-03-10, 事项: 责令改正, 期限: 2026-03-12"], []),
        (
            [
                "2026-03-02, 事项: 责令改正, 期限: 2026-03-06",
                "2026-03-03, 事项: 责令改正, 期限: 2026-03-07",
                "2026-03-04, 事项: 责令改正",
                "2026-03-10, 事项: 责令改正, 期限: 2026-03-12",
            ],
            ["2026-03-07"],
        ),
    ],
)
def test_a_listing_is_decided_after_the_latest_order_with_a_term(
    casebook: Casebook, orders: list[str], since: list[str]
) -> None:
    lines = "".join(f"  - {{日期: {order}}}\n" for order in orders)
    text = f"单位: {{名称: 虚构甲公司}}\n经过:\n{lines}  - {{日期: 2026-03-09, 事项: 列入告知}}\n"
    assert [row[1] for row in clocks(casebook, text) if row[0] == "作出列入决定"] == since


def test_each_objection_is_answered_by_a_result_of_its_own_kind(casebook: Casebook) -> None:
    text = """
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-03-09, 事项: 列入告知}
          - {日期: 2026-03-10, 事项: 提出异议, 针对: 重大违法公布}
          - {日期: 2026-03-11, 事项: 提出异议}
          - {日期: 2026-03-12, 事项: 异议核实, 针对: 重大违法公布, 结果: 成立}
          - {日期: 2026-03-13, 事项: 异议核实, 结果: 成立}
    """
    assert clocks(casebook, text) == [
        ("提出异议", "2026-03-09", "2026-03-16", "2026-03-11"),
        ("核实异议", "2026-03-11", "2026-03-18", "2026-03-13"),
        ("核查公布异议", "2026-03-10", "2026-03-31", "2026-03-12"),
    ]


@pytest.mark.parametrize(
    ("acts", "clock"),
    [
        (["2026-05-11, 事项: 撤下公示, 公示: 行政处罚"], ("撤回处罚信息", "2026-05-11", "2026-05-14", "2026-05-11")),
        (["2026-05-10, 事项: 撤下公示, 公示: 行政处罚"], ("撤回处罚信息", "2026-05-11", "2026-05-14", None)),
        (["2026-05-12, 事项: 撤下公示, 公示: 失信名单"], ("撤回处罚信息", "2026-05-11", "2026-05-14", None)),
        (["2026-05-12, 事项: 更正, 内容: 某, 理由: 某"], ("撤回处罚信息", "2026-05-11", "2026-05-14", None)),
    ],
)
def test_only_taking_a_penalty_down_withdraws_it(casebook: Casebook, acts: list[str], clock: Row) -> None:
    lines = "".join(f"\n          - {{日期: {act}}}" for act in acts)
    text = f"""
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: 2026-03-20, 事项: 行政处罚}}
          - {{日期: 2026-05-11, 事项: 文书撤销, 对象: {{事项: 行政处罚, 日期: 2026-03-20}}, 理由: 某}}{lines}
        公开: [{{依据: 行政处罚, 批准: {{岗位: 某, 日期: 2026-03-23}}}}]
    """
    assert clocks(casebook, text)[-1] == clock


@pytest.mark.parametrize(
    ("act", "stopped"),
    [
        ("撤下公示, 公示: 重大违法公布", "2026-05-12"),
        ("撤下公示, 公示: 行政处罚", None),
        ("更正, 内容: 某, 理由: 某", "2026-05-12"),
    ],
)
def test_a_major_publication_is_corrected_or_taken_down(casebook: Casebook, act: str, stopped: str | None) -> None:
    text = f"""
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: 2026-03-20, 事项: 行政处理}}
          - {{日期: 2026-05-11, 事项: 文书撤销, 对象: {{事项: 行政处理, 日期: 2026-03-20}}, 理由: 某}}
          - {{日期: 2026-05-12, 事项: {act}}}
        公开: [{{依据: 重大违法公布, 类别: 其他重大违法, 批准: {{岗位: 某, 日期: 2026-03-23}}}}]
    """
    assert clocks(casebook, text) == [("更正重大违法公布", "2026-05-11", "2026-05-25", stopped)]


@pytest.mark.parametrize(
    ("approved", "names"), [("2026-05-11", ["公示行政处罚", "撤回处罚信息"]), ("2026-05-12", ["公示行政处罚"])]
)
def test_what_was_approved_after_its_revocation_was_never_published(
    casebook: Casebook, approved: str, names: list[str]
) -> None:
    text = f"""
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: 2026-03-20, 事项: 行政处罚}}
          - {{日期: 2026-05-10, 事项: 文书撤销, 对象: {{事项: 责令改正, 日期: 2026-03-01}}, 理由: 某}}
          - {{日期: 2026-05-11, 事项: 文书撤销, 对象: {{事项: 行政处罚, 日期: 2026-03-20}}, 理由: 某}}
        公开: [{{依据: 行政处罚, 批准: {{岗位: 某, 日期: {approved}}}}}]
    """
    assert [row[0] for row in clocks(casebook, text)] == names


@pytest.mark.parametrize(
    ("end", "since"),
    [
        ("移出名单, 原因: 提前移出", ["2026-04-01"]),
        ("文书撤销, 对象: {事项: 列入失信名单, 日期: 2026-03-20}, 理由: 某", ["2026-04-01"]),
        ("文书撤销, 对象: {事项: 责令改正, 日期: 2026-03-02}, 理由: 某", []),
    ],
)
def test_a_listing_ends_by_removal_and_by_its_own_revocation(casebook: Casebook, end: str, since: list[str]) -> None:
    text = f"""
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: 2026-03-20, 事项: 列入失信名单}}
          - {{日期: 2026-04-01, 事项: {end}}}
    """
    found = {day: clocks(casebook, text, day) for day in (date(2026, 4, 1), date(2031, 1, 1))}
    assert [row[1] for row in found[date(2026, 4, 1)] if row[0] == "撤下失信名单"] == since
    assert [row[1] for row in found[date(2031, 1, 1)] if row[0] == "撤下失信名单"] == (since or ["2029-03-20"])


def test_a_listing_still_runs_on_its_last_day(casebook: Casebook) -> None:
    text = """
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2023-03-20, 事项: 列入失信名单}
          - {日期: 2026-03-19, 事项: 撤下公示, 公示: 失信名单}
          - {日期: 2026-03-20, 事项: 撤下公示, 公示: 失信名单}
    """
    found = [clocks(casebook, text, date(2026, 3, day))[1:] for day in (20, 21)]
    assert found == [[], [("撤下失信名单", "2026-03-20", "2026-04-03", "2026-03-20")]]
