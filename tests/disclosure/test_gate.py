"""What gets through the gate, on which days, and what is left when it has closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.disclosure.gate import disclose_on
from generator.disclosure.public import Basis, EndedCase, Ending, PublicCase, PublicObjection
from generator.disclosure.site import tell
from generator.ledger import fold
from generator.records.load import load
from tests.casebook import Casebook

LISTED = """
    样例: true
    单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 法定代表人: 虚构某甲, 地址: 样例路}
    违法事实: 逾期未支付工资。
    经过:
      - {日期: 2026-01-05, 事项: 接到投诉, 渠道: 甲热线}
      - {日期: 2026-01-06, 事项: 分派, 承办: 甲镇}
      - {日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}
      - {日期: 2026-02-10, 事项: 列入告知}
      - 日期: 2026-02-27
        事项: 列入失信名单
        文号: 甲〔2026〕1号
        列入事由: 逾期未支付
        人员: [{姓名: 虚构某乙, 身份: 直接负责的主管人员}]
      - {日期: 2026-03-10, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}
    公开:
      - {依据: 失信名单, 批准: {岗位: 治欠办主任, 日期: 2026-03-02}}
"""
PENALTY = """
    样例: true
    单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 法定代表人: 虚构某甲}
    经过:
      - {日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}
      - {日期: 2026-03-02, 事项: 行政处罚, 文号: 甲〔2026〕1号, 金额: 20000元, 情节: 轻微}
    公开:
      - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-05}}
"""


def shown(casebook: Casebook, text: str) -> list[bool]:
    """Whether the case is public on the days around its edges."""
    days = [date(2026, 3, 4), date(2026, 3, 5), date(2026, 6, 2), date(2026, 6, 3)]
    return [isinstance(casebook.write(text).only(day), PublicCase) for day in days]


def test_from_approval_to_the_last_day_of_the_term(casebook: Casebook) -> None:
    assert shown(casebook, PENALTY) == [False, True, True, False]


def test_what_is_owed_is_shown_as_it_is_written_and_nothing_where_nothing_is(casebook: Casebook) -> None:
    owed = "欠薪: {人数: 21名, 金额: 58.4万元, 期间: 2025-03至2025-12}\n    经过:"
    case = casebook.write(PENALTY.replace("经过:", owed, 1)).public(date(2026, 4, 1))
    assert (case.headcount, case.amount, case.period) == ("21名", "58.4万元", "2025年3月至2025年12月")
    case = casebook.write(PENALTY).public(date(2026, 4, 1))
    assert (case.headcount, case.amount, case.period) == (None, None, None)


def test_a_listing_shows_what_its_basis_covers_and_no_more(casebook: Casebook) -> None:
    case = casebook.write(LISTED).public(date(2026, 4, 1))
    assert [step.title for step in case.timeline] == [
        "责令限期改正",
        "告知拟列入失信联合惩戒名单",
        "列入失信联合惩戒名单",
    ]
    assert case.status == "已列入失信联合惩戒名单"
    assert case.listing
    assert (case.listing.decided, case.listing.last_day) == (date(2026, 2, 27), date(2029, 2, 27))
    assert [(person.name, person.role) for person in case.listing.persons] == [("虚构某乙", "直接负责的主管人员")]
    assert case.employer.address is None


def test_the_bureaus_own_steps_never_get_out(casebook: Casebook) -> None:
    text = LISTED.replace("依据: 失信名单", "依据: 重大违法公布, 类别: 其他重大违法").replace(
        "2026-03-02", "2026-03-11"
    )
    titles = [step.title for step in casebook.write(text).public(date(2026, 4, 1)).timeline]
    assert titles == ["接到劳动者投诉", "责令限期改正", "以涉嫌拒不支付劳动报酬罪移送公安机关"]


def test_early_removal_leaves_a_stub_that_day(casebook: Casebook) -> None:
    removed = LISTED.replace("    公开:", "      - {日期: 2026-10-08, 事项: 移出名单, 原因: 提前移出}\n    公开:")
    assert isinstance(casebook.write(removed).only(date(2026, 10, 7)), PublicCase)
    stub = casebook.only(date(2026, 10, 8))
    assert isinstance(stub, EndedCase)
    assert (stub.ended, [article.number for article in stub.articles]) == (date(2026, 10, 8), [17])
    assert "虚构" not in repr(stub)


def test_a_revoked_penalty_is_withdrawn_with_its_reason(casebook: Casebook) -> None:
    revoked = PENALTY.replace(
        "    公开:",
        "      - {日期: 2026-04-01, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-02}, 理由: 事实有误。}\n"
        "    公开:",
    )
    stub = casebook.write(revoked).only(date(2026, 4, 1))
    assert isinstance(stub, EndedCase)
    assert stub.reason.endswith("理由：事实有误。")


def test_without_approval_nothing_is_public(casebook: Casebook) -> None:
    bare = PENALTY.replace(", 批准: {岗位: 治欠办主任, 日期: 2026-03-05}", "")
    assert casebook.write(bare).only(date(2026, 4, 1)) == "公开尚未批准、尚未到日期，或缺少所依据的决定"


def test_without_a_decision_to_disclose_nothing_is_public(casebook: Casebook) -> None:
    assert casebook.write("样例: true\n单位: {名称: 虚构甲公司}").only() == "没有公开决定"


def test_when_one_of_two_bases_ends_its_facts_go(casebook: Casebook) -> None:
    both = LISTED.replace("      - {日期: 2026-03-10, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}\n", "").replace(
        "    公开:",
        "      - {日期: 2026-03-02, 事项: 行政处罚, 文号: 甲〔2026〕2号, 情节: 轻微}\n"
        "    公开:\n      - {依据: 行政处罚, 批准: {岗位: 治欠办主任, 日期: 2026-03-05}}",
    )
    casebook.write(both)
    before, after = casebook.public(date(2026, 6, 2)), casebook.public(date(2026, 6, 3))
    assert [ground.basis.value for ground in before.grounds] == ["失信名单", "行政处罚"]
    assert [ground.basis.value for ground in after.grounds] == ["失信名单"]
    assert "作出行政处罚决定" in {step.title for step in before.timeline}
    assert "作出行政处罚决定" not in {step.title for step in after.timeline}


def test_a_reprint_says_nothing_later_than_its_report(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司, 法定代表人: 虚构某甲}
        违法事实: 报道之外的事实。
        经过:
          - {日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}
          - {日期: 2026-03-02, 事项: 移送公安, 罪名: 拒不支付劳动报酬罪}
        公开:
          - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-02-20}, 批准: {岗位: 治欠办主任, 日期: 2026-02-21}}
    """
    case = casebook.write(text).public()
    assert [step.title for step in case.timeline] == ["责令限期改正"]
    assert (case.facts, case.employer.representative, case.status) == (None, None, "已责令限期改正")


