"""Rules about the list on the very day: what is written, and which act (counted from one) each rule speaks of."""

from __future__ import annotations

import pytest

from tests.casebook import Casebook
from tests.checks.test_act_edges import Found, revoking, said

ORDER = "2025-03-03, 事项: 责令改正, 期限: 2025-03-07"
NOTICE = "2025-03-10, 事项: 列入告知"
LISTED = "2025-03-20, 事项: 列入失信名单"
MENDED = "2025-04-01, 事项: 改正完毕"
PROMISED = "2025-04-02, 事项: 信用承诺"
SOUGHT = "2025-10-09, 事项: 申请移出"
REMOVED = "2025-10-20, 事项: 移出名单, 原因: 提前移出"


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ([ORDER, "2025-03-07, 事项: 改正完毕", NOTICE, LISTED], [(4, "C221")]),
        ([ORDER, "2025-03-08, 事项: 改正完毕", NOTICE, LISTED], []),
        ([ORDER, "2025-03-03, 事项: 改正完毕", NOTICE, LISTED], [(4, "C221")]),
        (["2025-03-02, 事项: 改正完毕", ORDER, NOTICE, LISTED], []),
        (["2025-02-03, 事项: 责令改正, 期限: 2025-02-07", "2025-02-07, 事项: 改正完毕", ORDER, NOTICE, LISTED], []),
        ([ORDER, NOTICE, LISTED, "2025-03-21, 事项: 责令改正, 期限: 2025-03-24", "2025-03-22, 事项: 改正完毕"], []),
        ([ORDER, "2025-03-07, 事项: 改正完毕", NOTICE, LISTED, "2025-03-20, 事项: 责令改正"], [(4, "C221")]),
        (
            [ORDER, "2025-03-20, 事项: 责令改正, 期限: 2025-03-24", "2025-03-20, 事项: 改正完毕", NOTICE, LISTED],
            [(4, "C201"), (5, "C221")],
        ),
        (["2025-03-07, 事项: 改正完毕", NOTICE, LISTED], [(2, "C203")]),
    ],
)
def test_mended_within_the_term(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, acts) == found


@pytest.mark.parametrize(
    ("mended", "promised", "note", "found"),
    [
        ("2025-03-20", "2025-03-20", "", [(5, "C222")]),
        ("2025-03-20", "2025-03-20", ", 说明: 某", []),
        ("2025-03-21", "2025-03-20", "", []),
        ("2025-03-20", "2025-03-21", "", []),
    ],
)
def test_amends_before_the_decision(casebook: Casebook, mended: str, promised: str, note: str, found: Found) -> None:
    later = sorted(
        [f"{mended}, 事项: 改正完毕", f"{promised}, 事项: 信用承诺", LISTED + note], key=lambda act: act[:10]
    )
    acts = [ORDER, NOTICE, *later]
    expected = [(acts.index(LISTED + note) + 1, code) for _, code in found]
    assert said(casebook, acts) == expected


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        (["2025-03-12, 事项: 列入失信名单"], [(3, "C224")]),
        (["2025-03-17, 事项: 列入失信名单"], [(3, "C224")]),
        (["2025-03-18, 事项: 列入失信名单"], []),
        (["2025-03-17, 事项: 列入失信名单, 说明: 某"], []),
        (
            [
                "2025-03-11, 事项: 提出异议",
                "2025-03-12, 事项: 异议核实, 结果: 不成立",
                "2025-03-13, 事项: 列入失信名单",
            ],
            [],
        ),
        (["2025-03-11, 事项: 提出异议", "2025-03-13, 事项: 列入失信名单"], [(4, "C223")]),
        (["2025-03-13, 事项: 列入失信名单", "2025-03-13, 事项: 提出异议"], [(3, "C223")]),
        (["2025-03-10, 事项: 列入失信名单"], [(3, "C224")]),
    ],
)
def test_time_to_object(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, [ORDER, NOTICE, *acts]) == found


