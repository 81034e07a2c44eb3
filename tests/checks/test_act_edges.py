"""Rules about single acts on the very day: what is written, and which act (counted from one) each rule speaks of."""

from __future__ import annotations

import pytest

from tests.casebook import Casebook

ORDER = "2026-03-02, 事项: 责令改正, 期限: 2026-03-06"
TOLD = "2026-03-05, 事项: 处罚告知"
Found = list[tuple[int, str]]


def said(casebook: Casebook, acts: list[str], head: str = "") -> Found:
    lines = "".join(f"  - {{日期: {act}}}\n" for act in acts)
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲公司}}\n{head}经过:\n{lines}")
    before = 3 + head.count("\n")
    return [(problem.span.line - before, problem.code) for problem in casebook.problems()]


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ([ORDER, TOLD, "2026-03-07, 事项: 行政处罚"], []),
        ([ORDER, TOLD, "2026-03-06, 事项: 行政处罚"], [(3, "C204")]),
        ([TOLD.replace("05", "07"), "2026-03-07, 事项: 行政处罚"], [(1, "C203"), (2, "C203")]),
        ([ORDER, "2026-03-07, 事项: 处罚告知", "2026-03-07, 事项: 行政处罚"], []),
        ([ORDER, "2026-03-07, 事项: 行政处罚", "2026-03-08, 事项: 处罚告知"], [(2, "C210")]),
        ([ORDER, "2026-03-03, 事项: 责令改正", TOLD, "2026-03-07, 事项: 行政处罚"], []),
        (["2026-03-02, 事项: 责令改正", TOLD, "2026-03-07, 事项: 行政处罚"], [(3, "C204")]),
        (["2026-03-07, 事项: 责令改正, 期限: 2026-03-07"], []),
        ([ORDER, "2026-03-03, 事项: 行政处理"], []),
    ],
)
def test_penalties(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, acts) == found


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        (["2026-03-09, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪"], [(1, "C203")]),
        ([ORDER, "2026-03-07, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪"], []),
        ([ORDER, "2026-03-06, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪"], [(2, "C211")]),
        (["2026-03-02, 事项: 责令改正", "2026-03-06, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪"], []),
        ([ORDER, "2026-03-03, 事项: 责令改正", "2026-03-06, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪"], []),
        (
            [
                "2026-03-02, 事项: 行政处理, 期限: 2026-03-06",
                "2026-03-06, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪",
                "2026-03-06, 事项: 移送公安, 罪名: 强迫劳动罪",
            ],
            [(2, "C211")],
        ),
        (
            [
                "2026-03-02, 事项: 责令改正, 期限: 2026-03-04",
                "2026-03-03, 事项: 责令改正, 期限: 2026-03-09",
                "2026-03-06, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪",
            ],
            [],
        ),
        (
            [
                ORDER,
                "2026-03-06, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪",
                "2026-03-07, 事项: 责令改正",
            ],
            [(2, "C211")],
        ),
        (
            [
                ORDER,
                "2026-03-06, 事项: 责令改正",
                "2026-03-06, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪",
            ],
            [],
        ),
    ],
)
def test_transfers(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, acts) == found


