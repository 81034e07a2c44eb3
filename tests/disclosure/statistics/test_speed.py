"""The promise of 117 and the way from complaint to payment, each by its records."""

from __future__ import annotations

from datetime import date
from textwrap import indent

import pytest

from tests.casebook import Casebook
from tests.disclosure.statistics.conftest import Table

NOVEMBER = date(2026, 11, 1)
RECEIVED = "日期: 2026-03-02, 事项: 接到投诉, 渠道: 热线"
REPORT = "公开: [{依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-03-09}}]"


def write(casebook: Casebook, *acts: str, copies: int = 3, more: str = "") -> Casebook:
    lines = "\n".join(f"- {{{act}}}" for act in (RECEIVED, *acts))
    for serial in range(1, copies + 1):
        text = f"单位: {{名称: 虚构某劳务有限公司}}\n经过:\n{indent(lines, '  ')}\n{more}"
        casebook.write(text, f"cases/2026/yk-2026-{serial:04}.yml")
    return casebook


def shares(table: Table, slug: str, as_of: date = NOVEMBER) -> list[tuple[str, int | None, int | None]]:
    return [(one.label, one.number, one.whole) for one in table(slug, as_of).counts]


@pytest.mark.parametrize(
    ("acts", "kept"),
    [
        (["日期: 2026-03-03, 事项: 分派, 承办: 甲镇", "日期: 2026-03-04, 事项: 联系当事人"], [3, 3, 0]),
        (["日期: 2026-03-04, 事项: 分派, 承办: 甲镇", "日期: 2026-03-06, 事项: 联系当事人"], [0, 0, 0]),
        (["日期: 2026-03-03, 事项: 受理", "日期: 2026-03-09, 事项: 回复销号"], [3, 0, 3]),
        (["日期: 2026-03-03, 事项: 受理", "日期: 2026-03-10, 事项: 回复销号"], [3, 0, 0]),
    ],
    ids=["in time", "a day late each", "done on the seventh day", "done on the eighth"],
)
def test_promises_kept(casebook: Casebook, table: Table, acts: list[str], kept: list[int]) -> None:
    write(casebook, *acts)
    labels = ["接到投诉后1天内接收", "接收后1天内联系当事人", "一般案件接到投诉后7天内办结"]
    assert shares(table, "promise") == [(label, number, 3) for label, number in zip(labels, kept, strict=True)]


@pytest.mark.parametrize(("day", "counted"), [("2026-03-09", False), ("2026-03-10", True)])
def test_a_hard_case_leaves_the_seven_days_while_they_run(
    casebook: Casebook, table: Table, day: str, *, counted: bool
) -> None:
    write(casebook, "日期: 2026-03-03, 事项: 受理", f"日期: {day}, 事项: 疑难会办, 部门: [公安局]")
    labels = [label for label, _, _ in shares(table, "promise")]
    assert ("一般案件接到投诉后7天内办结" in labels) is counted


def test_a_term_that_still_ran_at_the_end_of_the_month_is_not_counted(casebook: Casebook, table: Table) -> None:
    casebook.write("单位: {名称: 虚构某公司}\n经过: [{日期: 2026-10-30, 事项: 接到投诉, 渠道: 热线}]")
    for serial in (2, 3):
        text = "单位: {名称: 虚构某公司}\n经过: [{日期: 2026-10-30, 事项: 接到投诉, 渠道: 热线}]"
        casebook.write(text, f"cases/2026/yk-2026-000{serial}.yml")
    assert shares(table, "promise") == [("接到投诉后1天内接收", 0, 3)]


def test_one_or_two_secret_cases_make_no_share(casebook: Casebook, table: Table) -> None:
    write(casebook, "日期: 2026-03-03, 事项: 分派, 承办: 甲镇")
    silent = "单位: {名称: 虚构某公司}\n经过: [{日期: 2026-03-02, 事项: 立案}]"
    casebook.write(silent, "cases/2026/yk-2026-0003.yml")
    assert shares(table, "promise") == [
        ("接到投诉后1天内接收", None, None),
        ("接收后1天内联系当事人", None, None),
        ("一般案件接到投诉后7天内办结", None, None),
    ]


def test_a_reprint_says_nothing_of_how_fast_it_was(casebook: Casebook, table: Table) -> None:
    write(casebook, more=REPORT)
    assert (shares(table, "promise"), shares(table, "payment")) == ([], [])


@pytest.mark.parametrize(
    ("act", "within"),
    [
        ("日期: 2026-04-01, 事项: 改正完毕", [3, 3, 30]),
        ("日期: 2026-04-02, 事项: 改正完毕", [0, 3, 31]),
        ("日期: 2026-05-01, 事项: 回复销号, 结果: 工资已付清", [0, 3, 60]),
        ("日期: 2026-05-02, 事项: 回复销号, 结果: 工资已付清", [0, 0, 61]),
        ("日期: 2026-03-05, 事项: 回复销号, 结果: 达成调解", [0, 0, None]),
        ("日期: 2026-11-01, 事项: 改正完毕", [0, 0, None]),
    ],
    ids=["30 days", "31 days", "60 days", "61 days", "an agreement pays nobody", "after the last day that counts"],
)
def test_from_complaint_to_payment(casebook: Casebook, table: Table, act: str, within: list[int | None]) -> None:
    write(casebook, act)
    shown = [("30天内付清", within[0], 3), ("60天内付清", within[1], 3)]
    middle = [] if within[2] is None else [("付清用了多少天（中位数）", within[2], None)]
    assert shares(table, "payment") == [*shown, *middle]


def test_a_share_asks_only_complaints_that_are_old_enough(casebook: Casebook, table: Table) -> None:
    for serial, day in enumerate(("2026-03-01", "2026-03-01", "2026-03-01", "2026-03-02"), 1):
        text = f"单位: {{名称: 虚构某公司}}\n经过: [{{日期: {day}, 事项: 接到投诉, 渠道: 热线}}]"
        casebook.write(text, f"cases/2026/yk-2026-{serial:04}.yml")
    assert shares(table, "payment", date(2026, 3, 31)) == []
    assert shares(table, "payment", date(2026, 4, 1)) == [("30天内付清", 0, 3)]
    assert shares(table, "payment", date(2026, 5, 1)) == [("30天内付清", 0, 4), ("60天内付清", 0, 3)]


@pytest.mark.parametrize(
    ("acts", "counted"),
    [
        (["日期: 2026-03-04, 事项: 不予受理, 理由: 已经申请仲裁"], False),
        (["日期: 2026-03-04, 事项: 不予受理, 理由: 已经申请仲裁", "日期: 2026-03-20, 事项: 受理"], True),
    ],
)
def test_a_complaint_that_was_declined_waits_for_nothing(
    casebook: Casebook, table: Table, acts: list[str], *, counted: bool
) -> None:
    write(casebook, *acts)
    assert bool(shares(table, "payment")) is counted


def test_what_an_inspection_found_is_no_complaint(casebook: Casebook, table: Table) -> None:
    casebook.portal["投诉渠道"] = "[{名称: 热线, 方式: 检查}]"
    write(casebook)
    assert (shares(table, "promise"), shares(table, "payment")) == ([], [])