def test_only_a_listing_after_the_notice_is_too_soon(casebook: Casebook) -> None:
    again = ["2025-10-08, 事项: 责令改正, 期限: 2025-10-10", "2025-10-13, 事项: 列入告知"]
    acts = [ORDER, NOTICE, LISTED, revoking("2025-04-01", "列入失信名单", "2025-03-20"), *again]
    assert said(casebook, acts) == []
    assert said(casebook, [*acts, "2025-10-20, 事项: 列入失信名单"]) == [(7, "C224")]
    assert said(casebook, [*acts, "2025-10-21, 事项: 列入失信名单"]) == []


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ([revoking("2025-04-01", "责令改正", "2025-03-03")], [(4, "C225")]),
        ([revoking("2025-04-01", "列入失信名单", "2025-03-20"), revoking("2025-04-02", "责令改正", "2025-03-03")], []),
        ([revoking("2026-11-01", "责令改正", "2025-03-03")], [(4, "C225")]),
        ([revoking("2026-11-02", "责令改正", "2025-03-03")], [(4, "C207")]),
        (["2025-03-21, 事项: 责令改正", revoking("2025-04-01", "责令改正", "2025-03-03")], [(5, "C225")]),
        (["2025-03-20, 事项: 责令改正", revoking("2025-04-01", "责令改正", "2025-03-03")], []),
        (
            [
                "2025-03-20, 事项: 责令改正",
                revoking("2025-04-01", "责令改正", "2025-03-03"),
                revoking("2025-04-02", "责令改正", "2025-03-20"),
            ],
            [(6, "C225")],
        ),
    ],
)
def test_a_listing_falls_with_its_last_order(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, [ORDER, NOTICE, LISTED, *acts]) == found


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ([MENDED, PROMISED, SOUGHT, REMOVED], []),
        ([PROMISED, SOUGHT, REMOVED], [(6, "C231")]),
        ([MENDED, PROMISED, REMOVED], [(6, "C231")]),
        ([MENDED, "2025-10-20, 事项: 申请移出", "2025-10-20, 事项: 信用承诺", REMOVED], []),
        ([MENDED, PROMISED, "2025-10-01, 事项: 申请移出", "2025-10-16, 事项: 移出名单, 原因: 提前移出"], []),
        (
            [MENDED, PROMISED, "2025-09-30, 事项: 申请移出", "2025-09-30, 事项: 移出名单, 原因: 提前移出"],
            [(6, "C232"), (7, "C232")],
        ),
        (["2025-09-30, 事项: 申请移出"], []),
        ([MENDED, PROMISED, "2025-09-29, 事项: 移出名单, 原因: 列入决定撤销"], []),
        ([MENDED, PROMISED, SOUGHT, "2025-10-20, 事项: 刑事立案", REMOVED], [(8, "C233")]),
        (
            [MENDED, PROMISED, "2025-04-03, 事项: 移送公安, 罪名: 某罪", SOUGHT, "2025-10-20, 事项: 刑事立案", REMOVED],
            [],
        ),
        (
            [
                MENDED,
                PROMISED,
                "2025-04-03, 事项: 移送公安, 罪名: 某罪",
                SOUGHT,
                "2025-10-20, 事项: 刑事立案, 罪名: 拒不支付劳动报酬罪",
                REMOVED,
            ],
            [(9, "C233")],
        ),
        (
            [MENDED, PROMISED, "2025-04-03, 事项: 移送公安, 罪名: 某罪", SOUGHT, REMOVED, "2025-10-21, 事项: 刑事立案"],
            [],
        ),
    ],
)
def test_early_removals(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, [ORDER, NOTICE, LISTED, *acts]) == found


@pytest.mark.parametrize(
    ("again", "note", "found"),
    [
        ("2025-03-20", "", []),
        ("2025-03-21", "", [(7, "C234")]),
        ("2025-03-21", ", 说明: 某", []),
        ("2025-10-20", "", [(7, "C234")]),
        ("2025-10-21", "", []),
    ],
)
def test_arrears_in_another_case_of_the_unit(casebook: Casebook, again: str, note: str, found: Found) -> None:
    unit = '单位: {名称: 虚构甲公司, 统一社会信用代码: "91000000MA00000157"}'
    other = f"样例: true\n{unit}\n经过: [{{日期: {again}, 事项: 责令改正}}]"
    casebook.write(other, "cases/2026/yk-2026-0002.yml")
    lines = "".join(
        f"  - {{日期: {act}}}\n" for act in (ORDER, NOTICE, LISTED, MENDED, PROMISED, SOUGHT, REMOVED + note)
    )
    casebook.write(f"样例: true\n{unit}\n经过:\n{lines}")
    assert [(problem.span.line - 3, problem.code) for problem in casebook.problems()] == found


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ([f"{NOTICE}, 告知载明: [列入事由, 列入依据, 提出异议的权利]"], [(2, "C226")]),
        ([f"{NOTICE}, 告知载明: [可以不予列入的情形, 列入事由, 列入依据, 提出异议的权利]"], []),
        ([NOTICE, LISTED, f"{SOUGHT}, 材料: [书面信用承诺, 书面申请]"], [(4, "C235")]),
        ([NOTICE, LISTED, f"{SOUGHT}, 材料: [书面信用承诺, 书面申请, 已经改正的证据]"], []),
        ([NOTICE, LISTED, SOUGHT], []),
        ([NOTICE, LISTED, "2025-10-10, 事项: 撤下公示, 公示: 失信名单"], [(4, "C236")]),
        ([NOTICE, LISTED, "2025-10-10, 事项: 撤下公示, 公示: 行政处罚"], []),
        (["2025-10-10, 事项: 撤下公示, 公示: 失信名单"], []),
    ],
)
def test_what_is_told_handed_in_and_taken_down(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, [ORDER, *acts]) == found


def test_an_upheld_objection_to_a_publication_bars_no_listing(casebook: Casebook) -> None:
    against = "针对: 重大违法公布"
    handled, objected = "2025-03-10, 事项: 行政处理", f"2025-03-11, 事项: 提出异议, {against}"
    verified = f"2025-03-12, 事项: 异议核实, {against}, 结果: 成立"
    assert said(casebook, [ORDER, handled, NOTICE, objected, verified, LISTED]) == []


@pytest.mark.parametrize(
    "again",
    [
        [],
        [
            "2022-04-01, 事项: 责令改正, 期限: 2022-04-08",
            "2022-04-10, 事项: 列入告知",
            "2022-04-20, 事项: 列入失信名单",
        ],
    ],
)
def test_a_removal_from_the_list_of_another_rule_is_not_judged_by_this_one(
    casebook: Casebook, again: list[str]
) -> None:
    order, notice = "2021-03-01, 事项: 责令改正, 期限: 2021-03-08", "2021-03-10, 事项: 列入告知"
    removed = "2022-03-01, 事项: 移出名单, 原因: 提前移出"
    assert said(casebook, [order, notice, "2021-03-20, 事项: 列入失信名单", removed, *again]) == [(3, "C227")]


def test_a_listing_without_an_order_does_not_fall_with_another_document(casebook: Casebook) -> None:
    fined = "2025-03-05, 事项: 行政处罚"
    acts = [fined, NOTICE, LISTED, revoking("2025-04-01", "行政处罚", "2025-03-05")]
    assert said(casebook, acts) == [(1, "C203"), (1, "C210"), (2, "C203")]
