"""Who is named and who is masked, in judgments, on the list, and across one record."""

from __future__ import annotations

import pytest

from generator.problems import Problem
from tests.casebook import Casebook, places

MEDIA = "{依据: 媒体转载, 来源: {名称: 某报, 日期: 2026-06-01}, 批准: {岗位: 治欠办主任, 日期: 2026-06-02}}"


def judged(*sentences: str, employer: str = "名称: 虚构甲公司", note: str = "") -> str:
    return "\n".join(
        [
            "样例: true",
            f"单位: {{{employer}}}",
            "经过:",
            "  - {日期: 2026-01-10, 事项: 刑事立案}",
            f"  - {{日期: 2026-03-01, 事项: 法院判决, 判决: [{', '.join(sentences)}]{note}}}",
        ]
    )


def codes(casebook: Casebook, record: str) -> list[str]:
    return [problem.code for problem in casebook.write(record).problems()]


@pytest.mark.parametrize(
    ("party", "role", "found"),
    [
        ("虚构甲公司", "单位", []),
        ("虚构甲公司", "被告单位", []),
        ("虚构甲公司", "被告", []),
        ("虚构乙公司", "被告", ["C308"]),
        ("虚构（甲）公司", "单位", ["C308"]),
        ("吕某某", "实际控制人", []),
        ("吕大山", "实际控制人", ["C307"]),
        ("吕某某等3人", "被告人", ["C307"]),
    ],
)
def test_parties_of_a_judgment(casebook: Casebook, party: str, role: str, found: list[str]) -> None:
    assert codes(casebook, judged(f"{{对象: {party}, 身份: {role}}}")) == found


def test_one_of_the_sentenced_units_is_enough(casebook: Casebook) -> None:
    both = ("{对象: 虚构乙公司, 身份: 单位}", "{对象: 虚构甲公司, 身份: 单位}")
    assert codes(casebook, judged(*both)) == []
    assert codes(casebook, judged(both[0])) == ["C308"]
    assert codes(casebook, judged(both[0], note=", 说明: 单位已更名")) == []
    branch = "名称: 虚构甲公司某市分公司, 类型: 分公司, 总公司: 虚构乙公司"
    assert codes(casebook, judged(both[0], employer=branch)) == []


def test_a_sentenced_natural_person_is_no_unit(casebook: Casebook) -> None:
    person = "名称: 虚构吕大山, 类型: 自然人"
    assert codes(casebook, judged("{对象: 虚构吕大山, 身份: 被告人}", employer=person)) == ["C307"]


def test_a_unit_sentenced_beside_a_natural_person_is_a_unit(casebook: Casebook) -> None:
    person = "名称: 虚构吕某某, 类型: 自然人"
    assert codes(casebook, judged("{对象: 虚构乙公司, 身份: 单位}", employer=person)) == ["C308"]


def test_a_mask_that_another_case_of_the_unit_undoes(casebook: Casebook) -> None:
    code = ", 统一社会信用代码: 91000000MA00000157"
    masked = judged("{对象: 吕某某, 身份: 法定代表人}", employer=f"名称: 虚构甲公司{code}")
    other = "cases/2026/yk-2026-0002.yml"
    casebook.write(f"样例: true\n单位: {{名称: 虚构甲公司{code}, 法定代表人: 吕大山}}", other)
    assert codes(casebook, masked) == ["C402"]
    casebook.write("样例: true\n单位: {名称: 虚构甲公司, 法定代表人: 吕大山}", other)
    assert codes(casebook, masked) == []


def test_a_name_without_a_suffix_is_the_unit_s_where_it_is_the_employer_s(casebook: Casebook) -> None:
    assert codes(casebook, judged("{对象: 虚构甲记, 身份: 被告}", employer="名称: 虚构甲记")) == []