def test_next_change_is_the_first_day_that_differs(casebook: Casebook) -> None:
    casebook.write(PENALTY)
    days = [date(2026, 1, 1), date(2026, 3, 5), date(2026, 6, 2), date(2026, 6, 3)]
    assert [casebook.disclosed(day).site.next_change for day in days] == [
        date(2026, 3, 5),
        date(2026, 6, 3),
        date(2026, 6, 3),
        None,
    ]


def test_a_bar_to_removal_counts_even_where_it_is_not_shown(casebook: Casebook) -> None:
    mended = LISTED.replace(
        "    公开:",
        "      - {日期: 2026-03-20, 事项: 刑事立案}\n      - {日期: 2026-03-21, 事项: 改正完毕}\n    公开:",
    )
    case = casebook.write(mended).public(date(2026, 4, 1))
    assert case.listing
    assert case.listing.removal_from is None
    assert "刑事" not in repr(case)


def test_arrears_in_another_case_take_the_promise_of_a_day_away(casebook: Casebook) -> None:
    listed = LISTED.replace("    公开:", "      - {日期: 2026-03-21, 事项: 改正完毕}\n    公开:")
    other = """
        样例: true
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        违法行为: [拖欠工资]
        经过: [{日期: 2026-07-01, 事项: 责令改正, 期限: 2026-07-08}]
    """
    casebook.write(listed)
    alone = casebook.public(date(2026, 8, 1)).listing
    casebook.write(other, "cases/2026/yk-2026-0002.yml")
    before, after = (casebook.disclosed(day).site.cases[0].listing for day in (date(2026, 6, 30), date(2026, 7, 1)))
    assert alone
    assert before
    assert after
    assert alone.removal_from == before.removal_from == date(2026, 9, 21)
    assert after.removal_from is None
    assert casebook.disclosed(date(2026, 6, 30)).site.next_change == date(2026, 7, 1)


def test_an_offence_of_another_kind_is_no_relapse(casebook: Casebook) -> None:
    listed = LISTED.replace("    公开:", "      - {日期: 2026-03-21, 事项: 改正完毕}\n    公开:")
    other = """
        样例: true
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157}
        违法行为: [未提供工资清单]
        经过: [{日期: 2026-07-01, 事项: 责令改正, 期限: 2026-07-08}]
    """
    casebook.write(listed).write(other, "cases/2026/yk-2026-0002.yml")
    listing = casebook.disclosed(date(2026, 8, 1)).site.cases[0].listing
    assert listing
    assert listing.removal_from == date(2026, 9, 21)


