"""Windows as values, on the very day: first, last, counted from, decision, end of an earlier stay, why early."""

from __future__ import annotations

from datetime import date

import pytest

from generator.law.windows import window
from tests.casebook import Casebook

Row = tuple[str, str, str, str, str | None, str | None]

LISTED = "2023-03-20, 事项: 列入失信名单"
REMOVED = "事项: 移出名单, 原因: 提前移出"
REVOKED = "事项: 文书撤销, 理由: 某, 对象:"
MAJOR = "重大违法公布, 类别: 其他重大违法"


def found(casebook: Casebook, basis: str, approved: str, acts: list[str], as_of: str = "2026-11-01") -> Row | None:
    lines = "".join(f"  - {{日期: {act}}}\n" for act in acts)
    casebook.write(
        f"样例: true\n单位: {{名称: 虚构甲公司}}\n经过:\n{lines}公开:\n"
        f"  - {{依据: {basis}, 批准: {{岗位: 治欠办主任, 日期: {approved}}}}}\n"
    )
    assert casebook.records().problems == ()
    ledger = casebook.ledger(date.fromisoformat(as_of))
    case = ledger.cases[0].record
    one = window(case.disclosures[0], case.events, ledger.portal.record.policy, ledger.as_of)
    if one is None:
        return None
    after = str(one.after) if one.after else None
    return str(one.first), str(one.last), str(one.counted_from), str(one.stands_on), after, one.ended_early


@pytest.mark.parametrize(
    ("acts", "approved", "as_of", "row"),
    [
        (["2023-03-19, 事项: 责令改正"], "2023-03-20", "2023-04-01", None),
        ([LISTED], "2023-03-19", "2023-04-01", None),
        ([LISTED], "2023-03-20", "2023-03-19", None),
        ([LISTED], "2023-03-20", "2023-03-20", ("2023-03-20", "2026-03-20", "2023-03-20", "2023-03-20", None, None)),
        ([LISTED], "2026-03-20", "2026-03-20", ("2026-03-20", "2026-03-20", "2023-03-20", "2023-03-20", None, None)),
        ([LISTED], "2026-03-21", "2026-03-21", None),
        (
            [LISTED, f"2024-01-10, {REMOVED}"],
            "2023-03-27",
            "2024-01-10",
            ("2023-03-27", "2024-01-09", "2023-03-20", "2023-03-20", None, "提前移出"),
        ),
        (
            [LISTED, f"2026-03-20, {REMOVED}"],
            "2023-03-27",
            "2026-03-20",
            ("2023-03-27", "2026-03-19", "2023-03-20", "2023-03-20", None, "提前移出"),
        ),
        (
            [LISTED, f"2026-03-21, {REMOVED}"],
            "2023-03-27",
            "2026-03-21",
            ("2023-03-27", "2026-03-20", "2023-03-20", "2023-03-20", None, None),
        ),
        (
            [LISTED, f"2023-05-10, {REVOKED} {{事项: 列入失信名单, 日期: 2023-03-20}}"],
            "2023-03-27",
            "2023-05-10",
            ("2023-03-27", "2023-05-09", "2023-03-20", "2023-03-20", None, "列入决定撤销"),
        ),
        (
            [
                LISTED,
                f"2024-01-10, {REMOVED}",
                f"2024-02-10, {REVOKED} {{事项: 移出名单, 日期: 2024-01-10}}",
            ],
            "2023-03-27",
            "2024-02-10",
            ("2024-02-10", "2027-02-10", "2024-02-10", "2023-03-20", None, None),
        ),
        (
            [LISTED, f"2024-01-10, {REMOVED}", "2024-01-11, 事项: 列入失信名单", f"2024-05-10, {REMOVED}"],
            "2024-01-12",
            "2024-02-10",
            ("2024-01-12", "2027-01-11", "2024-01-11", "2024-01-11", "2024-01-10", None),
        ),
        (
            [
                LISTED,
                f"2023-05-10, {REVOKED} {{事项: 列入失信名单, 日期: 2023-03-20}}",
                f"2023-05-11, {REVOKED} {{事项: 责令改正, 日期: 2023-03-01}}",
                "2023-06-01, 事项: 列入失信名单",
            ],
            "2023-06-01",
            "2023-06-01",
            ("2023-06-01", "2026-06-01", "2023-06-01", "2023-06-01", "2023-05-10", None),
        ),
    ],
)
def test_listings(casebook: Casebook, acts: list[str], approved: str, as_of: str, row: Row | None) -> None:
    assert found(casebook, "失信名单", approved, acts, as_of) == row