@pytest.mark.parametrize(
    ("name", "subject", "bases", "found"),
    [
        ("虚构吕某某", "自然人", MEDIA, []),
        ("虚构吕大山", "自然人", MEDIA, ["C306"]),
        ("虚构吕大山", "个体工商户", MEDIA, []),
        ("虚构吕大山", "自然人", "", []),
        ("虚构吕大山", "自然人", "{依据: 失信名单}", ["C301", "C302"]),
        ("虚构吕大山", "自然人", "{依据: 失信名单}, " + MEDIA, ["C306", "C301", "C302"]),
    ],
)
def test_natural_persons(casebook: Casebook, name: str, subject: str, bases: str, found: list[str]) -> None:
    assert codes(casebook, f"样例: true\n单位: {{名称: {name}, 类型: {subject}}}\n公开: [{bases}]") == found


def test_a_named_natural_person_is_refused_by_an_article(casebook: Casebook) -> None:
    problems = casebook.write(f"样例: true\n单位: {{名称: 虚构吕大山, 类型: 自然人}}\n公开: [{MEDIA}]").problems()
    assert [problem.article for problem in problems] == ["《个人信息保护法》第二十五条"]


def listed(persons: str, employer: str = "", note: str = "") -> str:
    return "\n".join(
        [
            "样例: true",
            f"单位: {{名称: 虚构甲公司{employer}}}",
            "经过:",
            "  - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}",
            "  - {日期: 2026-03-10, 事项: 列入告知}",
            f"  - {{日期: 2026-03-20, 事项: 列入失信名单, 人员: [{persons}]{note}}}",
        ]
    )


HEAD = "{姓名: 虚构大山, 身份: 法定代表人}"


@pytest.mark.parametrize(
    ("persons", "employer", "note", "found"),
    [
        ("", "", "", []),
        (HEAD, "", "", []),
        (HEAD, ", 法定代表人: 虚构大山", "", []),
        (HEAD, ", 法定代表人: 虚构小明", "", ["C310"]),
        (HEAD, ", 法定代表人: 虚构小明", ", 说明: 人员照决定书，法定代表人已变更", []),
        ("{姓名: 虚构大山, 身份: 主要负责人}", ", 法定代表人: 虚构小明", "", []),
        ("{姓名: 虚构大山, 身份: 实际控制人}", "", "", ["C309"]),
        ("{姓名: 虚构大山, 身份: 实际控制人}", "", ", 说明: 人员照决定书", []),
        ("{姓名: 虚构大山, 身份: 实际控制人}, " + HEAD, "", "", []),
        (HEAD, ", 法定代表人: 虚构某某", "", ["C402"]),
        ("{姓名: 吕某某, 身份: 法定代表人}", ", 法定代表人: 吕大山", "", ["C402"]),
        ("{姓名: 吕某某, 身份: 法定代表人}", ", 法定代表人: 李大山", "", ["C310"]),
        ("{姓名: 吕某某, 身份: 主要负责人}", ", 法定代表人: 吕大山", "", ["C402"]),
        ("{姓名: 吕某某, 身份: 主要负责人}", ", 法定代表人: 吕大山", ", 说明: 遮盖已核对", []),
    ],
)
def test_heads_on_the_list(casebook: Casebook, persons: str, employer: str, note: str, found: list[str]) -> None:
    assert codes(casebook, listed(persons, employer, note)) == found


