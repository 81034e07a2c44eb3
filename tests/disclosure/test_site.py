"""The portal as the public sees it, and what each basis may say of an employer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casebook import Casebook
from tests.disclosure.test_gate import LISTED, PENALTY

FIGURES = """
已公布数字:
  - 来源: {名称: 某报, 日期: 2026-05-01}
    数字:
      - {名称: 欠薪投诉, 数值: 1万多, 单位: 件, 统计期: 今年以来}
"""


def test_the_hotline_is_the_first_telephone_with_a_number(casebook: Casebook) -> None:
    casebook.portal["投诉渠道"] = (
        "[{名称: 安薪码, 方式: 二维码, 号码: '1'}, {名称: 待定, 方式: 电话}, {名称: 热线, 方式: 电话, 号码: '12345'},"
        " {名称: 来访, 方式: 内部}, {名称: 检查发现, 方式: 检查}]"
    )
    portal = casebook.write(PENALTY).disclosed().site.portal
    assert portal.hotline
    assert portal.hotline.name == "热线"
    assert [channel.name for channel in portal.channels] == ["安薪码", "待定", "热线"]


@pytest.mark.parametrize(
    ("sample", "pin", "demonstration"), [("样例: true", "", True), ("", "2026-11-01", True), ("", "", False)]
)
def test_a_sample_or_a_pinned_date_makes_a_demonstration(
    casebook: Casebook, sample: str, pin: str, *, demonstration: bool
) -> None:
    if pin:
        casebook.portal["演示截至日期"] = pin
    casebook.write(PENALTY.replace("样例: true", sample or "项目: 某项目"))
    assert casebook.disclosed(date(2026, 4, 1)).site.portal.demonstration is demonstration


def test_what_is_not_filled_in_is_none(casebook: Casebook) -> None:
    portal = casebook.write(PENALTY).disclosed().site.portal
    assert portal.registrations == (("ICP备案号", None), ("公安备案号", None), ("网站标识码", None))
    assert portal.contact == (("承办", None), ("地址", None), ("电话", None), ("邮箱", None))
    assert portal.base_url is None


def test_figures_appear_from_their_own_day_on(casebook: Casebook) -> None:
    casebook.write(PENALTY)
    casebook.root.joinpath("content/figures.yml").write_text(FIGURES, encoding="utf-8")
    assert casebook.disclosed(date(2026, 4, 30)).site.figures == ()
    figures = casebook.disclosed(date(2026, 5, 1)).site.figures
    assert [(one.label, one.value, one.unit) for one in figures[0].figures] == [("欠薪投诉", "1万多", "件")]


@pytest.mark.parametrize(
    ("basis", "code", "address", "head"),
    [
        ("失信名单", "91000000MA00000157", None, "虚构某甲"),
        ("重大违法公布, 类别: 其他重大违法", "91000000MA00000157", "样例路", "虚构某甲"),
        ("媒体转载, 来源: {名称: 某报, 日期: 2026-03-01}", None, None, None),
    ],
)
def test_each_basis_says_what_it_may_of_the_employer(
    casebook: Casebook, basis: str, code: str | None, address: str | None, head: str | None
) -> None:
    text = LISTED.replace("失信名单, 批", f"{basis}, 批").replace("2026-03-02", "2026-03-11")
    employer = casebook.write(text).public(date(2026, 4, 1)).employer
    assert (employer.credit_code, employer.address, employer.representative) == (code, address, head)


def test_unknown_facts_stay_unknown(casebook: Casebook) -> None:
    case = casebook.write(PENALTY).public(date(2026, 4, 1))
    assert (case.headcount, case.amount, case.amount_fen, case.period) == (None, None, None, None)


@pytest.mark.parametrize(
    ("extra", "status", "tone"),
    [
        ("", "已作出行政处罚决定", "grave"),
        ("      - {日期: 2026-03-10, 事项: 改正完毕}\n", "已改正", "mended"),
    ],
)
def test_status_and_tone(casebook: Casebook, extra: str, status: str, tone: str) -> None:
    case = casebook.write(PENALTY.replace("    公开:", f"{extra}    公开:")).public(date(2026, 4, 1))
    assert (case.status, case.status_tone) == (status, tone)


def test_newest_first(casebook: Casebook) -> None:
    casebook.write(PENALTY).write(LISTED, "cases/2026/yk-2026-0002.yml")
    assert [case.number for case in casebook.disclosed(date(2026, 4, 1)).site.cases] == ["yk-2026-0001", "yk-2026-0002"]


def test_newest_number_first_on_the_same_day(casebook: Casebook) -> None:
    for number in ("9999", "10000", "10001"):
        casebook.write(PENALTY, f"cases/2026/yk-2026-{number}.yml")
    assert [case.number for case in casebook.disclosed(date(2026, 4, 1)).site.cases] == [
        "yk-2026-10001",
        "yk-2026-10000",
        "yk-2026-9999",
    ]
