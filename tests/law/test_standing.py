"""The fold: where a case stands on a day, from what had happened by then."""

from __future__ import annotations

from datetime import date

import pytest

from generator.law.standing import Standing, Status
from tests.casebook import Casebook

LISTED = """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2024-02-01, 事项: 责令改正, 期限: 2024-02-08}
      - {日期: 2024-02-10, 事项: 列入告知}
      - {日期: 2024-02-29, 事项: 列入失信名单, 文号: 甲〔2024〕1号}
"""


def standing(casebook: Casebook, text: str, as_of: date) -> Standing:
    return casebook.write(text).ledger(as_of).cases[0].standing


def test_an_event_after_the_date_has_not_happened(casebook: Casebook) -> None:
    assert standing(casebook, LISTED, date(2024, 2, 28)).status is Status.ORDERED
    assert standing(casebook, LISTED, date(2024, 2, 29)).status is Status.LISTED


def test_a_listing_ends_after_three_years(casebook: Casebook) -> None:
    assert standing(casebook, LISTED, date(2027, 2, 28)).listed
    assert not standing(casebook, LISTED, date(2027, 3, 1)).listed


def test_removal_may_be_asked_for_six_months_after_the_later_day(casebook: Casebook) -> None:
    assert standing(casebook, LISTED, date(2024, 6, 1)).removal_from is None
    mended = LISTED + "      - {日期: 2024-05-31, 事项: 改正完毕}\n"
    folded = standing(casebook, mended, date(2024, 6, 1))
    assert folded.status is Status.LISTED_MENDED
    assert folded.removal_from == date(2024, 11, 30)


def test_criminal_proceedings_bar_early_removal(casebook: Casebook) -> None:
    mended = LISTED + "      - {日期: 2024-05-31, 事项: 改正完毕}\n"
    judgment = "法院判决, 判决: [{对象: 吕某某, 身份: 被告人}]"
    for kind, barred in (
        ("移送公安, 罪名: 拒不支付劳动报酬罪", False),
        ("刑事立案", True),
        ("提起公诉", True),
        (judgment, True),
        ("刑事立案, 罪名: 合同诈骗罪", False),
        ("提起公诉, 罪名: 合同诈骗罪", False),
        (f"{judgment}, 罪名: 合同诈骗罪", False),
        (f"{judgment}, 罪名: 合同诈骗罪、拒不支付劳动报酬罪", True),
    ):
        text = mended + f"      - {{日期: 2024-06-01, 事项: {kind}}}\n"
        assert (standing(casebook, text, date(2024, 6, 1)).removal_from is None) is barred, kind


@pytest.mark.parametrize(
    ("acts", "barred"),
    [
        (["移送公安, 罪名: 合同诈骗罪", "刑事立案"], False),
        (["移送公安, 罪名: 合同诈骗罪", "刑事立案, 罪名: 拒不支付劳动报酬罪", "提起公诉"], True),
        (["移送公安, 罪名: 拒不支付劳动报酬罪", "刑事立案, 罪名: 合同诈骗罪", "提起公诉"], False),
        (["刑事立案", "提起公诉, 罪名: 合同诈骗罪"], True),
        (["刑事立案", "刑事程序终结, 罪名: 合同诈骗罪, 结果: 不起诉"], True),
        (["刑事立案", "刑事程序终结, 罪名: 拒不支付劳动报酬罪, 结果: 不起诉"], False),
        (["刑事立案, 罪名: 合同诈骗罪", "刑事程序终结, 结果: 不起诉"], False),
        (["刑事立案, 罪名: 合同诈骗罪", "刑事程序终结, 结果: 不起诉", "刑事立案"], True),
    ],
)
def test_only_refusing_to_pay_bars_removal(casebook: Casebook, acts: list[str], *, barred: bool) -> None:
    """An act that names no 罪名 is about the one named last; proceedings for another offence neither bar nor free."""
    text = LISTED + "      - {日期: 2024-05-31, 事项: 改正完毕}\n"
    text += "".join(f"      - {{日期: 2024-06-{day:02}, 事项: {act}}}\n" for day, act in enumerate(acts, 1))
    folded = standing(casebook, text, date(2024, 6, 30))
    assert (folded.removal_from is None, folded.prosecuted) == (barred, barred)