def test_everybody_who_must_be_listed_is_asked_for_by_the_order(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司}
    经过:
      - {日期: 2026-03-01, 事项: 责令改正, 期限: 2026-03-08}
      - {日期: 2026-03-10, 事项: 列入告知}
      - {日期: 2026-03-20, 事项: 列入失信名单, 人员: [{姓名: 虚构大山, 身份: 其他直接责任人员}]}
    """
    assert places(problems) == [(6, 38, "C309")]
    assert problems[0].article == "《拖欠农民工工资失信联合惩戒对象名单管理暂行办法》第五条"


@pytest.mark.parametrize(
    ("employer", "sentence", "more", "found"),
    [
        ("名称: 虚构甲公司, 法定代表人: 吕大山", "{对象: 吕某某, 身份: 法定代表人}", "", ["C402"]),
        ("名称: 虚构甲公司, 法定代表人: 吕大山", "{对象: 吕某某, 身份: 经营者}", "", ["C402"]),
        ("名称: 虚构甲公司, 法定代表人: 吕大山", "{对象: 某某, 身份: 法定代表人}", "", ["C402"]),
        ("名称: 虚构甲公司, 法定代表人: 吕大山", "{对象: 李某, 身份: 法定代表人}", "", []),
        ("名称: 虚构甲公司, 法定代表人: 吕大山", "{对象: 吕某某, 身份: 实际控制人}", "", []),
        ("名称: 虚构甲公司, 法定代表人: 吕某某", "{对象: 吕某某, 身份: 法定代表人}", "", []),
        ("名称: 虚构甲公司, 法定代表人: 吕某某", "{对象: 吕大山, 身份: 法定代表人}", "", ["C307"]),
        ("名称: 虚构吕大山, 类型: 自然人", "{对象: 吕某某, 身份: 被告人}", "", ["C402"]),
        ("名称: 虚构吕大山, 类型: 自然人", "{对象: 某某, 身份: 被告人}", "", []),
        ("名称: 虚构吕大山, 类型: 自然人", "{对象: 吕某某, 身份: 被告人}", f"\n公开: [{MEDIA}]", ["C306"]),
        ("名称: 虚构吕某某, 类型: 自然人", "{对象: 李某, 身份: 被告人}", "\n违法事实: 在吕山路施工。", []),
        ("名称: 虚构甲公司", "{对象: 吕某某, 身份: 实际控制人}", "\n违法事实: 实际控制人吕大山转移财产。", ["C402"]),
        ("名称: 虚构甲公司", "{对象: 吕某某, 身份: 实际控制人}", "\n备注: 实际控制人：吕大山", ["C402"]),
        ("名称: 虚构甲公司", "{对象: 吕某某, 身份: 实际控制人}", "\n违法事实: 实际控制人吕某某转移财产。", []),
        ("名称: 虚构甲公司", "{对象: 吕某某, 身份: 实际控制人}", "\n违法事实: 实际控制人吕总转移财产。", []),
        ("名称: 虚构甲公司", "{对象: 吕某某, 身份: 实际控制人}", "\n违法事实: 实际控制人李大山转移财产。", []),
        ("名称: 虚构甲公司", "{对象: 某某, 身份: 实际控制人}", "\n违法事实: 实际控制人吕大山转移财产。", []),
    ],
)
def test_a_mask_that_another_place_undoes(
    casebook: Casebook, employer: str, sentence: str, more: str, found: list[str]
) -> None:
    assert codes(casebook, judged(sentence, employer=employer) + more) == sorted(found)
    assert "C402" not in codes(casebook, judged(sentence, employer=employer, note=", 说明: 遮盖已核对") + more)


def test_a_name_is_never_repeated(problems: list[Problem]) -> None:
    """
    样例: true
    单位: {名称: 虚构甲公司, 法定代表人: 虚构吕大山}
    经过:
      - {日期: 2026-01-10, 事项: 刑事立案}
      - {日期: 2026-03-01, 事项: 法院判决, 判决: [{对象: 吕某某, 身份: 法定代表人}, {对象: 李小明, 身份: 被告人}]}
    """
    assert places(problems) == [(5, 42, "C402"), (5, 64, "C307")]
    assert {problem.article for problem in problems} == {"《个人信息保护法》第二十五条"}
    assert not any(name in problem.message + problem.hint for problem in problems for name in ("吕", "李"))


@pytest.mark.parametrize(
    ("post", "found"),
    [
        ("治欠办主任", []),
        ("局长", []),
        ("分管副局长", []),
        ("党组书记", []),
        ("总经理", []),
        ("司法所所长", []),
        ("局长办公会", []),
        ("局领导", []),
        ("张三", ["C404"]),
        ("欧阳小山", ["C404"]),
        ("治欠办主任张三", ["C404"]),
        ("局长（张小三）", ["C404"]),
        ("张某", []),
    ],
)
def test_an_approval_names_a_post(casebook: Casebook, post: str, found: list[str]) -> None:
    problems = casebook.write(
        f"样例: true\n单位: {{名称: 虚构甲公司}}\n公开: [{MEDIA.replace('治欠办主任', post)}]"
    ).problems()
    assert [problem.code for problem in problems] == found
    assert all(problem.private and "张" not in problem.message for problem in problems)