@pytest.mark.parametrize(("decided", "since"), [("2026-03-10", date(2027, 3, 10)), ("2024-03-10", date(2026, 4, 1))])
def test_the_one_year_minimum_stands_beside_the_six_months(casebook: Casebook, decided: str, since: date) -> None:
    """信用修复管理办法 took effect on 2026-04-01; before that day it cannot have been met."""
    text = f"""
        样例: true
        单位: {{名称: 虚构甲公司}}
        经过: [{{日期: {decided}, 事项: 列入失信名单}}]
        公开: [{{依据: 失信名单, 批准: {{岗位: 某, 日期: {decided}}}}}]
    """
    listing = casebook.write(text).public(date(2026, 11, 1)).listing
    assert listing
    assert listing.repair_from == since


def test_an_objection_shows_under_the_basis_it_is_against(casebook: Casebook) -> None:
    text = """
        样例: true
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 地址: 某处, 法定代表人: 虚构某甲}
        违法事实: 拖欠工资。
        经过:
          - {日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}
          - {日期: 2026-03-20, 事项: 行政处理}
          - {日期: 2026-10-26, 事项: 提出异议, 针对: 重大违法公布}
        公开:
          - {依据: 重大违法公布, 类别: 其他重大违法, 批准: {岗位: 某, 日期: 2026-03-23}}
    """
    case = casebook.write(text).public()
    assert case.objections == (
        PublicObjection("重大违法公布", date(2026, 10, 26), date(2026, 11, 16), provisional=False, articles=()),
    )
    hidden = casebook.write(text.replace(", 针对: 重大违法公布", "")).public()
    assert hidden.objections == ()


def test_two_objections_under_examination_are_both_shown(casebook: Casebook) -> None:
    """One against the listing, one against the publication; an answer to one leaves the other."""
    text = """
        样例: true
        单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA00000157, 地址: 某处, 法定代表人: 虚构某甲}
        违法事实: 拖欠工资。
        经过:
          - {日期: 2026-02-01, 事项: 责令改正, 期限: 2026-02-08}
          - {日期: 2026-02-10, 事项: 列入告知}
          - {日期: 2026-03-20, 事项: 行政处理}
          - {日期: 2026-03-20, 事项: 列入失信名单, 文号: 甲〔2026〕1号}
          - {日期: 2026-10-26, 事项: 提出异议, 针对: 重大违法公布}
          - {日期: 2026-10-27, 事项: 提出异议, 针对: 列入失信名单}
        公开:
          - {依据: 失信名单, 批准: {岗位: 某, 日期: 2026-03-23}}
          - {依据: 重大违法公布, 类别: 其他重大违法, 批准: {岗位: 某, 日期: 2026-03-23}}
    """
    case = casebook.write(text).public()
    assert [(one.against, one.due) for one in case.objections] == [
        ("重大违法公布", date(2026, 11, 16)),
        ("列入失信名单", date(2026, 11, 3)),
    ]
    answer = "          - {日期: 2026-10-28, 事项: 异议核实, 结果: 不成立}\n        公开:"
    answered = casebook.write(text.replace("        公开:", answer)).public()
    assert [one.against for one in answered.objections] == ["重大违法公布"]


@pytest.mark.parametrize(
    ("manner", "is_listed"), [("变更", True), ("确认违法", True), ("撤销", False), ("确认无效", False)]
)
def test_a_listing_that_was_changed_stands_and_one_that_was_revoked_goes(
    casebook: Casebook, manner: str, *, is_listed: bool
) -> None:
    """45号令 art 17 takes a listing down where it was revoked."""
    target = "{事项: 列入失信名单, 日期: 2026-02-27}"
    taken_back = f"{{日期: 2026-05-06, 事项: 文书撤销, 对象: {target}, 方式: {manner}, 理由: 某}}"
    outcome = casebook.write(LISTED.replace("    公开:", f"      - {taken_back}\n    公开:")).only()
    assert isinstance(outcome, PublicCase) is is_listed
    if isinstance(outcome, PublicCase):
        assert [step.title for step in outcome.timeline][-2:] == ["列入失信联合惩戒名单", f"文书{manner}"]


def test_how_a_disclosure_ended(casebook: Casebook) -> None:
    """Three ways out: the term is over, the unit was removed, the document was revoked."""
    removed = LISTED.replace("    公开:", "      - {日期: 2026-10-08, 事项: 移出名单, 原因: 提前移出}\n    公开:")
    revoked = PENALTY.replace(
        "    公开:",
        "      - {日期: 2026-04-01, 事项: 文书撤销, 对象: {事项: 行政处罚, 日期: 2026-03-02}, 理由: 事实有误}\n"
        "    公开:",
    )
    ways = [(LISTED, date(2029, 2, 28)), (removed, date(2026, 10, 8)), (revoked, date(2026, 4, 1))]
    ended = [casebook.write(text).only(day) for text, day in ways]
    assert [(one.how, one.basis) for one in ended if isinstance(one, EndedCase)] == [
        (Ending.EXPIRED, Basis.LISTING),
        (Ending.REMOVED, Basis.LISTING),
        (Ending.WITHDRAWN, Basis.PENALTY),
    ]