@pytest.mark.parametrize(
    ("ended", "status"),
    [("罪名: 合同诈骗罪, ", Status.CRIMINAL), ("罪名: 拒不支付劳动报酬罪, ", Status.OPEN), ("", Status.OPEN)],
)
def test_the_end_of_other_proceedings_ends_nothing_else(casebook: Casebook, ended: str, status: Status) -> None:
    text = f"""
        样例: true
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: 2026-02-01, 事项: 刑事立案}}
          - {{日期: 2026-03-01, 事项: 刑事程序终结, {ended}结果: 不起诉}}
    """
    assert standing(casebook, text, date(2026, 3, 1)).status is status


def test_early_removal_ends_it_that_day(casebook: Casebook) -> None:
    removed = LISTED + "      - {日期: 2025-01-10, 事项: 移出名单, 原因: 提前移出}\n"
    assert standing(casebook, removed, date(2025, 1, 9)).listed
    assert not standing(casebook, removed, date(2025, 1, 10)).listed


def test_a_revoked_removal_restores_and_counts_anew(casebook: Casebook) -> None:
    restored = LISTED + (
        "      - {日期: 2025-01-10, 事项: 移出名单, 原因: 提前移出}\n"
        "      - {日期: 2025-03-01, 事项: 文书撤销, 对象: {事项: 移出名单, 日期: 2025-01-10}, 理由: 提供虚假资料}\n"
    )
    folded = standing(casebook, restored, date(2025, 3, 1))
    assert folded.listed
    assert folded.listing
    assert folded.listing.last_day == date(2028, 3, 1)


def test_a_revoked_listing_is_over(casebook: Casebook) -> None:
    target = "{事项: 列入失信名单, 日期: 2024-02-29}"
    revoked = LISTED + f"      - {{日期: 2024-04-01, 事项: 文书撤销, 对象: {target}, 理由: 原指令书被撤销}}\n"
    assert not standing(casebook, revoked, date(2024, 4, 1)).listed


def test_an_objection_is_pending_until_it_is_examined(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}
          - {日期: 2026-03-02, 事项: 列入告知}
          - {日期: 2026-03-04, 事项: 提出异议}
          - {日期: 2026-03-10, 事项: 异议核实, 结果: 不成立}
    """
    (objection,) = standing(casebook, text, date(2026, 3, 9)).objections
    assert objection
    assert objection.on == date(2026, 3, 4)
    assert standing(casebook, text, date(2026, 3, 10)).objections == ()


def test_closing_does_not_wipe_out_a_decision(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}
          - {日期: 2026-03-02, 事项: 行政处罚, 文号: 甲〔2026〕1号}
          - {日期: 2026-03-04, 事项: 回复销号}
    """
    assert standing(casebook, text, date(2026, 4, 1)).status is Status.PENALISED


@pytest.mark.parametrize("how", ["撤销案件", "不起诉", "宣告无罪"])
def test_criminal_proceedings_that_end_without_a_conviction_bar_nothing_any_more(casebook: Casebook, how: str) -> None:
    text = f"""
        样例: true
        单位: {{名称: 虚构甲公司}}
        经过:
          - {{日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}}
          - {{日期: 2026-03-02, 事项: 列入失信名单}}
          - {{日期: 2026-03-10, 事项: 刑事立案}}
          - {{日期: 2026-03-20, 事项: 改正完毕}}
          - {{日期: 2026-05-04, 事项: 刑事程序终结, 结果: {how}}}
    """
    before, after = (standing(casebook, text, day) for day in (date(2026, 5, 3), date(2026, 5, 4)))
    assert (before.prosecuted, before.removal_from) == (True, None)
    assert (after.prosecuted, after.removal_from, after.status) == (False, date(2026, 9, 20), Status.LISTED_MENDED)


def test_payments_add_up_in_fen(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司}
        经过:
          - {日期: 2026-02-01, 事项: 支付, 金额: 0.1万元}
          - {日期: 2026-02-02, 事项: 支付, 金额: 0.29元}
    """
    assert standing(casebook, text, date(2026, 4, 1)).paid_fen == 100_029
