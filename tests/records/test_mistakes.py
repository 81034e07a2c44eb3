"""What a clerk gets wrong, and the whole list of what is said of it: one mistake, one problem; none hides another."""

from __future__ import annotations

import pytest

from tests.casebook import Casebook, places

Place = tuple[int, int, str]

MISTAKES: dict[str, tuple[str, list[Place]]] = {
    "a key in traditional form": (
        ("单位: {名称: 虚构甲公司}\n經過: []"),
        [(3, 1, "R203")],
    ),
    "a blank inside a key": (
        "单位: {名 称: 虚构甲公司}",
        [(2, 6, "R203")],
    ),
    "a character that nobody sees inside a key": (
        "单位: {名\u200b称: 虚构甲公司}",
        [(2, 6, "R203")],
    ),
    "traditional keys two levels deep": (
        "單位: {名稱: 虚构甲公司}",
        [(2, 1, "R203"), (2, 6, "R203")],
    ),
    "a character that nobody sees inside a value": (
        "单位: {名称: 虚构\u200b甲公司}",
        [(2, 10, "R208")],
    ),
    "a filler of Hangul, which counts as a letter": (
        "单位: {名称: 虚构\u3164甲公司}",
        [(2, 10, "R208")],
    ),
    "the same inside a choice": (
        "单位: {名称: 虚构甲公司}\n行业: 制造\uffa0业",
        [(3, 5, "R208")],
    ),
    "a full-width colon": (
        ("单位: {名称: 虚构甲公司}\n行业：制造业"),
        [(3, 3, "R103")],
    ),
    "no blank after the colon": (
        ("单位: {名称: 虚构甲公司}\n行业:制造业"),
        [(3, 3, "R103")],
    ),
    "a choice in traditional form": (
        ("单位: {名称: 虚构甲公司}\n行业: 製造業"),
        [(3, 5, "R205")],
    ),
    "a choice cut short": (
        ("单位: {名称: 虚构甲公司}\n行业: 制造"),
        [(3, 5, "R205")],
    ),
    "a credit code in small letters": (
        "单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000ma00000157}",
        [(2, 27, "R206")],
    ),
    "a credit code one place short": (
        "单位: {名称: 虚构甲公司, 统一社会信用代码: 91000000MA0000015}",
        [(2, 27, "R206")],
    ),
    "amount without 元, a counted 个人, months without their year": (
        ("单位: {名称: 虚构甲公司}\n欠薪: {人数: 23个人, 金额: 30万, 期间: 2026年1月-3月}"),
        [(3, 10, "R206"), (3, 20, "R206"), (3, 29, "R206")],
    ),
    "a headcount in characters, thousands with a comma, months with dots": (
        ('单位: {名称: 虚构甲公司}\n欠薪: {人数: 二十三, 金额: "30,000元", 期间: 2026.1至2026.3}'),
        [(3, 10, "R206"), (3, 19, "R206"), (3, 34, "R206")],
    ),
    "a sign of money": (
        ("单位: {名称: 虚构甲公司}\n欠薪: {人数: 23名, 金额: ¥30000}"),
        [(3, 19, "R206")],
    ),
    "a full-width comma inside an amount": (
        ("单位: {名称: 虚构甲公司}\n欠薪: {人数: 23名, 金额: 30，000元}"),
        [(3, 19, "R206")],
    ),
    "a full-width colon in braces": (
        ("单位: {名称: 虚构甲公司}\n欠薪: {人数：23名, 金额: 3万元}"),
        [(3, 6, "R201")],
    ),
    "a value where keys belong": (
        ("单位: {名称: 虚构甲公司}\n欠薪: 30万元"),
        [(3, 5, "R204")],
    ),
    "one blank too many": (
        ("单位: {名称: 虚构甲公司}\n欠薪:\n  人数: 23名\n   金额: 3万元"),
        [(5, 6, "R103")],
    ),
    "keys not below their own": (
        ("单位: {名称: 虚构甲公司}\n欠薪:\n人数: 23名"),
        [(4, 1, "R203")],
    ),
    "slashes in a date": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026/3/1, 事项: 立案}"),
        [(4, 10, "R206")],
    ),
    "年月日 in a date": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026年3月1日, 事项: 立案}"),
        [(4, 10, "R206")],
    ),
    "a date without signs": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 20260301, 事项: 立案}"),
        [(4, 10, "R206")],
    ),
    "a day that no month has": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026-02-30, 事项: 立案}"),
        [(4, 10, "R206")],
    ),
    "a short date and a choice misspelt": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026-3-1, 事项: 立安}"),
        [(4, 10, "R206"), (4, 24, "R205")],
    ),
    "the key of the kind in traditional form": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026-03-01, 事項: 立案}"),
        [(4, 22, "R203")],
    ),
    "a brace never closed": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026-03-01, 事项: 立案"),
        [(4, 5, "R103")],
    ),
    "a full-width comma between keys": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026-03-01，事项: 立案}"),
        [(4, 20, "R103")],
    ),
    "a line of an item not below its first": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - 日期: 2026-03-01\n  事项: 立案"),
        [(5, 3, "R103")],
    ),
    "an item with nothing in it": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - 日期: 2026-03-01\n    事项: 立案\n  -"),
        [(6, 4, "R201")],
    ),
    "an act that is no list": (
        ("单位: {名称: 虚构甲公司}\n经过: {日期: 2026-03-01, 事项: 立案}"),
        [(3, 5, "R204")],
    ),
    "a key that is nearly another": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {日期: 2026-03-01, 事项: 行政处罚, 文书号: 甲〔2026〕1号}"),
        [(4, 32, "R203")],
    ),
    "a key written twice": (
        ("单位: {名称: 虚构甲公司}\n单位: {名称: 虚构乙公司}"),
        [(3, 1, "R106")],
    ),
    "a flag that says no": (
        ("欠薪: {人数: 23名}\n单位: {名称: 虚构甲公司, 样例: 否}"),
        [(3, 17, "R203")],
    ),
    "the unit without its key": (
        "名称: 虚构甲公司",
        [(2, 1, "R203")],
    ),
    "a tab": (
        ("单位: {名称: 虚构甲公司}\n\t行业: 制造业"),
        [(3, 1, "R103")],
    ),
    "a quotation mark never closed": (
        ('单位: {名称: "虚构甲公司}\n行业: 制造业'),
        [(2, 10, "R103")],
    ),
    "a colon inside a text": (
        ("单位: {名称: 虚构甲公司}\n违法事实: 拖欠: 工资"),
        [(3, 9, "R103")],
    ),
    "a text that begins with a sign": (
        ("单位: {名称: 虚构甲公司}\n违法事实: @甲"),
        [(3, 7, "R103")],
    ),
    "one choice where a list belongs": (
        ("单位: {名称: 虚构甲公司}\n违法行为: 拖欠工资"),
        [(3, 7, "R204")],
    ),
    "choices parted by 、": (
        ("单位: {名称: 虚构甲公司}\n违法行为: [拖欠工资、克扣工资]"),
        [(3, 8, "R205")],
    ),
    "choices parted by a full-width comma": (
        ("单位: {名称: 虚构甲公司}\n违法行为: [拖欠工资，克扣工资]"),
        [(3, 8, "R205")],
    ),
    "a basis cut short and a date with dots": (
        ("单位: {名称: 虚构甲公司}\n公开:\n  - {依据: 失信, 批准: {岗位: 主任, 日期: 2026.3.1}}"),
        [(4, 10, "R205"), (4, 31, "R206")],
    ),
    "a decision that says yes": (
        ("单位: {名称: 虚构甲公司}\n公开: 是"),
        [(3, 5, "R204")],
    ),
    "an approval without its keys": (
        ("单位: {名称: 虚构甲公司}\n公开:\n  - {依据: 行政处罚, 批准: 主任}"),
        [(4, 20, "R204")],
    ),
    "不详, nothing, and months the wrong way round": (
        ("单位: {名称: 虚构甲公司}\n欠薪: {人数: 不详, 金额: , 期间: 2026-03 至 2026-01}"),
        [(3, 10, "R206"), (3, 14, "R201"), (3, 24, "R206")],
    ),
    "a blank before a name": (
        '单位: {名称: " 虚构甲公司"}',
        [(2, 10, "R206")],
    ),
    "a list where a key belongs": (
        ("单位: {名称: 虚构甲公司}\n- 行业: 制造业"),
        [(3, 1, "R103")],
    ),
    "two keys on one line": (
        "单位: {名称: 虚构甲公司} 行业: 制造业",
        [(2, 17, "R103")],
    ),
    "no colon after the unit": (
        "单位 {名称: 虚构甲公司}",
        [(2, 1, "R203")],
    ),
    "no colon at all": (
        ("单位: {名称: 虚构甲公司}\n镇街 甲镇"),
        [(4, 1, "R103")],
    ),
    "two documents": (
        ("单位: {名称: 虚构甲公司}\n镇街: 甲镇\n---\n行业: 制造业"),
        [(4, 1, "R105")],
    ),
    "a list that steps in": (
        ("单位: {名称: 虚构甲公司}\n经过:\n- {日期: 2026-03-01, 事项: 立案}\n  - {日期: 2026-03-02, 事项: 立案}"),
        [(5, 3, "R103")],
    ),
    "acts without day, without kind, without anything": (
        ("单位: {名称: 虚构甲公司}\n经过:\n  - {事项: 立案}\n  - {日期: 2026-03-01}\n  - {}\n  - 立案"),
        [(4, 5, "R202"), (5, 5, "R202"), (6, 5, "R202"), (6, 5, "R202"), (7, 5, "R204")],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_one_problem(name: str, casebook: Casebook) -> None:
    text, expected = MISTAKES[name]
    problems = list(casebook.write(f"样例: true\n{text}").records().problems)
    assert places(problems) == expected
    assert all(problem.message and problem.hint for problem in problems)