def test_a_page_changed_when_something_it_shows_happened(casebook: Casebook) -> None:
    """The transfer of 10 March is not shown under 失信名单; the approval of 2 March opens it; a correction counts."""
    assert casebook.write(LISTED).public(date(2026, 4, 1)).changed == date(2026, 3, 2)
    mended = LISTED.replace("    公开:", "      - {日期: 2026-03-20, 事项: 更正, 内容: 甲, 理由: 乙}\n    公开:")
    days = [date(2026, 3, 19), date(2026, 3, 20)]
    assert [casebook.write(mended).public(day).changed for day in days] == [date(2026, 3, 2), date(2026, 3, 20)]


def test_a_comparison_ahead_has_not_happened(casebook: Casebook) -> None:
    text = LISTED.replace("    违法事实:", "    核对: 2026-03-20\n    违法事实:")
    days = [date(2026, 3, 19), date(2026, 3, 20)]
    assert [casebook.write(text).public(day).checked for day in days] == [None, date(2026, 3, 20)]


def test_the_address_of_a_unit(casebook: Casebook) -> None:
    """Its code where a basis shows it; else its name, however it is typed; and never a code that is not public."""
    quiet = """
    单位: {名称: "虚构 甲（中国）公司", 统一社会信用代码: 91000000MA00000157}
    公开:
      - {依据: 媒体转载, 来源: {名称: 一篇报道, 日期: 2026-03-01}, 批准: {岗位: 治欠办主任, 日期: 2026-03-02}}
    """
    typed = [quiet, quiet.replace("（中国）", "(中国)").replace("虚构 甲", "虚构甲"), quiet.replace("甲", "乙")]
    slugs = [casebook.write(text).public(date(2026, 4, 1)).employer.slug for text in (LISTED, *typed)]
    assert slugs[0] == "91000000ma00000157"
    assert slugs[1] == slugs[2] != slugs[3]
    assert [(slug[:2], len(slug)) for slug in slugs[1:]] == [("n-", 14)] * 3


@pytest.mark.parametrize("as_of", [date(2025, 2, 14), date(2026, 6, 10)])
def test_the_next_change_is_what_looking_day_by_day_finds(as_of: date) -> None:
    """The sample city, every case asked on each of the days that follow."""
    records = load(Path(__file__).parents[2])
    assert records.portal
    ledger = fold(records, records.portal, as_of)
    portal, calendar = ledger.portal.record, ledger.calendar
    days = [as_of + timedelta(days=gap) for gap in range(1, 1200)]
    found = {}
    for case in ledger.cases:
        now = disclose_on(case, portal, calendar, as_of)
        found[case.number] = next((day for day in days if disclose_on(case, portal, calendar, day) != now), None)
    told = {case.number: tell(case, ledger).changes for case in ledger.cases}
    assert {number: day if day and day <= days[-1] else None for number, day in told.items()} == found
    assert len({day for day in found.values() if day}) > 5


def test_a_case_ends_with_the_last_of_its_bases(casebook: Casebook) -> None:
    """A penalty of three months and a reprint of three years: the reprint is what ended."""
    reprint = "      - {依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-03-04}, 批准: {岗位: 主任, 日期: 2026-03-05}}\n"
    ended = casebook.write(f"{PENALTY}{reprint}").only(date(2030, 1, 1))
    assert isinstance(ended, EndedCase)
    assert (ended.basis, ended.how, ended.ended) == (Basis.MEDIA, Ending.EXPIRED, date(2029, 3, 6))


def test_the_tone_follows_the_status(casebook: Casebook) -> None:
    """What is grave stands out, what has been paid looks mended, the rest looks like the rest."""
    paid = PENALTY.replace("    公开:", "      - {日期: 2026-03-20, 事项: 改正完毕}\n    公开:")
    tones = [casebook.write(text).public(date(2026, 4, 1)).status_tone for text in (LISTED, paid)]
    assert tones == ["grave", "mended"]


def test_each_part_of_a_unit_is_shown_as_long_as_the_longest_basis_that_shows_it(casebook: Casebook) -> None:
    case = casebook.write(LISTED).public(date(2026, 4, 1))
    ground = case.grounds[0]
    longer = replace(ground, basis=Basis.MAJOR, until=ground.until + timedelta(days=9))
    both = replace(case, grounds=(ground, longer))
    assert (both.head_until, both.address_until, both.listed_until) == (longer.until, longer.until, ground.until)
    assert replace(case, grounds=(replace(ground, basis=Basis.MEDIA),)).head_until is None