def revoking(day: str, kind: str, on: str) -> str:
    return f"{day}, 事项: 文书撤销, 对象: {{事项: {kind}, 日期: {on}}}, 理由: 某"


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        ([ORDER, revoking("2026-03-02", "责令改正", "2026-03-02")], []),
        ([ORDER, revoking("2026-03-03", "责令改正", "2026-03-01")], [(2, "C206")]),
        ([ORDER, revoking("2026-03-03", "行政处罚", "2026-03-02")], [(2, "C206")]),
        (
            [ORDER, revoking("2026-03-03", "责令改正", "2026-03-04"), "2026-03-04, 事项: 责令改正, 期限: 2026-03-09"],
            [(2, "C206")],
        ),
    ],
)
def test_revocations(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, acts) == found


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        (["2026-03-02, 事项: 接到投诉, 渠道: 甲热线", "2026-03-02, 事项: 联系当事人"], []),
        (["2026-03-02, 事项: 联系当事人", "2026-03-03, 事项: 接到投诉, 渠道: 甲热线"], [(1, "C209")]),
        (["2026-03-02, 事项: 立案", "2026-03-02, 事项: 调解达成"], []),
        (["2026-03-02, 事项: 立案", "2026-03-02, 事项: 回复销号"], [(2, "C209")]),
        (["2026-03-02, 事项: 调解达成"], [(1, "C209")]),
    ],
)
def test_the_flow_of_a_complaint(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, acts) == found


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        (["2026-03-02, 事项: 立案", "2026-03-02, 事项: 撤销立案, 理由: 某"], []),
        (["2026-03-02, 事项: 中止调查, 理由: 某"], [(1, "C203")]),
        (["2026-03-02, 事项: 立案", "2026-03-04, 事项: 恢复调查"], [(2, "C203")]),
        (["2026-03-02, 事项: 立案", "2026-03-01, 事项: 支付, 金额: 1元"], [(2, "C201")]),
        (["2026-03-02, 事项: 支付, 金额: 1元"] * 3, [(2, "C212"), (3, "C212")]),
        (["2026-03-02, 事项: 支付, 金额: 1元", "2026-03-02, 事项: 支付, 金额: 1元, 说明: 又一次"], [(2, "C212")]),
        (["2026-03-02, 事项: 支付, 金额: 1元", "2026-03-03, 事项: 支付, 金额: 1元"], []),
        (["2026-03-02, 事项: 立案, 延期批准: 2026-03-02"], []),
        (["2026-03-02, 事项: 立案, 延期批准: 2026-03-01"], [(1, "C213")]),
        ([f"{ORDER}, 送达日期: 2026-03-02"], []),
        ([f"{ORDER}, 送达日期: 2026-03-01"], [(1, "C213")]),
        ([ORDER, "2026-03-09, 事项: 列入告知, 延期批准: 2026-03-08, 送达日期: 2026-03-08"], [(2, "C213")] * 2),
        (["2026-03-02, 事项: 责令改正, 期限: 2026-03-01"], [(1, "C205")]),
    ],
)
def test_days(casebook: Casebook, acts: list[str], found: Found) -> None:
    assert said(casebook, acts) == found


def test_a_repeated_act_points_to_the_first(casebook: Casebook) -> None:
    acts = ["2026-03-02, 事项: 立案", *["2026-03-02, 事项: 支付, 金额: 1元"] * 3]
    assert said(casebook, acts) == [(3, "C212"), (4, "C212")]
    assert [problem.hint[:9] for problem in casebook.problems()] == ["与第 5 行相同，"] * 2


MENDED = "2026-03-09, 事项: 改正完毕"


@pytest.mark.parametrize(
    ("owed", "acts", "found"),
    [
        ("金额: 3元", [ORDER, "2026-03-03, 事项: 支付, 金额: 3元", MENDED], []),
        ("金额: 3元", [ORDER, "2026-03-03, 事项: 支付, 金额: 2.99元", MENDED], [(3, "C215")]),
        ("金额: 3元", [ORDER, "2026-03-03, 事项: 支付, 金额: 3.01元", MENDED], [(2, "C214")]),
        ("金额: 3元", [ORDER, MENDED], []),
        ("金额: 3元", ["2026-03-03, 事项: 支付, 金额: 3元"], []),
        ("金额: 3元", ["2026-03-03, 事项: 支付, 金额: 4元", "2026-03-04, 事项: 支付, 金额: 4元"], [(1, "C214")]),
        ("金额: 3元", [ORDER, "2026-03-03, 事项: 支付, 金额: 2.99元"], []),
        (
            "金额: 3元",
            [ORDER, "2026-03-03, 事项: 支付, 金额: 1元", "2026-03-04, 事项: 支付, 金额: 2元"],
            [(3, "C215")],
        ),
        ("人数: 3名", [ORDER, "2026-03-03, 事项: 支付, 金额: 3元", MENDED], []),
        ("人数: 3名", [ORDER, "2026-03-03, 事项: 支付, 金额: 3元"], []),
        ("金额: 3余元", [ORDER, "2026-03-03, 事项: 支付, 金额: 2元", MENDED], []),
    ],
)
def test_payments(casebook: Casebook, owed: str, acts: list[str], found: Found) -> None:
    assert said(casebook, acts, f"欠薪: {{{owed}}}\n") == found


def test_payments_of_a_case_without_arrears(casebook: Casebook) -> None:
    assert said(casebook, [ORDER, "2026-03-03, 事项: 支付, 金额: 3元", MENDED]) == []


@pytest.mark.parametrize(
    ("day", "note", "found"),
    [("03-31", "", []), ("04-01", "", [(2, "C506")]), ("04-01", ", 说明: 某", [])],
)
def test_a_complaint_two_years_after_the_end(casebook: Casebook, day: str, note: str, found: Found) -> None:
    acts = ["2026-03-30, 事项: 立案", f"2026-{day}, 事项: 接到投诉, 渠道: 甲热线{note}"]
    assert said(casebook, acts, "欠薪: {期间: 2023-11 至 2024-03}\n") == found
    for problem in casebook.problems():
        assert problem.span.column == 10
        assert problem.message == "欠薪期间到 2024-03-31 为止，两年的查处时效到 2026-03-31，投诉晚了 1 天"
