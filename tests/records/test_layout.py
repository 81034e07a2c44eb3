"""The rules of layout, each by an example, and where comments go when their value is gone."""

from __future__ import annotations

import pytest

from generator.model.case import Case
from generator.records import layout, yaml
from generator.records.encode import Plain, said
from generator.records.quoting import quoted


def told(text: str) -> dict[str, Plain]:
    node, problems = yaml.read(text.encode(), "f.yml")
    assert node, problems
    assert problems == []
    return said(node)


@pytest.mark.parametrize(
    ("text", "bare", "braces"),
    [
        ("虚构甲公司", "虚构甲公司", "虚构甲公司"),
        ("2026-03-01", "2026-03-01", "2026-03-01"),
        ("2021-08 至 2022-08", "2021-08 至 2022-08", "2021-08 至 2022-08"),
        ("厂房（A-3#、A-5#楼）", "厂房（A-3#、A-5#楼）", "厂房（A-3#、A-5#楼）"),
        ("true", "true", "true"),
        ("110", '"110"', '"110"'),
        ("1e5", '"1e5"', '"1e5"'),
        ("910000000E12345678", '"910000000E12345678"', '"910000000E12345678"'),
        ("null", '"null"', '"null"'),
        ("", '""', '""'),
        ("%", '"%"', '"%"'),
        ("甲: 乙", '"甲: 乙"', '"甲: 乙"'),
        ("甲 #乙", '"甲 #乙"', '"甲 #乙"'),
        ("- 甲", '"- 甲"', '"- 甲"'),
        ("甲, 乙", "甲, 乙", '"甲, 乙"'),
        ("[甲]", '"[甲]"', '"[甲]"'),
        ('说"甲"', '说"甲"', '说"甲"'),
        ('"甲"', "'\"甲\"'", "'\"甲\"'"),
        ("@\\'", "'@\\'''", "'@\\'''"),
        ("甲\u2028乙", '"甲\\u2028乙"', '"甲\\u2028乙"'),
        ("😀", "😀", "😀"),
    ],
)
def test_quotes_only_where_they_are_needed(text: str, bare: str, braces: str) -> None:
    assert (quoted(text, flow=False), quoted(text, flow=True)) == (bare, braces)


WIDE = "甲" * 60


def test_rules_of_layout() -> None:
    plain: dict[str, Plain] = {
        "公开": [{"批准": {"日期": "2026-01-02", "岗位": "主任"}, "依据": "行政处罚"}],
        "违法行为": ["拖欠工资"],
        "单位": {"名称": "甲"},
        "违法事实": "一\n二",
        "备注": f"{WIDE}{WIDE}",
        "经过": [
            {"备注": "乙", "事项": "立案", "日期": "2026-01-01"},
            {"日期": "2026-01-01", "事项": "更正", "内容": WIDE, "理由": WIDE},
            {"日期": "2026-01-01", "事项": "法院判决", "判决": [{"对象": "甲", "身份": "单位"}]},
        ],
    }
    assert layout.text(Case, plain) == (
        "单位:\n  名称: 甲\n违法行为: [拖欠工资]\n违法事实: |-\n  一\n  二\n"
        f"备注: {WIDE}{WIDE}\n经过:\n"
        "  - {日期: 2026-01-01, 事项: 立案, 备注: 乙}\n"
        f"  - 日期: 2026-01-01\n    事项: 更正\n    内容: {WIDE}\n    理由: {WIDE}\n"
        "  - 日期: 2026-01-01\n    事项: 法院判决\n    判决:\n      - {对象: 甲, 身份: 单位}\n"
        "公开:\n  - {依据: 行政处罚, 批准: {岗位: 主任, 日期: 2026-01-02}}\n"
    )


def test_a_comment_within_opens_what_holds_it() -> None:
    text = "单位: {名称: 甲,\n  # 还缺信用代码\n  地址: 乙}\n欠薪: {人数: 3名, # 核过\n  金额: 1元}\n"
    assert layout.text(Case, told(text), layout.comments(text)) == (
        "单位:\n  名称: 甲\n  # 还缺信用代码\n  地址: 乙\n欠薪:\n  人数: 3名  # 核过\n  金额: 1元\n"
    )


def test_a_sign_within_a_text_is_no_comment() -> None:
    text = "单位:\n  名称: \"甲 # 乙\"\n  地址: 'a\n    # b'\n违法事实: |- # 是\n  # 不是\n  甲 # 不是\n"
    assert [note.text for note in layout.comments(text).notes] == ["# 是"]


OLD = "单位:\n  名称: 甲  # 名称\n行业: 其他  # 行业\n经过:\n  - {日期: 2026-01-01, 事项: 立案}  # 立案\n  # 受理\n"
OLD += "  - {日期: 2026-01-02, 事项: 受理}\n# 末尾\n"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"行业": None},
            (
                "单位:\n  名称: 甲  # 名称\n# 行业\n经过:\n  - {日期: 2026-01-01, 事项: 立案}  # 立案\n  # 受理\n"
                "  - {日期: 2026-01-02, 事项: 受理}\n# 末尾\n"
            ),
        ),
        (
            {"经过": [{"日期": "2026-01-02", "事项": "受理"}]},
            (
                "单位:\n  名称: 甲  # 名称\n行业: 其他  # 行业\n# 立案\n经过:\n  # 受理\n"
                "  - {日期: 2026-01-02, 事项: 受理}\n# 末尾\n"
            ),
        ),
        (
            {"经过": [{"日期": "2026-01-01", "事项": "立案"}]},
            (
                "单位:\n  名称: 甲  # 名称\n行业: 其他  # 行业\n经过:\n  - {日期: 2026-01-01, 事项: 立案}  # 立案\n"
                "  # 受理\n# 末尾\n"
            ),
        ),
        (
            {"经过": None},
            "单位:\n  名称: 甲  # 名称\n行业: 其他  # 行业\n# 立案\n# 受理\n# 末尾\n",
        ),
    ],
)
def test_a_comment_whose_value_is_gone_goes_to_the_nearest_thing_above(
    changed: dict[str, Plain | None], expected: str
) -> None:
    before = told(OLD)
    after = {key: value for key, value in {**before, **changed}.items() if value is not None}
    assert layout.text(Case, after, layout.comments(OLD, before)) == expected