@pytest.mark.parametrize(
    ("acts", "row"),
    [
        (["2026-03-02, 事项: 行政处理"], None),
        (["2026-03-06, 事项: 行政处罚, 情节: 轻微"], None),
        (
            ["2026-03-05, 事项: 行政处罚, 情节: 轻微"],
            ("2026-03-05", "2026-06-05", "2026-03-05", "2026-03-05", None, None),
        ),
        (["2025-12-04, 事项: 行政处罚, 情节: 轻微"], None),
        (
            ["2025-12-05, 事项: 行政处罚, 情节: 轻微"],
            ("2026-03-05", "2026-03-05", "2025-12-05", "2025-12-05", None, None),
        ),
        (
            ["2026-03-02, 事项: 行政处罚, 情节: 轻微", f"2026-06-02, {REVOKED} {{事项: 行政处罚, 日期: 2026-03-02}}"],
            ("2026-03-05", "2026-06-01", "2026-03-02", "2026-03-02", None, "某"),
        ),
        (
            ["2026-03-02, 事项: 行政处罚, 情节: 轻微", f"2026-07-02, {REVOKED} {{事项: 行政处罚, 日期: 2026-03-02}}"],
            ("2026-03-05", "2026-06-02", "2026-03-02", "2026-03-02", None, "某"),
        ),
        (
            ["2026-03-02, 事项: 行政处罚, 情节: 轻微", f"2026-04-02, {REVOKED} {{事项: 行政处罚, 日期: 2026-03-01}}"],
            ("2026-03-05", "2026-06-02", "2026-03-02", "2026-03-02", None, None),
        ),
        (
            [
                "2026-03-02, 事项: 行政处罚, 情节: 轻微",
                "2026-03-03, 事项: 行政处罚, 情节: 严重",
                f"2026-04-02, {REVOKED} {{事项: 行政处罚, 日期: 2026-03-03}}",
            ],
            ("2026-03-05", "2026-06-02", "2026-03-02", "2026-03-02", None, None),
        ),
        (
            [
                "2026-03-02, 事项: 行政处罚, 情节: 轻微",
                "2026-03-03, 事项: 行政处罚, 情节: 一般",
                f"2026-04-02, {REVOKED} {{事项: 行政处罚, 日期: 2026-03-03}}",
                f"2026-04-03, {REVOKED} {{事项: 行政处罚, 日期: 2026-03-02}}",
            ],
            ("2026-03-05", "2026-04-01", "2026-03-03", "2026-03-03", None, "某"),
        ),
    ],
)
def test_penalties(casebook: Casebook, acts: list[str], row: Row | None) -> None:
    assert found(casebook, "行政处罚", "2026-03-05", acts) == row


@pytest.mark.parametrize(
    ("acts", "row"),
    [
        (["2026-03-02, 事项: 责令改正"], None),
        (["2026-03-06, 事项: 行政处理"], None),
        (
            ["2026-03-04, 事项: 移送公安, 罪名: 某罪", "2026-03-03, 事项: 行政处理"],
            ("2026-03-05", "2029-03-03", "2026-03-03", "2026-03-03", None, None),
        ),
        (
            [
                "2026-03-02, 事项: 行政处罚",
                "2026-03-03, 事项: 行政处理",
                f"2026-04-02, {REVOKED} {{事项: 行政处罚, 日期: 2026-03-02}}",
                f"2026-04-09, {REVOKED} {{事项: 行政处理, 日期: 2026-03-03}}",
            ],
            ("2026-03-05", "2026-04-08", "2026-03-03", "2026-03-03", None, "某"),
        ),
        (
            ["2026-03-02, 事项: 行政处理", f"2026-03-04, {REVOKED} {{事项: 行政处理, 日期: 2026-03-02}}"],
            ("2026-03-05", "2026-03-03", "2026-03-02", "2026-03-02", None, "某"),
        ),
    ],
)
def test_major_violations(casebook: Casebook, acts: list[str], row: Row | None) -> None:
    assert found(casebook, MAJOR, "2026-03-05", acts) == row


def test_what_has_not_happened_opens_nothing(casebook: Casebook) -> None:
    penalty, handling = "2026-03-05, 事项: 行政处罚", "2026-03-05, 事项: 行政处理"
    assert found(casebook, "行政处罚", "2026-03-04", [penalty], "2026-03-04") is None
    assert found(casebook, MAJOR, "2026-03-04", [handling], "2026-03-04") is None
    assert found(casebook, MAJOR, "2026-03-05", [handling], "2026-03-05") is not None


def test_a_report_counts_from_its_approval(casebook: Casebook) -> None:
    basis = "媒体转载, 来源: {名称: 某报, 日期: 2026-03-04}"
    row = ("2026-03-05", "2029-03-05", "2026-03-05", "2026-03-05", None, None)
    assert found(casebook, basis, "2026-03-05", ["2026-03-04, 事项: 责令改正"]) == row
